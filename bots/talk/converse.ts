// The conversation itself: lines in, messages out. One thing after the other, so that what is printed follows what was written.
import { clearLine, cursorTo, type Interface } from 'node:readline'
import { PEOPLE, type Phone } from '../../core/data/playground.ts'
import type { Said } from '../../core/data/talk.ts'
import type { Choice, Outbound } from '../../dialogs/vocabulary.ts'
import { eventOf, voiceOf } from './line.ts'
import type { Rehearsal } from './rehearsal.ts'

/** How often a live terminal looks for what somebody else did: a tutor on their page, a time that has come. */
const LOOK_MS = 500

type Options = {
  /** Code of the first start. */
  start: string
  /** Somebody sits at the terminal; else what is written is printed as well, so that the output reads as a conversation. */
  live: boolean
}

export async function converse(rehearsal: Rehearsal, lines: Interface, { start, live }: Options): Promise<void> {
  let speaker: Phone = 'learner'
  const met = new Set<Phone>(['learner'])
  /** Buttons on each phone: all of them, the newest message's first, and the numbered ones of the last message. */
  const buttons = new Map<Phone, { offered: Choice[]; numbered: Choice[] }>()
  /** The link for the tutor, as the learner was last given it. */
  let link: string | undefined

  async function print(): Promise<boolean> {
    const said = await rehearsal.hear()
    if (live && said.length) clearPrompt()
    for (const message of said) {
      const { text, choices = [] } = message.body as Outbound
      link = /^\/start ([\w-]{22,64})$/m.exec(text)?.[1] ?? link
      const numbered = choices.filter(({ control }) => !control)
      buttons.set(message.phone, { offered: [...choices, ...(buttons.get(message.phone)?.offered ?? [])], numbered })
      console.log(`${shown(message, speaker)}\n`)
    }
    return said.length > 0
  }

  async function say(line: string): Promise<void> {
    const at = buttons.get(speaker) ?? { offered: [], numbered: [] }
    await rehearsal.says(speaker, eventOf(line, at))
    await print()
  }

  async function handTo(phone: Phone): Promise<void> {
    speaker = phone
    if (met.has(phone)) return
    met.add(phone)
    if (phone === 'tutor' && link) await say(`/start ${link}`)
  }

  async function take(line: string): Promise<void> {
    if (!live) console.log(`> ${line}\n`)
    if (line === '') {
      await rehearsal.wait()
      await print()
      return
    }
    const voice = voiceOf(line)
    if (voice === 'unknown') return console.error('@apprenant, @tuteur or @formateur')
    if (voice) await handTo(voice.phone)
    const rest = voice ? voice.rest : line
    if (rest) await say(rest)
  }

  /** One thing at a time. */
  let last = Promise.resolve()
  const inTurn = (work: () => Promise<unknown>): Promise<void> => {
    const done = last.then(work).then(() => undefined)
    last = done.catch(() => undefined)
    return done
  }
  const ask = () => {
    if (!live) return
    lines.setPrompt(`${PEOPLE[speaker].firstName}> `)
    lines.prompt(true)
  }
  const watch = setInterval(async () => {
    if (!live) return
    // what is wrong comes up again with the next line
    await inTurn(async () => (await print()) && ask()).catch(() => undefined)
  }, LOOK_MS)

  try {
    // asked for before anything is awaited: lines that come meanwhile are kept
    const coming = lines[Symbol.asyncIterator]()
    await inTurn(() => say(`/start ${start}`.trim()))
    ask()
    for (let line = await coming.next(); !line.done; line = await coming.next()) {
      const written: string = line.value
      await inTurn(() => take(written.trim()))
      if (rehearsal.isOver()) break
      ask()
    }
    if (!live)
      await inTurn(async () => {
        do await print()
        while (await rehearsal.wait())
      })
  } finally {
    clearInterval(watch)
    lines.close()
  }
}

/** What comes unasked takes the place of the prompt. */
function clearPrompt(): void {
  cursorTo(process.stderr, 0)
  clearLine(process.stderr, 1)
}

/** A message as it is read in a terminal: numbered choices, then controls, then links and what is attached. */
function shown({ phone, body }: Said, speaker: Phone): string {
  const { text, choices = [], links = [], attachments = [] } = body as Outbound
  const numbered = choices.filter(({ control }) => !control)
  const controls = choices.filter(({ control }) => control)
  const lines = [
    ...(phone === speaker ? [] : [`[${PEOPLE[phone].name}]`]),
    text,
    ...numbered.map(({ label }, n) => `  ${n + 1} ${label}`),
    ...(controls.length ? [`  ${controls.map(({ label }) => `[${label}]`).join(' ')}`] : []),
    ...links.map(({ label, url }) => `  ${label}: ${url}`),
    ...attachments.map(
      (attachment) =>
        `  (${attachment.is === 'evidence' ? attachment.kind : attachment.is === 'badge' ? `badge, ${attachment.as}` : 'archive'})`,
    ),
  ]
  return lines.join('\n')
}
