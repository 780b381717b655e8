// Text as outlines, in the font that is shipped with the program: a picture looks the same wherever it is opened, with no font there.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import opentype, { type Font, type PathCommand } from 'opentype.js'

const FONTS = {
  regular: '@expo-google-fonts/atkinson-hyperlegible/400Regular/AtkinsonHyperlegible_400Regular.ttf',
  bold: '@expo-google-fonts/atkinson-hyperlegible/700Bold/AtkinsonHyperlegible_700Bold.ttf',
}
export type Weight = keyof typeof FONTS

/** The file of a font, as it is shipped. */
export const fontFile = (weight: Weight): Buffer => readFileSync(createRequire(import.meta.url).resolve(FONTS[weight]))

const loaded = new Map<Weight, Font>()
function font(weight: Weight): Font {
  const known = loaded.get(weight)
  if (known) return known
  const file = fontFile(weight)
  const made = opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer)
  loaded.set(weight, made)
  return made
}

/** What the font can draw of `text`: signs that it lacks (emoji, other scripts) are left out; no-break spaces stay, other spaces become plain. */
export const drawable = (text: string, weight: Weight): string =>
  [...text.normalize('NFC')]
    .map((sign) => (/[\u00a0\u202f]/.test(sign) ? NO_BREAK : /\s/.test(sign) ? ' ' : font(weight).charToGlyphIndex(sign) > 0 ? sign : ''))
    .join('')
    .replace(/ +/g, ' ')
    .trim()

const NO_BREAK = '\u00a0'

/** The outline of one line, its middle at `x`, its base line at `y`: the `d` of an SVG path. */
export function outline(text: string, weight: Weight, size: number, x: number, y: number): string {
  const width = font(weight).getAdvanceWidth(text, size)
  return font(weight)
    .getPath(text, x - width / 2, y, size)
    .commands.map(segment)
    .join('')
}

/** Written here: the library's own toPathData leaves contours open, and its shortened spelling came out cut off in resvg. */
const segment = (c: PathCommand): string => {
  const at = (...numbers: number[]) => numbers.map((n) => n.toFixed(1)).join(' ')
  switch (c.type) {
    case 'M':
    case 'L':
      return c.type + at(c.x, c.y)
    case 'Q':
      return `Q${at(c.x1, c.y1, c.x, c.y)}`
    case 'C':
      return `C${at(c.x1, c.y1, c.x2, c.y2, c.x, c.y)}`
    case 'Z':
      return 'Z'
  }
}

/** Lines of one size; `leading`: from one base line to the next, as a multiple of the size. */
export type Block = { lines: string[]; size: number; leading: number }

/** What a block must fit into, in pixels; `sizes` in descending order. */
export type Frame = { sizes: number[]; width: number; height: number; maxLines: number; leading: number }

/**
 * `text` in the largest size that fits, its lines as even as can be; a number stays with the word before it (« niveau 2 »).
 * When it does not even fit in the smallest size, it ends with an ellipsis.
 */
export function compose(text: string, weight: Weight, frame: Frame): Block {
  const { sizes, width, height, maxLines, leading } = frame
  const words = drawable(text, weight)
    .replace(/ (?=\d)/g, NO_BREAK)
    .split(' ')
  const measure = (size: number) => (line: string) => font(weight).getAdvanceWidth(line, size)
  for (const size of sizes) {
    const lines = wrap(words, measure(size), width)
    const fits = lines && lines.length <= maxLines && lines.length * size * leading <= height
    if (fits) return { lines: even(words, measure(size), lines), size, leading }
  }
  const smallest = sizes.at(-1)!
  return { lines: cut(words, measure(smallest), width, maxLines), size: smallest, leading }
}

/** First fit; undefined when one word alone is wider than a line. */
function wrap(words: string[], measure: (line: string) => number, width: number): string[] | undefined {
  const lines: string[] = []
  for (const word of words) {
    if (measure(word) > width) return undefined
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word
    if (lines.length && measure(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** The same number of lines, the widest as narrow as possible: found by narrowing. */
function even(words: string[], measure: (line: string) => number, lines: string[]): string[] {
  let best = lines
  for (;;) {
    const widest = Math.max(...best.map(measure))
    const narrower = wrap(words, measure, widest - 0.5)
    if (!narrower || narrower.length > lines.length) return best
    best = narrower
  }
}

function cut(words: string[], measure: (line: string) => number, width: number, maxLines: number): string[] {
  const lines: string[] = []
  let left = words.join(' ')
  while (lines.length < maxLines && left) {
    const last = lines.length === maxLines - 1
    let end = left.length
    while (end > 1 && measure(end < left.length && last ? `${left.slice(0, end).trimEnd()}…` : left.slice(0, end)) > width) end--
    const space = left.lastIndexOf(' ', end)
    if (end < left.length && !last && space > 0) end = space
    lines.push(end < left.length && last ? `${left.slice(0, end).trimEnd()}…` : left.slice(0, end))
    left = left.slice(end).trimStart()
  }
  return lines
}
