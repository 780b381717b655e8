// « Ce n’est pas moi »: the account that was added goes.
import { z } from 'zod'
import { cutOff } from '../../core/data/cutOff.ts'
import type { Database } from '../../core/data/database.ts'
import type { Handler } from '../../core/data/jobs.ts'

const Data = z.object({ person: z.uuid(), account: z.string() })

export const makeCutOff =
  ({ database, now }: { database: Database; now: () => string }): Handler =>
  async (data) =>
    cutOff(database.prisma, Data.parse(data), new Date(now()))
