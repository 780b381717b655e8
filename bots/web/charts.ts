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

/** What the colours mean. */
export const legend = (parts: { key: string; label: string }[]) => html`<ul class="legend">
  ${parts.map(({ key, label }) => html`<li><i class=${`swatch ${key}`} aria-hidden="true"></i>${label}</li>`)}
</ul>`

/** Bars one under the other with their numbers. `whole`: each bar is full, to compare shares instead of sizes. */
export function barTable(bars: Bar[], { title, head, whole = false }: { title: string; head: string; whole?: boolean }) {
  const parts = bars[0]?.parts ?? []
  const most = Math.max(...bars.map(totalOf))
  return html`
    ${parts.length > 1 ? legend(parts) : null}
    <div class="scroll" tabindex="0" role="region" aria-label=${title}>
      <table class="figures">
        <thead>
          <tr><th scope="col">${head}</th>${parts.map((part) => html`<th scope="col">${part.label}</th>`)}</tr>
        </thead>
        <tbody>
          ${bars.map(
            (bar) => html`<tr>
              <th scope="row"><span>${bar.label}</span>${stackedBar(bar, whole ? totalOf(bar) : most)}</th>
              ${bar.parts.map((part) => html`<td class=${part.count ? null : 'none'}>${part.count}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`
}

const round = (value: number): number => Math.round(value * 100) / 100
