// Attachments become calls: pictures and films side by side as albums, the rest one by one, each as the kind that Telegram plays.
import { type Api, GrammyError, InputFile } from 'grammy'
import type { EvidenceStore } from '../../core/evidence/port.ts'
import type { Attachment } from '../../dialogs/vocabulary.ts'

/** The bytes of an attachment; `name` is what the person sees on a document. */
export type Piece = { bytes: Uint8Array; name: string; mediaType: string }

/** What is drawn or packed when it is asked for: the picture or the file of a badge, an archive. Undefined: there is no such thing any more. */
export type Pictures = (attachment: Exclude<Attachment, { is: 'evidence' }>) => Promise<Piece | undefined>

/** Sends one message (an album counts as one) and says its id, and its time unless it was edited. */
export type Call = (chat: string) => Promise<Posted>
type Posted = { message_id: number; date?: number }

type Shown = 'photo' | 'video' | 'voice' | 'audio' | 'document'

/** https://core.telegram.org/bots/api#sending-files: photos up to 10 MB, everything else up to 50 MB. */
const PHOTO_BYTES = 10_000_000
const UPLOAD_BYTES = 50_000_000
const ALBUM = 10

const ACTIONS = {
  photo: 'upload_photo',
  video: 'upload_video',
  voice: 'upload_voice',
  audio: 'upload_voice',
  document: 'upload_document',
} as const

/** Undefined: it is no longer in the store (removed by the person), or too big for Telegram. */
export async function load(attachment: Attachment, sources: { evidence: EvidenceStore; pictures: Pictures }): Promise<Piece | undefined> {
  if (attachment.is !== 'evidence') return sources.pictures(attachment)
  const kept = await sources.evidence.get(attachment.file)
  if (!kept || kept.bytes.length > UPLOAD_BYTES) return undefined
  return { bytes: kept.bytes, name: nameOf(attachment), mediaType: kept.mediaType }
}

/** The calls that show these pieces, in their order. */
export function calls(api: Api, pieces: (Piece & { asFile: boolean })[]): Call[] {
  return inAlbums(pieces.map((piece) => ({ ...piece, shown: shownAs(piece) }))).map((group) =>
    group.length > 1 ? album(api, group) : single(api, group[0]!),
  )
}

type Showable = Piece & { shown: Shown }

function shownAs({ mediaType, bytes, asFile }: Piece & { asFile: boolean }): Shown {
  if (asFile) return 'document'
  if (/^image\/(jpeg|png|webp)$/.test(mediaType) && bytes.length <= PHOTO_BYTES) return 'photo'
  if (mediaType === 'video/mp4') return 'video'
  if (/^(audio\/ogg|audio\/opus|application\/ogg)/.test(mediaType)) return 'voice'
  if (/^audio\/(mpeg|mp4|x-m4a|aac)/.test(mediaType)) return 'audio'
  return 'document'
}

const inAlbum = (piece: Showable) => piece.shown === 'photo' || piece.shown === 'video'

function inAlbums(pieces: Showable[]): Showable[][] {
  const groups: Showable[][] = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    if (last && inAlbum(piece) && inAlbum(last[0]!) && last.length < ALBUM) last.push(piece)
    else groups.push([piece])
  }
  return groups
}

const file = ({ bytes, name }: Piece) => new InputFile(bytes, name)

/** Where Telegram cannot show one of them, each goes alone. */
function album(api: Api, group: Showable[]): Call {
  return async (chat) => {
    showProgress(api, chat, group[0]!.shown)
    const media = group.map((piece) => ({ type: piece.shown === 'video' ? ('video' as const) : ('photo' as const), media: file(piece) }))
    try {
      return (await api.sendMediaGroup(chat, media)).at(-1)!
    } catch (error) {
      if (!isUnshowable(error)) throw error
      let last: Posted | undefined
      for (const piece of group) last = await single(api, piece)(chat)
      return last!
    }
  }
}

/** What Telegram will not show as what it is (odd proportions, voice notes that the person turned off) still arrives as a file. */
function single(api: Api, piece: Showable): Call {
  return async (chat) => {
    showProgress(api, chat, piece.shown)
    try {
      return await sendAs[piece.shown](api, chat, piece)
    } catch (error) {
      if (piece.shown === 'document' || !isUnshowable(error)) throw error
      return sendAs.document(api, chat, piece)
    }
  }
}

const isUnshowable = (error: unknown): boolean =>
  error instanceof GrammyError && error.error_code === 400 && UNSHOWABLE.test(error.description)

const UNSHOWABLE = /PHOTO_INVALID_DIMENSIONS|PHOTO_EXT_INVALID|IMAGE_PROCESS_FAILED|VOICE_MESSAGES_FORBIDDEN/i

const sendAs: Record<Shown, (api: Api, chat: string, piece: Piece) => Promise<Posted>> = {
  photo: (api, chat, piece) => api.sendPhoto(chat, file(piece)),
  video: (api, chat, piece) => api.sendVideo(chat, file(piece)),
  voice: (api, chat, piece) => api.sendVoice(chat, file(piece)),
  audio: (api, chat, piece) => api.sendAudio(chat, file(piece)),
  document: (api, chat, piece) => api.sendDocument(chat, file(piece)),
}

/** « envoie une photo… »: a courtesy, nobody waits for it and its failure is nothing. */
function showProgress(api: Api, chat: string, shown: Shown): void {
  api.sendChatAction(chat, ACTIONS[shown]).catch(() => {})
}

const EXTENSIONS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'audio/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
}

/** Never the unguessable name in the store. */
const nameOf = ({ kind, mediaType }: Extract<Attachment, { is: 'evidence' }>): string => {
  const extension = EXTENSIONS[mediaType.split(';')[0]!]
  return extension ? `${kind}.${extension}` : kind
}
