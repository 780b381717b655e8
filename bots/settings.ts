// Every setting of the program, from the environment or `.env` (the environment wins), checked before anything else starts.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import type { BackendSettings } from '../core/issuing/index.ts'
import { BACKENDS, type BackendName, NEEDED } from '../core/model/backends.ts'
import { timeZoneNamed } from '../core/model/timeZones.ts'
import { normal } from '../core/mail/address.ts'

export type Environment = Record<string, string | undefined>

/** A wrong value. The message is the one line to show: the setting, what was found (secrets masked), what is expected. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

const text = z.string().optional()
const whole = (least: number, most: number, what: string) =>
  z
    .string()
    .regex(/^\d+$/, what)
    .transform(Number)
    .refine((number) => number >= least && number <= most, what)
const address = (protocols: string[], what: string) =>
  z.string().refine((value) => protocols.includes(URL.parse(value)?.protocol ?? '') && URL.parse(value)?.host, what)
const webAddress = address(['http:', 'https:'], 'an address that begins with https:// or http://')
const choice = <const Words extends string[]>(...words: Words) => z.enum(words, words.join(' or '))

/** `Déclic <declic@example.org>`, or the address alone; undefined: neither. */
function sender(text: string): { name: string; address: string } | undefined {
  const [, named = '', bracketed] = /^([^<>\r\n]*)<([^<>\s]+)>$/.exec(text.trim()) ?? []
  const address = normal(bracketed ?? text)
  return address ? { name: named.replaceAll('"', '').trim() || 'Déclic', address } : undefined
}

/** The names are a promise (docs/operator.md); an empty value is an absent one. */
const Variables = z.object({
  PORT: whole(0, 65535, 'a number from 0 to 65535').default(3978),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'an address of this machine, such as 127.0.0.1')
    .default('127.0.0.1'),
  PUBLIC_URL: webAddress.optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: address(['postgresql:', 'postgres:'], 'postgresql://user:password@host:port/database').optional(),
  EVIDENCE_URL: address(['s3:'], 's3://bucket/prefix').optional(),
  S3_ENDPOINT: webAddress.optional(),
  S3_REGION: text,
  AWS_ACCESS_KEY_ID: text,
  AWS_SECRET_ACCESS_KEY: text,
  CATALOGUE_DIR: z.string().default('./catalogue'),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^[\w:-]+$/, 'the token that BotFather gave, such as 123456:ABC')
    .optional(),
  TELEGRAM_API_ROOT: webAddress.default('https://api.telegram.org'),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, '1 to 256 letters, digits, _ or -')
    .optional(),
  MicrosoftAppId: z
    .string()
    .regex(/^[\w-]{1,64}$/, 'the Application (client) ID of the bot, such as 8f4c1f3e-0000-4000-8000-1d2f3a4b5c6d')
    .optional(),
  MicrosoftAppPassword: text,
  MicrosoftAppType: choice('MultiTenant', 'SingleTenant', 'UserAssignedMSI').default('MultiTenant'),
  MicrosoftAppTenantId: z
    .string()
    .regex(/^[\w.-]+$/, 'the Directory (tenant) ID')
    .optional(),
  TEAMS: choice('on', 'off', 'dev').optional(),
  TEAMS_TENANTS: z
    .string()
    .regex(/^[\w-]+(\s*,\s*[\w-]+)*$/, 'Directory (tenant) IDs, with commas between them')
    .optional(),
  SMTP_URL: address(['smtp:', 'smtps:'], 'smtp://user:password@host:port, or smtps://…').optional(),
  MAIL_FROM: z
    .string()
    .refine((value) => sender(value) !== undefined, 'an e-mail address, or a name and an address: Déclic <declic@example.org>')
    .optional(),
  IMAP_URL: address(['imap:', 'imaps:'], 'imaps://user:password@host, the mailbox of MAIL_FROM').optional(),
  MAIL_PLUS: choice('on', 'off').default('on'),
  MAIL_AUTHSERV_ID: z
    .string()
    .regex(/^[\w.:-]{1,255}$/, 'the name with which the receiving server begins its Authentication-Results, such as mx.example.org')
    .optional(),
  ISSUER: choice(...BACKENDS).default('builtin'),
  OBF_API_ROOT: webAddress.default('https://openbadgefactory.com'),
  OBF_CLIENT_ID: text,
  OBF_CLIENT_SECRET: text,
  BADGR_API_ROOT: webAddress.optional(),
  BADGR_TOKEN: text,
  DCC_URL: webAddress.optional(),
  DCC_TENANT: text,
  DCC_TOKEN: text,
  WEBHOOK_ISSUER_URL: webAddress.optional(),
  WEBHOOK_ISSUER_SECRET: text,
  UNDO_SECONDS: whole(0, 86_400, 'a number of seconds, from 0 to 86400').optional(),
  HELP_CONTACT: text,
  PLAYGROUND: choice('on', 'off').optional(),
  METRICS_TOKEN: text,
  TIME_ZONE: z.string().refine(timeZoneNamed, 'a time zone such as Europe/Paris').default('Europe/Paris'),
  LOCALE: choice('fr', 'en').default('fr'),
  LOG_LEVEL: choice('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent').default('info'),
})
type Variable = keyof typeof Variables.shape

