// What a visitor brings: a picture with a badge inside, a badge as JSON, a signed text. Everything about it may be hostile.
import { inflateSync } from 'node:zlib'
import { z } from 'zod'

/** Bytes of a file; a badge with its picture inside stays well below. */
export const MOST_BYTES = 4 * 1024 * 1024
/** Bytes of the badge itself: pictures may stand in it as data: addresses. */
const MOST_TEXT = 2 * 1024 * 1024
/** Reading is made of these: more is no badge, however small its file. */
const MOST_PARTS = 6000
/** Things with properties: what a signature covers is made of them, and making it takes longer than their number. */
const MOST_THINGS = 700
const DEEPEST = 40

/** Why nothing could be taken out; each has a kind sentence in the texts (`check-not-*`). */
export type NotABadge = 'empty' | 'too-big' | 'no-badge-inside' | 'damaged' | 'not-readable' | 'too-deep' | 'page'

export type Unpacked =
  | { is: 'json'; value: Record<string, unknown> }
  /** JSON Web Token in its compact form. */
  | { is: 'token'; token: string }
  /** A baked picture may hold nothing but the address of its badge. */
  | { is: 'address'; address: string }
  | { is: 'nothing'; why: NotABadge }

const nothing = (why: NotABadge): Unpacked => ({ is: 'nothing', why })

/** Never throws. */
export function unpack(bytes: Uint8Array): Unpacked {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length === 0) return nothing('empty')
  if (file.length > MOST_BYTES) return nothing('too-big')
  if (file.subarray(0, 8).equals(PNG)) return fromPng(file)
  const start = file.subarray(0, 1024).toString('utf8').trimStart()
  if (/^(\uFEFF)?</.test(start))
    return /<svg\b/i.test(file.subarray(0, 64 * 1024).toString('utf8')) ? fromSvg(file.toString('utf8')) : nothing('page')
  return fromText(file.toString('utf8'))
}

/** A badge as text: JSON, a signed token, or the address of one. */
export function fromText(text: string): Unpacked {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  if (!trimmed) return nothing('empty')
  if (trimmed.length > MOST_TEXT) return nothing('too-big')
  if (TOKEN.test(trimmed)) return { is: 'token', token: trimmed }
  if (/^https?:\/\/\S+$/i.test(trimmed) && trimmed.length < 2000) return { is: 'address', address: trimmed }
  try {
    return ofValue(JSON.parse(trimmed))
  } catch {
    return nothing('not-readable')
  }
}

/** Plain JSON of a bearable size, whoever read it. */
export function ofValue(value: unknown): Unpacked {
  if (!isBearable(value)) return nothing('too-deep')
  const read = z.record(z.string(), z.unknown()).safeParse(value)
  return read.success ? { is: 'json', value: read.data } : nothing('not-readable')
}

const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/

/** By a list of what is left to see, not by recursion: depth is what is hostile here. */
function isBearable(value: unknown): boolean {
  const left: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  let things = 0
  for (let seen = 0; left.length > 0; seen++) {
    const { value, depth } = left.pop()!
    if (seen > MOST_PARTS || depth > DEEPEST) return false
    if (typeof value !== 'object' || value === null) continue
    if (!Array.isArray(value) && ++things > MOST_THINGS) return false
    const parts = Object.values(value)
    if (parts.length > MOST_PARTS) return false
    for (const part of parts) left.push({ value: part, depth: depth + 1 })
  }
  return true
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Open Badges 3.0 wants `openbadgecredential` in iTXt; 2.0 `openbadges` in iTXt, and its first writers used tEXt. */
const KEYWORDS = ['openbadgecredential', 'openbadges']

function fromPng(file: Buffer): Unpacked {
  let found: string | undefined
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at)
    if (at + 12 + length > file.length) return nothing('damaged')
    const type = file.toString('latin1', at + 4, at + 8)
    const text = type === 'iTXt' || type === 'tEXt' ? textOf(type, file.subarray(at + 8, at + 8 + length)) : undefined
    if (text === 'damaged') return nothing('damaged')
    // the newer standard first, where a picture holds both
    if (text && text.keyword === KEYWORDS[0]) return fromText(text.text)
    found ??= text?.text
    at += 12 + length
  }
  return found === undefined ? nothing('no-badge-inside') : fromText(found)
}

/** https://www.w3.org/TR/png/#11iTXt; undefined: it is about something else. */
function textOf(type: 'iTXt' | 'tEXt', data: Buffer): { keyword: string; text: string } | 'damaged' | undefined {
  const end = data.indexOf(0)
  const keyword = data.toString('latin1', 0, Math.max(end, 0))
  if (!KEYWORDS.includes(keyword)) return undefined
  if (type === 'tEXt') return { keyword, text: data.toString('utf8', end + 1) }
  const language = data.indexOf(0, end + 3)
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1)
  if (translated < 0) return 'damaged'
  const text = data.subarray(translated + 1)
  // baking forbids compression, and some bake so nevertheless; a bomb ends here
  if (data[end + 1] !== 1) return { keyword, text: text.toString('utf8') }
  try {
    return { keyword, text: inflateSync(text, { maxOutputLength: MOST_TEXT }).toString('utf8') }
  } catch {
    return 'damaged'
  }
}

/** By places in the text: a pattern that goes back and forth in a hostile file would take for ever. */
function fromSvg(svg: string): Unpacked {
  for (const name of ['openbadges:credential', 'openbadges:assertion']) {
    const start = svg.indexOf(`<${name}`)
    if (start < 0) continue
    const opened = svg.indexOf('>', start)
    if (opened < 0 || opened - start > 16_384) return nothing('damaged')
    const tag = svg.slice(start, opened)
    if (!tag.endsWith('/')) {
      const end = svg.indexOf(`</${name}`, opened)
      if (end < 0) return nothing('damaged')
      const inside = contentOf(svg.slice(opened + 1, end))
      if (inside) return fromText(inside)
    }
    const verify = /\sverify=["']([^"']+)["']/.exec(tag)?.[1]
    return verify ? fromText(unescaped(verify)) : nothing('damaged')
  }
  return nothing('no-badge-inside')
}

function contentOf(inside: string): string {
  const trimmed = inside.trim()
  const isRaw = trimmed.startsWith('<![CDATA[') && trimmed.endsWith(']]>')
  return isRaw ? trimmed.slice(9, -3).trim() : unescaped(trimmed)
}

const ENTITIES: Record<string, string> = { quot: '"', apos: "'", lt: '<', gt: '>', amp: '&' }
const unescaped = (text: string): string => text.replace(/&(quot|apos|lt|gt|amp);/g, (_, name: string) => ENTITIES[name]!)
