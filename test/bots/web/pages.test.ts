import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../core/data/database.ts'
import type { Inbound } from '../../../dialogs/vocabulary.ts'
import { freshDatabase } from '../../setup/freshDatabase.ts'
import { DIGEST, type House, openHouse, seedClaim } from './house.ts'

let database: Database
let house: House
beforeAll(async () => {
  database = await freshDatabase()
  house = await openHouse(database, { turn: recordVerdict })
})
afterAll(async () => {
  await house.server.close()
  await database.stop()
})

/** What the turn writes when a page says a verdict: enough of it for the next look at the page. */
async function recordVerdict({ event, from }: Inbound): Promise<void> {
  const { prisma } = database
  if (event.is !== 'verdict') return
  const { subject } = await prisma.link.findUniqueOrThrow({ where: { code: event.code } })
  const id = randomUUID()
  await prisma.person.create({
    data: { id, version: 1, nameConfirmed: true, language: 'fr', said: {}, createdAt: new Date(), name: event.name ?? null },
  })
  await prisma.account.create({
    data: { channel: from.channel, externalId: from.externalId, chat: from.chat, personId: id, seenAt: new Date() },
  })
  const { verdict, comment, name, role, anonymous } = event
  await prisma.endorsement.update({
    where: { id: subject },
    data: { endorserId: id, verdict, comment, name, role, anonymous, at: new Date(), channel: 'page' },
  })
}

const get = (path: string, headers: Record<string, string> = {}) => fetch(house.url(path), { redirect: 'manual', headers })
const page = async (path: string, headers?: Record<string, string>) => (await get(path, headers)).text()
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(house.url(path), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
    headers: { 'Sec-Fetch-Site': 'same-origin', ...headers },
  })
const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
const heardSince = (before: number) => house.heard.slice(before)

