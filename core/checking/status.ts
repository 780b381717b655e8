// Whether a badge was taken back, by the list that it names: signed bits (Bitstring Status List, and its draft of 2021) or 1EdTech's list.
// https://www.w3.org/TR/vc-bitstring-status-list/ · https://www.imsglobal.org/spec/ob/v3p0/ (1EdTechRevocationList)
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { checkProof } from './proof.ts'
import type { Reach } from './reach.ts'
import type { Revocation, Unchecked } from './report.ts'
import { checkToken, credentialIn, payloadOf } from './token.ts'

type Json = Record<string, unknown>

/** Bytes of the bits: a list for sixteen million badges. */
const MOST_BITS = 2 * 1024 * 1024

const Entry = z.looseObject({
  id: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]),
  statusPurpose: z.string().optional(),
  statusListIndex: z.union([z.string(), z.number()]).optional(),
  statusListCredential: z.string().optional(),
})
type Entry = z.infer<typeof Entry>

const unchecked = (why: Unchecked): Revocation => ({ is: 'unchecked', why })

/** The worst of all that it names. `id`, `issuer`: of the credential. */
export async function checkStatus(credential: Json, issuer: string | null, reach: Reach): Promise<Revocation> {
  const entries = [credential.credentialStatus ?? []].flat()
  if (entries.length === 0) return { is: 'none' }
  const said: Revocation[] = []
  for (const one of entries.slice(0, 4)) {
    const entry = Entry.safeParse(one)
    said.push(entry.success ? await checkEntry(entry.data, credential, issuer, reach) : unchecked('unknown-proof'))
  }
  return said.find(({ is }) => is === 'revoked') ?? said.find(({ is }) => is === 'unchecked') ?? said[0]!
}

async function checkEntry(entry: Entry, credential: Json, issuer: string | null, reach: Reach): Promise<Revocation> {
  const type = [entry.type].flat()
  if (type.includes('1EdTechRevocationList')) return checkNamed(entry, credential, reach)
  if (!type.includes('BitstringStatusListEntry') && !type.includes('StatusList2021Entry')) return unchecked('unknown-proof')
  // other purposes (a message, a refresh) do not say whether it holds
  if (entry.statusPurpose && entry.statusPurpose !== 'revocation' && entry.statusPurpose !== 'suspension') return { is: 'in-force' }
  if (!entry.statusListCredential) return unchecked('unreachable')
  const reached = await reach(entry.statusListCredential)
  if (reached.is !== 'found') return unchecked(reached.is === 'missing' ? reached.why : 'unreachable')
  const { content } = reached
  if (content.is !== 'json' && content.is !== 'token') return unchecked('unreachable')
  const payload = content.is === 'json' ? content.value : payloadOf(content.token)
  const list = payload && (content.is === 'json' ? payload : credentialIn(payload))
  const read = List.safeParse(list)
  if (!read.success) return unchecked('unreachable')
  const by = typeof read.data.issuer === 'string' ? read.data.issuer : read.data.issuer.id
  // a list that anybody could have written says nothing
  const signed = content.is === 'json' ? await checkProof(content.value, reach) : await checkToken(content.token, by, reach)
  // without https a key that was exchanged is another name: both are ours then
  const isTheirs = by === issuer || (reach.isOurs(by) && reach.isOurs(issuer))
  if (signed.is !== 'holds' || !isTheirs) return unchecked(signed.is === 'unchecked' ? signed.why : 'unreachable')
  const { statusPurpose } = read.data.credentialSubject
  if (statusPurpose && entry.statusPurpose && ![statusPurpose].flat().includes(entry.statusPurpose)) return unchecked('unreachable')
  return bitOf(read.data.credentialSubject.encodedList, Number(entry.statusListIndex))
}

const List = z.looseObject({
  issuer: z.union([z.string(), z.looseObject({ id: z.string() })]),
  credentialSubject: z.looseObject({ encodedList: z.string(), statusPurpose: z.union([z.string(), z.array(z.string())]).optional() }),
})

function bitOf(encoded: string, place: number): Revocation {
  try {
    // the standard puts a `u` before it, its draft did not; no gzip begins with one
    const packed = Buffer.from(encoded.startsWith('u') ? encoded.slice(1) : encoded, 'base64url')
    const bits = gunzipSync(packed, { maxOutputLength: MOST_BITS })
    if (!Number.isInteger(place) || place < 0 || place >= bits.length * 8) return unchecked('unreachable')
    return (bits[place >> 3]! & (0x80 >> (place & 7))) === 0 ? { is: 'in-force' } : { is: 'revoked', reason: null }
  } catch {
    return unchecked('unreachable')
  }
}

const Named = z.looseObject({
  revokedCredential: z
    .array(
      z.union([
        z.string().transform((id) => ({ id, revoked: true, revocationReason: null })),
        z.looseObject({ id: z.string().optional(), revoked: z.boolean().default(true), revocationReason: z.string().nullish() }),
      ]),
    )
    .default([]),
})

async function checkNamed(entry: Entry, { id }: Json, reach: Reach): Promise<Revocation> {
  const reached = await reach(entry.id ?? '')
  if (reached.is !== 'found') return unchecked(reached.is === 'missing' ? reached.why : 'unreachable')
  const read = Named.safeParse(reached.content.is === 'json' ? reached.content.value : undefined)
  if (!read.success) return unchecked('unreachable')
  const named = read.data.revokedCredential.find((one) => one.id === id && one.revoked)
  return named ? { is: 'revoked', reason: named.revocationReason ?? null } : { is: 'in-force' }
}
