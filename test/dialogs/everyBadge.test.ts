// The contract: "Whoever only taps the first button, and answers each open question with any sensible text, voice note or photo, reaches
// « sent » in every badge."
import { describe, expect, test } from 'vitest'
import { goOn, isSent, SENSIBLE } from './firstButton.ts'
import { catalogue, openTown } from './town.ts'

const badges = catalogue.issuers.flatMap((issuer) => issuer.badges.map((badge) => badge.id))

describe.each(['fr', 'en'] as const)('in %s, the first button leads to « sent »', (locale) => {
  test.each(badges)('%s', (badge) => {
    const town = openTown({ locale })
    const learner = town.person()
    learner.starts(badge)
    const sent = goOn(learner, SENSIBLE[locale])
    expect(
      sent,
      learner
        .heard()
        .map((m) => m.body.text)
        .join('\n'),
    ).toBe(true)
    // a milestone leads to the first of the badges that it waits for
    const claimed = catalogue.badge(badge)!.badge.groups?.badges[0] ?? badge
    expect(town.all('Claim').map(({ badgeId, sendings }) => [badgeId, sendings.length])).toEqual([[claimed, 1]])
    const asksSomebody = catalogue.badge(claimed)!.badge.policy.endorsements > 0
    expect(town.said.some((m) => /\?start=/.test(m.body.text))).toBe(asksSomebody)
  })

  test('and from « hello », through the lists', () => {
    const town = openTown({ locale })
    const learner = town.person()
    learner.says(locale === 'fr' ? 'bonjour' : 'hello')
    expect(goOn(learner, SENSIBLE[locale])).toBe(true)
    expect(learner.heard().some((m) => isSent(m.body.text))).toBe(true)
  })
})
