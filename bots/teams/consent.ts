// Files from us: a card asks whether the person wants one, their yes brings an address to upload it to, and it lies in their own OneDrive
// (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4). What the card carries comes back through their hands, so it
// is signed for this chat: nobody asks for another's file.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Agent } from 'undici'
import { z } from 'zod'
import type { Attachment } from '../../dialogs/vocabulary.ts'
import type { Log } from '../log.ts'
import type { FileConsent } from './activity.ts'
import type { Piece } from './attach.ts'
import type { Connector, Draft } from './connector.ts'
import type { Reference } from './reference.ts'

const CONSENT = 'application/vnd.microsoft.teams.card.file.consent'
const INFO = 'application/vnd.microsoft.teams.card.file.info'
const UPLOAD_MS = 60_000

const Context = z.object({ what: z.string().max(4000), seal: z.string().max(200) })

export type Consents = {
  ask: (chat: string, attachment: Attachment, piece: Piece, words: string) => Draft
  /** Uploads what was asked for, says where it is, and takes the question away. */
  answer: (chat: string, reference: Reference, consent: FileConsent, card: string | undefined) => Promise<void>
}

export function openConsents(parts: {
  /** Known to all processes of this installation, and to nobody else. */
  secret: string
  load: (attachment: Attachment) => Promise<Piece | undefined>
  connector: Connector
  agent: Agent
  trusts: (url: string) => boolean
  log: Log
}): Consents {
  const { secret, load, connector, agent, trusts, log } = parts
  const seal = (chat: string, what: string) => createHmac('sha256', secret).update(`file ${chat}\n${what}`).digest('base64url')

  function unseal(chat: string, context: unknown): Attachment | undefined {
    const read = Context.safeParse(typeof context === 'string' ? jsonOf(context) : context)
    if (!read.success) return undefined
    const expected = Buffer.from(seal(chat, read.data.what))
    const found = Buffer.from(read.data.seal)
    return expected.length === found.length && timingSafeEqual(expected, found) ? (JSON.parse(read.data.what) as Attachment) : undefined
  }

  async function upload(url: string, bytes: Uint8Array): Promise<void> {
    if (!trusts(url)) throw new Error('the address to upload to is not one of Microsoft’s')
    const { origin, pathname, search } = new URL(url)
    const { statusCode, body } = await agent.request({
      origin,
      path: pathname + search,
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream', 'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}` },
      body: bytes,
      signal: AbortSignal.timeout(UPLOAD_MS),
    })
    await body.dump()
    if (statusCode >= 300) throw new Error(`the upload was answered with ${statusCode}`)
  }

  return {
    ask(chat, attachment, { bytes, name }, words) {
      const what = JSON.stringify(attachment)
      const context = { what, seal: seal(chat, what) }
      return {
        type: 'message',
        attachments: [
          {
            contentType: CONSENT,
            name,
            content: { description: words, sizeInBytes: bytes.length, acceptContext: context, declineContext: context },
          },
        ],
      }
    },
    async answer(chat, reference, { action, context, uploadInfo }, card) {
      const attachment = unseal(chat, context)
      if (!attachment) return log.warn('a file was asked for that was not offered there')
      if (action === 'accept' && uploadInfo) {
        const piece = await load(attachment)
        if (piece) {
          await upload(uploadInfo.uploadUrl, piece.bytes)
          await connector.post(chat, reference, taken(uploadInfo))
        }
      }
      if (card) await connector.remove(chat, reference, card).catch(() => undefined)
    },
  }
}

const taken = ({ contentUrl, name, uniqueId, fileType }: NonNullable<FileConsent['uploadInfo']>): Draft => ({
  type: 'message',
  attachments: [{ contentType: INFO, contentUrl: contentUrl ?? undefined, name: name ?? undefined, content: { uniqueId, fileType } }],
})

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
