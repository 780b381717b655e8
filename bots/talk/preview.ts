// What a badge's conversation will be like, for whoever writes a catalogue: the whole of it, on the very same turn, from hello to the badge.
// Everybody taps the first button, « sans aide » of a scale; the learner tells the badge's own examples. Nobody and nothing of it is left afterwards.
import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PHONES, type Phone } from '../../core/data/playground.ts'
import { renderBadge } from '../../core/issuing/builtin/index.ts'
import { parseChoice } from '../../dialogs/choice.ts'
import type { Attachment, Choice, InboundEvent, Outbound } from '../../dialogs/vocabulary.ts'
import { openRehearsal, type Wanted } from './rehearsal.ts'
import { tellingOf } from './telling.ts'

/** One message. `choices`: what could be tapped; `shows`: what goes with the words. */
export type Line = { phone: Phone; by: 'declic' | 'person'; text: string; choices: string[]; shows: (Shown | 'badge')[] }
type Shown = 'photo' | 'voice' | 'video' | 'document'

/** More than any badge needs: a conversation that went in a circle ends. */
const MOST_ACTS = 80

/** Takes some tenths of a second. Undefined: the catalogue has no such badge. */
export async function previewOf(wanted: Wanted, badgeId: string): Promise<Line[] | undefined> {
  const found = wanted.catalogue.badge(badgeId)
  if (!found) return undefined
  const photo = path.join(tmpdir(), `declic-preview-${randomUUID()}.png`)
  // any picture will do: this one is at hand
  await writeFile(photo, renderBadge({ ...found.badge.picture, name: found.badge.name[wanted.language], issuer: found.issuer.name }))
  const rehearsal = await openRehearsal(wanted)
  const lines: Line[] = []
  /** What each phone shows last, until it is answered. */
  const open = new Map<Phone, Outbound>()
  let link: string | undefined

  async function hear(): Promise<void> {
    for (const { phone, body } of await rehearsal.hear()) {
      const message = body as Outbound
      lines.push(lineOf(phone, message))
      open.set(phone, message)
      link ??= /^\/start ([\w-]{22,64})$/m.exec(message.text)?.[1]
    }
  }
  async function say(phone: Phone, event: InboundEvent, line: Pick<Line, 'text' | 'shows'>): Promise<void> {
    open.delete(phone)
    lines.push({ phone, by: 'person', choices: [], ...line })
    await rehearsal.says(phone, event)
    await hear()
  }
  async function answer(phone: Phone, { choices = [], text }: Outbound): Promise<void> {
    const [first, , third] = choices.filter(({ control }) => !control)
    const tapped = isScale(first) ? third : first
    if (tapped) return say(phone, { is: 'choice', data: tapped.data }, { text: tapped.label, shows: [] })
    const told = phone === 'learner' ? tellingOf(found!.badge, text, wanted.language) : undefined
    if (told === 'evidence') {
      const media = { channel: 'cli', file: photo, name: 'photo.png' }
      return say(phone, { is: 'media', kind: 'photo', media }, { text: '', shows: ['photo'] })
    }
    if (told) return say(phone, { is: 'text', text: told }, { text: told, shows: [] })
    open.delete(phone)
  }

  try {
    await say('learner', { is: 'start', code: badgeId }, { text: `/start ${badgeId}`, shows: [] })
    for (let acts = 0; acts < MOST_ACTS; acts++) {
      const phone = PHONES.find((one) => open.has(one))
      if (phone) await answer(phone, open.get(phone)!)
      else if (link && !lines.some((line) => line.phone === 'tutor'))
        await say('tutor', { is: 'start', code: link }, { text: '/start …', shows: [] })
      else if (await rehearsal.wait()) await hear()
      else break
    }
    return lines
  } finally {
    await rehearsal.end(false)
    await rm(photo, { force: true })
  }
}

/** A level of a criterion: « pas encore » comes first there. */
const isScale = (choice: Choice | undefined): boolean => parseChoice(choice?.data ?? '')?.prompt.startsWith('c:') ?? false

const lineOf = (phone: Phone, { text, choices = [], attachments = [] }: Outbound): Line => ({
  phone,
  by: 'declic',
  // a code that leads nowhere any more
  text: text.replace(/^\/start [\w-]{22,64}$/gm, '/start …').replace(/\/e\/[\w-]{22,64}/g, '/e/…'),
  choices: choices.map(({ label }) => label),
  shows: attachments.flatMap(shownOf),
})

function shownOf(attachment: Attachment): Line['shows'] {
  if (attachment.is === 'evidence') return [attachment.kind]
  return attachment.is === 'badge' ? ['badge'] : []
}
