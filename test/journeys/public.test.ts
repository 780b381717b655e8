// Nothing is public that its owner has not shared. A crawler that knows every id, but no secret, goes through all public routes: before
// sharing, while it is shared, and afterwards. And the backpack, from the chat and from its page.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageRoutes } from '../../bots/web/index.ts'
import type { Site } from '../../bots/web/site.ts'
import { photo } from '../core/evidence/files.ts'
import { expectTranscript } from './golden.ts'
import { codeIn, openCast, type Speaker } from './people.ts'
import { walk } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

let journey: Journey
let cast: ReturnType<typeof openCast>
let awa: Speaker
/** Of the learner, and of everything of theirs. */
let known: { claim: string; token: string; person: string; evidence: string[]; endorsement: string }

const NAME = 'Awa Dupont-Zélie'
/** What only the learner, or whoever they chose, may read. */
const SECRETS = /Dupont-Zélie|Rosa Lima|coupé les légumes|du bon travail/

beforeAll(async () => {
  journey = await openJourney()
  cast = openCast(journey)
  awa = cast.person('L', NAME)
  const rosa = cast.person('T', 'Rosa Lima')
  await walk(awa, 'evidence')
  const picture = await photo(640, 480)
  await awa.does((phone) => phone.sendsPhoto(picture))
  await awa.taps('Oui, c’est tout')
  await walk(awa, 'send', { from: 'result' })
  await awa.taps('Tout le monde')
  const code = codeIn(await awa.taps('Envoyer à mon tuteur'))
  await rosa.starts(code)
  await rosa.says('oui, du bon travail')
  await rosa.taps('C’est bon')
  await cast.waits()
  const [row] = await journey.rows<{ claim: string; token: string; person: string; evidence: string[]; endorsement: string }>(
    `select c.id as claim, c.token, c."personId" as person, e.id as endorsement,
       (select array_agg(v.id::text) from "Evidence" v where v."claimId" = c.id) as evidence from "Claim" c join "Endorsement" e on e."claimId" = c.id`,
  )
  known = row!
})
afterAll(() => journey?.stop())

/** Every address that somebody could make who knows all ids and no secret; `:token` and `:code` are secrets. */
function addresses(): string[] {
  const { claim, person, evidence, endorsement } = known
  const ids = [claim, person, endorsement, ...evidence]
  const organisation = 'insertion-reseau'
  const files = ['json', 'png', 'svg', 'pdf'].map((ending) => `${claim}.${ending}`)
  const values: Record<string, string[]> = {
    id: [...ids, ...files, `${organisation}-1`],
    token: [...ids, '0'.repeat(32)],
    code: ids,
    piece: evidence,
    organisation: [organisation],
    file: ['travailler-en-equipe.1.fr.json', 'travailler-en-equipe.1.fr.png', `${organisation}.json`, 'badge.json', 'badge.png', 'qr.svg'],
  }
  return pageRoutes({ issuer: {} } as Site)
    .filter(({ method, path }) => method === 'GET' && !path.startsWith('/assets/'))
    .flatMap(({ path }) => filled(path, values))
}

const filled = (path: string, values: Record<string, string[]>): string[] => {
  const name = /:(\w+)/.exec(path)?.[1]
  if (!name) return [path]
  return (values[name] ?? ['x']).flatMap((value) => filled(path.replace(`:${name}`, value), values))
}

