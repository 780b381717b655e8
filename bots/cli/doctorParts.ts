// What `doctor` looks at, part by part. A part throws, or says `bad`, when it must be mended.
import { mkdir, readdir, realpath, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { loadCatalogue } from '../../core/catalogue/load.ts'
import { openEvidenceStore } from '../../core/evidence/index.ts'
import { isLoopback, type Settings } from '../settings.ts'
import { issuingOf } from './catalogueOf.ts'
import { lookAtBackends } from './doctorBackends.ts'
import { botName } from './startLinks.ts'

export type Finding = { is: 'good' | 'note' | 'bad'; says: string }
type Look = (settings: Settings) => Promise<Finding>

const good = (says: string): Finding => ({ is: 'good', says })
const note = (says: string): Finding => ({ is: 'note', says })
const bad = (says: string): Finding => ({ is: 'bad', says })

const NODE = 24

const node: Look = async () => {
  const [major = 0] = process.versions.node.split('.').map(Number)
  return major >= NODE
    ? good(process.version)
    : bad(`${process.version}: ${NODE} or newer is needed; "npm ci" brings it, "npm run" uses it`)
}

const dataFolder: Look = async ({ dataDir }) => {
  const file = path.join(dataDir, `doctor.${process.pid}`)
  await mkdir(dataDir, { recursive: true })
  await writeFile(file, '')
  await rm(file)
  return good(`${dataDir} can be written`)
}

const database: Look = async ({ dataDir, databaseUrl }) => {
  const { openDatabase } = await import('../../core/data/database.ts')
  const { pool, stop, embedded } = await openDatabase({ dataDir, databaseUrl, connections: 1 })
  try {
    const { rows } = await pool.query<{ version: string; migrations: number }>(
      `select current_setting('server_version') as version, count(*)::int as migrations from "_prisma_migrations"`,
    )
    const where = embedded ? `embedded, in ${await realpath(path.join(dataDir, 'postgres'))}` : 'the server of DATABASE_URL'
    return good(`PostgreSQL ${rows[0]?.version}, ${where}; schema up to date (${rows[0]?.migrations} migrations)`)
  } finally {
    await stop()
  }
}

const evidence: Look = async (settings) => {
  const store = await openEvidenceStore(settings)
  await store.check()
  return good(`${settings.evidenceUrl ?? `files under ${settings.dataDir}`} can be read and written`)
}

const catalogue: Look = async (settings) => {
  const { catalogueDir } = settings
  const loaded = await loadCatalogue(catalogueDir, issuingOf(settings))
  if ('findings' in loaded) return bad(`${loaded.findings.length} mistakes in ${catalogueDir}: "declic catalogue check" lists them`)
  const { issuers } = loaded.catalogue
  const badges = issuers.reduce((sum, issuer) => sum + issuer.badges.length, 0)
  return badges ? good(`${badges} badges of ${issuers.length} organisations`) : bad(`no badge in ${catalogueDir}`)
}

const issuerKey: Look = async ({ dataDir }) => {
  const folder = path.join(dataDir, 'keys')
  const files = await readdir(folder).catch(() => [])
  const rings = files.filter((file) => file.endsWith('.json'))
  if (rings.length === 0) return note('no signing key yet: it is made when it is first needed')
  for (const file of files) {
    const { mode } = await stat(path.join(folder, file))
    if (process.platform !== 'win32' && mode & 0o077) return bad(`${path.join(folder, file)} can be read by others: chmod 600`)
  }
  return good(`${rings.length} in ${folder}: keep a copy in a safe place`)
}

const port: Look = async ({ host, port }) => {
  const here = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  const answer = await fetch(`http://${here.includes(':') ? `[${here}]` : here}:${port}/readyz`, {
    signal: AbortSignal.timeout(5000),
  }).catch((error: Error & { cause?: { code?: string } }) => error.cause?.code ?? error.name)
  if (answer === 'ECONNREFUSED') return note(`${port} is free: the program is not running`)
  if (typeof answer === 'string') return bad(`${port} is taken by something that does not speak HTTP (${answer})`)
  if (answer.ok) return good(`${port}: the program is running and ready`)
  if (answer.status === 503) return bad(`${port}: the program is running, not ready: ${(await answer.text()).slice(0, 200)}`)
  return bad(`${port} is taken by another program: set PORT`)
}

const publicUrl: Look = async ({ publicUrl }) => {
  const { protocol, hostname } = new URL(publicUrl)
  if (isLoopback(hostname)) return note(`${publicUrl}: links open on this machine alone; set PUBLIC_URL for others`)
  const answer = await fetch(`${publicUrl}/healthz`, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined)
  if (!answer?.ok) return bad(`${publicUrl} does not lead to the running program: check the proxy, or start the program`)
  return protocol === 'https:'
    ? good(`${publicUrl} leads here`)
    : bad(`${publicUrl} leads here, but without https anybody on the way can read`)
}

const telegram: Look = async ({ telegram, publicUrl }) => {
  if (!telegram) return note('off: set TELEGRAM_BOT_TOKEN')
  const name = await botName(telegram)
  return good(`t.me/${name}, ${telegram.webhookSecret ? `by webhook at ${publicUrl}/telegram/webhook` : 'by long polling'}`)
}

/** The token endpoint says whether the password is right; nothing can be asked about the registration itself. */
const teams: Look = async ({ teams, publicUrl }) => {
  if (!teams) return note('off: set MicrosoftAppId (docs/teams.md)')
  if (teams.dev) return note('TEAMS=dev: activities come without authentication, from this machine alone')
  if (!publicUrl.startsWith('https:')) return bad(`Teams reaches the bot by https alone: PUBLIC_URL is ${publicUrl}`)
  const { whyNoToken } = await import('../teams/whyNoToken.ts')
  const why = await whyNoToken(teams)
  return why
    ? bad(`Microsoft gives no token for MicrosoftAppId: ${why}`)
    : good(`${teams.appType}, messages arrive at ${publicUrl}/api/messages`)
}

const mail: Look = async ({ mail, publicUrl }) => {
  if (!mail) return note('off: set SMTP_URL, MAIL_FROM and IMAP_URL to write to tutors')
  const { openPostOffice } = await import('../../core/mail/smtp.ts')
  const office = openPostOffice(mail.smtpUrl)
  await office
    .check()
    .catch((cause) => {
      throw new Error('SMTP_URL: the server does not let us in', { cause })
    })
    .finally(() => office.close())
  const out = `letters leave as ${mail.from.address}`
  if (!mail.imapUrl) return note(`${out}; IMAP_URL is empty: replies are read by nobody`)
  const { checkMailbox } = await import('../../core/mail/mailbox.ts')
  const box = await checkMailbox(mail.imapUrl).catch((cause) => {
    throw new Error('IMAP_URL: the mailbox cannot be opened', { cause })
  })
  if (isLoopback(new URL(publicUrl).hostname)) return note(`${out}; mailbox: ${box}; links in letters open on this machine alone`)
  return mail.authservId
    ? good(`${out}; mailbox: ${box}; ${mail.authservId} says who wrote`)
    : note(`${out}; mailbox: ${box}; MAIL_AUTHSERV_ID is empty: nobody checks who wrote`)
}

/** Nobody can decide, or a jury has fewer trainers than its badge asks for: claims go on, and somebody should know. */
const deciding: Look = async ({ dataDir, databaseUrl }) => {
  const { openDatabase } = await import('../../core/data/database.ts')
  const { undecided } = await import('../../core/data/undecided.ts')
  const { pool, stop } = await openDatabase({ dataDir, databaseUrl, connections: 1 })
  try {
    const found = await undecided(pool)
    const [nobody, few] = [found.filter(({ trainers }) => trainers === 0), found.filter(({ trainers }) => trainers > 0)]
    const where = ({ structure, badge }: (typeof found)[number]) => `${badge} in ${structure ?? 'no structure'}`
    const said = [
      ...nobody.map((one) => `${one.claims} of ${where(one)} wait, and no trainer is there: "declic trainer invite"`),
      ...few.map(
        (one) =>
          `${where(one)} asks for ${one.reviewers} reviewers, ${one.trainers} ${one.trainers === 1 ? 'is' : 'are'} there, and decide without the others`,
      ),
    ].join('; ')
    return nobody.length > 0 ? bad(said) : few.length > 0 ? note(said) : good('every claim that waits has somebody who can decide')
  } finally {
    await stop()
  }
}

const help: Look = async ({ helpContact }) =>
  helpContact
    ? good(`"aide" leads to: ${helpContact}`)
    : note('HELP_CONTACT is empty: "aide" leads nowhere for a learner without a trainer')

/** In the order in which one is mended before the next. */
export const PARTS: Record<string, Look> = {
  'Node.js': node,
  'data folder': dataFolder,
  database,
  evidence,
  catalogue,
  'issuer key': issuerKey,
  'issued by': lookAtBackends,
  port,
  'public URL': publicUrl,
  Telegram: telegram,
  Teams: teams,
  mail,
  decisions: deciding,
  help,
}
