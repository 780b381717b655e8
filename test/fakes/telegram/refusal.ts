// An answer with `ok: false`.
export type RefusalParameters = { retry_after?: number; migrate_to_chat_id?: number }

export class Refusal extends Error {
  readonly code: number
  readonly parameters: RefusalParameters | undefined

  constructor(code: number, description: string, parameters?: RefusalParameters) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

export const badRequest = (what: string, parameters?: RefusalParameters) => new Refusal(400, `Bad Request: ${what}`, parameters)
export const forbidden = (what: string) => new Refusal(403, `Forbidden: ${what}`)
export const conflict = (what: string) => new Refusal(409, `Conflict: ${what}`)
export const tooMany = (seconds: number) => new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
