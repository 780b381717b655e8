// What a person sees of the bot, and how long they are willing to look.
import type { Message } from './types.ts'
import type { Chat, World } from './world.ts'

/** A message of the bot, as it stands now. */
export type Seen = {
  message: Message
  /** The text, or the caption, or nothing. */
  text: string
  /** Labels as shown, row by row. */
  buttons: string[]
  /** Where link buttons lead. */
  links: string[]
  /** The bytes that came with it. */
  file?: Buffer
}

export type Bounds = {
  until?: (seen: Seen[]) => boolean
  /** Milliseconds to wait for the first message, or for `until`. */
  within?: number
  /** Milliseconds of silence that end the reading. */
  quiet?: number
}

export function see(world: World, chat: Chat, from: number): Seen[] {
  return chat.story
    .slice(from)
    .flatMap((entry) => (entry.is === 'message' && entry.by.id === world.bot.id ? [seen(world, entry.message)] : []))
}

export async function readNew(
  world: World,
  chat: Chat,
  from: number,
  { until, within = 5000, quiet = 60 }: Bounds,
  transcript: () => string,
): Promise<{ seen: Seen[]; upTo: number }> {
  const deadline = performance.now() + within
  for (;;) {
    const upTo = chat.story.length
    const now = see(world, chat, from)
    if (until?.(now)) return { seen: now, upTo }
    const left = deadline - performance.now()
    if (left <= 0) {
      if (until) throw new Error(`what was waited for did not come within ${within} ms:\n${transcript()}`)
      return { seen: now, upTo }
    }
    const changed = await changes(world, chat, !until && now.length > 0 ? Math.min(quiet, left) : left)
    if (!changed && !until && now.length > 0) return { seen: now, upTo }
  }
}

/** Whether something happened in this chat within so many milliseconds. */
export function changes(world: World, chat: Chat, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (changed: boolean) => {
      clearTimeout(timer)
      world.changes.off('story', listen)
      resolve(changed)
    }
    const listen = (id: number) => {
      if (id === chat.facts.id) settle(true)
    }
    const timer = setTimeout(settle, milliseconds, false)
    world.changes.on('story', listen)
  })
}

function seen(world: World, message: Message): Seen {
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? []
  const id = (message.photo?.at(-1) ?? message.voice ?? message.video ?? message.audio ?? message.document)?.file_id
  return {
    message,
    text: message.text ?? message.caption ?? '',
    buttons: buttons.map(({ text }) => text),
    links: buttons.flatMap(({ url }) => url ?? []),
    file: id === undefined ? undefined : world.files.get(id)?.bytes,
  }
}
