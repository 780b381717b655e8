// What every issuing backend promises, whoever runs it: a claim takes effect once, whatever goes wrong; and what is said of it can be shown
// to anybody.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Backend, Handed, IssueOutcome } from '../../../core/issuing/port.ts'
import type { Fault, FakePlatform } from '../../fakes/issuing/server.ts'
import { CLAIM, detailsFrom, documentFrom } from './claim.ts'

export type Rig = {
  /** As a process opens it: again is after a restart. */
  open: () => Backend
  fake: FakePlatform & { deny: (denied: boolean) => void }
  /** The badge's id there, where it keeps badges. */
  backendBadge?: string
  /** By what it knows a claim again. */
  knows: 'key' | 'look-up' | 'nothing'
  /** The badges that were made, by claim. */
  made: () => string[]
  revoked: () => string[]
  /** Lets so much time pass on the clock that was injected. */
  passes: (seconds: number) => void
  secrets: string[]
}

export const EMAIL = 'awa.diallo@example.org'
export const document = () =>
  documentFrom({
    email: EMAIL,
    consents: [
      {
        id: 'k2',
        claimId: CLAIM,
        what: 'email',
        choice: 'yes',
        asked: 'Quelle est votre adresse ?',
        at: '2026-01-01T10:08:30.000Z',
        through: 'telegram',
        endedAt: null,
      },
    ],
  })

const BEFORE: Fault[] = [{ status: 500 }, { status: 502 }, { status: 504 }, 'silent', 'cut']
const AFTER: Fault[] = ['lost', 'late', 'half', 'page', 'garbled']
const nameOf = (fault: Fault): string => (typeof fault === 'object' ? String(fault.status) : fault)