/** Goes through all of them, and on through whatever they link to. What was found, and every address where something of the learner stood. */
async function crawl(): Promise<{ tells: string[]; ok: string[] }> {
  const left = addresses()
  const seen = new Set(left)
  const tells: string[] = []
  const ok: string[] = []
  const base = journey.environment.PUBLIC_URL!
  for (let at = 0; at < left.length; at++) {
    // a crowd of strangers: one alone would be told to wait
    const answer = await journey.get(left[at]!, { headers: { 'X-Forwarded-For': `198.51.100.${at % 250}` } })
    expect(answer.status, left[at]).not.toBe(429)
    if (answer.status === 200) ok.push(left[at]!)
    const type = answer.headers.get('content-type') ?? ''
    const body = Buffer.from(await answer.arrayBuffer()).toString('utf8')
    if (SECRETS.test(body) || body.includes(known.token) || /^(image|audio)\//.test(type)) {
      // a badge's own picture is nobody's
      if (!left[at]!.startsWith('/badges/')) tells.push(left[at]!)
    }
    if (!/html|json/.test(type)) continue
    for (const [, link] of body
      .matchAll(/(?:href|src|action)="([^"]+)"|"(https?:\/\/localhost:3978[^"]+)"/g)
      .map((m) => [m[0], m[1] ?? m[2]!])) {
      const path = link!.replaceAll('&amp;', '&').replace(base, '').split('#')[0]!
      if (!path.startsWith('/') || path.startsWith('/assets/') || /^\/verify\?|[?&]lang=/.test(path) || seen.has(path)) continue
      seen.add(path)
      left.push(path)
    }
  }
  return { tells: [...new Set(tells.map((path) => path.split('?')[0]!))].toSorted(), ok }
}

