// A link as the squares of a code to scan: for a poster, and for a page that takes nothing from elsewhere.
import { create } from 'qrcode'

/** `path`: its dark squares as an SVG path, a square a unit; `size`: squares a side. A level of repair that survives a projector's blur. */
export function qrSquares(link: string): { size: number; path: string } {
  const { modules } = create(link, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const dark: string[] = []
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) if (modules.get(y, x)) dark.push(`M${x} ${y}h1v1h-1z`)
  return { size, path: dark.join('') }
}
