// A house for pages: a real database with one claim in it, real evidence in a folder, and the server on a port of its own.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import sharp from 'sharp'
import { readTexts } from '../../../bots/house.ts'
import { openServer } from '../../../bots/server/index.ts'
import { pageRoutes, type Site } from '../../../bots/web/index.ts'
import { openNetwork } from '../../../core/checking/network.ts'
import type { Database } from '../../../core/data/database.ts'
import { revoke } from '../../../core/data/revoke.ts'
import { openFolder } from '../../../core/evidence/folder.ts'
import type { Route } from '../../../bots/server/index.ts'
import type { Inbound } from '../../../dialogs/vocabulary.ts'

const NARRATIVE = `Aux Restos du Cœur, on a préparé 80 repas. Moi, j’ai coupé les légumes et j’ai rempli les plats.
À la fin, il n’y avait plus rien dans les plats. La prochaine fois, je prends des gants.`
export const DIGEST = createHash('sha256').update(NARRATIVE).digest('hex')

const both = (fr: string, en: string) => ({ fr, en })
const LEVELS = [
  both('Je découvre.', 'I am finding out.'),
  both('J’y arrive avec quelqu’un.', 'I can do it with somebody.'),
  both('Je le fais sans qu’on me le dise.', 'I do it without being told.'),
  both('Je peux montrer aux autres.', 'I can show others.'),
]
const MEANING = {
  badge: 'equipe',
  issuer: 'reseau',
  name: both('Je travaille en équipe', 'I work in a team'),
  description: both('Travailler avec d’autres, demander et donner un coup de main.', 'Working with others, asking for help and giving it.'),
  criteria: [
    { id: 'aide', name: both('Demander de l’aide quand il faut', 'Asking for help when needed'), levels: LEVELS },
    { id: 'part', name: both('Faire sa part du travail', 'Doing my part of the work'), levels: LEVELS },
  ],
  questions: [{ id: 'ou', optional: true }],
  evidence: { kinds: ['photo', 'voice'], min: 0, max: 10 },
  policy: { endorsements: 1, decision: 'none' },
  achievementType: 'Badge',
}

export type House = Awaited<ReturnType<typeof openHouse>>

/** Whatever is posted ends in `heard`; `turn`, when given, is what becomes of it. */
export async function openHouse(
  database: Database,
  options: { routes?: (site: Site) => Route[]; turn?: (inbound: Inbound) => Promise<void>; port?: number } = {},
) {
  const { prisma } = database
  const evidence = await openFolder(join(await mkdtemp(join(tmpdir(), 'declic-pages-')), 'evidence'))
  const heard: Inbound[] = []
  const port = options.port ?? 0
  const picture = await sharp({ create: { width: 240, height: 240, channels: 3, background: '#c2703d' } })
    .png()
    .toBuffer()
  const site: Site = {
    publicUrl: `http://localhost:${port || 3978}`,
    timeZone: 'Europe/Paris',
    prisma,
    evidence,
    catalogue: { issuers: [], badge: () => undefined },
    log: pino({ level: 'silent' }),
    now: () => new Date(),
    undoSeconds: () => 120,
    revoke: (revoking) => revoke(database.pool, { ...revoking, at: new Date().toISOString(), fresh: [] }),
    network: openNetwork({ mayReach: () => false }),
    telegramLink: (code) => `https://t.me/declic_bot?start=${code}`,
    startLink: (code) => `https://t.me/declic_bot?start=${code}`,
    texts: await readTexts(),
    attachment: async () => ({ bytes: picture, name: 'badge.png', mediaType: 'image/png' }),
    badgeSvg: async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>'),
    issuer: {
      didDocument: async () => ({ id: 'did:key:z1' }),
      profile: async () => ({ name: 'Réseau' }),
      statusList: async () => undefined,
      names: async () => [],
      organisation: async (id) =>
        id === 'reseau' ? { id, name: 'Réseau Coup de main', url: 'https://reseau.example', trial: false } : undefined,
    },
    intake: async (inbound) => {
      heard.push(inbound)
      await options.turn?.(inbound)
      return 'committed'
    },
  }
  const server = await openServer({
    settings: { port, host: '127.0.0.1', publicUrl: site.publicUrl },
    log: site.log,
    ready: async () => [],
    routes: options.routes?.(site) ?? pageRoutes(site),
  })
  await prisma.organisation.create({ data: { id: 'reseau', name: 'Réseau Coup de main' } })
  await prisma.structure.create({ data: { id: 'cuisine', organisationId: 'reseau', name: 'La cuisine partagée' } })
  await prisma.badge.create({ data: { id: 'equipe', organisationId: 'reseau' } })
  await prisma.badgeVersion.create({ data: { id: 'v1', badgeId: 'equipe', number: 1, meaning: MEANING } })
  return { site, server, prisma, heard, evidence, url: (path: string) => `${server.address}${path}` }
}

const PERSON = { version: 1, nameConfirmed: true, language: 'fr', said: {}, createdAt: new Date('2026-11-02T09:00:00Z') }

