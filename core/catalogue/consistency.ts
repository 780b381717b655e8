// What must hold between the files of a catalogue, beyond the schema of each. A catalogue that breaks one of these is not served.
import { type Badge, isForTrainers, type Localized, type Question } from '../model/badge.ts'
import { PICTOGRAM_NAMES } from '../model/pictogramNames.ts'
import { at, error, type Finding, type Remark } from '../model/plainLanguage/finding.ts'
import { isQuestion, sentencesOf } from '../model/plainLanguage/sentences.ts'
import { checkMilestones } from './milestones.ts'
import type { IssuerFolder, Parsed } from './read.ts'
import type { Path } from './source.ts'

/** A remark at a path of the file in hand. */
export type Placed = [Path, Remark]

export function checkConsistency(folders: IssuerFolder[]): Finding[] {
  return [...folders.flatMap(checkFolder), ...checkUnique(folders), ...checkOwn(folders)]
}

function checkFolder({ name, issuer, badges, broken, structures }: IssuerFolder): Finding[] {
  const stages = issuer?.value.stages.map(({ id }) => id)
  return [
    ...(issuer
      ? place(
          issuer,
          checkName(issuer.value.id, name, 'the folder'),
          checkRepeats(stages!, ['stages'], 'stage'),
          checkMilestones(issuer.value, badges, broken),
        )
      : []),
    ...badges.flatMap((badge) => place(badge, checkName(badge.value.id, badge.name, 'the file'), checkBadge(badge.value, stages))),
    ...structures.flatMap((structure) =>
      place(structure, checkName(structure.value.id, structure.name, 'the file'), checkStructure(structure, badges, broken)),
    ),
  ]
}

const place = ({ source }: Parsed<unknown>, ...placed: Placed[][]): Finding[] =>
  placed.flat().map(([path, remark]) => at(source.file, source.lineOf(path), remark))

function checkBadge(badge: Badge, stages: string[] | undefined): Placed[] {
  const found: Placed[] = []
  if (stages && !stages.includes(badge.stage)) {
    found.push([['stage'], error('stage', `"${badge.stage}" is not a stage of this issuer`, `one of ${stages.join(', ')}`)])
  }
  if (!(PICTOGRAM_NAMES as readonly string[]).includes(badge.picture.pictogram)) {
    found.push([
      ['picture', 'pictogram'],
      error('pictogram', `"${badge.picture.pictogram}" is not drawn`, `one of ${PICTOGRAM_NAMES.join(', ')}`),
    ])
  }
  if (badge.evidence.min > badge.evidence.max) {
    found.push([
      ['evidence', 'min'],
      error('evidence', `asks for ${badge.evidence.min}, takes ${badge.evidence.max}`, 'min is at most max'),
    ])
  }
  found.push(...checkPolicy(badge))
  found.push(...checkDecision(badge))
  const criteria = badge.criteria.map(({ id }) => id)
  const questions = badge.questions.map(({ id }) => id)
  found.push(...checkRepeats(criteria, ['criteria'], 'criterion'), ...checkRepeats(questions, ['questions'], 'question', criteria))
  found.push(...badge.questions.flatMap((question, n) => checkQuestion(question, ['questions', n])))
  return found
}

/** Roles are of people who confirm, so somebody must; each is named once. */
function checkPolicy({ policy: { endorsements, roles = [] } }: Badge): Placed[] {
  const path = ['policy', 'roles']
  if (roles.length > 0 && endorsements === 0)
    return [[path, error('policy', 'asks for a role, and for nobody to confirm', 'endorsements: 1 or more, or no roles')]]
  return roles.flatMap((role, n): Placed[] =>
    roles.indexOf(role) < n ? [[[...path, n], error('policy', `"${role}" stands there twice`, 'name each role once')]] : [],
  )
}

/** Where anybody has an address, an address says nothing of an organisation. */
const ANYBODYS =
  /^(gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|aol|gmx|proton|protonmail|mail|laposte|orange|wanadoo|free|sfr|neuf|bbox|numericable)\.(com|fr|net|org|me|de|ch|co\.uk)$/

