// The way to the server and back.
import { openDelivery } from './deliver.js'
import { base, language } from './words.js'

const post = openDelivery()
/** So that nobody is written to at night. */
const { timeZone } = Intl.DateTimeFormat().resolvedOptions()

/** Makes sure of a session; `again`: another one. Gives whether it is a new one. */
export async function begin(again = false) {
  const answer = await post('session', `${base}/session`, JSON.stringify({ language, again }), 'application/json')
  return (await answer.json()).fresh
}

/** @param event what the phone says: `{ is: 'text', text }`, `{ is: 'choice', data }` or `{ is: 'start', code }` */
export const tell = (phone, id, event) =>
  post(phone, `${base}/messages`, JSON.stringify({ phone, id, language, timeZone, ...event }), 'application/json')

/** Gives the address at which the phone can show its own file again. */
export async function sendFile(phone, id, { blob, kind, name, album, seconds }) {
  const about = Object.entries({ phone, id, language, timeZone, kind, name, album, seconds }).filter(([, value]) => value !== undefined)
  const answer = await post(phone, `${base}/files?${new URLSearchParams(about)}`, blob, blob.type || 'application/octet-stream')
  return (await answer.json()).href
}

/** Everything that is said on the phones, from the beginning. `hear(message)`; `state(connected)`. */
export function listen(hear, state) {
  const source = new EventSource(`${base}/events`)
  source.onopen = () => state(true)
  source.onerror = () => state(false)
  source.onmessage = ({ data }) => hear(JSON.parse(data))
  return () => source.close()
}
