// For operators: alive, ready or why not, and figures.
import { timingSafeEqual } from 'node:crypto'
import { collectDefaultMetrics, Histogram, register } from 'prom-client'
import { json, Refused, type Route, type Visit } from './route.ts'
import { isLocal } from './visit.ts'

/** `ready` gives the reasons why the program cannot serve, in plain words; none: it is ready. */
export function healthRoutes(ready: () => Promise<string[]>, metricsToken: string | undefined): Route[] {
  return [
    { method: 'GET', path: '/healthz', pace: 'none', handle: async () => json({ alive: true }) },
    {
      method: 'GET',
      path: '/readyz',
      pace: 'none',
      handle: async () => {
        const reasons = await ready()
        return json({ ready: reasons.length === 0, reasons }, {}, reasons.length === 0 ? 200 : 503)
      },
    },
    {
      method: 'GET',
      path: '/metrics',
      pace: 'none',
      handle: async (visit) => {
        if (!mayRead(visit, metricsToken)) throw new Refused(404, 'not for this visitor')
        return { status: 200, headers: { 'Content-Type': register.contentType }, body: await register.metrics() }
      },
    },
  ]
}

/** Loopback, or the bearer token. A proxy on this machine forwards strangers: they do not count as loopback (visit.ts). */
function mayRead(visit: Visit, token: string | undefined): boolean {
  if (isLocal(visit)) return true
  const given = Buffer.from(visit.headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return token !== undefined && token !== '' && given.length === wanted.length && timingSafeEqual(given, wanted)
}

export type Measure = (route: string, method: string, status: number, seconds: number) => void

/** Counts and times requests by route pattern. The registry is the process's own, so several servers of one test share it. */
export function openMeasure(): Measure {
  if (!register.getSingleMetric('process_cpu_user_seconds_total')) collectDefaultMetrics()
  const histogram =
    (register.getSingleMetric('declic_http_seconds') as Histogram<'route' | 'method' | 'status'> | undefined) ??
    new Histogram({
      name: 'declic_http_seconds',
      help: 'Time to answer a request',
      labelNames: ['route', 'method', 'status'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    })
  return (route, method, status, seconds) => histogram.observe({ route, method, status: String(status) }, seconds)
}
