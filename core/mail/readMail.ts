// A mail as it lies in the mailbox becomes the few things that we look at. Everything in it was written by somebody else.
import { simpleParser } from 'mailparser'
import { addressOf, spelled } from './address.ts'
import { type Headers, isFinal, type Kind, kindOf } from './kind.ts'
import { wordsOf } from './reply.ts'

export type ReadMail = {
  kind: Kind
  /** Of a bounce: nothing more is tried. */
  final: boolean
  /** Without the brackets; undefined: it has none. */
  messageId: string | undefined
  /** The one address in From, in its one spelling; undefined: none, or several. */
  from: string | undefined
  name: string | undefined
  domain: string | undefined
  date: string | undefined
  /** The reply without what it quotes; at most 2,000 characters. */
  words: string
  /** What may be one of our tokens. Those of an address first, then of the mail that this one answers. */
  tokens: { inAddress: string[]; inReplyTo: string[]; references: string[]; anywhere: string[] }
  /** Authentication-Results, topmost first. */
  results: string[]
}

const WORDS = 2000
const SCANNED = 300_000
const MOST_HEADERS = 2000
const HTML = 200_000
/** 42 letters and digits after a plus, or in a Message-ID of ours. */
const IN_ADDRESS = /\+([a-z2-7]{42})@/gi
const IN_ID = /<declic\.([a-z2-7]{42})\.[^<>@\s]{1,64}@/gi
const ANYWHERE = /(?:\+|declic\.)([a-z2-7]{42})(?![a-z2-7])/gi

/** Throws when it is no mail at all. */
export async function readMail(source: Uint8Array): Promise<ReadMail> {
  const mail = await simpleParser(Buffer.from(source), {
    skipTextToHtml: true,
    skipImageLinks: true,
    skipTextLinks: true,
    maxHtmlLengthToParse: HTML,
  })
  const headers: Headers = new Map()
  for (const { key, line } of mail.headerLines.slice(0, MOST_HEADERS)) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replaceAll(/\r?\n[ \t]+/g, ' ')
      .trim()
    headers.set(key, [...(headers.get(key) ?? []), value])
  }
  if (mail.subject) headers.set('subject', [mail.subject])
  const senders = mail.from?.value ?? []
  const sender = senders.length === 1 && (headers.get('from')?.length ?? 0) === 1 ? senders[0] : undefined
  const address = sender?.address ? addressOf(sender.address) : undefined
  const kind = kindOf(headers, address ? spelled(address) : '')
  const all = (names: string[]) =>
    names
      .flatMap((name) => headers.get(name) ?? [])
      .join('\n')
      .slice(0, SCANNED)
  const text = (mail.text ?? '').slice(0, SCANNED)
  const report =
    kind === 'bounce' ? [text, ...mail.attachments.map(({ content }) => content.toString('utf8').slice(0, SCANNED))].join('\n') : ''
  return {
    kind,
    final: kind === 'bounce' && isFinal(statusOf(mail.attachments) ?? text),
    messageId: mail.messageId?.replaceAll(/[<>\s]/g, '').slice(0, 500) || undefined,
    from: address && spelled(address),
    name:
      sender?.name
        ?.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
        .trim()
        .slice(0, 100) || undefined,
    domain: address?.domain,
    date: mail.date && !Number.isNaN(mail.date.getTime()) ? mail.date.toISOString() : undefined,
    words: kind === 'words' ? wordsOf(text).slice(0, WORDS).toWellFormed() : '',
    tokens: {
      inAddress: found(IN_ADDRESS, all(['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-forwarded-to'])),
      inReplyTo: found(IN_ID, all(['in-reply-to'])),
      references: found(IN_ID, all(['references'])).reverse(),
      anywhere: kind === 'bounce' ? found(ANYWHERE, `${all([...headers.keys()])}\n${report}`) : [],
    },
    results: headers.get('authentication-results') ?? [],
  }
}

const statusOf = (attachments: { contentType: string; content: Buffer }[]): string | undefined =>
  attachments
    .find(({ contentType }) => contentType === 'message/delivery-status')
    ?.content.toString('utf8')
    .slice(0, SCANNED)

const found = (pattern: RegExp, text: string): string[] =>
  [...new Set([...text.matchAll(pattern)].map((one) => one[1]!.toLowerCase()))].slice(0, 20)
