// The pictograms of the badges, drawn by us in one style: 64 × 64, strokes of 4 with round ends, no fill. Each is one path.
import type { PictogramName } from '../../model/pictogramNames.ts'

const circle = (x: number, y: number, r: number): string => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`
/** A dot: a line of no length with round ends. */
const dot = (x: number, y: number): string => `M${x} ${y}h.01`
/** `count` strokes around the middle, from one distance to another. */
const rays = (count: number, from: number, to: number): string =>
  Array.from({ length: count }, (_, n) => {
    const [x, y] = [Math.cos((2 * Math.PI * n) / count), Math.sin((2 * Math.PI * n) / count)]
    const at = (r: number) => `${(32 + r * x).toFixed(1)} ${(32 + r * y).toFixed(1)}`
    return `M${at(from)}L${at(to)}`
  }).join('')

/** The outline of a wheel with `count` teeth, between two radii: each tooth is a third of its share wide at the top. */
const teeth = (count: number, inner: number, outer: number): string => {
  const corners = Array.from({ length: count }, (_, n) =>
    [
      [inner, -0.3],
      [outer, -0.17],
      [outer, 0.17],
      [inner, 0.3],
    ].map(([r, offset]) => {
      const angle = (2 * Math.PI * (n + offset!)) / count
      return `${(32 + r! * Math.cos(angle)).toFixed(1)} ${(32 + r! * Math.sin(angle)).toFixed(1)}`
    }),
  )
  return `M${corners.flat().join('L')}z`
}

export const PICTOGRAMS: Record<PictogramName, string> = {
  hands:
    'M20 36V17a4 4 0 0 1 8 0v14M28 30V11a4 4 0 0 1 8 0v19M36 30V14a4 4 0 0 1 8 0v18M44 32V21a4 4 0 0 1 8 0v18c0 12-8 19-17 19-9 0-13-4-17-10l-7-12c-2-4 3-7 6-4l3 4',
  team: `${circle(32, 18, 8)}M17 52c0-10 6-17 15-17s15 7 15 17${circle(11, 28, 5)}M4 50c0-6 2-9 7-10${circle(53, 28, 5)}M60 50c0-6-2-9-7-10`,
  compass: `${circle(32, 32, 24)}M42 22l-6 14-14 6 6-14z`,
  ladder: 'M24 7l-6 50M40 7l6 50M23 18h18M21.5 32h21M20 46h24',
  clock: `${circle(32, 32, 24)}M32 17v15l10 7`,
  leaf: 'M14 49C8 24 26 10 55 9c1 29-13 47-35 41M9 56c6-13 15-22 28-28',
  tools: 'M43 9A14 14 0 0 0 29 27L10 46a5.7 5.7 0 0 0 8 8l19-19a14 14 0 0 0 18-14l-9 8-8-3-3-8z',
  pot: 'M12 28h40v17a8 8 0 0 1-8 8H20a8 8 0 0 1-8-8zM5 28h54M24 19c-3-4 3-6 0-10M34 19c-3-4 3-6 0-10M44 19c-3-4 3-6 0-10',
  broom: 'M55 8L36 28M27 24l14 14c-5 5-8 11-9 19-9-1-18-4-24-10 9-3 15-10 19-23zM17 50l6-7M26 55l4-6',
  seedling: 'M32 56V28M32 38C18 40 9 32 9 19c13 0 23 7 23 19M32 28c0-12 9-19 23-19 0 13-9 20-23 19M18 56h28',
  brick: 'M8 13h48v38H8zM8 26h48M8 38.5h48M24 13v13M40 13v13M16 26v12.5M32 26v12.5M48 26v12.5M24 38.5V51M40 38.5V51',
  cv: `M15 7h24l11 11v39H15zM39 7v11h11${circle(28, 27, 5)}M20 42c0-5 3-8 8-8s8 3 8 8M23 50h19`,
  search: `${circle(27, 27, 18)}M41 41l16 16`,
  target: `${circle(32, 32, 25)}${circle(32, 32, 14)}${circle(32, 32, 3)}`,
  chat: `M12 10h40a6 6 0 0 1 6 6v22a6 6 0 0 1-6 6H32L19 56V44h-7a6 6 0 0 1-6-6V16a6 6 0 0 1 6-6z${dot(20, 27)}${dot(32, 27)}${dot(44, 27)}`,
  ear: 'M16 27a16 16 0 0 1 32 0c0 11-11 13-11 21 0 6-4 9-9 9s-9-3-10-8M25 28a7 7 0 0 1 14 0c0 6-8 7-8 12',
  phone: 'M20 6h24a5 5 0 0 1 5 5v42a5 5 0 0 1-5 5H20a5 5 0 0 1-5-5V11a5 5 0 0 1 5-5zM28 49h8',
  bus: `M11 15a8 8 0 0 1 8-8h26a8 8 0 0 1 8 8v34H11zM11 31h42M26 15h12${dot(20, 40)}${dot(44, 40)}M18 49v8M46 49v8`,
  key: `${circle(20, 44, 12)}M29 35l26-26M46 18l9 9M37 27l6 6`,
  shield: 'M32 6l23 8v17c0 14-9 22-23 27C18 53 9 45 9 31V14zM22 32l7 7 14-15',
  heart: 'M32 55C14 43 7 34 7 23a12.5 12.5 0 0 1 25-3 12.5 12.5 0 0 1 25 3c0 11-7 20-25 32z',
  star: 'M32 6l8 17 18.5 2.3-13.6 12.8 3.5 18.4L32 47.5l-16.4 9 3.5-18.4L5.5 25.3 24 23z',
  book: 'M32 16c-6-4-14-6-25-6v41c11 0 19 1 25 5 6-4 14-5 25-5V10c-11 0-19 2-25 6zM32 16v40',
  pen: 'M43 8l13 13-33 33-16 3 3-16zM35 16l13 13',
  gear: `${circle(32, 32, 8)}${teeth(8, 19, 26)}`,
  laser: `M22 6h20v15L32 31 22 21zM32 31v21M8 56h48${dot(22, 46)}${dot(42, 46)}M17 37l-3-3M47 37l3-3`,
  cube: 'M32 6l23 13v26L32 58 9 45V19zM9 19l23 13 23-13M32 32v26',
  puzzle: 'M8 22h10a8 8 0 1 1 13 0h14v11a8 8 0 1 1 0 13v11H8z',
  sun: `${circle(32, 32, 11)}${rays(8, 20, 27)}`,
  path: `${circle(13, 52, 5)}M18 52h24a9 9 0 0 0 0-18H22a9 9 0 0 1 0-18h15M41 6v20M41 8h15l-4 5 4 5H41`,
  megaphone: 'M8 25v14h11l25 12V13L19 25zM18 39l5 17h8l-4-13M52 24a11 11 0 0 1 0 16',
  scales: 'M32 9v47M19 56h26M12 18h40M12 18L4 37a8.5 8.5 0 0 0 16 0zM52 18l-8 19a8.5 8.5 0 0 0 16 0z',
  handshake:
    'M4 17l11 2 10-3M60 17l-11 2-13-3-14 10c-3 3 1 7 6 5l8-4 15 13c3 3-1 7-5 5M7 41l5-1 13 13c3 2 6 0 6-3 4 2 7-1 6-4 4 1 7-2 6-5M57 40l-5 0',
  lightbulb: 'M24 44c0-7-9-10-9-21a17 17 0 0 1 34 0c0 11-9 14-9 21zM26 51h12M29 58h6',
  calendar: 'M14 13h36a4 4 0 0 1 4 4v35a4 4 0 0 1-4 4H14a4 4 0 0 1-4-4V17a4 4 0 0 1 4-4zM10 27h44M21 7v11M43 7v11M23 41l6 6 12-12',
  people: `${circle(24, 20, 10)}M6 55c0-11 7-18 18-18s18 7 18 18M41 11a10 10 0 0 1 0 18M47 39c7 2 11 8 11 16`,
}
