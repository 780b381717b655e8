// What a claim keeps, whatever is taken back, in whatever order people speak, and whatever the catalogue becomes meanwhile.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { statusOf } from '../../core/model/status.ts'
import { type Edit, edited } from './edited.ts'
import { act, goOn, isSent, SENSIBLE } from './firstButton.ts'
import { catalogue, openTown, type Town, type Townsperson } from './town.ts'

const badges = catalogue.issuers.flatMap((issuer) => issuer.badges.map((badge) => badge.id))
const badge = fc.constantFrom(...badges)

// ---- « retour »

const TELLING = /^[qfc]:/

test('« retour » after an answer asks the same again, and the answer is superseded', () => {
  fc.assert(
    fc.property(badge, fc.constantFrom('retour', 'RETOUR', '/retour', 'retoure', 'back'), fc.boolean(), (id, back, thin) => {
      const town = openTown()
      const learner = town.person()
      learner.starts(id)
      const visited: string[] = []
      for (let n = 0; n < 60 && !hasSent(learner); n++) {
        const prompt = learner.focus()?.prompt ?? ''
        act(learner, thin ? 'oui voilà' : SENSIBLE.fr)
        if (!TELLING.test(prompt) || visited.includes(prompt)) continue
        visited.push(prompt)
        const given = answers(town).filter((a) => a.prompt === prompt && !a.supersededAt)
        expect(given).toHaveLength(1)
        learner.says(back)
        expect(learner.focus()?.prompt).toBe(prompt)
        expect(answers(town).find((a) => a.id === given[0]!.id)!.supersededAt).not.toBeNull()
        act(learner, thin ? 'oui voilà' : SENSIBLE.fr)
      }
      expect(visited.length).toBeGreaterThan(3)
    }),
    { numRuns: 60 },
  )
})

const answers = (town: Town) => town.all('Answer')
const hasSent = (learner: Townsperson) => learner.heard().some((m) => isSent(m.body.text))

// ---- learner, tutor and trainer at once

/** One after the other for each; any order between them. */
const interleaved = <T>(lists: T[][]) =>
  fc.infiniteStream(fc.nat({ max: lists.length - 1 })).map((stream) => {
    const left = lists.map((list) => [...list])
    const order: T[] = []
    for (const n of stream) {
      if (left.every((list) => list.length === 0)) break
      const list = left[n]!.length ? left[n]! : left.find((l) => l.length > 0)!
      order.push(list.shift()!)
    }
    return order
  })

type Cast = { town: Town; awa: Townsperson; paul: Townsperson; lea: Townsperson; code: string }

/** A claim that waits for a tutor’s word and a trainer’s decision. */
function sentClaim(): Cast {
  const town = openTown()
  town.structures.push({ id: 'nord', name: 'Nord', organisationId: 'centre-formation', trial: false })
  const link = { structureId: 'nord', name: null, createdAt: town.now(), expiresAt: null, usedAt: null, usedBy: null }
  town.put('Link', { code: 't'.repeat(30), kind: 'trainer', subject: 'nord', ...link })
  town.put('Link', { code: 'b'.repeat(30), kind: 'badge', subject: 's-adapter-au-changement', ...link })
  const [awa, paul, lea] = [town.person('Awa Diallo'), town.person('Paul Martin'), town.person('Léa Roux')]
  lea.starts('t'.repeat(30))
  lea.chooses(1)
  awa.starts('b'.repeat(30))
  expect(goOn(awa, SENSIBLE.fr)).toBe(true)
  town.work()
  return { town, awa, paul, lea, code: town.all('Link').find((l) => l.kind === 'endorse')!.code }
}

