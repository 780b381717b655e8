// Other words of those who gave theirs about a claim: what `flagsOf` looks at (core/model/flags.ts). Read only where a trainer decides.
import type { Echo } from '../model/flags.ts'
import type { PrismaClient } from './generated/client.ts'

/** A JSON array; `claim`: an alias of the claim's row. Keyed by the endorsers of one claim. */
export const echoesOf = (claim: string): string => `coalesce((select jsonb_agg(jsonb_build_object('of', e.id, 'at', o.at,
    'name', case when o.anonymous then null else o.name end, 'own', c."personId" = ${claim}."personId"))
  from "Endorsement" e join "Endorsement" o on o."endorserId" = e."endorserId" and o.id <> e.id and o.verdict is not null and o.at is not null
    join "Claim" c on c.id = o."claimId"
  where e."claimId" = ${claim}.id and e.at is not null
    and (c."personId" = ${claim}."personId" or o.at between e.at - interval '1 min' and e.at + interval '1 min')), '[]')`

export async function readEchoes(prisma: PrismaClient, claimId: string): Promise<Echo[]> {
  const [row] = await prisma.$queryRawUnsafe<{ echoes: Echo[] }[]>(
    `select ${echoesOf('asked')} as echoes from "Claim" asked where asked.id = $1::uuid`,
    claimId,
  )
  return row?.echoes ?? []
}
