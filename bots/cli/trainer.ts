// `declic trainer invite --structure S --name N [--organisation O] [--issuer]`, `declic trainer remove --structure S --name N [--issuer]`
import { Command } from 'commander'
import { addLink } from '../../core/data/links.ts'
import { removeTrainer, trainersOf, type TrainerRow } from '../../core/data/trainers.ts'
import { sameName } from '../../core/model/roster.ts'
import { catalogueOf } from './catalogueOf.ts'
import { Refusal } from './refusal.ts'
import { printLinks } from './startLinks.ts'
import { structureFor, structureNamed } from './structureNamed.ts'
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
  trainer
    .command('remove')
    .description('they follow this structure no longer: its learners, workshops and pages are closed to them at once')
    .requiredOption('--structure <S>', 'id or name of the structure')
    .requiredOption('--name <N>', 'name of the trainer, or their id')
    .option('--issuer', 'instead of a trainer, somebody who sees counts over every structure')
    .action(remove)
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

async function remove({ structure: wanted, name, issuer }: Pick<Options, 'structure' | 'name' | 'issuer'>): Promise<void> {
  await withDatabase(async (database) => {
    const { id: structureId } = await structureNamed(database, wanted)
    const role = issuer ? 'issuer' : 'trainer'
    const there = await trainersOf(database.prisma, structureId, role)
    const found = there.filter((one) => one.id === name.toLowerCase() || sameName(one.name ?? '') === sameName(name))
    const [person] = found
    if (!person) throw new Refusal([`No ${role} of ${structureId} is called ${name}.`, ...there.map(lineOf)].join('\n'))
    if (found.length > 1) throw new Refusal(['Several are called so: give the id with --name.', ...found.map(lineOf)].join('\n'))
    await removeTrainer(database.prisma, { person: person.id, structureId, role, through: 'cli' })
    console.log(`removed ${person.id}`)
  })
}

const lineOf = ({ id, name, since }: TrainerRow): string => `${id}  ${name ?? '(no name)'}, since ${since.toISOString().slice(0, 10)}`
