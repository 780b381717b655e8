// A link as a code to scan, in the page itself.
import { create } from 'qrcode'
import { html } from '../layout.ts'

/** Drawn as squares: the page takes nothing from elsewhere, and stays sharp on a wall. */
export function qrCode(link: string, title: string) {
  const { modules } = create(link, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const dark: string[] = []
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) if (modules.get(y, x)) dark.push(`M${x + 2} ${y + 2}h1v1h-1z`)
  const box = `0 0 ${size + 4} ${size + 4}`
  return html`<svg class="qr" viewBox=${box} role="img" aria-label=${title}>
    <rect width=${size + 4} height=${size + 4} fill="#fff" /><path d=${dark.join('')} fill="#000" />
  </svg>`
}
