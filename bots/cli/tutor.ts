// `declic tutor invite --structure S --name N [--role R]`
import { Command } from 'commander'
import { addLink } from '../../core/data/links.ts'
import { printLinks } from './startLinks.ts'
import { structureNamed } from './structureNamed.ts'
import { withDatabase } from './withDatabase.ts'

const DAYS = 7

type Options = { structure: string; name: string; role?: string; qr: boolean }

export function tutorCommand(): Command {
  const tutor = new Command('tutor').description('people who see learners at work and confirm what they saw')
  tutor
    .command('invite')
    .description(`a link that makes whoever opens it first and confirms a known tutor of a structure; good for ${DAYS} days`)
    .requiredOption('--structure <S>', 'id or name of the structure')
    .requiredOption('--name <N>', 'name of the tutor, as learners know it')
    .option('--role <R>', 'what they do there: "chef de cuisine"')
    .option('--no-qr', 'the links alone')
    .action(invite)
  return tutor
}

async function invite({ structure: wanted, name, role, qr }: Options): Promise<void> {
  await withDatabase(async (database, settings) => {
    const { id } = await structureNamed(database, wanted)
    const expiresAt = new Date(Date.now() + DAYS * 24 * 3600 * 1000)
    const code = await addLink(database.prisma, { kind: 'tutor', subject: id, structureId: id, name, role, expiresAt })
    await printLinks(settings, code, qr)
  })
}
