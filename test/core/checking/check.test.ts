// What is said of a badge, ours or a stranger's: good only when all that matters was looked at, and never more than was asked for.
import { deflateSync } from 'node:zlib'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as ecdsa from '@digitalbazaar/ecdsa-multikey'
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite'
import * as ed25519 from '@digitalbazaar/ed25519-multikey'
import { Ed25519Signature2020, suiteContext } from '@digitalbazaar/ed25519-signature-2020'
import { issue as sign } from '@digitalbazaar/vc'
import { CompactSign, exportJWK, exportSPKI, generateKeyPair } from 'jose'
import { describe, expect, test } from 'vitest'
import { check, type Report, standingOf } from '../../../core/checking/index.ts'
import { bakePng, bakeSvg, drawBadge, type Issuer, renderBadge } from '../../../core/issuing/builtin/index.ts'
import { installedContexts, OB_CONTEXTS } from '../../../core/issuing/builtin/offline.ts'
import { hasSharedData, sharedBytes, sharedJson, WHY_SKIPPED } from '../issuing/shared.ts'
import { dataFolder, issue, LOCAL, now } from '../issuing/builtin/open.ts'
import { issuersSite } from './site.ts'

const { open } = dataFolder()
const site = issuersSite()
const NOW = new Date(now)
const picture = { name: 'Je travaille en équipe', issuer: 'Réseau Tremplin', colour: '#1f6f78', pictogram: 'team' }

const looked = (given: unknown, asked = false) =>
  check(given instanceof Uint8Array ? given : typeof given === 'string' ? given : JSON.stringify(given), {
    own: async () => undefined,
    network: site.network,
    asked,
  })

async function reported(given: unknown, asked = false): Promise<Report> {
  const checked = await looked(given, asked)
  if (checked.is === 'nothing') throw new Error(`not a badge: ${checked.why}`)
  return checked.report
}

/** An issuer with a site: its identity and its list of revoked badges stand there. */
async function hosted(): Promise<Issuer> {
  const issuer = await open('https://badges.example.org')
  site.json('https://badges.example.org/.well-known/did.json', await issuer.didDocument())
  site.json('https://badges.example.org/status/insertion-reseau-1', await issuer.statusList('insertion-reseau-1', [], now))
  return issuer
}

