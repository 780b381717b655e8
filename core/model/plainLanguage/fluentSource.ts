// Where the messages of a Fluent file stand, and which variables they need. The compiled bundle knows neither.

export type FluentMessage = { key: string; line: number; variables: Set<string> }

/** The messages of an FTL source, in order; terms (`-brand`) and comments are passed over. Lines start at 1. */
export function messagesOf(source: string): FluentMessage[] {
  const messages: FluentMessage[] = []
  for (const [index, line] of source.split('\n').entries()) {
    const key = /^([a-zA-Z][\w-]*)\s*=/u.exec(line)?.[1]
    if (key) messages.push({ key, line: index + 1, variables: new Set() })
    else if (/^[-#]/u.test(line)) continue
    for (const [, name] of line.matchAll(/\$([a-zA-Z][\w-]*)/gu)) messages.at(-1)?.variables.add(name!)
  }
  return messages
}
