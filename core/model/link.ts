// A link sent as evidence. It is kept and shown, never fetched: what stands behind it is between its owner and its reader.

const LONGEST = 2000

/**
 * The first web link of a text (« voici https://… »), as the URL standard spells it: host in ASCII, so that look-alike letters show.
 * `undefined`: none that can be kept. Not kept: other schemes, names and passwords inside, more than 2000 characters, hosts of no public name.
 */
export function linkIn(text: string): string | undefined {
  const written = /\b(?:https?:\/\/|www\.)[^\s<>"«»]+/iu.exec(text)?.[0].replace(/[.,;:!?…)\]}'’]+$/u, '')
  if (!written) return undefined
  const spelled = /^www\./i.test(written) ? `https://${written}` : written
  if (!URL.canParse(spelled)) return undefined
  const url = new URL(spelled)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined
  if (url.username || url.password || !/\.[a-z][a-z0-9-]*$/.test(url.hostname) || url.href.length > LONGEST) return undefined
  return url.href
}
