// The three phones side by side; on a narrow screen one at a time.
import { html, render, useEffect, useMemo, useState } from './preact.js'
import { kindOf } from './composer.js'
import { openConversation } from './conversation.js'
import { TooBig } from './deliver.js'
import { startCode } from './message.js'
import { Phone } from './phone.js'
import { begin, listen, sendFile, tell } from './server.js'
import { phones, say } from './words.js'

function Playground() {
  const [, redraw] = useState(0)
  const [shown, setShown] = useState('learner')
  const [connected, setConnected] = useState(true)
  const [waiting, setWaiting] = useState(startCode(location.hash))
  const conversation = useMemo(() => openConversation(() => redraw((n) => n + 1)), [])
  conversation.read(shown)

  useEffect(() => {
    if (fresh) conversation.forget()
    const stop = listen(conversation.hear, setConnected)
    const follow = () => setWaiting(startCode(location.hash))
    addEventListener('hashchange', follow)
    return () => {
      stop()
      removeEventListener('hashchange', follow)
    }
  }, [])

  /** Shows it at once; says whether it left. */
  async function deliver(id, sending) {
    try {
      const href = await sending
      conversation.update(id, { state: 'sent', ...(typeof href === 'string' ? { href } : {}) })
    } catch (error) {
      conversation.update(id, { state: error instanceof TooBig ? 'too-big' : 'failed' })
    }
  }
  function onSay(phone, text, event) {
    const id = conversation.said(phone, { text })
    deliver(id, tell(phone, id, event))
  }
  function onStart(phone, code) {
    setShown(phone)
    setWaiting(undefined)
    if (location.hash) history.replaceState(null, '', location.pathname + location.search)
    onSay(phone, say(code ? 'opened' : 'start'), { is: 'start', code })
  }
  async function onFiles(phone, files, seconds) {
    const album = files.length > 1 ? crypto.randomUUID() : undefined
    for (const blob of files) {
      const kind = kindOf(blob.type)
      const id = conversation.said(phone, { as: kind, href: URL.createObjectURL(blob), name: blob.name })
      await deliver(id, sendFile(phone, id, { blob, kind, name: blob.name, album, seconds }))
    }
  }
  async function restart() {
    if (!confirm(say('restart-sure'))) return
    await begin(true)
    conversation.forget()
    location.assign(location.pathname + location.search)
  }

  return html`
    ${!connected && html`<p class="notice" role="status">${say('offline')}</p>`}
    ${
      waiting &&
      html`<div class="notice waiting" role="status">
        <span>${say('link-for')}</span>
        ${phones.map(({ id, firstName }) => html`<button class="small" onClick=${() => onStart(id, waiting)}>${firstName}</button>`)}
      </div>`
    }
    <nav class="tabs" aria-label=${say('phones')}>
      ${phones.map(({ id, firstName, role }) => {
        const unread = conversation.unread(id)
        return html`<button aria-pressed=${shown === id} onClick=${() => setShown(id)}>
          <strong>${firstName}</strong><span>${unread > 0 ? say('unread', { count: unread }) : role}</span>
        </button>`
      })}
    </nav>
    <div class="phones">
      ${phones.map(
        (person) => html`<${Phone}
          key=${person.id}
          person=${person}
          messages=${conversation.messages(person.id)}
          typing=${conversation.isTyping(person.id)}
          shown=${shown === person.id}
          onSay=${onSay}
          onFiles=${onFiles}
          onStart=${onStart}
        />`,
      )}
    </div>
    <p class="under"><button class="small plain" onClick=${restart}>${say('restart')}</button></p>
  `
}

// Nobody can speak before there is a session to speak in.
const fresh = await begin()
const stage = document.getElementById('stage')
stage.replaceChildren()
render(html`<${Playground} />`, stage)
