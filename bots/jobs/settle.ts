// An undo time is over: what was said or sent stands.
import { z } from 'zod'
import type { Handler } from '../../core/data/jobs.ts'
import type { Happen } from './happen.ts'

const Data = z.union([
  z.object({ claim: z.uuid(), endorsement: z.uuid(), given: z.string().optional(), late: z.literal(true).optional() }),
  z.object({ claim: z.uuid(), sentAt: z.string() }),
])

export function makeSettle(happen: Happen): Handler {
  return async (data, { id }) => {
    const due = Data.parse(data)
    await happen(`settled:${id}`, 'endorsement' in due ? { is: 'verdict-settled', ...due } : { is: 'sending-settled', ...due })
  }
}
