// The picture that a foreign badge brings: kept beside the draft, for whoever chooses colour and pictogram. Déclic draws its own.
import { openExchange } from '../../issuing/exchange.ts'

const MOST_BYTES = 2 * 1024 * 1024
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export type KeptPicture = { bytes: Buffer; extension: 'png' | 'svg' }

/** From a data URI. A text: why there is none. */
export function pictureIn(image: string | undefined): KeptPicture | string {
  if (!image) return 'it brings no picture'
  const [, base64, data] = /^data:image\/[\w.+-]+(?:;[\w=-]+)*?(;base64)?,(.*)$/s.exec(image) ?? []
  if (data === undefined) return `its picture is at ${image.slice(0, 200)}`
  if (data.length > MOST_BYTES * 1.4) return 'its picture is too big'
  const bytes = base64 ? Buffer.from(data, 'base64') : Buffer.from(decodeSafely(data))
  if (bytes.subarray(0, 8).equals(PNG)) return { bytes, extension: 'png' }
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(bytes.toString('utf8', 0, 2000))) return { bytes, extension: 'svg' }
  return 'its picture is neither PNG nor SVG'
}

const decodeSafely = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** JSON at an address that the operator named. Throws, naming what came instead. */
export async function jsonAt(url: string): Promise<unknown> {
  const reply = await openExchange({ mostBytes: 8 * 1024 * 1024 })({
    method: 'GET',
    url,
    headers: { accept: 'application/ld+json, application/json' },
  })
  if (reply.is !== 'answer') throw new Error(reply.why)
  if (reply.status !== 200) throw new Error(`answered ${reply.status}`)
  return JSON.parse(reply.text)
}
