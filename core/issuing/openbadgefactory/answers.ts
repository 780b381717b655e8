// What Open Badge Factory answers, as far as we read it (API v2; shapes from its own public clients).
import { z } from 'zod'

const Id = z.union([z.string().min(1), z.number().transform(String)])
const Flag = z
  .union([z.boolean(), z.number()])
  .nullish()
  .transform((flag) => Boolean(flag))

export const Success = z.object({ success: z.boolean() })
export const Organisation = z.object({ name: z.string() })
export const Issued = z.object({ success: z.boolean(), resource_id: Id })

/** `log_entry` comes back as JSON in a string, or not at all. */
const Event = z.object({
  id: Id,
  log_entry: z
    .string()
    .nullish()
    .transform((text) => {
      try {
        return z.record(z.string(), z.unknown()).parse(JSON.parse(text ?? ''))
      } catch {
        return {}
      }
    }),
})
export const Events = z.object({ result: z.array(Event), total: z.number().optional() })

const Recipient = z.object({
  event_id: Id.optional(),
  email: z.string(),
  receive_url: z
    .url({ protocol: /^https?$/ })
    .nullish()
    .catch(null),
  received: Flag,
  in_passport: Flag,
  pdf_downloaded: Flag,
  revoked: Flag,
})
export const Recipients = z.object({ result: z.array(Recipient) })
export type Recipient = z.infer<typeof Recipient>

const Listed = z.object({ id: Id, name: z.string().nullish(), draft: Flag })
export const BadgeList = z.object({ result: z.array(Listed), total: z.number().optional() })
