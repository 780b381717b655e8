// Badges that other platforms issue, several of them at once: from hello to the link, and everything that can come in between.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { issuerCommand } from '../../bots/cli/issuer.ts'
import { freshIds } from '../../bots/freshIds.ts'
import { heldJobs, retryHeld } from '../../core/data/jobsHeld.ts'
import { revoke } from '../../core/data/revoke.ts'
import { isRevokedIn } from '../../core/issuing/builtin/statusList.ts'
import { type FakeBadgr, openFakeBadgr } from '../fakes/issuing/badgr.ts'
import { type FakeDcc, openFakeDcc } from '../fakes/issuing/dcc.ts'
import { type FakeObf, openFakeObf } from '../fakes/issuing/openBadgeFactory.ts'
import { type FakeWebhook, openFakeWebhook } from '../fakes/issuing/webhook.ts'
import { expectTranscript } from './golden.ts'
import { type Cast, codeIn, openCast, type Speaker } from './people.ts'
import { walk, WORDS } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

let clock = Date.parse('2026-03-02T09:00:00Z') // a Monday, 10:00 in Paris
let obf: FakeObf
let badgr: FakeBadgr
let dcc: FakeDcc
let webhook: FakeWebhook
let catalogueDir: string
let journey: Journey
let cast: Cast

/** The same badge, issued elsewhere: file and id, and the lines that say where. */
const ELSEWHERE = {
  'equipe-obf': 'backend: openbadgefactory\nbackendIds:\n  openbadgefactory: PEQUIPE\n',
  'equipe-badgr': 'backend: badgr\nbackendIds:\n  badgr: CLASS7\n',
  'equipe-dcc': 'backend: dcc\n',
  'equipe-webhook': 'backend: webhook\n',
}

beforeAll(async () => {
  obf = await openFakeObf(() => clock)
  obf.badges.push({ id: 'PEQUIPE', name: 'Je travaille en équipe' })
  badgr = await openFakeBadgr()
  badgr.classes.push({ entityId: 'CLASS7', name: 'Je travaille en équipe' })
  dcc = await openFakeDcc()
  webhook = await openFakeWebhook()
  catalogueDir = await mkdtemp(path.join(tmpdir(), 'declic-catalogue-'))
  await cp('catalogue', catalogueDir, { recursive: true })
  const issuer = path.join(catalogueDir, 'insertion-reseau')
  const badge = await readFile(path.join(issuer, 'badges/travailler-en-equipe.yaml'), 'utf8')
  for (const [id, where] of Object.entries(ELSEWHERE))
    await writeFile(path.join(issuer, `badges/${id}.yaml`), `${badge.replace('id: travailler-en-equipe', `id: ${id}`)}\n${where}`)
  const structure = path.join(issuer, 'structures/cuisine-solidaire.yaml')
  await writeFile(structure, (await readFile(structure, 'utf8')).replace('\nbadges:', '\nemail: cuisine@example.org\nbadges:'))
  journey = await openJourney(
    {
      CATALOGUE_DIR: catalogueDir,
      OBF_API_ROOT: obf.url,
      OBF_CLIENT_ID: obf.clientId,
      OBF_CLIENT_SECRET: obf.clientSecret,
      BADGR_API_ROOT: badgr.url,
      BADGR_TOKEN: badgr.token,
      DCC_URL: dcc.url,
      DCC_TENANT: dcc.tenant,
      DCC_TOKEN: dcc.token,
      WEBHOOK_ISSUER_URL: webhook.url,
      WEBHOOK_ISSUER_SECRET: webhook.secret,
      LOG_LEVEL: 'silent',
    },
    { now: () => new Date(clock).toISOString(), remindersMs: 20 },
  )
  cast = openCast(journey)
})
afterAll(async () => {
  await journey?.stop()
  for (const fake of [obf, badgr, dcc, webhook]) await fake?.close()
  await rm(catalogueDir, { recursive: true, force: true })
})

/** From hello until the tutor has confirmed. */
async function confirmed(learner: Speaker, tutor: Speaker, code: string, email?: (learner: Speaker) => Promise<unknown>): Promise<void> {
  await walk(learner, 'send', { code })
  await email?.(learner)
  const said = await learner.taps(WORDS.fr.send)
  await tutor.starts(codeIn(said))
  await tutor.says('oui')
  await cast.waits()
}
/** Half of it first: that is told kindly, with an example. */
const givesLate = (email: string) => async (learner: Speaker) => {
  for (const half of ['ana@', 'ana@exemple']) {
    const said = (await learner.says(half)).map(({ text }) => text)
    expect(said.join('\n')).toContain('nom@exemple.fr')
    expect(said.join('\n')).not.toContain('Touchez un des boutons')
  }
  return learner.says(email)
}
const gives = (email: string) => (learner: Speaker) => learner.says(email)
const told = (learner: Speaker, words: string) => learner.phone.messages().filter(({ text }) => text.includes(words)).length
const pool = () =>
  ({ query: async (text: string, values?: unknown[]) => ({ rows: await journey.rows(text, values), rowCount: 1 }) }) as never
