// What tutors really write. One rule above all: never a false yes; and of what is clear, most is taken without asking back.
// replies/strangers.json, kitchen.json, warehouse.json, site.json and salon.json were each written by somebody who had not seen the code; first.json and
// ours.json by those who wrote it, the latter to break it. All are learnt from: what holds for an author whom nobody has read is in
// test/understanding/learned.test.ts. `condition`, `more` and `unclear` record nothing and are asked back, so one of them for another
// is no fault here.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { understand } from '../../dialogs/tutor/understand.ts'

type Label = 'yes' | 'not-yet' | 'no' | 'not-me' | 'condition' | 'more' | 'unclear'
type Reply = { text: string; label: Label; clear: boolean; learner?: string }

const VERDICTS: Label[] = ['yes', 'not-yet', 'no', 'not-me']
const read = (name: string): Reply[] => JSON.parse(readFileSync(new URL(`replies/${name}.json`, import.meta.url), 'utf8'))
const heard = (text: string, learner = 'Awa Diallo'): Label => understand(text, learner).verdict
/** As it stands, read once for all tests. */
const plainly = new Map<Reply, Label>()
/** `put`: the same reply with something around it. */
function heardOf(reply: Reply, put?: (said: string) => string): Label {
  if (put) return heard(put(reply.text), reply.learner)
  const label = plainly.get(reply) ?? heard(reply.text, reply.learner)
  plainly.set(reply, label)
  return label
}
const isVerdict = (label: Label): boolean => VERDICTS.includes(label)

const setsOf = (...names: string[]) => names.map((name) => ({ name, replies: read(name) }))
const byOthers = setsOf('strangers', 'kitchen', 'warehouse', 'site', 'salon')
const sets = [...byOthers, ...setsOf('first', 'ours')]
const others = byOthers.flatMap(({ replies }) => replies)
const all = sets.flatMap(({ replies }) => replies)

test('there are enough of them, by several hands', () => {
  expect(new Set(all.map(({ text }) => text)).size).toBeGreaterThanOrEqual(1800)
  for (const { replies } of byOthers) expect(replies.length).toBeGreaterThanOrEqual(200)
})

test.each(sets)('never a false yes: $name', ({ replies }) => {
  expect(replies.filter((reply) => reply.label !== 'yes' && heardOf(reply) === 'yes').map(({ text }) => text)).toEqual([])
})

test.each(sets)('never a word that was not given: $name', ({ replies }) => {
  const wrong = replies.filter((reply) => isVerdict(heardOf(reply)) && heardOf(reply) !== reply.label)
  expect(wrong.map((reply) => `${heardOf(reply)}: ${reply.text}`)).toEqual([])
})

const shareTaken = (replies: Reply[], label: Label) => {
  const clear = replies.filter((reply) => reply.clear && reply.label === label)
  const missed = clear.filter((reply) => heardOf(reply) !== label).map(({ text }) => text)
  return { share: 1 - missed.length / clear.length, missed: missed.join(' | ') }
}

test.each(sets.flatMap(({ name, replies }) => VERDICTS.map((label) => ({ name, replies, label }))))(
  'a clear $label is mostly taken at once: $name',
  ({ replies, label }) => {
    const { share, missed } = shareTaken(replies, label)
    expect(share, `asked back: ${missed}`).toBeGreaterThanOrEqual(0.8)
  },
)

// unread.json was written, and labelled, by somebody who had seen nothing of the program, and run once: nobody has read it or learnt from it since,
// so that it says what happens to a reply of a tutor whom nobody knows. Whoever learns from it needs another one.
test('of a set that nobody has learnt from, four in five are taken at once, and no yes that is none', () => {
  const replies = read('unread')
  const clear = replies.filter(({ label, clear }) => clear && isVerdict(label))
  expect(replies.filter((reply) => reply.label !== 'yes' && heardOf(reply) === 'yes').map(({ text }) => text)).toEqual([])
  expect(clear.filter((reply) => heardOf(reply) === reply.label).length / clear.length).toBeGreaterThanOrEqual(0.8)
})

test('over all sets together, nearly nine in ten', () => {
  const clear = all.filter(({ label, clear }) => clear && isVerdict(label))
  expect(clear.filter((reply) => heardOf(reply) === reply.label).length / clear.length).toBeGreaterThanOrEqual(0.88)
})

test.each([
  ['Oui.\n\nPascal Lemaire\nResponsable plateforme\nTél. 04 00 00 00 00\nPensez à l’environnement avant d’imprimer.', 'yes'],
  ['Yes, I confirm.\n\nKate Moore\nSite Manager, Northfield Recycling\nM: 07700 900123 | kate@example.org', 'yes'],
  ['Pas encore.\n\nSophie Garnier, IDE\n02 47 00 00 00', 'not-yet'],
  ['Oui.\n\nPaul Martin\nlui sait le faire, elle pas\n06 12 34 56 78', 'condition'],
  ['Oui.\n\nSeulement Paul Martin\n06 12 34 56 78', 'condition'],
])('a card below a letter says nothing, and nothing is lost in it: %j', (text, label) => {
  expect(heard(text)).toBe(label)
})

