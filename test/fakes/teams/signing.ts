// Tokens as Microsoft signs them for bots: RSA keys that rotate, each with the channels that it is good for.
import { createSign, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'

export type Key = { kid: string; privateKey: KeyObject; jwk: { kty: string; n: string; e: string }; endorsements?: string[] }

export const makeKey = (endorsements: string[] | undefined = ['msteams']): Key => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const { n, e } = publicKey.export({ format: 'jwk' }) as { n: string; e: string }
  return { kid: randomUUID(), privateKey, jwk: { kty: 'RSA', n, e }, endorsements }
}

export const keySet = (keys: Key[]) => ({
  keys: keys.map(({ kid, jwk, endorsements }) => ({ use: 'sig', kid, x5t: kid, ...jwk, endorsements })),
})

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** `claims` may be anything, to be refused. */
export function sign(key: Key, claims: object, header: object = {}): string {
  const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: key.kid, ...header })}.${part(claims)}`
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key.privateKey).toString('base64url')}`
}