/** Domains and tenants say to which organisation somebody belongs: never to two, and never to everybody. */
function checkOwn(folders: IssuerFolder[]): Finding[] {
  const files = folders.flatMap(({ issuer, structures }) => [...(issuer ? [issuer] : []), ...structures])
  return (['domains', 'tenants'] as const).flatMap((key) => {
    const first = new Map<string, Parsed<unknown>>()
    return files.flatMap((file) =>
      (file.value[key] ?? []).flatMap((name, n): Finding[] => {
        const other = first.get(name)
        if (!other) first.set(name, file)
        if (key === 'domains' && ANYBODYS.test(name))
          return place(file, [
            [[key, n], error('domain', `anybody can have an address at ${name}`, 'name only domains of the organisation')],
          ])
        if (!other) return []
        return place(file, [[[key, n], error('unique', `"${name}" is also in ${other.source.file}`, 'it can belong to one organisation')]])
      }),
    )
  })
}

/** A jury needs trainers who decide; what is accepted by itself needs something that it waits for. */
function checkDecision({ policy, evidence }: Badge): Placed[] {
  const { decision, jury, endorsements } = policy
  const path = ['policy', 'decision']
  if (jury && !isForTrainers(policy))
    return [[['policy', 'jury'], error('policy', `a jury, and "decision: ${decision}": nobody is asked`, 'decision: trainer')]]
  if (decision === 'automatic' && endorsements === 0 && evidence.min === 0)
    return [
      [
        path,
        error('policy', 'accepted by itself, and nothing is asked for', 'endorsements, or evidence min, of at least 1; or decision: none'),
      ],
    ]
  return []
}

/** Structures add to badges that exist, under names that are free. */
function checkStructure({ value }: IssuerFolder['structures'][number], badges: Parsed<Badge>[], broken: string[]): Placed[] {
  return Object.entries(value.badges).flatMap(([id, overlay]): Placed[] => {
    const badge = badges.find((candidate) => candidate.value.id === id)?.value
    const path = ['badges', id]
    if (!badge) {
      if (broken.includes(id)) return []
      const known = badges.map((candidate) => candidate.value.id).join(', ')
      return [[path, error('overlay', `no badge "${id}" at this issuer`, `one of ${known}`)]]
    }
    const own = badge.questions.map((question) => question.id)
    const taken = [...own, ...badge.criteria.map((criterion) => criterion.id)]
    const added = overlay.questions.map((question) => question.id)
    return [
      ...checkRepeats(added, [...path, 'questions'], 'question', taken),
      ...overlay.questions.flatMap((question, n) => checkQuestion(question, [...path, 'questions', n])),
      ...Object.keys(overlay.examples)
        .filter((question) => !own.includes(question))
        .map(
          (question): Placed => [
            [...path, 'examples', question],
            error('overlay', `badge "${id}" has no question "${question}"`, `one of ${own.join(', ')}`),
          ],
        ),
    ]
  })
}

/** An open question's last sentence ends with "?" in every language (contract). */
function checkQuestion(question: Question, path: Path): Placed[] {
  const asked: [Path, Localized][] = question.ask.map((text, n) => [[...path, 'ask', n], text])
  if (question.followUp) asked.push([[...path, 'followUp'], question.followUp])
  return asked.flatMap(([where, text]) =>
    Object.entries(text)
      .filter(([, wording]) => !isQuestion(sentencesOf(wording).at(-1) ?? ''))
      .map(
        ([language, wording]): Placed => [
          [...where, language],
          error('question', `"${wording.slice(-30)}" does not ask`, 'the last sentence ends with "?"'),
        ],
      ),
  )
}

const checkName = (id: string, name: string, what: string): Placed[] =>
  id === name ? [] : [[['id'], error('file-name', `id "${id}" in ${what} "${name}"`, `give both the same name`)]]

export function checkRepeats(ids: string[], path: Path, what: string, taken: string[] = []): Placed[] {
  return ids.flatMap((id, n): Placed[] =>
    taken.includes(id) || ids.indexOf(id) < n
      ? [[[...path, n, 'id'], error('unique', `"${id}" is already taken`, `give the ${what} another id`)]]
      : [],
  )
}

/** Badge ids are what start links carry, structure ids what people belong to: one namespace each, over all issuers. */
function checkUnique(folders: IssuerFolder[]): Finding[] {
  return [folders.flatMap(({ badges }) => badges), folders.flatMap(({ structures }) => structures)].flatMap((all) => {
    const first = new Map<string, Parsed<{ id: string }>>()
    return (all as Parsed<{ id: string }>[]).flatMap((parsed) => {
      const other = first.get(parsed.value.id)
      if (!other) {
        first.set(parsed.value.id, parsed)
        return []
      }
      return place(parsed, [
        [['id'], error('unique', `"${parsed.value.id}" is also in ${other.source.file}`, 'ids are unique over all issuers')],
      ])
    })
  })
}
