// A start code that somebody typed, said what it is, or pasted with its link.

const ALONE = /^(?:\/start\s+)?([A-Za-z0-9_-]{22,64})$/
/** Where a phone capitalises or somebody says what it is: only what is surely one of ours, 32 hexadecimal digits. */
const SAID = /^(?:\/start\s+|(?:(?:le|mon|the|my)\s+)?code\s*:?\s*)?([0-9a-f]{32})[.!]?$/i
/** Links that we give: Telegram's, Teams's and our own page's. */
const PASTED = /^https?:\/\/\S*(?:[?&]start=|%2Fstart%20|\/start(?:%20|\+)|\/chat\/in\/)([0-9a-f]{32})(?![0-9a-z_-])\S*$/i

/** A code that somebody typed or pasted instead of tapping its link: alone, and long enough to be no word. */
export function codeIn(text: string): string | undefined {
  const said = text.trim()
  const digits = (SAID.exec(said) ?? PASTED.exec(said))?.[1]
  return digits?.toLowerCase() ?? ALONE.exec(said)?.[1]
}
