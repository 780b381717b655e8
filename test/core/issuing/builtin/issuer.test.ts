import { createHash } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sriOf } from '../../../../core/issuing/builtin/evidence.ts'
import { isEvidenceOf, verify, wellKnownDid } from '../../../../core/issuing/builtin/index.ts'
import { CLAIM, detailsFrom, documentFrom, meaning, PHOTO_SHA, photo, SHOWN, tutor } from '../claim.ts'
import { dataFolder, essai, issue, LOCAL, now, organisation } from './open.ts'

const folder = dataFolder()
const { open } = folder

describe('what is signed', () => {
  test('says what the claim says', async () => {
    const credential = await issue(await open())
    expect(credential).toMatchObject({
      id: `urn:uuid:${CLAIM}`,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      name: 'Je travaille en équipe',
      issuer: { id: 'did:web:badges.example.org', type: ['Profile'], name: 'Réseau Tremplin' },
      validFrom: '2026-01-01T12:00:00Z',
      validUntil: '2028-01-01T12:00:00Z',
      credentialSubject: {
        narrative: 'Aux Restos du Cœur, on a préparé 80 repas.',
        achievement: { achievementType: 'Badge', version: '2', inLanguage: 'fr', tag: ['équipe', 'entraide'] },
        result: [{ type: ['Result'], achievedLevel: 'https://badges.example.org/issuer#travailler-en-equipe-2-aide-3' }],
      },
      credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '5' },
    })
    const [description] = credential.credentialSubject.achievement.resultDescription
    expect(description.rubricCriterionLevel.map((level: { name: string }) => level.name)).toEqual([
      'Pas encore',
      'Avec de l’aide',
      'Sans aide',
      'Je peux montrer',
    ])
    expect(description.rubricCriterionLevel[2].id).toBe(credential.credentialSubject.result[0].achievedLevel)
    expect(description.id).toBe(credential.credentialSubject.result[0].resultDescription)
  })

  test('names the learner by a random id, a new one for each credential, or by their address’s digest', async () => {
    const issuer = await open()
    const [one, other] = [await issue(issuer), await issue(issuer)]
    expect(one.credentialSubject.id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/)
    expect(one.credentialSubject.id).not.toBe(other.credentialSubject.id)
    expect(one.credentialSubject.id).not.toContain(CLAIM)
    const consent = { id: 'k', claimId: CLAIM, what: 'email' as const, choice: 'yes', asked: '?', at: now, through: 'web', endedAt: null }
    const byMail = await issue(issuer, documentFrom({ email: 'Awa@example.org', consents: [consent] }))
    expect(byMail.credentialSubject.id).toBeUndefined()
    const [identity] = byMail.credentialSubject.identifier
    expect(Object.keys(identity).sort()).toEqual(['hashed', 'identityHash', 'identityType', 'salt', 'type'])
    expect(JSON.stringify(byMail)).not.toMatch(/awa@/i)
    expect(identity.identityHash).toBe(`sha256$${createHash('sha256').update(`awa@example.org${identity.salt}`).digest('hex')}`)
  })

  test('fixes private evidence by its digest alone; links what everyone may see', async () => {
    const issuer = await open()
    const [kept] = (await issue(issuer)).evidence
    expect(kept.digestSRI).toBe(sriOf(PHOTO_SHA))
    expect(kept.id).toBeUndefined()
    expect(JSON.stringify(kept)).not.toContain('les plats')
    const [shown] = (await issue(issuer, documentFrom({ audience: 'everyone' }))).evidence
    expect(shown).toMatchObject({ id: `https://badges.example.org/b/${CLAIM}/evidence/${photo.id}`, description: 'les plats' })
  })

  test('recognises its evidence byte for byte', async () => {
    const file = Buffer.from('a photo')
    const sha256 = createHash('sha256').update(file).digest('hex')
    const credential = await issue(await open(), documentFrom({ evidence: [{ ...photo, sha256 }] }))
    expect(isEvidenceOf(credential, file)).toBe(true)
    expect(isEvidenceOf(credential, Buffer.from('a phot0'))).toBe(false)
  })

  test('carries the tutor’s words, signed on their behalf, bound to what they were shown', async () => {
    const [endorsement] = (await issue(await open())).endorsement
    expect(endorsement).toMatchObject({
      name: 'Confirmation de Paul Martin',
      credentialSubject: { id: `urn:uuid:${CLAIM}`, endorsementComment: 'elle est top, toujours là pour les autres' },
      evidence: [{ digestSRI: sriOf(SHOWN) }],
    })
    expect(endorsement.description).toBe(
      'Paul Martin, Chef de cuisine, a confirmé cette demande de badge. Son identité est déclarée, non vérifiée. La plateforme a signé cette confirmation de sa part.',
    )
    expect(await verify(endorsement, { now, identities: [await (await open()).didDocument()] })).toEqual({ verified: true })
  })

  test('keeps an anonymous endorser’s name out, and leaves out whoever did not say yes', async () => {
    const anonymous = documentFrom({
      endorsements: [
        { ...tutor, anonymous: true },
        { ...tutor, id: '7a000000-0000-4000-8000-000000000009', verdict: 'not-yet', comment: 'pas encore' },
      ],
    })
    const credential = await issue(await open(), anonymous)
    expect(credential.endorsement).toHaveLength(1)
    expect(JSON.stringify(credential)).not.toContain('Paul')
  })

  test('a trial says so, and signs under a name of its own', async () => {
    const issuer = await open('https://badges.example.org', essai)
    const credential = await issue(issuer)
    expect(credential.name).toBe('Je travaille en équipe (essai)')
    expect(credential.credentialSubject.achievement.name).toBe('Je travaille en équipe (essai)')
    expect((await issue(issuer, documentFrom({ language: 'en' }))).name).toContain('(essai')
    expect(credential.issuer.id).toMatch(/^did:key:z6Mk/)
    expect(await verify(credential, { now })).toEqual({ verified: true })
  })

  test('speaks English to who speaks English', async () => {
    const credential = await issue(await open(), documentFrom({ language: 'en' }))
    expect(credential.name).toBe('I work in a team')
    expect(credential.endorsement[0].name).toBe('Confirmation by Paul Martin')
  })

  test('ends when the badge says so, also from a month’s last day', async () => {
    const issuer = await open()
    const until = async (now: string, expires?: string) =>
      (await issue(issuer, documentFrom(), detailsFrom({ now, meaning: { ...meaning, expires } }))).validUntil
    expect(await until('2026-08-31T10:00:00.000Z', 'P6M')).toBe('2027-02-28T10:00:00Z')
    expect(await until('2028-02-29T10:00:00.000Z', 'P1Y')).toBe('2029-02-28T10:00:00Z')
    expect(await until('2026-08-31T10:00:00.000Z')).toBeUndefined()
  })

  test('what cannot be signed is said in plain words', async () => {
    const issuer = await open()
    const alignment = [{ targetName: 'x', targetUrl: 'https://example.org', mood: 'good' }]
    const details = detailsFrom({ badge: { ...detailsFrom().badge, alignment } })
    await expect(issuer.issue(documentFrom(), details)).rejects.toThrow(
      `the credential urn:uuid:${CLAIM} cannot be signed: none of its contexts defines the property ("mood")`,
    )
  })
})

