// SIGKILL at random moments while learners go through a claim in Teams: nothing acknowledged is lost, nothing counts twice, nobody is stuck.
// `npm test` kills three times; FAULT_KILLS says how often otherwise, FAULT_SEED which moments.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { isSent, SENSIBLE } from '../dialogs/firstButton.ts'
import { openFakeTeams, type Person } from '../fakes/teams/index.ts'
import { TEMPLATE } from '../setup/cluster.ts'
import { freshDatabaseUrl } from '../setup/freshDatabase.ts'
import { type RunningProgram, startProcess } from './process.ts'
import { freePort, seeded } from './storm.ts'

const KILLS = Math.ceil(Number(process.env.FAULT_KILLS ?? 5) / 2)
const SEED = Number(process.env.FAULT_SEED ?? 20_261_125)
const BADGE = 'travailler-en-equipe'
const NEWCOMERS = 3
/** Milliseconds from « ready » to the kill. */
const CALM = { least: 100, most: 1500 }
const MOST_ACTS = 60

/** Acts on what was asked last, and waits for what comes of it; a kill may say something twice. */
async function goesOn(learner: Person): Promise<void> {
  await learner.starts(BADGE)
  for (let n = 0; n < MOST_ACTS; n++) {
    await learner.reads({ within: 20_000, quiet: 300 })
    if (learner.messages().some(({ text }) => isSent(text))) return
    const last = learner.messages().findLast(({ text }) => text)
    if (!last) continue
    if (last.buttons.some((label) => label.startsWith('1 '))) await learner.taps(1)
    else if (last.buttons.includes('Passer')) await learner.taps('Passer')
    else await learner.says(SENSIBLE.fr)
  }
  throw new Error(
    `stuck:\n${learner
      .messages()
      .map(({ text, buttons }) => `${text} ${buttons.join(' ')}`)
      .join('\n')}`,
  )
}

test(`${KILLS} kills`, { timeout: 60_000 + KILLS * 20_000 }, async () => {
  const random = seeded(SEED)
  // a start takes long on busy cores, and a try may miss the moment between two kills: what nobody took in comes until somebody does
  const teams = await openFakeTeams({ mostTries: Number.POSITIVE_INFINITY })
  const databaseUrl = await freshDatabaseUrl(TEMPLATE)
  const dataDir = await mkdtemp(path.join(tmpdir(), 'declic-teams-kill-'))
  const port = await freePort()
  teams.endpoint = `http://127.0.0.1:${port}/api/messages`
  const env = { PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: databaseUrl, TEAMS: 'dev', MicrosoftAppId: 'app' }
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const rows = async (text: string, values?: unknown[]) => (await client.query(text, values)).rows
  const learners: Person[] = []
  const walks: Promise<void>[] = []
  let program: RunningProgram | undefined
  try {
    program = await startProcess(env)
    for (let kill = 0; kill < KILLS; kill++) {
      for (let n = 0; n < NEWCOMERS; n++) {
        const learner = teams.person({ name: `P${learners.length} Test` })
        learners.push(learner)
        walks.push(goesOn(learner))
      }
      await pause(CALM.least + random() * (CALM.most - CALM.least))
      await program.kill()
      program = await startProcess(env)
    }
    await Promise.all(walks)

    const acknowledged = teams.bringer.brought.filter(({ status }) => status === 200)
    const keys = acknowledged.map(({ activity }) => `teams:${(activity.conversation as { id: string }).id}:${activity.id}`)
    const known = new Set((await rows('select key from "Inbound" where key = any($1)', [keys])).map(({ key }) => key as string))
    expect(
      keys.filter((key) => !known.has(key)),
      'acknowledged, and not kept',
    ).toEqual([])
    expect(teams.bringer.brought.filter(({ status }) => status !== 200)).toEqual([])
    const claims = await rows(
      `select o."externalId" as learner, jsonb_array_length(c.sendings) as sent from "Claim" c join "Account" o on o."personId" = c."personId"`,
    )
    expect(claims.toSorted((a, b) => (a.learner < b.learner ? -1 : 1))).toEqual(
      learners.map(({ externalId }) => ({ learner: externalId, sent: 1 })).toSorted((a, b) => (a.learner < b.learner ? -1 : 1)),
    )
    expect(await rows('select "claimId", prompt from "Answer" where "supersededAt" is null group by 1, 2 having count(*) > 1')).toEqual([])
    await expect.poll(async () => (await rows('select id from "Outbox" where "sentAt" is null')).length, { timeout: 15_000 }).toBe(0)
  } catch (cause) {
    throw new Error(`kills with seed ${SEED}: ${(cause as Error).message}`, { cause })
  } finally {
    await program?.stop()
    await teams.close()
    await client.end()
    await rm(dataDir, { recursive: true, force: true })
  }
})
