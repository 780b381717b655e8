// One request to somebody else's platform, and everything that can come of it as a value. What never left may be sent again by anybody;
// what was lost may have taken effect.
import { Agent, request } from 'undici'

export type Call = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD'
  url: string
  headers?: Record<string, string>
  body?: string
}

export type Reply =
  | { is: 'answer'; status: number; text: string; retryAfter?: number }
  /** The platform cannot have seen it. */
  | { is: 'never-left'; why: string }
  /** Nobody knows whether it arrived. */
  | { is: 'lost'; why: string }

export type Exchange = (call: Call) => Promise<Reply>

/** Bytes of an answer that are read; more is no answer of ours. */
const MOST_BYTES = 4 * 1024 * 1024

/** `timeout`: milliseconds until an answer must be there, whole. */
export function openExchange({ timeout = 20_000, mostBytes = MOST_BYTES }: { timeout?: number; mostBytes?: number } = {}): Exchange {
  const agent = new Agent({ connectTimeout: Math.min(timeout, 5_000), keepAliveTimeout: 1_000 })
  return async ({ url, headers = {}, ...call }) => {
    try {
      const answer = await request(url, {
        ...call,
        dispatcher: agent,
        headers: { accept: 'application/json', 'user-agent': 'Declic', ...headers },
        signal: AbortSignal.timeout(timeout),
      })
      const text = await read(answer.body, mostBytes)
      return { is: 'answer', status: answer.statusCode, text, retryAfter: secondsOf(answer.headers['retry-after']) }
    } catch (error) {
      const code = codeOf(error)
      return { is: NEVER_LEFT.test(code) ? 'never-left' : 'lost', why: `no answer (${code})` }
    }
  }
}

/** No connection, no name, no trust: nothing was sent. */
const NEVER_LEFT = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_\w+|CERT_\w+|\w+_CERT\w*)$/

async function read(body: AsyncIterable<Uint8Array>, most: number): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > most) return '<more than was asked for>'
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** Retry-After: seconds, or nothing that we follow (the dates of other clocks). At most a day. */
function secondsOf(header: string | string[] | undefined): number | undefined {
  if (header === undefined) return undefined
  const seconds = Number(Array.isArray(header) ? header[0] : header)
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 86_400) : undefined
}

/** The fault's code, without addresses or contents. */
const codeOf = (error: unknown): string => {
  const { code, name } = error as { code?: unknown; name?: string }
  return typeof code === 'string' && code ? code : (name ?? 'unknown')
}
