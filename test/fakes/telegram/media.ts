// Files that the bot sends: uploaded with the call, or named by the id of a file that the server has.
import { extname } from 'node:path'
import { badRequest, Refusal } from './refusal.ts'
import type { FileFacts, Message, Params, PhotoSize, Upload, Uploads } from './types.ts'
import type { World } from './world.ts'

export type MediaKind = 'photo' | 'voice' | 'video' | 'audio' | 'document'
const KINDS: MediaKind[] = ['photo', 'voice', 'video', 'audio', 'document']
const UPLOAD_BYTES = 50 * 1024 * 1024
const PHOTO_BYTES = 10 * 1024 * 1024

/** The part of a message that holds this file. */
export function sentMedia(world: World, kind: MediaKind, value: unknown, uploads: Uploads): Partial<Message> {
  const upload = uploadOf(value, kind, uploads)
  if (upload) return { [kind]: keep(world, kind, upload) }
  const known = world.files.get(String(value))
  if (!known) throw badRequest('wrong file identifier/HTTP URL specified')
  const facts = { file_id: String(value), file_unique_id: known.uniqueId, file_size: known.bytes.length }
  return { [kind]: kind === 'photo' ? [{ ...facts, width: 1280, height: 960 }] : facts }
}

/** The items of sendMediaGroup. */
export function sentAlbum(world: World, params: Params, uploads: Uploads): { caption: unknown; content: Partial<Message> }[] {
  const items = (typeof params.media === 'string' ? JSON.parse(params.media) : params.media) as {
    type: MediaKind
    media: string
    caption?: string
  }[]
  if (!Array.isArray(items) || items.length < 2 || items.length > 10) {
    throw badRequest('expected from 2 to 10 items in the media group')
  }
  const types = new Set(items.map(({ type }) => type))
  if (!items.every(({ type }) => KINDS.includes(type)) || types.has('voice')) throw badRequest('type of file mismatch')
  if ((types.has('document') || types.has('audio')) && types.size > 1)
    throw badRequest("documents and audio can't be mixed with other media types")
  return items.map(({ type, media, caption }) => ({ caption, content: sentMedia(world, type, media, uploads) }))
}

/** The sizes of a photo that somebody sends: three, the last the whole. */
export function photoSizes(world: World, bytes: Buffer, claimedSize?: number): PhotoSize[] {
  const small = world.store(bytes.subarray(0, Math.min(bytes.length, 500)), 'thumbnails', '.jpg')
  const middle = world.store(bytes.subarray(0, Math.min(bytes.length, 5000)), 'thumbnails', '.jpg')
  const whole = world.store(bytes, 'photos', '.jpg', claimedSize)
  return [
    { ...small, width: 90, height: 67 },
    { ...middle, width: 320, height: 240 },
    { ...whole, width: 1280, height: 960 },
  ]
}

function uploadOf(value: unknown, kind: MediaKind, uploads: Uploads): Upload | undefined {
  if (typeof value === 'string' && value.startsWith('attach://')) return uploads.get(value.slice('attach://'.length))
  return value === undefined ? uploads.get(kind) : undefined
}

function keep(world: World, kind: MediaKind, { name, bytes }: Upload): FileFacts | PhotoSize[] {
  if (bytes.length === 0) throw badRequest('file must be non-empty')
  if (bytes.length > UPLOAD_BYTES) throw new Refusal(413, 'Request Entity Too Large')
  if (kind === 'photo') {
    if (bytes.length > PHOTO_BYTES) throw badRequest('file is too big for a photo')
    if (!isPicture(bytes)) throw badRequest('IMAGE_PROCESS_FAILED')
    return photoSizes(world, bytes)
  }
  return { ...world.store(bytes, `${kind}s`, extname(name)), file_name: name }
}

/** JPEG, PNG, WebP, GIF by their first bytes. */
const isPicture = (bytes: Buffer): boolean => /^(ffd8ff|89504e47|52494646|47494638)/.test(bytes.subarray(0, 4).toString('hex'))
