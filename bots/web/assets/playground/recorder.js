// A voice note, where the browser has a microphone and the person allows it.
import { html, useEffect, useRef, useState } from './preact.js'
import { say } from './words.js'

const TYPES = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus', 'audio/mp4']

export const canRecord = () => Boolean(navigator.mediaDevices?.getUserMedia && window.MediaRecorder)

/** `onVoice(blob, seconds)`; `onRecording(whether)`. */
export function Recorder({ onVoice, onRecording }) {
  const [seconds, setSeconds] = useState(undefined)
  const [refused, setRefused] = useState(false)
  const running = useRef(null)
  const recording = seconds !== undefined

  useEffect(() => () => running.current?.stop(false), [])
  useEffect(() => {
    if (!recording) return undefined
    const timer = setInterval(() => setSeconds((now) => now + 1), 1000)
    return () => clearInterval(timer)
  }, [recording])

  async function start() {
    setRefused(false)
    try {
      running.current = await record((blob, length) => onVoice(blob, length))
      setSeconds(0)
      onRecording(true)
    } catch {
      setRefused(true)
    }
  }
  function stop(send) {
    running.current?.stop(send)
    running.current = null
    setSeconds(undefined)
    onRecording(false)
  }

  if (recording) {
    return html`<div class="recording">
      <span class="dot" aria-hidden="true"></span>
      <span role="timer" aria-label=${say('recording')}>${clock(seconds)}</span>
      <button type="button" class="small plain" onClick=${() => stop(false)}>${say('record-cancel')}</button>
      <button type="button" class="small" onClick=${() => stop(true)}>${say('record-stop')}</button>
    </div>`
  }
  return html`<button type="button" class="icon microphone" aria-label=${say('record')} title=${say('record')} onClick=${start}></button>
    ${refused && html`<p class="problem" role="alert">${say('no-microphone')}</p>`}`
}

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

async function record(done) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const recorder = new MediaRecorder(stream, { mimeType: TYPES.find((type) => MediaRecorder.isTypeSupported(type)) })
  const started = Date.now()
  const chunks = []
  let send = false
  recorder.ondataavailable = ({ data }) => chunks.push(data)
  recorder.onstop = () => {
    for (const track of stream.getTracks()) track.stop()
    const blob = new Blob(chunks, { type: recorder.mimeType.split(';')[0] })
    if (send && blob.size > 0) done(blob, Math.max(1, Math.round((Date.now() - started) / 1000)))
  }
  recorder.start()
  return {
    stop(wanted) {
      send = wanted
      if (recorder.state !== 'inactive') recorder.stop()
    },
  }
}
