// The texts of the catalogue, held against the rules of chat-ux as they will be said.
import type { Badge, IssuerFile, Localized, StructureFile } from '../badge.ts'
import { checkAddress, saysVous } from './address.ts'
import { type CatalogueText, textsOfBadge, textsOfIssuer, textsOfStructure } from './catalogueTexts.ts'
import { at, byPlace, error, type Finding, type Remark, warning } from './finding.ts'
import { characters, checkLabel, checkLength, checkMessage, checkSentenceLength, checkWording, type Language } from './message.ts'
import { checkReadability } from './readability.ts'
import { sentencesOf } from './sentences.ts'

/** One file whose form is right: where it is, what it says, and the line of each of its paths. */
export type Written<T> = { file: string; lineOf: (path: readonly PropertyKey[]) => number; value: T }

/** An issuer's files; without `issuer` nobody knows how its learners are spoken to, and the rest is checked. */
export type WrittenIssuer = { issuer: Written<IssuerFile> | undefined; badges: Written<Badge>[]; structures: Written<StructureFile>[] }

type Address = 'vous' | 'tu' | undefined

/** Findings on the wording of one issuer's files, by file and line. */
export function checkCatalogue({ issuer, badges, structures }: WrittenIssuer): Finding[] {
  const address = issuer?.value.address
  return [
    ...(issuer ? checkFile(issuer, textsOfIssuer(issuer.value), address) : []),
    ...badges.flatMap((badge) => {
      const texts = textsOfBadge(badge.value)
      const whole = [...checkConversation(texts), ...checkPrompts(badge.value)]
      return [...checkFile(badge, texts, address), ...checkLevels(badge), ...whole.map((remark) => at(badge.file, 1, remark))]
    }),
    ...structures.flatMap((structure) => checkFile(structure, textsOfStructure(structure.value), address)),
  ].sort(byPlace)
}

const checkFile = ({ file, lineOf }: Written<unknown>, texts: CatalogueText[], address: Address): Finding[] =>
  texts.flatMap((text) =>
    wordings(text).flatMap(({ language, key, wording }) =>
      [...checkText(wording, text, language), ...checkSpeech(wording, text, key, address)].map((remark) =>
        at(file, lineOf([...text.path, key]), remark),
      ),
    ),
  )

/** What stands before a prompt in the same message. */
const LEAD = { fr: 'Question 8 sur 8.', en: 'Question 8 of 8.' }
/** How the program finishes a criterion's name. */
const TAIL = { fr: '\u00a0: où en êtes-vous\u00a0?', en: ': where are you now?' }

function checkText(wording: string, { role, prompts }: CatalogueText, language: Language): Remark[] {
  const rules = { language, reader: 'learner' as const, lead: prompts ? LEAD[language] : undefined }
  switch (role) {
    case 'asks':
    case 'orders':
    case 'says':
      return [...checkMessage(wording, { ...rules, kind: role }), ...(role === 'asks' ? checkWhy(wording) : [])]
    case 'example':
      return checkMessage(wording, rules)
    case 'criterion':
      return checkMessage(wording + TAIL[language], { ...rules, kind: 'asks' })
    case 'phrase':
      return checkPhrase(wording, language)
    case 'label':
      return checkLabel(wording, language)
    case 'prose':
      return checkWording(wording, { language, reader: 'professional' })
    default:
      return role satisfies never
  }
}

/** A line of a list: one short sentence. */
function checkPhrase(wording: string, language: Language): Remark[] {
  const sentences = sentencesOf(wording)
  return [
    ...(sentences.length > 1 ? [error('sentences', `${sentences.length} sentences in a line of a list`, 'one sentence')] : []),
    ...(characters(wording) > MOST_PHRASE
      ? [error('length', `${characters(wording)} characters in a line of a list`, `at most ${MOST_PHRASE}`)]
      : []),
    ...sentences.flatMap(checkSentenceLength),
    ...checkWording(wording, { language, reader: 'learner' }),
  ]
}

/** Two lines of an old phone. */
const MOST_PHRASE = 80

/** « Comment » lets people tell, « pourquoi » makes them defend themselves (Vermersch, chat-ux). */
function checkWhy(wording: string): Remark[] {
  const asked = sentencesOf(wording).at(-1) ?? ''
  const found = /(?<!\p{L})(?:pourquoi|why)(?!\p{L})/iu.exec(asked)
  return found ? [warning('why', `"${found[0]}" makes people defend themselves`, 'ask « comment », « à quoi », "how", "what"')] : []
}

/** Where an issuer says « tu », every text that says « vous » has its `fr-tu`. Learners' own voice and employers' prose are apart. */
function checkSpeech(wording: string, { text, role }: CatalogueText, speech: keyof Localized, address: Address): Remark[] {
  if (role === 'example' || role === 'prose') return []
  const lacking = speech === 'fr' && address === 'tu' && saysVous(wording) && text['fr-tu'] === undefined
  return [...checkAddress(wording, speech), ...(lacking ? [warning('address', 'this issuer says « tu »', 'add fr-tu to this text')] : [])]
}

/** « Explain this question » shows the four levels in one message. */
const checkLevels = ({ value, file, lineOf }: Written<Badge>): Finding[] =>
  value.criteria.flatMap(({ levels }, n) =>
    (['fr', 'en'] as const).flatMap((language) => {
      const list = levels.map((level, i) => `${i + 1}. ${level[language]}`).join('\n')
      const remarks = checkLength(list).map((remark) => ({ ...remark, message: `${language}: four levels of ${remark.message}` }))
      return remarks.map((remark) => at(file, lineOf(['criteria', n, 'levels']), remark))
    }),
  )

const FEWEST_PROMPTS = 5
const MOST_PROMPTS = 8

/** Ten minutes: what can be told on a bus, or at the end of a workshop. */
function checkPrompts({ groups, questions, criteria }: Badge): Remark[] {
  // of a milestone nothing is asked: its text is read once
  if (groups) return []
  const count = questions.length + criteria.length + 1
  if (count < FEWEST_PROMPTS)
    return [warning('prompts', `${count} questions, proof and criteria`, `at least ${FEWEST_PROMPTS}: a moment, an action, a result`)]
  return count > MOST_PROMPTS
    ? [warning('prompts', `${count} questions, proof and criteria`, `at most ${MOST_PROMPTS}: what can be left out?`)]
    : []
}

/** All that a learner may read on the way to this badge. */
function checkConversation(texts: CatalogueText[]): Remark[] {
  const read = texts.filter(({ role }) => role !== 'prose').flatMap(wordings)
  return (['fr', 'en'] as const).flatMap((language) =>
    checkReadability(
      read.filter(({ key }) => key === language).map(({ wording }) => wording),
      language,
    ),
  )
}

const wordings = ({ text }: CatalogueText): { language: Language; key: keyof Localized; wording: string }[] =>
  (Object.entries(text) as [keyof Localized, string][]).map(([key, wording]) => ({ language: key === 'en' ? 'en' : 'fr', key, wording }))
