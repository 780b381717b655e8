// Addresses, as far as we need them: one spelling for comparing, the domain, the part after a plus.

export type Address = { local: string; domain: string }

/** Two spellings of one mailbox compare equal; undefined: no address. Longest as RFC 5321 allows. */
export function addressOf(text: string): Address | undefined {
  const found = /^([^\s@<>",;:()[\]\\]{1,64})@([\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}]))$/u.exec(text.trim().normalize('NFC'))
  if (!found || text.length > 254) return undefined
  const [, local, domain] = found
  if (local!.startsWith('.') || local!.endsWith('.') || local!.includes('..') || domain!.includes('..')) return undefined
  const host = hostOf(domain!)
  return host ? { local: local!.toLowerCase(), domain: host } : undefined
}

export const spelled = ({ local, domain }: Address): string => `${local}@${domain}`

/** The one spelling of an address; undefined: none. */
export const normal = (text: string): string | undefined => {
  const address = addressOf(text)
  return address && spelled(address)
}

/** `declic+code@example.org` for `declic@example.org`; undefined where the two together are longer than a mailbox's name may be. */
export const tagged = ({ local, domain }: Address, tag: string): string | undefined =>
  local.length + 1 + tag.length <= 64 ? `${local}+${tag}@${domain}` : undefined

/** ASCII, lower case, as it goes over the wire. */
const hostOf = (domain: string): string | undefined => {
  const url = `http://${domain}`
  return URL.canParse(url) && domain.includes('.') ? new URL(url).hostname : domain === 'localhost' ? domain : undefined
}
