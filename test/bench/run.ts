// `npm run bench`: what a turn costs, each figure beside its aim (docs/bench.md says how to read them). Loopback only, about 5 minutes.
//   --profile FOLDER  keeps a processor profile of the server process
import { parseArgs } from 'node:util'
import { openCluster } from './cluster.ts'
import { openTalk } from './conversation.ts'
import { measureBroadcast, type Waits } from './broadcast.ts'
import { measureGrowth, median } from './growth.ts'
import { measureMemory } from './memory.ts'
import { measureNudges } from './nudges.ts'
import { inspectPlans } from './plans.ts'
import { measureStep } from './step.ts'
import { measureTeamsTurns } from './teamsTurns.ts'
import { measureTurns, type Side } from './turns.ts'
import { measureUnderstanding } from './understanding.ts'

const { profile } = parseArgs({ options: { profile: { type: 'string' } } }).values

type Line = { what: string; found: string; aim: string; met: boolean }
const lines: Line[] = []
const say = (what: string, found: string, aim = '', met = true): void => void lines.push({ what, found, aim, met })
const round = (n: number, digits = 2): string => n.toFixed(digits)

const memory = await measureMemory()
say('program at rest, database apart', `${round(memory.megabytes, 0)} MB`, '≤ 200 MB', memory.megabytes <= 200)
say('first start, until it prints its address', `${round(memory.readyMs / 1000, 1)} s`, '≤ 10 s', memory.readyMs <= 10_000)

const understanding = measureUnderstanding()
say('understanding one reply', `${round(understanding, 0)} µs`, '≤ 1000 µs', understanding <= 1000)

const cluster = await openCluster()
try {
  const talk = await openTalk(await cluster.newDatabase('talk'), cluster.folder)
  try {
    const step = await measureStep(talk)
    say('step in memory', `${round(step.us, 1)} µs`, '≤ 1 µs', step.us <= 1)
    say('  of which Fluent', `${round(step.fluentUs, 1)} µs for ${round(step.textsPerStep, 1)} texts`)
    const growth = await measureGrowth(talk)
    const { early, late } = growth
    say(
      `turn ${late.turn} ÷ turn ${early.turn}`,
      `${round(growth.ratio)} (${round(late.ms)} ÷ ${round(early.ms)} ms)`,
      '≤ 1.10',
      growth.ratio <= 1.1,
    )
    const plans = await inspectPlans(talk)
    const scans = plans.scans.length ? plans.scans.join(', ') : 'none'
    say(`whole-table scans, ${plans.claims} claims`, `${scans} (${plans.statements} statements)`, 'none', plans.scans.length === 0)
  } finally {
    await talk.stop()
  }

  const costs = await measureTurns(cluster, { rounds: 5, turns: 1500, warmUp: 3000, profile })
  const side = (pick: (round: (typeof costs.rounds)[0]) => Side) => ({
    cpu: median(costs.rounds.map((r) => pick(r).cpuMs)),
    rate: median(costs.rounds.map((r) => pick(r).perSecond)),
  })
  const [control, declic] = [side((r) => r.control), side((r) => r.declic)]
  const ratio = median(costs.rounds.map((r) => r.declic.cpuMs / r.control.cpuMs))
  say('control tx6', `${round(control.cpu)} ms CPU a turn, ${round(control.rate, 0)} turns/s, 1 call`)
  say('Telegram turn', `${round(declic.cpu)} ms CPU a turn, ${round(declic.rate, 0)} turns/s, ${round(costs.calls)} calls`)
  say('Telegram turn ÷ tx6, CPU', round(ratio), '≤ 1.50', ratio <= 1.5)
  say('statements that a turn waits for', round(costs.ofTurn, 3), '≤ 2', costs.ofTurn <= 2.01)
  say('  and to write down what was sent', round(costs.ofAcknowledging, 3))
  const others = Object.values(costs.others).reduce((sum, n) => sum + n, 0)
  say('  and everything else meanwhile (polls)', round(others, 3))
  for (const tokens of [true, false]) {
    const teams = await measureTeamsTurns(cluster, { tokens, rounds: 7, turns: 1000, warmUp: 2000 })
    const teamsRatio = median(teams.rounds.map((r) => r.declic / r.echo))
    const how = tokens ? 'with tokens' : 'TEAMS=dev'
    say(`a bare CloudAdapter that echoes, ${how}`, `${round(median(teams.rounds.map((r) => r.echo)))} ms CPU a turn, 1 call`)
    say(`Teams turn, ${how}`, `${round(median(teams.rounds.map((r) => r.declic)))} ms CPU a turn, ${round(teams.calls)} calls`)
    if (tokens) say('Teams turn ÷ echo, CPU', round(teamsRatio), '≤ 1.30', teamsRatio <= 1.3)
    else say('  without tokens on either side', round(teamsRatio))
  }
  const nudges = await measureNudges(cluster)
  say(
    `planning ${nudges.planned} nudges, ${nudges.learners} learners`,
    `${round(nudges.seconds)} s, ${round(nudges.ratio, 1)} × a bare insert; again: ${nudges.again} in ${round(nudges.againSeconds)} s`,
    '≤ 1.5 s',
    nudges.seconds <= 1.5 && nudges.again === 0,
  )
  say('  and to mark ten of them as sent', `${round(nudges.takeMs, 1)} ms`)
  const broadcast = await measureBroadcast(cluster)
  const { without, during, refused } = broadcast
  const waits = ({ p50, p99, replies }: Waits) => `p50 ${round(p50, 0)} ms, p99 ${round(p99, 0)} ms (${replies} replies)`
  say('a reply, nothing else under way', waits(without))
  say(`a reply, a broadcast to ${broadcast.enrolled} under way`, waits(during), 'p99 ≤ 1000 ms', during.p99 <= 1000)
  say(
    '  nudges beside them',
    `${round(broadcast.rate, 1)} a second; all messages ${round(broadcast.perSecond, 1)} a second, at most ${broadcast.fullest} in one`,
    '≤ 30 in one',
    broadcast.fullest <= 30,
  )
  say(
    '  refused with 429: replies, nudges; doubled',
    `${refused.replies}, ${refused.nudges}; ${broadcast.doubled}`,
    'none doubled',
    broadcast.doubled === 0,
  )
} finally {
  await cluster.stop()
}

const width = (pick: (line: Line) => string): number => Math.max(...lines.map((line) => pick(line).length))
const [a, b, c] = [width((l) => l.what), width((l) => l.found), width((l) => l.aim)]
for (const { what, found, aim, met } of lines)
  console.log(`${what.padEnd(a)}  ${found.padEnd(b)}  ${aim.padEnd(c)}  ${aim && (met ? 'yes' : 'NO')}`.trimEnd())
process.exit()
