// A picture small enough for a channel that carries few bytes. What is small already passes as it is.

export type Shrunk = { bytes: Uint8Array; mediaType: 'image/jpeg' | 'image/png' | 'image/gif' }

const SIDES = [1024, 800, 640, 480, 360, 240]
const QUALITIES = [75, 55, 40]
const AS_IS = { jpeg: 'image/jpeg', png: 'image/png', gif: 'image/gif' } as const

/**
 * At most `most` bytes, and 1024 pixels a side. Drawings (PNG) stay drawings, with fewer colours: a QR code must stay sharp.
 * Undefined: it is no picture that can be read.
 */
export async function shrinkPicture(bytes: Uint8Array, most: number): Promise<Shrunk | undefined> {
  const { default: sharp } = await import('sharp')
  try {
    const { format, width, height } = await sharp(bytes).metadata()
    const known = AS_IS[format as keyof typeof AS_IS]
    if (known && bytes.length <= most && Math.max(width, height) <= SIDES[0]!) return { bytes, mediaType: known }
    const source = await sharp(bytes).autoOrient().toBuffer()
    for (const side of SIDES) {
      const picture = sharp(source).resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      const tries =
        format === 'png'
          ? [picture.clone().png({ palette: true, colours: 64, effort: 7 }), picture.clone().png({ palette: true, colours: 16, effort: 7 })]
          : QUALITIES.map((quality) => picture.clone().flatten({ background: '#ffffff' }).jpeg({ quality }))
      for (const attempt of tries) {
        const drawn = await attempt.toBuffer()
        if (drawn.length <= most) return { bytes: drawn, mediaType: format === 'png' ? 'image/png' : 'image/jpeg' }
      }
    }
    return undefined
  } catch {
    // the decoder's errors are about the file's bytes only
    return undefined
  }
}
