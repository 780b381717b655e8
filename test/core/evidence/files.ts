// Files as people, phones and attackers send them, made by code.
import { crc32, deflateSync } from 'node:zlib'
import { zipSync } from 'fflate'
import sharp from 'sharp'

export const ascii = (text: string): Buffer => Buffer.from(text, 'latin1')
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** A photograph-like JPEG (noise does not compress to nothing). */
export const photo = (width = 800, height = 600): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 30 } } })
    .jpeg()
    .toBuffer()

/** As a phone takes it: lying on its side, with its place, its owner, and XMP. */
export const phonePhoto = async (): Promise<Buffer> =>
  sharp(await photo(800, 600))
    .withExif({
      IFD0: { Make: 'Telephone', Artist: 'Awa Diallo' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 2976/100', GPSLongitudeRef: 'E', GPSLongitude: '2/1 17/1 4020/100' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><place>48.8583, 2.2945</place></x:xmpmeta>')
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([ascii(type), data])
  return Buffer.concat([u32(data.length), body, u32(crc32(body))])
}

/** A whole, valid PNG of black pixels, one bit each: tiny here, huge when unfolded. */
export const blackPng = (width: number, height: number): Buffer =>
  Buffer.concat([
    ascii('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', Buffer.concat([u32(width), u32(height), Buffer.from([1, 0, 0, 0, 0])])),
    chunk('IDAT', deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])

export const box = (type: string, ...content: (Buffer | string)[]): Buffer => {
  const body = Buffer.concat(content.map((part) => (typeof part === 'string' ? ascii(part) : part)))
  return Buffer.concat([u32(body.length + 8), ascii(type), body])
}
export const PLACE = '+48.8583+002.2945/'
const handler = (type: string): Buffer => box('hdlr', u32(0), u32(0), type, Buffer.alloc(13))
const track = (type: string): Buffer =>
  box('trak', box('tkhd', Buffer.alloc(84)), box('mdia', handler(type)), box('udta', box('\xa9xyz', PLACE)))

/** Boxes of a phone's film, its place written everywhere that phones write it. `tracks`: `vide`, `soun`. */
export const film = (brand: string, tracks: string[]): Buffer =>
  Buffer.concat([
    box('ftyp', brand, u32(0), brand, 'isom'),
    box(
      'moov',
      box('mvhd', Buffer.alloc(100)),
      ...tracks.map(track),
      box('udta', box('\xa9xyz', PLACE), box('loci', u32(0), PLACE)),
      box('meta', handler('mdta'), box('keys', 'com.apple.quicktime.location.ISO6709'), box('ilst', PLACE)),
      box('gps ', PLACE),
    ),
    box('uuid', Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex'), `<xmp>${PLACE}</xmp>`),
    box('free', PLACE),
    box('mdat', 'pictures and sounds'),
  ])

/** A film whose place stands in the samples of a track of their own, two in the first chunk and one in the second, as action cameras write it. */
export const actionFilm = (lastSize = 4, times = 1, ending = ''): Buffer => {
  const words = (...numbers: number[]) => Buffer.concat(numbers.map(u32))
  const start = box('ftyp', 'mp42', 'mp42', 'isom')
  const media = box('mdat', 'GPS1GPS2seenGPS3heard', ending)
  const tables = box(
    'stbl',
    box('stsc', words(0, 2, 1, 2, 1, 2, 1, 1)),
    box('stsz', words(0, 0, 3, 4, 4, lastSize)),
    box('stco', words(0, 2, start.length + 8, start.length + 20)),
  )
  const places = box('trak', box('mdia', handler('meta'), box('minf', tables)))
  return Buffer.concat([start, media, box('moov', box('mvhd', Buffer.alloc(100)), track('vide'), ...Array<Buffer>(times).fill(places))])
}

/** An EBML element with a length of four bytes, or of unknown length. */
export const ebml = (id: string, content: Buffer | string, known = true): Buffer => {
  const body = typeof content === 'string' ? ascii(content) : content
  const size = known ? u32(0x10000000 + body.length) : Buffer.from('01ffffffffffffff', 'hex')
  return Buffer.concat([Buffer.from(id, 'hex'), size, body])
}
/** `type` of the tracks: 1 pictures, 2 sound. `live`: as a browser records, of unknown length. */
export const webm = (types: number[], live: boolean): Buffer =>
  Buffer.concat([
    ebml('1a45dfa3', ebml('4282', 'webm')),
    ebml(
      '18538067',
      Buffer.concat([
        ebml('1654ae6b', Buffer.concat(types.map((type) => ebml('ae', ebml('83', Buffer.from([type])))))),
        ebml('1f43b675', ebml('a3', 'pictures and sounds'), !live),
        ebml('1254c367', ebml('7373', `LOCATION ${PLACE}`)),
      ]),
      !live,
    ),
  ])

/** A Word document; `main` is the type of its main part, `more` other parts. */
export const office = (
  main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  more: Record<string, Uint8Array> = {},
): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': Buffer.from(`<Types><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`),
      'word/document.xml': Buffer.from('<w:document><w:t>J’ai rangé l’atelier.</w:t></w:document>'),
      ...more,
    }),
  )

/** The n-th entry (from 0) of an archive's contents, to be falsified. */
export function contentsEntry(zip: Buffer, n: number): Buffer {
  let at = -1
  for (let i = 0; i <= n; i++) at = zip.indexOf('PK\x01\x02', at + 1, 'latin1')
  return zip.subarray(at)
}

export const pdf = ascii('%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
