// What a mail is, by its headers: somebody's words, a machine's, or news that one of ours did not arrive.

/** Names in lower case; several fields of one name, topmost first. */
export type Headers = Map<string, string[]>

export type Kind =
  /** A person wrote it. */
  | 'words'
  /** Away until Monday, a ticket number, a list: it changes nothing, and is not answered (RFC 3834). */
  | 'automatic'
  /** Something that we sent did not arrive. */
  | 'bounce'

const AWAY =
  /^\s*(?:(?:re|tr|fwd?|aw)\s*:\s*)*(?:r[ée]ponse automatique|automatic reply|auto(?:matic)?[ -]?(?:reply|response|r[ée]ponse)|autoreply|out of (?:the )?office|absence du bureau|absent(?:e|\(e\))? du bureau|message d[’']absence|notification d[’']absence|en cong[ée]s?\b|vacation|on (?:annual )?leave|abwesenheit|away from)/iu
const FAILED =
  /undeliver(?:ed|able)|delivery (?:status notification|has failed|failure|incomplete)|returned mail|mail delivery (?:failed|failure|system)|failure notice|message non (?:remis|distribu[ée])|non remis|[ée]chec de (?:la )?(?:remise|distribution)|courrier (?:non|retourn)|n['’]a pas pu [êe]tre (?:remis|distribu)|mail system error|message could not be delivered/iu

export function kindOf(headers: Headers, from: string): Kind {
  const first = (name: string) => headers.get(name)?.[0]?.toLowerCase().trim() ?? ''
  const subject = headers.get('subject')?.[0] ?? ''
  const local = from.split('@')[0]!.toLowerCase()
  const type = first('content-type')
  if (/multipart\/report/.test(type) && /report-type\s*=\s*"?(delivery-status|disposition-notification)/.test(type))
    return /delivery-status/.test(type) ? 'bounce' : 'automatic'
  const daemon = /^(mailer-daemon|postmaster|mail-daemon|mailerdaemon|microsoftexchange[0-9a-f]*)$/.test(local)
  if (
    (daemon || first('return-path') === '<>' || headers.has('x-failed-recipients')) &&
    (FAILED.test(subject) || headers.has('x-failed-recipients'))
  )
    return 'bounce'
  if (daemon) return 'automatic'
  const auto = first('auto-submitted')
  if (auto && !auto.startsWith('no')) return 'automatic'
  if (/^(bulk|junk|list|auto_?reply)/.test(first('precedence'))) return 'automatic'
  for (const name of ['x-autoreply', 'x-autorespond', 'x-autoresponse', 'x-mail-autoreply', 'x-auto-reply', 'list-id', 'x-loop'])
    if (headers.has(name)) return 'automatic'
  // « All »: do not answer me automatically, which every Exchange user says; only OOF and AutoReply say what it is
  if (/\b(oof|autoreply)\b/.test(first('x-auto-response-suppress')) && AWAY.test(subject)) return 'automatic'
  if (first('return-path') === '<>') return 'automatic'
  if (/^(no-?reply|do-?not-?reply|ne-?pas-?repondre|noreply)/.test(local)) return 'automatic'
  return AWAY.test(subject) ? 'automatic' : 'words'
}

/** Whether a bounce is for good: « delayed » is not, nor « relayed ». `report`: the delivery-status part, or the words of a bounce of no known form. */
export function isFinal(report: string): boolean {
  const actions = [...report.matchAll(/^action\s*:\s*(\w+)/gim)].map((found) => found[1]!.toLowerCase())
  if (actions.length) return actions.includes('failed')
  if (
    /will (?:keep|continue) (?:trying|to try)|will be retried|nouvelle tentative|delivery (?:is )?delayed|message (?:is )?delayed|sera retent/i.test(
      report,
    )
  )
    return false
  return true
}
