// Where a group stands, in SQL: whatever counts, plans or names reads the same facts in the same words.

/** Follow-ups count as reminders: nobody gets a third (chat-ux, rule 14). */
export const MOST_REMINDERS = 2

/** What is true of a claim by this name, in a workshop `w`. */
const counts = (claim: string) => `${claim}."withdrawnAt" is null and w.badges ? ${claim}."badgeId"`
const sent = (claim: string) => `(jsonb_array_length(${claim}.sendings) > 0 and ${claim}.sendings->-1->>'takenBackAt' is null)`
const here = (claim: string) => `coalesce(${claim}."workshopId" = w.id, false)`

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
      select c.id, c.reminders, c."touchedAt", ${here('c')} as here, ${sent('c')} as sent
      from "Claim" c where c."personId" = e."personId" and ${counts('c')}
    ) of
  )`

/**
 * The same as `finished` and as `reminders` at their most, asked the other way round: a plan for a hundred thousand looks for the few who
 * are out of it, all at once, and not at everybody's claims in turn. A test holds both ways against each other.
 */
export const FINISHED = `exists(select 1 from "Claim" c where c."personId" = e."personId" and ${counts('c')} and ${sent('c')}
    and not exists(select 1 from "Claim" h where h."personId" = c."personId" and ${counts('h')} and ${here('h')} and not ${sent('h')}))`
export const REMINDED = `exists(select 1 from "Claim" c where c."personId" = e."personId" and ${counts('c')} and not ${sent('c')}
    and c.reminders >= ${MOST_REMINDERS})`

/** Who could still be written to: neither stopped nor gone. */
export const reachable = (person: string): string => `not exists(
    select 1 from "Person" g where g.id = ${person} and (g."stoppedAt" is not null or g."erasedAt" is not null))
  and exists(select 1 from "Account" a where a."personId" = ${person} and a."unreachableAt" is null)`
