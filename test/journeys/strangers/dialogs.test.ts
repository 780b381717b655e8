// Each dialog of the chat, tapped, typed and answered by whoever has no business in it. Nothing of the other structure is shown, and
// nothing of it changes. Buttons carry unguessable ids; here the stranger knows them all, and sends data that no button ever had.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { choiceData, type Subject, TAGS } from '../../../dialogs/choice.ts'
import { changed, kept, openTown, SECRETS, type Stranger, type Town } from './town.ts'

type Tag = keyof typeof TAGS
/** Prompts with the choices that they offer; `subjects`: what they are asked about. */
type Row = { subjects: (town: Town) => Subject[]; prompts: Record<string, string[]> }

const BADGE = 'decouvrir-le-marche-du-travail'
const PROJECT = {
  'tell-project': ['yes', 'no', 'fix'],
  'which-project': ['no', 'new', 'p1'],
  'ok-project': ['yes', 'fix', 'no'],
  'in-project': ['go', 'link', 'leave'],
}

const DIALOGS: Record<Tag, Row> = {
  claim: {
    subjects: ({ claim }) => [{ is: 'claim', id: claim }],
    prompts: {
      ...PROJECT,
      show: ['y'],
      undo: ['undo'],
      other: ['other'],
      card: ['show', 'hide', 'new', 'link', 'cancel', 'ask', 'later', 'drop'],
      drop: ['yes', 'no'],
      renew: ['yes', 'later'],
      mail: ['mail', 'yes', 'no', 'other'],
      unanswered: ['another', 'wait'],
      reply: ['0123abcd'],
      tutor: ['k0', 'other', 'yes'],
      share: ['yes', 'no'],
      resume: ['yes', 'review', 'later', 'stop'],
      fix: ['text', 'q:moment'],
      edit: ['yes', 'no'],
      address: ['yes', 'no'],
      sense: ['yes', 'dip'],
      name: ['yes', 'no'],
      project: ['no', 'p1'],
      part: ['skip'],
      take: ['yes', 'no'],
      give: ['all', 'mine', 'no'],
      evidence: ['skip', 'done'],
      gathered: ['done', 'more'],
      recap: ['yes', 'fix', 'add'],
      witness: ['tutor', 'trainer', 'nobody'],
      audience: ['tutor', 'trainer', 'everyone'],
      email: ['yes', 'no'],
      code: ['skip', 'yes'],
      send: ['send', 'fix'],
      complete: ['yes', 'no'],
      moment: ['skip'],
      'q:moment': ['skip', 'ex'],
      'f:moment': ['skip'],
      'c:trouver': ['3'],
      'more:1': ['skip'],
    },
  },
  endorsement: {
    subjects: ({ endorsement }) => [{ is: 'endorsement', id: endorsement }],
    prompts: {
      open: ['see'],
      verdict: ['yes', 'not', 'no', 'notme'],
      sure: ['yes', 'not', 'notme'],
      question: ['send', 'see'],
      missing: ['skip'],
      settle: ['done', 'anon', 'undo'],
      role: ['tutor', 'manager', 'colleague', 'trainer', 'association', 'p0', 'p1'],
      organisation: ['skip'],
    },
  },
  decision: {
    subjects: ({ claim }) => [{ is: 'decision', id: claim }],
    prompts: {
      open: ['see'],
      decide: ['ok', 'more', 'no', 'later'],
      reason: ['ok', 'more', 'evidence', 'own', 'talk'],
      ready: ['send', 'own'],
    },
  },
  codes: {
    subjects: () => [{ is: 'codes' }],
    prompts: { list: ['new', 'p0', 'ID'], where: ['atelier-nord', 'p1'], which: [BADGE, 'laser-niveau-1'], until: ['2h', 'week'] },
  },
  code: { subjects: ({ made }) => [{ is: 'code', id: made }], prompts: { shown: ['see', 'end'] } },
  decisions: { subjects: () => [{ is: 'decisions' }], prompts: { list: ['see', 'p0', 'p1', 'ID'] } },
  badges: {
    subjects: () => ['centre-formation', 'nobody'].map((id) => ({ is: 'badges' as const, id })),
    prompts: { from: ['p0'], stage: ['p0', 'ID'], suggested: ['p0', 'ID'] },
  },
  badge: { subjects: () => [{ is: 'badge', id: 'nothing' }], prompts: { open: ['y'] } },
  invite: {
    // a link is its holder's, and whoever has a tutor's may open it; what it was not made for, it does for nobody
    subjects: ({ codes }) =>
      Object.entries(codes)
        .filter(([kind]) => !['endorse', 'channel', 'both-sides'].includes(kind))
        .map(([, id]) => ({ is: 'invite' as const, id })),
    prompts: { open: ['see'], join: ['yes', 'no', 'other'], talk: ['yes'], both: ['yes', 'no', 'here', 'there'] },
  },
  self: {
    subjects: () => [{ is: 'self' }],
    prompts: {
      moved: ['yes'],
      backpack: ['open', 'close', 'no', 'mine'],
      mine: ['ID', 'p0', 'mine'],
      menu: ['ID', 'mine'],
      asked: ['ID'],
      person: ['help', 'go'],
      workshops: ['ID'],
      forget: ['no'],
      language: ['fr'],
      sense: ['dip'],
      name: ['no'],
    },
  },
  opening: {
    subjects: () => [{ is: 'opening' }],
    prompts: { structure: ['0', '1', 'atelier-nord'], stage: ['0', 'p0'], b: [BADGE], end: ['2h', 'week', 'add'] },
  },
  workshop: {
    subjects: ({ group }) => [{ is: 'workshop', id: group }],
    prompts: {
      ...PROJECT,
      join: ['go', 'b0', 'b1', 'later', 'stop'],
      nudge: ['see', 'send', 'edit', 'names'],
      opened: ['nudge', 'name', 'days', 'project', 'pause', 'resume', 'halt'],
      sending: ['pause', 'resume', 'halt', 'nudge', 'name'],
      days: ['both', 'week', 'tomorrow', 'none'],
      name: ['x'],
      sentence: ['x'],
    },
  },
  handover: {
    subjects: ({ leaId, awaId }) => [leaId, awaId].map((id) => ({ is: 'handover' as const, id })),
    prompts: { talk: ['talk', 'end'], stay: ['end', 'talk'], once: ['end'] },
  },
}

