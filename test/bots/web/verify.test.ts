// The page that checks badges, as a visitor without script uses it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../core/data/database.ts'
import { bakePng, renderBadge } from '../../../core/issuing/builtin/index.ts'
import { dataFolder, issue, organisation } from '../../core/issuing/builtin/open.ts'
import { detailsFrom, documentFrom } from '../../core/issuing/claim.ts'
import { freshDatabase } from '../../setup/freshDatabase.ts'
import { type House, openHouse, seedClaim } from './house.ts'

let database: Database
let house: House
const { open } = dataFolder()
beforeAll(async () => {
  database = await freshDatabase()
  house = await openHouse(database)
})
afterAll(async () => {
  await house.server.close()
  await database.stop()
})

const show = (fields: Record<string, string | Blob>, headers: Record<string, string> = { 'Sec-Fetch-Site': 'same-origin' }, query = '') => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return fetch(house.url(`/verify${query}`), { method: 'POST', body, headers })
}
const words = async (answer: Response) => (await answer.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/[ \n]+/g, ' ')

describe('the page that checks badges', () => {
  it('needs no script, and asks for nothing by itself', async () => {
    const html = await (await fetch(house.url('/verify?link=https://ecole.example/b/1'))).text()
    expect(html).not.toContain('<script')
    expect(html).toContain('https://ecole.example/b/1</textarea>')
    expect(html).toMatch(/<input type="checkbox" name="go" value="yes"[^>]*aria-describedby/)
    expect(html).not.toMatch(/name="go"[^>]*checked/)
  })

  it('says of our own badge, shared, that it is valid, and of one taken back that it is', async () => {
    const issuer = await open(house.site.publicUrl, { ...organisation, id: 'reseau' })
    const revoked: number[] = []
    Object.assign(house.site.issuer, {
      statusList: (id: string) => issuer.statusList(id, revoked, new Date().toISOString()),
      names: async () => (await issuer.names()).map((name) => [name, 'real'] as const),
    })
    const { claimId } = await seedClaim(house, { verdict: 'yes', issued: true })
    const badge = await issue(issuer, documentFrom(), detailsFrom({ organisation: 'reseau', now: '2026-11-01T00:00:00.000Z' }))
    await database.prisma.issuance.updateMany({ where: { claimId }, data: { credential: badge } })
    const link = `${house.site.publicUrl}/b/${claimId}`
    expect(await words(await show({ link }))).toContain('Nous n’avons rien trouvé à cette adresse')
    await database.prisma.claim.update({ where: { id: claimId }, data: { sharedAt: new Date() } })
    const said = await words(await show({ link }))
    for (const part of [
      'Ce badge est valable',
      'Délivré ici, par cette plateforme',
      'Ce badge n’a pas été retiré',
      'Signature juste',
      'Réseau Tremplin',
    ])
      expect(said).toContain(part)
    // what somebody made to try things out is never called valid
    const names = (is: 'real' | 'trial') => async () => (await issuer.names()).map((name) => [name, is] as const)
    Object.assign(house.site.issuer, { names: names('trial') })
    const tried = await words(await show({ link }))
    expect(tried).toContain('C’est un badge d’essai')
    expect(tried).not.toContain('est valable')
    Object.assign(house.site.issuer, { names: names('real') })
    revoked.push(Number(badge.credentialStatus.statusListIndex))
    const file = new Blob([new Uint8Array(bakePng(renderBadge({ name: 'x', issuer: 'y', colour: '#1f6f78', pictogram: 'team' }), badge))])
    expect(await words(await show({ file }))).toContain('Ce badge a été retiré')
    expect(await words(await show({ file }, undefined, '?lang=en'))).toContain('This badge was withdrawn')
  })

  it('never calls a stranger’s badge valid that it could not check', async () => {
    const stranger = await open('https://ailleurs.example')
    const file = new Blob([JSON.stringify(await issue(stranger))])
    const said = await words(await show({ file }))
    expect(said).toContain('Nous n’avons pas pu tout vérifier')
    expect(said).toContain('Cochez «\u00a0Aller chercher sur internet\u00a0»')
    expect(said).not.toContain('Ce badge est valable')
    // nothing on this machine or behind it is called
    for (const link of ['https://127.0.0.1/b.json', 'https://169.254.169.254/', 'http://localhost:1/'])
      expect(await words(await show({ link, go: 'yes' }))).toContain('Elle doit être publique')
  })

  it('shows a stranger’s words as words', async () => {
    const file = new Blob([JSON.stringify({ type: 'VerifiableCredential', name: '<img src=x onerror=alert(1)>', issuer: '"><script>' })])
    const html = await (await show({ file })).text()
    expect(html).toContain('&lt;img src=x')
    expect(html).not.toMatch(/<img src=x|<script/)
  })

  it('is bounded, kind to what is no badge, and answers our own form alone', async () => {
    expect(await words(await show({ file: new Blob(['bonjour']) }))).toContain('Ce fichier n’est pas un badge')
    expect(await words(await show({}))).toContain('Choisissez un fichier')
    expect(await words(await show({ file: new Blob([new Uint8Array(4.5 * 1024 * 1024)]) }))).toContain('trop gros pour un badge')
    expect((await show({ file: new Blob([new Uint8Array(6 * 1024 * 1024)]) })).status).toBe(413)
    expect((await show({ link: 'x' }, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    const post = (type: string, body: string) =>
      fetch(house.url('/verify'), { method: 'POST', headers: { 'Content-Type': type, 'Sec-Fetch-Site': 'same-origin' }, body })
    expect((await post('application/json', '{}')).status).toBe(415)
    expect((await post('multipart/form-data; boundary=x', 'nothing')).status).toBe(400)
  })
})
