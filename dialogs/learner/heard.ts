// What was said to a prompt, whatever the way it was said.
import type { InboundEvent } from '../vocabulary.ts'

export type Media = Extract<InboundEvent, { is: 'media' }>

export type Heard =
  | { is: 'option'; key: string }
  | { is: 'words'; text: string; messageId?: string }
  | { is: 'media'; media: Media; messageId?: string }
