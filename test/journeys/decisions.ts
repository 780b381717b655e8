// For journeys about decisions: a catalogue whose badges are decided in every way, and claims that were just sent.
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startJobs } from '../../core/data/startJobs.ts'
import type { Claim } from '../../core/model/rows.ts'
import { textMark } from '../../core/model/textMark.ts'
import { claimOf } from './followUpSeed.ts'
import type { Speaker } from './people.ts'
import type { Journey } from './world.ts'

const SHIPPED = path.join(import.meta.dirname, '../../catalogue')

export const BADGES = {
  jury: 'decouvrir-le-marche-du-travail',
  advice: 'organiser-ma-recherche',
  code: 'adapter-ma-candidature',
  trainer: 's-adapter-au-changement',
  automatic: 'creer-un-grand-jeu',
} as const

const POLICIES: Record<keyof typeof BADGES, string> = {
  jury: 'endorsements: 0\n  decision: trainer\n  jury:\n    reviewers: 3\n    says: decides\n    days: 5',
  advice: 'endorsements: 0\n  decision: trainer\n  jury:\n    reviewers: 2\n    says: advises',
  code: 'endorsements: 0\n  decision: code',
  trainer:
    'endorsements: 0\n  decision: trainer\nreasons:\n  complete:\n    - fr: Dites qui vous a appris ce geste.\n      en: Say who taught you this.',
  automatic: 'endorsements: 0\n  decision: automatic',
}

/** The shipped catalogue with these policies; a folder to give as CATALOGUE_DIR. */
export async function catalogueOfDecisions(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'declic-decisions-'))
  await cp(SHIPPED, folder, { recursive: true })
  for (const [how, badge] of Object.entries(BADGES)) {
    const file = path.join(folder, 'centre-formation/badges', `${badge}.yaml`)
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace(/^policy:\n(?: .*\n?)*/m, `policy:\n  ${POLICIES[how as keyof typeof BADGES]}\n`))
  }
  return folder
}

export async function personOf(journey: Journey, { phone }: Speaker): Promise<string> {
  const [found] = await journey.rows<{ id: string }>('select "personId" as id from "Account" where "externalId" = $1', [String(phone.id)])
  return found!.id
}

/** A claim of theirs that was sent just now, and whose undo time is over. */
export async function submits(journey: Journey, learner: Speaker, how: keyof typeof BADGES, changes: Partial<Claim> = {}): Promise<string> {
  const badgeId = BADGES[how]
  const [version] = await journey.rows<{ id: string }>('select id from "BadgeVersion" where "badgeId" = $1 order by number desc limit 1', [
    badgeId,
  ])
  const sentAt = new Date().toISOString()
  const id = await claimOf(journey, await personOf(journey, learner), 'atelier-nord', {
    badgeId,
    badgeVersionId: version!.id,
    sendings: [{ at: sentAt, through: 'telegram' }],
    language: learner.language,
    ...changes,
  })
  const source = `(select 'settle-sending' as queue, $1::jsonb as data, null::timestamptz as at) j`
  await journey.rows(startJobs(source), [JSON.stringify({ claim: id, sentAt })])
  await journey.idle()
  return id
}

/** What a form about this claim carries: the mark of its text as it is now. */
export async function readNow(journey: Journey, claim: string): Promise<string> {
  const [found] = await journey.rows<Pick<Claim, 'digest' | 'sendings'>>('select digest, sendings from "Claim" where id = $1', [claim])
  return textMark(found!)
}

/** The days of every jury are over. */
export async function daysPass(journey: Journey): Promise<void> {
  await journey.rows(`update pgboss.job set start_after = now() where name = 'jury-due' and state = 'created'`)
  await journey.idle()
}
