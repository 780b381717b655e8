// The channel « mail »: letters about a request, and the replies to them. A chat here is a request; where its letters go is known to the
// database alone, so that no address stands in an outbox or a log.
import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { EvidenceStore } from '../../core/evidence/port.ts'
import { letterFacts, overRequest, wantsNothing } from '../../core/data/mail.ts'
import { addressOf, normal, spelled, tagged } from '../../core/mail/address.ts'
import { openMailbox } from '../../core/mail/mailbox.ts'
import { openReader } from '../../core/mail/readApart.ts'
import type { MailSecret } from '../../core/mail/secret.ts'
import { openPostOffice } from '../../core/mail/smtp.ts'
import { MediaRefused } from '../../core/model/mediaRefused.ts'
import type { Texts } from '../../dialogs/texts.ts'
import type { Channel, Intake, Sender } from '../../dialogs/vocabulary.ts'
import type { Happen } from '../jobs/happen.ts'
import type { Log } from '../log.ts'
import type { MailSettings } from '../settings.ts'
import { compose } from './compose.ts'
import { makePace } from './pace.ts'
import { makeTake } from './take.ts'

export type MailOptions = {
  settings: MailSettings
  publicUrl: string
  pool: pg.Pool
  texts: Texts
  evidence: EvidenceStore
  secret: MailSecret
  intake: Intake
  happen: Happen
  log: Log
  /** Without it: this process reads the mailbox at once. */
  lease?: (run: (signal: AbortSignal) => Promise<void>) => Promise<void>
  now: () => string
  fresh: () => string[]
  /** How often a mailbox is looked at that cannot tell by itself. */
  pollMs?: number
}

export type MailChannel = Channel & {
  /** Begins to read the mailbox, where there is one. */
  start: () => void
  /** Who answers through the page of a letter: whoever reads the mails of its address. */
  readerOf: (request: string) => Promise<{ from: Sender; domain: string } | undefined>
}

/** What a small provider lets one mailbox send, with room to spare. */
const LETTERS_A_MINUTE = 60
/** Seconds until a server is tried again that takes nothing just now. */
const LATER = 30
const BACK_OFF = { first: 1_000, most: 120_000 }