export function backendContract(name: string, openRig: () => Promise<Rig>): void {
  describe(`the contract of an issuing backend: ${name}`, () => {
    let rig: Rig
    let backend: Backend
    const outcomes: unknown[] = []
    beforeEach(async () => {
      outcomes.length = 0
      rig = await openRig()
      backend = rig.open()
    })
    afterEach(async () => {
      await rig.fake.close()
      // whatever came of it can be logged and shown
      const said = JSON.stringify(outcomes.map((outcome) => (outcome as { why?: string; says?: string }).why ?? outcome))
      for (const secret of [...rig.secrets, EMAIL, 'Awa', 'Restos', 'Paul Martin']) expect(said).not.toContain(secret)
    })

    const issue = async (): Promise<IssueOutcome> => {
      const outcome = await backend.issue(document(), detailsFrom({ backendBadge: rig.backendBadge }))
      outcomes.push('why' in outcome ? outcome : outcome.state)
      return outcome
    }
    const handed = async (): Promise<Handed> => {
      const outcome = await issue()
      if (outcome.state !== 'issued') throw new Error(`not issued: ${JSON.stringify(outcome)}`)
      const { reference, url, credential } = outcome
      return { claim: document(), settledAt: detailsFrom().settledAt, reference, url, credential }
    }

    test('a claim becomes a badge, with an address for the learner', async () => {
      const outcome = await issue()
      expect(outcome).toMatchObject({ state: 'issued', url: expect.stringMatching(/^https?:/), reference: expect.any(String) })
      expect(rig.made()).toEqual([CLAIM])
    })

    test('handed over twice, it says the same and makes one badge, unless it must not be asked twice', async () => {
      const first = await issue()
      backend = rig.open()
      rig.passes(61)
      if (rig.knows === 'nothing') return expect(backend.blind).toBe(true)
      expect(await issue()).toEqual(first)
      expect(rig.made()).toEqual([CLAIM])
    })

    test.each([...BEFORE, ...AFTER].map((fault) => [nameOf(fault), fault] as const))(
      '%s: issued once, or an operator looks',
      async (_, fault) => {
        rig.fake.faults.push(fault)
        const first = await issue()
        if (rig.knows === 'nothing') {
          expect(first.state).toBe('unknown')
          expect(rig.made().length).toBe(AFTER.includes(fault) ? 1 : 0)
          return
        }
        expect(['retry', 'unknown']).toContain(first.state)
        rig.passes(61)
        expect(await issue()).toMatchObject({ state: 'issued' })
        expect(rig.made()).toEqual([CLAIM])
      },
    )

    test.each([429, 503])('%i: later, when it says', async (status) => {
      rig.fake.faults.push({ status, retryAfter: 120 })
      expect(await issue()).toMatchObject({ state: 'retry', after: 120 })
      expect(rig.made()).toEqual([])
      rig.passes(121)
      expect(await issue()).toMatchObject({ state: 'issued' })
    })

    test('nothing is issued while it cannot be looked up', async () => {
      if (rig.knows !== 'look-up') return expect(rig.knows).toMatch(/^(key|nothing)$/)
      for (const fault of [{ status: 500 }, 'half', 'page', 'silent'] as const) {
        rig.fake.anyFaults.push(fault)
        expect(await issue()).toMatchObject({ state: 'retry' })
        rig.passes(61)
      }
      expect(rig.made()).toEqual([])
      expect(await issue()).toMatchObject({ state: 'issued' })
    })

    test('out of reach, however long: everything arrives afterwards', async () => {
      await rig.fake.down()
      for (let day = 0; day < 3; day++) {
        expect(await issue()).toMatchObject({ state: 'retry', why: 'no answer (ECONNREFUSED)' })
        rig.passes(86_400)
      }
      await rig.fake.up()
      expect(await issue()).toMatchObject({ state: 'issued' })
      expect(rig.made()).toEqual([CLAIM])
    })

    test('wrong credentials: nothing is issued until they are mended', async () => {
      rig.fake.deny(true)
      expect(await issue()).toMatchObject({ state: 'locked-out' })
      rig.passes(11)
      expect(await issue()).toMatchObject({ state: 'locked-out' })
      rig.fake.deny(false)
      rig.passes(11)
      expect(await issue()).toMatchObject({ state: 'issued' })
      expect(rig.made()).toEqual([CLAIM])
    })

    test('what it refuses waits for an operator, and its words are not repeated', async () => {
      rig.fake.faults.push({ status: 422 })
      expect(await issue()).toEqual({ state: 'failed', why: 'refused with 422' })
    })

    test('a badge is taken back, once or twice, and also when the answer was lost', async () => {
      const given = await handed()
      rig.fake.anyFaults.push('lost')
      expect(await backend.revoke!(given, 'the evidence was somebody else’s')).toMatchObject({ state: 'retry' })
      expect(await backend.revoke!(given, 'the evidence was somebody else’s')).toEqual({ state: 'revoked' })
      expect(await backend.revoke!(given, 'the evidence was somebody else’s')).toEqual({ state: 'revoked' })
      expect(new Set(rig.revoked())).toEqual(new Set([CLAIM]))
    })

    test('its configuration is tried without issuing anything', async () => {
      const badges = [{ id: 'travailler-en-equipe', backendBadge: rig.backendBadge }]
      const good = await backend.check!(badges)
      expect(good.filter(({ is }) => is === 'bad')).toEqual([])
      expect(good.some(({ is }) => is === 'good')).toBe(true)
      if (rig.backendBadge) {
        expect(await backend.check!([{ id: 'sans-id' }, { id: 'inconnu', backendBadge: 'NOWHERE' }])).toMatchObject([
          { is: 'good' },
          { is: 'bad', says: expect.stringContaining('backendIds') },
          { is: 'bad', says: expect.stringContaining('NOWHERE') },
          { is: 'note', says: expect.stringContaining(rig.backendBadge) },
        ])
      }
      await rig.fake.down()
      rig.passes(3600)
      const away = await rig.open().check!(badges)
      expect(away.some(({ is }) => is === 'bad')).toBe(true)
      await rig.fake.up()
      outcomes.push(...good, ...away)
      expect(rig.made()).toEqual([])
    })
  })
}
