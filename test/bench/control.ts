// The control "tx6": what a careful hand-written handler costs. Bare node:http; every update is one transaction of six round
// trips, then one message through an undici Pool. No channel, no dialog, no outbox.
//   DATABASE_URL=… CHAT_API=… node test/bench/control.ts
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { Pool } from 'undici'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
pool.on('error', () => process.exit())
const chat = new Pool(process.env.CHAT_API!, { connections: 64, keepAliveTimeout: 60_000 })

await pool.query(`create table conversation (id bigint primary key, state jsonb not null, version int not null);
  create table seen (key text primary key);
  create table message (id bigserial primary key, conversation bigint not null, body jsonb not null)`)

const STATE = {
  prompt: 'q:action',
  answers: Array.from({ length: 8 }, (_, n) => ({ id: n, text: 'J’ai mis deux réveils et préparé mon sac le soir.' })),
}
const KEYBOARD = {
  inline_keyboard: [[{ text: '1 Oui', callback_data: 's..sense.yes' }], [{ text: 'Exemple', callback_data: 's..sense.ex' }]],
}
const TEXT = 'Question 2 sur 6. Racontez ce jour, depuis votre réveil. Qu’avez-vous fait pour arriver à temps ?'

const STATEMENTS = {
  lock: 'select state, version from conversation where id = $1 for update',
  key: 'insert into seen (key) values ($1)',
  state: `insert into conversation (id, state, version) values ($1, $2, 1)
    on conflict (id) do update set state = excluded.state, version = conversation.version + 1`,
  say: 'insert into message (conversation, body) values ($1, $2)',
}

async function turn(update: {
  update_id: number
  message?: { chat: { id: number } }
  callback_query?: { from: { id: number } }
}): Promise<void> {
  const id = update.message?.chat.id ?? update.callback_query!.from.id
  const body = { chat_id: id, text: TEXT, reply_markup: KEYBOARD }
  const client = await pool.connect()
  const run = (name: keyof typeof STATEMENTS, values: unknown[]) => client.query({ name, text: STATEMENTS[name], values })
  try {
    await client.query('begin')
    await run('lock', [id])
    await run('key', [update.update_id])
    await run('state', [id, JSON.stringify(STATE)])
    await run('say', [id, JSON.stringify(body)])
    await client.query('commit')
  } finally {
    client.release()
  }
  void send(body)
}

async function send(body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const answer = await chat.request({ path: '/bot1:control/sendMessage', method: 'POST', headers, body: JSON.stringify(body) })
  await answer.body.json()
}

const server = createServer(async (request, response) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  try {
    await turn(JSON.parse(Buffer.concat(parts).toString()))
    response.writeHead(200, { 'content-length': 0 }).end()
  } catch {
    response.writeHead(500, { 'content-length': 0 }).end()
  }
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
process.on('SIGTERM', () => process.exit())
