// A badge that groups others, on PostgreSQL: too early, three badges, the offer, a yes; then its page, its credential, and one of the three
// taken back.
import { randomBytes } from 'node:crypto'
import Ajv from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { revoke } from '../../core/data/revoke.ts'
import { checkElsewhere } from '../core/issuing/secondLibrary.ts'
import { hasSharedData, sharedJson } from '../core/issuing/shared.ts'
import { Assertion } from '../core/issuing/openBadges2Rules.ts'
import { expectTranscript } from './golden.ts'
import { openCast } from './people.ts'
import { tell } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

const MILESTONE = 'prendre-ma-place'
const BADGES = ['travailler-en-equipe', 'comprendre-une-consigne', 'l-heure-compte']
let journey: Journey
let pool: pg.Pool
beforeAll(async () => {
  journey = await openJourney()
  pool = new pg.Pool({ connectionString: journey.databaseUrl, max: 1 })
})
afterAll(async () => {
  await pool?.end()
  await journey?.stop()
})

type Kept = { id: string; badgeId: string; token: string; restsOn: { claim: string; badge: string }[] | null }
const claims = () => journey.rows<Kept>(`select id, "badgeId", token, "restsOn" from "Claim" order by "openedAt"`)

test('three badges are there: a fourth that names them is offered, and asked for with one yes', { timeout: 120_000 }, async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  const paul = cast.person('T', 'Paul Martin')
  const asks = (badge: string) => tell(awa, badge, /Une minute suffit/)
  const confirmed = async () => {
    const said = awa.phone.messages().map(({ text }) => text)
    const code = /start=([A-Za-z0-9_-]{22,})/.exec(said.findLast((text) => text.includes('start=')) ?? '')![1]!
    await paul.starts(code)
    await paul.says('oui, du bon travail')
    await paul.taps('C’est bon')
    await cast.waits()
  }
  await asks(BADGES[0]!)
  await confirmed()
  await awa.taps('Le montrer')
  await asks(BADGES[1]!)
  await confirmed()
  await awa.taps('Pas maintenant')
  expect(awa.phone.messages().filter(({ text }) => text.includes('vont ensemble'))).toEqual([])
  await asks(BADGES[2]!)
  cast.scene('Too early')
  await awa.starts(MILESTONE)
  await awa.taps('Mes demandes')
  const early = await claims()
  expect(early.map(({ badgeId }) => badgeId)).toEqual(BADGES)
  const far = await (await journey.get(`/c/${early[0]!.token}`)).text()
  expect(far.slice(far.indexOf('id="far"')).replace(/<[^>]*>/g, '')).toMatch(
    /Je prends ma place au travail\s*· 2 sur 3[\s\S]*Prendre sa place\s*· 2 sur 5/,
  )
  expect(far).toContain('Ce n’est pas une équivalence')

  cast.scene('The offer')
  await confirmed()
  await awa.taps('Pas maintenant')
  await awa.taps('Oui')
  await awa.taps('Oui, c’est moi')
  await cast.waits()
  await awa.taps('Le montrer')
  await awa.says('mes demandes')
  const all = await claims()
  const milestone = all.at(-1)!
  expect(milestone).toMatchObject({ badgeId: MILESTONE, restsOn: BADGES.map((badge, at) => ({ badge, claim: all[at]!.id })) })

  const credential = await (await journey.get(`/b/${milestone.id}.json`)).json()
  expect(credential.evidence).toMatchObject(all.slice(0, 3).map(({ id }) => ({ id: `urn:uuid:${id}`, type: ['Evidence'], genre: 'badge' })))
  expect(credential.credentialSubject.narrative).toContain('Je comprends les consignes')
  expect(credential.credentialSubject.achievement.criteria.narrative).toContain('- Je travaille en équipe')
  expect(credential.endorsement).toBeUndefined()
  expect(await checkElsewhere(credential)).toMatchObject({ verified: true })
  if (hasSharedData) {
    const isOpenBadge = addFormats
      .default(new Ajv.Ajv2019({ strict: false }))
      .compile(sharedJson('ob_v3p0_achievementcredential_schema.json'))
    isOpenBadge(credential)
    expect(isOpenBadge.errors ?? null).toBeNull()
  }
  const hosted = await (await journey.get(`/b/${milestone.id}/assertion.json`)).json()
  expect(Assertion.safeParse(hosted).error).toBeUndefined()
  expect(hosted.evidence).toHaveLength(3)

  // only what its owner shows is linked to
  const page = await (await journey.get(`/b/${milestone.id}`)).text()
  expect(page.slice(page.indexOf('id="below"')).match(/href="\/b\/[0-9a-f-]{36}\?/g)).toEqual([`href="/b/${all[0]!.id}?`])
  expect(page).toContain('Réunit 3 badges')
  expect(page).toContain('CléA')
  expect(page).not.toContain('retiré par')

  cast.scene('One of the three is taken back')
  const at = new Date().toISOString()
  const fresh = Array.from({ length: 10 }, () => randomBytes(16).toString('hex'))
  const reason = 'La photo montrait le travail d’une autre personne.'
  expect(await revoke(pool, { claim: all[1]!.id, reason, at, actor: null, through: 'cli', fresh })).toBe('revoked')
  await expect.poll(() => awa.last().text).toContain('reste à vous. Écrivez')
  expect((await (await journey.get(`/b/${milestone.id}.json`)).json()).proof).toEqual(credential.proof)
  for (const address of [`/b/${milestone.id}`, `/c/${milestone.token}`])
    expect(await (await journey.get(address)).text()).toContain('retiré par l’organisme')
  await expectTranscript(cast, 'milestone.fr', 'A badge that groups others')
})
