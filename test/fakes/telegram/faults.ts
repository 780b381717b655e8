// Faults on order: the next calls that match fail in this way.
import { Refusal, tooMany } from './refusal.ts'

export type Fault =
  | { is: 'too-many'; retryAfter: number }
  | { is: 'error'; code: number; description: string }
  /** The connection breaks before anything happened. */
  | { is: 'dropped' }
  /** It happens, and the answer is lost. */
  | { is: 'answer-lost' }
  /** A proxy's page in place of JSON. */
  | { is: 'html'; code: number }
  | { is: 'slow'; milliseconds: number }

/** Left out: any method, any chat, once. */
export type Target = { method?: string; chat?: number; times?: number }

export class Faults {
  #orders: { target: Target; fault: Fault; left: number }[] = []

  order(target: Target, fault: Fault): void {
    this.#orders.push({ target, fault, left: target.times ?? 1 })
  }

  clear(): void {
    this.#orders = []
  }

  /** The fault that strikes this call, used up. */
  strike(method: string, chat: unknown): Fault | undefined {
    const order = this.#orders.find(
      ({ target, left }) => left > 0 && (target.method ?? method) === method && (target.chat === undefined || target.chat === Number(chat)),
    )
    if (order) order.left--
    return order?.fault
  }
}

/** What a fault answers in the API's own form, when it does. */
export function refusalOf(fault: Fault | undefined): Refusal | undefined {
  if (fault?.is === 'too-many') return tooMany(fault.retryAfter)
  if (fault?.is === 'error') return new Refusal(fault.code, fault.description)
  return undefined
}
