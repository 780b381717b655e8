// Criteria come as HTML, Markdown or plain lines. Here they become text, and the points that one could tick.

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '’',
  nbsp: '\u00a0',
  rsquo: '’',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
}

/** Without tags, one paragraph or point a line. */
export function plainText(text: string): string {
  return text
    .replace(/<(script|style)[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<li[^>]*>/gi, '\n- ')
    .replace(/<(br|\/p|\/div|\/h\d|\/ul|\/ol)[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => entity(name) ?? whole)
    .split('\n')
    .map((line) =>
      line
        .replace(/\p{Cc}/gu, ' ')
        .replace(/[ \t]+/g, ' ')
        .trim(),
    )
    .filter(Boolean)
    .join('\n')
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()]
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}

const POINT = /^([-*•–]|\d+[.)])\s+/

/** The points of a list; without a list, its sentences. */
export function pointsOf(text: string): string[] {
  const lines = text.split('\n')
  const points = lines.filter((line) => POINT.test(line)).map((line) => line.replace(POINT, ''))
  return points.length ? points : lines.flatMap((line) => line.split(/(?<=[.!?])\s+/)).filter((line) => line.length > 3)
}
