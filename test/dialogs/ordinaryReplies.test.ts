// What people answer without looking at the buttons: « oui », a word with a letter missing; and what they are told
// when the next step is somebody else's.
import { describe, expect, it, test } from 'vitest'
import { optionOf } from '../../dialogs/choice.ts'
import { command } from '../../dialogs/words.ts'
import { act, goOn, SENSIBLE } from './firstButton.ts'
import { openTown, type Town, type Townsperson } from './town.ts'

/** Acts until the bot's last message holds `words`. */
function until(learner: Townsperson, words: string): void {
  for (let n = 0; n < 60 && !learner.last().text.includes(words); n++) act(learner, SENSIBLE.fr)
  expect(learner.last().text).toContain(words)
}

/** A claim that was sent, and whoever opens its link. */
function sentTo(town: Town, badge: string) {
  const awa = town.person()
  awa.starts(badge)
  expect(goOn(awa, SENSIBLE.fr)).toBe(true)
  const code = town.all('Link').findLast((l) => l.kind === 'endorse')!.code
  const paul = town.person('Paul Martin')
  paul.starts(code)
  return { awa, paul, claim: town.all('Claim').at(-1)!.id }
}

/** A trainer of the structure in which the claims of `town` are opened. */
function trainerOf(town: Town): Townsperson {
  const fatou = town.person('Fatou Ndiaye')
  fatou.starts()
  town.structures.push({ id: 'nord', name: 'Nord', organisationId: 'centre-formation', trial: false })
  town.put('Membership', { personId: fatou.row()!.id, structureId: 'nord', role: 'trainer', since: town.now() } as never)
  for (const claim of town.all('Claim')) town.put('Claim', { ...claim, structureId: 'nord' })
  return fatou
}

describe('« oui » and « non » answer every question that they answer', () => {
  it.each(['oui', 'ouais', 'wé', 'ok'])('« On continue ? » %s', (yes) => {
    const awa = openTown().person()
    awa.starts('travailler-en-equipe')
    until(awa, 'Question 2')
    awa.says('coucou')
    awa.says(yes)
    expect(awa.last().text).toContain('Question 2')
  })

  it('« J’envoie votre demande ? » oui', () => {
    const awa = openTown().person()
    awa.starts('travailler-en-equipe')
    until(awa, 'J’envoie votre demande')
    awa.says('oui')
    expect(awa.heard().at(-2)!.body.text).toContain('est envoyée')
  })

  it.each([
    ['oui', 'Voici le lien à donner'],
    ['non', 'juste pour vous'],
  ])('« Voulez-vous le montrer ? » %s', (word, told) => {
    const town = openTown()
    const { awa, paul } = sentTo(town, 'travailler-en-equipe')
    paul.says('oui')
    town.work({ later: true })
    expect(awa.last().text).toContain('Voulez-vous le montrer')
    awa.says(word)
    expect(awa.last().text).toContain(told)
  })

  it('says a label without its small word: « montrer », « montré »', () => {
    expect(optionOf('montré', [{ key: 'yes', label: 'Le montrer' }])?.key).toBe('yes')
  })

  it('after a reminder, where « oui » is no answer to the question before', () => {
    const town = openTown()
    const awa = town.person()
    awa.starts('travailler-en-equipe')
    until(awa, 'Question 1')
    const { id, remindAt } = town.all('Claim')[0]!
    town.pass(3 * 86400)
    town.happen({ is: 'reminder', claim: id, at: remindAt! })
    expect(awa.last().text).toContain('On continue')
    awa.says('oui')
    expect(awa.last().text).toContain('Question 1')
    expect(town.all('Answer')).toEqual([])
  })

  it.each([
    ['non', 'Tout est gardé'],
    ['plus tard', 'Tout est gardé'],
    ['3', 'C’est arrêté'],
  ])('after a reminder, %s', (word, told) => {
    const town = openTown()
    const awa = town.person()
    awa.starts('travailler-en-equipe')
    until(awa, 'Question 1')
    const { id, remindAt } = town.all('Claim')[0]!
    town.pass(3 * 86400)
    town.happen({ is: 'reminder', claim: id, at: remindAt! })
    awa.says(word)
    expect(awa.last().text).toContain(told)
  })
})