const dead = async () => (await heldJobs(pool())).filter(({ state }) => state === 'failed')

/** Some time passes, and what waits for its time is tried then. */
async function passes(seconds: number): Promise<void> {
  clock += seconds * 1000
  await journey.rows(`update pgboss.job set start_after = now() where state = 'retry'`)
  await journey.idle()
}
const DAY = 86_400

test('Open Badge Factory: the link where the learner takes the badge, one nudge, and it is taken', async () => {
  const told_ = openCast(journey)
  const awa = told_.person('L', 'Awa Diallo')
  const paul = told_.person('T', 'Paul Martin')
  await walk(awa, 'tutor', { code: 'equipe-obf' })
  told_.scene('An address, because this badge comes by e-mail')
  await awa.taps(WORDS.fr.tutor)
  await awa.says('awa@example.org')
  const said = await awa.taps(WORDS.fr.send)
  await paul.starts(codeIn(said))
  told_.scene('The badge')
  await paul.says('oui')
  await told_.waits()
  expect(obf.events).toMatchObject([{ badge_id: 'PEQUIPE', criteria_add: expect.stringContaining('les légumes') }])
  expect(obf.events[0]!.criteria_add).toContain('Paul Martin')
  expect(obf.recipients).toMatchObject([{ email: 'awa@example.org', name: 'Awa Diallo' }])
  expect(told(awa, obf.recipients[0]!.receive_url)).toBe(1)
  await awa.taps('Pas maintenant')

  told_.scene('Three days later')
  clock += 3 * DAY * 1000
  await expect.poll(() => told(awa, 'vous attend encore'), { timeout: 10_000 }).toBe(1)
  clock += 8 * DAY * 1000
  await expect.poll(() => obf.asked.filter(({ path: at }) => at.endsWith('/recipient')).length, { timeout: 10_000 }).toBe(3)
  await journey.idle()
  expect(told(awa, 'vous attend encore')).toBe(1)
  obf.recipients[0]!.received = true
  clock += 8 * DAY * 1000
  const taken = `select "acceptedAt" is not null as taken, "followAt" from "Issuance"`
  await expect.poll(() => journey.rows(taken), { timeout: 10_000 }).toEqual([{ taken: true, followAt: null }])

  await journey.rows(`update "Claim" set "revokedAt" = $1, "revokedReason" = 'par erreur' where "badgeId" = 'equipe-obf'`, [
    new Date(clock),
  ])
  await expect.poll(() => obf.recipients[0]!.revoked, { timeout: 10_000 }).toBe(true)
  await expect.poll(() => journey.rows(`select 1 from "Issuance" where "revokedAt" is not null`), { timeout: 10_000 }).toHaveLength(1)
  expect(obf.events).toHaveLength(1)
  await expectTranscript(told_, 'issued-elsewhere', 'A badge that Open Badge Factory issues')
})

test('whoever has no address: by the structure, or here', async () => {
  const ways = openCast(journey)
  const start = 'code-de-la-cuisine-solidaire-01'
  await journey.rows(
    `insert into "Link" (code, kind, subject, "structureId", "createdAt") values ($1, 'badge', 'equipe-obf', 'cuisine-solidaire', now())`,
    [start],
  )
  const lina = ways.person('L', 'Lina Diop')
  await walk(lina, 'tutor', { code: start })
  const nino = ways.person('L', 'Nino Bel')
  await walk(nino, 'tutor', { code: 'equipe-obf' })
  ways.scene('By the structure')
  await lina.taps(WORDS.fr.tutor)
  await lina.taps('Je n’en ai pas')
  await lina.taps('Oui')
  const said = await lina.taps(WORDS.fr.send)
  const rose = ways.person('T', 'Rose Petit')
  await rose.starts(codeIn(said))
  await rose.says('oui')
  await ways.waits()
  expect(obf.recipients.at(-1)).toMatchObject({ email: 'cuisine@example.org', name: 'Lina Diop' })
  expect(told(lina, obf.recipients.at(-1)!.receive_url)).toBe(1)

  ways.scene('Here')
  await nino.taps(WORDS.fr.tutor)
  const before = obf.events.length
  await nino.taps('Je n’en ai pas')
  const sent = await nino.taps(WORDS.fr.send)
  await rose.starts(codeIn(sent))
  await rose.says('oui')
  await ways.waits()
  expect(obf.events.length).toBe(before)
  const [its] = await journey.rows(
    `select i.backend, i.state from "Issuance" i join "Claim" c on c.id = i."claimId" join "Person" p on p.id = c."personId" where p.name = 'Nino Bel'`,
  )
  expect(its).toEqual({ backend: 'builtin', state: 'issued' })
  expect(told(nino, 'est prêt. 🎉')).toBe(1)
  ways.scene('Three days later')
  clock += 3 * DAY * 1000
  await expect.poll(() => told(lina, 'attend encore dans votre structure'), { timeout: 10_000 }).toBe(1)
  await journey.idle()
  await expectTranscript(ways, 'no-address', 'A badge that comes by e-mail, without an address')
})

