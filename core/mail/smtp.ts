// Mails out: one transport, kept open a little, and what a server says of a mail sorted into later and never.
import nodemailer from 'nodemailer'

export type Post = {
  from: { name: string; address: string }
  to: string
  /** Where news that it did not arrive shall come. */
  envelopeFrom: string
  replyTo: string
  messageId: string
  inReplyTo?: string
  references?: string[]
  subject: string
  text: string
  html: string
  headers: Record<string, string>
  pictures: { cid: string; bytes: Uint8Array; mediaType: string }[]
}

export type Posted =
  | { is: 'sent' }
  /** Not now: 4yz, or nobody answers. */
  | { is: 'later'; why: string }
  /** The address does not exist, or takes nothing from us: 5yz. */
  | { is: 'never'; why: string }

export type PostOffice = { post: (letter: Post) => Promise<Posted>; check: () => Promise<void>; close: () => void }

export function openPostOffice(address: string): PostOffice {
  const url = new URL(address)
  const secure = url.protocol === 'smtps:'
  const transport = nodemailer.createTransport({
    pool: true,
    maxConnections: 2,
    host: url.hostname,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    auth: url.username ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } : undefined,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async post({ envelopeFrom, to, pictures, ...letter }) {
      try {
        await transport.sendMail({
          ...letter,
          to,
          envelope: { from: envelopeFrom, to },
          attachments: pictures.map(({ cid, bytes, mediaType }) => ({
            cid,
            content: Buffer.from(bytes),
            contentType: mediaType,
            filename: `${cid.split('@')[0]}.jpg`,
            contentDisposition: 'inline' as const,
          })),
        })
        return { is: 'sent' }
      } catch (error) {
        return sorted(error)
      }
    },
    async check() {
      await transport.verify()
    },
    close: () => transport.close(),
  }
}

/** `why` holds codes alone: what servers say quotes addresses. */
function sorted(error: unknown): Posted {
  const { responseCode, code, command } = error as { responseCode?: number; code?: string; command?: string }
  const why = ['SMTP', responseCode, code, command].filter(Boolean).join(' ')
  // a wrong password is for the operator to mend: nobody's mail is lost for it
  const ofTheLetter = code !== 'EAUTH' && /^(RCPT|DATA)/.test(command ?? '')
  const unwritable = code === 'EENVELOPE' && command === 'API'
  return (responseCode && responseCode >= 500 && ofTheLetter) || unwritable ? { is: 'never', why } : { is: 'later', why }
}
