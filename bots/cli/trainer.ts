// `declic trainer invite --structure S --name N [--organisation O] [--issuer]`
import { Command } from 'commander'
import { addLink } from '../../core/data/links.ts'
import { catalogueOf } from './catalogueOf.ts'
import { printLinks } from './startLinks.ts'
import { structureFor } from './structureNamed.ts'
import { withDatabase } from './withDatabase.ts'

const DAYS = 7

type Options = { structure: string; name: string; organisation?: string; issuer?: boolean; qr: boolean }

export function trainerCommand(): Command {
  const trainer = new Command('trainer').description('people who follow learners and decide')
  trainer
    .command('invite')
    .description(`a link that makes whoever opens it first and confirms a trainer of a structure; good for ${DAYS} days`)
    .requiredOption('--structure <S>', 'id or name of the structure; made when it is new')
    .requiredOption('--name <N>', 'name of the trainer')
    .option('--organisation <O>', 'organisation of a new structure; may be left out when the catalogue has only one')
    .option('--issuer', 'instead of a trainer, somebody who sees counts over every structure of the organisation, and no names')
    .option('--no-qr', 'the links alone')
    .action(invite)
  return trainer
}

async function invite({ structure: wanted, name, organisation, issuer, qr }: Options): Promise<void> {
  await withDatabase(async (database, settings) => {
    const structure = await structureFor(database, await catalogueOf(settings), wanted, organisation)
    if (structure.isNew) console.error(`New structure: ${structure.id}`)
    const expiresAt = new Date(Date.now() + DAYS * 24 * 3600 * 1000)
    const code = await addLink(database.prisma, {
      kind: issuer ? 'issuer' : 'trainer',
      subject: structure.id,
      structureId: structure.id,
      name,
      expiresAt,
    })
    await printLinks(settings, code, qr)
  })
}
