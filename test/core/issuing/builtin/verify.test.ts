import { Socket } from 'node:net'
import { describe, expect, test, vi } from 'vitest'
import { sriOf } from '../../../../core/issuing/builtin/evidence.ts'
import { verify } from '../../../../core/issuing/builtin/index.ts'
import { detailsFrom, documentFrom, tutor } from '../claim.ts'
import { dataFolder, issue, LOCAL, now, organisation } from './open.ts'

const { open } = dataFolder()

describe('what a check detects', () => {
  test.each<[string, (string | number)[], unknown]>([
    ['a changed name', ['name'], 'Chef étoilé'],
    ['a changed word of the learner', ['credentialSubject', 'narrative'], 'J’ai tout fait seule.'],
    ['a higher level', ['credentialSubject', 'result', 0, 'achievedLevel'], 'https://x.example/4'],
    ['another evidence digest', ['evidence', 0, 'digestSRI'], sriOf('0'.repeat(64))],
    ['evidence taken away', ['evidence'], []],
    ['a changed endorsement', ['endorsement', 0, 'credentialSubject', 'endorsementComment'], 'géniale'],
    ['another text shown to the tutor', ['endorsement', 0, 'evidence', 0, 'digestSRI'], sriOf('0'.repeat(64))],
    ['a longer life', ['validUntil'], '2099-01-01T00:00:00Z'],
    ['another place in the status list', ['credentialStatus', 'statusListIndex'], '6'],
  ])('%s', async (_, path, value) => {
    const credential = await issue(await open(LOCAL))
    expect(await verify(credential, { now })).toEqual({ verified: true })
    const holder = path.slice(0, -1).reduce((part, key) => part[key], credential)
    expect(holder[path.at(-1)!]).toBeDefined()
    holder[path.at(-1)!] = value
    expect(await verify(credential, { now })).toMatchObject({ verified: false })
  })

  test('an endorsement whose signature holds the outside but not the inside', async () => {
    // The tutor's credential is changed before we embed and sign it: the outer proof is good, the inner one is not.
    const issuer = await open(LOCAL)
    const endorsement = JSON.parse(JSON.stringify(await issuer.endorse(documentFrom(), tutor.id, now)))
    endorsement.credentialSubject.endorsementComment = 'géniale'
    const credential = await issue(issuer, documentFrom({ endorsements: [{ ...tutor, credential: endorsement }] }))
    expect(await verify(credential, { now })).toMatchObject({ verified: false, why: expect.stringContaining('an endorsement inside') })
  })

  test('an endorsement of something else', async () => {
    const issuer = await open(LOCAL)
    const other = { ...documentFrom(), id: 'urn:uuid:0b0f2c9e-5d1b-4a39-9a52-0c8f6f2f7d12' }
    const credential = await issue(
      issuer,
      documentFrom({ endorsements: [{ ...tutor, credential: await issuer.endorse(other, tutor.id, now) }] }),
    )
    expect(await verify(credential, { now })).toEqual({ verified: false, why: 'an endorsement inside is about something else' })
  })

  test('a signature by somebody else’s key', async () => {
    const credential = await issue(await open(LOCAL))
    const stranger = await issue(await open(LOCAL, { ...organisation, id: 'stranger' }))
    expect(await verify({ ...stranger, issuer: credential.issuer }, { now })).toMatchObject({ verified: false })
  })

  test('a credential out of date, and what is none', async () => {
    const credential = await issue(await open(LOCAL))
    expect(await verify(credential, { now: '2029-01-01T00:00:00Z' })).toMatchObject({ verified: false })
    expect(await verify({ hello: 'world' }, { now })).toEqual({ verified: false, why: 'this is not a signed credential' })
    expect(await verify(null, { now })).toMatchObject({ verified: false })
  })
})

describe('the status list', () => {
  const index = 131_072 + 9
  test('says who is revoked, and says nothing about the others', async () => {
    const issuer = await open(LOCAL)
    const credential = await issue(issuer, documentFrom(), detailsFrom({ statusIndex: index }))
    expect(credential.credentialStatus).toMatchObject({
      statusListIndex: '9',
      statusListCredential: 'http://localhost:3978/status/insertion-reseau-2',
    })
    const checked = async (revoked: number[]) =>
      verify(credential, { now, statusList: await issuer.statusList('insertion-reseau-2', revoked, now) })
    expect(await checked([])).toEqual({ verified: true })
    expect(await checked([9, index - 1, index + 1, 3 * 131_072])).toEqual({ verified: true })
    expect(await checked([index])).toEqual({ verified: false, why: 'it was revoked' })
  })

  test('another list, or one that was changed, is not believed', async () => {
    const issuer = await open(LOCAL)
    const credential = await issue(issuer)
    expect(await verify(credential, { now, statusList: await issuer.statusList('insertion-reseau-2', [], now) })).toMatchObject({
      verified: false,
    })
    const revoked = await issuer.statusList('insertion-reseau-1', [5], now)
    const clean = await issuer.statusList('insertion-reseau-1', [], now)
    const forged = { ...revoked, credentialSubject: clean!.credentialSubject }
    expect(await verify(credential, { now, statusList: forged })).toMatchObject({
      verified: false,
      why: expect.stringContaining('the status list'),
    })
  })

  test('a name that is not a list of this organisation', async () => {
    const issuer = await open()
    for (const id of ['essai-1', 'insertion-reseau', 'insertion-reseau-0', '../x', 'insertion-reseau-1/..']) {
      expect(await issuer.statusList(id, [], now)).toBeUndefined()
    }
  })
})

test('nothing is fetched: signing and checking open no connection', async () => {
  const connect = vi.spyOn(Socket.prototype, 'connect')
  const fetched = vi.spyOn(globalThis, 'fetch')
  const issuer = await open()
  const credential = await issue(issuer)
  await issuer.verify(credential, { now, statusList: await issuer.statusList('insertion-reseau-1', [], now) })
  await issuer.verify({ ...credential, '@context': [...credential['@context'], 'https://attacker.example/context.json'] }, { now })
  await verify({ ...credential, issuer: 'did:web:attacker.example' }, { now })
  expect(connect).not.toHaveBeenCalled()
  expect(fetched).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})
