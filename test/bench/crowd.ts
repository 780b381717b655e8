// Many people at once, and the chat API that they look at: it takes what the bot says and hands it to whoever waits.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Pool } from 'undici'
import { actOn, isSent, type Shown } from './learner.ts'

export type Crowd = {
  apiRoot: string
  /** Calls taken up to now, by method. */
  calls: Record<string, number>
  /** Lets 64 chats go on until `turns` updates were acknowledged and answered with a message. */
  talk: (webhook: string, turns: number, how: How) => Promise<{ turns: number; seconds: number }>
  close: () => Promise<void>
}

/** `learners`: they answer what they read; otherwise any message ends a turn, and every update is a text. */
export type How = { start: string; learners: boolean; secret: string }

const CHATS = 64
const PATIENCE_MS = 5_000

type Markup = { inline_keyboard: { text: string; callback_data?: string }[][] }
type Chat = { id: number; turn: number; messages: Shown[]; said: () => void }

export async function openCrowd(): Promise<Crowd> {
  const calls: Record<string, number> = {}
  const chats = new Map<number, Chat>()
  let messageId = 1
  let updateId = 1
  let nextPerson = 10_000

  function hear({ chat_id, text, reply_markup }: { chat_id: string | number; text: string; reply_markup?: Markup }): object {
    const chat = chats.get(Number(chat_id))
    const buttons = reply_markup?.inline_keyboard.flat().map((b) => ({ label: b.text, data: b.callback_data ?? '' })) ?? []
    chat?.messages.push({ text, buttons })
    chat?.said()
    return { message_id: messageId++, date: Math.floor(Date.now() / 1000), chat: { id: Number(chat_id), type: 'private' }, text }
  }

  const api = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const method = request.url!.split('/').at(-1)!
    calls[method] = (calls[method] ?? 0) + 1
    const me = { id: 1, is_bot: true, first_name: 'Déclic', username: 'declic_bot' }
    const result = method === 'sendMessage' ? hear(JSON.parse(Buffer.concat(parts).toString())) : method === 'getMe' ? me : true
    const body = JSON.stringify({ ok: true, result })
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body)
  })
  api.keepAliveTimeout = 60_000
  await new Promise<void>((listening) => api.listen(0, '127.0.0.1', listening))

  function newChat(): Chat {
    const chat: Chat = { id: nextPerson++, turn: 0, messages: [], said: () => {} }
    chats.set(chat.id, chat)
    return chat
  }

  /** What the person does next; undefined: nothing was asked yet. */
  function nextAct(chat: Chat, { start, learners }: How) {
    if (chat.turn === 0) return { is: 'text', text: `/start ${start}` } as const
    const last = chat.messages.findLast((shown) => actOn(shown, chat.turn))
    return learners
      ? last && actOn(last, chat.turn)
      : last && ({ is: 'text', text: 'J’ai mis deux réveils et préparé mon sac le soir.' } as const)
  }

  async function live(bot: Pool, path: string, how: How, more: () => boolean): Promise<void> {
    let chat = newChat()
    while (more()) {
      const act = nextAct(chat, how)
      if (!act) throw new Error(`nothing was asked in a chat; last: ${JSON.stringify(chat.messages.at(-1))}`)
      chat.messages = []
      chat.turn++
      const from = { id: chat.id, is_bot: false, first_name: 'Awa', last_name: 'Diallo', language_code: 'fr' }
      const where = { id: chat.id, type: 'private', first_name: 'Awa' }
      const message = { message_id: messageId++, date: Math.floor(Date.now() / 1000), chat: where, from }
      const update =
        act.is === 'text'
          ? { message: { ...message, text: act.text } }
          : { callback_query: { id: `${updateId}`, from, message, data: act.data } }
      const asked = new Promise<void>((resolve, reject) => {
        const late = setTimeout(() => reject(new Error('no question came within 5 s')), PATIENCE_MS)
        const current = chat
        chat.said = () => {
          const shown = current.messages.at(-1)!
          if (!isSent(shown) && !actOn(shown, 1)) return
          clearTimeout(late)
          resolve()
        }
      })
      const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': how.secret }
      const body = JSON.stringify({ update_id: updateId++, ...update })
      const [{ statusCode, body: answer }] = await Promise.all([bot.request({ path, method: 'POST', headers, body }), asked])
      await answer.dump()
      if (statusCode !== 200) throw new Error(`an update was answered with ${statusCode}`)
      if (!chat.messages.some(isSent)) continue
      chats.delete(chat.id)
      chat = newChat()
    }
    chats.delete(chat.id)
  }

  return {
    apiRoot: `http://127.0.0.1:${(api.address() as AddressInfo).port}`,
    calls,
    async talk(webhook, turns, how) {
      const { origin, pathname } = new URL(webhook)
      const bot = new Pool(origin, { connections: CHATS, keepAliveTimeout: 60_000 })
      let begun = 0
      const started = performance.now()
      await Promise.all(Array.from({ length: CHATS }, () => live(bot, pathname, how, () => begun++ < turns)))
      const seconds = (performance.now() - started) / 1000
      await bot.close()
      return { turns, seconds }
    },
    async close() {
      api.closeAllConnections()
      await new Promise((closed) => api.close(closed))
    },
  }
}
