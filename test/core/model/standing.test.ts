// Whether it is known where somebody belongs: everything that they can bring, against what the files of the catalogue name.
import { expect, test } from 'vitest'
import type { Catalogue } from '../../../core/model/badge.ts'
import type { MailProof } from '../../../core/model/rows.ts'
import { type Signs, standingOf } from '../../../core/model/standing.ts'

const TENANT = '11111111-2222-4333-8444-555555555555'
const issuer = {
  id: 'reseau',
  name: 'Réseau Tremplin',
  domains: ['tremplin.example'],
  structures: [
    { id: 'jardin', name: 'Le Jardin', domains: ['jardin.example'] },
    { id: 'chantier', name: 'Le Chantier', domains: ['chantier.example'], tenants: [TENANT] },
  ],
}
const catalogue = { issuers: [issuer, { id: 'autre', name: 'Autre', domains: ['autre.example'], structures: [] }] } as unknown as Catalogue

const reply = (domain: string, more: Partial<MailProof> = {}): MailProof => ({ by: 'reply', domain, checked: true, dmarc: 'pass', ...more })
const member = (role: 'trainer' | 'tutor' | 'learner', structureId = 'chantier'): Signs['memberships'] => [{ role, structureId }]

test.each<[string, Partial<Signs>, string | null, string]>([
  ['nothing but their words', {}, null, 'La Ferme'],
  ['the structure’s trainer', { memberships: member('trainer') }, 'structure', 'Le Chantier bâtir'],
  ['the structure’s tutor', { memberships: member('tutor') }, 'structure', 'Le Chantier bâtir'],
  ['a learner of the structure', { memberships: member('learner') }, null, 'La Ferme'],
  ['a trainer of another structure', { memberships: member('trainer', 'jardin') }, null, 'La Ferme'],
  ['a reply that passed DMARC', { proof: reply('chantier.example') }, 'domain', 'Le Chantier'],
  ['the same, spelled otherwise', { proof: reply('Chantier.Example') }, 'domain', 'Le Chantier'],
  ['a reply from the issuer’s domain', { proof: reply('tremplin.example') }, 'domain', 'Réseau Tremplin'],
  ['a reply from another structure of the issuer', { proof: reply('jardin.example') }, 'domain', 'Le Jardin'],
  ['a reply from another issuer’s domain', { proof: reply('autre.example') }, null, 'La Ferme'],
  ['a reply from below the domain', { proof: reply('mail.chantier.example') }, null, 'La Ferme'],
  ['a reply from a domain that only ends alike', { proof: reply('faux-chantier.example') }, null, 'La Ferme'],
  ['a reply that our server did not check', { proof: reply('chantier.example', { checked: false }) }, null, 'La Ferme'],
  ['a reply without DMARC, SPF alone', { proof: reply('chantier.example', { dmarc: 'none', spf: 'pass' }) }, null, 'La Ferme'],
  ['a signature of somebody else', { proof: reply('chantier.example', { dmarc: 'none', dkim: 'pass' }) }, null, 'La Ferme'],
  [
    'a signature of the domain',
    { proof: reply('chantier.example', { dmarc: 'none', dkim: 'pass', aligned: true }) },
    'domain',
    'Le Chantier',
  ],
  ['DMARC failed, whatever holds', { proof: reply('chantier.example', { dmarc: 'fail', dkim: 'pass', aligned: true }) }, null, 'La Ferme'],
  [
    'the link of a letter that went there',
    { proof: { by: 'link', domain: 'chantier.example', checked: true }, mailed: true },
    'domain',
    'Le Chantier',
  ],
  [
    'its link before the letter left',
    { proof: { by: 'link', domain: 'chantier.example', checked: true }, mailed: false },
    null,
    'La Ferme',
  ],
  ['the structure’s tenant', { tenant: TENANT }, 'tenant', 'Le Chantier'],
  ['another tenant', { tenant: TENANT.replace('1', '2') }, null, 'La Ferme'],
])('%s', (_name, signs, by, organisation) => {
  const said = { capacity: 'colleague' as const, organisation: 'La Ferme' }
  const all: Signs = { memberships: [], proof: null, mailed: false, tenant: undefined, ...signs }
  const found = standingOf({ structureId: 'chantier', issuer: 'reseau' }, all, said, catalogue, 'Le Chantier bâtir')
  expect(found.verified?.by ?? null).toBe(by)
  expect(found.standing).toBe(by ? 'verified' : 'declared')
  expect(found.organisation).toBe(organisation)
})

test('what the structure knows wins over the role that was tapped', () => {
  const role = (memberships: Signs['memberships']) =>
    standingOf(
      { structureId: 'chantier', issuer: 'reseau' },
      { memberships, proof: null, mailed: false, tenant: undefined },
      { capacity: 'trainer', organisation: null },
      catalogue,
      null,
    ).capacity
  expect(role(member('tutor'))).toBe('tutor')
  expect(role(member('trainer'))).toBe('trainer')
  expect(role([])).toBe('trainer')
})
