import { Writable } from 'node:stream'
import pino from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { json, openServer, Refused, type Route, type Server } from '../../../bots/server/index.ts'

let server: Server | undefined
let logged = ''
afterEach(async () => {
  await server?.close()
  logged = ''
})

async function serve(routes: Route[] = [], options: { ready?: string[]; metricsToken?: string; publicUrl?: string } = {}) {
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk)
      done()
    },
  })
  server = await openServer({
    settings: { port: 0, host: '127.0.0.1', publicUrl: options.publicUrl ?? 'http://localhost:3978', metricsToken: options.metricsToken },
    log: pino({ level: 'trace' }, sink),
    ready: async () => options.ready ?? [],
    routes,
  })
  return (path: string, init?: RequestInit) => fetch(`${server!.address}${path}`, { redirect: 'manual', ...init })
}

const echo: Route = { method: 'POST', path: '/echo', bodyLimit: 100, handle: async (visit) => json(Object.fromEntries(await visit.form())) }

describe('the server', () => {
  it('tells operators that it is alive, and why it is not ready', async () => {
    const visit = await serve([], { ready: ['no database'] })
    expect((await visit('/healthz')).status).toBe(200)
    const ready = await visit('/readyz')
    expect([ready.status, await ready.json()]).toEqual([503, { ready: false, reasons: ['no database'] }])
  })

  it('shows figures to this machine, or to whoever has the token', async () => {
    const visit = await serve([], { metricsToken: 'secret-figures' })
    expect(await (await visit('/metrics')).text()).toContain('process_cpu_user_seconds_total')
    const stranger = { 'X-Forwarded-For': '203.0.113.9' }
    expect((await visit('/metrics', { headers: stranger })).status).toBe(404)
    expect((await visit('/metrics', { headers: { ...stranger, Authorization: 'Bearer secret-figures' } })).status).toBe(200)
    expect((await visit('/metrics', { headers: { ...stranger, Authorization: 'Bearer secret-figurez' } })).status).toBe(404)
  })

  it('lets browsers load nothing from elsewhere, run nothing, frame nothing, and tell nobody where they came from', async () => {
    const visit = await serve()
    for (const path of ['/healthz', '/nowhere']) {
      const { headers } = await visit(path)
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe|script-src/)
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cache-control')).toBe('no-store')
    }
  })

  it('answers what it does not know with a kind page, in French unless English is wanted', async () => {
    const visit = await serve()
    const french = await visit('/nowhere')
    expect([french.status, await french.text()]).toEqual([404, expect.stringContaining('<html lang="fr">')])
    const english = await visit('/nowhere', { headers: { 'Accept-Language': 'de, en-GB;q=0.8, fr;q=0.4' } })
    expect(await english.text()).toContain('<html lang="en">')
    expect((await visit('/healthz', { method: 'DELETE' })).status).toBe(405)
    expect((await visit('/%E0%A4%A')).status).toBe(404)
  })

  it('reads forms up to a limit', async () => {
    const visit = await serve([echo])
    const send = (body: string, type = 'application/x-www-form-urlencoded') =>
      visit('/echo', { method: 'POST', body, headers: { 'Content-Type': type } })
    expect(await (await send('name=Awa+Diallo')).json()).toEqual({ name: 'Awa Diallo' })
    expect((await send(`name=${'a'.repeat(200)}`)).status).toBe(413)
    expect((await send('{}', 'application/json')).status).toBe(415)
  })

  it('turns refusals into their page, and faults into a 500 that tells nothing', async () => {
    const visit = await serve([
      {
        method: 'GET',
        path: '/gone',
        handle: async () => {
          throw new Refused(410, 'over')
        },
      },
      {
        method: 'GET',
        path: '/broken',
        handle: async () => {
          throw new Error('password hunter2')
        },
      },
    ])
    expect((await visit('/gone')).status).toBe(410)
    const broken = await visit('/broken')
    expect(broken.status).toBe(500)
    expect(await broken.text()).not.toContain('hunter2')
    expect(logged).toContain('a request failed')
  })

  it('slows down whoever hammers one link, and no other link', async () => {
    const visit = await serve([{ method: 'POST', path: '/e/:token', handle: async () => ({ status: 204 }) }])
    const tries = await Promise.all(Array.from({ length: 25 }, () => visit('/e/one', { method: 'POST' })))
    const refused = tries.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(5)
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await visit('/e/another', { method: 'POST' })).status).toBe(204)
  })

  it('logs the pattern of a route, never the token in it', async () => {
    const visit = await serve([{ method: 'GET', path: '/c/:token', handle: async () => ({ status: 204 }) }])
    await visit('/c/TOKENTOKENTOKEN?lang=TOKENTOKEN')
    await visit('/nowhere/TOKENTOKENTOKEN')
    expect(logged).toContain('/c/:token')
    expect(logged).not.toContain('TOKENTOKEN')
  })

  it('takes no character zero in an address: no database keeps it', async () => {
    const visit = await serve([{ method: 'GET', path: '/c/:token', handle: async () => ({ status: 204 }) }])
    expect([(await visit('/c/%00')).status, (await visit('/c/a?claim=%00')).status, (await visit('/c/a')).status]).toEqual([404, 404, 204])
  })

  it('answers HEAD like GET, without the body', async () => {
    const visit = await serve()
    const head = await visit('/healthz', { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '14', ''])
  })
})
