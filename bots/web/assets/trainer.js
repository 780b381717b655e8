// What the follow-up page does beyond its links and forms: it follows what happens, and takes one key for one act.

const PERIOD_MS = 5000
const KEYS = 'declic keys'

// ---- live: the part that says where things stand is asked for again, and swapped when it says something else

const live = document.getElementById('live')
let etag = ''
let worked = false
for (const sign of ['keydown', 'pointerdown', 'input', 'scroll'])
  addEventListener(
    sign,
    () => {
      worked = true
    },
    { passive: true },
  )

async function follow() {
  if (document.hidden || !live) return
  const address = new URL(location.href)
  address.searchParams.delete('after')
  try {
    // a page that only lies open keeps nothing to itself; one that somebody works on does
    const at = { 'X-Live': worked ? 'working' : 'still' }
    worked = false
    const response = await fetch(address, { headers: etag ? { ...at, 'If-None-Match': etag } : at, cache: 'no-store' })
    if (response.status === 401) return location.reload()
    if (response.status !== 200) return
    etag = response.headers.get('ETag') ?? ''
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    swap(live, page.getElementById('live'))
    swap(document.querySelector('.places ul'), page.querySelector('.places ul'))
    bringPieces(page)
  } catch {
    // away for a moment: the next time will tell
  }
}

/** New contents, with the focus where it was. */
function swap(old, fresh) {
  if (!old || !fresh || old.innerHTML === fresh.innerHTML) return
  const held = old.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null
  old.innerHTML = fresh.innerHTML
  if (held) old.querySelector(`[href="${CSS.escape(held)}"]`)?.focus()
}

/** Evidence one by one, so that what is being played, read or written stays as it is. */
function bringPieces(page) {
  for (const fresh of page.querySelectorAll('[data-live=piece]')) {
    const old = document.getElementById(fresh.id)
    if (old) swap(old, fresh)
    else document.querySelector('.pieces')?.append(fresh)
  }
}

if (live) setInterval(follow, PERIOD_MS)
document.addEventListener('visibilitychange', follow)

// ---- ready-made sentences: the one that is chosen is written below, to be changed before it leaves

for (const hint of document.querySelectorAll('[data-change]')) hint.hidden = false
for (const sentence of document.querySelectorAll('[data-sentence]')) {
  sentence.addEventListener('change', () => {
    sentence.form.elements.reason.value = sentence.dataset.sentence
  })
}
// it is sent as words of one's own, and not once more
for (const form of document.querySelectorAll('.decide form'))
  form.addEventListener('formdata', ({ formData }) => {
    if (form.elements.reason?.value.trim()) formData.delete('ready')
  })

// ---- keys: a accepts, c and r ask for a reason, j and k walk; they can be switched off (WCAG 2.1.4)

const box = document.getElementById('keys')
/** In a frame of another site, some browsers give no storage: then the wish holds for this page. */
let wish
const wanted = () => {
  try {
    return (wish ?? localStorage.getItem(KEYS)) !== 'off'
  } catch {
    return true
  }
}
const wants = (on) => {
  wish = on ? 'on' : 'off'
  try {
    localStorage.setItem(KEYS, wish)
  } catch {
    // as above
  }
}
if (box) {
  box.closest('.keys').hidden = false
  box.checked = wanted()
  box.addEventListener('change', () => wants(box.checked))
}

const WRITING = 'textarea, select, [contenteditable], input:not([type=radio]):not([type=checkbox])'
let done = false

document.addEventListener('keydown', (event) => {
  if (done || event.repeat || event.ctrlKey || event.metaKey || event.altKey || !wanted()) return
  if (event.target instanceof Element && event.target.closest(WRITING)) return
  // a photo lies over the page: what a key would do is not in sight
  if (document.querySelector('dialog[open]')) return
  const target = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`)
  if (!target) return
  event.preventDefault()
  if (target.localName === 'summary') {
    const details = target.parentElement
    for (const other of document.querySelectorAll('.decide details')) other.open = other === details
    const first = details.querySelector('[data-focus]') ?? details.querySelector('[type=radio], textarea')
    first.focus()
    return
  }
  done = true
  target.click()
})

// a page that comes back from the browser's memory takes keys again
addEventListener('pageshow', () => {
  done = false
})
for (const form of document.querySelectorAll('.decide form')) {
  form.addEventListener('submit', () => {
    done = true
  })
}
