// Files and pictures in a message. What a file is called says for now what it is; its content decides later (core/evidence).
import type { MediaRef } from '../../core/model/rows.ts'
import type { InboundEvent } from '../../dialogs/vocabulary.ts'
import { type Activity, Download } from './activity.ts'

type Media = Extract<InboundEvent, { is: 'media' }>

export const DOWNLOAD = 'application/vnd.microsoft.teams.file.download.info'

const PHOTO = /^(jpe?g|png|gif|webp|heic|heif|bmp|tiff?)$/
/** An audio file counts as a voice note: a bot's chat in Teams has no microphone. */
const SOUND = /^(mp3|m4a|ogg|oga|opus|wav|aac|amr|3gp|weba)$/
const FILM = /^(mp4|mov|m4v|webm|3gpp|avi|mkv)$/

/** Every file and picture of a message, in order. Cards, quotations and the HTML twin of the text are none. */
export function mediaOf({ attachments, text }: Activity, caption: string, album: string): Media[] {
  const found = (attachments ?? []).flatMap((attachment) => {
    const { contentType, contentUrl, content } = attachment
    if (contentType === DOWNLOAD) {
      const info = Download.safeParse(content)
      if (!info.success) return []
      const name = attachment.name ?? undefined
      const ending = (info.data.fileType ?? name?.split('.').at(-1) ?? '').toLowerCase()
      return [{ kind: kindOf(ending), media: reference('file', info.data.downloadUrl, name) }]
    }
    // « image/* » is what Teams says of a picture that was pasted or taken; others name it
    const kind = /^image\//.test(contentType)
      ? 'photo'
      : /^audio\//.test(contentType)
        ? 'voice'
        : /^video\//.test(contentType)
          ? 'video'
          : undefined
    if (!kind || !contentUrl) return []
    const mediaType = contentType.endsWith('/*') ? undefined : contentType
    return [{ kind, media: reference('inline', contentUrl, attachment.name ?? undefined, mediaType) } as const]
  })
  return found.map((one, n) => ({
    is: 'media',
    ...one,
    ...(n === 0 && text && caption ? { caption } : {}),
    ...(found.length > 1 ? { album } : {}),
  }))
}

function kindOf(ending: string): Media['kind'] {
  if (PHOTO.test(ending)) return 'photo'
  if (SOUND.test(ending)) return 'voice'
  if (FILM.test(ending)) return 'video'
  return 'document'
}

/** `file`: an address that carries its own permission; `inline`: one that wants the bot's token. */
const reference = (how: 'file' | 'inline', url: string, name?: string, mediaType?: string): MediaRef => ({
  channel: 'teams',
  file: `${how} ${url}`,
  name,
  mediaType,
})
