// What `step` costs in memory: the turns of one whole conversation, recorded on the real database, then stepped again and again.
import { openVersions, type WorldRead } from '../../core/data/read.ts'
import { step } from '../../dialogs/step.ts'
import type { Inbound } from '../../dialogs/vocabulary.ts'
import { NO_CODES, NO_WORKSHOPS, type PinnedClaim, type World } from '../../dialogs/world.ts'
import type { Talk } from './conversation.ts'
import { actOn } from './learner.ts'

export type StepCosts = {
  /** Microseconds a step, over the whole conversation. */
  us: number
  steps: number
  /** Microseconds of it in Fluent, and how many texts a step says. */
  fluentUs: number
  textsPerStep: number
}

const SECONDS = 3
const MOST_TURNS = 60

export async function measureStep(talk: Talk): Promise<StepCosts> {
  const turns = await recordConversation(talk)
  const run = (): void => {
    for (const { world, event } of turns) step(world, event)
  }
  const us = timed(run) / turns.length

  const said: Parameters<World['house']['texts']['say']>[] = []
  const { texts } = talk.house
  const say: typeof texts.say = (...what) => {
    said.push(what)
    return texts.say(...what)
  }
  const spied = { ...talk.house, texts: { ...texts, say } }
  for (const { world, event } of turns) step({ ...world, house: spied }, event)
  const fluentUs = timed(() => {
    for (const [speech, key, args] of said) texts.say(speech, key, args)
  })
  return { us, steps: turns.length, fluentUs: fluentUs / turns.length, textsPerStep: said.length / turns.length }
}

async function recordConversation(talk: Talk): Promise<{ world: World; event: Inbound }[]> {
  const versionOf = openVersions(talk.pool)
  const pinned = async (claim: WorldRead['claim']): Promise<PinnedClaim | null> => {
    if (!claim) return null
    const { meaning, number } = await versionOf(claim.badgeVersionId)
    return { ...claim, meaning, badgeNumber: number }
  }
  const turns: { world: World; event: Inbound }[] = []
  const learner = talk.person()
  const does = async (act: Parameters<typeof learner.does>[0]) => {
    let read: WorldRead | undefined
    talk.watch(({ name, rows }) => {
      if (name === 'read world') read = (rows as { world: WorldRead }[])[0]!.world
    })
    const { event } = await learner.does(act)
    talk.watch(undefined)
    turns.push({
      event,
      world: { ...NO_WORKSHOPS, ...NO_CODES, ...read!, claim: await pinned(read!.claim), waiting: [], house: talk.house },
    })
  }
  await does({ is: 'start', code: 'l-heure-compte' })
  while (!learner.sent && turns.length < MOST_TURNS) await does(actOn(learner.asked(), learner.turns)!)
  return turns
}

/** Microseconds of processor time of one call, once it is warm: on a busy machine the clock says more than the call took. */
function timed(call: () => void): number {
  const during = (seconds: number): number => {
    const end = performance.now() + seconds * 1000
    let calls = 0
    const started = process.cpuUsage()
    while (performance.now() < end) {
      call()
      calls++
    }
    const { user, system } = process.cpuUsage(started)
    return (user + system) / calls
  }
  during(SECONDS / 3)
  return during(SECONDS / 3)
}