export function openMail(options: MailOptions): MailChannel {
  const { settings, publicUrl, pool, texts, evidence, secret, happen, log, lease = alone, now } = options
  const office = openPostOffice(settings.smtpUrl)
  const reader = openReader()
  const own = addressOf(settings.from.address)!
  const pace = makePace(LETTERS_A_MINUTE, () => Date.parse(now()))
  const stopping = new AbortController()
  let reading: Promise<void> | undefined
  const take = makeTake({ ...options, read: reader.read, own: spelled(own), tooLate })

  /** `<declic.token.number@domain>`: the token finds the request again where a reply keeps nothing but this. */
  const idOf = (request: string, message: string) =>
    `<declic.${secret.tokenFor(request)}.${createHash('sha256').update(message).digest('hex').slice(0, 16)}@${own.domain}>`

  async function tooLate(request: string, to: string, replied: string | undefined): Promise<void> {
    const facts = await overRequest(pool, request, 'mail', secret.digest(to))
    if (!facts) return
    const text = texts.say(facts.language, 'tutor-mail-over', { learner: facts.learner ?? texts.say(facts.language, 'somebody') })
    const letter = await compose({ message: { text }, facts: { ...facts, to }, publicUrl, texts, evidence, replies: false })
    await office.post({
      ...letter,
      from: settings.from,
      to,
      envelopeFrom: spelled(own),
      replyTo: spelled(own),
      messageId: idOf(request, `too late ${replied ?? ''}`),
      ...(replied && { inReplyTo: `<${replied}>` }),
      headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All', 'Content-Language': facts.language },
    })
  }

  return {
    name: 'mail',
    addressee(address) {
      const to = normal(address)
      return to && secret.digest(to)
    },
    capabilities: { chat: true, letters: true, voice: false, photo: false, files: false, deepLinks: false },
    async send(request, message, about = { id: message.text, last: false }) {
      const facts = await letterFacts(pool, request, now())
      if (!facts) return { outcome: 'gave-up', why: 'the request is over' }
      const to = normal(facts.to)
      const failed = async (why: 'address' | 'unwanted') =>
        happen(`letter-failed:${about.id}`, { is: 'letter-failed', claim: facts.claim, endorsement: request, why })
      if (!to) {
        await failed('address')
        return { outcome: 'gave-up', why: 'no address' }
      }
      if (await wantsNothing(pool, 'mail', secret.digest(to))) {
        await failed('unwanted')
        return { outcome: 'gave-up', why: 'they want no letters' }
      }
      const wait = about.last ? 0 : pace(about.id)
      if (wait > 0) return { outcome: 'retry', after: wait, why: 'so many a minute' }
      const replyTo = (settings.plus ? tagged(own, secret.tokenFor(request)) : undefined) ?? spelled(own)
      const isFirst = message.choices?.[0]?.data.includes('.verdict.') ?? false
      const letter = await compose({ message, facts, publicUrl, texts, evidence, replies: settings.imapUrl !== undefined })
      const messageId = idOf(request, about.id)
      const posted = await office.post({
        ...letter,
        from: settings.from,
        to,
        envelopeFrom: replyTo,
        replyTo,
        messageId,
        ...(facts.first && { inReplyTo: facts.first, references: [facts.first] }),
        headers: {
          'Auto-Submitted': isFirst ? 'auto-generated' : 'auto-replied',
          'X-Auto-Response-Suppress': 'All',
          'Content-Language': facts.language,
          'List-Unsubscribe': `<mailto:${replyTo}?subject=stop&body=stop>, <${publicUrl}/e/${facts.code}/stop>`,
        },
      })
      switch (posted.is) {
        case 'sent':
          return { outcome: 'sent', platformId: messageId, platformAt: now() }
        case 'never':
          log.warn({ request, why: posted.why }, 'a letter cannot be delivered')
          await failed('address')
          return { outcome: 'gave-up', why: posted.why }
        case 'later':
          log.warn({ request, why: posted.why }, 'a letter could not be handed over; trying again')
          if (about.last) await failed('address')
          return { outcome: 'retry', after: LATER, why: posted.why }
        default:
          return posted satisfies never
      }
    },
    async fetchMedia() {
      throw new MediaRefused('lost', 'files of replies are not kept')
    },
    startLink: () => undefined,
    async readerOf(request) {
      const facts = await letterFacts(pool, request, now())
      const address = facts && addressOf(facts.to)
      if (!facts || !address) return undefined
      const externalId = secret.digest(spelled(address))
      return { from: { channel: 'mail', externalId, chat: request, place: 'private', locale: facts.language }, domain: address.domain }
    },
    start() {
      const { imapUrl } = settings
      if (!imapUrl) return
      const mailbox = openMailbox(imapUrl, { everyMs: options.pollMs, now })
      const keep = async () => {
        for (let failures = 0; !stopping.signal.aborted; ) {
          const began = performance.now()
          await lease((held) => {
            reading = mailbox.watch(take, AbortSignal.any([held, stopping.signal]))
            return reading
          }).catch((error) => {
            if (!stopping.signal.aborted) log.warn({ err: withoutCause(error), failures }, 'the mailbox could not be read; trying again')
          })
          failures = performance.now() - began > BACK_OFF.most ? 0 : failures + 1
          await pause(Math.min(BACK_OFF.first * 2 ** failures, BACK_OFF.most), undefined, { signal: stopping.signal }).catch(
            () => undefined,
          )
        }
      }
      void keep()
    },
    async stop() {
      stopping.abort()
      await reading?.catch(() => undefined)
      await reader.stop()
      office.close()
    },
  }
}

const alone = (run: (signal: AbortSignal) => Promise<void>): Promise<void> => run(new AbortController().signal)

/** What mail servers say may quote addresses. */
const withoutCause = (error: unknown): Error => {
  const { code, authenticationFailed } = error as { code?: string; authenticationFailed?: boolean }
  return new Error(authenticationFailed ? 'IMAP: the password is refused' : `IMAP: ${code ?? (error as Error).name}`)
}
