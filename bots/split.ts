// Long texts become several messages, cut where a reader would pause.

/** The best place first: between paragraphs, lines, sentences, words. */
const PAUSES = [/\n\s*\n/g, /\n/g, /[.!?…»][\s\u00a0\u202f]+(?=\S)/g, /\s+/g]

/** The parts of `text`, each at most `limit` UTF-16 units, none empty; never cut inside a character. */
export function splitText(text: string, limit: number): string[] {
  const parts: string[] = []
  let rest = text.trim()
  while (rest.length > limit) {
    const cut = pauseBefore(rest, limit)
    parts.push(rest.slice(0, cut).trimEnd())
    rest = rest.slice(cut).trimStart()
  }
  return rest === '' ? parts : [...parts, rest]
}

/** A part shorter than half the limit looks torn off: then a smaller pause is better. */
function pauseBefore(text: string, limit: number): number {
  const head = text.slice(0, limit + 1)
  for (const pause of PAUSES) {
    const last = [...head.matchAll(pause)].map((match) => match.index + match[0].length).findLast((end) => end <= limit)
    if (last !== undefined && last > limit / 2) return last
  }
  const splitsPair = /[\ud800-\udbff]$/.test(text.slice(0, limit))
  return splitsPair ? limit - 1 : limit
}