describe('what a stranger finds', () => {
  /** Where the backpack stood before it was closed. */
  let closed: string

  test('nothing, before the learner shares it', async () => {
    const { tells, ok } = await crawl()
    expect(tells).toEqual([])
    // the crawler is no blind one
    expect(ok).toEqual(
      expect.arrayContaining([
        '/issuer',
        '/status/insertion-reseau-1',
        '/verify',
        '/badges/insertion-reseau/travailler-en-equipe.1.fr.json',
      ]),
    )
  })

  test('the badge, its files and its evidence, while it is shared; and nothing else', async () => {
    await awa.taps('Le montrer')
    const { claim, evidence, endorsement } = known
    const { tells } = await crawl()
    expect(tells).toEqual(
      [
        `/b/${claim}`,
        `/b/${claim}.json`,
        `/b/${claim}.png`,
        `/b/${claim}.svg`,
        `/b/${claim}/assertion.json`,
        `/b/${claim}/assertion.png`,
        `/b/${claim}/assertion.svg`,
        `/b/${claim}/endorsements/${endorsement}.json`,
        ...evidence.map((piece) => `/b/${claim}/evidence/${piece}`),
      ].toSorted(),
    )
  })

  test('the backpack, once it is opened in the chat; closed, it is gone at once', async () => {
    cast.scene('A backpack')
    await awa.says('mon sac')
    await awa.taps('Ouvrir mon sac')
    const [{ token }] = (await journey.rows<{ token: string }>('select token from "Backpack"')) as [{ token: string }]
    const page = await journey.get(`/sac/${token}`)
    expect(page.status).toBe(200)
    const html = await page.text()
    for (const part of [NAME, 'Je travaille en équipe', 'Vu et confirmé par Rosa Lima', `/b/${known.claim}`, `/sac/${token}/qr.svg`])
      expect(html).toContain(part)
    expect(html).not.toContain('<script')
    expect((await journey.get(`/sac/${token}/qr.png`)).headers.get('content-type')).toBe('image/png')
    await awa.says('mon sac')
    await awa.taps('Le fermer')
    await expectTranscript(cast, 'backpack.fr', 'A backpack')
    for (const path of [`/sac/${token}`, `/sac/${token}/qr.png`]) expect((await journey.get(path)).status).toBe(404)
    closed = token
  })

  test('its page: opened, chosen, filled with a badge from elsewhere, taken to an interview', async () => {
    const at = `/c/${known.token}/sac`
    const post = (fields: Record<string, string>, path = at) =>
      journey.get(path, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin' }, body: new URLSearchParams(fields) })
    expect((await post({ do: 'open' })).status).toBe(303)
    await journey.idle()
    const [{ token }] = (await journey.rows<{ token: string }>('select token from "Backpack" where "sharedAt" is not null')) as [
      { token: string },
    ]

    // opened again it stands elsewhere: whoever had the address has it no more
    expect(token).not.toBe(closed)
    expect((await journey.get(`/sac/${closed}`)).status).toBe(404)

    const bring = (content: object, to = at) => {
      const body = new FormData()
      body.append('file', new Blob([JSON.stringify(content)]), 'badge.json')
      return journey.get(`${to}/import`, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin' }, body })
    }
    const { credential } = (await journey.rows<{ credential: { name: string } }>('select credential from "Issuance"'))[0]!
    expect(await (await bring({ ...credential, name: 'Chef étoilé' })).text()).toContain('Nous n’ajoutons pas ce badge')
    const elsewhere = {
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'Assertion',
      id: 'https://ailleurs.example/a/1',
      recipient: {},
      badge: { type: 'BadgeClass', name: 'Soudure', issuer: { name: 'CFA du Nord' } },
    }
    expect(await (await bring(elsewhere)).text()).toContain('Ce badge est dans votre sac')
    expect(await (await bring(elsewhere)).text()).toContain('déjà dans votre sac')
    // what was given here is shown from its own page, by whoever it was given to
    expect(await (await bring(credential)).text()).toContain('il est à vous')
    const ben = cast.person('L', 'Ben Autre')
    await walk(ben, 'action')
    const [other] = await journey.rows<{ token: string }>('select token from "Claim" where id <> $1', [known.claim])
    expect(await (await bring(credential, `/c/${other!.token}/sac`)).text()).toContain('à une autre personne')
    const long = { ...elsewhere, id: 'https://ailleurs.example/a/2', badge: { ...elsewhere.badge, name: 'x'.repeat(20_000) } }
    expect((await bring(long)).status).toBe(200)
    await journey.idle()
    const sac = await (await journey.get(`/sac/${token}`)).text()
    expect(sac).toContain('Soudure')
    expect(sac).toContain('Nous n’avons pas pu tout vérifier')
    expect(sac).not.toContain('Chef étoilé')

    expect(sac).not.toContain('x'.repeat(121))
    const [imported] = await journey.rows<{ id: string }>(`select id from "ImportedBadge" where report->>'name' = 'Soudure'`)
    await journey.get(at, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin' },
      body: new URLSearchParams([
        ['do', 'save'],
        ['in', `claim:${known.claim}`],
        [`place:claim:${known.claim}`, '2'],
        ['in', `imported:${imported!.id}`],
        [`place:imported:${imported!.id}`, '1'],
        ['in', 'claim:00000000-0000-4000-8000-000000000000'],
      ]),
    })
    await journey.idle()
    const ordered = await (await journey.get(`/sac/${token}`)).text()
    expect(ordered.indexOf('Soudure')).toBeLessThan(ordered.indexOf('Je travaille en équipe'))

    // nothing ticked is nothing shown, not everything
    await post({ do: 'save' })
    await journey.idle()
    const nothing = await (await journey.get(`/sac/${token}`)).text()
    expect(nothing).toContain('Rien à voir ici')
    expect(nothing).not.toContain('Un badge, et ce qu')
    await journey.get(at, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin' },
      body: new URLSearchParams([
        ['do', 'save'],
        ['in', `imported:${imported!.id}`],
        ['in', `claim:${known.claim}`],
      ]),
    })
    await journey.idle()

    const sheet = await journey.get(`${at}/fiche.pdf`)
    expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(
      Buffer.from(await sheet.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')

    // whoever has no such page finds none of it
    for (const path of ['/c/nobody/sac', '/c/nobody/sac/fiche.pdf']) expect((await journey.get(path)).status).toBe(404)
    expect((await post({ do: 'close' }, '/c/nobody/sac')).status).toBe(404)
    const foreign = await journey.get(at, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'cross-site' },
      body: new URLSearchParams({ do: 'close' }),
    })
    expect(foreign.status).toBe(403)
  })

  test('nothing again, as soon as the badge is not shared any more, not in an open backpack either', async () => {
    await awa.says('mes demandes')
    await awa.taps(1)
    await awa.taps('Ne plus le montrer')
    const { tells } = await crawl()
    expect(tells).toEqual([])
    const [{ token }] = (await journey.rows<{ token: string }>('select token from "Backpack" where "sharedAt" is not null')) as [
      { token: string },
    ]
    const sac = await (await journey.get(`/sac/${token}`)).text()
    expect(sac).not.toContain('Je travaille en équipe')
    expect(sac).toContain('Soudure')
  })

  test('« oublier » takes all of it along', async () => {
    await awa.says('oublier')
    await awa.taps(2)
    await journey.idle()
    expect(await journey.rows('select 1 from "Backpack" union all select 1 from "ImportedBadge"')).toEqual([])
  })
})
