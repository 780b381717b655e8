// Long polling: nothing is acknowledged before it is committed, and nobody waits for somebody else.
import { afterEach, expect, test } from 'vitest'
import type { Lease } from '../../../bots/telegram/index.ts'
import type { Inbound } from '../../../dialogs/vocabulary.ts'
import { type Opened, type Opening, openChannel } from './openChannel.ts'

const open: Opened[] = []
afterEach(async () => {
  for (const opened of open.splice(0).reverse()) await opened.close()
})
async function start(opening: Opening = {}): Promise<Opened> {
  const opened = await openChannel(opening)
  open.push(opened)
  await opened.channel.start()
  return opened
}

const until = (condition: () => boolean) => expect.poll(condition, { timeout: 15_000, interval: 5 }).toBe(true)
const texts = (received: Inbound[]) => received.map(({ event }) => (event.is === 'text' ? event.text : event.is))

/** A door that stays shut until it is opened. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { shut: promise, open: resolve }
}

test('what was not committed when a process ends comes again to the next one, and only that', async () => {
  const first = await start({
    intake: ({ event }) => (event.is === 'text' && event.text === 'un' ? Promise.resolve('committed') : Promise.reject(new Error('away'))),
  })
  const awa = first.fake.user()
  awa.says('un')
  awa.says('deux')
  await until(() => first.logged().includes('could not be committed'))
  await first.channel.stop()
  const second = await start({ onto: first.fake })
  await until(() => second.received.length === 1)
  expect(texts(second.received)).toEqual(['deux'])
})

test('one person’s updates wait for each other, another person’s do not', async () => {
  const door = gate()
  const seen: string[] = []
  const opened = await start({
    async intake({ from, event }) {
      if (event.is === 'text' && event.text === 'lent') await door.shut
      seen.push(`${from.firstName} ${event.is === 'text' ? event.text : event.is}`)
      return 'committed'
    },
  })
  const awa = opened.fake.user({ first_name: 'Awa' })
  const paul = opened.fake.user({ first_name: 'Paul' })
  awa.says('lent')
  awa.says('après')
  paul.says('vite')
  await until(() => seen.length === 1)
  paul.says('encore')
  await until(() => seen.length === 2)
  expect(seen).toEqual(['Paul vite', 'Paul encore'])
  door.open()
  await until(() => seen.length === 4)
  expect(seen.slice(2)).toEqual(['Awa lent', 'Awa après'])
  await until(() => opened.fake.updates.pendingCount === 0)
})

test('an update that is set aside holds up nobody, not even its own chat', async () => {
  const received: Inbound[] = []
  const opened = await start({
    async intake(inbound) {
      received.push(inbound)
      return inbound.event.is === 'text' && inbound.event.text === 'poison' ? 'set-aside' : 'committed'
    },
  })
  const awa = opened.fake.user()
  awa.says('poison')
  awa.says('bonjour')
  await until(() => received.length === 2)
  await until(() => opened.fake.updates.pendingCount === 0)
})

test('several hundred people at once: each update once, each person in order', async () => {
  const opened = await openChannel()
  open.push(opened)
  const people = Array.from({ length: 250 }, () => opened.fake.user())
  for (const text of ['un', 'deux', 'trois']) for (const person of people) person.says(text)
  await opened.channel.start()
  await until(() => opened.received.length === 750)
  expect(new Set(opened.received.map(({ key }) => key)).size).toBe(750)
  for (const person of people) {
    expect(texts(opened.received.filter(({ from }) => from.externalId === String(person.id)))).toEqual(['un', 'deux', 'trois'])
  }
})

test('two processes under one lease never poll together, and the second goes on where the first stopped', async () => {
  let held: Promise<void> = Promise.resolve()
  const lease: Lease = (run) => {
    const mine = held.then(() => run(new AbortController().signal))
    held = mine.catch(() => {})
    return mine
  }
  const first = await start({ lease })
  const second = await start({ lease, onto: first.fake })
  const awa = first.fake.user()
  awa.says('un')
  await until(() => first.received.length === 1)
  await first.channel.stop()
  awa.says('deux')
  await until(() => second.received.length === 1)
  expect([texts(first.received), texts(second.received)]).toEqual([['un'], ['deux']])
  expect(first.logged() + second.logged()).not.toContain('Conflict')
})

test('a lease that is lost ends the polling; it begins again with the next one', async () => {
  const leases: AbortController[] = []
  const lease: Lease = async (run) => {
    const controller = new AbortController()
    leases.push(controller)
    await run(controller.signal)
  }
  const opened = await start({ lease })
  const awa = opened.fake.user()
  awa.says('un')
  await until(() => opened.received.length === 1)
  leases[0]!.abort()
  await until(() => leases.length === 2)
  awa.says('deux')
  await until(() => opened.received.length === 2)
})

test('a webhook that somebody left behind is taken away', async () => {
  const opened = await openChannel()
  open.push(opened)
  await fetch(`${opened.fake.apiRoot}/bot${opened.fake.token}/setWebhook?url=http://127.0.0.1:9/hook`)
  opened.fake.user().says('bonjour')
  await opened.channel.start()
  await until(() => opened.received.length === 1)
})

test('a Telegram that fails for a while is asked again', async () => {
  const opened = await openChannel()
  open.push(opened)
  for (const fault of [{ is: 'html', code: 502 }, { is: 'dropped' }, { is: 'error', code: 500, description: 'Internal' }] as const) {
    opened.fake.fails({ method: 'getUpdates' }, fault)
  }
  opened.fake.user().says('bonjour')
  await opened.channel.start()
  await until(() => opened.received.length === 1)
  expect(opened.logged()).not.toContain(opened.fake.token)
})

test('ids that go on from a lower number after a quiet week lose nothing', async () => {
  const opened = await start()
  const awa = opened.fake.user()
  awa.says('un')
  await until(() => opened.fake.updates.pendingCount === 0)
  opened.fake.updates.jumpTo(7)
  awa.says('deux')
  await until(() => opened.received.length === 2)
})

test('stopping acknowledges what was committed and lets the work in hand end', async () => {
  const door = gate()
  const done: string[] = []
  const opened = await start({
    async intake({ event }) {
      await door.shut
      done.push(event.is)
      return 'committed'
    },
  })
  opened.fake.user().says('bonjour')
  await until(() => opened.fake.updates.pendingCount === 1)
  await new Promise((resolve) => setTimeout(resolve, 50))
  const stopped = opened.channel.stop()
  door.open()
  await stopped
  expect(done).toEqual(['text'])
  expect(opened.fake.updates.pendingCount).toBe(0)
})

test('a token that Telegram does not know stops the start with a line that names the setting', async () => {
  const opened = await start()
  await expect(openChannel({ onto: opened.fake, token: '1:wrong' })).rejects.toThrow('TELEGRAM_BOT_TOKEN')
})

test('the bot presents itself in French, and in English to those whose Telegram is English', async () => {
  const { fake } = await start()
  await until(() => fake.profile.has('short:en'))
  expect(fake.profile.get('description:')).toContain('Je vous aide')
  expect(fake.profile.get('description:en')).toContain('I help you')
  expect(fake.profile.get('commands:en')).toContainEqual({ command: 'help', description: 'Talk to a person' })
})
