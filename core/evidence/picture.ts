// A picture is never kept as it came: it is drawn anew, upright, in sRGB, without EXIF, XMP, IPTC, place, embedded film or whatever
// hides behind its end. All leave as JPEG, which every phone, mailer and messenger shows; what was transparent becomes white.
import type { Refusal } from '../model/rows.ts'
import type { Safe } from './keep.ts'

const LONGEST_SIDE = 2560
const THUMBNAIL_SIDE = 480

/** Loaded with the first picture: it takes 20 MB, and many processes never see one. */
async function decoder() {
  const { default: sharp } = await import('sharp')
  sharp.concurrency(1)
  sharp.cache(false)
  return sharp
}

/** One picture in memory at a time: a thread each for four pictures of 50 megapixels would take a gigabyte. */
let queue: Promise<unknown> = Promise.resolve()

/** @param format what the decoder must find; anything else is a file that two readers read differently. */
export function keepPicture(bytes: Uint8Array, format: string, maxPixels: number): Promise<Safe | Refusal> {
  const mine = queue.then(() => draw(bytes, format, maxPixels))
  // Waits for this one, whatever comes of it, and holds on to nothing of it.
  const done = () => undefined
  queue = mine.then(done, done)
  return mine
}

async function draw(bytes: Uint8Array, format: string, maxPixels: number): Promise<Safe | Refusal> {
  const sharp = await decoder()
  try {
    // The header alone, so that a bomb is told by what it says of itself. Only the first picture of an animation is read.
    const header = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (header.format !== format) return 'unreadable'
    if (header.width * header.height > maxPixels) return 'bomb'
    const picture = await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error', sequentialRead: true })
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      // Photographs bear coarser colours; the letters of a screenshot do not.
      .jpeg({ quality: 86, chromaSubsampling: format === 'jpeg' ? '4:2:0' : '4:4:4' })
      .toBuffer()
    const thumbnail = await sharp(picture)
      .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 78 })
      .toBuffer()
    return { kind: 'photo', mediaType: 'image/jpeg', bytes: picture, thumbnail }
  } catch {
    // The decoder's errors are about the file's bytes only: cut short, damaged, or made to look like a picture.
    return 'unreadable'
  }
}
