// `declic talk [BADGE]`: a claim in the terminal, for whoever writes a catalogue. Standard output holds the conversation alone.
import { createInterface } from 'node:readline'
import { Command, Option } from 'commander'
import type { Language } from '../../core/model/rows.ts'
import type { Catalogue } from '../../core/model/badge.ts'
import { openLog } from '../log.ts'
import { catalogueOf } from './catalogueOf.ts'
import { Refusal } from './refusal.ts'
import { withDatabase } from './withDatabase.ts'

type Options = { language?: Language; structure?: string; keep?: boolean }

const HOW = `
What you write is what the learner says. A number, or the words of a button, taps it. An empty line lets the time pass.
  photo PATH, voix PATH, video PATH, fichier PATH   sends a file
  @tuteur, @formateur, @apprenant                   hands the terminal to that person (also @tutor, @trainer, @learner);
                                                    the tutor opens the link that the learner was given
  Ctrl-D                                            ends; everything is removed, unless --keep is given
It works while the server runs, and piped: printf '1\\n1\\n' | npm run -s talk BADGE`

export function talkCommand(): Command {
  return new Command('talk')
    .description('go through a claim in the terminal')
    .argument('[BADGE]', 'id of a badge; without it, the learner chooses')
    .addOption(new Option('--language <L>', 'what the learner speaks (default: LOCALE)').choices(['fr', 'en']))
    .option('--structure <S>', 'as the learners of this structure of the catalogue are asked')
    .option('--keep', 'leave everything in the database')
    .addHelpText('after', HOW)
    .action(talk)
}

const talk = (badge: string | undefined, { language, structure, keep = false }: Options): Promise<void> =>
  withDatabase(async (database, settings) => {
    const catalogue = await catalogueOf(settings)
    if (badge && !catalogue.badge(badge)) throw new Refusal(`No badge ${badge} in the catalogue`)
    if (structure) mustKnow(catalogue, structure)
    const [{ openRehearsal }, { converse }] = await Promise.all([import('../talk/rehearsal.ts'), import('../talk/converse.ts')])
    const log = openLog(settings.logLevel === 'info' ? 'warn' : settings.logLevel)
    const asked = { settings, database, catalogue, log, language: language ?? settings.locale, structure }
    const rehearsal = await openRehearsal(asked)
    // only now: a line that came before somebody listens would be lost
    const lines = createInterface({ input: process.stdin, output: process.stdin.isTTY ? process.stderr : undefined })
    for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, () => lines.close())
    try {
      if (process.stdin.isTTY) console.error(`${HOW.trim()}\n`)
      await converse(rehearsal, lines, { start: badge ?? '', live: Boolean(process.stdin.isTTY) })
    } finally {
      await rehearsal.end(keep)
    }
  })

function mustKnow({ issuers }: Catalogue, structure: string): void {
  const known = issuers.flatMap((issuer) => issuer.structures.map(({ id }) => id))
  if (!known.includes(structure)) throw new Refusal(`No structure ${structure} in the catalogue (known: ${known.join(', ') || 'none'})`)
}
