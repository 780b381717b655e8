// The one who gave a code is asked about whoever opened it, in a turn of their own, so that their typed « oui » is heard too; and whoever
// opened it is told when nobody has answered.
import { z } from 'zod'
import type { Handler } from '../../core/data/jobs.ts'
import type { Happen } from './happen.ts'

const Data = z.object({ person: z.uuid(), code: z.string() })

export const makeAskFirstSide =
  (happen: Happen): Handler =>
  async (data, { id }) =>
    happen(`code-opened:${id}`, { is: 'code-opened', ...Data.parse(data) })

export const makeCodeOver =
  (happen: Happen): Handler =>
  async (data, { id }) =>
    happen(`code-over:${id}`, { is: 'code-over', ...Data.parse(data) })
