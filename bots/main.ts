// `declic`: the program and its command line. Each command is a file of bots/cli; standard output holds results, standard error the rest.
import { Command } from 'commander'
import { catalogueCommand } from './cli/catalogueCheck.ts'
import { claimCommand } from './cli/claim.ts'
import { claimsCommand } from './cli/claims.ts'
import { doctorCommand } from './cli/doctor.ts'
import { issuerCommand } from './cli/issuer.ts'
import { jobsCommand } from './cli/jobs.ts'
import { keyCommand } from './cli/key.ts'
import { linkCommand } from './cli/link.ts'
import { personCommand } from './cli/person.ts'
import { rosterCommand } from './cli/roster.ts'
import { serveCommand } from './cli/serve.ts'
import { structureCommand } from './cli/structure.ts'
import { talkCommand } from './cli/talk.ts'
import { trainerCommand } from './cli/trainer.ts'
import { tutorCommand } from './cli/tutor.ts'

const COMMANDS = [
  serveCommand,
  talkCommand,
  catalogueCommand,
  structureCommand,
  linkCommand,
  trainerCommand,
  tutorCommand,
  rosterCommand,
  claimCommand,
  claimsCommand,
  personCommand,
  issuerCommand,
  jobsCommand,
  keyCommand,
  doctorCommand,
]

const program = new Command('declic')
  .description('Helps people claim Open Badges in a conversation. Settings come from the environment or .env.')
  .showHelpAfterError('(--help says more)')
for (const command of COMMANDS) program.addCommand(command())

// whoever reads may have had enough (`| head`): the command still ends in good order
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  await program.parseAsync()
} catch (error) {
  if (!isEndOfPipe(error)) {
    console.error(isExpected(error) ? error.message : error)
    process.exitCode = 1
  }
}

function isEndOfPipe(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code === 'EPIPE' || code === 'ERR_STREAM_PREMATURE_CLOSE'
}

/** What one line says whole; anything else shows where it happened. */
function isExpected(error: unknown): error is Error {
  return error instanceof Error && ['Refusal', 'SettingsError', 'DatabaseUnusable', 'RoleTaken'].includes(error.name)
}
