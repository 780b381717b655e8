// Codes that somebody starts with: `t.me/BOT?start=CODE`, `/e/CODE`.
import { randomBytes } from 'node:crypto'
import type { Link } from '../model/rows.ts'
import type { PrismaClient } from './generated/client.ts'

/** 32 characters of `[A-Za-z0-9_-]`, 192 random bits: nobody finds one by trying. */
export const newCode = (): string => randomBytes(24).toString('base64url')

type Wanted = Pick<Link, 'kind' | 'subject' | 'structureId'> & { name?: string; role?: string; expiresAt?: Date }

/** Keeps a new link and tells its code. */
export async function addLink(prisma: PrismaClient, wanted: Wanted): Promise<string> {
  const { code } = await prisma.link.create({ data: { code: newCode(), createdAt: new Date(), ...wanted }, select: { code: true } })
  return code
}
