// Updates that Telegram brings: checked, committed, then acknowledged. The route that calls this owns HTTP.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Log } from '../log.ts'
import type { Take } from './take.ts'
import { Update } from './update.ts'

/** The HTTP status to answer with: 200 once committed (or nothing to commit), 400, 401, or 503 so that Telegram tries again. */
export type Webhook = (secretHeader: string | undefined, body: unknown) => Promise<200 | 400 | 401 | 503>

export function makeWebhook({ secret, take, log }: { secret: string; take: Take; log: Log }): Webhook {
  const expected = digest(secret)
  return async (secretHeader, body) => {
    if (!timingSafeEqual(digest(secretHeader ?? ''), expected)) return 401
    const update = Update.safeParse(body)
    if (!update.success) return 400
    try {
      await take(update.data)
      return 200
    } catch (error) {
      log.error({ err: error, update: update.data.update_id }, 'an update could not be committed; Telegram will bring it again')
      return 503
    }
  }
}

/** Of equal length, so that comparing takes the same time whatever was sent. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