test('Badgr, the issuer coordinator and a webhook: each badge where its file says', async () => {
  const tutor = cast.person('T', 'Zoé Lam')
  const one = cast.person('L', 'Inès Roy')
  await confirmed(one, tutor, 'equipe-badgr', givesLate('ines@example.org'))
  expect(badgr.assertions).toMatchObject([{ badgeclass: 'CLASS7', recipient: { identity: 'ines@example.org' } }])
  expect(told(one, 'https://badgr.example.org/public/assertions/A1')).toBe(1)

  const two = cast.person('L', 'Omar Fall')
  await confirmed(two, tutor, 'equipe-dcc')
  expect(dcc.signed).toHaveLength(1)
  const [{ token, id } = { token: '', id: '' }] = await journey.rows(`select token, id from "Claim" where "badgeId" = 'equipe-dcc'`)
  expect(told(two, `/c/${token}`)).toBe(1)
  await two.taps('Le montrer')
  const shown = (await (await journey.get(`/b/${id}.json`)).json()) as { issuer: unknown; proof: unknown }
  expect(shown).toMatchObject({ issuer: { id: 'did:web:dcc.example.org' }, proof: { type: 'DataIntegrityProof' } })

  webhook.later(true)
  const three = cast.person('L', 'Lou Maes')
  await confirmed(three, tutor, 'equipe-webhook')
  expect(told(three, 'est prêt. 🎉')).toBe(0)
  webhook.later(false)
  clock += DAY * 1000
  await expect.poll(() => told(three, 'https://badges.example.org/R-1'), { timeout: 10_000 }).toBe(1)
})

test('an answer that is lost issues nothing twice; where nobody can ask, an operator looks', async () => {
  const tutor = cast.person('T', 'Jo Berger')
  const before = obf.events.length
  obf.faults.push('lost')
  const sami = cast.person('L', 'Sami Bel')
  await confirmed(sami, tutor, 'equipe-obf', gives('sami@example.org'))
  expect(told(sami, 'est prêt. 🎉')).toBe(0)
  await passes(90)
  expect(told(sami, 'est prêt. 🎉')).toBe(1)
  expect(obf.events.length).toBe(before + 1)

  const signed = dcc.signed.length
  dcc.faults.push('lost')
  const alba = cast.person('L', 'Alba Rey')
  await confirmed(alba, tutor, 'equipe-dcc')
  await passes(DAY)
  expect(dcc.signed.length).toBe(signed + 1)
  expect(told(alba, 'est prêt. 🎉')).toBe(0)
  const [held] = await dead()
  expect(held).toMatchObject({ what: 'forward', error: expect.stringContaining('no answer') })
  expect(held!.error).not.toContain('Alba')
  // the operator looked, and sends it again
  await retryHeld(pool(), held!.id)
  await expect.poll(() => told(alba, 'est prêt. 🎉'), { timeout: 10_000 }).toBe(1)

  // the program was killed while it handed another one over
  await dcc.down()
  const max = cast.person('L', 'Max Noir')
  await confirmed(max, tutor, 'equipe-dcc')
  await journey.rows(`update "Issuance" set "triedAt" = now() where state = 'waiting'`)
  await dcc.up()
  const now = dcc.signed.length
  await passes(DAY)
  expect(dcc.signed.length).toBe(now)
  expect((await dead()).map(({ error }) => error)).toEqual([expect.stringContaining('the program ended while it was handed over')])
  // the operator looked, and it is there
  const [claim] = await journey.rows<{ id: string }>(`select "claimId" as id from "Issuance" where state = 'unknown'`)
  for (const name of ['DATABASE_URL', 'DATA_DIR', 'CATALOGUE_DIR']) vi.stubEnv(name, journey.environment[name])
  vi.spyOn(console, 'log').mockImplementation(() => {})
  const nobodys = '00000000-0000-4000-8000-000000000000'
  await expect(issuerCommand().parseAsync(['found', nobodys], { from: 'user' })).rejects.toThrow(`There is no claim ${nobodys}`)
  await issuerCommand().parseAsync(['found', claim!.id, '--url', 'https://dcc.example.org/b/7'], { from: 'user' })
  vi.unstubAllEnvs()
  await expect.poll(() => told(max, 'https://dcc.example.org/b/7'), { timeout: 10_000 }).toBe(1)
  expect(dcc.signed.length).toBe(now)
  await journey.rows(`delete from pgboss.job where state = 'failed'`)
})

