// The picture of a badge: a rounded hexagon in the badge's colour, rings that go out from its pictogram as from a click, the name, the
// issuer. All text is outlines. The picture says what it shows in its title, for whoever does not see it.
import { Resvg } from '@resvg/resvg-js'
import type { Badge } from '../../model/badge.ts'
import type { PictogramName } from '../../model/pictogramNames.ts'
import { BLACK, darkEnough, INK, mix, readableGround, WHITE } from './colour.ts'
import { type Block, compose, outline, type Weight } from './lettering.ts'
import { PICTOGRAMS } from './pictograms.ts'

export type BadgePicture = {
  name: string
  issuer: string
  /** `#rrggbb` */
  colour: string
  /** One of PICTOGRAM_NAMES; the catalogue's check refuses others, and a star stands in for what is not known. */
  pictogram: string
  /** Set: the picture bears this word on a ribbon (« essai »). */
  ribbon?: string
}

/** Width and height of the PNG, in pixels. */
export const PICTURE_SIZE = 600

const CENTRE = 300
const DISC = { y: 176, r: 88 }
/** Radius, and how much white: faint where there is text. */
const RINGS = [
  [312, 0.03],
  [248, 0.04],
  [188, 0.05],
  [132, 0.1],
]
const NAME = { middle: 355, sizes: [54, 50, 46, 42, 38, 34, 30, 26], width: 412, height: 144, maxLines: 3, leading: 1.14 }
const ISSUER = { middle: 484, sizes: [25, 23, 21, 19], width: 240, height: 56, maxLines: 2, leading: 1.15 }
const RIBBON = { sizes: [32, 26, 20], width: 180, height: 50, maxLines: 1, leading: 1 }

export function drawBadge(picture: BadgePicture): string {
  const { ground, ink } = readableGround(picture.colour)
  const light = mix(ground, WHITE, ink === WHITE ? 0.16 : 0.34)
  const deep = mix(ground, BLACK, ink === WHITE ? 0.16 : 0)
  const name = compose(picture.name, 'bold', NAME)
  const issuer = compose(picture.issuer, 'regular', ISSUER)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600" width="600" height="600" role="img" aria-labelledby="title">
<title id="title">${xml(`${picture.name} · ${picture.issuer}`)}</title>
<defs>
<linearGradient id="ground" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${light}"/><stop offset="0.62" stop-color="${ground}"/><stop offset="1" stop-color="${deep}"/></linearGradient>
<clipPath id="shape"><path d="${hexagon(292, 74)}"/></clipPath>
</defs>
<g clip-path="url(#shape)">
<path d="${hexagon(292, 74)}" fill="url(#ground)"/>
${RINGS.map(([r, white]) => `<circle cx="${CENTRE}" cy="${DISC.y}" r="${r}" fill="#fff" fill-opacity="${white}"/>`).join('\n')}
</g>
<path d="${hexagon(274, 64)}" fill="none" stroke="${ink}" stroke-opacity="0.55" stroke-width="3"/>
<circle cx="${CENTRE}" cy="${DISC.y}" r="${DISC.r}" fill="#fff"/>
<path transform="translate(${CENTRE - 52} ${DISC.y - 52}) scale(1.625)" d="${pictogram(picture.pictogram)}" fill="none" stroke="${darkEnough(picture.colour, 4.5)}" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/>
${lines(name, 'bold', NAME.middle, ink)}
<path d="M276 446h48" stroke="${ink}" stroke-opacity="0.55" stroke-width="3" stroke-linecap="round"/>
${lines(issuer, 'regular', ISSUER.middle, ink)}
${picture.ribbon ? ribbon(picture.ribbon) : ''}</svg>
`
}

/** The picture of a claim's badge. `trial`: the organisation's; its badges say so, whatever the language (contract: PLAYGROUND). */
export const pictureOf = (
  claim: { badge: { name: string; issuer: { name: string } } },
  { colour, pictogram }: Badge['picture'],
  trial: boolean,
): BadgePicture => ({ name: claim.badge.name, issuer: claim.badge.issuer.name, colour, pictogram, ...(trial && { ribbon: 'essai' }) })

/** The picture as a PNG, 600 × 600. */
export function renderBadge(picture: BadgePicture): Uint8Array {
  return new Resvg(drawBadge(picture), { font: { loadSystemFonts: false }, fitTo: { mode: 'width', value: PICTURE_SIZE } }).render().asPng()
}

/** A hexagon that stands on a corner, its corners rounded; `r`: from the middle to where a corner would be. */
function hexagon(r: number, rounding: number): string {
  const corners = Array.from({ length: 6 }, (_, n): [number, number] => {
    const angle = ((n * 60 - 90) * Math.PI) / 180
    return [CENTRE + r * Math.cos(angle), CENTRE + r * Math.sin(angle)]
  })
  const towards = ([x, y]: [number, number], [toX, toY]: [number, number]) => {
    const share = rounding / Math.hypot(toX - x, toY - y)
    return `${(x + (toX - x) * share).toFixed(1)} ${(y + (toY - y) * share).toFixed(1)}`
  }
  const parts = corners.map((corner, n) => {
    const [before, next] = [corners[(n + 5) % 6]!, corners[(n + 1) % 6]!]
    return `${n === 0 ? 'M' : 'L'}${towards(corner, before)}Q${corner.map((v) => v.toFixed(1)).join(' ')} ${towards(corner, next)}`
  })
  return `${parts.join('')}Z`
}

/** A block of lines with its middle at `y`. */
function lines({ lines, size, leading }: Block, weight: Weight, y: number, colour: string): string {
  const step = size * leading
  // 0.35: from the middle of the letters to their base line.
  const first = y - ((lines.length - 1) * step) / 2 + size * 0.35
  return lines.map((line, n) => `<path d="${outline(line, weight, size, CENTRE, first + n * step)}" fill="${colour}"/>`).join('\n')
}

const pictogram = (name: string): string => PICTOGRAMS[name as PictogramName] ?? PICTOGRAMS.star

/** Across the upper right side, along the hexagon's edge. */
function ribbon(word: string): string {
  const { lines: text, size } = compose(word.toUpperCase(), 'bold', RIBBON)
  return `<g clip-path="url(#shape)"><g transform="rotate(30 300 300)"><path d="M60 36h480v62H60z" fill="#ffd23f"/><path d="${outline(text.join(''), 'bold', size, CENTRE, 72 + size * 0.36)}" fill="${INK}"/></g></g>
`
}

const xml = (text: string): string =>
  text.replace(/\p{Cc}/gu, ' ').replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!)