describe("a tutor's page", () => {
  it('shows the claim and asks one question, and reading it changes nothing', async () => {
    const { code } = await seedClaim(house)
    const before = house.heard.length
    const html = await page(`/e/${code}`)
    for (const shown of [
      'Awa Diallo',
      'Je travaille en équipe',
      'on a préparé 80 repas',
      'Sans aide',
      'Avez-vous vu Awa Diallo faire cela',
    ]) {
      expect(html).toContain(shown)
    }
    for (const value of ['yes', 'not-yet', 'no', 'not-me']) expect(html).toContain(`name="verdict" value="${value}"`)
    expect(html).not.toContain('<script')
    expect(heardSince(before)).toEqual([])
  })

  it('takes one answer, says what was confirmed and for whom, and gives time to take it back', async () => {
    const { code } = await seedClaim(house)
    const before = house.heard.length
    const html = await page(`/e/${code}`)
    const fields = { verdict: 'yes', comment: 'toujours là', name: 'Paul Martin', role: 'chef', digest: DIGEST, once: hidden(html, 'once') }
    const answer = await post(`/e/${code}?lang=fr`, fields)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/e/${code}?lang=fr`])
    const cookie = answer.headers.get('set-cookie')!
    expect(cookie).toMatch(/^declic_tutor=[0-9a-f]{32};.*HttpOnly; SameSite=Lax/)
    const [inbound] = heardSince(before)
    expect(inbound).toMatchObject({
      from: { channel: 'page', externalId: cookie.slice(13, 45), place: 'private' },
      event: { is: 'verdict', code, verdict: 'yes', comment: 'toujours là', name: 'Paul Martin', role: 'chef', anonymous: false },
    })
    expect(inbound?.key).not.toContain(code)
    expect(inbound?.fresh.length).toBeGreaterThanOrEqual(8)
    const mine = await page(`/e/${code}?lang=fr`, { Cookie: cookie.split(';')[0]! })
    expect(mine).toContain('Vous confirmez «\u00a0Je travaille en équipe\u00a0» pour Awa Diallo.')
    await post(`/e/${code}`, { settle: 'undo', once: hidden(mine, 'once') }, { Cookie: cookie.split(';')[0]! })
    expect(house.heard.at(-1)?.event).toEqual({ is: 'settle', code, how: 'undo' })
  })

  it('sends a form that is posted twice under one key', async () => {
    const { code } = await seedClaim(house)
    const before = house.heard.length
    const fields = { verdict: 'not-me', once: '0123456789abcdef0123456789abcdef' }
    await Promise.all([post(`/e/${code}`, fields), post(`/e/${code}`, fields)].map((sent) => sent.catch(() => undefined)))
    expect(new Set(heardSince(before).map(({ key }) => key)).size).toBe(1)
  })

  it('shows the text again when it has changed since it was read', async () => {
    const { code } = await seedClaim(house)
    const before = house.heard.length
    const again = await post(`/e/${code}`, { verdict: 'yes', comment: 'bravo & merci', digest: 'what-was-there-before' })
    expect(again.status).toBe(422)
    const html = await again.text()
    expect(html).toContain('Le texte a changé')
    expect(html).toContain('bravo &amp; merci')
    expect(html).toContain(`name="digest" value="${DIGEST}"`)
    expect(heardSince(before)).toEqual([])
  })

  it('never counts an empty answer, nor one that another site sends', async () => {
    const { code } = await seedClaim(house)
    const before = house.heard.length
    expect((await post(`/e/${code}`, { comment: 'oui' })).status).toBe(422)
    expect((await post(`/e/${code}`, { verdict: 'yes' }, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect(heardSince(before)).toEqual([])
  })

  it('tells somebody else only that there is an answer', async () => {
    const { code, photoId } = await seedClaim(house, { verdict: 'yes' })
    const html = await page(`/e/${code}`)
    expect(html).toContain('Une réponse est déjà là')
    expect(html).not.toContain('80 repas')
    expect((await get(`/e/${code}/evidence/${photoId}`)).status).toBe(404)
  })

  it('is kind about links that are unknown, too old, or taken back', async () => {
    expect((await get('/e/no-such-code')).status).toBe(404)
    const old = await seedClaim(house)
    await database.prisma.link.update({ where: { code: old.code }, data: { expiresAt: new Date(0) } })
    expect((await get(`/e/${old.code}`)).status).toBe(410)
    const back = await seedClaim(house, { sent: false })
    expect((await get(`/e/${back.code}`)).status).toBe(410)
  })

  it('speaks English to whoever asks for it', async () => {
    const { code } = await seedClaim(house)
    expect(await page(`/e/${code}`, { 'Accept-Language': 'en' })).toContain('Did you see Awa Diallo do this?')
    expect(await page(`/e/${code}?lang=fr`, { 'Accept-Language': 'en' })).toContain('Avez-vous vu')
  })

  it('escapes what people wrote', async () => {
    const { code, claimId } = await seedClaim(house)
    await database.prisma.claim.update({ where: { id: claimId }, data: { narrative: '<script>alert(1)</script>' } })
    const html = await page(`/e/${code}`)
    expect(html).toContain('&lt;script>alert(1)')
    expect(html).not.toContain('<script')
  })
})

describe('evidence', () => {
  it('is served as it was kept, in parts for players, and as thumbnails', async () => {
    const { code, photoId, voiceId } = await seedClaim(house)
    const photo = await get(`/e/${code}/evidence/${photoId}`)
    expect([photo.status, photo.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(photo.headers.get('content-security-policy')).toContain('sandbox')
    expect((await get(`/e/${code}/evidence/${photoId}?thumb`)).headers.get('content-type')).toBe('image/webp')
    const part = await get(`/e/${code}/evidence/${voiceId}`, { Range: 'bytes=0-3' })
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 0-3/21', 'OggS'])
    expect((await get(`/e/${code}/evidence/${voiceId}`, { Range: 'bytes=99-' })).status).toBe(416)
    expect((await get(`/e/${code}/evidence/${randomUUID()}`)).status).toBe(404)
  })

  it('of one claim cannot be had through the link of another', async () => {
    const one = await seedClaim(house)
    const other = await seedClaim(house)
    expect((await get(`/e/${one.code}/evidence/${other.photoId}`)).status).toBe(404)
    expect((await get(`/c/${one.token}/evidence/${other.photoId}`)).status).toBe(404)
  })
})

describe("a learner's page", () => {
  it('says where the claim stands, who answered what, and how it came there', async () => {
    const { token } = await seedClaim(house, { verdict: 'not-yet' })
    const html = await page(`/c/${token}`)
    for (const shown of [
      'À compléter',
      'Pas encore',
      'toujours là pour les autres',
      'Vous avez envoyé votre demande',
      'o restau du coeur',
    ]) {
      expect(html).toContain(shown)
    }
    expect((await get(`/c/${token}/badge/badge.png`)).status).toBe(404)
    expect((await get('/c/nobody')).status).toBe(404)
  })

  it('keeps a verdict to itself while the tutor can take it back', async () => {
    const { token } = await seedClaim(house, { verdict: 'yes', settled: false })
    expect(await page(`/c/${token}`)).not.toContain('toujours là pour les autres')
  })

  it('has the badge as picture and file, and shares it as the learner', async () => {
    const { token, awa } = await seedClaim(house, { verdict: 'yes', issued: true })
    const html = await page(`/c/${token}`)
    expect(html).toContain('Vous avez ce badge')
    const file = await get(`/c/${token}/badge/badge.json?download`)
    expect([file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([
      'application/vc+ld+json',
      'attachment; filename="equipe.json"',
    ])
    expect((await get(`/c/${token}/badge/badge.png`)).headers.get('content-type')).toBe('image/png')
    const shared = await post(`/c/${token}`, { share: 'on', once: hidden(html, 'once') })
    expect([shared.status, shared.headers.get('location')]).toEqual([303, `/c/${token}#share`])
    expect(house.heard.at(-1)).toMatchObject({ from: { channel: 'web', externalId: awa }, event: { is: 'share', token, share: true } })
  })
})

