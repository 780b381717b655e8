// How often one address and one link may come. Kept in memory: a limit is a brake for guessing and flooding, not a fact.
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Route, Visit } from './route.ts'

/** Visits a minute. A training room shares one address, so an address may do much more than a link. */
const PACE = {
  page: { link: 120, address: 600 },
  form: { link: 20, address: 120 },
  /** A conversation on our own page: one learner, and a room of them. */
  chat: { link: 120, address: 2400 },
  upload: { link: 15, address: 240 },
}

export type Limits = {
  /** Seconds to wait; undefined: come in. */
  wait: (route: Pick<Route, 'path' | 'pace' | 'method' | 'whose'>, visit: Visit) => Promise<number | undefined>
}

export function openLimits(pace: typeof PACE = PACE): Limits {
  const limiters = {
    page: { link: limiter(pace.page.link), address: limiter(pace.page.address) },
    form: { link: limiter(pace.form.link), address: limiter(pace.form.address) },
    chat: { link: limiter(pace.chat.link), address: limiter(pace.chat.address) },
    upload: { link: limiter(pace.upload.link), address: limiter(pace.upload.address) },
  }
  return {
    async wait(route, visit) {
      const kind = route.pace ?? (route.method === 'POST' ? 'form' : 'page')
      if (kind === 'none') return undefined
      const link = route.whose ? route.whose(visit) : (visit.params.token ?? visit.params.id)
      const waits = await Promise.all([
        spend(limiters[kind].address, visit.address),
        link === undefined ? 0 : spend(limiters[kind].link, `${route.path} ${link}`),
      ])
      return Math.max(...waits) || undefined
    },
  }
}

const limiter = (points: number) => new RateLimiterMemory({ points, duration: 60 })

/** Takes one point; seconds to wait when there is none left. */
async function spend(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key)
    return 0
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal
    return Math.max(1, Math.ceil((refusal as { msBeforeNext: number }).msBeforeNext / 1000))
  }
}
