// Where one writes, attaches and records.
import { html, useEffect, useRef, useState } from './preact.js'
import { canRecord, Recorder } from './recorder.js'
import { say } from './words.js'

export const kindOf = (type) => ({ image: 'photo', audio: 'voice', video: 'video' })[type.split('/')[0]] ?? 'document'

export function Composer({ phone, name, onText, onFiles, onVoice }) {
  const [text, setText] = useState('')
  const [recording, setRecording] = useState(false)
  const files = useRef(null)
  const form = useRef(null)
  const recorded = useRef(false)
  useEffect(() => {
    if (recorded.current && !recording) form.current.querySelector('.microphone')?.focus()
    recorded.current = recording
  }, [recording])
  const send = (event) => {
    event?.preventDefault()
    if (text.trim() === '') return
    onText(text.trim())
    setText('')
  }
  const keys = (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event)
  }
  const attach = ({ target }) => {
    if (target.files.length > 0) onFiles([...target.files])
    target.value = ''
  }
  return html`<form ref=${form} class=${`composer ${recording ? 'busy' : ''}`} onSubmit=${send}>
    <input ref=${files} id=${`files-${phone}`} type="file" multiple tabindex="-1" aria-label=${say('attach')} onChange=${attach} hidden />
    <button type="button" class="icon clip" aria-label=${say('attach')} title=${say('attach')} onClick=${() => files.current.click()}></button>
    <textarea rows="1" aria-label=${`${say('write')} (${name})`} placeholder=${say('message')} value=${text} onInput=${({ target }) => setText(target.value)} onKeyDown=${keys}></textarea>
    ${text.trim() === '' && canRecord() ? html`<${Recorder} onVoice=${onVoice} onRecording=${setRecording} />` : html`<button class="icon send" aria-label=${say('send')} title=${say('send')}></button>`}
  </form>`
}
