// A badge inside its own picture, so that the file is the badge. https://www.imsglobal.org/spec/ob/v3p0/#baking, and for Open Badges 2.0
// https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/baking/index.html
// The PNG chunk is written here: png-itxt works on streams and on the Buffer constructor that Node has deprecated.
import { crc32 } from 'node:zlib'

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A picture holds one badge, by one of the standards. */
const STANDARDS = {
  '3.0': { keyword: 'openbadgecredential', namespace: 'https://purl.imsglobal.org/ob/v3p0', element: 'openbadges:credential' },
  '2.0': { keyword: 'openbadges', namespace: 'http://openbadges.org', element: 'openbadges:assertion' },
} as const
export type Standard = keyof typeof STANDARDS

type Chunk = { type: string; data: Buffer }

/** The picture with the credential in an uncompressed iTXt chunk, in place of one that was there. Throws when `png` is no PNG. */
export function bakePng(png: Uint8Array, credential: object, standard: Standard = '3.0'): Buffer {
  const { keyword } = STANDARDS[standard]
  const text = Buffer.from(JSON.stringify(credential))
  // Keyword, 0, not compressed, method 0, no language, no translated keyword (https://www.w3.org/TR/png/#11iTXt)
  const baked: Chunk = { type: 'iTXt', data: Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, 'latin1'), text]) }
  const chunks = chunksOf(png).filter((chunk) => !isBaked(chunk, '3.0') && !isBaked(chunk, '2.0'))
  const header = chunks[0]
  if (header?.type !== 'IHDR') throw new Error('the picture is not a whole PNG')
  return Buffer.concat([PNG_SIGNATURE, ...[header, baked, ...chunks.slice(1)].map(encode)])
}

/** The credential in the picture, parsed; undefined when there is none. Throws when it cannot be read. */
export function unbakePng(png: Uint8Array, standard: Standard = '3.0'): unknown {
  const data = chunksOf(png).find((chunk) => isBaked(chunk, standard))?.data
  if (!data) return undefined
  const fields = data.subarray(STANDARDS[standard].keyword.length + 1)
  if (fields[0] !== 0) throw new Error('the credential in the picture is compressed: baking forbids that')
  const language = fields.indexOf(0, 2)
  const translated = fields.indexOf(0, language + 1)
  return JSON.parse(fields.toString('utf8', translated + 1))
}

/** The drawing with the badge in an element of the standard’s own, in place of one that was there. An assertion says where it is hosted. */
export function bakeSvg(svg: string, badge: object & { id?: unknown }, standard: Standard = '3.0'): string {
  const { namespace, element } = STANDARDS[standard]
  const bare = svg
    .replace(BAKED['3.0'], '')
    .replace(BAKED['2.0'], '')
    .replace(/ xmlns:openbadges="[^"]*"/, '')
  const opening = /<svg\b[^>]*>/.exec(bare)?.[0]
  if (!opening || opening.endsWith('/>')) throw new Error('the picture is not an SVG')
  const json = JSON.stringify(badge).replaceAll(']]>', ']]\\u003e')
  const verify = standard === '2.0' ? ` verify="${String(badge.id).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"` : ''
  return bare.replace(
    opening,
    () => `${opening.slice(0, -1)} xmlns:openbadges="${namespace}"><${element}${verify}><![CDATA[${json}]]></${element}>`,
  )
}

const BAKED: Record<Standard, RegExp> = {
  '3.0': /<openbadges:credential\b[^>]*>\s*(?:<!\[CDATA\[([\s\S]*?)\]\]>)?\s*<\/openbadges:credential>/,
  '2.0': /<openbadges:assertion\b[^>]*>\s*(?:<!\[CDATA\[([\s\S]*?)\]\]>)?\s*<\/openbadges:assertion>/,
}

/** The badge in the drawing, parsed; undefined when there is none. */
export function unbakeSvg(svg: string, standard: Standard = '3.0'): unknown {
  const json = BAKED[standard].exec(svg)?.[1]
  return json === undefined ? undefined : JSON.parse(json)
}

const isBaked = ({ type, data }: Chunk, standard: Standard): boolean => {
  const { keyword } = STANDARDS[standard]
  return type === 'iTXt' && data.subarray(0, keyword.length + 1).toString('latin1') === `${keyword}\0`
}

function chunksOf(png: Uint8Array): Chunk[] {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  if (!bytes.subarray(0, 8).equals(PNG_SIGNATURE)) throw new Error('the picture is not a PNG')
  const chunks: Chunk[] = []
  for (let at = 8; at < bytes.length; ) {
    if (at + 12 > bytes.length) throw new Error('the picture is cut off')
    const length = bytes.readUInt32BE(at)
    if (at + 12 + length > bytes.length) throw new Error('the picture is cut off')
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}

function encode({ type, data }: Chunk): Buffer {
  const chunk = Buffer.alloc(12 + data.length)
  chunk.writeUInt32BE(data.length, 0)
  chunk.write(type, 4, 'latin1')
  data.copy(chunk, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length)
  return chunk
}