export type ClaimOptions = {
  audience?: 'tutor' | 'everyone'
  verdict?: 'yes' | 'not-yet'
  settled?: boolean
  issued?: boolean
  shared?: boolean
  sent?: boolean
}

/** A claim of Awa's, sent unless told, with a photo and a voice note, and one request to a tutor. */
export async function seedClaim(house: House, options: ClaimOptions = {}) {
  const { prisma, evidence } = house
  const awa = await prisma.person.create({ data: { ...PERSON, id: randomUUID(), name: 'Awa Diallo', structureId: 'cuisine' } })
  await prisma.account.create({ data: { channel: 'web', externalId: awa.id, chat: awa.id, personId: awa.id, seenAt: new Date() } })
  const claimId = randomUUID()
  const endorsementId = randomUUID()
  const token = randomBytes(24).toString('base64url')
  const code = randomBytes(24).toString('base64url')
  const tutorId = options.verdict ? randomUUID() : null
  if (tutorId) await prisma.person.create({ data: { ...PERSON, id: tutorId, name: 'Paul Martin', role: 'chef de cuisine' } })
  const photo = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#7a9e58' } })
    .jpeg()
    .toBuffer()
  const files = { photo: randomBytes(16).toString('hex'), thumb: randomBytes(16).toString('hex'), voice: randomBytes(16).toString('hex') }
  await evidence.put(files.photo, photo, 'image/jpeg')
  await evidence.put(files.thumb, await sharp(photo).resize(480).webp().toBuffer(), 'image/webp')
  await evidence.put(files.voice, Buffer.from('OggS-voice-0123456789'), 'audio/ogg')
  const at = new Date('2026-11-02T10:00:00Z')
  const sentAt = '2026-11-10T10:12:00.000Z'
  const photoId = randomUUID()
  const voiceId = randomUUID()
  const piece = { prompt: 'evidence', through: 'web', state: 'kept', at }
  await prisma.claim.create({
    data: {
      id: claimId,
      version: 1,
      personId: awa.id,
      organisationId: 'reseau',
      structureId: 'cuisine',
      badgeId: 'equipe',
      badgeVersionId: 'v1',
      token,
      language: 'fr',
      openedAt: at,
      openedThrough: 'web',
      witness: 'tutor',
      audience: options.audience ?? 'tutor',
      narrative: NARRATIVE,
      digest: DIGEST,
      approvedAt: at,
      sendings: options.sent === false ? [] : [{ at: sentAt, through: 'web' }],
      settledAt: options.issued ? new Date(sentAt) : null,
      sharedAt: options.shared ? new Date() : null,
      reminders: 0,
      touchedAt: at,
      answers: {
        create: [
          { id: randomUUID(), prompt: 'q:ou', asked: 'C’était où ?', text: 'o restau du coeur', skipped: false, at, through: 'web' },
          {
            id: randomUUID(),
            prompt: 'c:aide',
            asked: 'Demander de l’aide : où en êtes-vous ?',
            level: 3,
            skipped: false,
            at,
            through: 'web',
          },
          { id: randomUUID(), prompt: 'c:part', asked: 'Faire sa part : où en êtes-vous ?', level: 4, skipped: false, at, through: 'web' },
        ],
      },
      evidence: {
        create: [
          {
            ...piece,
            id: photoId,
            kind: 'photo',
            caption: 'les plats',
            mediaType: 'image/jpeg',
            size: photo.length,
            sha256: 'a'.repeat(64),
            file: files.photo,
            thumbnail: files.thumb,
          },
          { ...piece, id: voiceId, kind: 'voice', mediaType: 'audio/ogg', size: 21, sha256: 'b'.repeat(64), file: files.voice },
        ],
      },
      endorsements: {
        create: {
          id: endorsementId,
          asked: 'tutor',
          askedAt: new Date(sentAt),
          standing: 'declared',
          anonymous: false,
          ...(options.verdict
            ? {
                endorserId: tutorId,
                name: 'Paul Martin',
                role: 'chef de cuisine',
                channel: 'telegram',
                verdict: options.verdict,
                comment: 'Elle est top, toujours là pour les autres.',
                shownDigest: DIGEST,
                at: new Date('2026-11-10T15:00:00Z'),
                settledAt: options.settled === false ? null : new Date('2026-11-10T15:02:00Z'),
              }
            : {}),
        },
      },
      issuances: options.issued
        ? {
            create: {
              id: randomUUID(),
              backend: 'builtin',
              state: 'issued',
              credential: { type: ['VerifiableCredential'] },
              at: new Date('2026-11-10T15:03:00Z'),
              issuedAt: new Date('2026-11-10T15:03:00Z'),
            },
          }
        : undefined,
    },
  })
  await prisma.link.create({
    data: { code, kind: 'endorse', subject: endorsementId, createdAt: at, expiresAt: new Date(Date.now() + 90 * 864e5) },
  })
  return { claimId, endorsementId, token, code, photoId, voiceId, awa: awa.id }
}
