// A structure's list, kept: in one transaction, and the same list again adds nobody.
import { randomUUID } from 'node:crypto'
import { type Listed, sameName } from '../model/roster.ts'
import type { Language } from '../model/rows.ts'
import type { PrismaClient } from './generated/client.ts'
import { newCode } from './links.ts'

const DAYS = 90

/** `code`: of their single-use start link. `invited`: known here under this name; the link asks whether they take on this role too. */
export type Added = Pick<Listed, 'name' | 'role' | 'note' | 'contact'> & { code: string; is: 'new' | 'invited' }

/**
 * Adds whoever is not there yet, by name. Nobody becomes tutor or trainer by a name alone, which anybody can give themself: a person
 * who is known without the role gets an invitation to it. `dryRun` writes nothing; its codes lead nowhere.
 */
export async function importRoster(
  prisma: PrismaClient,
  structure: { id: string },
  people: Listed[],
  { language, dryRun = false, now = new Date() }: { language: Language; dryRun?: boolean; now?: Date },
): Promise<{ added: Added[]; known: number }> {
  const expiresAt = new Date(now.getTime() + DAYS * 86_400_000)
  return prisma.$transaction(
    async (transaction) => {
      // two imports at once would not see each other's people
      await transaction.$queryRaw`select id from "Structure" where id = ${structure.id} for update`
      const members = await transaction.person.findMany({
        where: { erasedAt: null, OR: [{ structureId: structure.id }, { memberships: { some: { structureId: structure.id } } }] },
        select: { id: true, name: true, structureId: true, memberships: { where: { structureId: structure.id }, select: { role: true } } },
      })
      const invitations = await transaction.link.findMany({
        where: { kind: { in: ['tutor', 'trainer'] }, structureId: structure.id, usedAt: null, expiresAt: { gt: now } },
        select: { kind: true, name: true },
      })
      const here = new Set(members.map((m) => sameName(m.name ?? '')))
      const roles = new Set([
        ...members.flatMap((m) => m.memberships.map(({ role }) => `${role} ${sameName(m.name ?? '')}`)),
        ...members.filter((m) => m.structureId === structure.id).map((m) => `learner ${sameName(m.name ?? '')}`),
        ...invitations.map((l) => `${l.kind} ${sameName(l.name ?? '')}`),
      ])
      const missing = people.filter((p) => !roles.has(`${p.role} ${sameName(p.name)}`))
      /** One person a name, also where the list gives them two roles. */
      const created = new Map<string, { id: string; first: Listed }>()
      const added: Added[] = []
      let known = people.length - missing.length
      for (const one of missing) {
        const key = sameName(one.name)
        const twin = created.get(key)
        if (twin) continue
        if (!here.has(key)) created.set(key, { id: randomUUID(), first: one })
        // a learner who is a trainer here needs no invitation to be a learner
        else if (one.role === 'learner') {
          known++
          continue
        }
        added.push({
          name: one.name,
          role: one.role,
          note: one.note,
          contact: one.contact,
          code: newCode(),
          is: here.has(key) ? 'invited' : 'new',
        })
      }
      if (dryRun) return { added, known }
      await transaction.person.createMany({
        data: [...created.values()].map(({ id, first }) => ({
          id,
          version: 1,
          name: first.name,
          nameConfirmed: false,
          language: first.language ?? language,
          // asked for again, and only by consent, where a badge needs it; another way to reach them is not kept
          email: missing.find((p) => p.email && sameName(p.name) === sameName(first.name))?.email ?? null,
          structureId: structure.id,
          said: {},
          createdAt: now,
        })),
      })
      await transaction.membership.createMany({
        data: missing.flatMap(({ name, role, note }) => {
          const person = created.get(sameName(name))
          return person ? [{ personId: person.id, structureId: structure.id, role, note, since: now }] : []
        }),
      })
      await transaction.link.createMany({
        data: added.map(({ name, role, code, is }) => ({
          code,
          kind: is === 'new' ? 'roster' : role,
          subject: is === 'new' ? created.get(sameName(name))!.id : structure.id,
          structureId: structure.id,
          name,
          createdAt: now,
          expiresAt,
        })),
      })
      return { added, known }
    },
    { timeout: 60_000, maxWait: 30_000 },
  )
}
