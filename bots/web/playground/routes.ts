// The playground's server side: the page, its session, its three phones. One more channel on the very same turn.
import { z } from 'zod'
import {
  chatOf,
  PEOPLE,
  PHONES,
  type Phone,
  playgroundExists,
  preparePlayground,
  speakOnPlayground,
} from '../../../core/data/playground.ts'
import { sameOriginOnly } from '../../server/origin.ts'
import { json, type Reply, type Route, type Visit } from '../../server/route.ts'
import { phoneAssetRoutes } from '../assets.ts'
import type { WebChannel } from '../channel.ts'
import { languageOf } from '../language.ts'
import { check, type Holder, phoneRoutes } from '../phones/routes.ts'
import type { Site } from '../site.ts'
import { playgroundPage } from './page.ts'
import { localOnly, newSession, ownSession, sessionCookie, sessionOf } from './session.ts'

export function playgroundRoutes(site: Site, web: WebChannel): Route[] {
  return [
    ...phoneAssetRoutes('/playground'),
    {
      method: 'GET',
      path: '/',
      pace: 'none',
      handle: async (visit) => {
        localOnly(visit)
        return playgroundPage(languageOf(visit.query.get('lang'), undefined, visit.headers['accept-language']))
      },
    },
    { method: 'POST', path: '/playground/session', pace: 'none', handle: (visit) => begin(site, visit) },
    ...phoneRoutes(site, {
      web,
      base: '/playground',
      holder: async (visit) => holderOf(ownSession(visit, site.publicUrl)),
      pace: { pace: 'none' },
      uploadPace: { pace: 'none' },
    }),
  ]
}

const holderOf = (session: string): Holder => ({
  session,
  chats: Object.fromEntries(PHONES.map((phone) => [phone, chatOf(session, phone)])),
  names: (phone) => {
    const { name, firstName } = PEOPLE[phone as Phone]
    return { firstName, fullName: name }
  },
})

const Beginning = z.object({ language: z.enum(['fr', 'en']), again: z.boolean().default(false) })

/** The browser's session, made when it has none or wants another; from now on it is spoken to in this language. */
async function begin(site: Site, visit: Visit): Promise<Reply> {
  localOnly(visit)
  sameOriginOnly(visit, site.publicUrl)
  const { language, again } = check(Beginning, await visit.json())
  const known = sessionOf(visit)
  if (known && !again && (await playgroundExists(site.prisma, known))) {
    await speakOnPlayground(site.prisma, known, language)
    return json({ fresh: false })
  }
  const session = newSession()
  await preparePlayground(site.prisma, session, language, site.now())
  return json({ fresh: true }, { 'Set-Cookie': sessionCookie(session) })
}
