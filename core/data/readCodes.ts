// What turns about claim codes know of them, in one more round trip; no other turn pays for it.
import type pg from 'pg'
import { CODE_REFUSED } from '../model/claimCode.ts'
import type { ClaimCode } from '../model/rows.ts'
import type { Instant } from '../model/time.ts'

export type CodesRead = {
  claimCode: (ClaimCode & { used: number; structure: string }) | null
  claimCodes: (ClaimCode & { used: number; structure: string })[]
  codeTries: number
}

const shown = `to_jsonb(k) || jsonb_build_object('structure', (select s.name from "Structure" s where s.id = k."structureId"),
  'used', (select count(*) from "Decision" d where d."codeId" = k.id))`

// $1 me, $2 id, $3 as it was said, $4 mine, $5 now
const READ = `select jsonb_build_object(
  'claimCode', (select ${shown} from "ClaimCode" k where k.id = $2::uuid or k.spoken = $3 limit 1),
  'claimCodes', case when $4::boolean then coalesce((select jsonb_agg(${shown} order by k."madeAt" desc) from "ClaimCode" k
    where k."endedAt" is null and k."endsAt" > $5::timestamptz and k."structureId" in (
      select m."structureId" from "Membership" m where m."personId" = $1::uuid and m.role = 'trainer')), '[]') else '[]' end,
  'codeTries', (select count(*) from "AuditEvent" a where a.actor = $1::text and a.action = '${CODE_REFUSED}'
    and a.at > $5::timestamptz - interval '1 day')) as read`

export async function readCodes(
  pool: pg.Pool,
  k: { me: string | null; id: string | null; spoken: string | null; mine: boolean; now: Instant },
): Promise<CodesRead> {
  const { rows } = await pool.query<{ read: CodesRead }>({ name: 'read codes', text: READ, values: [k.me, k.id, k.spoken, k.mine, k.now] })
  return rows[0]!.read
}