test('days without the platform, and wrong credentials: claims wait, and all arrive', async () => {
  const tutor = cast.person('T', 'Max Ott')
  const before = obf.events.length
  await obf.down()
  const waiting = [cast.person('L', 'Ana Sol'), cast.person('L', 'Ben Mur')]
  for (const [n, learner] of waiting.entries()) await confirmed(learner, tutor, 'equipe-obf', gives(`attente${n}@example.org`))
  for (let day = 0; day < 3; day++) await passes(DAY)
  expect(await dead()).toEqual([])
  expect(waiting.map((learner) => told(learner, 'est prêt. 🎉'))).toEqual([0, 0])
  await obf.up()
  obf.deny(true)
  await passes(DAY)
  await passes(DAY)
  expect(obf.events.length).toBe(before)
  expect(await dead()).toEqual([])
  obf.deny(false)
  await passes(DAY)
  await passes(60)
  expect(waiting.map((learner) => told(learner, 'est prêt. 🎉'))).toEqual([1, 1])
  expect(obf.events.length).toBe(before + 2)
})

test('what may have arrived is looked for under the id it went to, and a link that is refused takes nothing back', {
  timeout: 60_000,
}, async () => {
  const tutor = cast.person('T', 'Zoé Fin')
  const file = path.join(catalogueDir, 'insertion-reseau/badges/equipe-obf.yaml')
  const before = await readFile(file, 'utf8')
  const events = obf.events.length
  obf.faults.push('lost')
  const lou = cast.person('L', 'Lou Perdu')
  await confirmed(lou, tutor, 'equipe-obf', gives('lou@example.org'))
  expect(obf.events.length).toBe(events + 1)
  // the operator writes another id meanwhile
  obf.badges.push({ id: 'PAUTRE', name: 'Un autre' })
  await writeFile(file, before.replace('PEQUIPE', 'PAUTRE'))
  clock += 60_000
  await journey.restart()
  await passes(120)
  await expect.poll(() => told(lou, 'est prêt. 🎉'), { timeout: 10_000 }).toBe(1)
  expect(obf.events.length).toBe(events + 1)

  obf.anyFaults.push(undefined, undefined, { status: 404 })
  const kim = cast.person('L', 'Kim Lien')
  await confirmed(kim, tutor, 'equipe-obf', gives('kim@example.org'))
  expect(obf.events.at(-1)).toMatchObject({ badge_id: 'PAUTRE' })
  expect(await dead()).toEqual([])
  expect(told(kim, 'est prêt. 🎉')).toBe(1)
  await writeFile(file, before)
})

test('a badge that was taken back stays so once its learner is forgotten: in our list, and for the operator elsewhere', async () => {
  const tutor = cast.person('T', 'Luc Fin')
  const [rosa, dora] = [cast.person('L', 'Rosa Liste'), cast.person('L', 'Dora Loin')]
  await confirmed(rosa, tutor, 'travailler-en-equipe')
  await confirmed(dora, tutor, 'equipe-dcc')
  const badges = await journey.rows<{
    id: string
    credential: { credentialStatus?: { statusListIndex: string; statusListCredential: string } }
  }>(
    `select c.id, i.credential from "Claim" c join "Person" p on p.id = c."personId" join "Issuance" i on i."claimId" = c.id where p.name in ('Rosa Liste', 'Dora Loin') order by p.name desc`,
  )
  await dcc.down()
  const client = new pg.Pool({ connectionString: journey.databaseUrl, max: 1 })
  for (const { id } of badges)
    await revoke(client, {
      claim: id,
      reason: 'Une erreur de nom.',
      at: new Date(clock).toISOString(),
      actor: null,
      through: 'cli',
      fresh: freshIds(),
    })
  await client.end()
  await journey.idle()
  for (const one of [rosa, dora]) {
    await one.says('oublier')
    await one.taps('Oui, tout effacer')
  }
  await dcc.up()
  await passes(DAY)
  expect(await journey.rows(`select 1 from "Claim" where id = any($1::uuid[])`, [badges.map(({ id }) => id)])).toEqual([])
  const { statusListIndex, statusListCredential } = badges[0]!.credential.credentialStatus!
  const list = (await (await journey.get(new URL(statusListCredential).pathname)).json()) as { credentialSubject: { encodedList: string } }
  expect(isRevokedIn(list.credentialSubject.encodedList, { statusListIndex })).toBe(true)
  expect((await dead()).map(({ error }) => error)).toEqual([expect.stringMatching(/forgotten: take it back at dcc by hand/)])
})
