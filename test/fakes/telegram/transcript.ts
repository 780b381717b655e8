// A chat as docs write conversations: `B  Bonjour`, then the buttons of the message, `L  *taps* 1 Oui`.
import type { Message, User } from './types.ts'
import type { Chat } from './world.ts'

/** Random codes in links are left out, so that two runs read alike. */
export function transcribe(chat: Chat, bot: User, letterOf: (user: User) => string): string {
  const lines: string[] = []
  let album: string | undefined
  for (const entry of chat.story) {
    const letter = entry.by.id === bot.id ? 'B' : letterOf(entry.by)
    if (entry.is === 'tap') lines.push(`${letter}  *taps* ${entry.button}`)
    else if (entry.is === 'edit') lines.push(`${letter}  *edits* ${entry.text}`)
    else if (entry.message.media_group_id !== undefined && entry.message.media_group_id === album) {
      lines.push(`${lines.pop()} ${pictogram(entry.message, letter === 'B')}`)
    } else {
      lines.push(...told(letter, entry.message))
    }
    album = entry.is === 'message' ? entry.message.media_group_id : undefined
  }
  return `${lines.join('\n').replace(/(start=|\/(?:[a-z]|sac)\/)[A-Za-z0-9_-]{22,}/g, '$1…')}\n`
}

function told(letter: string, message: Message): string[] {
  const [first, ...rest] = [pictogram(message, letter === 'B'), message.text ?? message.caption].filter(Boolean).join(' ').split('\n')
  const buttons = message.reply_markup?.inline_keyboard.flat().map(({ text, url }) => `[${text}${url ? ' ↗' : ''}]`) ?? []
  return [
    `${letter}  ${first}`.trimEnd(),
    ...rest.map((line) => `   ${line}`.trimEnd()),
    ...(buttons.length > 0 ? [`   ${buttons.join(' ')}`] : []),
  ]
}

function pictogram(message: Message, byBot: boolean): string {
  if (message.photo) return byBot ? '*picture*' : '🖼'
  const sound = message.voice ?? message.audio
  if (sound) return sound.duration === undefined ? '🎤' : `🎤 ${clock(sound.duration)}`
  if (message.video ?? message.video_note ?? message.animation) return '🎬'
  if (message.document) return `📎 ${message.document.file_name ?? ''}`.trimEnd()
  if (message.sticker) return '*sticker*'
  if (message.text !== undefined) return ''
  const kind = Object.keys(message).find((key) => !PLAIN.has(key) && message[key] !== undefined)
  return kind ? `*${kind.replaceAll('_', ' ')}*` : ''
}

const PLAIN = new Set([
  'message_id',
  'date',
  'chat',
  'from',
  'caption',
  'entities',
  'reply_markup',
  'reply_to_message',
  'media_group_id',
  'edit_date',
])

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
