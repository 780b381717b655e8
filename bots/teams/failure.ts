// What went wrong with a call, sorted by what it means for the message.
import { ConnectorError } from './connector.ts'

export type Failure =
  /** Not before `after` seconds; undefined: nobody said. */
  | { is: 'later'; after?: number; why: string }
  | { is: 'gone'; why: string }
  /** The message to edit is not there. */
  | { is: 'missing'; why: string }
  /** This very call can never succeed. */
  | { is: 'refused'; why: string }

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages: nobody can be reached there. */
const NOBODY =
  /^(ConversationBlockedByUser|BotNotInConversationRoster|BotDisabledByAdmin|MessageWritesBlocked|ConversationNotFound|BotNotRegistered|UserNotFound|InvalidUser)$/i

/** The password is wrong or is over: an operator must look, and no message may be lost for it. */
const TOKEN_SECONDS = 60

/** `why` holds the method, the status and Teams' own code: never the payload, the token or the chat. */
export function sortFailure(error: unknown): Failure {
  if (!(error instanceof ConnectorError)) return { is: 'later', why: whyOf(error) }
  const { status, code, retryAfter, message: why } = error
  if (status === 429 || status === 412) return { is: 'later', after: retryAfter, why }
  if (status === 401) return { is: 'later', after: TOKEN_SECONDS, why }
  if (status === 408 || status >= 500) return { is: 'later', after: retryAfter, why }
  if ((status === 403 || status === 404) && NOBODY.test(code)) return { is: 'gone', why }
  if (status === 404) return { is: 'missing', why }
  return { is: 'refused', why }
}

/** Where no answer came, or no token: the code (ECONNREFUSED…) without the address. */
function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure'
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? `${error.name} ${code}` : error.name
}
