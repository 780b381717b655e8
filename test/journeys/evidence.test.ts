// Files that cannot be taken are refused kindly, and the claim goes on; a badge is shown only while its learner shares it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '../core/evidence/files.ts'
import { expectTranscript } from './golden.ts'
import { codeIn, openCast } from './people.ts'
import { walk } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey?.stop())

const PAGE = Buffer.from('<!doctype html><html><script>alert(1)</script></html>')

test('refused kindly, and the claim goes on', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  await walk(awa, 'evidence')
  const good = await photo(640, 480)

  cast.scene('A web page that is called a photo')
  await awa.does((phone) => phone.sendsDocument(PAGE, { name: 'photo.jpg', mediaType: 'image/jpeg' }))
  cast.scene('Too big')
  await awa.does((phone) => phone.sendsVideo(good, { claimedSize: 60_000_000 }))
  cast.scene('Empty')
  await awa.does((phone) => phone.sendsDocument(Buffer.alloc(0), { name: 'rien.pdf' }))
  cast.scene('A program')
  await awa.does((phone) => phone.sendsDocument(Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), { name: 'jeu.exe' }))
  cast.scene('And a good one')
  await awa.does((phone) => phone.sendsPhoto(good))
  await awa.taps('Oui, c’est tout')
  const kept = await journey.rows('select state, refusal from "Evidence" order by at')
  expect(kept.map(({ state, refusal }) => refusal ?? state)).toEqual(['web-page', 'too-big', 'empty', 'program', 'kept'])
  await expectTranscript(cast, 'evidence-refused', 'Files that cannot be taken')
})

test('shown only while it is shared', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  const paul = cast.person('T', 'Paul Martin')
  const code = codeIn(await walk(awa))
  await paul.starts(code)
  await paul.says('oui')
  await paul.taps('C’est bon')
  await cast.waits()
  const [claim] = await journey.rows<{ id: string }>('select "claimId" as id from "Issuance"')
  const pages = ['', '.json', '.png', '.svg'].map((end) => `/b/${claim!.id}${end}`)
  const statuses = () => Promise.all(pages.map(async (page) => (await journey.get(page)).status))
  expect(await statuses()).toEqual([404, 404, 404, 404])

  cast.scene('Shown, and hidden again')
  await awa.taps('Le montrer')
  expect(await statuses()).toEqual([200, 200, 200, 200])
  await awa.says('mes demandes')
  await awa.taps(1)
  await awa.taps('Ne plus le montrer')
  expect(await statuses()).toEqual([404, 404, 404, 404])
  await expectTranscript(cast, 'sharing', 'Shown only while it is shared')
})