export const SETTING_NAMES = Object.keys(Variables.shape) as Variable[]

const SECRETS = new Set<string>([
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_WEBHOOK_SECRET',
  'MicrosoftAppPassword',
  'AWS_SECRET_ACCESS_KEY',
  'WEBHOOK_ISSUER_SECRET',
  'OBF_CLIENT_SECRET',
  'BADGR_TOKEN',
  'DCC_TOKEN',
  'METRICS_TOKEN',
] satisfies Variable[])

export type TeamsSettings = {
  /** Empty only with `dev`. */
  appId: string
  /** Undefined for a managed identity, and with `dev`. */
  password?: string
  appType: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI'
  tenantId?: string
  /** Activities come without authentication, from this machine. */
  dev: boolean
  /** Whose people may write; undefined: everybody's. */
  tenants?: string[]
}

/** Letters to tutors, and their replies where there is a mailbox. */
export type MailSettings = {
  smtpUrl: string
  from: { name: string; address: string }
  imapUrl?: string
  /** The receiving server takes `name+anything@` for `name@`. */
  plus: boolean
  /** Whose Authentication-Results are believed. */
  authservId?: string
}

export type Settings = {
  port: number
  host: string
  /** Without a trailing slash. */
  publicUrl: string
  /** Absolute. */
  dataDir: string
  databaseUrl?: string
  evidenceUrl?: string
  s3: { endpoint?: string; region?: string; accessKeyId?: string; secretAccessKey?: string }
  /** Absolute. */
  catalogueDir: string
  telegram?: { token: string; apiRoot: string; webhookSecret?: string }
  teams?: TeamsSettings
  mail?: MailSettings
  issuer: BackendName
  /** Of each issuing backend of somebody else that is configured. */
  backends: BackendSettings
  undoSeconds: number
  /** Shorter, so that whoever tries it does not wait; the same as `undoSeconds` where that was set. */
  undoSecondsPlayground: number
  helpContact?: string
  playground: boolean
  metricsToken?: string
  timeZone: string
  locale: 'fr' | 'en'
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
}

/** Throws `SettingsError` for the first wrong value. */
export function readSettings(environment: Environment = withEnvFile(process.env)): Settings {
  const given = Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value?.trim() || undefined]))
  const parsed = Variables.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw wrong(String(issue?.path[0]), given, issue?.message ?? '')
  }
  const it = parsed.data
  const loopback = isLoopback(it.HOST)
  if (it.PLAYGROUND === 'on' && !loopback) throw wrong('PLAYGROUND', given, `off, because HOST (${it.HOST}) is open to other machines`)
  const backends = backendsOf(it, given)
  const teams = teamsOf(it, given)
  for (const name of ['SMTP_URL', 'MAIL_FROM'] as const)
    if (!it[name] && (it.SMTP_URL || it.MAIL_FROM || it.IMAP_URL))
      throw wrong(name, given, 'a value, because mail is sent and read with it')
  return {
    port: it.PORT,
    host: it.HOST,
    publicUrl: (it.PUBLIC_URL ?? `http://localhost:${it.PORT}`).replace(/\/+$/, ''),
    dataDir: path.resolve(it.DATA_DIR),
    databaseUrl: it.DATABASE_URL,
    evidenceUrl: it.EVIDENCE_URL,
    s3: {
      endpoint: it.S3_ENDPOINT,
      region: it.S3_REGION,
      accessKeyId: it.AWS_ACCESS_KEY_ID,
      secretAccessKey: it.AWS_SECRET_ACCESS_KEY,
    },
    catalogueDir: path.resolve(it.CATALOGUE_DIR),
    telegram: it.TELEGRAM_BOT_TOKEN
      ? { token: it.TELEGRAM_BOT_TOKEN, apiRoot: it.TELEGRAM_API_ROOT.replace(/\/+$/, ''), webhookSecret: it.TELEGRAM_WEBHOOK_SECRET }
      : undefined,
    teams,
    mail: it.SMTP_URL
      ? {
          smtpUrl: it.SMTP_URL,
          from: sender(it.MAIL_FROM!)!,
          imapUrl: it.IMAP_URL,
          plus: it.MAIL_PLUS === 'on',
          authservId: it.MAIL_AUTHSERV_ID?.toLowerCase(),
        }
      : undefined,
    issuer: it.ISSUER,
    backends,
    undoSeconds: it.UNDO_SECONDS ?? 120,
    undoSecondsPlayground: it.UNDO_SECONDS ?? 10,
    helpContact: it.HELP_CONTACT,
    playground: it.PLAYGROUND ? it.PLAYGROUND === 'on' : loopback && !it.TELEGRAM_BOT_TOKEN && !teams,
    metricsToken: it.METRICS_TOKEN,
    timeZone: it.TIME_ZONE,
    locale: it.LOCALE,
    logLevel: it.LOG_LEVEL,
  }
}

