// The same badge as Open Badges 2.0: hosted while it is shared, gone when it was taken back, in pictures that other tools read.
import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import extract from 'png-chunks-extract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { check, standingOf } from '../../../core/checking/index.ts'
import type { Database } from '../../../core/data/database.ts'
import { unbakePng, unbakeSvg } from '../../../core/issuing/builtin/index.ts'
import { openOwn } from '../../../bots/web/routes/own.ts'
import { dataFolder } from '../../core/issuing/builtin/open.ts'
import { Assertion, BadgeClass, Profile, Revoked } from '../../core/issuing/openBadges2Rules.ts'
import { freshDatabase } from '../../setup/freshDatabase.ts'
import { type House, openHouse, seedClaim } from './house.ts'
import { issuesWith } from './issuing.ts'

const PUBLIC = 'https://badges.example.org'
const reseau = {
  id: 'reseau',
  name: 'Réseau Coup de main',
  url: 'https://reseau.example',
  email: 'badges@reseau.example',
  description: 'Un réseau d’entraide.',
  trial: false,
}

let database: Database
let house: House
let claim: Awaited<ReturnType<typeof seedClaim>>
const { open } = dataFolder()
beforeAll(async () => {
  database = await freshDatabase()
  house = await openHouse(database)
  house.site.publicUrl = PUBLIC
  const sign = issuesWith(house, await open(PUBLIC, reseau))
  claim = await seedClaim(house, { verdict: 'yes', issued: true, shared: true, audience: 'everyone' })
  await sign(claim.claimId, 'P2Y')
})
afterAll(async () => {
  await house.server.close()
  await database.stop()
})

const change = (data: object) => database.prisma.claim.update({ where: { id: claim.claimId }, data })
/** As the world reaches it. */
const get = (url: string) => fetch(house.url(url.replace(PUBLIC, '')))
const looked = async (given: Uint8Array | string) => {
  const checked = await check(given, { own: openOwn(house.site), network: house.site.network, asked: false })
  if (checked.is === 'nothing') throw new Error(checked.why)
  return checked.report
}

describe('hosted Open Badges 2.0', () => {
  test('assertion, badge class and issuer are what 1EdTech asks for, and point at each other', async () => {
    const answer = await get(`/b/${claim.claimId}/assertion.json`)
    expect([
      answer.status,
      answer.headers.get('content-type'),
      answer.headers.get('access-control-allow-origin'),
      answer.headers.get('cache-control'),
    ]).toEqual([...[200, 'application/ld+json; charset=utf-8', '*', 'no-store']])
    const assertion = Assertion.parse(await answer.json())
    expect(assertion.id).toBe(`${PUBLIC}/b/${claim.claimId}/assertion.json`)
    expect(JSON.stringify(assertion)).not.toContain('Awa')
    const badge = BadgeClass.parse(await (await get(assertion.badge)).json())
    expect(badge).toMatchObject({ id: assertion.badge, name: 'Je travaille en équipe', '@language': 'fr' })
    const issuer = Profile.parse(await (await get(badge.issuer)).json())
    expect(issuer).toMatchObject({ id: badge.issuer, name: 'Réseau Coup de main', email: 'badges@reseau.example' })
    const image = await get(badge.image as string)
    expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/png'])
    for (const unknown of [
      '/badges/reseau/equipe.2.fr.json',
      '/badges/autre/equipe.1.fr.json',
      '/badges/reseau/equipe.1.de.json',
      '/issuers/autre.json',
      '/issuers/reseau',
    ])
      expect([unknown, (await get(unknown)).status]).toEqual([unknown, 404])
  })

  test('both bakes hold the assertion alone, and other tools find it', async () => {
    const assertion = await (await get(`/b/${claim.claimId}/assertion.json`)).json()
    const png = Buffer.from(await (await get(`/b/${claim.claimId}/assertion.png`)).arrayBuffer())
    const svg = await (await get(`/b/${claim.claimId}/assertion.svg`)).text()
    expect([unbakePng(png, '2.0'), unbakePng(png), unbakeSvg(svg, '2.0'), unbakeSvg(svg)]).toEqual([
      assertion,
      undefined,
      assertion,
      undefined,
    ])
    expect(svg).toContain(`xmlns:openbadges="http://openbadges.org"`)
    expect(svg).toContain(`<openbadges:assertion verify="${assertion.id}">`)
    const chunks = extract(png).filter(({ name }) => name === 'iTXt')
    expect(chunks.map(({ data }) => Buffer.from(data).toString('utf8'))).toEqual([`openbadges\0\0\0\0\0${JSON.stringify(assertion)}`])
    if (existsSync('/usr/bin/exiftool')) {
      const file = join(await mkdtemp(join(tmpdir(), 'baked-')), 'badge.png')
      writeFileSync(file, png)
      expect(JSON.parse(execFileSync('exiftool', ['-b', '-PNG:openbadges', file], { encoding: 'utf8' }))).toEqual(assertion)
    }
    for (const given of [png, Buffer.from(svg), JSON.stringify(assertion), assertion.id as string]) {
      const report = await looked(given)
      expect(report).toMatchObject({ standard: '2.0', name: 'Je travaille en équipe', integrity: { is: 'holds' } })
      expect(standingOf(report, new Date())).toBe('good')
    }
  })

  test('taken back, every form of it says so, with the reason', async () => {
    const credential = await (await get(`/b/${claim.claimId}.json`)).json()
    const assertion = await (await get(`/b/${claim.claimId}/assertion.json`)).json()
    await change({ revokedAt: new Date(), revokedReason: 'Délivré par erreur' })
    const gone = await get(`/b/${claim.claimId}/assertion.json`)
    expect([gone.status, Revoked.parse(await gone.json()).revocationReason]).toEqual([410, 'Délivré par erreur'])
    expect(await (await get(`/b/${claim.claimId}.json`)).json()).toEqual(credential)
    for (const ending of ['.png', '.svg', '/assertion.png', '/assertion.svg'])
      expect((await get(`/b/${claim.claimId}${ending}`)).status).toBe(404)
    for (const given of [JSON.stringify(credential), JSON.stringify(assertion), `${PUBLIC}/b/${claim.claimId}`])
      expect(standingOf(await looked(given), new Date())).toBe('revoked')
    const page = await (await get(`/b/${claim.claimId}`)).text()
    expect(page).toContain('Délivré par erreur')
    await change({ revokedAt: null, revokedReason: null })
  })

  test('not shared any more, it is as if it had never been, at once', async () => {
    await change({ sharedAt: null })
    for (const ending of ['', '.json', '.png', '.svg', '/assertion.json', '/assertion.png', '/assertion.svg']) {
      const answer = await get(`/b/${claim.claimId}${ending}`)
      expect([ending, answer.status]).toEqual([ending, 404])
    }
    await change({ sharedAt: new Date() })
    expect((await get(`/b/${claim.claimId}/assertion.json`)).status).toBe(200)
  })
})
