// What is said on a session's phones, as server-sent events: one stream for all of them, from where the browser is, in order.
import type { ServerResponse } from 'node:http'
import { messagesSaid, type SaidMessage } from '../../../core/data/said.ts'
import type { Choice, Outbound } from '../../../dialogs/vocabulary.ts'
import type { WebChannel } from '../channel.ts'
import type { Site } from '../site.ts'

/** Another process may deliver: look without being woken, every so often. It also keeps the connection alive. */
const LOOK_MS = 2_000
/** Two turns may commit in another order than their numbers: look a little behind, and skip what was shown. */
const BEHIND = 30
/** `send` comes just before the outbox notes it. */
const AFTERWARDS_MS = 150

export type Listening = {
  web: WebChannel
  /** Chat → the phone that shows it. */
  phones: Map<string, string>
  /** Where the page's addresses begin: /playground */
  base: string
  /** The last Outbox.seq that the browser has. */
  since: number
}

/** Ends when the browser goes away or the program stops. */
export function streamMessages(site: Site, { web, phones, base, since }: Listening, response: ServerResponse): Promise<void> {
  const chats = [...phones.keys()]
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' })
  response.write('retry: 1000\n\n')
  const shown = new Set<string>()
  let last = since
  let looking = false
  let again = false

  async function look(): Promise<void> {
    do {
      again = false
      const from = shown.size === 0 ? since : Math.max(since, last - BEHIND)
      for (const message of await messagesSaid(site.prisma, web.name, chats, from)) {
        if (response.writableEnded) return
        if (shown.has(message.id)) continue
        shown.add(message.id)
        last = Math.max(last, message.seq)
        response.write(`id: ${last}\ndata: ${JSON.stringify(forBrowser(message, phones.get(message.chat), base))}\n\n`)
      }
    } while (again)
    if (!response.writableEnded) response.write(': up to now\n\n')
  }

  return new Promise((ended, failed) => {
    const wake = () => {
      again = true
      if (looking) return
      looking = true
      look()
        .catch(end)
        .finally(() => {
          looking = false
        })
    }
    const timer = setInterval(wake, LOOK_MS)
    const soon = () => {
      wake()
      setTimeout(wake, AFTERWARDS_MS)
    }
    const leave = web.listen(chats, soon, end)
    function end(error?: unknown): void {
      clearInterval(timer)
      leave()
      response.end()
      if (error instanceof Error) failed(error)
      else ended()
    }
    response.on('close', () => end())
    wake()
  })
}

/** Attachments as addresses; nothing of the store leaves. */
function forBrowser({ id, seq, body, at }: SaidMessage, phone: string | undefined, base: string) {
  const { text, choices = [], links = [], attachments = [] } = body as Outbound
  return {
    id,
    seq,
    phone,
    at,
    text,
    choices: numbered(choices),
    links,
    attachments: attachments.map((attachment, index) => ({
      as: attachment.is === 'evidence' ? attachment.kind : attachment.is === 'badge' ? attachment.as : attachment.is,
      href: `${base}/media/${encodeURIComponent(id)}/${index}`,
    })),
  }
}

/** « 1 Oui », then the controls. `said`: what the person said by tapping. */
function numbered(choices: Choice[]) {
  const [answers, controls] = [choices.filter(({ control }) => !control), choices.filter(({ control }) => control)]
  return [
    ...answers.map(({ label, data }, n) => ({ label: `${n + 1} ${label}`, said: label, data })),
    ...controls.map(({ label, data }) => ({ label, said: label, data, control: true })),
  ]
}
