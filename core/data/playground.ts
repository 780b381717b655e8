// The playground's people: an organisation of its own (its badges say « essai »), and for each session a structure with three persons.
import { randomUUID } from 'node:crypto'
import type { Language } from '../model/rows.ts'
import type { PrismaClient } from './generated/client.ts'

export const PLAYGROUND_ORGANISATION = 'essai'
export const PHONES = ['learner', 'tutor', 'trainer'] as const
export type Phone = (typeof PHONES)[number]

/** Whom the three phones belong to. */
export const PEOPLE: Record<Phone, { name: string; firstName: string }> = {
  learner: { name: 'Awa Diallo', firstName: 'Awa' },
  tutor: { name: 'Paul Martin', firstName: 'Paul' },
  trainer: { name: 'Fatou Ndiaye', firstName: 'Fatou' },
}

/** The address of a phone, and its person's id on the channel. */
export const chatOf = (session: string, phone: Phone): string => `${session}:${phone}`

export const structureOf = (session: string): string => `${PLAYGROUND_ORGANISATION}-${session}`

/** Makes the organisation when it is missing, and the session's structure, people and accounts. A session is prepared once. */
export async function preparePlayground(
  prisma: PrismaClient,
  session: string,
  language: Language,
  now: Date,
  channel: 'web' | 'cli' = 'web',
): Promise<void> {
  const structureId = structureOf(session)
  const people = PHONES.map((phone) => ({ phone, id: randomUUID(), ...PEOPLE[phone] }))
  await prisma.$transaction([
    prisma.organisation.createMany({
      data: { id: PLAYGROUND_ORGANISATION, name: 'Essai Déclic', trial: true, createdAt: now },
      skipDuplicates: true,
    }),
    prisma.structure.create({
      data: { id: structureId, organisationId: PLAYGROUND_ORGANISATION, name: 'Structure d’essai', createdAt: now },
    }),
    prisma.person.createMany({
      data: people.map(({ id, name, phone }) => ({
        id,
        name,
        version: 1,
        nameConfirmed: false,
        language,
        structureId: phone === 'tutor' ? null : structureId,
        said: {},
        createdAt: now,
      })),
    }),
    prisma.account.createMany({
      data: people.map(({ id, name, phone }) => ({
        channel,
        externalId: chatOf(session, phone),
        chat: chatOf(session, phone),
        personId: id,
        profileName: name,
        seenAt: now,
      })),
    }),
    prisma.membership.createMany({
      data: people.filter(({ phone }) => phone === 'trainer').map(({ id }) => ({ personId: id, structureId, role: 'trainer', since: now })),
    }),
  ])
}

export const playgroundExists = async (prisma: PrismaClient, session: string): Promise<boolean> =>
  (await prisma.account.count({ where: { channel: 'web', externalId: { startsWith: `${session}:` } } })) > 0

/** From now on the three are spoken to in this language. A new version, so that a turn under way reads it again. */
export const speakOnPlayground = async (prisma: PrismaClient, session: string, language: Language): Promise<void> => {
  await prisma.person.updateMany({
    where: { accounts: { some: { channel: 'web', externalId: { in: PHONES.map((phone) => chatOf(session, phone)) } } } },
    data: { language, version: { increment: 1 } },
  })
}
