// Somebody can no longer be written to, since `since`: their trainer hears of it, at an hour at which trainers are written to.
import { z } from 'zod'
import type { Handler } from '../../core/data/jobs.ts'
import type { Happen } from './happen.ts'

const Data = z.object({ person: z.uuid(), since: z.string() })

export function makeUnreachable(happen: Happen): Handler {
  return (data, { id }) => happen(`unreachable:${id}`, { is: 'unreachable', ...Data.parse(data) })
}
