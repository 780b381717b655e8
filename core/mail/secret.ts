// One secret for mail: it signs the addresses that replies come to, and keeps digests of addresses from being guessed.
// A file beside the signing keys, that only the program's user can read; who loses it cannot read replies to mails that were sent before.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { openSecretFile } from '../data/secretFile.ts'

export type MailSecret = {
  /** Stands for an address without telling it: the same for every spelling of it. */
  digest: (address: string) => string
  /** What a reply bears: which request it is about, and that we said so. Lower case letters and digits, 42 of them. */
  tokenFor: (request: string) => string
  /** The request (a UUID) that a token names; undefined: not ours, forged, or damaged. */
  requestOf: (token: string) => string | undefined
}

export async function openMailSecret(dataDir: string): Promise<MailSecret> {
  return makeMailSecret(await openSecretFile(dataDir, 'mail.secret', 'mail'))
}

/** Bytes of a signature: who guesses a thousand a second needs longer than the universe is old. */
const SIGNED = 10

export function makeMailSecret(key: Uint8Array): MailSecret {
  const mac = (what: string, text: string | Uint8Array) => createHmac('sha256', key).update(`${what}\n`).update(text).digest()
  return {
    digest: (address) => mac('address', address).toString('hex').slice(0, 32),
    tokenFor(request) {
      const id = Buffer.from(request.replaceAll('-', ''), 'hex')
      if (id.length !== 16) throw new Error('a request has a UUID')
      return base32(Buffer.concat([id, mac('reply', id).subarray(0, SIGNED)]))
    },
    requestOf(token) {
      const bytes = unbase32(token)
      if (bytes?.length !== 16 + SIGNED) return undefined
      const id = bytes.subarray(0, 16)
      if (!timingSafeEqual(bytes.subarray(16), mac('reply', id).subarray(0, SIGNED))) return undefined
      return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    },
  }
}

/** Mail servers may change the case of a mailbox's name: RFC 4648 base32, in lower case, without padding. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567'

function base32(bytes: Uint8Array): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

function unbase32(text: string): Buffer | undefined {
  if (!/^[a-z2-7]+$/i.test(text) || text.length > 100) return undefined
  const bits = [...text.toLowerCase()].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}
