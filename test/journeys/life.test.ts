// The badge's life afterwards: more people confirm it, it ends and is renewed, it is taken back; the clock is the test's own.
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openIssuer } from '../../core/issuing/builtin/index.ts'
import { isRevokedIn } from '../../core/issuing/builtin/statusList.ts'
import { expectTranscript } from './golden.ts'
import { codeIn, openCast, type Speaker, trainerOf } from './people.ts'
import { BADGE, walk } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const REMINDERS_MS = 20
let clock = Date.parse('2025-03-03T09:00:00Z') // a Monday, 10:00 in Paris
let journey: Journey
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'declic-life-'))
  await cp(new URL('../../catalogue', import.meta.url), folder, { recursive: true })
  const file = path.join(folder, 'insertion-reseau/badges', `${BADGE}.yaml`)
  await writeFile(file, `${await readFile(file, 'utf8')}\nexpires: P1Y\n`)
  journey = await openJourney({ CATALOGUE_DIR: folder }, { now: () => new Date(clock).toISOString(), remindersMs: REMINDERS_MS })
})
afterAll(async () => {
  await journey?.stop()
  await rm(folder, { recursive: true, force: true })
})

const at = (instant: string) => {
  clock = Date.parse(instant)
}
const confirm = async (tutor: Speaker, code: string) => {
  await tutor.starts(code)
  await tutor.says('oui, du bon travail')
  await tutor.taps('C’est bon')
}
type Kept = {
  id: string
  token: string
  credential: {
    credentialStatus: { statusListIndex: string }
    validUntil: string
    proof: { proofValue: string }[]
    endorsement: { id: string }[]
  }
}
const kept = async (learner: string) =>
  await journey.rows<
    Kept & { renewsId: string | null; validUntil: Date; renewAt: Date | null; reissuedAt: Date | null; statusIndex: number }
  >(
    `select c.id, c.token, c."renewsId", c."validUntil", c."renewAt", i.credential, i."reissuedAt", i."statusIndex"
       from "Claim" c join "Person" p on p.id = c."personId" left join "Issuance" i on i."claimId" = c.id where p.name = $1 order by c."openedAt"`,
    [learner],
  )

async function badgeOf(name: string, tutor: string): Promise<{ learner: Speaker; cast: ReturnType<typeof openCast> }> {
  const cast = openCast(journey)
  const learner = cast.person('L', name)
  await confirm(cast.person('T', tutor), codeIn(await walk(learner)))
  await cast.waits()
  return { learner, cast }
}

test('somebody confirms after the badge was there: the same badge is signed again, with their word', async () => {
  const { learner, cast } = await badgeOf('Nina Costa', 'Paul Martin')
  await learner.taps('Le montrer')
  const [before] = await kept('Nina Costa')
  const code = 'later-word-0123456789abcdef'
  await journey.rows(
    `with asked as (insert into "Endorsement" (id, "claimId", asked, "askedAt", standing, anonymous)
       values (gen_random_uuid(), $1::uuid, 'tutor', $2::timestamptz, 'declared', false) returning id)
     insert into "Link" (code, kind, subject, "createdAt", "expiresAt") select $3, 'endorse', id::text, $2::timestamptz, $2::timestamptz + interval '30 days' from asked`,
    [before!.id, new Date(clock), code],
  )
  await confirm(cast.person('T', 'Rosa Lima'), code)
  await cast.waits()
  const [after] = await kept('Nina Costa')
  expect([before!.credential.endorsement.length, after!.credential.endorsement.length]).toEqual([1, 2])
  expect(after).toMatchObject({ id: before!.id, statusIndex: before!.statusIndex, reissuedAt: new Date(clock) })
  expect(after!.credential.endorsement[0]).toEqual(before!.credential.endorsement[0])
  expect(after!.credential.validUntil).toBe(before!.credential.validUntil)
  const served = await (await journey.get(`/b/${before!.id}.json`)).json()
  const issuer = await openIssuer({
    dataDir: journey.dataDir,
    publicUrl: journey.environment.PUBLIC_URL!,
    organisation: { id: 'insertion-reseau', name: 'x', url: 'https://x.example', trial: false },
  })
  // superseded, not revoked: both still hold
  expect(await issuer.verify(before!.credential, { now: new Date(clock).toISOString() })).toEqual({ verified: true })
  expect(await issuer.verify(served, { now: new Date(clock).toISOString() })).toEqual({ verified: true })
  expect(served.endorsement).toHaveLength(2)
})