describe('a badge of Open Badges 3.0', () => {
  test('in a picture, a drawing or a file, it is the same badge', async () => {
    const badge = await issue(await open(LOCAL))
    const files = [
      bakePng(renderBadge(picture), badge),
      Buffer.from(bakeSvg(drawBadge(picture), badge)),
      Buffer.from(JSON.stringify(badge)),
    ]
    const reports = await Promise.all(files.map((file) => reported(file)))
    for (const report of reports) expect(report).toEqual(reports[0])
    expect(reports[0]).toMatchObject({
      what: 'badge',
      standard: '3.0',
      name: 'Je travaille en équipe',
      issuer: { name: 'Réseau Tremplin' },
      integrity: { is: 'holds' },
      endorsements: [{ about: 'badge', integrity: { is: 'holds' } }],
    })
  })

  test('nothing is fetched unless it is asked for, and then it says what it could not see', async () => {
    const badge = await issue(await hosted())
    const before = site.asked.length
    const report = await reported(badge)
    expect(site.asked.length).toBe(before)
    expect(report).toMatchObject({ integrity: { is: 'unchecked', why: 'not-asked' }, revocation: { is: 'unchecked', why: 'not-asked' } })
    expect(standingOf(report, NOW)).toBe('unchecked')
    const fetched = await reported(badge, true)
    expect(fetched).toMatchObject({
      integrity: { is: 'holds' },
      revocation: { is: 'in-force' },
      endorsements: [{ integrity: { is: 'holds' } }],
    })
    expect(standingOf(fetched, NOW)).toBe('good')
  })

  test('it was taken back; it has ended; it has not begun', async () => {
    const issuer = await hosted()
    const badge = await issue(issuer)
    const { statusListIndex } = badge.credentialStatus
    site.json(
      'https://badges.example.org/status/insertion-reseau-1',
      await issuer.statusList('insertion-reseau-1', [Number(statusListIndex)], now),
    )
    expect(standingOf(await reported(badge, true), NOW)).toBe('revoked')
    await hosted()
    const report = await reported(badge, true)
    expect(standingOf(report, new Date('2030-01-01'))).toBe('expired')
    expect(standingOf(report, new Date('2020-01-01'))).toBe('not-yet')
    // a list that somebody else signed says nothing
    const other = await open(LOCAL)
    site.json('https://badges.example.org/status/insertion-reseau-1', await other.statusList('insertion-reseau-1', [], now))
    expect((await reported(badge, true)).revocation).toEqual({ is: 'unchecked', why: 'unreachable' })
  })

  test.each([
    ['another name', (b) => ({ ...b, name: 'Chef de cuisine' })],
    ['another end', (b) => ({ ...b, validUntil: '2099-01-01T00:00:00Z' })],
    ['a word more', (b) => ({ ...b, remark: 'excellent' })],
    ['another issuer', (b) => ({ ...b, issuer: { ...b.issuer, id: 'did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH' } })],
    ['no confirmation', ({ endorsement: _, ...b }) => b],
    ['no confirmation of its own', (b) => ({ ...b, endorsement: [{ ...b.endorsement[0], name: 'Confirmation de la ministre' }] })],
  ] as [string, (badge: Awaited<ReturnType<typeof issue>>) => object][])('changed, it is not safe: %s', async (_, change) => {
    const report = await reported(change(await issue(await open(LOCAL))))
    expect(report.integrity).toEqual({ is: 'broken', why: 'signature' })
    expect(standingOf(report, NOW)).toBe('broken')
  })

  test('what cannot be checked is not called good', async () => {
    const { proof, ...badge } = await issue(await open(LOCAL))
    expect((await reported(badge)).integrity).toEqual({ is: 'broken', why: 'unsigned' })
    const bbs = { ...proof[0], cryptosuite: 'bbs-2023' }
    expect((await reported({ ...badge, proof: [bbs] })).integrity).toEqual({ is: 'unchecked', why: 'unknown-proof' })
    // a stranger's vocabulary could make the same words mean something else
    for (const word of [{ name: 'https://schema.org/description' }, 'https://evil.example/words'])
      expect((await reported({ ...badge, proof, '@context': [...badge['@context'], word] })).integrity).toEqual({
        is: 'unchecked',
        why: 'unknown-words',
      })
    expect((await reported({ ...badge, proof: { ...proof[0], verificationMethod: 'did:ion:abc#1' } })).integrity).toEqual({
      is: 'unchecked',
      why: 'unknown-key',
    })
  })

  test('each confirmation stands on its own', async () => {
    const issuer = await open(LOCAL)
    const badge = await issue(issuer)
    const [confirmed] = badge.endorsement
    const elsewhere = {
      ...confirmed,
      credentialSubject: { ...confirmed.credentialSubject, id: 'urn:uuid:00000000-0000-4000-8000-000000000000' },
    }
    const report = await reported({ ...badge, endorsement: [confirmed, elsewhere, { ...confirmed, name: 'La ministre' }] })
    expect(report.endorsements.map(({ integrity }) => integrity)).toEqual([
      { is: 'holds' },
      { is: 'broken', why: 'other-subject' },
      { is: 'broken', why: 'signature' },
    ])
    expect(await reported(confirmed)).toMatchObject({ what: 'endorsement', integrity: { is: 'holds' }, endorsements: [] })
  })

  test.skipIf(!hasSharedData)(`1EdTech’s samples are read, and not believed without their issuers${WHY_SKIPPED}`, async () => {
    for (const sample of [
      sharedBytes('1edtech-samples/simple-json.png'),
      sharedBytes('1edtech-samples/simple-json.svg'),
      sharedJson('1edtech-samples/simple.json'),
    ])
      expect(await reported(sample)).toMatchObject({ name: 'Teamwork Badge', integrity: { is: 'unchecked', why: 'not-asked' } })
    expect(await reported(sharedJson('1edtech-samples/endorsement-valid.json'))).toMatchObject({ what: 'endorsement' })
    expect(await reported(sharedJson('1edtech-samples/complete.json'), true)).toMatchObject({
      integrity: { is: 'unchecked', why: 'unreachable' },
    })
  })

  test.skipIf(!hasSharedData)(`W3C’s vector brings a vocabulary of its own: read, not believed${WHY_SKIPPED}`, async () => {
    const vector = sharedJson('w3c-vc-di-eddsa/TestVectors/eddsa-rdfc-2022/signedDataInt.json')
    const read = await reported(vector, true)
    expect(read.integrity).toEqual({ is: 'unchecked', why: 'unknown-words' })
  })
})

