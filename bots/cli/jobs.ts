// `declic jobs list`, `declic jobs retry ID`: work that waits, and dead letters.
import { Command } from 'commander'
import { type HeldJob, heldJobs, retryHeld } from '../../core/data/jobsHeld.ts'
import { withoutSecrets } from '../log.ts'
import { Refusal } from './refusal.ts'
import { withDatabase } from './withDatabase.ts'

export function jobsCommand(): Command {
  const jobs = new Command('jobs').description('work that waits, and what failed for good')
  jobs.command('list').description('a line each, failed ones first: id, what, state, time, attempts, error').action(list)
  jobs.command('retry').description('runs a failed one again').argument('<ID>', 'as listed').action(retry)
  return jobs
}

const list = (): Promise<void> =>
  withDatabase(async ({ pool }) => {
    for (const job of await heldJobs(pool)) console.log(lineOf(job))
  })

const lineOf = ({ id, what, state, at, attempts, error }: HeldJob): string =>
  [id, what, state, at.toISOString(), attempts, withoutSecrets(error ?? '').replaceAll(/\s+/g, ' ')].join('\t').trimEnd()

const retry = (id: string): Promise<void> =>
  withDatabase(async ({ pool }) => {
    if (!(await retryHeld(pool, id))) throw new Refusal(`Nothing that failed has the id ${id}`)
    console.log(`again: ${id}`)
  })