test('a badge that ends is renewed: one question, by day, and a claim that is linked to the old one', async () => {
  const { learner, cast } = await badgeOf('Awa Diallo', 'Paul Martin')
  await learner.taps('Pas maintenant')
  const [old] = await kept('Awa Diallo')
  expect(old!.validUntil.toISOString()).toBe('2026-03-03T09:00:00.000Z')
  expect(old!.renewAt!.toISOString()).toBe('2026-01-20T09:00:00.000Z')

  cast.scene('Six weeks before its end')
  learner.reads()
  at('2026-01-25T10:00:00Z') // a Sunday
  await pause(REMINDERS_MS * 10)
  expect(learner.reads()).toEqual([])
  at('2026-01-26T06:00:00Z') // 7:00
  await pause(REMINDERS_MS * 10)
  expect(learner.reads()).toEqual([])
  at('2026-01-26T10:00:00Z')
  await expect.poll(() => learner.last().text).toContain('se renouvelle')
  await learner.taps('Raconter')
  await learner.says('au jardin partagé, en novembre')
  const claims = await kept('Awa Diallo')
  expect(claims.map(({ renewsId }) => renewsId)).toEqual([null, old!.id])

  await expectTranscript(cast, 'renewal.fr', 'A badge is renewed')
  at('2026-02-20T10:00:00Z')
  await pause(REMINDERS_MS * 10)
  expect(learner.phone.messages().filter((m) => m.text.includes('se renouvelle'))).toHaveLength(1)
  expect((await kept('Awa Diallo'))[0]!.renewAt).toBeNull()
})

test('a badge is taken back: every form of it says so, and its learner is told kindly', async () => {
  at('2026-04-07T09:00:00Z')
  const { learner, cast } = await badgeOf('Sami Bel', 'Paul Martin')
  await learner.taps('Le montrer')
  const [claim] = await kept('Sami Bel')
  cast.scene('Taken back')
  const declic = (...args: string[]) =>
    promisify(execFile)(process.execPath, [path.join(ROOT, 'bots/main.ts'), ...args], { env: { ...process.env, ...journey.environment } })
  const { stdout } = await declic(
    'claim',
    'revoke',
    `http://localhost:3978/b/${claim!.id}`,
    '--reason',
    'La photo montrait le travail d’une autre personne.',
  )
  expect(stdout.trim()).toBe(`revoked ${claim!.id}`)
  await expect.poll(() => learner.last().text).toContain('reste à vous')
  await learner.says('mes demandes')
  await learner.taps(1)
  await expectTranscript(cast, 'revoked.fr', 'A badge is taken back')

  const page = await (await journey.get(`/b/${claim!.id}`)).text()
  expect(page).toContain('La photo montrait le travail d’une autre personne.')
  expect((await journey.get(`/b/${claim!.id}/assertion.json`)).status).toBe(410)
  expect(await (await journey.get(`/c/${claim!.token}`)).text()).toContain('La photo montrait le travail d’une autre personne.')
  const statusList = await (await journey.get('/status/insertion-reseau-1')).json()
  expect(isRevokedIn(statusList.credentialSubject.encodedList, claim!.credential.credentialStatus)).toBe(true)
  expect(await journey.rows(`select actor, through from "AuditEvent" where action = 'revoked'`)).toEqual([{ actor: null, through: 'cli' }])
  await expect(declic('claim', 'revoke', claim!.id, '--reason', 'encore')).rejects.toMatchObject({
    stderr: expect.stringContaining('revoked before'),
  })
})

test('a trainer takes a badge of their structure back, on their page', async () => {
  at('2026-04-08T09:00:00Z')
  await journey.rows(`insert into "Structure" (id, name, "organisationId") values ('atelier-nord', 'Atelier Nord', 'insertion-reseau')`)
  const { learner, cast } = await badgeOf('Ali Ben', 'Paul Martin')
  await learner.taps('Le montrer')
  const [claim] = await kept('Ali Ben')
  await journey.rows(`update "Claim" set "structureId" = 'atelier-nord', version = version + 1 where id = $1`, [claim!.id])
  const lea = await trainerOf(journey, cast.person('F', 'Léa Roux'), ['atelier-nord'], Date.now())
  const door = /\/trainer\/in\/[0-9a-f]{32}/.exec((await lea.says('suivi')).map(({ text }) => text).join())![0]
  const post = (to: string, fields: Record<string, string>, cookie = '') =>
    journey.get(to, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: cookie }, body: new URLSearchParams(fields) })
  const cookie = (await post(door, {})).headers.get('set-cookie')!.split(';')[0]!
  const see = async (to: string) => (await journey.get(to, { headers: { Cookie: cookie } })).text()
  const page = `/trainer/claims/${claim!.id}`
  expect(await see(page)).toContain(`${page}/revoke`)
  expect(await see(`${page}/revoke`)).toContain('Cela ne s’annule pas.')
  expect((await post(`${page}/revoke`, { reason: '  ' }, cookie)).status).toBe(422)
  expect((await journey.get(`/b/${claim!.id}.png`)).status).toBe(200)
  expect((await post(`${page}/revoke`, { reason: 'Le travail était celui d’un autre groupe.' }, cookie)).status).toBe(303)
  expect((await journey.get(`/b/${claim!.id}.png`)).status).toBe(404)
  await expect.poll(() => learner.last().text).toContain('reste à vous')
  expect(
    learner
      .reads()
      .map(({ text }) => text)
      .join(),
  ).toContain('celui d’un autre groupe')
  expect(await see(page)).not.toContain(`${page}/revoke`)
  expect((await post(`${page}/revoke`, { reason: 'encore' }, cookie)).status).toBe(404)
  const [by] = await journey.rows(
    `select p.name, a.through from "AuditEvent" a join "Person" p on p.id::text = a.actor where a.action = 'revoked'`,
  )
  expect(by).toEqual({ name: 'Léa Roux', through: 'page' })
})
