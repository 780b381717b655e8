// Who may be asked for help: they hold a badge that is in force, and said yes to being found in that structure, of which they still are.
// One rule, for the chat (readPeers.ts) and for the trainers' page; there is no other way to a person.
import { ROLES_THERE } from '../model/found.ts'
import type { PrismaClient } from './generated/client.ts'

/** The same as `isOf` (core/model/found.ts), over all that is known of them. */
export const isOf = (person: string, structure: string): string => {
  const roles = ROLES_THERE.map((role) => `'${role}'`).join(', ')
  return `(exists(select 1 from "Membership" m where m."personId" = ${person} and m."structureId" = ${structure} and m.role in (${roles}))
    or (exists(select 1 from "Person" b where b.id = ${person} and b."structureId" = ${structure})
      and (exists(select 1 from "Claim" d where d."personId" = ${person} and d."structureId" = ${structure})
        or exists(select 1 from "Enrolment" e join "Workshop" w on w.id = e."workshopId" where e."personId" = ${person} and w."structureId" = ${structure}))))`
}

/** `k`: the consent, `c`: its claim, `p`: its person, `s`: the place. A trial stays among trials. `now`: a parameter. */
export const findable = (now: string): string => `"Consent" k join "Claim" c on c.id = k."claimId" join "Person" p on p.id = c."personId"
    join "Structure" s on s.id = k.choice join "Organisation" o on o.id = s."organisationId" join "Organisation" i on i.id = c."organisationId"
  where k.what = 'found' and k."endedAt" is null and o.trial = i.trial
    and c."revokedAt" is null and c."withdrawnAt" is null and c."expiredAt" is null and (c."validUntil" is null or c."validUntil" > ${now}::timestamptz)
    and exists(select 1 from "Issuance" x where x."claimId" = c.id and x.state = 'issued')
    and p."erasedAt" is null and p."stoppedAt" is null
    and ${isOf('p.id', 'k.choice')}`

export type Helper = { badgeId: string; name: string | null; personId: string }

/** For the trainers of these structures, who see these names anyway. */
export const helpersOf = (prisma: PrismaClient, structures: string[], now: Date): Promise<Helper[]> =>
  prisma.$queryRawUnsafe<Helper[]>(
    `select distinct c."badgeId", p.name, p.id as "personId" from ${findable('$2')} and k.choice = any($1) order by 1, 2, 3`,
    structures,
    now,
  )
