// Whatever people do, in whatever order: a step never throws, every message is answered, and nothing that we say breaks a platform's limits.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edited } from './edited.ts'
import { LANGUAGES_OF_COMMANDS } from './words.ts'
import { catalogue, numbered, openTown, type Town, type Townsperson } from './town.ts'

const badges = catalogue.issuers.flatMap((issuer) => issuer.badges.map((badge) => badge.id))

/** What people type: commands, digits, labels, and what nobody expects. */
const typed = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...LANGUAGES_OF_COMMANDS) },
  { weight: 3, arbitrary: fc.constantFrom('1', '2', '3', '4', '9', 'oui', 'non', 'ok', 'yes', 'no', '👍', 'pas encore', 'not yet') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('on a préparé 80 repas', 'je l’ai fait avec Rosa, du début à la fin, sans aide', 'rosa@exemple.fr'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('https://exemple.fr/photo', '/start', '/start nope', '/aide', '0', ' ', '\u0000', '«»', '{ $name }', '$&'),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
)

type Act =
  | { is: 'says'; who: number; text: string; reply: number; early: boolean }
  | { is: 'taps'; who: number; which: number; recent: boolean }
  | { is: 'sends'; who: number; kind: 'photo' | 'voice' | 'video' | 'document'; album: boolean; caption: boolean }
  | { is: 'starts'; who: number; code: string | number }
  | { is: 'edits'; who: number; which: number; text: string }
  | { is: 'other' | 'blocks' | 'group' | 'form'; who: number; which: number }
  | { is: 'author'; badge: string; how: 'add' | 'remove' | 'reword' | 'move'; which: number }
  | { is: 'work'; later: boolean; refuse: boolean }

const who = fc.nat({ max: 3 })
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ is: fc.constant('says' as const), who, text: typed, reply: fc.nat({ max: 40 }), early: fc.boolean() }),
  },
  { weight: 12, arbitrary: fc.record({ is: fc.constant('taps' as const), who, which: fc.nat({ max: 200 }), recent: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant('sends' as const),
      who,
      kind: fc.constantFrom('photo' as const, 'voice' as const, 'video' as const, 'document' as const),
      album: fc.boolean(),
      caption: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant('starts' as const),
      who,
      code: fc.oneof(fc.constantFrom(...badges), fc.nat({ max: 20 }), fc.string({ maxLength: 64 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('edits' as const), who, which: fc.nat({ max: 40 }), text: typed }) },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constantFrom('other' as const, 'blocks' as const, 'group' as const, 'form' as const),
      who,
      which: fc.nat({ max: 40 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant('author' as const),
      badge: fc.constantFrom(...badges),
      how: fc.constantFrom('add' as const, 'remove' as const, 'reword' as const, 'move' as const),
      which: fc.nat({ max: 7 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('work' as const), later: fc.boolean(), refuse: fc.boolean() }) },
)

/** Four people; the last is a trainer of the others' structure, the third its tutor. A claim is sent already, so that there is somebody to answer. */
function fourPeople(): { town: Town; people: Townsperson[] } {
  const town = openTown()
  town.structures.push({ id: 'atelier-nord', name: 'Atelier Nord', organisationId: 'insertion-reseau', trial: false })
  const invite = { kind: 'trainer' as const, subject: 'atelier-nord', structureId: 'atelier-nord', name: 'Léa', createdAt: town.now() }
  const open = { expiresAt: null, usedAt: null, usedBy: null }
  town.put('Link', { code: 'i'.repeat(32), ...invite, ...open })
  town.put('Link', { code: 'b'.repeat(32), ...invite, kind: 'badge', subject: 'mon-cv', ...open })
  town.put('Link', { code: 't'.repeat(32), ...invite, kind: 'tutor', name: 'Paul', ...open })
  const people = ['Awa Diallo', 'Sam Okafor', 'Paul Martin', 'Léa Roux'].map((name, n) => town.person(name, n === 1 ? 'en' : 'fr'))
  people[3]!.starts('i'.repeat(32))
  people[3]!.chooses(1)
  people[3]!.says('atelier')
  people[3]!.says('équipe')
  people[3]!.chooses(1)
  people[3]!.says('projet')
  people[3]!.says('un repas pour 80 personnes')
  people[3]!.chooses(1)
  people[1]!.starts(town.all('Workshop')[0]!.code)
  people[2]!.starts('t'.repeat(32))
  people[2]!.chooses(1)
  people[0]!.starts('b'.repeat(32))
  return { town, people }
}

/** True for what must be answered visibly. */
function perform(town: Town, people: Townsperson[], next: Act): boolean {
  if (next.is === 'work') {
    town.work(next)
    return false
  }
  if (next.is === 'author') {
    // one badge that everybody may be at, besides any
    for (const badge of ['mon-cv', next.badge]) town.edit((before) => edited(before, badge, { is: next.how, which: next.which, at: 0 }))
    return false
  }
  const person = people[next.who]!
  const links = town.all('Link')
  const before = town.said.length
  const answered = () => {
    expect(
      town.said.length,
      `${JSON.stringify(next)} was not answered:\n${person
        .heard()
        .slice(-3)
        .map((m) => m.body.text)
        .join('\n')}`,
    ).toBeGreaterThan(before)
  }
  switch (next.is) {
    case 'says': {
      const asked = person.heard().at(-1 - next.reply)
      const receivedAt = next.early && asked ? new Date(Date.parse(asked.sentAt) - 1).toISOString() : town.now()
      person.says(next.text, { replyTo: next.reply < 10 ? asked?.platformId : undefined, ...(next.early && { receivedAt }) })
      if (!next.early) answered()
      return true
    }
    case 'taps': {
      const shown = (next.recent ? person.heard().slice(-2) : town.said).flatMap((m) => m.body.choices ?? [])
      const choice = shown[next.which % Math.max(1, shown.length)]
      person.taps(choice?.data ?? `c.${next.which}.x.y`)
      answered()
      return true
    }
    case 'sends':
      person.sends(next.kind, { album: next.album ? 'album' : undefined, caption: next.caption ? 'la salle propre' : undefined })
      if (!next.album) answered()
      return true
    case 'starts':
      person.starts(typeof next.code === 'number' ? (links[next.code % Math.max(1, links.length)]?.code ?? '') : next.code)
      answered()
      return true
    case 'edits': {
      const sources = town.all('Answer').flatMap((a) => a.source ?? [])
      person.does({ is: 'edited', text: next.text }, { messageId: sources[next.which % Math.max(1, sources.length)] ?? 'none' })
      answered()
      return true
    }
    case 'other':
      person.does({ is: 'other', what: 'sticker' })
      answered()
      return true
    case 'blocks':
      person.does({ is: 'reachable', reachable: next.which % 2 === 0 })
      return false
    case 'group':
      town.turn({
        ...person.inbound({ is: 'text', text: ['/aide', '/atelier', '/relance'][next.which % 3]! }),
        from: { ...person.from, place: 'group', chat: '-77' },
      })
      return false
    case 'form': {
      const code = links.find((l) => l.kind === 'endorse')?.code ?? 'nope'
      const claim = town.all('Claim')[0]
      const web = { channel: 'page', externalId: `visitor-${next.who}`, chat: 'page', place: 'private' as const }
      const verdict = (['yes', 'not-yet', 'no', 'not-me'] as const)[next.which % 4]!
      const event =
        next.which % 3 === 0
          ? ({ is: 'settle', code, how: next.which % 2 ? 'undo' : 'done' } as const)
          : next.which % 3 === 1
            ? ({ is: 'share', token: claim?.token ?? 'nope', share: next.which % 2 === 0 } as const)
            : ({ is: 'verdict', code, verdict, comment: 'très bien', name: 'Paul', role: '' } as const)
      town.turn({ ...person.inbound(event), from: event.is === 'share' ? person.from : web })
      return false
    }
    default:
      return next satisfies never
  }
}

test('a step is total, and everything is answered', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 80, size: 'max' }), (acts) => {
      const { town, people } = fourPeople()
      for (const next of acts) perform(town, people, next)
      for (const { body } of town.said) {
        expect(body.text.trim()).not.toBe('')
        expect(body.text).not.toMatch(/undefined|\[object/)
        expect(numbered(body.choices).length).toBeLessThanOrEqual(4)
        for (const { label, data } of body.choices ?? []) {
          expect([...label].length, label).toBeLessThanOrEqual(20)
          expect(Buffer.byteLength(data), data).toBeLessThanOrEqual(64)
        }
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 150), interruptAfterTimeLimit: Number(process.env.RUNS ? 100_000 : 12_000) },
  )
})
