// Buttons. What a button carries says what it is about, so that an old one still knows its subject:
// `<tag>.<id>.<prompt>.<choice>`, at most 64 bytes (Telegram's limit).
import type { Choice } from './vocabulary.ts'
import { isNear, plain } from './words.ts'

export type Subject =
  | { is: 'claim'; id: string }
  | { is: 'endorsement'; id: string }
  | { is: 'decision'; id: string }
  | { is: 'decisions' }
  /** Claim codes; `code`: one of them. */
  | { is: 'codes' }
  | { is: 'code'; id: string }
  /** Choosing a badge; `id`: an issuer. */
  | { is: 'badges'; id: string }
  /** One badge of a list. */
  | { is: 'badge'; id: string }
  | { is: 'invite'; id: string }
  | { is: 'self' }
  /** A workshop that is being opened. */
  | { is: 'opening' }
  | { is: 'workshop'; id: string }
  /** Talking with somebody through the bot; `id`: the other person. */
  | { is: 'handover'; id: string }

export type Parsed = { subject: Subject; prompt: string; choice: string }

/** What a button's data begins with. */
export const TAGS = {
  claim: 'c',
  endorsement: 'e',
  decision: 'd',
  decisions: 'q',
  codes: 'k',
  code: 'x',
  badges: 'l',
  badge: 'b',
  invite: 't',
  self: 's',
  opening: 'o',
  workshop: 'w',
  handover: 'h',
} as const
const SUBJECTS = Object.fromEntries(Object.entries(TAGS).map(([is, tag]) => [tag, is as Subject['is']]))
const UUIDS = new Set<Subject['is']>(['claim', 'endorsement', 'decision', 'workshop', 'handover', 'code'])
const WITHOUT_ID = new Set<Subject['is']>(['decisions', 'self', 'opening', 'codes'])

export function choiceData(subject: Subject, prompt: string, choice: string): string {
  const id = 'id' in subject ? (UUIDS.has(subject.is) ? subject.id.replaceAll('-', '') : subject.id) : ''
  return `${TAGS[subject.is]}.${id}.${prompt}.${choice}`
}

/** Undefined for data that this version never wrote. */
export function parseChoice(data: string): Parsed | undefined {
  const [tag, id, prompt, choice, ...more] = data.split('.')
  const is = SUBJECTS[tag ?? '']
  if (!is || id === undefined || !prompt || choice === undefined || more.length) return undefined
  if (UUIDS.has(is)) {
    if (!/^[0-9a-f]{32}$/.test(id)) return undefined
    return { subject: { is, id: dashed(id) } as Subject, prompt, choice }
  }
  return { subject: (WITHOUT_ID.has(is) ? { is } : { is, id }) as Subject, prompt, choice }
}

/** 32 hexadecimal digits as a UUID of version 4. */
export const uuid = (hex: string): string =>
  dashed(`${hex.slice(0, 12)}4${hex.slice(13, 16)}${'89ab'[Number.parseInt(hex[16]!, 16) & 3]}${hex.slice(17, 32)}`)
const dashed = (hex: string): string => `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`

/** One answer that a prompt offers. Controls are not numbered. */
export type Option = {
  key: string
  label: string
  control?: boolean
  /** Other words that mean it; « oui » and « non » here stand for every way to say yes or no. */
  also?: string[]
  /** What a tap carries, where it is about something else than the list: an item of it. */
  data?: string
}

/** The buttons of a prompt about `subject`. */
export const choicesOf = (subject: Subject, prompt: string, options: Option[]): Choice[] =>
  options.map((o) => ({ label: o.label, data: o.data ?? choiceData(subject, prompt, o.key), ...(o.control && { control: true }) }))

const NUMBERS: Record<string, number> = { un: 1, one: 1, deux: 2, two: 2, trois: 3, three: 3, quatre: 4, four: 4 }
const YES = new Set([
  'oui',
  'ui',
  'wi',
  'ouais',
  'ouai',
  'ouii',
  'yes',
  'yep',
  'ok',
  'okay',
  'd accord',
  'dac',
  'daccord',
  'bien sur',
  'yeah',
  '👍',
  'oui oui',
  'vas y',
  'vasy',
  'vazi',
  'on y va',
  'allez',
  'we',
  'oe',
  'ouep',
  'ouaip',
  'go',
  'parfait',
  'c est bon',
])
const NO = new Set(['non', 'no', 'nan', 'nope', 'non merci', 'pas du tout', '👎'])

const numberIn = (said: string): number | undefined => {
  const digit = /^([1-9])(?: ?️?⃣)?$/.exec(said)?.[1]
  return digit ? Number(digit) : NUMBERS[said]
}

/** The option that a typed text names: by its digit or its own words, and by nothing less. */
export function optionNamed(text: string, options: Option[]): Option | undefined {
  const said = plain(text)
  const at = numberIn(said)
  if (at) return options.filter((o) => !o.control)[at - 1]
  return options.find((o) => plain(o.label) === said || o.also?.some((other) => plain(other) === said))
}

/**
 * The option that a typed text means: its digit, its words, the words misspelt, its first words, or a plain yes or no
 * where exactly one option says yes or no (chat-ux, rule 3).
 */
export function optionOf(text: string, options: Option[]): Option | undefined {
  const said = plain(text)
  if (!said) return undefined
  const named = optionNamed(text, options)
  if (named || numberIn(said)) return named
  const numbered = options.filter((o) => !o.control)
  if (YES.has(said))
    return (
      numbered.find((o) => /^(oui|yes)\b/.test(plain(o.label)) || o.also?.includes('oui')) ??
      (numbered.length === 1 ? numbered[0] : undefined)
    )
  if (NO.has(said)) return numbered.find((o) => /^(non|no)\b/.test(plain(o.label)) || o.also?.includes('non'))
  const starting = options.filter((o) => said.length >= 4 && plain(o.label).startsWith(`${said} `))
  if (starting.length === 1) return starting[0]
  const numberedLabel = options.find((o, i) => !o.control && said === `${i + 1} ${plain(o.label)}`)
  if (numberedLabel) return numberedLabel
  // « dans 3 jours » is not « Dans 7 jours » misspelt
  const near = options.filter(
    (o) => said.length >= 4 && [plain(o.label), bare(o.label)].some((label) => isNear(said, label) && digits(said) === digits(label)),
  )
  return near.length === 1 ? near[0] : undefined
}

const digits = (text: string): string => text.replace(/\D/g, '')

/** Without its small first word: « tuteur » for « Mon tuteur », « montrer » for « Le montrer ». */
const bare = (label: string): string => plain(label).replace(/^(le|la|les|un|une|mon|ma|mes|my|the) /, '')
