// Learners who go on whatever happens to the program, and know what they told it.
import { actOn, isSent, type Shown } from '../bench/learner.ts'
import type { FakeTelegram, Person } from '../fakes/telegram/index.ts'

export type Learner = {
  phone: Person
  /** Words that make each of their answers findable. */
  told: string[]
  /** Resolves when they read that their claim was sent; rejects, with the whole conversation, when nothing new is asked for too long. */
  sent: Promise<void>
}

/** Nobody may wait longer than this for the bot once the program runs undisturbed: far more than a restart takes. */
const PATIENCE_MS = 15_000

/** `disturbed`: when the program was last started or cut off, performance.now(). */
export function sendLearner(telegram: FakeTelegram, name: string, badge: string, disturbed = () => 0): Learner {
  const phone = telegram.user({ first_name: name })
  const told: Learner['told'] = []
  const reads = async (turn: number): Promise<Shown[]> => {
    const something = (shown: Shown): boolean => isSent(shown) || actOn(shown, turn) !== undefined
    for (;;) {
      const since = performance.now()
      try {
        return (await phone.reads({ until: (fresh) => fresh.map(shownAs).some(something), within: PATIENCE_MS })).map(shownAs)
      } catch (error) {
        if (disturbed() < since) throw error
      }
    }
  }
  const go = async () => {
    const answered = new Set<string>()
    phone.start(badge)
    for (let turn = 1; ; turn++) {
      const seen = await reads(turn)
      if (seen.some(isSent)) return
      const asked = seen.findLast((shown) => actOn(shown, turn))!
      const mark = `${name}${turn}`
      const act = actOn(asked, turn, mark)!
      if (act.is === 'text') {
        phone.says(act.text)
        // a question that came twice gets two answers; the second lands where the conversation is by then
        if (!answered.has(asked.text)) told.push(mark)
        answered.add(asked.text)
      } else await phone.taps(labelOf(asked, act.data))
    }
  }
  const sent = go()
  sent.catch(() => undefined) // whoever waits for it is told; nobody may be waiting yet
  return { phone, told, sent }
}

const shownAs = ({ text, message }: Awaited<ReturnType<Person['reads']>>[number]): Shown => ({
  text,
  buttons: (message.reply_markup?.inline_keyboard.flat() ?? []).map((b) => ({ label: b.text, data: b.callback_data ?? '' })),
})

const labelOf = ({ buttons }: Shown, data: string): string => buttons.find((button) => button.data === data)!.label