describe('who signs', () => {
  test('the did:web of an https address, the did:key of any other', async () => {
    expect(await (await open('https://badges.example.org:8443/declic')).did()).toBe('did:web:badges.example.org%3A8443:declic')
    expect(await (await open(LOCAL)).did()).toMatch(/^did:key:z6Mk/)
  })

  test('keys are readable by the program’s user only, one file an organisation, the same at the next start', async () => {
    const before = await (await open(LOCAL)).did()
    await open(LOCAL, essai)
    expect((await readdir(join(folder.path, 'keys'))).sort()).toEqual(['essai.json', 'insertion-reseau.json'])
    expect((await stat(join(folder.path, 'keys'))).mode & 0o777).toBe(0o700)
    expect((await stat(join(folder.path, 'keys', 'essai.json'))).mode & 0o777).toBe(0o600)
    expect(await (await open(LOCAL)).did()).toBe(before)
  })

  test('two processes that start together end with one key', async () => {
    const fresh = { ...organisation, id: 'together' }
    const all = await Promise.all(Array.from({ length: 8 }, () => open(LOCAL, fresh)))
    expect(new Set(await Promise.all(all.map((issuer) => issuer.did()))).size).toBe(1)
  })

  test('an id that could lead out of the folder is refused', async () => {
    await expect(open(LOCAL, { ...organisation, id: '../outside' })).rejects.toThrow('is no organisation’s id')
  })

  test('a broken key file stops, and is not replaced', async () => {
    await writeFile(join(folder.path, 'keys', 'broken.json'), '{')
    await expect(open(LOCAL, { ...organisation, id: 'broken' })).rejects.toThrow('restore it from a backup')
    expect(await readFile(join(folder.path, 'keys', 'broken.json'), 'utf8')).toBe('{')
  })

  test.each(['https://badges.example.org', LOCAL])('a new key leaves old badges good (%s)', async (publicUrl) => {
    const issuer = await open(publicUrl, { ...organisation, id: `turning-${publicUrl.length}` })
    const old = await issue(issuer)
    await issuer.rotateKey()
    const fresh = await issue(issuer)
    expect(fresh.proof[0].verificationMethod).not.toBe(old.proof[0].verificationMethod)
    expect(await issuer.verify(old, { now })).toEqual({ verified: true })
    expect(await issuer.verify(fresh, { now })).toEqual({ verified: true })
    const secrets = (await readFile(join(folder.path, 'keys', `turning-${publicUrl.length}.json`), 'utf8')).match(/secretKeyMultibase/g)
    expect(secrets).toHaveLength(1)
  })

  test('one document at /.well-known/did.json for all who share the name; the trial is not among them', async () => {
    const [a, b, trial] = [await open(), await open(undefined, { ...organisation, id: 'ecole' }), await open(undefined, essai)]
    const document = await wellKnownDid([trial, a, b])
    expect(document?.id).toBe('did:web:badges.example.org')
    expect(document?.verificationMethod).toHaveLength(2)
    const identities = [document!]
    expect(await verify(await issue(a), { now, identities })).toEqual({ verified: true })
    expect(await verify(await issue(b), { now, identities })).toEqual({ verified: true })
    expect(await verify(await issue(a), { now })).toMatchObject({
      verified: false,
      why: expect.stringContaining('nothing is fetched from the network'),
    })
  })

  test('the profile is the issuer of the credentials', async () => {
    const issuer = await open()
    expect(await issuer.profile()).toMatchObject((await issue(issuer)).issuer)
  })
})
