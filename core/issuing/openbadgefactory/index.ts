// Open Badge Factory, API v2: the organisation's own badge is issued to the learner's address, with the claim's summary beside its criteria.
// The claim's id goes into the event's log: it is looked up before anything is issued, so that a lost answer issues nothing twice.
import { after } from '../builtin/credential.ts'
import type { ClaimDocument } from '../../model/document.ts'
import type { Backend, Handed, IssueDetails, Trouble } from '../port.ts'
import { claimIdOf, emailOf, summaryOf } from '../summary.ts'
import { Events, Issued, type Recipient, Recipients, Success } from './answers.ts'
import { checkObf } from './check.ts'
import { type Got, type ObfSettings, openClient } from './client.ts'

export type { ObfSettings } from './client.ts'

const CONSUMER = 'declic'
/** Events that may be looked through for one claim: the same learner, the same badge. */
const MOST_EVENTS = 100

export function obfBackend(settings: ObfSettings): Backend {
  const { ask } = openClient(settings)

  /** The event that this claim made, if it did. Filters are the platform's; the answer is compared here. */
  async function eventOf(claim: ClaimDocument, badge: string, email: string): Promise<Got<string | undefined>> {
    const id = claimIdOf(claim)
    const query = new URLSearchParams({ badge_id: badge, email, log_entry: `claim:${id}`, limit: String(MOST_EVENTS) })
    const got = await ask(Events, 'GET', `/event/{cid}?${query}`)
    if ('trouble' in got) return got
    const { result, total = result.length } = got.ok
    const found = result.find(({ log_entry }) => log_entry.claim === id)
    if (!found && total > result.length)
      return { trouble: { state: 'unknown', why: 'its list of events is too long to tell whether this claim is in it' } }
    return { ok: found?.id }
  }

  async function recipientOf(event: string, email: string): Promise<Got<Recipient | undefined>> {
    const got = await ask(Recipients, 'GET', `/event/{cid}/recipient?${new URLSearchParams({ event_id: event, email })}`)
    if ('trouble' in got) return got
    return { ok: got.ok.result.find((one) => one.email.toLowerCase() === email.toLowerCase()) }
  }

  async function issueNow(claim: ClaimDocument, details: IssueDetails, badge: string, email: string): Promise<Got<string>> {
    const got = await ask(Issued, 'POST', `/event/{cid}/${encodeURIComponent(badge)}/issue`, {
      api_consumer_id: CONSUMER,
      event_name: claim.badge.name,
      recipient: [{ email, name: claim.learner.name ?? email }],
      issued_on: unix(details.now),
      ...(details.meaning.expires && { expires_on: unix(after(details.now, details.meaning.expires)) }),
      send_email: true,
      show_report: false,
      log_entry: { claim: claimIdOf(claim), from: CONSUMER },
      criteria_add: summaryOf(claim),
    })
    if ('trouble' in got) return got
    return got.ok.success ? { ok: got.ok.resource_id } : { trouble: { state: 'failed', why: 'answered that it issued nothing' } }
  }

  return {
    name: 'openbadgefactory',
    async issue(claim, details) {
      const badge = details.backendBadge
      const email = emailOf(claim)
      if (!badge) return { state: 'failed', why: `badge "${claim.badge.id}" has no backendIds.openbadgefactory in its file` }
      if (!email) return { state: 'failed', why: 'the claim came without an e-mail address' }
      const known = await eventOf(claim, badge, email)
      if ('trouble' in known) return known.trouble
      const event = known.ok === undefined ? await issueNow(claim, details, badge, email) : { ok: known.ok }
      if ('trouble' in event) return event.trouble
      const recipient = await recipientOf(event.ok, email)
      if ('trouble' in recipient) {
        // issued already: the next attempt finds it, and asks for the link alone; where that is refused for good, it comes by their e-mail
        if (recipient.trouble.state !== 'failed') return recipient.trouble
        return { state: 'issued', reference: event.ok, url: null }
      }
      return { state: 'issued', reference: event.ok, url: recipient.ok?.receive_url ?? null }
    },
    async accepted(handed) {
      const recipient = await recipientNow(handed)
      if ('trouble' in recipient) return recipient.trouble
      const { received, in_passport, pdf_downloaded } = recipient.ok ?? {}
      return { state: received || in_passport || pdf_downloaded ? 'accepted' : 'waiting' }
    },
    async revoke(handed) {
      const recipient = await recipientNow(handed)
      if ('trouble' in recipient) return recipient.trouble
      if (recipient.ok?.revoked) return { state: 'revoked' }
      const got = await ask(Success.partial(), 'PUT', `/event/{cid}/${encodeURIComponent(handed.reference!)}/revoke`, {
        recipient: [emailOf(handed.claim)],
      })
      if ('trouble' in got) return got.trouble
      return got.ok.success === false ? { state: 'failed', why: 'answered that it revoked nothing' } : { state: 'revoked' }
    },
    check: (badges) => checkObf(ask, settings, badges),
  }

  async function recipientNow({ claim, reference }: Handed): Promise<Got<Recipient | undefined>> {
    const email = emailOf(claim)
    return reference && email ? recipientOf(reference, email) : { trouble: LOST_TRACK }
  }
}

const LOST_TRACK: Trouble = { state: 'failed', why: 'nothing is kept by which it could be found there' }

const unix = (instant: string): number => Math.floor(Date.parse(instant) / 1000)