/** What is begun must be whole, and so must what `ISSUER` names. */
function backendsOf(it: z.infer<typeof Variables>, given: Environment): BackendSettings {
  for (const backend of BACKENDS)
    for (const name of NEEDED[backend])
      if (!it[name] && (it.ISSUER === backend || NEEDED[backend].some((other) => it[other])))
        throw wrong(name, given, `a value, because claims go to ${backend} (docs/backends.md)`)
  const root = (url: string) => url.replace(/\/+$/, '')
  return {
    openbadgefactory: it.OBF_CLIENT_ID
      ? { apiRoot: root(it.OBF_API_ROOT), clientId: it.OBF_CLIENT_ID, clientSecret: it.OBF_CLIENT_SECRET ?? '' }
      : undefined,
    badgr: it.BADGR_API_ROOT ? { apiRoot: root(it.BADGR_API_ROOT), token: it.BADGR_TOKEN ?? '' } : undefined,
    dcc: it.DCC_URL ? { url: root(it.DCC_URL), tenant: it.DCC_TENANT ?? '', token: it.DCC_TOKEN } : undefined,
    webhook: it.WEBHOOK_ISSUER_URL ? { url: it.WEBHOOK_ISSUER_URL, secret: it.WEBHOOK_ISSUER_SECRET ?? '' } : undefined,
  }
}

function teamsOf(it: z.infer<typeof Variables>, given: Environment): TeamsSettings | undefined {
  const mode = it.TEAMS ?? (it.MicrosoftAppId ? 'on' : 'off')
  if (mode === 'off') return undefined
  const dev = mode === 'dev'
  if (dev && !isLoopback(it.HOST)) throw wrong('TEAMS', given, `on or off, because HOST (${it.HOST}) is open to other machines`)
  const identity = it.MicrosoftAppType === 'UserAssignedMSI'
  const needed: [Variable, boolean][] = [
    ['MicrosoftAppId', true],
    ['MicrosoftAppPassword', !identity],
    ['MicrosoftAppTenantId', it.MicrosoftAppType !== 'MultiTenant'],
  ]
  for (const [name, isNeeded] of needed)
    if (isNeeded && !dev && !it[name]) throw wrong(name, given, 'a value, because Teams is on (docs/teams.md)')
  return {
    appId: it.MicrosoftAppId ?? '',
    password: dev || identity ? undefined : it.MicrosoftAppPassword,
    appType: it.MicrosoftAppType,
    tenantId: it.MicrosoftAppTenantId,
    dev,
    tenants: it.TEAMS_TENANTS?.split(',').map((tenant) => tenant.trim().toLowerCase()),
  }
}

/** Only this machine reaches it. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

function withEnvFile(environment: Environment): Environment {
  try {
    return { ...parseEnv(readFileSync('.env', 'utf8')), ...environment }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return environment
    throw new SettingsError(`.env: it cannot be read (${(cause as Error).message})`, { cause })
  }
}

const wrong = (name: string, given: Environment, expected: string): SettingsError =>
  new SettingsError(`${name}: found ${shown(name, given[name])}, expected ${expected}`)

function shown(name: string, value: string | undefined): string {
  if (value === undefined) return 'nothing'
  if (SECRETS.has(name)) return '*** (hidden)'
  return `"${value.replace(/(:\/\/)[^@/]*@/, '$1***@').replaceAll(/[\r\n]+/g, ' ')}"`
}
