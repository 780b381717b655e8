// A credential inside its own picture, so that the file is the badge. https://www.imsglobal.org/spec/ob/v3p0/#baking
// The PNG chunk is written here: png-itxt works on streams and on the Buffer constructor that Node has deprecated.
import { crc32 } from 'node:zlib'

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const KEYWORD = 'openbadgecredential'
const NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0'

type Chunk = { type: string; data: Buffer }

/** The picture with the credential in an uncompressed iTXt chunk, in place of one that was there. Throws when `png` is no PNG. */
export function bakePng(png: Uint8Array, credential: object): Buffer {
  const text = Buffer.from(JSON.stringify(credential))
  // Keyword, 0, not compressed, method 0, no language, no translated keyword (https://www.w3.org/TR/png/#11iTXt)
  const baked: Chunk = { type: 'iTXt', data: Buffer.concat([Buffer.from(`${KEYWORD}\0\0\0\0\0`, 'latin1'), text]) }
  const chunks = chunksOf(png).filter((chunk) => !isBaked(chunk))
  const header = chunks[0]
  if (header?.type !== 'IHDR') throw new Error('the picture is not a whole PNG')
  return Buffer.concat([PNG_SIGNATURE, ...[header, baked, ...chunks.slice(1)].map(encode)])
}

/** The credential in the picture, parsed; undefined when there is none. Throws when it cannot be read. */
export function unbakePng(png: Uint8Array): unknown {
  const data = chunksOf(png).find(isBaked)?.data
  if (!data) return undefined
  const fields = data.subarray(KEYWORD.length + 1)
  if (fields[0] !== 0) throw new Error('the credential in the picture is compressed: baking forbids that')
  const language = fields.indexOf(0, 2)
  const translated = fields.indexOf(0, language + 1)
  return JSON.parse(fields.toString('utf8', translated + 1))
}

/** The drawing with the credential in an `openbadges:credential` element, in place of one that was there. */
export function bakeSvg(svg: string, credential: object): string {
  const bare = svg.replace(BAKED, '').replace(/ xmlns:openbadges="[^"]*"/, '')
  const opening = /<svg\b[^>]*>/.exec(bare)?.[0]
  if (!opening || opening.endsWith('/>')) throw new Error('the picture is not an SVG')
  const json = JSON.stringify(credential).replaceAll(']]>', ']]\\u003e')
  const element = `<openbadges:credential><![CDATA[${json}]]></openbadges:credential>`
  return bare.replace(opening, () => `${opening.slice(0, -1)} xmlns:openbadges="${NAMESPACE}">${element}`)
}

const BAKED = /<openbadges:credential\b[^>]*>\s*(?:<!\[CDATA\[([\s\S]*?)\]\]>)?\s*<\/openbadges:credential>/

/** The credential in the drawing, parsed; undefined when there is none. */
export function unbakeSvg(svg: string): unknown {
  const json = BAKED.exec(svg)?.[1]
  return json === undefined ? undefined : JSON.parse(json)
}

const isBaked = ({ type, data }: Chunk) => type === 'iTXt' && data.subarray(0, KEYWORD.length + 1).toString('latin1') === `${KEYWORD}\0`

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
