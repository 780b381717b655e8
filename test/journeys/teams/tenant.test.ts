// Whoever answers from the directory of an organisation that the issuer's file names is verified by it; whoever answers from another is not.
import { rm } from 'node:fs/promises'
import { afterAll, expect, test } from 'vitest'
import { TENANT } from '../../fakes/teams/index.ts'
import { catalogueWith } from '../catalogueWith.ts'
import { codeIn } from '../people.ts'
import { walk } from '../walk.ts'
import { twoChannels } from './twoChannels.ts'

let folder: string
const two = twoChannels(async () => {
  folder = await catalogueWith('  endorsements: 1\n  decision: none', { 'issuer.yaml': `tenants:\n  - ${TENANT}` })
  return { CATALOGUE_DIR: folder }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const ELSEWHERE = '11111111-2222-4333-8444-555555555555'

test('a tutor in Teams confirms what a learner tells in Telegram', async () => {
  const { teams, phone } = two.people()
  for (const [name, tenant, known] of [
    ['Awa Diallo', TENANT, true],
    ['Ali Benz', ELSEWHERE, false],
  ] as const) {
    const learner = phone.person('L', name)
    const paul = teams.person('T', 'Paul Martin', 'fr', { tenant })
    await paul.starts(codeIn(await walk(learner)))
    await paul.says('oui')
    await paul.taps('C’est bon')
    await phone.waits()
    const [given] = await two.journey.rows<{ id: string; token: string; standing: string }>(
      `select c.id, c.token, e.standing, e.verified, e.organisation from "Endorsement" e join "Claim" c on c.id = e."claimId" join "Person" p on p.id = c."personId" where p.name = $1`,
      [name],
    )
    expect(given, name).toMatchObject(
      known
        ? { standing: 'verified', verified: { by: 'tenant', tenant }, organisation: 'Réseau Clairevoie' }
        : { standing: 'declared', verified: null, organisation: null },
    )
    await learner.taps('Le montrer')
    const shared = await two.beside.get(`/b/${given!.id}`)
    expect(shared.status).toBe(200)
    const page = await shared.text()
    expect(page.includes('compte Teams de l’organisation'), name).toBe(known)
    // the directory itself is nobody's business
    expect(page).not.toContain(tenant)
    expect(await (await two.beside.get(`/b/${given!.id}.json`)).text()).not.toContain(tenant)
  }
})
