// A link as a code to scan, in the page itself.
import { qrSquares } from '../../../core/poster/qrSquares.ts'
import { html } from '../layout.ts'

/** Two squares of margin beside the page's own; sharp on a wall, too. */
export function qrCode(link: string, title: string) {
  const { size, path } = qrSquares(link)
  const box = `-2 -2 ${size + 4} ${size + 4}`
  return html`<svg class="qr" viewBox=${box} role="img" aria-label=${title}>
    <rect x="-2" y="-2" width=${size + 4} height=${size + 4} fill="#fff" /><path d=${path} fill="#000" />
  </svg>`
}
