// A tutor who has nothing but an address: what they read, and how they reply, as mail programs do.
import type { Delivered, Postbox } from '../fakes/mail/postbox.ts'
import type { Mailbox } from '../fakes/mail/dovecot.ts'

export const FROM = 'declic@exemple.org'
export const AUTHSERV = 'mx.exemple.org'

export type Correspondent = {
  address: string
  /** The newest letter to them; waits until there are so many. */
  reads: (atLeast?: number) => Promise<Delivered>
  /** Replies to the newest letter; resolves once the reply is taken. */
  replies: (words: string, how?: How) => Promise<void>
}

export type How = {
  /** From another address. */
  from?: string
  /** To this address, not to Reply-To. */
  to?: string
  /** null: no In-Reply-To and no References. */
  inReplyTo?: string | null
  /** What the receiving server says; null: nothing. */
  results?: string | null
  headers?: string[]
  subject?: string
  messageId?: string
  html?: boolean
  quotes?: boolean
}

const PASS = `${AUTHSERV}; spf=pass smtp.mailfrom=chantier.fr; dkim=pass header.d=chantier.fr; dmarc=pass header.from=chantier.fr`
let sent = 0

export function openCorrespondent(
  name: string,
  address: string,
  { postbox, mailbox }: { postbox: Postbox; mailbox: Mailbox },
): Correspondent {
  return {
    address,
    reads: (atLeast) => postbox.last(address, atLeast),
    async replies(words, how = {}) {
      const letter = await postbox.last(address)
      await mailbox.deliver(replyTo(letter, name, address, words, how))
      await mailbox.taken()
    },
  }
}

/** The bytes of a reply. */
export function replyTo({ mail }: Delivered, name: string, address: string, words: string, how: How = {}): string {
  const id = how.inReplyTo === undefined ? mail.messageId : how.inReplyTo
  const to = how.to ?? mail.replyTo!.value[0]!.address
  const quoted =
    how.quotes === false ? '' : `\n\nLe 12 mars 2026 à 10:03, Déclic <${to}> a écrit :\n\n${(mail.text ?? '').replace(/^/gm, '> ')}`
  const body = how.html
    ? `<html><body><p>${words}</p><div class="gmail_quote">Le 12 mars 2026 à 10:03, Déclic a écrit :<blockquote>${mail.text}</blockquote></div></body></html>`
    : words + quoted
  return [
    'Return-Path: <bounces@chantier.fr>',
    ...(how.results === null ? [] : [`Authentication-Results: ${how.results ?? PASS}`]),
    ...(how.headers ?? []),
    `From: ${encoded(name)} <${how.from ?? address}>`,
    `To: <${to}>`,
    `Subject: ${encoded(how.subject ?? `Re: ${mail.subject}`)}`,
    `Message-ID: ${how.messageId ?? `<reply-${++sent}@chantier.fr>`}`,
    ...(id ? [`In-Reply-To: ${id}`, `References: ${id}`] : []),
    `Date: ${new Date().toUTCString()}`,
    'MIME-Version: 1.0',
    `Content-Type: text/${how.html ? 'html' : 'plain'}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    (
      Buffer.from(body)
        .toString('base64')
        .match(/.{1,76}/g) ?? []
    ).join('\r\n'),
    '',
  ].join('\r\n')
}

const encoded = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`

/** The letter as a reader of plain text sees it; codes and addresses of pages are left out. */
export const asRead = ({ mail }: Delivered): string =>
  `${mail.subject}\n\n${mail.text}`
    .replaceAll(/\/e\/[\w-]{20,}/g, '/e/…')
    .replaceAll(/\b[a-z2-7]{42}\b/g, '…')
    .trimEnd()
