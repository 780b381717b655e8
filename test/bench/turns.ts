// What a Telegram turn costs the server process, beside the control: both in webhook mode, 64 chats at once, in turns.
import path from 'node:path'
import type { Cluster } from './cluster.ts'
import { type Crowd, type How, openCrowd } from './crowd.ts'
import { type Measured, startMeasured } from './measured.ts'

/** Milliseconds of processor time per turn (and of it in the system's own code), turns per second. */
export type Side = { cpuMs: number; systemMs: number; perSecond: number }
export type TurnCosts = {
  rounds: { control: Side; declic: Side }[]
  /** Statements per turn that the turn waits for. */
  ofTurn: number
  /** Statements per turn that write down what was sent, many in one. */
  ofAcknowledging: number
  /** Everything else that the process asked meanwhile, per turn, by name. */
  others: Record<string, number>
  /** Calls to the chat API per turn. */
  calls: number
}
export type TurnPlan = { rounds: number; turns: number; warmUp: number /** A folder for the processor profile. */; profile?: string }

const SECRET = 'bench-secret'
const START = 'l-heure-compte'

export async function measureTurns(cluster: Cluster, plan: TurnPlan): Promise<TurnCosts> {
  const crowd = await openCrowd()
  const ends = [crowd.close]
  try {
    const control = await startControl(cluster, crowd)
    ends.unshift(control.stop)
    const declic = await startDeclic(cluster, crowd, plan.profile)
    ends.unshift(declic.stop)
    return await compare(crowd, control, declic, plan)
  } finally {
    for (const end of ends) await end()
  }
}

const startControl = async (cluster: Cluster, crowd: Crowd): Promise<Measured> =>
  startMeasured(new URL('./control.ts', import.meta.url).pathname, [], {
    DATABASE_URL: await cluster.newDatabase('control'),
    CHAT_API: crowd.apiRoot,
  })

async function startDeclic(cluster: Cluster, crowd: Crowd, profile?: string): Promise<Measured> {
  const settings = {
    PORT: '0',
    DATA_DIR: path.join(cluster.folder, 'declic'),
    DATABASE_URL: await cluster.newDatabase('declic_turns'),
    TELEGRAM_BOT_TOKEN: '1:bench',
    TELEGRAM_API_ROOT: crowd.apiRoot,
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    LOG_LEVEL: 'warn',
    UNDO_SECONDS: '3600',
  }
  return startMeasured(new URL('../../bots/main.ts', import.meta.url).pathname, ['serve', '--role', 'web'], settings, profile)
}

async function compare(crowd: Crowd, control: Measured, declic: Measured, { rounds, turns, warmUp }: TurnPlan): Promise<TurnCosts> {
  const side = async (process: Measured, webhook: string, how: How, count: number): Promise<Side> => {
    const before = await process.used()
    const { seconds } = await crowd.talk(webhook, count, how)
    const after = await process.used()
    return {
      cpuMs: (after.cpu - before.cpu) / 1000 / count,
      systemMs: (after.system - before.system) / 1000 / count,
      perSecond: count / seconds,
    }
  }
  const bothSides = async (count: number) => ({
    control: await side(control, `${control.address}/`, { start: START, learners: false, secret: SECRET }, count),
    declic: await side(declic, `${declic.address}/telegram/webhook`, { start: START, learners: true, secret: SECRET }, count),
  })

  await bothSides(warmUp)
  const statements = (await declic.used()).statements
  const called = total(crowd.calls)
  const measured: TurnCosts['rounds'] = []
  for (let round = 0; round < rounds; round++) measured.push(await bothSides(turns))

  const all = rounds * turns
  const perTurn = Object.entries((await declic.used()).statements).map(([name, n]) => [name, (n - (statements[name] ?? 0)) / all] as const)
  const spentOn = (which: (name: string) => boolean) => perTurn.reduce((sum, [name, n]) => (which(name) ? sum + n : sum), 0)
  return {
    rounds: measured,
    ofTurn: spentOn(isOfTurn),
    ofAcknowledging: spentOn((name) => name === 'sent'),
    others: Object.fromEntries(perTurn.filter(([name, n]) => n > 0 && !isOfTurn(name) && name !== 'sent')),
    // the control makes one call a turn
    calls: (total(crowd.calls) - called) / all - 1,
  }
}

const isOfTurn = (name: string): boolean => name === 'read world' || name.startsWith('commit ')
const total = (counts: Record<string, number>): number => Object.values(counts).reduce((sum, n) => sum + n, 0)
