import { json, type Route } from '../server/route.ts'
import type { TeamsChannel } from './index.ts'

/** Above what Teams sends: an activity has at most 100 KB. */
const MOST = 256 * 1024

/** `POST /api/messages`: activities of the Bot Framework. */
export const teamsRoutes = (teams: TeamsChannel): Route[] => [
  {
    method: 'POST',
    path: '/api/messages',
    pace: 'none',
    bodyLimit: MOST,
    async handle(visit) {
      const { status, body } = await teams.messages(visit.headers.authorization, await visit.json())
      return body === undefined ? { status } : json(body, {}, status)
    },
  },
]
