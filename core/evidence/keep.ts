// What comes in as evidence, made safe to keep and to show. What a file is comes from its bytes; names and declared types decide nothing.
// Pictures are drawn anew, films lose everything that a player does not need (the place where they were taken, first of all), documents
// and sounds are kept as they are: a PDF's author or a song's title may be the very thing that the learner wants to show.
import { createHash } from 'node:crypto'
import type { EvidenceKind } from '../model/badge.ts'
import type { Refusal } from '../model/rows.ts'
import { keepFilm } from './film.ts'
import { keepOffice } from './office.ts'
import { keepPicture } from './picture.ts'
import { PICTURES, recognise } from './recognise.ts'
import { keepWebm } from './webm.ts'

export type FileKind = Exclude<EvidenceKind, 'link'>

export type Limits = {
  /** Of the file received, in bytes. Telegram hands out no more than 20 MB. */
  maxBytes: number
  /** Width × height of a JPEG, which is read in strips: a phone of 50 megapixels passes. */
  maxPixels: number
  /** Of any other picture, which is unfolded whole (at worst 8 bytes a pixel, twice). */
  maxPixelsWhole: number
  /** What a document may unfold to, in bytes. */
  maxUnfolded: number
  /** What the badge takes; found by content, whatever the sender called it. */
  kinds: readonly EvidenceKind[]
}
export const LIMITS: Limits = {
  maxBytes: 20 * 1024 * 1024,
  maxPixels: 52_000_000,
  maxPixelsWhole: 26_000_000,
  maxUnfolded: 200 * 1024 * 1024,
  kinds: ['photo', 'voice', 'video', 'document', 'link'],
}

/** A file once looked at: what it is, and the bytes that may be kept. */
export type Safe = { kind: FileKind; mediaType: string; bytes: Uint8Array; thumbnail?: Uint8Array }

export type Kept = Safe & {
  /** Of the bytes kept and of the bytes received, hexadecimal. */
  sha256: string
  sourceSha256: string
  /** Of the bytes kept. */
  size: number
}

/** What the sender's application says of a file. Only `kind` is looked at, and only where the content leaves it open. */
export type Claimed = { kind: FileKind; mediaType?: string; name?: string }

/**
 * Never throws on any content. A picture's `thumbnail` is a JPEG of at most 480 pixels a side.
 * `limits` may be given in part; the rest is `LIMITS`.
 */
export async function keepEvidence(
  bytes: Uint8Array,
  claimed: Claimed,
  limits: Partial<Limits> = {},
): Promise<{ kept: Kept } | { refused: Refusal }> {
  const held = { ...LIMITS, ...limits }
  if (bytes.length === 0) return { refused: 'empty' }
  if (bytes.length > held.maxBytes) return { refused: 'too-big' }
  const safe = await makeSafe(bytes, claimed, held)
  if (typeof safe === 'string') return { refused: safe }
  if (!held.kinds.includes(safe.kind)) return { refused: 'not-this-kind' }
  return { kept: { ...safe, size: safe.bytes.length, sha256: sha256(safe.bytes), sourceSha256: sha256(bytes) } }
}

async function makeSafe(bytes: Uint8Array, claimed: Claimed, limits: Limits): Promise<Safe | Refusal> {
  const found = await recognise(bytes)
  switch (found.is) {
    case 'refused':
      return found.refusal
    case 'text':
      return { kind: 'document', mediaType: 'text/plain', bytes: found.utf8 }
    case 'zip':
      return keepOffice(bytes, limits.maxUnfolded)
    case 'picture': {
      const format = PICTURES[found.mediaType]
      return keepPicture(bytes, format, format === 'jpeg' ? limits.maxPixels : limits.maxPixelsWhole)
    }
    case 'film':
      return keepFilm(bytes, found.mediaType)
    case 'webm':
      return keepWebm(bytes, claimed.kind)
    case 'sound':
      return { kind: 'voice', mediaType: found.mediaType, bytes }
    case 'pdf':
      return { kind: 'document', mediaType: 'application/pdf', bytes }
    default:
      return found satisfies never
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
