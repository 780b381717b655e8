// One mail, taken in: somebody's words become an event of the ordinary turn; machines change nothing; a bounce is told to the learner.
// What is refused is logged by the mailbox's own number and the request's id, never by an address or a word of it.
import { createHash } from 'node:crypto'
import type pg from 'pg'
import { answeredRequest } from '../../core/data/mail.ts'
import { authenticationOf, isForged, proofOf, signersOf } from '../../core/mail/authentication.ts'
import { normal } from '../../core/mail/address.ts'
import type { Letter } from '../../core/mail/mailbox.ts'
import type { Read } from '../../core/mail/readApart.ts'
import type { ReadMail } from '../../core/mail/readMail.ts'
import type { MailSecret } from '../../core/mail/secret.ts'
import type { Intake } from '../../dialogs/vocabulary.ts'
import type { Happen } from '../jobs/happen.ts'
import type { Log } from '../log.ts'
import type { MailSettings } from '../settings.ts'

/** Replies about one request within an hour; more than that are two machines that talk. */
const MOST_REPLIES = 20
const HOUR_MS = 3_600_000

type Parts = {
  settings: MailSettings
  pool: pg.Pool
  secret: MailSecret
  intake: Intake
  happen: Happen
  read: Read
  /** Our own address. */
  own: string
  /** Says that a request is over to whoever answered it; a courtesy, whose failure is nothing. */
  tooLate: (request: string, to: string, inReplyTo: string | undefined) => Promise<void>
  log: Log
  now: () => string
  fresh: () => string[]
}

/** Resolves once it is committed, known, or none of our business; throws when it must come again. */
export function makeTake({
  settings,
  pool,
  secret,
  intake,
  happen,
  read,
  own,
  tooLate,
  log,
  now,
  fresh,
}: Parts): (letter: Letter) => Promise<void> {
  const replies = new Map<string, { since: number; count: number }>()

  return async ({ uid, uidValidity, size, source }) => {
    const mail = await read(source)
    if (!mail) return log.warn({ uid, size }, 'a mail could not be read; set aside')
    const refuse = (why: string, request?: string) => log.warn({ uid, request, why }, 'a mail was refused')
    const key = `mail:${mail.messageId ? sha256(`${mail.messageId}\n${mail.from ?? ''}`) : `${uidValidity}:${uid}`}`
    if (mail.kind === 'automatic') return log.info({ uid }, 'a mail of a machine: nothing changes')
    const request = mail.kind === 'bounce' ? first(mail.tokens.inAddress, mail.tokens.anywhere) : named(mail)
    if (request === 'forged') return refuse('a token that we did not sign')
    if (!request) return log.info({ uid }, 'a mail that answers no letter of ours')
    const answered = await answeredRequest(pool, request)
    if (!answered) {
      refuse('the request is over', request)
      // whoever answered it learns that it is too late; nobody else is written to
      const honest =
        mail.kind === 'words' && mail.from && mail.from !== own && !isForged(authenticationOf(mail.results, settings.authservId))
      return honest && !tooMany(request) ? tooLate(request, mail.from!, mail.messageId) : undefined
    }
    if (mail.kind === 'bounce') {
      if (!mail.final) return log.info({ uid, request }, 'a letter is late')
      return happen(key, { is: 'letter-failed', claim: answered.claim, endorsement: answered.request, why: 'address' })
    }
    if (!mail.from || mail.from === own) return refuse(mail.from ? 'our own address' : 'no single sender', request)
    if (tooMany(request)) return refuse('too many replies', request)
    const said = authenticationOf(mail.results, settings.authservId)
    const stranger = mail.from !== normal(answered.to)
    if (stranger || isForged(said)) {
      refuse(stranger ? 'another address than the one asked' : 'not from whom it says', request)
      return happen(`reply-doubted:${answered.request}`, { is: 'reply-doubted', claim: answered.claim, endorsement: answered.request })
    }
    const outcome = await intake({
      key,
      from: {
        channel: 'mail',
        externalId: secret.digest(mail.from),
        chat: answered.request,
        place: 'private',
        fullName: mail.name,
        locale: answered.language,
      },
      event: mail.words ? { is: 'text', text: mail.words } : { is: 'other', what: 'a mail without words' },
      request: {
        endorsement: request,
        code: answered.code,
        proof: proofOf(said, mail.domain ?? '', signersOf(mail.results, settings.authservId)),
      },
      receivedAt: now(),
      fresh: fresh(),
    })
    if (outcome === 'set-aside') log.error({ key }, 'a mail was set aside: the next ones go on')
  }

  /** The address that it came to says it first, then the letter that it answers. A forged one is no reason to look further. */
  function named({ tokens }: ReadMail): string | 'forged' | undefined {
    for (const list of [tokens.inAddress, tokens.inReplyTo, tokens.references]) {
      if (!list.length) continue
      return first(list) ?? 'forged'
    }
    return undefined
  }

  function first(...lists: string[][]): string | undefined {
    for (const token of lists.flat()) {
      const request = secret.requestOf(token)
      if (request) return request
    }
    return undefined
  }

  function tooMany(request: string): boolean {
    const time = Date.parse(now())
    const counted = replies.get(request)
    if (!counted || time - counted.since > HOUR_MS) {
      if (replies.size > 10_000) replies.clear()
      replies.set(request, { since: time, count: 1 })
      return false
    }
    return ++counted.count > MOST_REPLIES
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 40)
