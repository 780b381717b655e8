// What went wrong with a call, sorted by what it means for the message (courier's three kinds, and one of Telegram's own).
import { GrammyError, HttpError } from 'grammy'

export type Failure =
  /** The group has another id now. */
  | { is: 'moved'; chat: string }
  /** Not before `after` seconds; undefined: Telegram did not say. `unclear`: it may have happened all the same. */
  | { is: 'later'; after?: number; why: string; unclear?: true }
  | { is: 'gone'; why: string }
  /** This very call can never succeed. */
  | { is: 'refused'; why: string }

/** 400s that say that nobody is there. Descriptions are Telegram's own; it has no other names for them. */
const NOBODY =
  /chat not found|user not found|user is deactivated|group chat was deactivated|peer_id_invalid|bot was kicked|chat_write_forbidden|not a member|(no|not enough) rights to send (a message|text messages)/i

/** No connection came about, so nothing was said over it. */
const NEVER_LEFT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])

/** The token is wrong or was revoked: an operator must look, and no message may be lost for it. */
const TOKEN_SECONDS = 60

/** `why` holds the method and Telegram's description: never the payload, never the token. */
export function sortFailure(error: unknown): Failure {
  if (!(error instanceof GrammyError)) {
    return { is: 'later', why: whyOf(error), ...(NEVER_LEFT.has(codeOf(error) ?? '') ? {} : { unclear: true }) }
  }
  const { error_code: code, description, parameters } = error
  const why = `${error.method}: ${code} ${description}`
  if (parameters?.migrate_to_chat_id !== undefined) return { is: 'moved', chat: String(parameters.migrate_to_chat_id) }
  if (code === 429) return { is: 'later', after: parameters?.retry_after ?? 5, why }
  if (code === 401 || code === 404) return { is: 'later', after: TOKEN_SECONDS, why }
  if (code >= 500) return { is: 'later', why }
  if (code === 403 || NOBODY.test(description)) return { is: 'gone', why }
  return { is: 'refused', why }
}

/** grammY keeps the address, and with it the token, out of its message; the cause's code (ECONNREFUSED…) is safe to add. */
function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure'
  const code = codeOf(error)
  return code ? `${error.message} ${code}` : error.message
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof HttpError ? (error.error as { code?: unknown } | undefined)?.code : undefined
  return typeof code === 'string' ? code : undefined
}
