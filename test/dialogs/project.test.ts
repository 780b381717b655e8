// A project in a town in memory: what each member decides for themself, and what nobody's act does to another.
import { beforeEach, expect, test } from 'vitest'
import { openTown, type Town, type Townsperson } from './town.ts'

const CONTEXT = 'Le jardin partagé, au printemps'
const BADGE = 'travailler-en-equipe'
let town: Town
beforeEach(() => {
  town = openTown()
})

/** Somebody at the first question of the badge. */
function begin(name: string): Townsperson {
  const person = town.person(name)
  person.starts(BADGE)
  person.says('oui')
  person.says('oui')
  return person
}

/** Tells the project, and answers with its code. */
function tell(person: Townsperson): string {
  person.says('projet')
  person.says(CONTEXT)
  person.chooses(1)
  return town.all('Project').at(-1)!.code
}

function joins(name: string, code: string): Townsperson {
  const person = begin(name)
  person.starts(code)
  return person
}

/** From « Quel était votre rôle ? » to the photo. */
function tellsPart(person: Townsperson): void {
  person.says('je m’occupais de l’arrosage tous les matins')
  person.says('j’ai planté les tomates avec Rosa et après j’ai paillé')
}

const claimOf = (person: Townsperson) => town.claim(town.all('Claim').find((c) => c.personId === person.row()!.id)!.id)!
const pieces = (person: Townsperson) => claimOf(person).evidence.filter((e) => !e.removedAt)

/** Sends a photo, says that it is all, and gives it to the group, or not. */
function gives(person: Townsperson, all: boolean): void {
  person.sends('photo')
  town.work()
  person.chooses(1)
  person.chooses(all ? 2 : 1)
}

test('a project is told in a sentence, read over, and told anew where it is wrong', () => {
  const awa = begin('Awa Diallo')
  awa.says('projet')
  awa.says('x'.repeat(201))
  expect(town.all('Project')).toEqual([])
  awa.says('le jardim')
  awa.says('corriger')
  expect(awa.last().text).toContain('projet')
  awa.says(CONTEXT)
  awa.says('oui')
  expect(town.all('Project')).toMatchObject([{ context: CONTEXT, badgeId: BADGE, workshopId: null }])
  expect(claimOf(awa).projectId).toBe(town.all('Project')[0]!.id)
  expect(awa.last().text).toContain(CONTEXT)
})

test('« Non, sans groupe » goes on where the claim was', () => {
  const awa = begin('Awa Diallo')
  const asked = awa.last().text
  awa.says('projet')
  awa.taps(awa.last().choices![0]!.data)
  expect(awa.last().text).toBe(asked)
  expect(town.all('Project')).toEqual([])
})

test('« projet » is a word like another to whoever has nothing to tell it of', () => {
  const awa = town.person('Awa Diallo')
  awa.starts('')
  awa.says('projet')
  expect(town.all('Project')).toEqual([])
})

test('what is kept is offered to nobody, what is given is taken only by a yes, and once', () => {
  const awa = begin('Awa Diallo')
  const link = tell(awa)
  tellsPart(awa)
  gives(awa, false)
  const ben = joins('Ben Ali', link)
  tellsPart(ben)
  expect(ben.last().text).not.toContain('partage')

  const eve = joins('Eve Costa', link)
  tellsPart(eve)
  gives(eve, true)
  const dan = joins('Dan Petit', link)
  tellsPart(dan)
  expect(dan.last().text).toContain('partage 1 preuve')
  expect(dan.last().attachments).toHaveLength(1)
  const offered = dan.last().choices!
  dan.taps(offered[0]!.data)
  dan.taps(offered[0]!.data)
  expect(pieces(dan)).toHaveLength(1)
  expect(pieces(dan)[0]).toMatchObject({
    originId: pieces(eve)[0]!.id,
    file: pieces(eve)[0]!.file,
    projectId: null,
    claimId: claimOf(dan).id,
  })

  const kim = joins('Kim Lee', link)
  tellsPart(kim)
  kim.chooses(2)
  expect(pieces(kim)).toEqual([])
  expect(kim.last().text).toContain('Envoyez')
})

test('a piece that came from another member is not given on as one’s own', () => {
  const awa = begin('Awa Diallo')
  const link = tell(awa)
  tellsPart(awa)
  gives(awa, true)
  const ben = joins('Ben Ali', link)
  tellsPart(ben)
  ben.chooses(1)
  ben.chooses(1)
  expect(ben.last().text).not.toContain('Partagez')
  expect(ben.last().text).toContain('Question 4')
})

test('whoever leaves keeps their words, gives back what they took, and offers nothing any more; nobody else is touched', () => {
  const awa = begin('Awa Diallo')
  const link = tell(awa)
  tellsPart(awa)
  gives(awa, true)
  const ben = joins('Ben Ali', link)
  tellsPart(ben)
  ben.chooses(1)
  const before = claimOf(ben)

  awa.says('projet')
  awa.chooses(3)
  expect(claimOf(awa)).toMatchObject({ projectId: null })
  expect(claimOf(awa).answers.map((a) => a.text)).toContain('je m’occupais de l’arrosage tous les matins')
  // the others are one less: nothing else of what they see has changed
  expect({ ...claimOf(ben), project: null }).toEqual({ ...before, project: null })
  const kim = joins('Kim Lee', link)
  tellsPart(kim)
  expect(kim.last().text).not.toContain('partage')

  ben.says('projet')
  ben.chooses(3)
  expect(pieces(ben)).toEqual([])
  expect(pieces(awa)).toHaveLength(1)
  // coming back: asked again, as the first time
  awa.starts(link)
  expect(claimOf(awa).projectId).not.toBeNull()
})

