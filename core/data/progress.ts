// Where a group stands, in SQL: whatever counts, plans or names reads the same facts in the same words.

/**
 * Lateral columns over an enrolment `e` of a workshop `w`: `started` (an answer or a piece of evidence is there), `sent`, `finished`
 * (sent, and nothing of this workshop is still a draft), `reminders`, and the `claim` that is still open, if any.
 */
export const PROGRESS = `lateral (
    select coalesce(bool_or(of.sent or exists(select 1 from "Answer" a where a."claimId" = of.id) or exists(select 1 from "Evidence" v where v."claimId" = of.id)), false) as started,
      coalesce(bool_or(of.sent), false) as sent,
      coalesce(bool_or(of.sent) and not bool_or(not of.sent and of.here), false) as finished,
      coalesce(max(of.reminders) filter (where not of.sent), 0) as reminders,
      (array_agg(of.id order by of.here desc, of."touchedAt" desc) filter (where not of.sent))[1] as claim
    from (
      select c.id, c.reminders, c."touchedAt", coalesce(c."workshopId" = w.id, false) as here,
        jsonb_array_length(c.sendings) > 0 and c.sendings->-1->>'takenBackAt' is null as sent
      from "Claim" c where c."personId" = e."personId" and c."withdrawnAt" is null and w.badges ? c."badgeId"
    ) of
  )`

/** Who could still be written to: neither stopped nor gone. Over a person `p`. */
export const REACHABLE = `p."stoppedAt" is null and p."erasedAt" is null
  and exists(select 1 from "Account" a where a."personId" = p.id and a."unreachableAt" is null)`

/** Follow-ups count as reminders: nobody gets a third (chat-ux, rule 14). */
export const MOST_REMINDERS = 2
