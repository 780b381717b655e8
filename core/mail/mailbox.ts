// The mailbox that replies come to: IMAP, told at once where the server can (IDLE), asked again and again where it cannot. A mail is marked
// as taken only after it was committed, so a kill brings it again; whoever takes it knows it by its key.
import { setTimeout as pause } from 'node:timers/promises'
import { ImapFlow } from 'imapflow'

export type Letter = {
  /** Of the mailbox's own: unique for all time together with `uidValidity`. */
  uid: number
  uidValidity: string
  /** Bytes of the whole mail; `source` may be less of it. */
  size: number
  source: Uint8Array
}

export type Mailbox = {
  /** Takes what is there and what comes, until the signal. Rejects when the connection breaks. */
  watch: (take: (letter: Letter) => Promise<void>, signal: AbortSignal) => Promise<void>
}

/** What marks a mail as taken, where the server keeps words of ours; elsewhere it is marked as read. */
const TAKEN = '$DeclicTaken'
/** The words of a reply stand at its beginning; a photo of 20 MB behind them is not fetched. */
const BYTES = 400_000
/** Older ones are not looked at when a mailbox is new to us. */
const DAYS = 30
const AT_ONCE = 20

/** `everyMs`: how often a server is asked that cannot tell by itself. */
export function openMailbox(address: string, { everyMs = 60_000, now }: { everyMs?: number; now: () => string }): Mailbox {
  return {
    async watch(take, signal) {
      const client = new ImapFlow({
        ...connection(address),
        logger: false,
        autoIdleDelay: 300,
        maxIdleTime: 5 * 60_000,
        maxLiteralSize: 8_000_000,
        maxResponseSize: 16_000_000,
      })
      const broken = new Promise<never>((_, reject) => {
        client.on('error', (error: Error) => reject(new Error('the mailbox: connection lost', { cause: error })))
        client.on('close', () => reject(new Error('the mailbox closed the connection')))
      })
      broken.catch(() => undefined)
      let knocked: (() => void) | undefined
      client.on('exists', () => knocked?.())
      try {
        await Promise.race([client.connect(), broken])
        const box = await client.mailboxOpen('INBOX')
        const keyword = box.permanentFlags?.has('\\*') || box.permanentFlags?.has(TAKEN) ? TAKEN : '\\Seen'
        while (!signal.aborted) {
          const more = new Promise<void>((resolve) => {
            knocked = resolve
          })
          // looked at until nothing is left: what comes meanwhile knocks
          while (!signal.aborted && (await Promise.race([takeSome(client, String(box.uidValidity), keyword, take, now), broken])));
          if (signal.aborted) break
          await Promise.race([more, broken, pause(everyMs, undefined, { signal }).catch(() => undefined)])
        }
      } finally {
        knocked = undefined
        await client.logout().catch(() => undefined)
        client.close()
      }
    },
  }
}

/** True: there may be more. */
async function takeSome(
  client: ImapFlow,
  uidValidity: string,
  keyword: string,
  take: (letter: Letter) => Promise<void>,
  now: () => string,
): Promise<boolean> {
  const since = new Date(Date.parse(now()) - DAYS * 86_400_000)
  const open = keyword === TAKEN ? { unKeyword: TAKEN, since } : { seen: false, since }
  const uids = (await client.search(open, { uid: true })) || []
  const some = uids.slice(0, AT_ONCE)
  for (const uid of some) {
    const found = await client.fetchOne(String(uid), { uid: true, size: true, source: { maxLength: BYTES } }, { uid: true })
    // gone meanwhile: somebody tidies the mailbox
    if (!found) continue
    await take({ uid, uidValidity, size: found.size ?? 0, source: found.source ?? new Uint8Array() })
    await client.messageFlagsAdd(String(uid), keyword === TAKEN ? [TAKEN, '\\Seen'] : ['\\Seen'], { uid: true })
  }
  return uids.length > some.length
}

/** Asks whether the mailbox can be opened; for `doctor`. Throws when not. */
export async function checkMailbox(address: string): Promise<string> {
  const client = new ImapFlow({ ...connection(address), logger: false })
  client.on('error', () => undefined)
  await client.connect().catch((cause) => {
    throw cause.authenticationFailed ? new Error('the name or the password is refused', { cause }) : cause
  })
  try {
    const box = await client.mailboxOpen('INBOX', { readOnly: true })
    return `${box.exists} mails in it, ${client.capabilities.has('IDLE') ? 'new ones are told at once' : 'looked at every minute'}`
  } finally {
    await client.logout().catch(() => undefined)
    client.close()
  }
}

function connection(address: string) {
  const url = new URL(address)
  const secure = url.protocol === 'imaps:'
  return {
    host: url.hostname,
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 10 * 60_000,
  }
}
