// The playground's server side: the page, what a phone says, what it hears. One more channel on the very same turn.
import { z } from 'zod'
import {
  chatOf,
  PEOPLE,
  type Phone,
  playedMessage,
  playgroundExists,
  preparePlayground,
  speakOnPlayground,
} from '../../../core/data/playground.ts'
import { headersFor } from '../../../core/evidence/serve.ts'
import type { Inbound, InboundEvent, Outbound } from '../../../dialogs/vocabulary.ts'
import { json, Refused, type Reply, type Route, type Visit } from '../../server/route.ts'
import { playgroundAssetRoutes } from '../assets.ts'
import type { WebChannel } from '../channel.ts'
import { languageOf } from '../language.ts'
import { fileReply } from '../routes/evidence.ts'
import { freshIds, type Site } from '../site.ts'
import { sameOriginOnly } from '../../server/origin.ts'
import { playgroundPage } from './page.ts'
import { localOnly, newSession, ownSession, PhoneName, sessionCookie, sessionOf } from './session.ts'
import { streamMessages } from './stream.ts'

/** A little more than evidence takes, so that « too big » is said in the chat, kindly. */
const UPLOAD_BYTES = 25 * 1024 * 1024

const Language = z.enum(['fr', 'en'])
const Spoken = z.object({ phone: PhoneName, id: z.uuid(), language: Language.default('fr') })
const Said = z.discriminatedUnion('is', [
  Spoken.extend({ is: z.literal('text'), text: z.string().min(1).max(20_000) }),
  Spoken.extend({ is: z.literal('choice'), data: z.string().min(1).max(64) }),
  Spoken.extend({ is: z.literal('start'), code: z.string().regex(/^[A-Za-z0-9_-]{0,64}$/) }),
])
const Sent = Spoken.extend({
  kind: z.enum(['photo', 'voice', 'video', 'document']),
  name: z.string().max(200).default(''),
  caption: z.string().max(1024).optional(),
  album: z.uuid().optional(),
  seconds: z.coerce.number().int().min(0).max(36_000).optional(),
})

export function playgroundRoutes(site: Site, web: WebChannel): Route[] {
  const mine = (visit: Visit) => ownSession(visit, site.publicUrl)
  return [
    ...playgroundAssetRoutes(),
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
    {
      method: 'GET',
      path: '/playground/events',
      pace: 'none',
      serve: async (visit, _request, response) => {
        const since = z.coerce.number().int().min(0).catch(0)
        const from = Math.max(since.parse(visit.query.get('since')), since.parse(visit.headers['last-event-id'] ?? 0))
        await streamMessages(site, web, mine(visit), from, response)
      },
    },
    {
      method: 'POST',
      path: '/playground/messages',
      pace: 'none',
      handle: async (visit) => {
        const session = mine(visit)
        const { phone, id, language, ...event } = check(Said, await visit.json())
        await site.intake(inbound(site, session, phone, id, language, event as InboundEvent))
        return { status: 204 }
      },
    },
    {
      method: 'POST',
      path: '/playground/files',
      pace: 'none',
      bodyLimit: UPLOAD_BYTES,
      handle: (visit) => upload(site, web, mine(visit), visit),
    },
    { method: 'GET', path: '/playground/files/:name', pace: 'none', handle: (visit) => ownFile(web, mine(visit), visit) },
    { method: 'GET', path: '/playground/media/:message/:index', pace: 'none', handle: (visit) => media(site, mine(visit), visit) },
  ]
}

const Beginning = z.object({ language: Language, again: z.boolean().default(false) })

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

async function upload(site: Site, web: WebChannel, session: string, visit: Visit): Promise<Reply> {
  const { phone, id, language, kind, name, caption, album, seconds } = check(Sent, Object.fromEntries(visit.query))
  const bytes = await visit.bytes()
  const mediaType = visit.headers['content-type']?.split(';')[0]
  const file = await web.uploads.keep(session, bytes)
  const ref = { channel: 'web', file, name: name || undefined, mediaType, size: bytes.length }
  await site.intake(inbound(site, session, phone, id, language, { is: 'media', kind, media: ref, caption, album, seconds }))
  return json({ href: `/playground/files/${file}?type=${encodeURIComponent(mediaType ?? '')}` })
}

async function ownFile(web: WebChannel, session: string, visit: Visit): Promise<Reply> {
  const name = visit.params.name!
  const bytes = web.uploads.isOf(session, name) ? await web.uploads.read(name) : undefined
  if (!bytes) throw new Refused(404, 'no such upload')
  return fileReply(bytes, headersFor(visit.query.get('type') ?? '', name), visit)
}

async function media(site: Site, session: string, visit: Visit): Promise<Reply> {
  const message = await playedMessage(site.prisma, session, visit.params.message!)
  const attachment = (message?.body as Outbound | undefined)?.attachments?.[Number(visit.params.index)]
  if (attachment?.is === 'evidence') {
    const kept = await site.evidence.get(attachment.file)
    if (kept) return fileReply(kept.bytes, headersFor(attachment.mediaType, attachment.id.replaceAll('-', '')), visit)
  } else if (attachment) {
    const made = await site.attachment(attachment)
    const shown = attachment.is === 'badge' && attachment.as === 'picture'
    const disposition = `${shown ? 'inline' : 'attachment'}; filename="${made?.name.replaceAll(/[^\w.-]/g, '_')}"`
    if (made) return fileReply(made.bytes, { 'Content-Type': made.mediaType, 'Content-Disposition': disposition }, visit)
  }
  throw new Refused(404, 'no such attachment')
}

function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const found = schema.safeParse(value)
  if (!found.success) throw new Refused(400, 'not what a phone says')
  return found.data
}

/** `id` is the browser's own, so that a message sent twice after a lost connection is one. */
function inbound(site: Site, session: string, phone: Phone, id: string, language: 'fr' | 'en', event: InboundEvent): Inbound {
  const chat = chatOf(session, phone)
  const { name, firstName } = PEOPLE[phone]
  return {
    key: `web:${chat}:${id}`,
    from: { channel: 'web', externalId: chat, chat, place: 'private', firstName, fullName: name, locale: language },
    event,
    messageId: id,
    receivedAt: site.now().toISOString(),
    fresh: freshIds(),
  }
}
