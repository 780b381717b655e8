import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { claimSchema } from '../../../core/model/document.ts'
import type { Issuance } from '../../../core/model/rows.ts'
import { webhookBackend } from '../../../core/issuing/webhook/index.ts'
import { CLAIM, detailsFrom, documentFrom } from './claim.ts'

const secret = 'le secret partagé'
type Received = { method: string; headers: IncomingMessage['headers']; body: Buffer }

/** An integrator's server: it keeps what it gets, and answers as the test says. */
let server: Server
let received: Received[]
let answer: (response: ServerResponse, request: Received) => void

beforeEach(async () => {
  received = []
  server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const one = { method: request.method!, headers: request.headers, body: Buffer.concat(parts) }
    received.push(one)
    answer(response, one)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(resolve))
})

const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/badges?from=declic`
const backend = (timeout?: number) => webhookBackend({ url: address(), secret, timeout })
const send = (document = documentFrom(), timeout?: number) => backend(timeout).issue(document, detailsFrom())
const answers = (status: number, body?: unknown, headers: Record<string, string> = {}) => {
  answer = (response) => {
    response.writeHead(status, headers)
    response.end(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body))
  }
}

/** As docs/webhook.md tells integrators to check it. */
function isFromDeclic(header: unknown, body: Buffer): boolean {
  const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(header)) ?? []
  if (!t) return false
  return timingSafeEqual(createHmac('sha256', secret).update(`${t}.`).update(body).digest(), Buffer.from(v1!, 'hex'))
}

const issuance: Issuance = {
  id: 'i',
  claimId: CLAIM,
  backend: 'webhook',
  state: 'waiting',
  reference: null,
  url: null,
  credential: null,
  document: null,
  error: null,
  statusIndex: null,
  at: '2026-01-01T11:07:00.000Z',
  issuedAt: null,
}

describe('what is sent', () => {
  test('the claim, its key, a signature over time and body', async () => {
    answers(200)
    await send()
    const [{ method, headers, body }] = received as [Received]
    expect(method).toBe('POST')
    expect(headers['content-type']).toBe('application/json')
    expect(headers['idempotency-key']).toBe(`urn:uuid:${CLAIM}`)
    expect(headers['declic-signature']).toMatch(/^t=1767265620,v1=/)
    expect(isFromDeclic(headers['declic-signature'], body)).toBe(true)
    expect(isFromDeclic(headers['declic-signature'], Buffer.concat([body, Buffer.from(' ')]))).toBe(false)
    expect(claimSchema.parse(JSON.parse(body.toString()))).toMatchObject({ id: `urn:uuid:${CLAIM}`, status: 'endorsed' })
  })

  test('the same on every retry, whatever was recorded about the attempts in between', async () => {
    answers(503)
    await send()
    await backend().issue(documentFrom({ issuances: [issuance] }), detailsFrom({ now: '2026-03-01T00:00:00.000Z' }))
    await send(documentFrom({ issuances: [{ ...issuance, state: 'forwarded', reference: '7' }] }))
    expect(received).toHaveLength(3)
    expect(new Set(received.map(({ body }) => body.toString())).size).toBe(1)
    expect(new Set(received.map(({ headers }) => headers['declic-signature'])).size).toBe(1)
    expect(new Set(received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  })
})

describe('what is understood', () => {
  const taken = { state: 'issued', reference: null, url: null }
  test.each<[number, unknown, unknown]>([
    [200, undefined, taken],
    [204, undefined, taken],
    [201, {}, taken],
    [
      200,
      { state: 'issued', reference: 'b-42', url: 'https://badges.example.org/42' },
      { state: 'issued', reference: 'b-42', url: 'https://badges.example.org/42' },
    ],
    [200, { state: 'forwarded', reference: 42 }, { state: 'forwarded', reference: '42', url: null }],
    [202, { reference: 'b-42' }, { state: 'forwarded', reference: 'b-42', url: null }],
    [202, undefined, { state: 'forwarded', reference: null, url: null }],
  ])('%i %j', async (status, body, outcome) => {
    answers(status, body)
    expect(await send()).toEqual(outcome)
  })

  test.each([408, 409, 425, 429, 500, 502, 503, 504])('%i: later', async (status) => {
    answers(status)
    expect(await send()).toEqual({ state: 'retry', why: `answered ${status}`, after: undefined })
  })

  test('Retry-After is followed, in seconds, a day at most', async () => {
    answers(429, '', { 'retry-after': '120' })
    expect(await send()).toMatchObject({ state: 'retry', after: 120 })
    answers(503, '', { 'retry-after': '99999999' })
    expect(await send()).toMatchObject({ state: 'retry', after: 86_400 })
    answers(503, '', { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' })
    expect(await send()).toMatchObject({ state: 'retry', after: undefined })
  })

  test.each([301, 400, 404, 410, 422])('%i: an operator looks, the answer’s text is not repeated', async (status) => {
    answers(status, 'Awa Diallo is unknown here', { location: '/elsewhere' })
    expect(await send()).toEqual({ state: 'failed', why: `refused with ${status}` })
    expect(received).toHaveLength(1)
  })

  test.each([401, 403])('%i: the secret is not theirs, and claims wait until it is', async (status) => {
    answers(status)
    expect(await send()).toEqual({ state: 'locked-out', why: `our credentials were refused with ${status}` })
  })

  test.each([
    ['<html>ok</html>'],
    ['"issued"'],
    ['{"state":"maybe"}'],
    ['{"url":"javascript:alert(1)"}'],
    [`{"reference":"${'x'.repeat(70_000)}"}`],
  ])('taken, but with an answer that nobody can read: unknown (%#)', async (body) => {
    answers(200, body)
    expect(await send()).toMatchObject({ state: 'unknown' })
  })
})

describe('faults on the way', () => {
  test('no answer in time', async () => {
    answer = () => {}
    expect(await send(documentFrom(), 200)).toEqual({ state: 'retry', why: 'no answer (TimeoutError)' })
  })

  test('a line that is cut, before or within the answer', async () => {
    answer = (response) => void response.socket!.destroy()
    expect(await send()).toMatchObject({ state: 'retry' })
    answer = (response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('{"state":')
      setImmediate(() => response.socket!.destroy())
    }
    expect(await send()).toMatchObject({ state: 'retry' })
  })

  test('nobody there', async () => {
    const there = address()
    await new Promise((resolve) => server.close(resolve))
    const outcome = await webhookBackend({ url: there, secret }).issue(documentFrom(), detailsFrom())
    expect(outcome).toEqual({ state: 'retry', why: 'no answer (ECONNREFUSED)' })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })

  test('lost answers issue once: the integrator knows the key again', async () => {
    const issued = new Map<string, string>()
    let lines = 0
    answer = (response, { headers }) => {
      const key = headers['idempotency-key'] as string
      if (!issued.has(key)) issued.set(key, `b-${issued.size + 1}`)
      if (++lines < 3) response.socket!.destroy()
      else response.end(JSON.stringify({ reference: issued.get(key) }))
    }
    const outcomes = [await send(), await send(), await send()]
    expect(outcomes.map(({ state }) => state)).toEqual(['retry', 'retry', 'issued'])
    expect(issued.size).toBe(1)
  })
})
