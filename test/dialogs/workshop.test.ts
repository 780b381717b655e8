// Workshops in a town in memory: what is said aloud, who may do what, and what a button of another workshop cannot.
import { beforeEach, expect, test } from 'vitest'
import { spokenCode, spokenFrom } from '../../dialogs/trainer/spokenCode.ts'
import { numbered, openTown, type Town, type Townsperson } from './town.ts'

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

test('the words of a trainer who was about to answer are for the bot, and a learner’s are for the trainer', () => {
  const { code } = openOne(lea)
  const awa = town.person('Awa Diallo')
  awa.starts(code)
  awa.says('oui')
  awa.says('oui')
  awa.says('aide')
  awa.says('atelier')
  expect(lea.last().text, 'a learner has no such words').toContain('atelier')
  const before = awa.heard().length
  for (const [word, answer] of [
    ['relance', '1 personne n’a pas fini'],
    ['demandes', 'Aucune demande'],
    ['suivi', '/trainer/in/'],
    ['atelier', 'parcours'],
  ] as const) {
    lea.taps(`h.${awa.row()!.id.replaceAll('-', '')}.talk.talk`)
    lea.says(word)
    expect(lea.last().text, word).toContain(answer)
  }
  expect(awa.heard()).toHaveLength(before)
  lea.taps(`h.${awa.row()!.id.replaceAll('-', '')}.talk.talk`)
  lea.says('prends ton temps')
  expect(awa.last().text).toContain('prends ton temps')
})

test('« atelier » opens another one, or shows the one that is open; of several, one chooses', () => {
  const first = openOne(lea)
  lea.says('atelier')
  expect(lea.last().choices!.at(-1)).toMatchObject({ label: 'Voir l’atelier', control: true })
  lea.says('voir l’atelier')
  expect(lea.last().text).toMatch(new RegExp(`${first.name}.» est ouvert`))
  expect(lea.last().choices!.map(({ label }) => label)).toContain('Les relances')
  openOne(lea)
  lea.says('atelier')
  lea.says('mes ateliers')
  expect(numbered(lea.last().choices)).toHaveLength(2)
  lea.chooses(2)
  expect(lea.last().text).toContain('est ouvert')
  lea.says('mardi')
  expect(town.all('Workshop')).toHaveLength(2)
  max.says('atelier')
  expect(max.last().choices!.map(({ label }) => label)).not.toContain('Voir l’atelier')
})

test('an old « pas cette fois » or « pas cette relance » is about its own nudge', () => {
  const { id, code } = openOne(lea)
  const hex = id.replaceAll('-', '')
  const awa = town.person('Awa Diallo')
  awa.starts(code)
  lea.taps(`w.${hex}.nudge.skip0`)
  expect(town.all('Workshop')[0]).toMatchObject({ nudges: 1 })
  const { nudgeAt } = town.all('Workshop')[0]!
  lea.taps(`w.${hex}.nudge.skip0`)
  expect(lea.last().text).toBe('C’est déjà noté 👍')
  expect(town.all('Workshop')[0]).toMatchObject({ nudges: 1, nudgeAt })
  lea.taps(`w.${hex}.nudge.send`)
  lea.taps(`w.${hex}.sending.drop1`)
  expect(town.all('Workshop')[0], 'what was just sent goes on').toMatchObject({ nudges: 2, cancelled: 1 })
})

test('what comes by itself does not take the place of what the trainer is about to write', () => {
  const { id, code, tellAt } = openOne(lea)
  const awa = town.person('Awa Diallo')
  awa.starts(code)
  lea.taps(`h.${awa.row()!.id.replaceAll('-', '')}.talk.talk`)
  town.pass(105 * 60)
  town.happen({ is: 'workshop-ahead', workshop: id, person: lea.row()!.id, at: tellAt! })
  expect(lea.last().text).toContain('1 personne lira')
  lea.says('prends ton temps')
  expect(awa.last().text).toContain('prends ton temps')
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

/** Léa's workshop, Awa at the question about where, and the nudge under way. */
function nudgedAtQuestionOne(): Townsperson {
  const workshop = openOne(lea)
  const awa = town.person('Awa Diallo')
  awa.starts(workshop.code)
  awa.says('oui')
  awa.says('oui')
  lea.says('relance')
  lea.chooses(1)
  town.work()
  expect(awa.last().choices?.map(({ label }) => label)).toEqual(['Continuer', 'Plus tard', 'Stop'])
  return awa
}

test('a digit typed under a nudge means its button, and is no answer', () => {
  const awa = nudgedAtQuestionOne()
  awa.says('1')
  expect(awa.last().text).toContain('Question 1')
  expect(town.all('Answer')).toEqual([])
})

test('« 3 » under a nudge stops', () => {
  const awa = nudgedAtQuestionOne()
  awa.says('3')
  expect(awa.row()!.stoppedAt).not.toBeNull()
  expect(town.all('Answer')).toEqual([])
})

test('a story under a nudge answers the question that is open', () => {
  const awa = nudgedAtQuestionOne()
  awa.says('à la cuisine du centre avec Rosa')
  expect(town.all('Answer')).toMatchObject([{ text: 'à la cuisine du centre avec Rosa' }])
  expect(awa.last().text).toContain('Question 2')
})

test('of two workshops of one day the spoken code tells which; « relance » takes the digit or the name', () => {
  const first = openOne(lea)
  const awa = town.person('Awa Diallo')
  awa.starts(first.code)
  lea.says('atelier')
  lea.says('nouvel atelier')
  lea.says('équipe')
  lea.chooses(1)
  const all = town.all('Workshop')
  expect(all).toHaveLength(2)
  for (const how of ['digit', 'name'] as const) {
    lea.says('demandes')
    lea.says('relance')
    const lines = lea.last().text.split('\n')
    const code = first.spoken!.toUpperCase()
    const at = lines.findIndex((line) => line.includes(code))
    expect(at).toBeGreaterThanOrEqual(0)
    lea.says(how === 'digit' ? `${at + 1}` : lines[at]!.slice(3))
    expect(lea.last().text).toContain('1 personne')
  }
})
