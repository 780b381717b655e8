// Two accounts become one person; whoever said so is told when it is done.
import { z } from 'zod'
import type { Database } from '../../core/data/database.ts'
import { joinPeople, ownWords } from '../../core/data/joinPeople.ts'
import type { Handler } from '../../core/data/jobs.ts'
import type { Happen } from './happen.ts'

const Data = z.object({ kept: z.uuid(), from: z.uuid(), drafts: z.enum(['kept', 'from']), both: z.boolean().optional() })

export function makeJoinPeople({ database, now, happen }: { database: Database; now: () => string; happen: Happen }): Handler {
  return async (data, { id }) => {
    const joining = Data.parse(data)
    // killed between the two, it is tried again and finds nobody to join: the one who is kept has everything then
    const outcome = await joinPeople(database.prisma, joining, new Date(now()))
    const done = outcome === 'joined' || (await database.prisma.auditEvent.count({ where: { id: `joined:${joining.from}` } })) > 0
    const { voided, issued } = await ownWords(database.prisma, joining.from)
    await happen(`joined:${id}`, { is: 'joined', person: joining.kept, done, voided, everywhere: joining.both })
    for (const claim of done ? issued : []) await happen(`own-word:${id}:${claim}`, { is: 'own-word', claim })
  }
}
