// What may catch a trainer's eye before they decide: facts about how words came in, never a judgement, and never a reason to refuse by itself.
// Colleagues share a network, a tutor with five learners answers five requests in a row. Shown to trainers alone; never public, never in a
// document that leaves.
import type { ClaimTree, Endorsement } from './rows.ts'
import { verdicts } from './status.ts'
import type { Instant } from './time.ts'

/** Another word by whoever gave the endorsement `of`. `own`: about the same learner. */
export type Echo = { of: string; at: Instant; name: string | null; own: boolean }

/** `of`: the endorsement that it is about. Whoever has the device has its network as well, which then tells nothing more. */
export type Flag = { of: string; is: 'device' | 'network' | 'hurry' | 'names' }

const MINUTE_MS = 60_000
/** Words of one person about several claims, this one among them, within a minute. */
const MANY_CLAIMS = 5
/** Confirmations of one claim within a minute. */
const MANY_YES = 3

export function flagsOf(claim: Pick<ClaimTree, 'endorsements'>, echoes: Echo[]): Flag[] {
  const said = verdicts(claim)
  return said.flatMap((e): Flag[] => {
    const mine = echoes.filter((echo) => echo.of === e.id)
    const flags = {
      device: e.traces?.device === true,
      network: e.traces?.network === true && !e.traces.device,
      hurry: isHurried(e, said, mine),
      names: hasNames(e, said, mine),
    }
    return (Object.keys(flags) as Flag['is'][]).flatMap((is) => (flags[is] ? [{ of: e.id, is }] : []))
  })
}

const within = (a: Instant | null, b: Instant | null): boolean =>
  a !== null && b !== null && Math.abs(Date.parse(a) - Date.parse(b)) <= MINUTE_MS

function isHurried(e: Endorsement, said: Endorsement[], mine: Echo[]): boolean {
  if (1 + mine.filter((echo) => within(echo.at, e.at)).length >= MANY_CLAIMS) return true
  return e.verdict === 'yes' && said.filter((other) => other.verdict === 'yes' && within(other.at, e.at)).length >= MANY_YES
}

/** One address, one browser, one account, and several names towards the same learner. Who keeps their name to themself is not compared. */
function hasNames(e: Endorsement, said: Endorsement[], mine: Echo[]): boolean {
  if (!e.endorserId || e.anonymous || !e.name) return false
  const others = [
    ...mine.filter(({ own }) => own).map(({ name }) => name),
    ...said.filter((other) => other.endorserId === e.endorserId && !other.anonymous).map(({ name }) => name),
  ]
  return others.some((name) => name !== null && spelled(name) !== spelled(e.name!))
}

/** « paul  MARTIN » is « Paul Martin », and « Martin Paul » too. */
const spelled = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .toSorted()
    .join(' ')
