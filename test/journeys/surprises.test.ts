// What people do that nobody planned: old buttons, two taps, stickers, edits, blocking, groups, bad links, the same update twice.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectTranscript } from './golden.ts'
import { openCast } from './people.ts'
import { walk, WORDS } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey?.stop())

test('old buttons, two taps, stickers, places, edits', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  await awa.starts('travailler-en-equipe')
  const hello = awa.last().message
  await awa.taps('Oui')
  await awa.taps('Oui')

  cast.scene('An old button')
  await awa.taps('Oui', { on: hello })
  const moment = awa.phone.says(WORDS.fr.moment)
  await awa.does(() => undefined)

  cast.scene('What cannot be an answer')
  await awa.does((phone) => phone.sendsSticker())
  await awa.does((phone) => phone.sendsLocation())
  await awa.says(WORDS.fr.action)
  await awa.taps('Passer')
  await awa.says(WORDS.fr.result)

  cast.scene('Two taps at once')
  const levels = awa.last().message
  await awa.does(async (phone) => {
    await phone.taps(3, { on: levels })
    await phone.taps(4, { on: levels })
  })
  const [level] = await journey.rows(`select level, "supersededAt" from "Answer" where prompt like 'c:%'`)
  expect(level).toEqual({ level: 3, supersededAt: null })

  cast.scene('A message edited')
  await awa.does((phone) => phone.edits(moment, 'à la cuisine centrale'))
  await awa.taps('Oui, remplacer')
  await awa.does((phone) => phone.edits(moment, 'ailleurs'))
  await awa.taps('Non, garder')
  await awa.says(WORDS.fr.next)
  expect(awa.last().text).toContain('À la cuisine centrale')
  await expectTranscript(cast, 'surprises', 'Old buttons, stickers, edits')
})

test('links that lead nowhere, a group, blocking', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  cast.scene('Links')
  await awa.starts('xXxXxXxXxXxXxXxXxXxXxXxXxXxX')
  await awa.starts('')
  await awa.says('/start pas-un-badge')
  await awa.taps('Oui')
  await awa.taps('Oui')
  await awa.starts('mon-cv')

  cast.scene('Blocked, and back')
  await awa.does((phone) => phone.blocks())
  const unreachable = () =>
    journey.rows(`select "unreachableAt" is not null as gone from "Account" where "externalId" = $1`, [`${awa.phone.id}`])
  expect(await unreachable()).toEqual([{ gone: true }])
  await awa.says('me revoilà pour mon cv')
  expect(await unreachable()).toEqual([{ gone: false }])
  await expectTranscript(cast, 'links-and-blocking', 'Links that lead nowhere, and blocking')

  const group = journey.telegram.group('Atelier Nord')
  const inGroup = awa.phone.in(group)
  const before = await claims()
  inGroup.says('/aide')
  inGroup.says('oui c’est moi')
  await journey.idle()
  expect(inGroup.messages()).toHaveLength(1)
  expect(inGroup.messages()[0]!.text).toContain('Parlons en privé')
  expect(await claims()).toEqual(before)
})

const claims = () => journey.rows('select id, version from "Claim" order by id')

test('an update that comes twice changes nothing and says nothing', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  await walk(awa, 'action')
  const message = awa.phone.says(WORDS.fr.action)
  await journey.idle()
  const { rows } = journey
  const everything = async () => [
    await rows('select * from "Answer" order by id'),
    await rows('select id, version from "Claim" order by id'),
    await rows('select id, version from "Person" order by id'),
    await rows('select count(*) from "Outbox"'),
  ]
  const before = await everything()
  const [last] = await rows<{ key: string }>(`select key from "Inbound" order by at desc limit 1`)
  const update_id = Number(/(\d+)$/.exec(last!.key)![1])
  for (let n = 0; n < 3; n++) journey.telegram.brings({ update_id, message: { ...message } }, awa.phone.id)
  await journey.idle()
  expect(await everything()).toEqual(before)
})

test.each(['polling', 'webhook'])('what was written before our question arrived belongs to the answer before (%s)', async (how) => {
  const own = how === 'webhook' ? await openJourney({ TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-the-test' }) : journey
  try {
    const cast = openCast(own)
    const awa = cast.person('L', 'Awa Diallo')
    await walk(awa, 'action')
    let first = awa.last().message
    await awa.does((phone) => {
      first = phone.says('j’ai coupé les légumes avec Rosa')
      // the number of a message that Telegram brings us late
      phone.chat.nextMessageId++
    })
    const late = { ...first, message_id: first.message_id + 1, text: 'et après j’ai lavé les plats' }
    await awa.does((phone) => own.telegram.brings({ message: late }, phone.id))
    const told = await own.rows(`select text from "Answer" where prompt = 'q:action' and "supersededAt" is null order by at desc limit 1`)
    expect(told).toEqual([{ text: 'j’ai coupé les légumes avec Rosa\net après j’ai lavé les plats' }])
    expect(awa.last().text).toContain('Question 3')
  } finally {
    if (own !== journey) await own.stop()
  }
})
