import { Refused, type Route } from '../server/route.ts'
import type { TelegramChannel } from './index.ts'

/** `POST /telegram/webhook`. The secret is looked at before the body is read for what it says. */
export const telegramRoutes = (telegram: TelegramChannel): Route[] => [
  {
    method: 'POST',
    path: '/telegram/webhook',
    pace: 'none',
    bodyLimit: 1024 * 1024,
    async handle(visit) {
      const secret = visit.headers['x-telegram-bot-api-secret-token']
      const body = await visit.json().catch((error) => {
        if (error instanceof Refused && error.status === 400) return undefined
        throw error
      })
      return { status: await telegram.webhook(typeof secret === 'string' ? secret : undefined, body) }
    },
  },
]
