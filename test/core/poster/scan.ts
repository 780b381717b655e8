// A reader of QR codes, as a phone has one.
import jsQR from 'jsqr'
import type { Sharp } from 'sharp'

/** What a reader of QR codes finds in a picture. jsqr is CommonJS: what it exports is under `default` here. */
export async function scan(picture: Sharp): Promise<string | undefined> {
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const read = (jsQR as unknown as { default?: typeof jsQR.default }).default ?? (jsQR as unknown as typeof jsQR.default)
  return read(new Uint8ClampedArray(data), info.width, info.height)?.data
}
