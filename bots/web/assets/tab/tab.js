// Pages behind the door: they follow the colours of Teams, and open in a window what has no place in its frame.
import { meet } from './host.js'

meet()

const OURS = /^\/(trainer|c|teams)(\/|$)/

for (const link of document.querySelectorAll('a[href]')) {
  const { origin, pathname } = new URL(link.href)
  if (origin === location.origin && OURS.test(pathname)) continue
  link.target = '_blank'
  link.rel = `${link.rel} noopener`.trim()
}

// a photo by itself would fill the frame, with no way back
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('.a-photo a') : null
  if (!link || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  const shown = document.createElement('dialog')
  shown.className = 'photo'
  shown.ariaLabel = link.querySelector('img').alt
  const close = document.createElement('button')
  close.append(link.querySelector('img').cloneNode())
  close.firstChild.src = link.href
  close.addEventListener('click', () => shown.close())
  shown.addEventListener('close', () => shown.remove())
  shown.append(close)
  document.body.append(shown)
  shown.showModal()
})
