// Attachments become messages of their own: a picture inside the message, small enough for it; anything else as a question whether
// the person wants the file (bots may not simply send one).
import type { EvidenceStore } from '../../core/evidence/port.ts'
import { endingOf } from '../../core/evidence/serve.ts'
import { shrinkPicture } from '../../core/evidence/shrink.ts'
import type { Attachment } from '../../dialogs/vocabulary.ts'
import type { Draft } from './connector.ts'
import type { Consents } from './consent.ts'

/** The bytes of an attachment; `name` is what the person sees on a file. */
export type Piece = { bytes: Uint8Array; name: string; mediaType: string }

/** What is drawn or packed when it is asked for. Undefined: there is no such thing any more. */
export type Pictures = (attachment: Exclude<Attachment, { is: 'evidence' }>) => Promise<Piece | undefined>

export type Sources = { evidence: EvidenceStore; pictures: Pictures }

/**
 * Bytes of a picture inside a message: as base64 27,000 characters, so that the message stays under Teams' 28 KB.
 * No public address is needed then, and nothing private lies behind one.
 */
const INLINE_BYTES = 20_000

/** Undefined: it is no longer there. */
export async function load(attachment: Attachment, { evidence, pictures }: Sources): Promise<Piece | undefined> {
  if (attachment.is !== 'evidence') return pictures(attachment)
  const kept = await evidence.get(attachment.file)
  // never the unguessable name in the store
  return kept && { ...kept, name: `${attachment.kind}.${endingOf(kept.mediaType)}` }
}

/** Undefined: it cannot be shown there. Files are for private chats only. */
export async function draftOf(
  attachment: Attachment,
  piece: Piece,
  { chat, place, consents, words }: { chat: string; place: 'private' | 'group'; consents: Consents; words: string },
): Promise<Draft | undefined> {
  const asFile = attachment.is === 'archive' || (attachment.is === 'badge' && attachment.as === 'file')
  if (!asFile && piece.mediaType.startsWith('image/')) {
    const small = await shrinkPicture(piece.bytes, INLINE_BYTES)
    if (small) return picture(small, piece.name)
  }
  return place === 'private' ? consents.ask(chat, attachment, piece, words) : undefined
}

const picture = ({ bytes, mediaType }: { bytes: Uint8Array; mediaType: string }, name: string): Draft => ({
  type: 'message',
  attachments: [{ contentType: mediaType, contentUrl: `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`, name }],
})
