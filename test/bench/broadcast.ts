// What people who talk wait for, with and without a broadcast under way: the real program in a process of its own, by long polling, before
// a Telegram of our own that enforces its limits.
//   node test/bench/broadcast.ts   measures it alone, in about a minute
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type FakeTelegram, openFakeTelegram, type Person } from '../fakes/telegram/index.ts'
import { fullWorkshop } from '../setup/fullWorkshop.ts'
import { type Cluster, openCluster } from './cluster.ts'
import { actOn, isSent, type Shown } from './learner.ts'
import { startMeasured } from './measured.ts'

/** Milliseconds from what a person did to the next message that they read. */
export type Waits = { replies: number; p50: number; p99: number }
export type BroadcastCosts = {
  enrolled: number
  without: Waits
  during: Waits
  /** Nudges a second while people talk. */
  rate: number
  /** Messages to all chats together in the fullest second, and in a second on average. */
  fullest: number
  perSecond: number
  /** Calls that were answered with 429 during the broadcast: replies, nudges. */
  refused: { replies: number; nudges: number }
  /** People who read two nudges. */
  doubled: number
}

const ENROLLED = 3000
/** They think for a while between what they read and what they do, as people do. */
const TALKERS = 16
const THINK_MS = { least: 1000, most: 3000 }
const PHASE_MS = 20_000
/** Telegram's, as far as anybody knows (platforms.md): about 30 a second to all, about one a second to a chat, in bursts. */
const LIMITS = { overall: { messages: 30, seconds: 1 }, rate: { messages: 20, seconds: 20 } }
const START = 'l-heure-compte'
const NUDGE = /^Bonjour .* Il vous reste/

export async function measureBroadcast(cluster: Cluster): Promise<BroadcastCosts> {
  const telegram = await openFakeTelegram(LIMITS)
  const url = await cluster.newDatabase('broadcast')
  const program = await startMeasured(new URL('../../bots/main.ts', import.meta.url).pathname, ['serve'], {
    ...{ PORT: '0', DATA_DIR: path.join(cluster.folder, 'broadcast'), DATABASE_URL: url, LOG_LEVEL: 'error' },
    ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot },
  })
  const client = new pg.Client({ connectionString: url })
  const talking = new AbortController()
  try {
    await client.connect()
    const phones = Array.from({ length: ENROLLED }, (_, n) => telegram.user({ first_name: `P${n}x` }))
    const trainer = telegram.user({ first_name: 'Léa' })
    await fullWorkshop(client, phones, { trainer })
    await client.query('analyze')

    const waits: number[] = []
    const talkers = Array.from({ length: TALKERS }, () => talk(telegram, waits, talking.signal))
    await pause(PHASE_MS / 4)
    const without = await phase(waits)
    trainer.says('relance')
    await trainer.taps('Envoyer', { within: 10_000 })
    while (!telegram.calls.some(isNudge)) await pause(20)
    const from = telegram.calls.length
    const during = await phase(waits)
    const calls = telegram.calls.slice(from)
    talking.abort()
    await Promise.all(talkers)
    const refused = calls.filter(({ status }) => status === 429)
    const sent = calls.filter(({ method, status }) => method.startsWith('send') && method !== 'sendChatAction' && status === 200)
    const seconds = PHASE_MS / 1000
    return {
      ...{ enrolled: ENROLLED, without, during },
      rate: sent.filter(isNudge).length / seconds,
      fullest: fullestSecond(sent.map(({ at }) => at)),
      perSecond: sent.length / seconds,
      refused: { replies: refused.filter((call) => !isNudge(call)).length, nudges: refused.filter(isNudge).length },
      doubled: phones.filter((phone) => phone.messages().filter(({ text }) => NUDGE.test(text)).length > 1).length,
    }
  } finally {
    talking.abort()
    await client.end()
    await program.stop()
    await telegram.close()
  }
}

const isNudge = ({ params }: FakeTelegram['calls'][number]): boolean => NUDGE.test(String(params.text))

/** One learner after the other, each from the link to « sent ». */
async function talk(telegram: FakeTelegram, waits: number[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const phone = telegram.user({ first_name: 'Awa' })
    phone.start(START)
    for (let turn = 1; !signal.aborted; turn++) {
      const something = (shown: Shown): boolean => isSent(shown) || actOn(shown, turn) !== undefined
      const seen = (await phone.reads({ until: (fresh) => fresh.map(shownAs).some(something), within: 15_000 })).map(shownAs)
      waits.push(...phone.latencies().splice(0))
      if (seen.some(isSent)) break
      await pause(THINK_MS.least + Math.random() * (THINK_MS.most - THINK_MS.least))
      const asked = seen.findLast(something)!
      const act = actOn(asked, turn)!
      if (act.is === 'text') phone.says(act.text)
      else await phone.taps(asked.buttons.find(({ data }) => data === act.data)!.label)
    }
  }
}

const shownAs = ({ text, message }: Awaited<ReturnType<Person['reads']>>[number]): Shown => ({
  text,
  buttons: (message.reply_markup?.inline_keyboard.flat() ?? []).map((b) => ({ label: b.text, data: b.callback_data ?? '' })),
})

async function phase(waits: number[]): Promise<Waits> {
  waits.length = 0
  await pause(PHASE_MS)
  const sorted = waits.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
  return { replies: sorted.length, p50: at(0.5), p99: at(0.99) }
}

function fullestSecond(times: number[]): number {
  let [most, from] = [0, 0]
  times.forEach((time, n) => {
    while (times[from]! <= time - 1000) from++
    most = Math.max(most, n - from + 1)
  })
  return most
}

if (import.meta.filename === process.argv[1]) {
  const cluster = await openCluster()
  try {
    console.log(await measureBroadcast(cluster))
  } finally {
    await cluster.stop()
  }
  process.exit()
}
