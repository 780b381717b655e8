// What a phone on a page of ours says and hears, whoever holds it: words, taps and files in; messages and what is attached to them out.
import { z } from 'zod'
import { headersFor } from '../../../core/evidence/serve.ts'
import { messageSaid } from '../../../core/data/said.ts'
import type { Inbound, InboundEvent, Outbound, Sender } from '../../../dialogs/vocabulary.ts'
import { json, Refused, type Reply, type Route, type Visit } from '../../server/route.ts'
import type { WebChannel } from '../channel.ts'
import { fileReply } from '../routes/evidence.ts'
import { freshIds } from '../../freshIds.ts'
import type { Site } from '../site.ts'
import { streamMessages } from './stream.ts'

/** A little more than evidence takes, so that « too big » is said in the chat, kindly. */
const UPLOAD_BYTES = 25 * 1024 * 1024

/** Whoever holds the page: where each of their phones is written to, and how one of them speaks. */
export type Holder = {
  session: string
  /** Phone → chat. */
  chats: Record<string, string>
  names: (phone: string) => Pick<Sender, 'firstName' | 'fullName'>
}

export type Phones = {
  web: WebChannel
  /** Where its addresses begin: /playground */
  base: string
  /** Throws a `Refused` for whoever is nobody here, or sends from another site. */
  holder: (visit: Visit) => Promise<Holder>
  pace: Pick<Route, 'pace' | 'whose'>
  uploadPace: Pick<Route, 'pace' | 'whose'>
}

const Language = z.enum(['fr', 'en'])
/** As the browser says it; what cannot be one is as good as none. */
const TimeZone = z.string().max(64).optional().catch(undefined)
const Spoken = z.object({ phone: z.string(), id: z.uuid(), language: Language.default('fr'), timeZone: TimeZone })
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

export function phoneRoutes(site: Site, phones: Phones): Route[] {
  const { web, base, holder, pace, uploadPace } = phones
  return [
    {
      method: 'GET',
      path: `${base}/events`,
      ...pace,
      serve: async (visit, _request, response) => {
        const since = z.coerce.number().int().min(0).catch(0)
        const from = Math.max(since.parse(visit.query.get('since')), since.parse(visit.headers['last-event-id'] ?? 0))
        const { chats } = await holder(visit)
        const shown = new Map(Object.entries(chats).map(([phone, chat]) => [chat, phone]))
        await streamMessages(site, { web, phones: shown, base, since: from }, response)
      },
    },
    {
      method: 'POST',
      path: `${base}/messages`,
      ...pace,
      handle: async (visit) => {
        const held = await holder(visit)
        const { phone, id, language, timeZone, ...event } = check(Said, await visit.json())
        await site.intake(inbound(site, web, held, { phone, id, language, timeZone }, event as InboundEvent))
        return { status: 204 }
      },
    },
    { method: 'POST', path: `${base}/files`, ...uploadPace, bodyLimit: UPLOAD_BYTES, handle: (visit) => upload(site, phones, visit) },
    { method: 'GET', path: `${base}/files/:name`, ...pace, handle: async (visit) => ownFile(web, await holder(visit), visit) },
    {
      method: 'GET',
      path: `${base}/media/:message/:index`,
      ...pace,
      handle: async (visit) => media(site, web, await holder(visit), visit),
    },
  ]
}

async function upload(site: Site, { web, base, holder }: Phones, visit: Visit): Promise<Reply> {
  const held = await holder(visit)
  const { phone, id, language, timeZone, kind, name, caption, album, seconds } = check(Sent, Object.fromEntries(visit.query))
  const bytes = await visit.bytes()
  const mediaType = visit.headers['content-type']?.split(';')[0]
  const file = await web.uploads.keep(held.session, bytes)
  if (!file) throw new Refused(413, 'enough for a day')
  const ref = { channel: web.name, file, name: name || undefined, mediaType, size: bytes.length }
  await site.intake(inbound(site, web, held, { phone, id, language, timeZone }, { is: 'media', kind, media: ref, caption, album, seconds }))
  return json({ href: `${base}/files/${file}?type=${encodeURIComponent(mediaType ?? '')}` })
}

async function ownFile(web: WebChannel, { session }: Holder, visit: Visit): Promise<Reply> {
  const name = visit.params.name!
  const bytes = web.uploads.isOf(session, name) ? await web.uploads.read(name) : undefined
  if (!bytes) throw new Refused(404, 'no such upload')
  return fileReply(bytes, headersFor(visit.query.get('type') ?? '', name), visit)
}

async function media(site: Site, web: WebChannel, { chats }: Holder, visit: Visit): Promise<Reply> {
  const message = await messageSaid(site.prisma, web.name, Object.values(chats), visit.params.message!)
  const attachment = (message?.body as Outbound | undefined)?.attachments?.[Number(visit.params.index)]
  if (attachment?.is === 'evidence') {
    const kept = await site.evidence.get(attachment.file)
    if (kept) return fileReply(kept.bytes, headersFor(attachment.mediaType, attachment.id.replaceAll('-', '')), visit)
  } else if (attachment?.is === 'relay') {
    const made = await site.attachment(attachment)
    if (made) return fileReply(made.bytes, headersFor(made.mediaType, 'message'), visit)
  } else if (attachment) {
    const made = await site.attachment(attachment)
    const shown = attachment.is === 'badge' && attachment.as === 'picture'
    const disposition = `${shown ? 'inline' : 'attachment'}; filename="${made?.name.replaceAll(/[^\w.-]/g, '_')}"`
    if (made) return fileReply(made.bytes, { 'Content-Type': made.mediaType, 'Content-Disposition': disposition }, visit)
  }
  throw new Refused(404, 'no such attachment')
}

export function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const found = schema.safeParse(value)
  if (!found.success) throw new Refused(400, 'not what a phone says')
  return found.data
}

/** `id` is the browser's own, so that a message sent twice after a lost connection is one. */
function inbound(
  site: Site,
  { name: channel }: WebChannel,
  { chats, names }: Holder,
  { phone, id, language, timeZone }: z.infer<typeof Spoken>,
  event: InboundEvent,
): Inbound {
  const chat = Object.hasOwn(chats, phone) ? chats[phone] : undefined
  if (!chat) throw new Refused(400, 'no such phone')
  return {
    key: `${channel}:${chat}:${id}`,
    from: { channel, externalId: chat, chat, place: 'private', ...names(phone), locale: language, timeZone },
    event,
    messageId: id,
    receivedAt: site.now().toISOString(),
    fresh: freshIds(),
  }
}