/** Words that mean something somewhere; the last is an answer of several words. */
const WORDS = [
  '1',
  '2',
  'oui',
  'accepter',
  'annuler',
  'aide',
  'demandes',
  'suivi',
  'relance',
  'projet',
  'atelier',
  'code',
  'continuer',
  'nom Autre nom',
  'arrêter',
  'oui, c’est très bien fait',
  'il a tout fait avec nous jeudi',
]

let town: Town
beforeAll(async () => {
  town = await openTown()
}, 120_000)
afterAll(() => town?.journey.stop())

/** How the program words a prompt. */
const PROMPTS = [
  /\bprompt: '([a-z-]+)'/g,
  /\bprompt === '([a-z-]+)'/g,
  /\b(?:offer|look)\(\s*(?:scene,\s*)?(?:\{[^}]*\}|\w+),\s*'([a-z-]+)'/g,
]

/** What was shown, as somebody reads it; an address that they gave themselves is no news. */
const shown = (said: { text: string; buttons: string[]; file?: Buffer }[]) =>
  said.map(({ text, buttons, file }) => [text, ...buttons, file ? '[file]' : ''].join('\n')).join('\n\n')

type Act = { what: string; act: () => Promise<Parameters<typeof shown>[0]> }

/** Nothing is shown by any of these, and when all are over nothing has changed; strangers act side by side. */
async function unmoved(by: Stranger[], what: string, actsOf: (one: Stranger) => Act[]): Promise<void> {
  const ids = by.map(({ id }) => id)
  const before = await kept(town, ...ids)
  await Promise.all(
    by.map(async (one) => {
      for (const { what, act } of actsOf(one)) expect(shown(await act()), what).not.toMatch(SECRETS)
    }),
  )
  expect(changed(before, await kept(town, ...ids)), what).toEqual([])
}

test('every tag of a button is in the table, and every prompt that the program words', () => {
  expect(Object.keys(DIALOGS).toSorted()).toEqual(Object.keys(TAGS).toSorted())
  const folder = path.join(import.meta.dirname, '../../../dialogs')
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const worded = new Set<string>()
  for (const name of sources)
    for (const pattern of PROMPTS)
      for (const [, prompt] of readFileSync(path.join(folder, name), 'utf8').matchAll(pattern)) worded.add(prompt!)
  expect(worded.size).toBeGreaterThan(30)
  const known = new Set(Object.values(DIALOGS).flatMap(({ prompts }) => Object.keys(prompts)))
  expect([...worded].filter((prompt) => !known.has(prompt))).toEqual([])
})

describe.each(Object.entries(DIALOGS))('%s', (_, { subjects, prompts }) => {
  test('tapped', { timeout: 120_000 }, async () => {
    for (const subject of subjects(town))
      for (const [prompt, choices] of Object.entries(prompts)) {
        const data = choices
          .flatMap((one) => (one === 'ID' ? [town.claim, town.endorsement, town.group, town.made] : [one]))
          .map((choice) => choiceData(subject, prompt, choice))
        const taps = ({ who, speaker }: Stranger) =>
          data.map((one) => ({ what: `${who} taps ${one}`, act: () => speaker.does((phone) => phone.forges(one)) }))
        await unmoved(town.strangers, `strangers tap ${data.join(', ')}`, taps)
      }
  })
})

/** What is left over when somebody was in the middle of it and the role is gone. */
describe.each(Object.entries(DIALOGS).filter(([, { prompts }]) => Object.keys(prompts).length > 0))('%s', (tag, { subjects, prompts }) => {
  test('typed, with the focus left there', { timeout: 240_000 }, async () => {
    const focused =
      tag === 'invite'
        ? ['join', 'both']
        : tag === 'claim'
          ? ['card', 'drop', 'mail', 'reply', 'edit', 'project', 'ok-project', 'q:moment', 'recap', 'send']
          : Object.keys(prompts)
    const near = town.strangers.slice(0, tag === 'workshop' || tag === 'decision' || tag === 'endorsement' ? 2 : 1)
    for (const subject of subjects(town))
      for (const prompt of focused) {
        const options = prompts[prompt]!.map((key, n) => ({ key, label: n === 0 ? 'Accepter' : key }))
        const pending = {
          text: 'un texte',
          outcome: 'refused',
          code: { structure: 'atelier-nord', badge: 'laser-niveau-1' },
          opening: { structure: 'atelier-nord', badges: [BADGE], group: { channel: 'telegram', chat: '-1' } },
        }
        const says = ({ who, id, speaker }: Stranger) =>
          WORDS.map((word) => ({
            what: `${who} says « ${word} » in ${tag} ${prompt}`,
            act: async () => {
              const listed = word === '1' || word === 'accepter' ? options : undefined
              const focus = { subject, prompt, tries: 0, pending: { ...pending, options: listed } }
              await town.journey.rows('update "Person" set focus = $1 where id = $2', [JSON.stringify(focus), id])
              return speaker.says(word)
            },
          }))
        await unmoved(near, `strangers say ${WORDS.join(', ')} in ${tag} ${prompt}`, says)
      }
  })
})
