// Small charts, drawn on the server as SVG: d3's scales and stacks are pure functions, so nothing of a browser is needed and the page
// keeps working without script. Colours are classes (the page's policy forbids inline styles). Every chart stands beside its numbers
// as text, so it is hidden from screen readers.
import { scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'
import { html } from './layout.ts'

const WIDTH = 100
const HEIGHT = 10

export type Bar = { label: string; parts: { key: string; label: string; count: number }[] }

export const totalOf = (bar: Bar): number => bar.parts.reduce((sum, part) => sum + part.count, 0)

/** A bar of several parts; `most`: the total that would fill the whole width. */
export function stackedBar(bar: Bar, most: number) {
  const across = scaleLinear()
    .domain([0, Math.max(1, most)])
    .range([0, WIDTH])
  const series = stack<Bar, string>()
    .keys(bar.parts.map((part) => part.key))
    .value((of, key) => of.parts.find((part) => part.key === key)?.count ?? 0)([bar])
  return html`<svg class="bar" viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect class="ground" width=${WIDTH} height=${HEIGHT} />
    ${series.flatMap((part) =>
      part.map(([from, to]) =>
        to > from
          ? html`<rect class=${`part ${part.key}`} x=${round(across(from))} width=${round(across(to) - across(from))} height=${HEIGHT} />`
          : null,
      ),
    )}
  </svg>`
}

/** Bars one under the other, each with its numbers. `whole`: each bar is full, to compare shares instead of sizes. */
export function barList(bars: Bar[], { whole = false } = {}) {
  const most = Math.max(...bars.map(totalOf))
  return html`<ul class="bars">
    ${bars.map((bar) => {
      const said = bar.parts.filter((part) => part.count > 0)
      return html`<li>
        <span class="label">${bar.label}</span>
        <span class="numbers">
          ${bar.parts.length === 1 ? html`<b>${totalOf(bar)}</b>` : said.map((part) => html`<span><i class=${`swatch ${part.key}`} aria-hidden="true"></i>${part.label} <b>${part.count}</b></span> `)}
        </span>
        ${stackedBar(bar, whole ? totalOf(bar) : most)}
      </li>`
    })}
  </ul>`
}

const round = (value: number): number => Math.round(value * 100) / 100
