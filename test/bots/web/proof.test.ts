import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { html } from '../../../bots/web/layout.ts'
import { voices } from '../../../bots/web/pages/voices.ts'
import { sayIn } from '../../../bots/web/texts.ts'
import type { ShownClaim } from '../../../core/data/pages.ts'
import type { MailProof } from '../../../core/model/rows.ts'
import { claimTree, meaning } from '../../core/issuing/claim.ts'

const claim = claimTree()
const said = (proof: MailProof | null, proofs: boolean): string => {
  const shown = { claim: { ...claim, endorsements: claim.endorsements.map((e) => ({ ...e, proof })) }, meaning } as unknown as ShownClaim
  return render(html`<div>${voices(shown, sayIn('fr'), () => '', { proofs })}</div>`)
}

describe('how it is known who answered a letter', () => {
  test.each([
    [
      { by: 'reply', domain: 'chantier.fr', checked: true, dmarc: 'pass' },
      'Réponse par e-mail, d’une adresse @chantier.fr. L’adresse est vérifiée.',
    ],
    [{ by: 'reply', domain: 'chantier.fr', checked: true, dmarc: 'none', dkim: 'pass' }, 'L’adresse est vérifiée.'],
    [{ by: 'reply', domain: 'chantier.fr', checked: true, dmarc: 'none' }, 'Personne n’a vérifié l’adresse.'],
    [{ by: 'reply', domain: 'chantier.fr', checked: false }, 'Personne n’a vérifié l’adresse.'],
    [
      { by: 'link', domain: 'chantier.fr', checked: true },
      'Réponse par le lien envoyé à une adresse @chantier.fr. L’adresse est vérifiée.',
    ],
  ] as const)('%o', (proof, words) => {
    expect(said(proof, true)).toContain(words)
    expect(said(proof, false)).not.toContain('chantier.fr')
  })

  test('nothing where there was no letter', () => {
    expect(said(null, true)).not.toContain('adresse')
  })
})
