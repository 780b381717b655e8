// The log: one JSON line an event, on standard error, so that standard output holds results only. Nothing personal and no secret is ever
// passed to it; what could slip in through an error of a library is cut out here.
import { pino } from 'pino'

export type Log = pino.Logger

/** Keys whose value is never written, at the first levels of what is logged. */
const SECRET_KEYS = ['token', 'secret', 'password', 'authorization', 'cookie', 'connectionString', 'databaseUrl', 'email', 'text', 'body']

export const openLog = (level: string, destination: pino.DestinationStream = pino.destination(2)): Log =>
  pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '***' },
      serializers: { err: plainError },
    },
    destination,
  )

/** What happened and where; not the properties that libraries hang on errors (requests, parameters, rows). */
function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: typeof error }
  const { name, message, stack, cause } = error
  const code = (error as { code?: unknown }).code
  return {
    type: name,
    message: withoutSecrets(message),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    stack: withoutSecrets(stack ?? ''),
    ...(cause === undefined ? {} : { cause: plainError(cause) }),
  }
}

/** Telegram's token is part of its addresses (`/bot123:ABC/`), passwords are part of others, and our links are keys (`/e/…`). */
export const withoutSecrets = (text: string): string =>
  text
    .replaceAll(/\/bot\d+:[\w-]+/g, '/bot***')
    .replaceAll(/(:\/\/)[^\s@/]*@/g, '$1***@')
    .replaceAll(/\/(e|c|w|sac)\/[\w-]{16,}/g, '/$1/***')
