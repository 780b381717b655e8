import { Resvg } from '@resvg/resvg-js'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { contrast, darkEnough, mix, readableGround } from '../../../../core/issuing/builtin/colour.ts'
import { compose, drawable, outline } from '../../../../core/issuing/builtin/lettering.ts'
import { PICTOGRAMS } from '../../../../core/issuing/builtin/pictograms.ts'
import { drawBadge, pictureOf, renderBadge } from '../../../../core/issuing/builtin/picture.ts'
import { PICTOGRAM_NAMES } from '../../../../core/model/pictogramNames.ts'

const picture = { name: 'Je travaille en équipe', issuer: 'Réseau Tremplin', colour: '#1f6f78', pictogram: 'team' }

/** The pixels of a path on white. */
const ink = (d: string, stroke = '') =>
  Buffer.from(new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><path d="${d}" ${stroke}/></svg>`).render().pixels)

describe('the picture', () => {
  test('is a PNG of 600 × 600, transparent around the badge', async () => {
    const { width, height, format, hasAlpha } = await sharp(renderBadge(picture)).metadata()
    expect({ width, height, format, hasAlpha }).toEqual({ width: 600, height: 600, format: 'png', hasAlpha: true })
    const corner = await sharp(renderBadge(picture)).extract({ left: 0, top: 0, width: 1, height: 1 }).raw().toBuffer()
    expect(corner[3]).toBe(0)
  })

  test('looks the same anywhere: no text that needs a font, nothing from elsewhere', () => {
    const svg = drawBadge(picture)
    expect(svg).not.toMatch(/<text|font-family|href=|@import|<image/)
    expect(svg).toContain('<title id="title">Je travaille en équipe · Réseau Tremplin</title>')
  })

  test('says « essai » on a trial, and only there', () => {
    const claim = { badge: { name: picture.name, issuer: { name: picture.issuer } } }
    expect(pictureOf(claim, picture, false)).toEqual(picture)
    const trial = drawBadge(pictureOf(claim, picture, true))
    expect(trial).toContain('#ffd23f')
    expect(drawBadge(picture)).not.toContain('#ffd23f')
  })

  test('people’s text cannot leave its place', async () => {
    const hostile = { ...picture, name: '</title><script>alert(1)</script> & "x"\u0000', issuer: '<g>' }
    expect(drawBadge(hostile)).not.toContain('<script>')
    expect((await sharp(renderBadge(hostile)).metadata()).width).toBe(600)
  })

  test.each(PICTOGRAM_NAMES)('the pictogram %s can be drawn, inside its frame', (name) => {
    const stroke = 'fill="none" stroke="#000" stroke-width="4" stroke-linecap="round"'
    const drawn = ink(PICTOGRAMS[name], stroke)
    expect(drawn.some((part) => part > 0)).toBe(true)
    const box = new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-64 -64 192 192"><path d="${PICTOGRAMS[name]}" ${stroke}/></svg>`,
    ).getBBox()!
    expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(-64 + 64)
    expect(Math.max(box.x + box.width, box.y + box.height)).toBeLessThanOrEqual(64 + 64)
  })
})

describe('its letters', () => {
  const glyph = (text: string) => ink(outline(text, 'bold', 48, 32, 48))

  test('are letters and not boxes', () => {
    // U+4E2D is not in the font: it comes out as the box that stands for what is missing.
    const box = glyph('中')
    for (const letter of 'éèêëàâçîïôöùûüœŒÉÀÇ«»’…ABCxyz0123456789') expect(glyph(letter).equals(box), letter).toBe(false)
    expect(glyph('é').equals(glyph('e'))).toBe(false)
    expect(glyph('œ').equals(glyph('o'))).toBe(false)
  })

  test('leave out what the font lacks, instead of drawing a box', () => {
    expect(drawable('Bravo 👍 中 l’équipe\u202f!', 'bold')).toBe('Bravo l’équipe\u00a0!')
  })

  test('accents that come apart are put together', () => {
    expect(drawable('e\u0301quipe', 'bold')).toBe('équipe')
  })
})

describe('a name', () => {
  const frame = { sizes: [54, 42, 34, 26], width: 432, height: 144, maxLines: 3, leading: 1.14 }

  test('is as large as it can be, on lines of like length', () => {
    expect(compose('CV prêt', 'bold', frame)).toMatchObject({ lines: ['CV prêt'], size: 54 })
    expect(compose('Je travaille en équipe', 'bold', frame)).toMatchObject({ lines: ['Je travaille', 'en équipe'], size: 54 })
  })

  test('keeps a number with its word', () => {
    expect(compose('Découpe laser au niveau 2', 'bold', frame).lines.join('|')).toContain('niveau\u00a02')
  })

  test('of any length takes three lines at most', () => {
    const long = compose('Je m’adapte aux changements '.repeat(9), 'bold', frame)
    expect(long.lines).toHaveLength(3)
    expect(long.lines.at(-1)).toMatch(/…$/)
    const word = compose('Anticonstitutionnellement'.repeat(6), 'bold', frame)
    expect(word.lines.length).toBeLessThanOrEqual(3)
    expect(compose('', 'bold', frame).lines.join('')).toBe('')
  })
})

describe('its colours', () => {
  test.each(['#000000', '#ffffff', '#1f6f78', '#f2c230', '#808080', '#c0392b', '#a8d5a2', '#ff0000', '#00ff00'])(
    'on %s text can be read',
    (colour) => {
      const { ground, ink } = readableGround(colour)
      expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(ink, mix(ground, '#ffffff', 0.12))).toBeGreaterThanOrEqual(4.5)
      expect(contrast(darkEnough(colour, 4.5), '#ffffff')).toBeGreaterThanOrEqual(4.5)
    },
  )

  test('stay what the catalogue says where that can be read', () => {
    expect(readableGround('#1f6f78')).toEqual({ ground: '#1f6f78', ink: '#ffffff' })
  })
})