const ACTS: ((cast: Cast) => void)[][] = [
  [
    ({ awa }) => awa.says('mes demandes'),
    ({ awa }) => awa.says('aide'),
    ({ awa }) => awa.starts('travailler-en-equipe'),
    ({ awa }) => awa.says('à la cuisine du centre, jeudi'),
    ({ awa }) => awa.says('j’ai coupé les légumes avec Rosa'),
  ],
  [
    ({ paul, code }) => paul.starts(code),
    ({ paul }) => paul.says('oui, elle a tout préparé avec soin'),
    ({ paul }) => paul.says('c’est bon'),
    ({ paul }) => paul.says('chef de cuisine'),
  ],
  [
    ({ lea }) => lea.says('demandes'),
    ({ lea, town }) => lea.taps(`d.${town.all('Claim')[0]!.id.replaceAll('-', '')}.open.see`),
    ({ lea }) => lea.says('accepter'),
  ],
  [({ town }) => town.work(), ({ town }) => town.work(), ({ town }) => town.work({ later: true })],
]

test('learner, tutor and trainer at once: the same facts, whoever comes first', () => {
  const facts = new Set<string>()
  fc.assert(
    fc.property(interleaved(ACTS), (order) => {
      const cast = sentClaim()
      for (const one of order) one(cast)
      for (let n = 0; n < 3; n++) cast.town.work({ later: true })
      facts.add(JSON.stringify(factsOf(cast.town)))
      expect([...facts]).toHaveLength(1)
    }),
    { numRuns: 150 },
  )
  expect(JSON.parse([...facts][0]!)).toMatchObject([
    {
      status: 'issued',
      verdicts: [['yes', 'oui, elle a tout préparé avec soin', 'chef de cuisine']],
      decisions: ['accepted'],
      issuances: 1,
    },
    {
      badge: 'travailler-en-equipe',
      status: 'draft',
      answers: ['q:moment=à la cuisine du centre, jeudi', 'q:action=j’ai coupé les légumes avec Rosa'],
    },
  ])
})

const factsOf = (town: Town) =>
  town
    .all('Claim')
    .map(({ id }) => town.claim(id)!)
    .map((claim) => ({
      badge: claim.badgeId,
      status: statusOf(claim, claim.meaning.policy),
      answers: claim.answers.filter((a) => !a.supersededAt).map((a) => `${a.prompt}=${a.text}`),
      verdicts: claim.endorsements.map((e) => [e.verdict, e.comment, e.role]),
      decisions: claim.decisions.map((d) => d.outcome),
      issuances: claim.issuances.length,
    }))

// ---- a catalogue that changes

const edit: fc.Arbitrary<Edit> = fc.record({
  is: fc.constantFrom('add' as const, 'remove' as const, 'reword' as const, 'move' as const),
  which: fc.nat({ max: 7 }),
  at: fc.nat({ max: 20 }),
})

test('a catalogue edit while somebody is in the middle loses nothing and repeats nothing', () => {
  fc.assert(
    fc.property(badge, fc.array(edit, { minLength: 1, maxLength: 4 }), (id, edits) => {
      const town = openTown()
      const learner = town.person()
      learner.starts(id)
      const told: string[] = []
      for (let n = 0; n < 60 && !hasSent(learner); n++) {
        for (const one of edits.filter(({ at }) => at === n)) town.edit((before) => edited(before, id, one))
        const words = `j’ai préparé la salle numéro ${n} avec Rosa, du début à la fin`
        if (act(learner, words) === 'told') told.push(words)
      }
      expect(
        learner.heard().some((m) => isSent(m.body.text)),
        learner
          .heard()
          .map((m) => m.body.text)
          .join('\n'),
      ).toBe(true)
      const claim = town.claim(town.all('Claim')[0]!.id)!
      // nothing that was told is lost, each is there once
      for (const words of told) expect(claim.narrative!.split(words.slice(1)), `${words} in ${claim.narrative}`).toHaveLength(2)
      // nothing was answered twice
      expect(claim.answers.filter((a) => a.supersededAt)).toEqual([])
      const prompts = claim.answers.map((a) => a.prompt)
      expect(new Set(prompts).size).toBe(prompts.length)
    }),
    { numRuns: 200 },
  )
})
