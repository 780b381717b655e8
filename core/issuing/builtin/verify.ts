// Our own check of a credential, as a plain answer. It reads nothing from the network: identities other than did:key are known only
// where they are given.
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { verifyCredential } from '@digitalbazaar/vc'
import { z } from 'zod'
import type { Instant } from '../../model/time.ts'
import type { DidDocument } from './did.ts'
import { offlineLoader } from './offline.ts'
import { isRevokedIn } from './statusList.ts'

export type Verification = { verified: true } | { verified: false; why: string }

export type VerifyOptions = {
  now: Instant
  /** Identities that are known here besides did:key: our own did:web. */
  identities?: DidDocument[]
  /** The signed status list that the credential names; without it revocation is not looked at. */
  statusList?: unknown
}

const Checked = z.looseObject({
  id: z.string(),
  proof: z.union([z.looseObject({}), z.array(z.looseObject({})).min(1)]),
  endorsement: z.array(z.looseObject({ credentialSubject: z.looseObject({ id: z.string() }) })).optional(),
  credentialStatus: z.looseObject({ statusListCredential: z.string(), statusListIndex: z.string() }).optional(),
})
const StatusList = z.looseObject({ id: z.string(), credentialSubject: z.looseObject({ encodedList: z.string() }) })

/** Signature, issuer, dates, every endorsement inside, and (where the list is given) revocation. Never throws. */
export async function verify(credential: unknown, options: VerifyOptions): Promise<Verification> {
  const read = Checked.safeParse(credential)
  if (!read.success) return refused('this is not a signed credential')
  const signed = await verifySignature(read.data, options)
  if (!signed.verified) return signed
  for (const endorsement of read.data.endorsement ?? []) {
    if (endorsement.credentialSubject.id !== read.data.id) return refused('an endorsement inside is about something else')
    const endorsed = await verifySignature(endorsement, options)
    if (!endorsed.verified) return refused(`an endorsement inside: ${endorsed.why}`)
  }
  return options.statusList === undefined ? signed : verifyStatus(read.data, options)
}

async function verifySignature(credential: object, { now, identities }: VerifyOptions): Promise<Verification> {
  const result = await verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: offlineLoader(identities),
    checkStatus: async () => ({ verified: true }),
    now: new Date(now),
  })
  if (result.verified) return { verified: true }
  return refused((result.error?.errors ?? [result.error]).map((error) => error?.message ?? 'the proof does not hold').join('; '))
}

async function verifyStatus({ credentialStatus }: z.infer<typeof Checked>, options: VerifyOptions): Promise<Verification> {
  const list = StatusList.safeParse(options.statusList)
  if (!credentialStatus || !list.success || list.data.id !== credentialStatus.statusListCredential) {
    return refused('this is not the status list that the credential names')
  }
  const signed = await verifySignature(list.data, options)
  if (!signed.verified) return refused(`the status list: ${signed.why}`)
  try {
    return isRevokedIn(list.data.credentialSubject.encodedList, credentialStatus) ? refused('it was revoked') : { verified: true }
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error))
  }
}

const refused = (why: string): Verification => ({ verified: false, why })
