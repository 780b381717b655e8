// Colours that stay readable. Luminance and contrast: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance

type Rgb = [number, number, number]

const parse = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb
const format = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

/** `colour` moved towards `other` by `share`, 0 to 1. Both `#rrggbb`. */
export function mix(colour: string, other: string, share: number): string {
  const [a, b] = [parse(colour), parse(other)]
  return format(a.map((part, n) => part + (b[n]! - part) * share) as Rgb)
}

function luminance(colour: string): number {
  const [r, g, b] = parse(colour).map((part) => {
    const s = part / 255
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** From 1 (the same) to 21 (black on white). */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

export const WHITE = '#ffffff'
export const INK = '#1b1b26'
/** Darkens without greying: towards it, a colour keeps its hue and saturation. */
export const BLACK = '#000000'

/** How much white the rings of a picture add, at most, under its text. */
const VEIL = 0.12
const READABLE = 4.5

/** The ground of a picture and what is written on it: white or ink, whichever suits `colour`, which moves as little as it must. */
export function readableGround(colour: string): { ground: string; ink: string } {
  const ink = contrast(WHITE, colour) >= contrast(INK, colour) ? WHITE : INK
  const away = ink === WHITE ? BLACK : WHITE
  for (let share = 0; share < 1; share += 0.04) {
    const ground = mix(colour, away, share)
    if (Math.min(contrast(ink, ground), contrast(ink, mix(ground, WHITE, VEIL))) >= READABLE) return { ground, ink }
  }
  return { ground: away, ink }
}

/** `colour` darkened as little as needed to be seen on white with `least` contrast. */
export function darkEnough(colour: string, least: number): string {
  for (let share = 0; share < 1; share += 0.05) {
    const darker = mix(colour, BLACK, share)
    if (contrast(darker, WHITE) >= least) return darker
  }
  return INK
}
