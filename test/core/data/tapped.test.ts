// What becomes of a message's buttons once one was tapped: the first tap that counts, whatever comes after it.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../core/data/database.ts'
import { settleTap } from '../../../core/data/tapped.ts'
import type { Outbound } from '../../../dialogs/vocabulary.ts'
import { freshDatabase } from '../../setup/freshDatabase.ts'

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database?.stop())

const TO = 'teams:a:1'
const CHOICES = [
  { label: 'Oui', data: 'yes' },
  { label: 'Non', data: 'no' },
  { label: 'Aide', data: 'help', control: true },
]
const say = async (body: Outbound, id: string = randomUUID(), platformId: string = randomUUID()) => {
  await database.prisma.outbox.create({ data: { id, to: TO, body, at: new Date(), platformId } })
  return platformId
}
/** A tap on `data`, and what the dialog said to it. */
const tap = async (platformId: string, data: string, ...answers: Outbound[]) => {
  const key = randomUUID()
  for (const [n, answer] of answers.entries()) await say(answer, `${key}:${n}`)
  const settle = () => settleTap(database.pool, { key, to: TO, platformId, data })
  return { settled: await settle(), again: settle }
}

test('the first answer is kept, however often it is asked and whatever is tapped later', async () => {
  const card = await say({ text: 'On commence ?', choices: CHOICES })
  const { settled, again } = await tap(card, 'yes', { text: 'Je vous appelle Awa ?', choices: CHOICES })
  expect(settled).toMatchObject({ taken: 'yes', stays: false, body: { text: 'On commence ?' } })
  expect(await again()).toMatchObject({ taken: 'yes', stays: false })
  const late = await tap(card, 'no', { text: 'C’est déjà noté', over: true })
  expect(late.settled).toMatchObject({ taken: 'yes', stays: false })
})

test('a tap that came too late takes the buttons away, and shows no answer', async () => {
  const card = await say({ text: 'On commence ?', choices: CHOICES })
  const { settled } = await tap(card, 'no', { text: 'C’est déjà noté', over: true })
  expect(settled).toMatchObject({ taken: null, stays: false })
})

test('a helper leaves the buttons, unless the question, or another, was asked after it', async () => {
  const card = await say({ text: 'On commence ?', choices: CHOICES })
  expect((await tap(card, 'help', { text: 'J’ai prévenu Léa.' })).settled).toMatchObject({ taken: null, stays: true })
  expect((await tap(card, 'help', { text: 'Je redis.' }, { text: 'On commence ?', choices: CHOICES })).settled).toMatchObject({
    taken: 'help',
    stays: false,
  })
  expect((await tap(card, 'help', { text: 'J’ai prévenu Léa.' })).settled).toMatchObject({ taken: 'help', stays: false })
})

test('what lasts keeps its buttons, tap after tap', async () => {
  const card = await say({ text: 'Atelier ouvert.', choices: CHOICES, lasting: true })
  for (const data of ['yes', 'no', 'help']) {
    expect((await tap(card, data, { text: 'Quel nom ?', choices: CHOICES })).settled).toMatchObject({ taken: null, stays: true })
  }
})

test('data that the message never had is no answer; a message that was never sent is none', async () => {
  const card = await say({ text: 'On commence ?', choices: CHOICES })
  expect((await tap(card, 'made up')).settled).toMatchObject({ taken: null })
  expect((await tap(randomUUID(), 'yes')).settled).toBeUndefined()
})

test('of a message that was edited, the latest counts', async () => {
  const card = await say({ text: 'avant' })
  await say({ text: 'après', choices: CHOICES, editOf: card }, randomUUID(), card)
  expect((await tap(card, 'yes', { text: 'Merci' })).settled).toMatchObject({ body: { text: 'après' }, taken: 'yes' })
})
