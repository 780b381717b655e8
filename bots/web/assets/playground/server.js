// The way to the server and back. A message has an id of its own, so sending it again after a lost connection is harmless.
import { language } from './words.js'

const PAUSES_MS = [500, 1500, 4000]

export class TooBig extends Error {}

/** Makes sure of a session; `again`: another one. Gives whether it is a new one. */
export async function begin(again = false) {
  const answer = await post('/playground/session', JSON.stringify({ language, again }), 'application/json')
  return (await answer.json()).fresh
}

/** @param event what the phone says: `{ is: 'text', text }`, `{ is: 'choice', data }` or `{ is: 'start', code }` */
export const tell = (phone, id, event) =>
  post('/playground/messages', JSON.stringify({ phone, id, language, ...event }), 'application/json')

/** Gives the address at which the phone can show its own file again. */
export async function sendFile(phone, id, { blob, kind, name, album, seconds }) {
  const about = Object.entries({ phone, id, language, kind, name, album, seconds }).filter(([, value]) => value !== undefined)
  const answer = await post(`/playground/files?${new URLSearchParams(about)}`, blob, blob.type || 'application/octet-stream')
  return (await answer.json()).href
}

async function post(path, body, type) {
  for (const pause of [...PAUSES_MS, undefined]) {
    const answer = await fetch(path, { method: 'POST', body, headers: { 'Content-Type': type } }).catch(() => undefined)
    if (answer?.ok) return answer
    if (answer?.status === 413) throw new TooBig()
    if (answer && answer.status < 500) throw new Error(`answered ${answer.status}`)
    if (pause === undefined) throw new Error('no answer')
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

/** Everything that is said on the three phones, from the beginning. `hear(message)`; `state(connected)`. */
export function listen(hear, state) {
  const source = new EventSource('/playground/events')
  source.onopen = () => state(true)
  source.onerror = () => state(false)
  source.onmessage = ({ data }) => hear(JSON.parse(data))
  return () => source.close()
}
