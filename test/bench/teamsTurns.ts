// What a Teams turn costs the server process, beside a bare CloudAdapter that echoes: 64 people at once, in turns. Every learner goes from
// the link to « sent » or near it, as fast as Teams' limits for one chat allow. Activities bear a token as Microsoft signs them, one for
// all as in real life, and both sides check it and show their own; or none (TEAMS=dev).
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { Agent } from 'undici'
import type { Cluster } from './cluster.ts'
import { APP_ID, openFakeTeams, SECRET } from '../fakes/teams/index.ts'
import { type Measured, startMeasured } from './measured.ts'

export type TeamsCosts = { rounds: { echo: number; declic: number }[]; calls: number }

const CHATS = 64
const STEPS = [
  '/start l-heure-compte',
  '1',
  '1',
  'au restaurant du coin',
  'j’ai mis deux réveils, et j’ai préparé mon sac le soir',
  'passer',
  'je suis arrivé à l’heure',
  '3',
  'passer',
  '1',
  '1',
  '1',
]

export async function measureTeamsTurns(
  cluster: Cluster,
  plan: { tokens: boolean; rounds: number; turns: number; warmUp: number; profile?: string },
): Promise<TeamsCosts> {
  const microsoft = plan.tokens ? await openFakeTeams({ tokens: true }) : undefined
  const crowd = await openCrowd((serviceurl) => microsoft?.token({ serviceurl }))
  const from = microsoft && { BOT_FRAMEWORK: microsoft.base }
  const echo = await startMeasured(new URL('./teamsEcho.ts', import.meta.url).pathname, [], { ...from })
  const [script, ...args] = microsoft ? ['./teamsServer.ts'] : ['../../bots/main.ts', 'serve', '--role', 'web']
  const declic = await startMeasured(
    new URL(script!, import.meta.url).pathname,
    args,
    {
      PORT: '0',
      DATA_DIR: path.join(cluster.folder, `declic-teams-${plan.tokens}`),
      DATABASE_URL: await cluster.newDatabase(`declic_teams_turns_${plan.tokens}`),
      ...(microsoft ? { ...from, MicrosoftAppId: APP_ID, MicrosoftAppPassword: SECRET } : { TEAMS: 'dev' }),
      LOG_LEVEL: 'warn',
      UNDO_SECONDS: '3600',
    },
    plan.profile,
  )
  const cost = async (side: Measured, turns: number): Promise<number> => {
    const before = await side.used()
    await crowd.talk(`${side.address}/api/messages`, turns)
    return ((await side.used()).cpu - before.cpu) / 1000 / turns
  }
  try {
    for (const side of [echo, declic]) await crowd.talk(`${side.address}/api/messages`, plan.warmUp)
    const rounds: TeamsCosts['rounds'] = []
    let calls = 0
    for (let round = 0; round < plan.rounds; round++) {
      const ofEcho = await cost(echo, plan.turns)
      const before = crowd.calls()
      rounds.push({ echo: ofEcho, declic: await cost(declic, plan.turns) })
      calls += crowd.calls() - before
    }
    return { rounds, calls: calls / plan.rounds / plan.turns }
  } finally {
    await echo.stop()
    await declic.stop()
    await crowd.close()
    await microsoft?.close()
  }
}

/** People, and the connector that they look at. `tokenFor`: what their activities bear, for that service. */
async function openCrowd(tokenFor: (serviceUrl: string) => string | undefined) {
  const agent = new Agent({ connections: CHATS })
  const waiting = new Map<string, () => void>()
  let calls = 0
  let ids = Date.now()
  const connector = createServer(async (request, response) => {
    for await (const _ of request);
    calls++
    const body = JSON.stringify({ id: String(++ids) })
    response.writeHead(201, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    response.end(body)
    waiting.get(decodeURIComponent(request.url!.split('/')[3]!))?.()
  })
  connector.keepAliveTimeout = 60_000
  await new Promise<void>((listening) => connector.listen(0, '127.0.0.1', listening))
  const serviceUrl = `http://127.0.0.1:${(connector.address() as AddressInfo).port}`
  const token = tokenFor(serviceUrl)
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
  let people = 0

  async function goOn(endpoint: string, next: () => boolean): Promise<void> {
    while (next()) {
      const chat = `a:1${++people}`
      const tenant = `tenant-${people}`
      for (const [n, text] of STEPS.entries()) {
        if (n > 0 && !next()) return
        const said = new Promise<void>((resolve) => waiting.set(chat, resolve))
        const activity = {
          type: 'message',
          id: String(++ids),
          timestamp: new Date().toISOString(),
          channelId: 'msteams',
          serviceUrl,
          from: { id: `29:${people}`, name: 'Awa Diallo', aadObjectId: `oid-${chat}` },
          recipient: { id: '28:bot', name: 'Déclic' },
          conversation: { id: chat, conversationType: 'personal', tenantId: tenant },
          locale: 'fr-FR',
          text,
        }
        const { origin, pathname } = new URL(endpoint)
        const { body, statusCode } = await agent.request({
          origin,
          path: pathname,
          method: 'POST',
          headers,
          body: JSON.stringify(activity),
        })
        await body.dump()
        if (statusCode !== 200) throw new Error(`a message was answered with ${statusCode}`)
        await said
      }
      waiting.delete(chat)
    }
  }

  return {
    calls: () => calls,
    async talk(endpoint: string, turns: number) {
      let left = turns
      await Promise.all(Array.from({ length: CHATS }, () => goOn(endpoint, () => left-- > 0)))
    },
    async close() {
      await agent.close()
      connector.closeAllConnections()
      connector.close()
    },
  }
}
