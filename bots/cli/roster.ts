// `declic roster import FILE.csv --structure S [--dry-run]`
import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { importRoster } from '../../core/data/roster.ts'
import { readRoster } from '../../core/model/roster.ts'
import { BYTE_ORDER_MARK, line } from '../csv.ts'
import { Refusal } from './refusal.ts'
import { linksFor } from './startLinks.ts'
import { structureNamed } from './structureNamed.ts'
import { withDatabase } from './withDatabase.ts'

type Options = { structure: string; dryRun?: boolean }

export function rosterCommand(): Command {
  const roster = new Command('roster').description('the list of a structure')
  roster
    .command('import')
    .description('adds the people of a CSV file and prints a single-use start link for each new one, as CSV; again, it adds nobody twice')
    .argument('<FILE.csv>', 'UTF-8; columns name (or nom), and as you like language, role (learner, tutor, trainer), note, contact')
    .requiredOption('--structure <S>', 'id or name of the structure')
    .option('--dry-run', 'says who would be added, and writes nothing')
    .action(importFile)
  return roster
}

async function importFile(file: string, { structure: wanted, dryRun }: Options): Promise<void> {
  const { people, faults } = readRoster(await textOf(file))
  if (faults.length) {
    const lines = faults.toSorted((a, b) => a.at - b.at).map(({ at, message }) => `${file}:${at}: ${message}`)
    throw new Refusal([...lines, 'Nothing was imported'].join('\n'))
  }
  await withDatabase(async (database, settings) => {
    const structure = await structureNamed(database, wanted)
    // the channel is asked before anything is written: a link that cannot be printed would be lost
    const links = await linksFor(settings)
    const { added, known } = await importRoster(database.prisma, structure, people, { language: settings.locale, dryRun })
    // whoever sends the links sees where to, if the list says so
    const contacts = people.some(({ contact }) => contact !== null)
    const rows = added.map(({ name, role, note, contact, code, is }) =>
      line([name, role, note, ...(contacts ? [contact] : []), is, ...(dryRun ? [] : [links(code).join(' ') || `/start ${code}`])]),
    )
    const head = line(['name', 'role', 'note', ...(contacts ? ['contact'] : []), 'is', ...(dryRun ? [] : ['link'])])
    if (rows.length) process.stdout.write(`${BYTE_ORDER_MARK}${head}${rows.join('')}`)
    console.error(`${dryRun ? 'Would add' : 'Added'}: ${added.length}. There already: ${known}.${dryRun ? ' Nothing was written.' : ''}`)
  })
}

/** Throws `Refusal` where there is no such file, or it is not UTF-8: names would be kept broken. */
async function textOf(file: string): Promise<string> {
  const bytes = await readFile(file).catch((cause) => {
    throw new Refusal(`${file} cannot be read`, { cause })
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Refusal(`${file} is not UTF-8: save it as "CSV UTF-8"`, { cause })
  }
}
