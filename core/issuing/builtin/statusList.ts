// Whether a credential is revoked, without telling anybody who asks about which: a list of bits for many credentials.
// https://www.w3.org/TR/vc-bitstring-status-list/
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Instant } from '../../model/time.ts'
import { VC_CONTEXT } from './offline.ts'
import type { Unsigned } from './sign.ts'

/** Bits in one list: the least that the standard allows, so that one credential hides among many. */
const LIST_BITS = 131_072
const MAX_BYTES = LIST_BITS / 8

export type StatusEntry = {
  id: string
  type: 'BitstringStatusListEntry'
  statusPurpose: 'revocation'
  statusListIndex: string
  statusListCredential: string
}

/** Lists are named `<organisation>-<n>`, from 1; `index` counts on through all of them. */
export function statusEntry(publicUrl: string, organisation: string, index: number): StatusEntry {
  const list = `${publicUrl}/status/${organisation}-${Math.floor(index / LIST_BITS) + 1}`
  const place = String(index % LIST_BITS)
  return {
    id: `${list}#${place}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: place,
    statusListCredential: list,
  }
}

/** The organisation and number that `/status/:id` asks for; undefined when it is no list's name. */
export function parseListId(id: string): { organisation: string; list: number } | undefined {
  const [, organisation, list] = /^([a-z0-9-]+)-([1-9]\d{0,5})$/.exec(id) ?? []
  return organisation ? { organisation, list: Number(list) } : undefined
}

/** The list, not yet signed; `revoked` are the indices of all revoked credentials of the organisation, of other lists too. */
export function statusListOf(url: string, list: number, revoked: number[], issuer: { id: string }, validFrom: Instant): Unsigned {
  const bits = new Uint8Array(MAX_BYTES)
  const first = (list - 1) * LIST_BITS
  for (const index of revoked) {
    const place = index - first
    if (place >= 0 && place < LIST_BITS) bits[place >> 3]! |= 0x80 >> (place & 7)
  }
  return {
    '@context': [VC_CONTEXT],
    id: url,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuer.id,
    validFrom,
    credentialSubject: {
      id: `${url}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: `u${gzipSync(bits).toString('base64url')}`,
    },
  }
}

/** Whether the list says that `entry` is revoked. Throws when the list is not one, or the entry is not in it. */
export function isRevokedIn(encodedList: string, entry: Pick<StatusEntry, 'statusListIndex'>): boolean {
  const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'), { maxOutputLength: 8 * MAX_BYTES })
  const place = Number(entry.statusListIndex)
  if (!(place < bits.length * 8)) throw new Error('the credential is not in its status list')
  return (bits[place >> 3]! & (0x80 >> (place & 7))) !== 0
}
