// Lists that are longer than a screen: pages of three, and a button for the next page (chat-ux, rule 3).
import type { Option } from './choice.ts'
import type { Scene } from './scene.ts'

const SIZE = 3

export function pageOf<T>(scene: Scene, all: T[], page: number): { shown: T[]; more: Option[] } {
  const pages = Math.max(1, Math.ceil(all.length / SIZE))
  const at = page % pages
  const more =
    pages > 1 ? [{ key: `p${(at + 1) % pages}`, label: scene.text('button-more'), control: true, also: ['suite', 'plus', 'more'] }] : []
  return { shown: all.slice(at * SIZE, at * SIZE + SIZE), more }
}

/** The page that a tapped « Suite » asks for. */
export const pageKey = (key: string): number | undefined => (/^p\d{1,3}$/.test(key) ? Number(key.slice(1)) : undefined)

/** A button's label: at most 20 characters, cut at a word. */
export function brief(text: string): string {
  if (text.length <= 20) return text
  const cut = text.slice(0, 19)
  const space = cut.lastIndexOf(' ')
  return `${(space > 8 ? cut.slice(0, space) : cut).replace(/[\s,;:’'?!]+$/, '')}…`
}
