// `declic structure add NAME --organisation O`
import { Command } from 'commander'
import { catalogueOf } from './catalogueOf.ts'
import { structureFor } from './structureNamed.ts'
import { withDatabase } from './withDatabase.ts'

export function structureCommand(): Command {
  const structure = new Command('structure').description('places that share an organisation’s badges')
  structure
    .command('add')
    .description('adds a structure and prints its id; one that is there already is left as it is')
    .argument('<NAME>', 'its name, or its id in the catalogue')
    .requiredOption('--organisation <O>', 'id of the organisation in the catalogue')
    .action(add)
  return structure
}

const add = (name: string, { organisation }: { organisation: string }): Promise<void> =>
  withDatabase(async (database, settings) => {
    const { id, isNew } = await structureFor(database, await catalogueOf(settings), name, organisation)
    if (!isNew) console.error('It was there already')
    console.log(id)
  })
