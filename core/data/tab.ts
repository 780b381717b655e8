// What the tab in Teams reads: who is behind a Microsoft account, and their own claims. Never on the path of a turn.
import type { Localized, Meaning } from '../model/badge.ts'
import type { ClaimTree } from '../model/rows.ts'
import { type Status, statusOf } from '../model/status.ts'
import type { Instant } from '../model/time.ts'
import type { PrismaClient } from './generated/client.ts'

/** `externalId`: `<tenant>/<object>`, as the bot keeps it. Undefined: nobody who has written to the bot, or somebody who is forgotten. */
export async function personOnTeams(prisma: PrismaClient, externalId: string): Promise<string | undefined> {
  const account = await prisma.account.findUnique({
    where: { channel_externalId: { channel: 'teams', externalId } },
    select: { person: { select: { id: true, erasedAt: true } } },
  })
  return account && !account.person.erasedAt ? account.person.id : undefined
}

/** They follow learners of a structure, or how an organisation's badges fare. */
export const followsPeople = async (prisma: PrismaClient, personId: string): Promise<boolean> =>
  (await prisma.membership.count({ where: { personId, role: { in: ['trainer', 'issuer'] } } })) > 0

export type OwnClaim = { token: string; badge: Localized; status: Status; openedAt: Instant }

/** Every claim of a person, on whatever channel it was made, the last one first. */
export async function ownClaims(prisma: PrismaClient, personId: string): Promise<OwnClaim[]> {
  const rows = await prisma.claim.findMany({
    where: { personId },
    include: {
      endorsements: { orderBy: { askedAt: 'asc' } },
      decisions: { orderBy: { at: 'asc' } },
      issuances: { select: { state: true } },
      badgeVersion: { select: { meaning: true } },
    },
    orderBy: [{ openedAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map(({ badgeVersion, ...row }) => {
    const meaning = badgeVersion.meaning as Meaning
    // Prisma's dates as the model's instants
    const claim = JSON.parse(JSON.stringify(row)) as ClaimTree
    return { token: claim.token, badge: meaning.name, status: statusOf(claim, meaning.policy), openedAt: claim.openedAt }
  })
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The private page's token of a claim of this person, by the claim's id or by that token itself; undefined: not theirs. */
export async function ownToken(
  prisma: PrismaClient,
  personId: string,
  named: { id: string } | { token: string },
): Promise<string | undefined> {
  if ('id' in named && !UUID.test(named.id)) return undefined
  return (await prisma.claim.findFirst({ where: { ...named, personId }, select: { token: true } }))?.token
}
