// `declic link badge B [--structure S]`
import { Command } from 'commander'
import { addLink } from '../../core/data/links.ts'
import { catalogueOf } from './catalogueOf.ts'
import { Refusal } from './refusal.ts'
import { printLinks } from './startLinks.ts'
import { structureNamed } from './structureNamed.ts'
import { withDatabase } from './withDatabase.ts'

export function linkCommand(): Command {
  const link = new Command('link').description('links and QR codes to put on a wall')
  link
    .command('badge')
    .description('a start link and QR code that open a badge, for everybody or for the learners of a structure')
    .argument('<B>', 'id of the badge')
    .option('--structure <S>', 'id or name of a structure: whoever starts here belongs to it')
    .option('--no-qr', 'the links alone')
    .action(badge)
  return link
}

async function badge(id: string, options: { structure?: string; qr: boolean }): Promise<void> {
  await withDatabase(async (database, settings) => {
    const found = (await catalogueOf(settings)).badge(id)
    if (!found) throw new Refusal(`No badge ${id} in the catalogue`)
    if (!options.structure) return printLinks(settings, id, options.qr)
    const structure = await structureNamed(database, options.structure)
    if (structure.organisationId !== found.issuer.id) {
      throw new Refusal(`The badge ${id} is of ${found.issuer.id}, the structure ${structure.id} of ${structure.organisationId}`)
    }
    const code = await addLink(database.prisma, { kind: 'badge', subject: id, structureId: structure.id })
    await printLinks(settings, code, options.qr)
  })
}
