// What others say of our credentials: W3C's test vector, 1EdTech's schema and samples, a second library, canonicalisation in safe mode.
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { verifyCredential as verifyAsWallet } from '@digitalcredentials/verifier-core'
import Ajv from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { unbakePng, unbakeSvg } from '../../../../core/issuing/builtin/index.ts'
import { offlineLoader } from '../../../../core/issuing/builtin/offline.ts'
import { sign } from '../../../../core/issuing/builtin/sign.ts'
import { CLAIM, documentFrom, photo, tutor, voice } from '../claim.ts'
import { checkElsewhere } from '../secondLibrary.ts'
import { hasSharedData, sharedBytes, sharedJson, sharedText, WHY_SKIPPED } from '../shared.ts'
import { dataFolder, essai, issue, LOCAL, now } from './open.ts'

const { open } = dataFolder()
const SCHEMA = 'ob_v3p0_achievementcredential_schema.json'
const LINK = '6f1d2c3b-0000-4000-8000-000000000003'
const consent = { id: 'k', claimId: CLAIM, what: 'email' as const, choice: 'yes', asked: '?', at: now, through: 'web', endedAt: null }

/** Claims that take different ways through the credential. */
const variants = {
  whole: documentFrom(),
  'everything shown': documentFrom({
    audience: 'everyone',
    evidence: [photo, voice, { ...photo, id: LINK, kind: 'link', sha256: null, url: 'https://example.org/mon-travail' }],
  }),
  bare: documentFrom({ answers: [], evidence: [], endorsements: [], narrative: null }),
  'by e-mail, anonymous tutor': documentFrom({
    email: 'awa@example.org',
    consents: [consent],
    endorsements: [{ ...tutor, anonymous: true, comment: null }],
  }),
  english: documentFrom({ language: 'en' }),
}

describe(`W3C’s vector for eddsa-rdfc-2022${WHY_SKIPPED}`, () => {
  test.skipIf(!hasSharedData)('byte for byte', async () => {
    const folder = 'w3c-vc-di-eddsa/TestVectors'
    const { publicKeyMultibase, privateKeyMultibase } = sharedJson(`${folder}/keyPair.json`)
    const expected = sharedJson(`${folder}/eddsa-rdfc-2022/signedDataInt.json`)
    const controller = `did:key:${publicKeyMultibase}`
    const key = { id: `${controller}#${publicKeyMultibase}`, controller, publicKeyMultibase, secretKeyMultibase: privateKeyMultibase }
    const signed = await sign(sharedJson(`${folder}/unsigned.json`), key, expected.proof.created, withExamples)
    expect(signed.proof).toEqual([expected.proof])
    const { proof: _, ...unsigned } = signed
    expect(await cryptosuite.canonize(unsigned, { documentLoader: withExamples })).toBe(
      sharedText(`${folder}/eddsa-rdfc-2022/canonDocDataInt.txt`),
    )
  })

  /** The example vocabulary of the specification, which no real credential uses. */
  const examples = 'https://www.w3.org/ns/credentials/examples/v2'
  const withExamples: typeof known = async (url) =>
    url === examples
      ? { contextUrl: null, documentUrl: url, document: { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } } }
      : known(url)
  const known = offlineLoader()
})

describe(`1EdTech’s JSON Schema${WHY_SKIPPED}`, () => {
  test.skipIf(!hasSharedData).each(Object.entries(variants))('%s', async (_, document) => {
    const isOpenBadge = addFormats.default(new Ajv.Ajv2019({ strict: false, allErrors: true })).compile(sharedJson(SCHEMA))
    for (const publicUrl of [LOCAL, 'https://badges.example.org']) {
      isOpenBadge(await issue(await open(publicUrl), document))
      expect(isOpenBadge.errors).toBeNull()
    }
    isOpenBadge(await issue(await open(LOCAL, essai), document))
    expect(isOpenBadge.errors).toBeNull()
  })
})

describe('canonicalisation in safe mode', () => {
  test.each(Object.entries(variants))('loses nothing: %s', async (_, document) => {
    const credential = await issue(await open(), document)
    const quads = await cryptosuite.canonize(credential, { documentLoader: offlineLoader() })
    for (const text of words(credential)) expect(quads).toContain(JSON.stringify(text).slice(1, -1))
  })

  /** Every text that we or people wrote, wherever it stands. */
  function words(part: unknown, key = ''): string[] {
    if (Array.isArray(part)) return part.flatMap((item) => words(item, key))
    if (part && typeof part === 'object') return Object.entries(part).flatMap(([name, value]) => words(value, name))
    const written = [
      'name',
      'description',
      'narrative',
      'endorsementComment',
      'level',
      'digestSRI',
      'identityHash',
      'audience',
      'genre',
      'statusListIndex',
    ]
    return typeof part === 'string' && written.includes(key) ? [part] : []
  }
})

describe('a second library', () => {
  test.each(Object.entries(variants))('verifies %s, and every endorsement inside', async (_, document) => {
    const credential = await issue(await open(LOCAL), document)
    for (const signed of [credential, ...(credential.endorsement ?? [])]) {
      const result = await checkElsewhere(signed)
      expect(result.verified, String(result.error?.errors ?? result.error)).toBe(true)
    }
  })

  test('verifies under did:web, with the document that we serve', async () => {
    const issuer = await open()
    const credential = await issue(issuer)
    const did = await issuer.didDocument()
    const method = { '@context': 'https://w3id.org/security/multikey/v1', ...did.verificationMethod[0] }
    const documents = { [did.id]: did, [method.id!]: method }
    expect((await checkElsewhere(credential, documents)).verified).toBe(true)
    credential.credentialSubject.narrative = 'autre chose'
    expect((await checkElsewhere(credential, documents)).verified).toBe(false)
  })
})

describe('a wallet’s verifier', () => {
  afterEach(() => void vi.unstubAllGlobals())

  test(`finds signature, status and schema in order${WHY_SKIPPED}`, async () => {
    const issuer = await open(LOCAL)
    // Its library reads from the network: what it would find there is given to it.
    const served = async (revoked: number[]) => {
      const list = await issuer.statusList('insertion-reseau-1', revoked, now)
      vi.stubGlobal('fetch', async (request: Request | string) => {
        const url = typeof request === 'string' ? request : request.url
        if (url === `${LOCAL}/status/insertion-reseau-1`) return Response.json(list)
        if (hasSharedData && url.endsWith(SCHEMA)) return Response.json(sharedJson(SCHEMA))
        return new Response('not here', { status: 404 })
      })
      const result = await verifyAsWallet({ credential: await issue(issuer), knownDIDRegistries: [] })
      if (hasSharedData)
        expect(result.additionalInformation).toMatchObject([{ id: 'schema_check', results: [{ result: { valid: true } }] }])
      return Object.fromEntries(result.log!.map((step) => [step.id, step.valid]))
    }
    expect(await served([])).toMatchObject({ valid_signature: true, revocation_status: true })
    expect(await served([5])).toMatchObject({ valid_signature: true, revocation_status: false })
  })
})

describe(`1EdTech’s samples${WHY_SKIPPED}`, () => {
  test.skipIf(!hasSharedData)('their baked pictures are read', () => {
    const inPng = unbakePng(sharedBytes('1edtech-samples/simple-json.png'))
    const inSvg = unbakeSvg(sharedText('1edtech-samples/simple-json.svg'))
    expect(inPng).toMatchObject({ type: ['VerifiableCredential', 'OpenBadgeCredential'] })
    expect(inSvg).toMatchObject({ type: ['VerifiableCredential', 'OpenBadgeCredential'] })
  })
})
