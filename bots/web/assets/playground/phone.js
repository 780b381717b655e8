// One phone: whose it is, the conversation with Déclic, and where one writes.
import { html, useEffect, useRef } from './preact.js'
import { Composer } from './composer.js'
import { Message } from './message.js'
import { say } from './words.js'

export function Phone({ person, messages, typing, shown, onSay, onFiles, onStart }) {
  const log = useRef(null)
  const begun = useRef(false)
  const { id, firstName, name, role } = person
  const toTheEnd = () => {
    log.current.scrollTop = log.current.scrollHeight
  }
  useEffect(toTheEnd, [messages.length, typing, shown])
  useEffect(() => {
    // pictures take their place late, and a screen keyboard takes ours
    const watching = new ResizeObserver(toTheEnd)
    watching.observe(log.current)
    log.current.addEventListener('load', toTheEnd, true)
    return () => watching.disconnect()
  }, [])
  useEffect(() => {
    // the button is gone: whoever used the keyboard goes on from the conversation
    if (begun.current) log.current.focus()
    begun.current = false
  }, [messages.length === 0])
  const begin = () => {
    begun.current = true
    onStart(id, '')
  }
  const latest = messages.findLast((message) => !message.own && message.choices?.length > 0)
  const empty = messages.length === 0
  return html`<section class=${`phone ${shown ? 'shown' : ''}`} aria-labelledby=${`phone-${id}`}>
    <header class="owner"><span class=${`face ${id}`} aria-hidden="true">${firstName[0]}</span><h2 id=${`phone-${id}`}>${name}</h2><span class="role">${role}</span></header>
    <div class="screen">
      <div class="bot"><img src="/assets/icon.svg" alt="" width="30" height="30" /><strong>Déclic</strong></div>
      <div class="log" role="log" aria-live="polite" aria-label=${say('phone', { name: firstName })} tabindex="0" ref=${log}>
        ${empty && html`<p class="empty">${say(`empty-${id}`, { name: firstName })}</p>`}
        ${messages.map(
          (message) => html`<${Message}
            key=${message.id}
            message=${message}
            phone=${id}
            latest=${message === latest}
            onChoose=${(choice) => onSay(id, choice.said, { is: 'choice', data: choice.data })}
            onStart=${onStart}
          />`,
        )}
        ${typing && html`<div class="line"><div class="bubble typing" aria-label=${say('typing')} role="img"><i></i><i></i><i></i></div></div>`}
      </div>
      ${
        empty && id === 'learner'
          ? html`<div class="composer"><button class="begin" onClick=${begin}>${say('start')}</button></div>`
          : html`<${Composer}
              phone=${id}
              name=${firstName}
              onText=${(text) => onSay(id, text, { is: 'text', text })}
              onFiles=${(files) => onFiles(id, files)}
              onVoice=${(blob, seconds) => onFiles(id, [blob], seconds)}
            />`
      }
    </div>
  </section>`
}
