// Which claims wait for this trainer: the one rule behind « demandes » in the chat (read.ts) and the follow-up page (followUp.ts).

/** A condition on "Claim" c and "BadgeVersion" v; `me`: an SQL expression for the trainer's id. Their structures are the caller's business. */
export const waitsFor = (me: string): string => `v.meaning->'policy'->>'decision' in ('trainer', 'code')
      -- sent, and not taken back; a decision in force, « à compléter » too, makes it the learner's turn
      and jsonb_array_length(c.sendings) > 0 and c.sendings->-1->>'takenBackAt' is null and c."withdrawnAt" is null and c."personId" <> ${me}
      and not exists(select 1 from "Decision" d where d."claimId" = c.id and d.at >= (c.sendings->-1->>'at')::timestamptz)
      and not exists(select 1 from "Issuance" i where i."claimId" = c.id)
      -- a juror has one word, and whoever confirmed it is no juror; once the jury is over, any of them decides (core/model/jury.ts)
      and (not coalesce(v.meaning->'policy' ? 'jury', false) or c."juryOverAt" >= (c.sendings->-1->>'at')::timestamptz or not (
        exists(select 1 from "Review" r where r."claimId" = c.id and r.by = ${me} and r.at >= (c.sendings->-1->>'at')::timestamptz)
        or exists(select 1 from "Endorsement" e where e."claimId" = c.id and e."endorserId" = ${me} and e.verdict = 'yes' and e."withdrawnAt" is null)))`