test('the text that was approved is the text of this project: joining another time asks to read it over', () => {
  const awa = begin('Awa Diallo')
  awa.says('au jardin, en mars')
  awa.says('j’ai planté les tomates avec Rosa et après j’ai paillé')
  awa.says('passer')
  awa.says('tout a poussé')
  awa.says('3')
  awa.says('j’arroserai plus tôt')
  awa.chooses(1)
  expect(claimOf(awa).approvedAt).not.toBeNull()
  const ben = begin('Ben Ali')
  awa.starts(tell(ben))
  awa.says('je m’occupais de l’arrosage tous les matins')
  expect(awa.last().text).toContain('Voici votre texte')
})

test('a claim that was sent stays what it was: its link of a project shows where it stands', () => {
  const awa = begin('Awa Diallo')
  awa.says('au jardin, en mars')
  awa.says('j’ai planté les tomates avec Rosa et après j’ai paillé')
  awa.says('passer')
  awa.says('tout a poussé')
  awa.says('3')
  awa.says('j’arroserai plus tôt')
  awa.chooses(1)
  awa.chooses(1)
  awa.chooses(1)
  const sent = claimOf(awa)
  expect(sent.sendings).toHaveLength(1)
  awa.starts(tell(begin('Ben Ali')))
  expect(claimOf(awa)).toMatchObject({ projectId: null, digest: sent.digest, sendings: sent.sendings })
})

/** A trainer's workshop, with these projects told in it. */
function workshopWith(...contexts: string[]) {
  town.structures.push({ id: 'nord', name: 'Atelier nord', organisationId: 'insertion-reseau', trial: false })
  const open = { name: 'Léa', createdAt: town.now(), expiresAt: null, usedAt: null, usedBy: null }
  town.put('Link', { code: 'n'.repeat(32), kind: 'trainer', subject: 'nord', structureId: 'nord', ...open })
  const lea = town.person('Léa Roux')
  lea.starts('n'.repeat(32))
  lea.chooses(1)
  for (const words of ['atelier', 'équipe']) lea.says(words)
  lea.chooses(1)
  for (const context of contexts) for (const words of ['projet', context, 'oui']) lea.says(words)
  return { lea, code: town.all('Workshop').at(-1)!.code }
}

/** Joins, and says who they are. */
function learnerOf(code: string, name: string): Townsperson {
  const person = town.person(name)
  person.starts(code)
  person.says('oui')
  person.says('oui')
  return person
}

test('a project that is told when everybody has begun is one word away', () => {
  const { lea, code } = workshopWith()
  const tom = learnerOf(code, 'Tom Petit')
  expect(tom.last().text).toContain('Question 1')
  for (const words of ['projet', 'Le jardin partagé', 'oui']) lea.says(words)
  tom.says('projet')
  expect(tom.last().text).toContain('Le jardin partagé')
  tom.says('1')
  expect(claimOf(tom).projectId).toBe(town.all('Project')[0]!.id)
  expect(tom.last().text).toContain('Quel était votre rôle')
  // and, having left, once more
  tom.says('quitter le projet')
  tom.chooses(3)
  tom.says('projet')
  tom.says('jardin')
  expect(claimOf(tom).projectId).toBe(town.all('Project')[0]!.id)
})

test('which project it was is said in words too; whoever tells a moment tells another one', () => {
  const { code } = workshopWith('Le jardin partagé', 'Un repas pour 80 personnes')
  const ana = learnerOf(code, 'Ana Silva')
  ana.says('repas')
  expect(claimOf(ana).project?.context).toBe('Un repas pour 80 personnes')
  const ben = learnerOf(code, 'Ben Ali')
  ben.says('j’étais à la gare avec mon collègue')
  expect(claimOf(ben)).toMatchObject({ projectId: null, answers: [{ text: 'j’étais à la gare avec mon collègue' }] })
  expect(ben.last().text).toContain('Question 2')
})

test('a number tells no project', () => {
  const awa = begin('Awa Diallo')
  awa.says('projet')
  awa.says('4')
  expect(awa.last().text).not.toContain('« 4 »')
  awa.says(CONTEXT)
  expect(awa.last().text).toContain(CONTEXT)
})

test('a part in one project is no part in another', () => {
  const awa = begin('Awa Diallo')
  const other = tell(begin('Ben Ali'))
  tell(awa)
  tellsPart(awa)
  awa.says('projet')
  awa.chooses(3)
  awa.starts(other)
  expect(awa.last().text).toContain('Quel était votre rôle')
})

test('whoever comes by the link of a workshop’s project has joined the workshop', () => {
  workshopWith('Le jardin partagé')
  const kim = town.person('Kim Lee')
  kim.starts(town.all('Project')[0]!.code)
  expect(town.all('Enrolment')).toMatchObject([{ personId: kim.row()!.id }])
  expect(claimOf(kim)).toMatchObject({ workshopId: town.all('Workshop')[0]!.id, projectId: town.all('Project')[0]!.id })
})
