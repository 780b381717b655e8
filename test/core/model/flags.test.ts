// What may catch a trainer's eye, and what may not.
import { expect, test } from 'vitest'
import { type Echo, flagsOf } from '../../../core/model/flags.ts'
import type { Endorsement } from '../../../core/model/rows.ts'

const at = (seconds: number) => new Date(Date.parse('2026-03-02T10:00:00.000Z') + seconds * 1000).toISOString()
const said = (id: string, seconds: number, more: Partial<Endorsement> = {}): Endorsement =>
  ({
    id,
    verdict: 'yes',
    at: at(seconds),
    settledAt: at(seconds + 120),
    endorserId: id,
    name: id,
    anonymous: false,
    ...more,
  }) as Endorsement
const echo = (of: string, seconds: number, more: Partial<Echo> = {}): Echo => ({ of, at: at(seconds), name: of, own: false, ...more })

test.each<[string, Endorsement[], Echo[], string[]]>([
  ['nothing', [said('paul', 0)], [], []],
  ['the learner’s own browser', [said('paul', 0, { traces: { device: true } })], [], ['paul device']],
  ['the learner’s network', [said('paul', 0, { traces: { network: true } })], [], ['paul network']],
  ['a word that is not settled', [said('paul', 0, { traces: { device: true }, settledAt: null })], [], []],
  ['a word that was withdrawn', [said('paul', 0, { traces: { device: true }, withdrawnAt: at(9) })], [], []],
  ['four claims within a minute', [said('paul', 0)], [10, 20, 30].map((s) => echo('paul', s)), []],
  ['five claims within a minute', [said('paul', 0)], [10, 20, 30, 40].map((s) => echo('paul', s)), ['paul hurry']],
  ['five claims in an hour', [said('paul', 0)], [600, 1200, 1800, 2400].map((s) => echo('paul', s)), []],
  ['two yes within a minute', [said('paul', 0), said('rosa', 30)], [], []],
  ['three yes within a minute', [said('paul', 0), said('rosa', 20), said('luc', 40)], [], ['paul hurry', 'rosa hurry', 'luc hurry']],
  ['another name for the same learner', [said('paul', 0)], [echo('paul', 9999, { name: 'Rosa Lima', own: true })], ['paul names']],
  ['another name for another learner', [said('paul', 0)], [echo('paul', 9999, { name: 'Rosa Lima' })], []],
  [
    'the same name, written otherwise',
    [said('paul', 0, { name: 'Paul Élan' })],
    [echo('paul', 9999, { name: 'ELAN  paul', own: true })],
    [],
  ],
  ['a name that is kept', [said('paul', 0, { anonymous: true })], [echo('paul', 9999, { name: 'Rosa', own: true })], []],
  ['two names in one claim', [said('a', 0, { endorserId: 'x' }), said('b', 900, { endorserId: 'x' })], [], ['a names', 'b names']],
])('%s', (_name, endorsements, echoes, flags) => {
  expect(flagsOf({ endorsements }, echoes).map(({ of, is }) => `${of} ${is}`)).toEqual(flags)
})