test('a limit is heard as one, and so is a question', () => {
  for (const label of ['condition', 'more'] as const) {
    const { share, missed } = shareTaken(others, label)
    expect(share, `${label}: ${missed}`).toBeGreaterThanOrEqual(0.8)
  }
})

// ---- what is put around a reply changes nothing

const without = (pattern: RegExp, text: string) => text.normalize('NFD').replace(pattern, '').normalize('NFC')
/** A letter with its own end keeps it last. */
const isLetter = (text: string) => text.includes('\n')

const AROUND: [string, (text: string) => string, (text: string) => boolean][] = [
  ['a greeting', (text) => `Bonjour,\n${text}`, () => true],
  ['an English greeting', (text) => `Hi there,\n\n${text}`, () => true],
  ['a signature', (text) => `${text}\n\nCordialement,\nPaul Martin\nChef de cuisine\n01 02 03 04 05`, (text) => !isLetter(text)],
  ['a signature with dashes', (text) => `${text}\n-- \nPaul Martin, oui mais non\nTél. 01 02 03 04 05`, (text) => !isLetter(text)],
  ['a telephone', (text) => `${text}\n\nEnvoyé de mon iPhone`, (text) => !isLetter(text)],
  [
    'the original below, marked',
    (text) =>
      `${text}\n\nLe 3 mai 2026 à 10:00, Déclic <reponse@declic.example> a écrit :\n> Avez-vous vu Awa faire cela ?\n> Répondez oui ou non.`,
    (text) => !isLetter(text),
  ],
  [
    'the original below, unmarked',
    (text) =>
      `${text}\n\n-----Message d'origine-----\nDe : Déclic <reponse@declic.example>\nEnvoyé : lundi\n\nAvez-vous vu Awa faire cela ? Oui, non, pas encore ?`,
    (text) => !isLetter(text),
  ],
  [
    'the original above, marked',
    (text) => `On Monday, Déclic wrote:\n> Have you seen Awa do this?\n> yes / no\n\n${text}`,
    (text) => !isLetter(text),
  ],
  ['a friendly face', (text) => `${text} 🙂`, (text) => !isLetter(text)],
  ['space', (text) => `  \n${text}\n \n`, () => true],
  ['no accents', (text) => without(/\p{M}/gu, text), (text) => !/[éèê]/.test(text) || !/\b(mé|wé|jlé|vré|cé|fé)/u.test(text)],
  ['capitals', (text) => text.toUpperCase(), (text) => !isLetter(text)],
]

test.each(AROUND)('%s changes nothing of a clear word', (name, put, applies) => {
  const share = others.filter((_, i) =>
    isItsTurn(
      i,
      AROUND.findIndex(([n]) => n === name),
      2,
    ),
  )
  const taken = share.filter((reply) => reply.clear && isVerdict(reply.label) && heardOf(reply) === reply.label && applies(reply.text))
  expect(taken.length).toBeGreaterThan(100)
  const lost = taken.filter((reply) => heardOf(reply, put) !== reply.label)
  expect(lost.map((reply) => `${heardOf(reply, put)}: ${reply.text}`)).toEqual([])
})

test.each(AROUND)('%s makes no yes of what is none', (name, put) => {
  // how it is spelt matters to every trap, what is around it to few
  const traps =
    name === 'no accents' || name === 'capitals'
      ? all
      : others.filter((_, i) =>
          isItsTurn(
            i,
            AROUND.findIndex(([n]) => n === name),
            3,
          ),
        )
  expect(traps.filter((reply) => reply.label !== 'yes' && heardOf(reply, put) === 'yes').map(({ text }) => text)).toEqual([])
})

// ---- a yes and a limit

const LIMITS =
  `mais pas seule|mais|sauf le soir|sauf|hormis la caisse|si on l’aide|s’il y a quelqu’un|à condition qu’elle range|sous réserve|sous surveillance
|avec moi à côté|avec de l’aide|avec un collègue|en binôme|en présence du chef|pour le tri|seulement le matin|uniquement en cuisine|quand elle veut|tant que je suis là
|du moment qu’elle demande|pourvu que ça dure|à part le samedi|en partie|en théorie|dans l’ensemble|parfois|presque|peut-être|je crois|j’imagine|selon les jours
|ça dépend|par contre elle est lente|une fois sur deux|le matin|la plupart du temps|pas toujours|but not alone|except on Mondays|if somebody helps|with supervision|with help
|provided she asks|as long as I am there|unless it is busy|only in the kitchen|on a good day|when reminded|most of the time|sometimes|for the folding|in pairs|maybe|I think
|subject to approval|apart from the till|under supervision|at least in the morning|to some extent|mostly`
    .replace(/\n/g, '')
    .split('|')

/** Of a long product of replies and turns of phrase, every `step`th: each reply and each turn has its share. */
const isItsTurn = (i: number, j: number, step: number): boolean => (i + j) % step === 0

const taking = (replies: Reply[]): Reply[] =>
  replies.filter((reply) => reply.label === 'yes' && !isLetter(reply.text) && heardOf(reply) === 'yes')

