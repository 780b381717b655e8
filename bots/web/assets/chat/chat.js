// The learner's own phone in the browser: the conversation, the way on to Telegram, and leaving a computer that others use.
import { html, render, useEffect, useMemo, useState } from './preact.js'
import { kindOf } from './composer.js'
import { openConversation } from './conversation.js'
import { openDelivery, TooBig } from './deliver.js'
import { Phone } from './phone.js'
import { listen, sendFile, tell } from './server.js'
import { base, language, phones, say } from './words.js'

const { chat, telegram } = JSON.parse(document.getElementById('declic').textContent)
const [person] = phones
const post = openDelivery()

function Chat() {
  const [, redraw] = useState(0)
  const [connected, setConnected] = useState(true)
  const conversation = useMemo(() => openConversation(() => redraw((n) => n + 1), { storage: localStorage, key: `declic-own-${chat}` }), [])
  useEffect(() => listen(conversation.hear, setConnected), [])

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
  async function onFiles(phone, files, seconds) {
    const album = files.length > 1 ? crypto.randomUUID() : undefined
    for (const blob of files) {
      const kind = kindOf(blob.type)
      const id = conversation.said(phone, { as: kind, href: URL.createObjectURL(blob), name: blob.name })
      await deliver(id, sendFile(phone, id, { blob, kind, name: blob.name, album, seconds }))
    }
  }
  function leave(event) {
    if (confirm(say('out-sure'))) conversation.forget()
    else event.preventDefault()
  }

  return html`<div class="alone">
    ${!connected && html`<p class="notice" role="status">${say('offline')}</p>`}
    <${Phone}
      person=${person}
      messages=${conversation.messages(person.id)}
      typing=${conversation.isTyping(person.id)}
      shown=${true}
      onSay=${onSay}
      onFiles=${onFiles}
      onStart=${() => undefined}
    />
    <div class="under">
      ${telegram && html`<${ToTelegram} />`}
      <form method="post" action=${`${base}/out?lang=${language}`} onSubmit=${leave}><button class="small plain">${say('out')}</button></form>
    </div>
  </div>`
}

/** A link of its own each time it is asked for: the former one ends. */
function ToTelegram() {
  const [url, setUrl] = useState()
  const [failed, setFailed] = useState(false)
  async function ask() {
    try {
      const answer = await post('telegram', `${base}/telegram`, '', 'application/json')
      setUrl((await answer.json()).url)
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }
  if (url) return html`<p role="status">${say('telegram-ready')} <a href=${url} target="_blank">${say('telegram-open')}</a></p>`
  return html`<button type="button" class="small plain" onClick=${ask}>${say('telegram')}</button>
    ${failed && html`<p class="problem" role="alert">${say('not-sent')}</p>`}`
}

const stage = document.getElementById('stage')
stage.replaceChildren()
render(html`<${Chat} />`, stage)
