// Who answers for a workshop: whoever opened it, as long as they are a trainer of its structure; else the one who has been for longest.

/** Over memberships `m` of the structure of a workshop `w`, joined with their person `p`: trainers who are there, the leader first. */
export const TRAINERS_OF = `"Membership" m join "Person" p on p.id = m."personId"
    where m."structureId" = w."structureId" and m.role = 'trainer' and p."erasedAt" is null`
export const LEADER_FIRST = `m."personId" = w."openedBy" desc, m.since, m."personId"`

/** The id of the leader of `w`; null: nobody is there any more. */
export const LEADER = `(select m."personId" from ${TRAINERS_OF} order by ${LEADER_FIRST} limit 1)`
