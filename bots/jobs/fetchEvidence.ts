// A file that a learner sent: fetched from its platform, looked at, kept or kindly refused. Never inside a turn.
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Database } from '../../core/data/database.ts'
import type { Handler } from '../../core/data/jobs.ts'
import { keepEvidence } from '../../core/evidence/keep.ts'
import type { EvidenceStore } from '../../core/evidence/port.ts'
import { endingOf } from '../../core/evidence/serve.ts'
import { MediaRefused } from '../../core/model/mediaRefused.ts'
import type { MediaRef, Refusal } from '../../core/model/rows.ts'
import type { Channel } from '../../dialogs/vocabulary.ts'
import type { Happen } from './happen.ts'

const Data = z.object({ claim: z.uuid(), evidence: z.uuid() })

/** What Telegram lets a bot fetch (Bot API, getFile); others keep to it too. */
const MOST_BYTES = 20 * 1024 * 1024

type Parts = { database: Database; evidence: EvidenceStore; channel: (name: string) => Channel | undefined; happen: Happen }

export function makeFetchEvidence({ database, evidence, channel, happen }: Parts): Handler {
  return async (data, { last }) => {
    const { claim, evidence: id } = Data.parse(data)
    const piece = await database.prisma.evidence.findUnique({ where: { id } })
    if (piece?.state !== 'fetching' || !piece.media) return
    const media = piece.media as MediaRef
    const refuse = (why: Refusal) => happen(`evidence:${id}:refused`, { is: 'evidence-refused', claim, evidence: id, why })

    const via = channel(media.channel)
    if (!via) {
      if (last) return refuse('lost')
      throw new Error(`the channel ${media.channel} is off`)
    }
    let bytes: Uint8Array
    try {
      if (media.size && media.size > MOST_BYTES) throw new MediaRefused('too-big', `${media.size} bytes announced`)
      bytes = await via.fetchMedia(media, MOST_BYTES)
    } catch (error) {
      if (error instanceof MediaRefused) return refuse(error.refusal)
      if (last) return refuse('lost')
      throw error
    }
    const outcome = await keepEvidence(bytes, { kind: piece.kind as 'photo', mediaType: media.mediaType, name: media.name })
    if ('refused' in outcome) return refuse(outcome.refused)
    const { kept } = outcome
    // a voice note that is a text, a photo that is a document: what the platform announced is not what came
    if (piece.kind !== 'document' && kept.kind === 'document') return refuse('unreadable')
    const name = () => `${randomBytes(24).toString('base64url')}`
    const file = `${name()}${endingOf(kept.mediaType)}`
    await evidence.put(file, kept.bytes, kept.mediaType)
    const thumbnail = kept.thumbnail ? `${name()}.jpg` : null
    if (thumbnail) await evidence.put(thumbnail, kept.thumbnail!, 'image/jpeg')
    const { kind, mediaType, size, sha256, sourceSha256 } = kept
    await happen(`evidence:${id}:kept`, {
      is: 'evidence-kept',
      claim,
      evidence: id,
      kept: { kind, mediaType, size, sha256, sourceSha256, file, thumbnail },
    })
    // erased while it was being fetched, or kept by another try: these files are nobody's
    const now = await database.prisma.evidence.findUnique({ where: { id }, select: { file: true } })
    if (now?.file !== file) for (const orphan of [file, thumbnail]) if (orphan) await evidence.remove(orphan)
  }
}
