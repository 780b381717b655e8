// People of a journey, and the conversation as it went: each act waits until the program has come to rest, so that two runs read alike.
import { randomBytes } from 'node:crypto'
import type { Group, Person, Seen } from '../fakes/telegram/index.ts'
import { transcribe } from '../fakes/telegram/transcript.ts'
import type { Journey } from './world.ts'

export type Language = 'fr' | 'en'

export type Speaker = {
  name: string
  phone: Person
  /** What the bot's words to them are held against; changes with « langue ». */
  language: Language
  /** Everything that the bot said to them after the act, oldest first. */
  says: (text: string, how?: Parameters<Person['says']>[1]) => Promise<Seen[]>
  starts: (code?: string) => Promise<Seen[]>
  taps: (label: string | number, how?: Parameters<Person['taps']>[1]) => Promise<Seen[]>
  /** Anything else that a phone does. */
  does: (act: (phone: Person) => unknown) => Promise<Seen[]>
  /** The bot's last message. */
  last: () => Seen
  /** All that the bot said and that was not read yet. */
  reads: () => Seen[]
}

export type Heard = { text: string; language: Language; reader: 'learner' | 'professional' }

export type Cast = {
  /** `letter` stands for them in the transcript: L a learner, T a tutor, F a trainer. */
  person: (letter: 'L' | 'T' | 'F', name: string, language?: Language) => Speaker
  /** A group with the bot in it; what is said there is in the transcript. */
  group: (title: string) => Group
  /** Begins a part of the transcript; what was said before the first is left out of it. */
  scene: (title: string) => void
  /** Waits for what comes by itself: words that settle, badges. */
  waits: () => Promise<void>
  /** What was said up to now, as a page. */
  page: (title: string) => string
  /** Every message of the bot, in the order in which it was heard. */
  heard: Heard[]
}

/** What is said aloud, and the address of its page, are drawn by lot. */
const PAGE = /\/w\/[a-z]+-\d\d/g
const SPOKEN = /(«\s|· |\[\d )[A-Z]{3,} \d\d(\s»|\]|$)/gm

/** « LUNE PANDA 42 », and until when: drawn by lot, and of today. */
const CLAIM_CODE = /\b[A-Z]{3,} [A-Z]{3,} \d\d\b/g
const GOOD_UNTIL = /(Il vaut jusqu’au|It is good until) .*/g

export function openCast(journey: Journey): Cast {
  const people: { speaker: Speaker; letter: 'L' | 'T' | 'F'; told: number }[] = []
  const groups: { group: Group; name: string; letterOf: (user: { id: number }) => string; told: number }[] = []
  const lines: string[] = []
  const heard: Heard[] = []
  let phone: Speaker | Group | undefined
  let begun = false

  /** Writes down what was said since; whoever acted comes first. */
  const record = (actor?: Speaker) => {
    for (const one of people.toSorted((a, b) => Number(b.speaker === actor) - Number(a.speaker === actor))) {
      const { speaker, letter } = one
      const { chat } = speaker.phone
      const story = chat.story.slice(one.told)
      one.told = chat.story.length
      if (!story.length) continue
      for (const entry of story)
        if (entry.is === 'message' && entry.by.id === journey.telegram.bot.id) {
          const reader = letter === 'L' ? 'learner' : 'professional'
          heard.push({ text: entry.message.text ?? entry.message.caption ?? '', language: speaker.language, reader })
        }
      if (phone !== speaker) lines.push('', `**${speaker.name}**`, '')
      phone = speaker
      const said = transcribe({ ...chat, story }, journey.telegram.bot, () => letter)
      lines.push(
        ...said
          .trimEnd()
          .replace(/\/start [0-9A-Za-z_-]{22,}/g, '/start …')
          .replace(CLAIM_CODE, 'LUNE PANDA 42')
          .replace(GOOD_UNTIL, '$1 …')
          .replace(SPOKEN, '$1LUNE 42$2')
          .replace(/^(L {2})[a-z]+-\d\d$/gm, '$1lune-42')
          .replace(PAGE, '/w/lune-42')
          .split('\n')
          .map((line) => `    ${line}`.trimEnd()),
      )
    }
    for (const one of groups) {
      const story = one.group.chat.story.slice(one.told)
      one.told = one.group.chat.story.length
      if (!story.length) continue
      if (phone !== one.group) lines.push('', `**${one.name}**`, '')
      phone = one.group
      for (const entry of story)
        if (entry.is === 'message' && entry.by.id === journey.telegram.bot.id)
          heard.push({ text: entry.message.text ?? entry.message.caption ?? '', language: 'fr', reader: 'professional' })
      const said = transcribe({ ...one.group.chat, story }, journey.telegram.bot, one.letterOf)
        .replace(SPOKEN, '$1LUNE 42$2')
        .replace(PAGE, '/w/lune-42')
      lines.push(
        ...said
          .trimEnd()
          .split('\n')
          .map((line) => `    ${line}`.trimEnd()),
      )
    }
  }

  const person: Cast['person'] = (letter, name, language = 'fr') => {
    const [first_name = '', last_name] = name.split(' ')
    const someone = journey.telegram.user({ first_name, last_name, language_code: language })
    let readUpTo = 0
    const speaker: Speaker = {
      name,
      phone: someone,
      language,
      says: (text, how) => speaker.does(() => someone.says(text, how)),
      starts: (code) => speaker.does(() => someone.start(code)),
      taps: (label, how) => speaker.does(() => someone.taps(label, how)),
      async does(act) {
        await act(someone)
        await journey.idle()
        record(speaker)
        return speaker.reads()
      },
      reads() {
        const seen = someone.messages(readUpTo)
        readUpTo = someone.chat.story.length
        return seen
      },
      last: () => someone.messages().at(-1) ?? fail(`nothing was said to ${name}`),
    }
    people.push({ speaker, letter, told: 0 })
    return speaker
  }

  return {
    person,
    group(title) {
      const group = journey.telegram.group(title)
      const letterOf = ({ id }: { id: number }) => people.find(({ speaker }) => speaker.phone.id === id)?.letter ?? 'L'
      groups.push({ group, name: `${title} (group)`, letterOf, told: 0 })
      return group
    },
    heard,
    scene(title) {
      record()
      if (!begun) lines.length = 0
      begun = true
      lines.push('', `## ${title}`)
      phone = undefined
    },
    async waits() {
      await journey.settled()
      record()
    },
    page(title) {
      record()
      return `# ${title}\n${lines.join('\n')}\n`
    },
  }
}

/** Makes them a trainer of these structures, by invitations that they open. `now`: the journey's own clock, if it has one. */
export async function trainerOf(journey: Journey, speaker: Speaker, structures: string[], now = Date.now()): Promise<Speaker> {
  for (const structure of structures) {
    const code = randomBytes(24).toString('base64url')
    await journey.rows(
      `insert into "Link" (code, kind, subject, "structureId", "createdAt", "expiresAt")
       values ($1, 'trainer', $2, $2, $3::timestamptz, $3::timestamptz + interval '1 day')`,
      [code, structure, new Date(now)],
    )
    await speaker.starts(code)
    await speaker.taps(speaker.language === 'fr' ? 'Oui' : 'Yes')
  }
  return speaker
}

/** The start code of the link that stands in one of these messages. */
export function codeIn(seen: Seen[]): string {
  const text = seen.map((one) => one.text).join('\n')
  return /start=([A-Za-z0-9_-]+)/.exec(text)?.[1] ?? fail(`no start link in « ${text} »`)
}

const fail = (why: string): never => {
  throw new Error(why)
}
