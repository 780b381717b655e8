// More than oneself: who has a role, or was asked for a word on somebody, given or not. One rule for all that ask: what a code from another
// conversation may do (readWorkshop.ts, browser.ts), and what joining by one yes may move (joinPeople.ts).

/** SQL: the role of `person` that weighs most, or null. */
export const tieOf = (person: string) => `coalesce(
  (select m.role from "Membership" m where m."personId" = ${person} and m.role <> 'learner'
    order by array_position(array['trainer', 'issuer', 'tutor'], m.role) limit 1),
  case when exists(select 1 from "Endorsement" e where e."endorserId" = ${person}) then 'tutor' end)`
