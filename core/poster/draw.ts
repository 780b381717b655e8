// What a trainer projects: a code to scan, and for who cannot, an address and a code to type. All text is outlines.
import { Resvg } from '@resvg/resvg-js'
import { type Block, compose, outline, type Weight } from '../issuing/builtin/lettering.ts'
import { qrSquares } from './qrSquares.ts'

export type Poster = {
  /** Of the workshop. */
  title: string
  badges: string[]
  /** What the code holds. */
  link: string
  /** Where the bot is found by hand: `t.me/declic_bot`; undefined where there is no such place. */
  place?: string
  /** « LUNE 42 »; undefined once it is over. */
  code?: string
  /** Words of the picture. */
  words: { scan: string; or: string; write: string }
}

/** Pixels. */
export const POSTER = { width: 1600, height: 900 }

const INK = '#1d2433'
const QUIET = '#5a6478'
const GREEN = '#1f5f5b'
const CARD = { x: 60, y: 60, size: 780 }
/** The column of words. */
const COLUMN = { middle: 1220, width: 640 }

const TITLE = { sizes: [64, 56, 48, 42, 36], width: COLUMN.width, height: 150, maxLines: 2, leading: 1.12 }
const BADGE = { sizes: [40, 36, 32, 28, 24], width: COLUMN.width, height: 190, maxLines: 4, leading: 1.25 }
const HINT = { sizes: [38, 34, 30], width: COLUMN.width, height: 60, maxLines: 1, leading: 1 }
const PLACE = { sizes: [52, 46, 40, 34, 28], width: COLUMN.width, height: 70, maxLines: 1, leading: 1 }
const CODE = { sizes: [104, 92, 80, 68], width: COLUMN.width - 60, height: 130, maxLines: 1, leading: 1 }

/** PNG. */
export function renderPoster(poster: Poster): Uint8Array {
  return new Resvg(drawPoster(poster), { font: { loadSystemFonts: false } }).render().asPng()
}

export function drawPoster({ title, badges, link, place, code, words }: Poster): string {
  const typed = place && code
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${POSTER.width} ${POSTER.height}" width="${POSTER.width}" height="${POSTER.height}">
<path d="M0 0H1600V900H0z" fill="#eef3f1"/>
<rect x="${CARD.x}" y="${CARD.y}" width="${CARD.size}" height="${CARD.size}" rx="36" fill="#fff"/>
${qrCode(link)}
${block(compose(title, 'bold', TITLE), 'bold', 150, INK)}
${block(compose(badges.join(' · '), 'regular', BADGE), 'regular', 305, GREEN)}
${block(compose(words.scan, 'bold', HINT), 'bold', typed ? 455 : 560, INK)}
${
  typed
    ? `${block(compose(words.or, 'regular', HINT), 'regular', 540, QUIET)}
${block(compose(place, 'bold', PLACE), 'bold', 605, INK)}
${block(compose(words.write, 'regular', HINT), 'regular', 680, QUIET)}
<rect x="${COLUMN.middle - COLUMN.width / 2}" y="725" width="${COLUMN.width}" height="${CARD.y + CARD.size - 725}" rx="28" fill="${GREEN}"/>
${block(compose(code, 'bold', CODE), 'bold', 784, '#fff')}`
    : ''
}
</svg>
`
}

/** Four modules of margin, as readers want it. */
function qrCode(link: string): string {
  const { size, path } = qrSquares(link)
  const step = CARD.size / (size + 8)
  return `<path transform="translate(${CARD.x + 4 * step} ${CARD.y + 4 * step}) scale(${step})" d="${path}" fill="${INK}" shape-rendering="crispEdges"/>`
}

/** A block of lines with its middle at `y`. */
function block({ lines, size, leading }: Block, weight: Weight, y: number, colour: string): string {
  const step = size * leading
  const first = y - ((lines.length - 1) * step) / 2 + size * 0.35
  return lines.map((line, n) => `<path d="${outline(line, weight, size, COLUMN.middle, first + n * step)}" fill="${colour}"/>`).join('\n')
}
