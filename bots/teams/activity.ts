// What we read of an Activity (Bot Framework, https://aka.ms/botframework-activity), checked at the border. Everything that we do not
// read passes unchecked. The service writes `null` where it has nothing, so every field may be null.
import { z } from 'zod'

const text = (most: number) => z.string().max(most).nullish()

/** No character that a database cannot keep: an id is compared, and never mended. */
const id = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^\P{Cc}+$/u)

const Party = z.object({ id: id(500), name: text(500), aadObjectId: id(100).nullish() })

const Attachment = z.object({
  contentType: z.string().max(300),
  contentUrl: text(200_000),
  content: z.unknown().optional(),
  name: text(1000),
})

/** Loose: what kind of entity it is decides what else it has. */
const Entity = z.looseObject({ type: z.string() })

/** What every activity has, of whatever type. */
export const Envelope = z.looseObject({ type: z.string().min(1).max(100), channelId: text(100), serviceUrl: text(2000) })

export const Activity = z.object({
  type: z.string(),
  id: id(500).nullish(),
  timestamp: text(50),
  localTimezone: text(100),
  locale: text(50),
  serviceUrl: z.string().max(2000),
  from: Party,
  recipient: Party,
  conversation: z.object({
    id: id(500),
    conversationType: text(50),
    tenantId: id(100).nullish(),
    isGroup: z.boolean().nullish(),
  }),
  text: text(100_000),
  textFormat: text(20),
  attachments: z.array(Attachment).max(50).nullish(),
  entities: z.array(Entity).max(200).nullish(),
  replyToId: text(500),
  value: z.unknown().optional(),
  /** Of an invoke. */
  name: text(200),
  /** Of an installation: add, remove, add-upgrade, remove-upgrade. */
  action: text(50),
  membersAdded: z.array(Party).max(1000).nullish(),
  membersRemoved: z.array(Party).max(1000).nullish(),
  channelData: z.looseObject({ tenant: z.looseObject({ id: id(100).nullish() }).nullish(), eventType: z.string().nullish() }).nullish(),
})
export type Activity = z.infer<typeof Activity>

/** Types that we read; any other is answered with 200 and nothing. */
export const READ = new Set(['message', 'messageUpdate', 'invoke', 'conversationUpdate', 'installationUpdate'])

export const tenantOf = ({ conversation, channelData }: Activity): string | undefined =>
  conversation.tenantId ?? channelData?.tenant?.id ?? undefined

export const placeOf = ({ conversation: { conversationType, isGroup } }: Activity): 'private' | 'group' =>
  conversationType ? (conversationType === 'personal' ? 'private' : 'group') : isGroup ? 'group' : 'private'

/** What our buttons hold. An Action.Execute brings it in an invoke, its fallback in a message. */
const Held = z.object({ choice: z.string().max(256) })
export const Execute = z.object({ action: z.object({ verb: z.string().nullish(), data: Held }) })
export const Submit = Held

export const FileConsent = z.object({
  action: z.enum(['accept', 'decline']),
  context: z.unknown().optional(),
  uploadInfo: z
    .object({
      uploadUrl: z.string(),
      contentUrl: z.string().nullish(),
      uniqueId: z.string().nullish(),
      fileType: z.string().nullish(),
      name: z.string().nullish(),
    })
    .nullish(),
})
export type FileConsent = z.infer<typeof FileConsent>

export const Download = z.object({ downloadUrl: z.string().max(8000), fileType: z.string().nullish() })
