// What a file is, by its content alone. Programs, web pages and texts are told apart here; the rest by file-type.
import { fileTypeFromBuffer } from 'file-type'
import type { Refusal } from '../model/rows.ts'

/**
 * Pictures that are taken, and what the decoder must call them. HEIC is not here: no decoder of it comes with the program. Nor is AVIF:
 * no camera sends it, and unfolding one of 50 megapixels takes 1.2 GB.
 */
export const PICTURES = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
} as const
export type PictureType = keyof typeof PICTURES

const FILMS: Record<string, string> = {
  'video/mp4': 'video/mp4',
  'video/x-m4v': 'video/mp4',
  'audio/mp4': 'video/mp4',
  'audio/x-m4a': 'video/mp4',
  'video/quicktime': 'video/quicktime',
  'video/3gpp': 'video/3gpp',
  'video/3gpp2': 'video/3gpp',
}

const SOUNDS: Record<string, string> = {
  'audio/ogg': 'audio/ogg',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'audio/mpeg': 'audio/mpeg',
  'audio/wav': 'audio/wav',
  'audio/aac': 'audio/aac',
  'audio/amr': 'audio/amr',
}

export type Found =
  | { is: 'refused'; refusal: Refusal }
  | { is: 'text'; utf8: Uint8Array }
  | { is: 'picture'; mediaType: PictureType }
  /** ISO base media and QuickTime; whether it has pictures, its tracks tell. `mediaType` as a film. */
  | { is: 'film'; mediaType: string }
  | { is: 'sound'; mediaType: string }
  | { is: 'zip' | 'webm' | 'pdf' }

export async function recognise(bytes: Uint8Array): Promise<Found> {
  if (isProgram(bytes)) return refused('program')
  if (startsWith(bytes, 'PK\x03\x04')) return { is: 'zip' }
  if (startsWith(bytes, '%PDF-')) return { is: 'pdf' }
  const text = startsWith(bytes, '#!AMR') ? undefined : unicodeText(bytes)
  if (text !== undefined) return fromText(text)
  const mediaType = await mediaTypeOf(bytes)
  if (mediaType === undefined) {
    const old = windowsText(bytes)
    return old === undefined ? refused('unknown-type') : fromText(old)
  }
  if (isPicture(mediaType)) return { is: 'picture', mediaType }
  const film = FILMS[mediaType]
  if (film) return { is: 'film', mediaType: film }
  const sound = SOUNDS[mediaType]
  if (sound) return { is: 'sound', mediaType: sound }
  return mediaType === 'video/webm' ? { is: 'webm' } : refused(PROGRAM_TYPES.has(mediaType) ? 'program' : 'unknown-type')
}

const refused = (refusal: Refusal): Found => ({ is: 'refused', refusal })
const isPicture = (mediaType: string): mediaType is PictureType => Object.hasOwn(PICTURES, mediaType)

/** file-type throws on some files that end too early; such a file is nothing that we know. */
const mediaTypeOf = (bytes: Uint8Array): Promise<string | undefined> =>
  fileTypeFromBuffer(bytes).then(
    (found) => found?.mime,
    () => undefined,
  )

/** ELF, Windows, Mach-O and Java, Dalvik, WebAssembly; a script's first line; the class id that makes an OLE file an installer (MSI). */
const PROGRAM_STARTS = ['\x7fELF', '\xca\xfe\xba\xbe', '\xfe\xed\xfa', '\xce\xfa\xed\xfe', '\xcf\xfa\xed\xfe', 'dex\n03', '\0asm']
const PROGRAM_TYPES = new Set([
  'application/x.ms.shortcut',
  'application/x-msdownload',
  'application/vnd.ms-cab-compressed',
  'application/x-deb',
  'application/x-rpm',
])
const SCRIPT = /^\s*(?:#!(?!AMR)|@echo off\b|<\?php\b)/i
const INSTALLER = Buffer.from('84100c0000000000c000000000000046', 'hex')

function isProgram(bytes: Uint8Array): boolean {
  if (PROGRAM_STARTS.some((start) => startsWith(bytes, start))) return true
  // A text may begin with these two letters; the header of a program then has zeros.
  if (startsWith(bytes, 'MZ') && bytes.subarray(0, 64).includes(0)) return true
  if (SCRIPT.test(latin(bytes.subarray(0, 64)).replace(/^\xef\xbb\xbf/, ''))) return true
  return startsWith(bytes, '\xd0\xcf\x11\xe0') && asBuffer(bytes).includes(INSTALLER)
}

/** What a browser would take for a page (WHATWG MIME Sniffing, 7.1), pages saved whole (MHTML), SVG and XML, after any comment. */
const PAGE =
  /^\s*<(?:!doctype|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|img|meta|link|base|form|object|embed|svg|math|\?xml)[\s>/?]|^\s*<!--|^(?=[\s\S]*multipart\/related)(?:From|MIME-Version|Snapshot-Content-Location):/i
/** Texts that are instructions for another program, not to be read: RTF, PostScript. */
const NOT_TO_READ = /^(?:\{\\rtf|%!PS)/

function fromText(text: string): Found {
  const start = text.trimStart().slice(0, 2048)
  if (start === '') return refused('empty')
  if (PAGE.test(start) || /<(?:html|script|svg|iframe)[\s>]/i.test(start)) return refused('web-page')
  if (SCRIPT.test(start)) return refused('program')
  return NOT_TO_READ.test(start) ? refused('unknown-type') : { is: 'text', utf8: Buffer.from(text) }
}

/** The bytes that no text holds (WHATWG MIME Sniffing, "binary data byte"). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const BINARY = /[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]/

const unicodeText = (bytes: Uint8Array): string | undefined =>
  startsWith(bytes, '\xff\xfe')
    ? decoded(bytes, 'utf-16le')
    : startsWith(bytes, '\xfe\xff')
      ? decoded(bytes, 'utf-16be')
      : decoded(bytes, 'utf-8')

/** Notepad's French before Unicode. Any bytes can be read so, hence the share of letters: a text is mostly ASCII. */
function windowsText(bytes: Uint8Array): string | undefined {
  const text = decoded(bytes, 'windows-1252')
  const plain = bytes.reduce((count, byte) => (byte < 0x80 ? count + 1 : count), 0)
  return plain > bytes.length * 0.7 ? text : undefined
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  // Most files show in their first bytes that they are no text; the whole is only decoded when they do not.
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be' && BINARY.test(latin(bytes.subarray(0, 512)))) return undefined
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return BINARY.test(text) ? undefined : text
  } catch {
    return undefined
  }
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const latin = (bytes: Uint8Array): string => asBuffer(bytes).toString('latin1')
const startsWith = (bytes: Uint8Array, start: string): boolean => latin(bytes.subarray(0, start.length)) === start
