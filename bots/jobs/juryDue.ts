// The days of a jury are over: whoever has answered decides, or one trainer does.
import { z } from 'zod'
import type { Handler } from '../../core/data/jobs.ts'
import type { Happen } from './happen.ts'

const Data = z.object({ claim: z.uuid(), sentAt: z.string() })

export function makeJuryDue(happen: Happen): Handler {
  return async (data, { id }) => {
    await happen(`jury-due:${id}`, { is: 'jury-due', ...Data.parse(data) })
  }
}
