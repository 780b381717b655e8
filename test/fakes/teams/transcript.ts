// A chat as docs write conversations: `B  Bonjour`, then the buttons of the message, `L  *taps* 1 Oui`.
import { actionsOf, wordsOf } from './card.ts'
import type { Entry, Message } from './types.ts'

/** Random codes in links are left out, so that two runs read alike. */
export function transcribe(story: Entry[], bot: string, letterOf: (id: string) => string): string {
  const lines = story.flatMap((entry): string[] => {
    switch (entry.is) {
      case 'tap':
        return [`${letterOf(entry.by)}  *taps* ${entry.button}`]
      case 'edit':
        return [`${letterOf(entry.by)}  *edits* ${entry.text}`]
      case 'act':
        return [`${letterOf(entry.by)}  *${entry.what}*`]
      case 'message':
        return told(entry.message.by === bot ? 'B' : letterOf(entry.message.by), entry.message)
      default:
        return entry satisfies never
    }
  })
  return lines.join('\n').replace(/(%2Fstart%20|\/start |\/(?:[a-z]|sac)\/)[A-Za-z0-9_-]{22,}/g, '$1…')
}

function told(letter: string, message: Message): string[] {
  const said = message.asSent ?? message
  const [first, ...rest] = [thing(said), wordsOf(said)].filter(Boolean).join(' ').split('\n')
  const buttons = actionsOf(said).map(({ title, url }) => `[${title}${url ? ' ↗' : ''}]`)
  return [
    `${letter}  ${first}`.trimEnd(),
    ...rest.map((line) => `   ${line}`.trimEnd()),
    ...(buttons.length ? [`   ${buttons.join(' ')}`] : []),
  ]
}

function thing({ attachments }: Pick<Message, 'attachments'>): string {
  for (const { contentType, name } of attachments) {
    if (contentType.startsWith('image/')) return '*picture*'
    if (contentType.endsWith('file.consent')) return `*offers the file ${name}*`
    if (contentType.endsWith('file.info')) return `*the file ${name}*`
  }
  return ''
}
