// `declic structure add NAME --organisation O [--time-zone Z]`
import { Command } from 'commander'
import { setTimeZone } from '../../core/data/structures.ts'
import { timeZoneNamed } from '../../core/model/timeZones.ts'
import { catalogueOf } from './catalogueOf.ts'
import { Refusal } from './refusal.ts'
import { structureFor } from './structureNamed.ts'
import { withDatabase } from './withDatabase.ts'

export function structureCommand(): Command {
  const structure = new Command('structure').description('places that share an organisation’s badges')
  structure
    .command('add')
    .description('adds a structure and prints its id; one that is there already is left as it is, but for its time zone')
    .argument('<NAME>', 'its name, or its id in the catalogue')
    .requiredOption('--organisation <O>', 'id of the organisation in the catalogue')
    .option('--time-zone <Z>', 'where its people are, when that is not where the installation is: Indian/Reunion')
    .action(add)
  return structure
}

type Options = { organisation: string; timeZone?: string }

async function add(name: string, { organisation, timeZone }: Options): Promise<void> {
  const zone = timeZone && timeZoneNamed(timeZone)
  if (timeZone && !zone) throw new Refusal(`"${timeZone}" is no time zone; one is Indian/Reunion`)
  await withDatabase(async (database, settings) => {
    const catalogue = await catalogueOf(settings)
    const { id, isNew } = await structureFor(database, catalogue, name, organisation)
    if (zone) {
      const described = catalogue.issuers.some(({ structures }) => structures.some((structure) => structure.id === id))
      // the next start would take it back
      if (described) throw new Refusal(`The catalogue describes ${id}: write "timeZone: ${zone}" into its file`)
      await setTimeZone(database.prisma, id, zone)
    }
    if (!isNew) console.error('It was there already')
    console.log(id)
  })
}
