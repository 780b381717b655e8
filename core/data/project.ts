// A project as its members' claims see it, in SQL.

/**
 * JSON of the project with this id (null: none): how many claims refer to it, and the pieces that were given to all. `claim`: whose own
 * pieces are left out.
 */
export const sharedProject = (id: string, claim?: string): string => `(
    select to_jsonb(j) || jsonb_build_object(
      'members', (select count(*) from "Claim" m where m."projectId" = j.id and m."withdrawnAt" is null),
      'pieces', coalesce((select jsonb_agg(to_jsonb(x) order by x.at, x.id) from "Evidence" x
        where x."projectId" = j.id and x.state = 'kept' and x."removedAt" is null${claim ? ` and x."claimId" <> ${claim}` : ''}), '[]'))
    from "Project" j where j.id = ${id})`
