// Claims that leave for somebody else's issuing platform: complete, signed, once; and an e-mail asked for where the platform needs one.
import { createHmac } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { heldJobs, retryHeld } from '../../core/data/jobsHeld.ts'
import { claimSchema } from '../../core/model/document.ts'
import { type FakeWebhook, openFakeWebhook } from '../fakes/issuing/webhook.ts'
import { type Cast, openCast, type Speaker } from './people.ts'
import { walk, WORDS } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

const SECRET = 'un secret de test'
let backend: FakeWebhook
let journey: Journey
let cast: Cast
let catalogueDir: string

beforeAll(async () => {
  backend = await openFakeWebhook(SECRET)
  catalogueDir = await mkdtemp(path.join(tmpdir(), 'declic-catalogue-'))
  await cp('catalogue', catalogueDir, { recursive: true })
  const badge = path.join(catalogueDir, 'insertion-reseau/badges/travailler-en-equipe.yaml')
  await writeFile(badge, `${await readFile(badge, 'utf8')}\ncontact: email\n`)
  journey = await openJourney({
    ISSUER: 'webhook',
    WEBHOOK_ISSUER_URL: `${backend.url}/claims`,
    WEBHOOK_ISSUER_SECRET: SECRET,
    CATALOGUE_DIR: catalogueDir,
  })
  cast = openCast(journey)
})
afterAll(async () => {
  await journey?.stop()
  await backend?.close()
  await rm(catalogueDir, { recursive: true, force: true })
})

/** Until the claim is confirmed; `email`: what is answered when it is asked for. */
async function confirmed(learner: Speaker, tutor: Speaker, email: (learner: Speaker) => Promise<unknown>): Promise<void> {
  await walk(learner, 'send')
  await email(learner)
  const said = await learner.taps(WORDS.fr.send)
  const code = /start=([\w-]{22,})/.exec(said.map((m) => m.text).join('\n'))![1]!
  await tutor.starts(code)
  await tutor.says('oui')
  await tutor.taps('C’est bon')
  await cast.waits()
}

test('a claim arrives complete and signed, the same on every retry, and takes effect once', async () => {
  backend.faults.push({ status: 503 }, 'cut')
  const awa = cast.person('L', 'Awa Diallo')
  await confirmed(awa, cast.person('T', 'Paul Martin'), async (learner) => {
    expect(learner.last().text).toContain('adresse')
    await learner.says('je sais pas trop')
    await learner.says('mon mail c’est awa@example.org')
  })
  await expect.poll(() => backend.asked.length, { timeout: 20_000 }).toBe(3)
  await cast.waits()

  expect(new Set(backend.asked.map((d) => d.body)).size).toBe(1)
  expect(new Set(backend.asked.map((d) => d.headers['declic-signature'])).size).toBe(1)
  const [{ headers, body }] = backend.asked as [(typeof backend.asked)[0]]
  const claim = claimSchema.parse(JSON.parse(body))
  expect(headers['idempotency-key']).toBe(claim.id)
  const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['declic-signature']))!
  expect(v1).toBe(createHmac('sha256', SECRET).update(`${t}.${body}`).digest('hex'))
  expect(claim.learner).toMatchObject({ name: 'Awa Diallo', contact: { email: 'awa@example.org' } })
  expect(claim.endorsements).toMatchObject([{ by: { name: 'Paul Martin' }, verdict: 'yes' }])
  expect(body).not.toContain(String(awa.phone.id))

  expect(awa.phone.messages().some((m) => m.text.startsWith('Votre badge'))).toBe(true)
  const [issuance] = await journey.rows('select state, reference, url from "Issuance"')
  expect(issuance).toEqual({ state: 'issued', reference: 'R-1', url: 'https://badges.example.org/R-1' })
})

test('who has no e-mail goes on without; what the platform refuses waits for an operator, and can be tried again', async () => {
  backend.faults.push({ status: 422 })
  const before = backend.asked.length
  const sami = cast.person('L', 'Sami Bel')
  await confirmed(sami, cast.person('T', 'Rose Petit'), (learner) => learner.taps('Je n’en ai pas'))
  await expect.poll(() => backend.asked.length, { timeout: 20_000 }).toBe(before + 1)
  const pool = { query: async (text: string, values?: unknown[]) => ({ rows: await journey.rows(text, values), rowCount: 1 }) } as never
  await expect.poll(async () => (await heldJobs(pool)).filter((job) => job.state === 'failed').length, { timeout: 20_000 }).toBe(1)
  const [dead] = await heldJobs(pool)
  expect(dead).toMatchObject({ what: 'forward', state: 'failed' })
  expect(dead!.error).not.toContain('Sami')
  expect(sami.phone.messages().some((m) => m.text.startsWith('Votre badge'))).toBe(false)

  expect(await retryHeld(pool, dead!.id)).toBe(true)
  await expect.poll(() => sami.phone.messages().some((m) => m.text.startsWith('Votre badge')), { timeout: 20_000 }).toBe(true)
  expect(JSON.parse(backend.asked.at(-1)!.body).learner.contact).toBeNull()
})

test('an address that the structure’s list has is offered, and leaves only after a yes', async () => {
  const listed = async (name: string): Promise<Speaker> => {
    const who = cast.person('L', name)
    await who.says('bonjour')
    await journey.rows(
      `update "Person" p set email = 'liste@example.org' from "Account" a where a."personId" = p.id and a."externalId" = $1`,
      [String(who.phone.id)],
    )
    return who
  }
  const contact = () => JSON.parse(backend.asked.at(-1)!.body).learner.contact
  for (const [name, answer, expected] of [
    ['Lina Diop', (one: Speaker) => one.taps('Oui'), { email: 'liste@example.org' }],
    ['Nino Non', (one: Speaker) => one.says('non'), null],
    ['Olga Autre', (one: Speaker) => one.says('plutôt olga@example.org'), { email: 'olga@example.org' }],
  ] as const) {
    const before = backend.asked.length
    const learner = await listed(name)
    await confirmed(learner, cast.person('T', `Tuteur ${name.split(' ')[0]}`), async (one) => {
      expect(one.last().text).toContain('liste@example.org')
      await answer(one)
    })
    await expect.poll(() => backend.asked.length, { timeout: 20_000 }).toBe(before + 1)
    expect(contact()).toEqual(expected)
    const [consent] = await journey.rows(
      `select s.choice from "Consent" s join "Claim" c on c.id = s."claimId" join "Account" a on a."personId" = c."personId" where s.what = 'email' and a."externalId" = $1`,
      [String(learner.phone.id)],
    )
    expect(consent).toEqual({ choice: expected ? 'yes' : 'no' })
  }
})
