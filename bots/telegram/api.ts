// grammY as the transport, over one undici Pool: its default client costs several times as much a call (docs: what a turn costs).
import { Api } from 'grammy'
import { type Dispatcher, Pool } from 'undici'

export type TelegramApi = {
  api: Api
  /** GET of a file that `getFile` named. The link holds the token, so it is built here and shown to nobody. */
  download: (filePath: string, signal?: AbortSignal) => Promise<Dispatcher.ResponseData>
  close: () => Promise<void>
}

/** grammY types its signals after a polyfill; Node's own are what it expects. */
export const signalOf = (signal: AbortSignal): Parameters<Api['getMe']>[0] => signal as Parameters<Api['getMe']>[0]

/** Seconds that one call may take, the sending of a large file over a slow line included. */
const CALL_SECONDS = 300
/** Seconds of silence after a request, or in an answer, that mean a dead connection; longer than the longest poll. */
const SILENCE_SECONDS = 40
const CONNECTIONS = 64

export function connectApi({ token, apiRoot }: { token: string; apiRoot: string }): TelegramApi {
  const root = new URL(apiRoot)
  const prefix = root.pathname.replace(/\/$/, '')
  const base = root.origin + prefix
  const pool = new Pool(root.origin, {
    connections: CONNECTIONS,
    keepAliveTimeout: 60_000,
    headersTimeout: SILENCE_SECONDS * 1000,
    bodyTimeout: SILENCE_SECONDS * 1000,
  })

  /** As much of `fetch` as grammY uses: it reads nothing of a response but its JSON. */
  const fetchThroughPool = async (
    url: string,
    init: { body: Dispatcher.DispatchOptions['body']; headers: Record<string, string>; signal: AbortSignal },
  ) => {
    const { body } = await pool.request({
      path: url.slice(root.origin.length),
      method: 'POST',
      headers: { 'content-type': init.headers['content-type'] },
      body: init.body,
      signal: init.signal,
    })
    return { json: () => body.json() }
  }

  return {
    api: new Api(token, { apiRoot: base, timeoutSeconds: CALL_SECONDS, fetch: fetchThroughPool as unknown as typeof fetch }),
    download: (filePath, signal) => pool.request({ path: `${prefix}/file/bot${token}/${encodeURI(filePath)}`, method: 'GET', signal }),
    close: () => pool.destroy(),
  }
}
