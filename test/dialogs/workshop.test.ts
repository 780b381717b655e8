// Workshops in a town in memory: what is said aloud, who may do what, and what a button of another workshop cannot.
import { beforeEach, expect, test } from 'vitest'
import { spokenCode, spokenFrom } from '../../dialogs/trainer/spokenCode.ts'
import { openTown, type Town, type Townsperson } from './town.ts'

let town: Town
let lea: Townsperson
let max: Townsperson
beforeEach(() => {
  town = openTown()
  for (const id of ['nord', 'sud']) town.structures.push({ id, name: `Atelier ${id}`, organisationId: 'insertion-reseau', trial: false })
  lea = trainer('Léa Roux', 'nord')
  max = trainer('Max Blanc', 'sud')
})

function trainer(name: string, structure: string): Townsperson {
  const code = structure[0]!.repeat(32)
  const open = { name, createdAt: town.now(), expiresAt: null, usedAt: null, usedBy: null }
  town.put('Link', { code, kind: 'trainer', subject: structure, structureId: structure, ...open })
  const person = town.person(name)
  person.starts(code)
  person.chooses(1)
  return person
}

function openOne(by: Townsperson) {
  by.says('atelier')
  by.says('équipe')
  by.chooses(1)
  return town.all('Workshop').at(-1)!
}

test.each([
  ['lune 42', 'lune 42'],
  ['LUNE-42', 'lune 42'],
  ['Lune42', 'lune 42'],
  ['« Lune 42 »', 'lune 42'],
  ['lune 4', undefined],
  ['lune 420', undefined],
  ['mardi 21', undefined],
  ['on a vu la lune 42 fois', undefined],
])('« %s » is the spoken code %s', (typed, code) => {
  expect(spokenCode(typed)).toBe(code)
})

test('every id gives a code that is understood', () => {
  for (let n = 0; n < 2000; n++) {
    const code = spokenFrom((n * 7919 ** 3).toString(16).padStart(32, '0'))
    expect(spokenCode(code)).toBe(code)
  }
})

test('a workshop is opened in three taps and knows its end; its code is long enough not to be guessed', () => {
  const workshop = openOne(lea)
  expect(workshop.code).toMatch(/^[0-9a-f]{32}$/)
  expect(Date.parse(workshop.endsAt) - Date.parse(workshop.openedAt)).toBe(2 * 3_600_000)
  expect(workshop.nudgeAt).toBe(workshop.endsAt)
  expect(workshop.boards).toHaveLength(1)
})

test('the words of a trainer are ordinary words to everybody else', () => {
  const awa = town.person('Awa Diallo')
  awa.starts('travailler-en-equipe')
  awa.says('oui')
  awa.says('oui')
  awa.says('atelier')
  expect(town.all('Workshop')).toHaveLength(0)
  expect(town.all('Answer').map((a) => a.text)).toContain('atelier')
})

test('a button of somebody else’s workshop does nothing', () => {
  const { id } = openOne(lea)
  const hex = id.replaceAll('-', '')
  for (const what of ['nudge.send', 'nudge.names', 'opened.name', 'sending.halt', 'join.go', 'join.b0']) {
    max.taps(`w.${hex}.${what}`)
    expect(max.last().text, what).toBe('Ce bouton est pour une autre personne.')
  }
  expect(town.all('Workshop')[0]).toMatchObject({ closedAt: null, nudges: 0 })
  expect(town.jobs).toEqual([])
  expect(town.all('Enrolment')).toEqual([])
  expect(max.heard().every(({ body }) => !/Atelier du/.test(body.text))).toBe(true)
})

test('nobody writes through the bot to somebody who is not in a workshop of theirs', () => {
  const awa = town.person('Awa Diallo')
  awa.starts(openOne(lea).code)
  const hex = awa.row()!.id.replaceAll('-', '')
  max.taps(`h.${hex}.talk.talk`)
  max.says('bonjour, on se voit ?')
  expect(awa.heard().every(({ body }) => !body.text.includes('on se voit'))).toBe(true)
  lea.taps(`h.${hex}.talk.talk`)
  lea.says('bonjour, on se voit ?')
  expect(awa.last().text).toContain('on se voit')
})

test('a button of a conversation or a decision that is not theirs says so, and ends nothing', () => {
  const { code } = openOne(lea)
  const awa = town.person('Awa Diallo')
  awa.starts(code)
  awa.says('oui')
  awa.says('oui')
  const claim = town.all('Claim')[0]!.id.replaceAll('-', '')
  for (const data of [
    `h.${awa.row()!.id.replaceAll('-', '')}.talk.end`,
    `d.${claim}.open.see`,
    `d.${claim}.decide.ok`,
    `c.${claim}.card.drop`,
  ]) {
    max.taps(data)
    expect(max.last().text, data).toBe('Ce bouton est pour une autre personne.')
  }
})

test('while somebody talks with their trainer, what they write is no answer', () => {
  const { code } = openOne(lea)
  const awa = town.person('Awa Diallo')
  awa.starts(code)
  awa.says('oui')
  awa.says('oui')
  awa.says('aide')
  awa.says('oui')
  awa.sends('voice', { caption: 'écoute' })
  expect(town.all('Answer')).toEqual([])
  expect(lea.heard().at(-1)!.body.attachments).toEqual([{ is: 'relay', media: expect.anything() }])
  awa.says('continuer')
  awa.says('à la cuisine du centre')
  expect(town.all('Answer').map((a) => a.text)).toEqual(['à la cuisine du centre'])
})