describe('the page of a badge', () => {
  it('is there only while it is shared', async () => {
    const hiddenBadge = await seedClaim(house, { verdict: 'yes', issued: true })
    for (const ending of ['', '.json', '.png', '.svg']) expect((await get(`/b/${hiddenBadge.claimId}${ending}`)).status).toBe(404)
    const shown = await seedClaim(house, { verdict: 'yes', issued: true, shared: true })
    for (const ending of ['', '.json', '.png', '.svg']) expect((await get(`/b/${shown.claimId}${ending}`)).status).toBe(200)
    expect((await get(`/b/${shown.claimId}.exe`)).status).toBe(404)
    const draft = await seedClaim(house, { shared: true })
    expect((await get(`/b/${draft.claimId}`)).status).toBe(404)
    expect((await get('/b/not-an-id')).status).toBe(404)
  })

  it('says first who, what, and who saw it', async () => {
    const { claimId } = await seedClaim(house, { verdict: 'yes', issued: true, shared: true })
    const html = await page(`/b/${claimId}`)
    const places = [
      '<p class="over who">Awa Diallo',
      '<h1>Je travaille en équipe',
      'Vu et confirmé par Paul Martin (chef de cuisine)',
      'on a préparé',
    ].map((text) => html.indexOf(text))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect(html).toContain('property="og:title" content="Awa Diallo · Je travaille en équipe"')
  })

  it('shows evidence only where everyone may see it', async () => {
    const few = await seedClaim(house, { verdict: 'yes', issued: true, shared: true, audience: 'tutor' })
    expect(await page(`/b/${few.claimId}`)).not.toContain('/evidence/')
    expect((await get(`/b/${few.claimId}/evidence/${few.photoId}`)).status).toBe(404)
    const all = await seedClaim(house, { verdict: 'yes', issued: true, shared: true, audience: 'everyone' })
    expect((await get(`/b/${all.claimId}/evidence/${all.photoId}?thumb`)).status).toBe(200)
  })

  it('names nobody who answered without their name', async () => {
    const { claimId, endorsementId } = await seedClaim(house, { verdict: 'yes', issued: true, shared: true })
    await database.prisma.endorsement.update({ where: { id: endorsementId }, data: { anonymous: true } })
    expect(await page(`/b/${claimId}`)).not.toContain('Paul Martin')
  })
})

describe('the issuer', () => {
  it('can be read from any site', async () => {
    for (const path of ['/.well-known/did.json', '/issuer', '/schemas/claim-1.json']) {
      const answer = await get(path)
      expect([path, answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([path, 200, '*'])
    }
    expect((await get('/status/none')).status).toBe(404)
  })
})
