// `declic doctor`: checks the whole installation, in plain words. Exit code 1 when something must be mended.
import { Command } from 'commander'
import { readSettings } from '../settings.ts'
import { type Finding, PARTS } from './doctorParts.ts'

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('checks the whole installation, in plain words; exit code 1 when something must be mended')
    .action(doctor)
}

async function doctor(): Promise<void> {
  const settings = readSettings()
  const findings: Finding[] = []
  for (const [part, look] of Object.entries(PARTS)) {
    const finding = await look(settings).catch((error: Error): Finding => ({ is: 'bad', says: reasons(error) }))
    findings.push(finding)
    console.log(`${SIGNS[finding.is]}  ${part.padEnd(12)}  ${finding.says}`)
  }
  const bad = findings.filter(({ is }) => is === 'bad').length
  console.log(bad ? `\n${bad} to mend.` : '\nEverything needed is there.')
  if (bad) process.exitCode = 1
}

const SIGNS = { good: 'ok  ', note: 'note', bad: 'BAD ' } as const

/** The error and what caused it, on one line. */
function reasons(error: Error): string {
  const said: string[] = []
  for (let at: unknown = error; at instanceof Error; at = at.cause) if (at.message && !said.includes(at.message)) said.push(at.message)
  return said.join(': ').replaceAll(/\s+/g, ' ')
}
