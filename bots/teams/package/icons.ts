// The two pictures that Teams asks for: in colour, 192 × 192, its sign well inside because Teams rounds the corners; and an outline,
// 32 × 32, white on nothing.
import { Resvg } from '@resvg/resvg-js'

/** The sign of bots/web/assets/icon.svg, in a field of 64 × 64. */
const sign = (tick: string, spark: string) =>
  `<g fill="none" stroke-linecap="round" stroke-linejoin="round"><path d="M20 34l9 9 16-20" stroke="${tick}" stroke-width="7"/><path d="M50 9v7M57 16h-7" stroke="${spark}" stroke-width="4"/></g>`

const render = (inside: string, size: number): Uint8Array =>
  new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="${size}" height="${size}">${inside}</svg>`, {
    font: { loadSystemFonts: false },
  })
    .render()
    .asPng()

export const colourIcon = (): Uint8Array =>
  render(`<path d="M0 0H64V64H0z" fill="#0f5c55"/><g transform="translate(-3.5 6.9) scale(.94)">${sign('#fff', '#f3c46b')}</g>`, 192)

export const outlineIcon = (): Uint8Array => render(`<g transform="translate(-19 -3) scale(1.3)">${sign('#fff', '#fff')}</g>`, 32)
