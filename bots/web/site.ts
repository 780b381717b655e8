// What pages need from the rest of the program.
import type { Logger } from 'pino'
import type { PrismaClient } from '../../core/data/generated/client.ts'
import type { Nearby } from '../../core/data/nearby.ts'
import type { Catalogue } from '../../core/model/badge.ts'
import type { Network } from '../../core/checking/network.ts'
import type { Revoking } from '../../core/data/revoke.ts'
import type { IssuingOrganisation } from '../../core/issuing/builtin/organisation.ts'
import type { EvidenceStore } from '../../core/evidence/port.ts'
import type { Texts } from '../../dialogs/texts.ts'
import type { Attachment, Intake, Sender } from '../../dialogs/vocabulary.ts'
import type { TokenRules } from './tab/token.ts'

export type File = { bytes: Uint8Array; name: string; mediaType: string }

export type Site = {
  publicUrl: string
  timeZone: string
  prisma: PrismaClient
  evidence: EvidenceStore
  catalogue: Catalogue
  intake: Intake
  log: Logger
  /** Pictures of badges and archives, the same for every channel; undefined: not there (yet). */
  attachment: (attachment: Attachment) => Promise<File | undefined>
  /** The badge as SVG with its credential inside. */
  badgeSvg: (claimId: string) => Promise<Uint8Array | undefined>
  /** Identity and revocation; undefined: no such issuer or list. */
  issuer: {
    didDocument: () => Promise<unknown>
    profile: () => Promise<unknown>
    organisation: (id: string) => Promise<IssuingOrganisation | undefined>
    statusList: (id: string) => Promise<unknown>
    /** Every name under which badges were signed here, those of former keys too; a trial proves nothing. */
    names: () => Promise<(readonly [name: string, is: 'real' | 'trial'])[]>
  }
  /** Takes a badge back at once, and has its learner told. */
  revoke: (revoking: Omit<Revoking, 'fresh' | 'at'>) => Promise<'revoked' | 'already' | 'none'>
  /** For what a visitor asks us to go and get. */
  network: Network
  /** Seconds in which an answer can be taken back, by channel. */
  undoSeconds: (channel: string) => number
  /** The link that starts a chat in Telegram with `code`; undefined: Telegram is off. */
  telegramLink: (code: string) => string | undefined
  /** The link that starts a chat with `code` on whichever channel is on. */
  startLink: (code: string) => string | undefined
  texts: Texts
  /** The tab in Teams: who may come in, and by which keys. Undefined: Teams is off. */
  tab?: Pick<TokenRules, 'appId' | 'tenants' | 'keys'>
  /** Who answers through the page of a request that went by mail; undefined, or nothing in it: mail is off, or it did not. */
  letterReader?: (request: string) => Promise<{ from: Sender; domain: string } | undefined>
  /** Where learners open their own pages: for what a trainer is told of an answer that comes from there too. */
  nearby?: Nearby
  now: () => Date
}
