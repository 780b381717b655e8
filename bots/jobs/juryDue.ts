// A jury is counted again: its days are over, so that whoever has answered decides, or one trainer does; or it has lost a juror.
import { z } from 'zod'
import type { Handler } from '../../core/data/jobs.ts'
import type { Happen } from './happen.ts'

/** `sentAt`: of the sending whose days are over; without it, somebody is a trainer no more. */
const Data = z.object({ claim: z.uuid(), sentAt: z.string().optional() })

export function makeJuryDue(happen: Happen): Handler {
  return async (data, { id }) => {
    const { claim, sentAt } = Data.parse(data)
    await happen(`jury-due:${id}`, sentAt ? { is: 'jury-due', claim, sentAt } : { is: 'jury-fewer', claim })
  }
}
