// Two accounts become one person; whoever said so is told when it is done, or that it could not be.
import { z } from 'zod'
import type { Database } from '../../core/data/database.ts'
import { joinedInto, joinPeople, ownWords } from '../../core/data/joinPeople.ts'
import type { Handler } from '../../core/data/jobs.ts'
import type { Happen } from './happen.ts'

const Data = z.object({ kept: z.uuid(), from: z.uuid(), drafts: z.enum(['kept', 'from']), both: z.boolean().optional() })

export function makeJoinPeople({ database, now, happen }: { database: Database; now: () => string; happen: Happen }): Handler {
  return async (data, { id }) => {
    const joining = Data.parse(data)
    const { prisma } = database
    // killed between the two, it is tried again and finds nobody to join: the one who is kept has everything then
    const outcome = await joinPeople(prisma, joining, new Date(now()))
    const done = outcome === 'joined' || (await joinedInto(prisma, joining.from)) === joining.kept
    const { voided, ended, issued } = await ownWords(prisma, joining.from)
    // each opened the code of the other, and the other way round was faster
    if (!done && (await joinedInto(prisma, joining.kept)) === joining.from) return
    await happen(`joined:${id}`, { is: 'joined', person: joining.kept, done })
    if (!done) return happen(`joined:${id}:other`, { is: 'joined', person: joining.from, done })
    for (const claim of voided) await happen(`own-word-void:${id}:${claim}`, { is: 'own-word-void', claim, given: true })
    for (const claim of ended) await happen(`own-word-void:${id}:${claim}`, { is: 'own-word-void', claim, given: false })
    for (const claim of issued) await happen(`own-word:${id}:${claim}`, { is: 'own-word', claim })
  }
}
