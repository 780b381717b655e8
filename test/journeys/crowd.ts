// A room of learners on phones and in browsers, who act in the same moments; time goes by between one moment and the next.
import { randomBytes } from 'node:crypto'
import { openPage } from './page.ts'
import { WORDS } from './walk.ts'
import type { Journey } from './world.ts'

export const PARIS = 'Europe/Paris'

/** A learner on whichever phone: what they do, and when they were pushed (a message that offers « Stop »), by their own clock. */
export type Member = {
  name: string
  words: (typeof WORDS)['fr']
  starts: (code: string) => unknown
  says: (text: string) => unknown
  taps: (label: string) => unknown
  blocks: () => unknown
  unblocks: () => unknown
  last: () => Promise<string>
  pushes: () => Promise<string[]>
}

const local = (milliseconds: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' })
    .format(milliseconds)
    .replace(',', '')

const never = () => {
  throw new Error('not on this phone')
}

export function withTelegram(journey: Journey, name: string): Member {
  const phone = journey.telegram.user({ first_name: name, last_name: 'Martin' })
  return {
    name,
    words: WORDS.fr,
    starts: (code) => phone.start(code),
    says: (text) => phone.says(text),
    taps: (label) => phone.taps(label),
    blocks: () => phone.blocks(),
    unblocks: () => phone.unblocks(),
    last: async () => phone.messages().at(-1)!.text,
    pushes: async () =>
      phone
        .messages()
        .filter(({ buttons }) => buttons.includes('3 Stop'))
        .map(({ message }) => local(message.date * 1000, PARIS)),
  }
}

export type Paged = Member & { page: ReturnType<typeof openPage> }

export function byPage(journey: Journey, name: string, { says, lives = PARIS }: { says?: string; lives?: string } = {}): Paged {
  const page = openPage(journey, '', says)
  return {
    name,
    words: WORDS.fr,
    page,
    starts: (code) => page.joins(code, { name, once: randomBytes(16).toString('hex') }),
    says: page.says,
    taps: page.taps,
    blocks: never,
    unblocks: never,
    last: async () => (await page.reads()).at(-1)!.text,
    pushes: async () =>
      (await page.reads())
        .filter(({ choices }) => choices.some(({ label }) => label === '3 Stop'))
        .map((said) => local(Date.parse(said.at), lives)),
  }
}

/** So many answer in the same moment; then the others. */
const AT_ONCE = 12
const MOMENT_MS = 4000

/** From the code to « envoyée », an act a step. */
const STEPS: ((member: Member, code: string) => unknown)[] = [
  (member, code) => member.starts(code),
  (member) => member.taps(member.words.yes),
  (member) => member.taps(member.words.yes),
  (member) => member.says(member.words.moment),
  (member) => member.says(member.words.action),
  (member) => member.taps(member.words.skip),
  (member) => member.says(member.words.result),
  (member) => member.taps(member.words.level),
  (member) => member.says(member.words.next),
  (member) => member.taps(member.words.mine),
  (member) => member.taps(member.words.tutor),
  (member) => member.taps(member.words.send),
]
/** The step that answers the second question. */
export const SECOND_QUESTION = 4

/** `clock`: of the whole journey. */
export function openCrowd(journey: Journey, clock: { ms: number }) {
  const self = {
    /** A moment goes by. */
    passes() {
      clock.ms += MOMENT_MS
    },
    async together(members: Member[], act: (member: Member) => unknown): Promise<void> {
      for (let n = 0; n < members.length; n += AT_ONCE) {
        await Promise.all(members.slice(n, n + AT_ONCE).map(act))
        await journey.idle()
        self.passes()
      }
    },
    /** All of them take the same steps; `until` is not taken. */
    async walk(members: Member[], code: string, from = 0, until = STEPS.length): Promise<void> {
      for (const step of STEPS.slice(from, until)) await self.together(members, (member) => step(member, code))
    },
  }
  return self
}
