// The fake is as strict as what it stands for. Spoken to in plain HTTP: nothing of the program is here.
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FakeTelegram, openFakeTelegram, type Person } from './index.ts'

let fake: FakeTelegram
let awa: Person
const closing: (() => unknown)[] = []
beforeEach(async () => {
  fake = await openFakeTelegram({ webhookBackOff: 1, now: () => Date.UTC(2026, 2, 2, 10) })
  awa = fake.user({ first_name: 'Awa', last_name: 'Diallo', language_code: 'fr' })
})
afterEach(async () => {
  await fake.close()
  for (const close of closing.splice(0)) await close()
})

type Answer = { ok: boolean; error_code?: number; description?: string; parameters?: object; result: never }
async function call(method: string, params: object = {}, token = fake.token): Promise<Answer> {
  const response = await fetch(`${fake.apiRoot}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  })
  const answer = (await response.json()) as Answer
  expect(response.status).toBe(answer.error_code ?? 200)
  return answer
}
const say = (text: string, more: object = {}) => call('sendMessage', { chat_id: awa.id, text, ...more })
const keyboard = (...rows: object[][]) => ({ reply_markup: { inline_keyboard: rows } })
const poll = async (params: object = {}) => (await call('getUpdates', params)).result as { update_id: number; message: { text: string } }[]

/** A webhook that answers what it is told; resolves with what it got. */
async function hook(status: (body: { message: { text: string } }, request: IncomingMessage) => number | Promise<number>): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    response.writeHead(await status(JSON.parse(Buffer.concat(chunks).toString()), request))
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
}

describe('refusals', () => {
  beforeEach(() => void awa.start())

  test.each([
    ['an empty text', () => say('  '), 'message text is empty'],
    ['4097 characters', () => say('é'.repeat(4097)), 'message is too long'],
    ['65 bytes of data', () => say('?', keyboard([{ text: 'a', callback_data: 'é'.repeat(33) }])), 'BUTTON_DATA_INVALID'],
    ['no data', () => say('?', keyboard([{ text: 'a', callback_data: '' }])), 'BUTTON_DATA_INVALID'],
    ['101 buttons', () => say('?', keyboard(Array(101).fill({ text: 'a', callback_data: 'a' }))), 'reply markup is too long'],
    ['a button to localhost', () => say('?', keyboard([{ text: 'a', url: 'http://localhost:1/' }])), 'Wrong HTTP URL'],
    ['nobody', () => call('sendMessage', { chat_id: 5, text: 'a' }), 'chat not found'],
    ['a reply to nothing', () => say('a', { reply_parameters: { message_id: 99 } }), 'message to be replied not found'],
    ['an unknown file', () => call('getFile', { file_id: 'x' }), 'wrong file_id'],
    ['an unknown tap', () => call('answerCallbackQuery', { callback_query_id: 'x' }), 'query is too old'],
    ['an edit of nothing', () => call('editMessageText', { chat_id: awa.id, message_id: 99, text: 'a' }), 'message to edit not found'],
    ['a person’s message', () => call('editMessageText', { chat_id: awa.id, message_id: 1, text: 'a' }), "message can't be edited"],
  ])('400 for %s', async (_, act, description) => {
    expect(await act()).toMatchObject({ ok: false, error_code: 400, description: expect.stringContaining(description) })
  })

  test('4096 characters and 64 bytes pass', async () => {
    expect(await say('é'.repeat(4096), keyboard([{ text: 'a', callback_data: 'é'.repeat(32) }]))).toMatchObject({ ok: true })
  })

  test('an edit that changes nothing is refused, one that changes something is seen', async () => {
    const { message_id } = (await say('un')).result as { message_id: number }
    expect(await call('editMessageText', { chat_id: awa.id, message_id, text: 'un' })).toMatchObject({ error_code: 400 })
    expect(await call('editMessageText', { chat_id: awa.id, message_id, text: 'deux' })).toMatchObject({ ok: true })
    expect(awa.messages().map(({ text }) => text)).toEqual(['deux'])
  })

  test('401 for a wrong token, 404 for a method that does not exist', async () => {
    expect(await call('getMe', {}, '1:x')).toMatchObject({ error_code: 401 })
    expect(await call('sendEverything')).toMatchObject({ error_code: 404 })
  })

  test('403 for whoever blocked the bot, until they come back', async () => {
    awa.blocks()
    expect(await say('a')).toMatchObject({ error_code: 403, description: 'Forbidden: bot was blocked by the user' })
    awa.start()
    expect(await say('a')).toMatchObject({ ok: true })
  })

  test('429 above the rate, with the time to wait', async () => {
    let now = 0
    const strict = await openFakeTelegram({ rate: { messages: 2, seconds: 3 }, now: () => now })
    closing.push(() => strict.close())
    const paul = strict.user()
    paul.start()
    const send = async () => (await fetch(`${strict.apiRoot}/bot${strict.token}/sendMessage?chat_id=${paul.id}&text=a`)).json()
    await send()
    now = 1000
    await send()
    expect(await send()).toMatchObject({ error_code: 429, parameters: { retry_after: 2 } })
    now = 3001
    expect(await send()).toMatchObject({ ok: true })
  })

  test('429 above the rate of all chats together; what is refused does not count', async () => {
    let now = 0
    const strict = await openFakeTelegram({ overall: { messages: 2, seconds: 1 }, now: () => now })
    closing.push(() => strict.close())
    const people = [strict.user(), strict.user(), strict.user()]
    for (const person of people) person.start()
    const send = async (n: number) =>
      (await fetch(`${strict.apiRoot}/bot${strict.token}/sendMessage?chat_id=${people[n]!.id}&text=a`)).json()
    expect([await send(0), await send(1)]).toMatchObject([{ ok: true }, { ok: true }])
    expect(await send(2)).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } })
    now = 1001
    expect([await send(2), await send(2)]).toMatchObject([{ ok: true }, { ok: true }])
  })

  test('400 with the new id for a group that became a supergroup', async () => {
    const group = fake.group('Atelier')
    const before = group.id
    group.becomesSupergroup(awa.user)
    expect(await call('sendMessage', { chat_id: before, text: 'a' })).toMatchObject({
      error_code: 400,
      parameters: { migrate_to_chat_id: group.id },
    })
  })
})

describe('files', () => {
  test('a photo comes in sizes, its bytes by a link that holds the token', async () => {
    const bytes = Buffer.alloc(30_000, 7)
    const sizes = awa.sendsPhoto(bytes).photo!
    expect(sizes.map(({ width }) => width)).toEqual([90, 320, 1280])
    const { file_path } = (await call('getFile', { file_id: sizes.at(-1)!.file_id })).result as { file_path: string }
    const fetched = await fetch(`${fake.apiRoot}/file/bot${fake.token}/${file_path}`)
    expect(Buffer.from(await fetched.arrayBuffer()).equals(bytes)).toBe(true)
    expect((await fetch(`${fake.apiRoot}/file/bot1:x/${file_path}`)).status).toBe(404)
  })

  test('more than 20 MB cannot be had', async () => {
    const { video } = awa.sendsVideo(Buffer.from('film'), { claimedSize: 21 * 1024 * 1024 })
    expect(await call('getFile', { file_id: video!.file_id })).toMatchObject({
      error_code: 400,
      description: 'Bad Request: file is too big',
    })
  })

  test('a file that is sent by its id is the same file', async () => {
    awa.start()
    const { document } = awa.sendsDocument(Buffer.from('pdf'), { name: 'a.pdf' })
    await call('sendDocument', { chat_id: awa.id, document: document!.file_id })
    expect(awa.messages()[0]!.file!.toString()).toBe('pdf')
  })
})

describe('polling', () => {
  test('the same updates come until an offset forgets them', async () => {
    awa.says('un')
    awa.says('deux')
    const [first, second] = await poll()
    expect((await poll()).map(({ message }) => message.text)).toEqual(['un', 'deux'])
    expect(await poll({ offset: second!.update_id })).toEqual([second])
    expect(first!.update_id).toBeLessThan(second!.update_id)
    expect(await poll({ offset: second!.update_id + 1 })).toEqual([])
  })

  test('a long poll waits for somebody to speak', async () => {
    const waiting = poll({ timeout: 30 })
    await expect.poll(() => fake.updates.pendingCount).toBe(0)
    setTimeout(() => awa.says('bonjour'), 20)
    expect((await waiting).map(({ message }) => message.text)).toEqual(['bonjour'])
  })

  test('two at once: the first is told that there is another', async () => {
    const first = call('getUpdates', { timeout: 30 })
    await new Promise((resolve) => setTimeout(resolve, 50))
    const second = call('getUpdates', { timeout: 30 })
    expect(await first).toMatchObject({ error_code: 409, description: expect.stringContaining('terminated by other getUpdates') })
    awa.says('bonjour')
    expect(await second).toMatchObject({ ok: true })
  })

  test('not while a webhook is set', async () => {
    await call('setWebhook', { url: 'https://somewhere.example/hook' })
    expect(await call('getUpdates')).toMatchObject({ error_code: 409, description: expect.stringContaining('webhook is active') })
    await call('deleteWebhook')
    expect(await call('getUpdates')).toMatchObject({ ok: true })
  })

  test('kinds that were not asked for do not come', async () => {
    await poll({ allowed_updates: ['callback_query'] })
    awa.says('bonjour')
    expect(await poll()).toEqual([])
  })
})

describe('webhook', () => {
  test('brings the secret; a chat waits for the answer, another chat does not', async () => {
    const got: string[] = []
    const door = Promise.withResolvers<void>()
    const url = await hook(async ({ message }, request) => {
      expect(request.headers['x-telegram-bot-api-secret-token']).toBe('secret')
      if (message.text === 'lent') await door.promise
      got.push(message.text)
      return 200
    })
    await call('setWebhook', { url, secret_token: 'secret' })
    const paul = fake.user()
    awa.says('lent')
    awa.says('après')
    paul.says('vite')
    await expect.poll(() => got).toEqual(['vite'])
    door.resolve()
    await expect.poll(() => got).toEqual(['vite', 'lent', 'après'])
  })

  test('comes again after anything but 2xx, in order', async () => {
    const got: string[] = []
    const answers = [500, 403, 302, 200, 204]
    const url = await hook(({ message }) => {
      got.push(message.text)
      return answers[got.length - 1]!
    })
    await call('setWebhook', { url })
    awa.says('un')
    awa.says('deux')
    await expect.poll(() => got).toEqual(['un', 'un', 'un', 'un', 'deux'])
    await expect.poll(() => fake.updates.pendingCount).toBe(0)
    expect((await call('getWebhookInfo')).result).toMatchObject({ url, last_error_message: 'Wrong response from the webhook: 302' })
  })

  test('wants https, and a secret of its own alphabet', async () => {
    expect(await call('setWebhook', { url: 'http://somewhere.example/' })).toMatchObject({ error_code: 400 })
    expect(await call('setWebhook', { url: 'https://somewhere.example/', secret_token: 'é' })).toMatchObject({ error_code: 400 })
  })
})

describe('faults on order', () => {
  beforeEach(() => void awa.start())

  test('strike the calls that they are meant for, and no other', async () => {
    fake.fails({ method: 'sendMessage', chat: awa.id }, { is: 'too-many', retryAfter: 9 })
    expect(await call('getMe')).toMatchObject({ ok: true })
    expect(await say('a')).toMatchObject({ error_code: 429, parameters: { retry_after: 9 } })
    expect(await say('a')).toMatchObject({ ok: true })
  })

  test('« dropped » did not happen, « answer-lost » did', async () => {
    fake.fails({}, { is: 'dropped' })
    await expect(say('a')).rejects.toThrow()
    expect(awa.messages()).toHaveLength(0)
    fake.fails({}, { is: 'answer-lost' })
    await expect(say('a')).rejects.toThrow()
    expect(awa.messages()).toHaveLength(1)
  })
})

test('a conversation reads as docs write it', async () => {
  awa.start('equipe')
  await say(
    'On commence ?',
    keyboard([
      { text: '1 Oui', callback_data: 'y' },
      { text: '2 C’est un diplôme ?', callback_data: 'd' },
    ]),
  )
  await awa.taps('Oui')
  await say('Racontez.\nPar quoi avez-vous commencé ?', keyboard([{ text: 'Passer', callback_data: 's' }]))
  awa.sendsVoice(Buffer.from('ogg'), { seconds: 41 })
  awa.sendsAlbum([Buffer.from('a'), Buffer.from('b'), Buffer.from('c')])
  awa.sendsSticker()
  await say(`Le lien : t.me/declic_bot?start=${'x'.repeat(32)}`)
  expect(awa.transcript()).toBe(
    `L  /start equipe
B  On commence ?
   [1 Oui] [2 C’est un diplôme ?]
L  *taps* 1 Oui
B  Racontez.
   Par quoi avez-vous commencé ?
   [Passer]
L  🎤 0:41
L  🖼 🖼 🖼
L  *sticker*
B  Le lien : t.me/declic_bot?start=…
`,
  )
  expect(awa.latencies()).toHaveLength(3)
})

test('a reading ends when what was waited for is there, or says what was there instead', async () => {
  awa.start()
  setTimeout(() => void say('un').then(() => say('deux')), 30)
  expect((await awa.reads({ until: (seen) => seen.length === 2 })).map(({ text }) => text)).toEqual(['un', 'deux'])
  await expect(awa.reads({ until: () => false, within: 30 })).rejects.toThrow('B  deux')
  expect(await awa.reads({ within: 10 })).toEqual([])
})