test('a yes with a limit behind it is never taken as a yes', () => {
  const between = [' ', ', ', '. ']
  const taken = taking(others).flatMap(({ text, learner }, i) =>
    LIMITS.filter((_, j) => isItsTurn(i, j, 5))
      .map((limit, j) => `${text}${between[(i + j) % 3]}${limit}`)
      .filter((said) => heard(said, learner) === 'yes'),
  )
  expect(taken).toEqual([])
})

/** With their misspellings. « mais » and « si » also begin a yes: « mais oui », « si si ». */
const LIMITING =
  `sauf|sof|pas|pa|jamais|jamé|presque|preske|faut|parfois|plutôt|rarement|sinon|seulement|slmt|uniquement|peut-être|ptet|quasiment
|excepté|hormis|bof|plus ou moins|pas toujours|un peu|pas trop|en partie|à moitié|des fois|pas vraiment|not|never|only|almost|except|exept|unless
|sometimes|if|maybe|hardly|rarely|nearly|barely|however|supposedly|not always|sort of|not quite|up to a point|more or less|not really`
    .replace(/\n/g, '')
    .split('|')

test('no word that limits can be put into a short clear yes and leave it one', () => {
  const taken = taking(all)
    .filter(({ text }) => text.length < 60 && !/at first|au début|n['’]t |^pas /i.test(text)) // of then, or denied already
    .flatMap(({ text, learner }, i) =>
      LIMITING.filter((_, j) => isItsTurn(i, j, 5))
        .map((limit, j) =>
          text
            .split(' ')
            .toSpliced((i * 7 + j * 3) % (text.split(' ').length + 1), 0, limit)
            .join(' '),
        )
        .filter((said) => heard(said, learner) === 'yes'),
    )
  expect(taken).toEqual([])
})

test('nor one that the same person takes back, or puts off', () => {
  const back = [
    'non',
    'enfin non',
    'pas encore',
    'je ne la connais pas',
    'je réponds demain',
    'no',
    'not yet',
    'lol',
    '😂',
    '🤔',
    'ou pas',
    'tu parles',
    'and I am the pope',
  ]
  const taken = taking(all).flatMap(({ text, learner }, i) =>
    back
      .filter((_, j) => isItsTurn(i, j, 4))
      .map((after) => `${text} ${after}`)
      .filter((said) => heard(said, learner) === 'yes'),
  )
  expect(taken).toEqual([])
})

// ---- what is kept of it

test('what was said besides is kept, and nothing of a bare yes', () => {
  expect(understand('oui elle est top')).toEqual({ verdict: 'yes', comment: 'oui elle est top' })
  expect(understand('Oui, je confirme !')).toEqual({ verdict: 'yes', comment: null })
  expect(understand('👍')).toEqual({ verdict: 'yes', comment: null })
  expect(understand('pas encore, il manque la vaisselle')).toEqual({ verdict: 'not-yet', comment: 'pas encore, il manque la vaisselle' })
  expect(understand('oui ?')).toEqual({ verdict: 'unclear', comment: '' })
})

test('of a letter, what its writer wrote', () => {
  const letter = 'Oui, elle est top.\n\nCordialement,\nPaul Martin\nChef\n\nLe 3 mai, Déclic a écrit :\n> Avez-vous vu Awa faire cela ?'
  expect(understand(letter)).toEqual({ verdict: 'yes', comment: 'Oui, elle est top.' })
  expect(heard('Oui.\n\nCordialement,\nPaul\nPS : mais pas seule')).toBe('condition')
})

test('somebody else’s yes is not hers', () => {
  expect(understand('Awa l’a très bien fait', 'Awa Diallo').verdict).toBe('yes')
  expect(understand('Fatou l’a très bien fait', 'Awa Diallo').verdict).not.toBe('yes')
})

test('whatever is written, there is a reading of it, and soon', () => {
  const bits = [
    'oui ',
    'elle ',
    'a ',
    'bien ',
    'très ',
    'pas ',
    'encore ',
    'de ',
    'ne ',
    'jamais ',
    'she ',
    'is ',
    'really ',
    '\n',
    '> ',
    'a écrit :',
    '@ ',
    '👍',
    'le 3 ',
  ]
  for (let seed = 1; seed < 60; seed++) {
    let text = ''
    for (let i = 0; text.length < 2500; i++) text += bits[(seed * 7919 + i * i * seed + i) % bits.length]
    expect([...VERDICTS, 'condition', 'more', 'unclear']).toContain(heard(text.slice(0, 100 * seed)))
  }
  // whoever repeats a word without end, or sends nothing but line ends, is not waited for
  for (const bit of [
    ...bits,
    'bien ',
    'toute ',
    'really always ',
    'très bien elle ',
    'pas encore un peu de ',
    '\n\n',
    'De : \n',
    '> \n',
    'Le ',
  ])
    expect([...VERDICTS, 'condition', 'more', 'unclear']).toContain(heard(bit.repeat(9000).slice(0, 19_000))) // longest letter
  for (const bit of bits) expect([...VERDICTS, 'condition', 'more', 'unclear']).toContain(heard(bit.repeat(400).slice(0, 390)))
})
