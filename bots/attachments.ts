// What is drawn or packed when it is asked for: the picture of a badge, the same with its credential inside, an archive of a person.
import { type ShownClaim, claimById } from '../core/data/pages.ts'
import { exportPerson } from '../core/data/people.ts'
import type { Database } from '../core/data/database.ts'
import type { EvidenceStore } from '../core/evidence/port.ts'
import type { Badge, Catalogue } from '../core/model/badge.ts'
import type { MediaRef } from '../core/model/rows.ts'
import type { Texts } from '../dialogs/texts.ts'
import type { Attachment, Channel } from '../dialogs/vocabulary.ts'

export type File = { bytes: Uint8Array; name: string; mediaType: string }

export type Attachments = {
  make: (attachment: Attachment) => Promise<File | undefined>
  /** The badge as SVG with its credential inside. */
  badgeSvg: (claimId: string) => Promise<Uint8Array | undefined>
}

/** An archive stays under what chats carry; what does not fit is named in it. */
const ARCHIVE_BYTES = 40_000_000
/** What Telegram lets a bot fetch (Bot API, getFile). */
const RELAYED_BYTES = 20 * 1024 * 1024

const PLAIN: Badge['picture'] = { colour: '#1f5f5b', pictogram: 'star' }

export function openAttachments({
  database,
  evidence,
  catalogue,
  texts,
  channel,
}: {
  database: Database
  evidence: EvidenceStore
  catalogue: Catalogue
  texts: Texts
  channel: (name: string) => Channel | undefined
}): Attachments {
  const { prisma } = database

  async function issued(claimId: string) {
    const shown = await claimById(prisma, claimId)
    const issuance = shown?.claim.issuances.find((i) => i.state === 'issued')
    if (!shown || !issuance) return undefined
    // a badge that has left the catalogue keeps a picture
    const picture = catalogue.badge(shown.claim.badgeId)?.badge.picture ?? PLAIN
    return { shown, picture, credential: issuance.credential as object | null }
  }

  async function drawing({ shown, picture: of }: { shown: ShownClaim; picture: Badge['picture'] }) {
    const builtin = await import('../core/issuing/builtin/index.ts')
    const name = shown.meaning.name[shown.claim.language]
    return { builtin, picture: { ...of, name, issuer: shown.issuer.name, ribbon: shown.issuer.trial ? 'essai' : undefined } }
  }

  async function badgeFile(claimId: string, baked: boolean): Promise<File | undefined> {
    const found = await issued(claimId)
    if (!found) return undefined
    const { builtin, picture } = await drawing(found)
    const png = builtin.renderBadge(picture)
    const bytes = baked && found.credential ? builtin.bakePng(png, found.credential) : png
    return { bytes, name: `${found.shown.claim.badgeId}.png`, mediaType: 'image/png' }
  }

  async function archive(personId: string): Promise<File | undefined> {
    if (!(await prisma.person.findUnique({ where: { id: personId }, select: { id: true } }))) return undefined
    const { strToU8, zipSync } = await import('fflate')
    const held = await exportPerson(prisma, personId)
    const files: Record<string, Uint8Array> = {
      'declic.json': strToU8(JSON.stringify(held, (_, v) => (typeof v === 'bigint' ? Number(v) : v), 2)),
    }
    let size = 0
    for (const { file, id } of held.person.claims.flatMap((c) => c.evidence)) {
      const kept = file ? await evidence.get(file) : undefined
      if (!kept || size + kept.bytes.length > ARCHIVE_BYTES) continue
      size += kept.bytes.length
      files[`preuves/${id}.${kept.mediaType.split('/')[1]?.replace(/[^a-z0-9].*$/, '') ?? 'bin'}`] = kept.bytes
    }
    return { bytes: zipSync(files, { level: 0 }), name: 'declic-mes-donnees.zip', mediaType: 'application/zip' }
  }

  /** In the language of whoever opened the workshop; the badges by their names there. */
  async function poster(id: string): Promise<File | undefined> {
    const workshop = await prisma.workshop.findUnique({ where: { id } })
    return workshop ? draw({ ...workshop, badges: workshop.badges as string[] }) : undefined
  }

  /** « LUNE PANDA 42 » for its badge. */
  async function codePoster(id: string): Promise<File | undefined> {
    const made = await prisma.claimCode.findUnique({ where: { id } })
    if (!made?.madeBy || made.endedAt) return undefined
    const structure = await prisma.structure.findUnique({ where: { id: made.structureId }, select: { name: true } })
    return draw({ name: structure?.name ?? '', badges: [made.badgeId], openedBy: made.madeBy, code: made.code, spoken: made.spoken })
  }

  type Drawn = { name: string; badges: string[]; openedBy: string; code: string; spoken: string | null }

  async function draw(workshop: Drawn): Promise<File | undefined> {
    const accounts = { select: { channel: true }, orderBy: { seenAt: 'desc' } } as const
    const opener = await prisma.person.findUnique({ where: { id: workshop.openedBy }, select: { language: true, accounts } })
    // learners are most likely where their trainer is
    const names = [...(opener?.accounts.map((account) => account.channel) ?? []), 'telegram', 'teams', 'web']
    const via = names.map(channel).find((one) => one?.startLink(workshop.code))
    if (!via) return undefined
    const speech = opener?.language === 'en' ? 'en' : 'fr'
    const { renderPoster } = await import('../core/poster/draw.ts')
    const link = via.startLink(workshop.code)!
    const bytes = renderPoster({
      title: workshop.name,
      badges: workshop.badges.flatMap((badge) => catalogue.badge(badge)?.badge.name[speech] ?? []),
      link,
      place: /^https:\/\/(t\.me\/[^?]+)\?/.exec(link)?.[1],
      code: workshop.spoken?.toUpperCase(),
      words: {
        scan: texts.say(speech, 'trainer-poster-scan'),
        or: texts.say(speech, 'trainer-poster-or'),
        write: texts.say(speech, 'trainer-poster-write'),
      },
    })
    return { bytes, name: 'atelier.png', mediaType: 'image/png' }
  }

  /** Undefined: the channel is off. */
  async function passedOn(media: MediaRef): Promise<File | undefined> {
    const bytes = await channel(media.channel)?.fetchMedia(media, RELAYED_BYTES)
    return bytes && { bytes, name: media.name ?? 'message', mediaType: media.mediaType ?? 'application/octet-stream' }
  }

  return {
    async make(attachment) {
      switch (attachment.is) {
        case 'evidence': {
          const kept = await evidence.get(attachment.file)
          return kept && { ...kept, name: attachment.id }
        }
        case 'badge':
          return badgeFile(attachment.claim, attachment.as === 'file')
        case 'archive':
          return archive(attachment.person)
        case 'poster':
          return poster(attachment.workshop)
        case 'code-poster':
          return codePoster(attachment.code)
        case 'relay':
          return passedOn(attachment.media)
        default:
          return attachment satisfies never
      }
    },
    async badgeSvg(claimId) {
      const found = await issued(claimId)
      if (!found?.credential) return undefined
      const { builtin, picture } = await drawing(found)
      return Buffer.from(builtin.bakeSvg(builtin.drawBadge(picture), found.credential))
    },
  }
}
