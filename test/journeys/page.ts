// A browser as far as HTTP goes: a cookie, and what its page would send.
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Journey } from './world.ts'

type Said = { text: string; at: string; choices: { label: string; said: string; data: string }[] }

/** `timeZone`: where the browser says that it is. */
export function openPage(journey: Journey, cookie = '', timeZone?: string) {
  const request = (path: string, init: RequestInit = {}) => journey.get(path, { ...init, headers: { Cookie: cookie, ...init.headers } })
  const post = (path: string, body: unknown) =>
    request(path, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } })
  const tell = async (event: object) => {
    expect((await post('/chat/messages', { phone: 'mine', id: randomUUID(), language: 'fr', timeZone, ...event })).status).toBe(204)
    await journey.idle()
  }
  const self = {
    request,
    post,
    get cookie() {
      return cookie
    },
    async joins(code: string, fields: Record<string, string>) {
      const answer = await request(`/w/${code}`, { method: 'POST', body: new URLSearchParams(fields) })
      cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
      await journey.idle()
      return answer
    },
    async reads(): Promise<Said[]> {
      const leaving = new AbortController()
      const answer = await request('/chat/events', { signal: leaving.signal })
      let text = ''
      for await (const part of answer.body!.pipeThrough(new TextDecoderStream()) as unknown as AsyncIterable<string>) {
        text += part
        if (text.includes(': up to now')) break
      }
      leaving.abort()
      return [...text.matchAll(/^data: (.*)\n\n/gm)].map(([, data]) => JSON.parse(data!) as Said)
    },
    says: (text: string) => tell({ is: 'text', text }),
    async taps(label: string) {
      const said = await self.reads()
      const choice = said.flatMap(({ choices }) => choices).findLast((one) => one.said === label)
      if (!choice) throw new Error(`no button « ${label} » after « ${said.at(-1)?.text} »`)
      await tell({ is: 'choice', data: choice.data })
    },
  }
  return self
}
