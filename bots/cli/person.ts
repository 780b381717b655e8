// `declic person export ID`, `declic person erase ID`: data-protection requests.
import { Command } from 'commander'
import type { Database } from '../../core/data/database.ts'
import { erasePerson, exportPerson, findPerson } from '../../core/data/people.ts'
import { openEvidenceStore } from '../../core/evidence/index.ts'
import { Refusal } from './refusal.ts'
import { withDatabase } from './withDatabase.ts'

const ID = ['<ID>', 'id of the person, or of one of their claims'] as const

export function personCommand(): Command {
  const person = new Command('person').description('data-protection requests')
  person
    .command('export')
    .description('everything that is held of a person, as JSON')
    .argument(...ID)
    .action(show)
  person
    .command('erase')
    .description('erases a person, their claims, their files; what they confirmed for others stays without their name')
    .argument(...ID)
    .action(erase)
  return person
}

async function idOf({ prisma }: Database, given: string): Promise<string> {
  const id = await findPerson(prisma, given)
  if (!id) throw new Refusal(`Nobody here has the id ${given}, nor a claim with it`)
  return id
}

const show = (given: string): Promise<void> =>
  withDatabase(async (database) => {
    console.log(JSON.stringify(await exportPerson(database.prisma, await idOf(database, given)), null, 2))
  })

const erase = (given: string): Promise<void> =>
  withDatabase(async (database, settings) => {
    const id = await idOf(database, given)
    const store = await openEvidenceStore(settings)
    await erasePerson(database.prisma, id, { removeFile: store.remove, through: 'cli' })
    console.log(`erased ${id}`)
  })
