// The picture that a trainer projects: what a phone's camera makes of it, in the best and in a poor light.
import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { POSTER, renderPoster } from '../../../core/poster/draw.ts'
import { scan } from './scan.ts'

const LINK = 'https://t.me/declic_bot?start=Qm9uam91ciBsZXMgYW1pcyBkdSBqZXVkaSE'
const words = { scan: 'Scannez avec votre téléphone', or: 'ou, dans Telegram, cherchez', write: 'et écrivez' }
const poster = {
  title: 'Cuisine du mardi',
  badges: ['Je travaille en équipe'],
  link: LINK,
  place: 't.me/declic_bot',
  code: 'LUNE 42',
  words,
}

describe('the projected picture', () => {
  test('holds the link, in a code that can be read', async () => {
    const png = renderPoster(poster)
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', ...POSTER })
    expect(await scan(sharp(png))).toBe(LINK)
  })

  test.each([
    ['small, as from the last row', (picture: Sharp) => picture.resize(480)],
    ['out of focus', (picture: Sharp) => picture.blur(4)],
    ['from the side', (picture: Sharp) => picture.affine([1, 0.08, 0.05, 0.9], { background: '#777' })],
    ['pale, in a bright room, from far', (picture: Sharp) => picture.resize(400).removeAlpha().linear(0.45, 120)],
    ['turned, with a hand that is not straight', (picture: Sharp) => picture.rotate(9, { background: '#555' })],
  ])('is read %s', async (_, seen) => {
    expect(
      await scan(
        sharp(
          await seen(sharp(renderPoster(poster)))
            .png()
            .toBuffer(),
        ),
      ),
    ).toBe(LINK)
  })

  test('is read with long names, without a place and without a code', async () => {
    const title = 'Atelier de préparation à l’entretien d’embauche du mardi après-midi'
    const badges = Array<string>(4).fill('Je découvre le marché du travail et ses métiers')
    for (const bare of [
      { ...poster, title, badges },
      { ...poster, place: undefined, code: undefined },
      { ...poster, link: `http://localhost:3978/w/${'a'.repeat(32)}`, place: undefined },
    ])
      expect(await scan(sharp(renderPoster(bare)))).toBe(bare.link)
  })
})
