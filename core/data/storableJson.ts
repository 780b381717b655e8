/** JSON that PostgreSQL takes: half a character (a text cut inside an emoji) and the character zero cannot be kept. */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value)
  if (!text.includes('\\ud') && !text.includes('\\u0000')) return text
  return JSON.stringify(value, (_, v) => (typeof v === 'string' ? v.toWellFormed().replaceAll('\u0000', '\ufffd') : v))
}