test.each(['mes donées', 'mes donee', 'mé données'])('« %s » asks for the data', (said) => {
  expect(command(said)).toBe('data')
})

describe('« merci »', () => {
  it('is no answer: the question stays', () => {
    const town = openTown()
    const awa = town.person()
    awa.starts('travailler-en-equipe')
    until(awa, 'Question 1')
    awa.says('merci')
    expect(
      awa
        .heard()
        .map((m) => m.body.text)
        .join(' '),
    ).toMatch(/Avec plaisir 😊 Question 1/)
    expect(town.all('Answer')).toEqual([])
  })

  it('from a tutor who has finished gets a kind word, not a first hello', () => {
    const town = openTown()
    const { paul } = sentTo(town, 'travailler-en-equipe')
    paul.says('oui')
    paul.says('c’est bon')
    paul.says('chef de cuisine')
    paul.says('merci')
    expect(paul.last().text).toBe('Avec plaisir 😊')
  })
})

test('what can be corrected stays in the order of the questions, whatever was corrected last', () => {
  const awa = openTown().person()
  awa.starts('travailler-en-equipe')
  until(awa, 'C’est bien vous')
  awa.says('corriger')
  const before = awa.last().text
  awa.says('1')
  awa.says('à la cantine du lycée, avec toute l’équipe')
  awa.says('corriger')
  expect(awa.last().text).toBe(before)
})

describe('a tutor who turns round within the undo time', () => {
  it('is asked again, and their second word is no comment of the first', () => {
    const town = openTown()
    const { paul } = sentTo(town, 'travailler-en-equipe')
    paul.says('oui')
    paul.says('non en fait ce n’était pas elle')
    town.work({ later: true })
    expect(town.all('Endorsement').filter((e) => e.verdict === 'yes')).toEqual([])
  })

  it('a no that becomes « oui mais » is asked about', () => {
    const { paul } = sentTo(openTown(), 'travailler-en-equipe')
    paul.says('non')
    paul.says('oui mais bof quand même')
    expect(paul.last().text).toContain('est-ce un oui')
  })
})

describe('a trainer who accepts before the tutor has confirmed', () => {
  it('decides once; the learner is told what is still missing, and how to get it', () => {
    const town = openTown()
    const { awa, paul } = sentTo(town, 's-adapter-au-changement')
    const fatou = trainerOf(town)
    town.work({ later: true })
    paul.says('non')
    town.work({ later: true })
    fatou.says('demandes')
    fatou.says('accepter')
    expect(fatou.last().text).toContain('Il manque encore')
    expect(awa.last().text).toContain('Il manque encore le mot d’une personne qui était là')
    fatou.says('demandes')
    expect(fatou.last().text).toContain('Aucune demande')

    awa.says('mes demandes')
    awa.says('1')
    expect(awa.last().text).not.toContain('Votre badge arrive')
    awa.says('une autre personne')
    const code = town.all('Link').findLast((l) => l.kind === 'endorse')!.code
    const rosa = town.person('Rosa Lima')
    rosa.starts(code)
    rosa.says('oui')
    town.work({ later: true })
    expect(awa.last().text).toContain('Voulez-vous le montrer')
  })
})

describe('a story told at « On commence ? »', () => {
  const story = 'hier j’ai porté les cartons avec Karim et après on a rangé toute la cave'

  it('is the first answer of the badge of the link', () => {
    const town = openTown()
    const awa = town.person()
    awa.starts('travailler-en-equipe')
    awa.says(story)
    expect(town.all('Answer')).toMatchObject([{ prompt: 'q:action', text: story }])
  })

  it('waits for the badge to be chosen', () => {
    const town = openTown()
    const awa = town.person()
    awa.starts('')
    awa.says(story)
    for (let taps = 0; taps < 8 && town.all('Claim').length === 0; taps++) awa.says('1')
    expect(town.all('Answer')).toMatchObject([{ text: story }])
  })
})
