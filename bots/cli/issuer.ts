// `declic issuer test NAME`: is a backend ready for our badges? Nothing is issued. `declic issuer found CLAIM`: what an operator saw there.
import { Argument, Command } from 'commander'
import { z } from 'zod'
import { openJobs } from '../../core/data/jobs.ts'
import type { Check } from '../../core/issuing/port.ts'
import { isConfigured } from '../../core/issuing/index.ts'
import { BACKENDS, type BackendName, NEEDED } from '../../core/model/backends.ts'
import { loadCatalogue } from '../../core/catalogue/load.ts'
import { findingLine } from '../../core/model/plainLanguage/finding.ts'
import { readSettings } from '../settings.ts'
import { backendsOf, badgesOf } from './backendsOf.ts'
import { Refusal } from './refusal.ts'
import { withDatabase } from './withDatabase.ts'

export function issuerCommand(): Command {
  const issuer = new Command('issuer').description('who issues the badges')
  issuer
    .command('test')
    .description(
      'tries a configuration without issuing anything: credentials, badges and their ids there; exit code 1 when something is missing',
    )
    .addArgument(new Argument('<NAME>', 'the backend').choices(BACKENDS))
    .action(test)
  issuer
    .command('found')
    .description('of a claim of which nobody knew whether it arrived: you saw the badge there, so it is not sent again')
    .argument('<CLAIM>', 'id of the claim, with or without urn:uuid:')
    .option('--reference <R>', 'its id there')
    .option('--url <URL>', 'where the learner finds it')
    .action(found)
  return issuer
}

async function test(name: BackendName): Promise<void> {
  const settings = readSettings()
  // without the rule that every badge can be issued: what is missing for that is said here, badge by badge
  const loaded = await loadCatalogue(settings.catalogueDir)
  if ('findings' in loaded) throw new Refusal(loaded.findings.map(findingLine).join('\n'))
  const badges = badgesOf(loaded.catalogue, settings, name)
  const checks: Check[] = []
  if (!isConfigured(name, settings.backends)) checks.push({ is: 'bad', says: `not configured: set ${NEEDED[name].join(' and ')}` })
  else {
    const backend = await backendsOf(settings, loaded.catalogue).backendFor(name)
    checks.push(...((await backend.check?.(badges)) ?? [{ is: 'good', says: 'it comes with the program: nothing to try' }]))
  }
  checks.push({
    is: 'note',
    says: badges.length ? `issues ${badges.map(({ id }) => id).join(', ')}` : 'no badge of the catalogue goes there',
  })
  for (const { is, says } of checks) console.log(`${SIGNS[is]}  ${says}`)
  const bad = checks.filter(({ is }) => is === 'bad').length
  console.log(bad ? `\n${bad} to mend. Nothing was issued.` : '\nReady. Nothing was issued.')
  if (bad) process.exitCode = 1
}

const SIGNS = { good: 'ok  ', note: 'note', bad: 'BAD ' } as const

async function found(id: string, { reference = null, url = null }: { reference?: string | null; url?: string | null }): Promise<void> {
  const claim = z.uuid().safeParse(id.replace(/^urn:uuid:/, '')).data
  if (!claim) throw new Refusal(`${id} is not the id of a claim`)
  if (url && !/^https?:$/.test(URL.parse(url)?.protocol ?? '')) throw new Refusal(`--url ${url} is not an address`)
  await withDatabase(async ({ pool, prisma }) => {
    if (!(await prisma.claim.findUnique({ where: { id: claim }, select: { id: true } }))) throw new Refusal(`There is no claim ${claim}`)
    const open = await prisma.issuance.findFirst({ where: { claimId: claim, state: 'unknown' } })
    if (!open) throw new Refusal(`Of claim ${claim} it is known whether it arrived`)
    const jobs = await openJobs(pool, (error) => console.error(error.message))
    // the running program takes it as the backend's answer
    await jobs.send('forward', { claim, found: { reference, url } }).finally(() => jobs.stop())
    console.log(`noted: ${claim} was issued by ${open.backend}`)
  })
}
