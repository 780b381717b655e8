// The pages of a badge's life in a real browser, in one run: to check one, to show several, to fill the backpack.
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../core/data/database.ts'
import { dataFolder } from '../../core/issuing/builtin/open.ts'
import { drawBadge, renderBadge } from '../../../core/issuing/builtin/index.ts'
import { freshDatabase } from '../../setup/freshDatabase.ts'
import { complaints, DESKTOP, hasBrowser, openBrowser, PHONE, violations } from './browser.ts'
import { type House, openHouse, seedClaim } from './house.ts'
import { issuesWith } from './issuing.ts'

const PUBLIC = 'https://badges.example.org'
const reseau = { id: 'reseau', name: 'Réseau Coup de main', url: 'https://reseau.example', trial: false }
const picture = { name: 'Je travaille en équipe', issuer: reseau.name, colour: '#1f6f78', pictogram: 'team' }
/** Where pictures of the pages go, for whoever wants to look at them. */
const PICTURES = process.env.PAGE_PICTURES

describe.skipIf(!hasBrowser)('the pages of a badge’s life', () => {
  let database: Database
  let house: House
  let browser: Browser
  let paths: Record<string, string>
  let stranger: string
  const { open } = dataFolder()

  beforeAll(async () => {
    database = await freshDatabase()
    house = await openHouse(database)
    const milestone = {
      ...{ id: 'ensemble', name: { fr: 'Travailler ensemble', en: 'Working together' }, badges: ['equipe', 'autre'], need: 1 },
      opensTowards: { name: 'Titre professionnel', url: 'https://titre.example' },
    }
    const stage = { id: 'debut', name: { fr: 'Pour commencer', en: 'To begin with' } }
    Object.assign(house.site, {
      publicUrl: PUBLIC,
      catalogue: {
        issuers: [
          { id: 'reseau', name: reseau.name, stages: [stage], badges: [{ id: 'equipe', stage: 'debut' }], milestones: [milestone] },
        ],
        badge: () => undefined,
      },
      attachment: async () => ({ bytes: renderBadge(picture), name: 'badge.png', mediaType: 'image/png' }),
      badgeSvg: async () => Buffer.from(drawBadge(picture)),
    })
    const { prisma } = database
    const sign = issuesWith(house, await open(PUBLIC, reseau))
    const shown = await seedClaim(house, { verdict: 'yes', issued: true, shared: true, audience: 'everyone' })
    const other = await seedClaim(house, { verdict: 'yes', issued: true, shared: true })
    const revoked = await seedClaim(house, { verdict: 'yes', issued: true, shared: true })
    await sign(shown.claimId, 'P2Y')
    await sign(other.claimId)
    await sign(revoked.claimId)
    const change = (id: string, data: object) => prisma.claim.update({ where: { id }, data })
    await change(shown.claimId, { validUntil: new Date('2028-11-10T15:03:00Z'), renewsId: other.claimId })
    await change(other.claimId, { personId: shown.awa, validUntil: new Date('2026-11-12T15:03:00Z') })
    await change(revoked.claimId, { revokedAt: new Date(), revokedReason: 'La photo montrait le travail d’une autre personne.' })
    const report = {
      ...{
        what: 'badge',
        standard: '3.0',
        id: null,
        name: 'Soudure à l’arc',
        description: 'Souder des pièces d’acier.',
        criteria: null,
        narrative: null,
      },
      ...{
        issuer: { name: 'CFA du Nord', id: 'did:web:cfa.example', url: null },
        recipient: null,
        validFrom: '2025-06-01T00:00:00Z',
        validUntil: null,
      },
      ...{ integrity: { is: 'holds' }, revocation: { is: 'none' }, endorsements: [] },
    }
    await prisma.importedBadge.create({ data: { id: crypto.randomUUID(), personId: shown.awa, badge: {}, report, addedAt: new Date() } })
    await prisma.backpack.create({ data: { personId: shown.awa, token: 'sac-0123456789abcdef', sharedAt: new Date() } })
    stranger = join(await mkdtemp(join(tmpdir(), 'stranger-')), 'badge.json')
    const elsewhere = await open('https://ailleurs.example', { ...reseau, id: 'ailleurs', name: 'Une autre école' })
    const { detailsFrom, documentFrom } = await import('../../core/issuing/claim.ts')
    await writeFile(stranger, JSON.stringify((await elsewhere.issue(documentFrom(), detailsFrom())).credential))
    paths = {
      verify: `/verify?link=${encodeURIComponent(`${PUBLIC}/b/${shown.claimId}`)}`,
      badge: `/b/${shown.claimId}`,
      renewed: `/b/${other.claimId}`,
      revoked: `/b/${revoked.claimId}`,
      sac: '/sac/sac-0123456789abcdef',
      fill: `/c/${shown.token}/sac`,
      learner: `/c/${shown.token}`,
    }
    browser = await openBrowser()
  })
  it('make a sheet for an interview', async () => {
    const sheet = Buffer.from(await (await fetch(house.url(`${paths.fill}/fiche.pdf`))).arrayBuffer())
    if (PICTURES) await writeFile(join(PICTURES, 'fiche.pdf'), sheet)
    // readable by whoever cannot see it: tagged, titled, in its language
    for (const part of ['/MarkInfo', '/StructTreeRoot', '/Lang (fr)', '/DisplayDocTitle true'])
      expect(sheet.toString('latin1')).toContain(part)
  })

  afterAll(async () => {
    await browser?.close()
    await house?.server.close()
    await database?.stop()
  })

  const look = async (page: Page, name: string, said: string[]) => {
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true })
    // what a wide screen changes is where things stand: looked at where most stands on a page
    if (!name.endsWith('-desktop') || /^(badge|sac|verified)-/.test(name)) expect(await violations(page), name).toEqual([])
    expect(said, name).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), name).toBe(0)
  }

  it.each([
    ['phone', PHONE],
    ['desktop', DESKTOP],
  ])('are accessible and fit a %s', async (device, viewport) => {
    const context = await browser.newContext({ locale: 'fr-FR', viewport, javaScriptEnabled: true })
    const page = await context.newPage()
    const said = complaints(page)
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(house.url(path))
      await look(page, `${name}-${device}`, said)
      if (!PICTURES || device === 'phone') continue
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize({ width: 720, height: 1020 })
      await page.screenshot({ path: join(PICTURES, `${name}-paper.png`), fullPage: true })
      await page.setViewportSize(viewport)
      await page.emulateMedia({ media: 'screen' })
    }
    // as a visitor does it: the link that the badge's page gave, then a stranger's file
    await page.goto(house.url(paths.verify!))
    await page.getByRole('button', { name: 'Vérifier', exact: true }).click()
    await page.getByRole('heading', { name: 'Ce badge est valable', exact: true }).waitFor()
    await look(page, `verified-${device}`, said)
    await page.getByLabel('Le fichier du badge').setInputFiles(stranger)
    await page.getByRole('button', { name: 'Vérifier', exact: true }).click()
    await page.getByRole('heading', { name: 'Nous n’avons pas pu tout vérifier' }).waitFor()
    await look(page, `stranger-${device}`, said)
    await context.close()
  })
})
