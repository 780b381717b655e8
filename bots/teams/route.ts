import { json, Refused, type Route } from '../server/route.ts'
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
      // Teams is no browser; with TEAMS=dev nothing else keeps a page from writing here
      if (visit.headers['sec-fetch-site'] === 'cross-site') throw new Refused(403, 'another site')
      const { status, body } = await teams.messages(visit.headers.authorization, await visit.json())
      return body === undefined ? { status } : json(body, {}, status)
    },
  },
]
