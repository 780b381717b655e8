// Where a chat is: what an activity says of it, kept for messages that we send later, perhaps from another process.
import { z } from 'zod'
import type { Conversations } from '../../core/data/conversations.ts'
import { type Activity, placeOf, tenantOf } from './activity.ts'

const Reference = z.object({
  serviceUrl: z.string(),
  tenant: z.string().optional(),
  /** Our own id there: 28:<app id>. */
  bot: z.string(),
  place: z.enum(['private', 'group']),
  /** Of a private chat: the person's id there. */
  user: z.string().optional(),
  /** How often the app was removed there. */
  removals: z.number(),
})
export type Reference = z.infer<typeof Reference>

export type References = {
  /** What this activity says, kept when it differs from what is known. */
  learn: (activity: Activity) => Promise<Reference>
  /** Undefined: nobody wrote from there. */
  of: (chat: string) => Promise<Reference | undefined>
}

/** How long this process trusts what it remembers: another may have heard of a new service URL, or the chat was erased. */
const TRUST_MS = 20_000
const REMEMBERED = 20_000

export function openReferences(kept: Conversations, now: () => string): References {
  /** `kept`: it was in the database when we looked last. */
  const memory = new Map<string, { reference: Reference; read: number; kept: boolean }>()

  const remember = (chat: string, reference: Reference) => {
    memory.delete(chat)
    if (memory.size >= REMEMBERED) memory.delete(memory.keys().next().value!)
    memory.set(chat, { reference, read: performance.now(), kept: true })
    return reference
  }

  async function of(chat: string): Promise<Reference | undefined> {
    const known = memory.get(chat)
    if (known && performance.now() - known.read < TRUST_MS) return known.reference
    const read = Reference.safeParse(await kept.get(chat))
    if (read.success) return remember(chat, read.data)
    // erased meanwhile, but something still waits to be said there
    if (known) known.kept = false
    return known?.reference
  }

  return {
    of,
    async learn(activity) {
      const chat = activity.conversation.id
      const place = placeOf(activity)
      const heard = {
        serviceUrl: activity.serviceUrl,
        tenant: tenantOf(activity),
        bot: activity.recipient.id,
        place,
        user: place === 'private' ? activity.from.id : undefined,
      }
      const known = await of(chat)
      const same = known && (Object.keys(heard) as (keyof typeof heard)[]).every((key) => heard[key] === known[key])
      const counts = activity.type === 'installationUpdate' || activity.type === 'conversationUpdate'
      if (same && !counts && memory.get(chat)?.kept) return known
      // what this process remembers may be old: another may have heard of a removal
      const before = counts || known ? Reference.safeParse(await kept.get(chat)).data : undefined
      const after: Reference = { ...heard, removals: (before?.removals ?? 0) + (isRemoval(activity) ? 1 : 0) }
      await kept.put(chat, after, now())
      return remember(chat, after)
    },
  }
}

const isRemoval = ({ type, action, membersRemoved, recipient }: Activity): boolean =>
  (type === 'installationUpdate' && action === 'remove') ||
  (type === 'conversationUpdate' && (membersRemoved?.some(({ id }) => id === recipient.id) ?? false))