const unsigned = (issuer: string, contexts: string[] = OB_CONTEXTS.slice(0, 2)) => ({
  '@context': contexts,
  id: 'urn:uuid:5b0d2c9e-5d1b-4a39-9a52-0c8f6f2f7d22',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Soudure',
  issuer: { id: issuer, type: ['Profile'], name: 'Une autre école' },
  validFrom: '2025-01-01T00:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    achievement: { id: 'urn:x:a', type: ['Achievement'], name: 'Soudure', description: 'Souder', criteria: { narrative: 'Souder.' } },
  },
})
const loader: DocumentLoader = async (url) => ({
  contextUrl: null,
  documentUrl: url,
  document: installedContexts.get(url) ?? suiteContext.contexts.get(url) ?? { '@context': [] },
})
const issueWith = async (suite: object, credential: object) =>
  JSON.parse(JSON.stringify(await sign({ credential, suite, documentLoader: loader, now: NOW })))

describe('a stranger’s badge, signed in other ways', () => {
  test('ecdsa-rdfc-2019, with did:key', async () => {
    const { publicKeyMultibase } = await ecdsa.generate({ curve: 'P-256' })
    expect(publicKeyMultibase).toMatch(/^zDn/)
    const pair = await ecdsa.generate({ curve: 'P-256' })
    const did = `did:key:${pair.publicKeyMultibase}`
    const signer = Object.assign(pair.signer(), { id: `${did}#${pair.publicKeyMultibase}` })
    const badge = await issueWith(new DataIntegrityProof({ signer: signer as never, cryptosuite: ecdsaRdfc2019 }), unsigned(did))
    expect(await reported(badge)).toMatchObject({ integrity: { is: 'holds' }, revocation: { is: 'none' } })
    expect((await reported({ ...badge, name: 'Plomberie' })).integrity).toEqual({ is: 'broken', why: 'signature' })
  })

  test('Ed25519Signature2020, with did:web and a key as JWK', async () => {
    const pair = await ed25519.generate()
    const did = 'did:web:ecole.example:badges'
    const id = `${did}#cle`
    const contexts = [...OB_CONTEXTS.slice(0, 2), suiteContext.constants.CONTEXT_URL]
    const badge = await issueWith(new Ed25519Signature2020({ signer: Object.assign(pair.signer(), { id }) }), unsigned(did, contexts))
    const jwk = await ed25519.toJwk({ keyPair: pair })
    site.json('https://ecole.example/badges/did.json', {
      id: did,
      verificationMethod: [{ id: '#cle', type: 'JsonWebKey2020', controller: did, publicKeyJwk: jwk }],
      assertionMethod: ['#cle'],
    })
    expect((await reported(badge, true)).integrity).toEqual({ is: 'holds' })
    // the issuer does not name this key any more
    site.json('https://ecole.example/badges/did.json', { id: did, verificationMethod: [], assertionMethod: [] })
    expect((await reported(badge, true)).integrity).toEqual({ is: 'broken', why: 'signature' })
  })

  test('as a JSON Web Token, with did:jwk', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
    const did = `did:jwk:${Buffer.from(JSON.stringify(await exportJWK(publicKey))).toString('base64url')}`
    const tokenOf = (payload: object, header: object = { kid: `${did}#0` }) =>
      new CompactSign(Buffer.from(JSON.stringify(payload))).setProtectedHeader({ alg: 'ES256', ...header }).sign(privateKey)
    expect(await reported(await tokenOf(unsigned(did)))).toMatchObject({ name: 'Soudure', integrity: { is: 'holds' } })
    expect(standingOf(await reported(await tokenOf({ ...unsigned(did), exp: 1_600_000_000 })), NOW)).toBe('expired')
    expect((await reported(await tokenOf(unsigned('did:web:ecole.example')))).integrity).toEqual({ is: 'broken', why: 'signature' })
    const bare = await tokenOf(unsigned(did), { jwk: await exportJWK(publicKey) })
    expect((await reported(bare)).integrity).toEqual({ is: 'unchecked', why: 'unknown-key' })
    const [, payload, signature] = bare.split('.')
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.${signature}`
    expect((await reported(none)).integrity).toEqual({ is: 'unchecked', why: 'unknown-proof' })
    const baked = bakeSvg(drawBadge(picture), {})
      .replace('<![CDATA[{}]]>', '')
      .replace('<openbadges:credential>', `<openbadges:credential verify="${await tokenOf(unsigned(did))}">`)
    expect(await reported(Buffer.from(baked))).toMatchObject({ integrity: { is: 'holds' } })
  })
})

describe('a badge of Open Badges 2.0', () => {
  const home = 'https://cfa.example'
  const assertion = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: `${home}/a/1`,
    recipient: { type: 'email', hashed: true, salt: 's', identity: 'sha256$00' },
    badge: `${home}/b/1`,
    issuedOn: '2025-01-01T00:00:00Z',
    verification: { type: 'hosted' },
  }
  const lives = (changes: object = {}, issuer: object = {}) => {
    site.json(assertion.id, { ...assertion, ...changes })
    site.json(`${home}/b/1`, {
      type: 'BadgeClass',
      id: `${home}/b/1`,
      name: 'Soudure',
      description: 'Souder',
      criteria: { narrative: 'Souder.' },
      issuer: `${home}/i`,
    })
    site.json(`${home}/i`, { type: 'Issuer', id: `${home}/i`, name: 'CFA du Nord', url: home, ...issuer })
  }
  /** What old issuers bake: the address alone, compressed nevertheless. */
  const chunk = (type: string, data: Buffer) => {
    const png = renderBadge(picture)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([png.subarray(0, 33), length, Buffer.from(type), data, Buffer.alloc(4), png.subarray(33)])
  }

  test('what its issuer hosts is what counts, once it is asked for', async () => {
    lives()
    expect(await reported(assertion)).toMatchObject({ standard: '2.0', integrity: { is: 'unchecked', why: 'not-asked' } })
    const good = await reported(assertion, true)
    expect(good).toMatchObject({
      name: 'Soudure',
      issuer: { name: 'CFA du Nord' },
      integrity: { is: 'holds' },
      revocation: { is: 'in-force' },
    })
    expect(standingOf(good, NOW)).toBe('good')
    for (const file of [
      chunk('tEXt', Buffer.from(`openbadges\0${assertion.id}`)),
      chunk('iTXt', Buffer.concat([Buffer.from('openbadges\0\x01\0\0\0'), deflateSync(JSON.stringify(assertion))])),
    ])
      expect(await reported(file, true)).toEqual(good)
  })

  test('revoked, ended, or not what was issued', async () => {
    site.json(assertion.id, { '@context': assertion['@context'], id: assertion.id, revoked: true, revocationReason: 'erreur de nom' }, 410)
    expect((await reported(assertion, true)).revocation).toEqual({ is: 'revoked', reason: 'erreur de nom' })
    lives({ expires: '2025-06-01T00:00:00Z' })
    expect(standingOf(await reported(assertion, true), NOW)).toBe('expired')
    lives()
    const stolen = { ...assertion, recipient: { ...assertion.recipient, identity: 'sha256$11' } }
    expect((await reported(stolen, true)).integrity).toEqual({ is: 'broken', why: 'differs' })
  })

  test('hosted by somebody else than the issuer that it names', async () => {
    lives()
    site.json('https://faux.example/a', { ...assertion, id: 'https://faux.example/a' })
    expect((await reported({ ...assertion, id: 'https://faux.example/a' }, true)).integrity).toEqual({ is: 'broken', why: 'elsewhere' })
    lives({}, { verification: { allowedOrigins: ['faux.example'] } })
    expect((await reported({ ...assertion, id: 'https://faux.example/a' }, true)).integrity).toEqual({ is: 'holds' })
  })

  test('an issuer that gives itself another’s name, or answers in another’s place', async () => {
    const named = 'https://universite.example/issuer'
    for (const verification of [{ startsWith: home }, { allowedOrigins: ['cfa.example'] }, undefined]) {
      lives({}, { id: named, name: 'Université', verification })
      const report = await reported(assertion, true)
      expect(report.integrity).toEqual({ is: 'unchecked', why: 'unknown-key' })
      // it is who stands there
      expect(report.issuer.id).toBe(`${home}/i`)
    }
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
    lives({}, { id: named, publicKey: `${home}/key` })
    site.json(`${home}/key`, { type: 'CryptographicKey', id: `${home}/key`, owner: named, publicKeyPem: await exportSPKI(publicKey) })
    const signed = { ...assertion, id: 'urn:uuid:1', verification: { type: 'signed', creator: `${home}/key` } }
    const token = await new CompactSign(Buffer.from(JSON.stringify(signed))).setProtectedHeader({ alg: 'RS256' }).sign(privateKey)
    expect((await reported(token, true)).integrity).toEqual({ is: 'unchecked', why: 'unknown-key' })
    // a site that sends visitors on wherever they like
    const sent = 'https://universite.example/go'
    site.json(named, { type: 'Issuer', id: named, name: 'Université' })
    site.json('https://faux.example/a', { ...assertion, id: sent, badge: { type: 'BadgeClass', name: 'Faux', issuer: named } })
    site.answer(sent, (_, response) => {
      response.writeHead(302, { location: '/faux.example/a' })
      response.end()
    })
    expect((await reported(sent, true)).integrity).toEqual({ is: 'unchecked', why: 'unknown-key' })
  })

  test('signed by its issuer’s key', async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
    lives({}, { publicKey: `${home}/key` })
    site.json(`${home}/key`, { type: 'CryptographicKey', id: `${home}/key`, owner: `${home}/i`, publicKeyPem: await exportSPKI(publicKey) })
    const signed = { ...assertion, id: 'urn:uuid:1', verification: { type: 'signed', creator: `${home}/key` } }
    const token = await new CompactSign(Buffer.from(JSON.stringify(signed))).setProtectedHeader({ alg: 'RS256' }).sign(privateKey)
    expect(await reported(token, true)).toMatchObject({ name: 'Soudure', integrity: { is: 'holds' } })
    expect((await reported(token)).integrity).toEqual({ is: 'unchecked', why: 'not-asked' })
    const [head, , tail] = token.split('.')
    const forged = `${head}.${Buffer.from(JSON.stringify({ ...signed, expires: '2099-01-01' })).toString('base64url')}.${tail}`
    expect((await reported(forged, true)).integrity).toEqual({ is: 'broken', why: 'signature' })
  })

  test('a link leads to it, when it may be followed', async () => {
    lives()
    expect(await looked(assertion.id)).toEqual({ is: 'nothing', why: 'not-asked' })
    expect(await reported(assertion.id, true)).toMatchObject({ name: 'Soudure' })
    expect(await looked(`${home}/nowhere`, true)).toEqual({ is: 'nothing', why: 'unreachable' })
  })

  test('hostile files are told kindly what they are', async () => {
    const bomb = chunk('iTXt', Buffer.concat([Buffer.from('openbadges\0\x01\0\0\0'), deflateSync(Buffer.alloc(64 * 1024 * 1024))]))
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
    const hostile: [unknown, string][] = [
      ['', 'empty'],
      [new Uint8Array(0), 'empty'],
      [Buffer.alloc(5 * 1024 * 1024, 65), 'too-big'],
      [renderBadge(picture), 'no-badge-inside'],
      [renderBadge(picture).subarray(0, 500), 'damaged'],
      [bomb, 'damaged'],
      [Buffer.from(deep), 'too-deep'],
      [Buffer.from(JSON.stringify(Array.from({ length: 20_000 }, () => ({})))), 'too-deep'],
      [
        Buffer.from(JSON.stringify({ type: 'VerifiableCredential', evidence: Array.from({ length: 800 }, () => ({ type: 'Evidence' })) })),
        'too-deep',
      ],
      [Buffer.from('<!doctype html><p>Bonjour'), 'page'],
      [Buffer.from(`<svg>${'<openbadges:assertion '.repeat(100_000)}`), 'damaged'],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'no-badge-inside'],
      [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'not-readable'],
      [Buffer.from('[1,2]'), 'not-readable'],
      [Buffer.from('{"type":"Person"}'), 'other-json'],
      ['a.b.c', 'other-json'],
    ]
    for (const [given, why] of hostile) expect(await looked(given), why).toEqual({ is: 'nothing', why })
    for (const broken of [
      { type: 'VerifiableCredential' },
      { type: 'Assertion' },
      { type: 'Assertion', id: 'x', badge: 7, recipient: [] },
      { type: 'VerifiableCredential', proof: [3, null], credentialStatus: 4, endorsement: [5] },
    ])
      expect(standingOf(await reported(broken, true), NOW), JSON.stringify(broken)).toBe('broken')
  })
})
