// A badge that groups others, in the dialog: never in a list, kindly put off, offered, put off again, counted anew.
import { expect, test } from 'vitest'
import { goOn, SENSIBLE } from './firstButton.ts'
import { catalogue, openTown } from './town.ts'

const MILESTONE = 'prendre-ma-place'
const { badge } = catalogue.badge(MILESTONE)!
const BADGES = badge.groups!.badges

/** Somebody who has so many of its badges; the news of the last one was read. */
function withBadges(count: number, options: Parameters<typeof openTown>[0] = {}) {
  const town = openTown(options)
  const awa = town.person()
  const earn = (id: string) => {
    awa.starts(id)
    goOn(awa, SENSIBLE.fr)
    const claim = town.all('Claim').find((c) => c.badgeId === id)!.id
    town.work({ later: true })
    for (const e of town.claim(claim)!.endorsements) {
      const yes = { verdict: 'yes' as const, shownDigest: town.claim(claim)!.digest, at: town.now(), name: 'Paul' }
      town.put('Endorsement', { ...e, ...yes })
      town.happen({ is: 'verdict-settled', claim, endorsement: e.id })
    }
    town.work()
  }
  for (const id of BADGES.slice(0, count)) earn(id)
  const texts = (from = 0) =>
    awa
      .heard()
      .slice(from)
      .map((m) => m.body.text)
  return { town, awa, earn, texts, milestone: () => town.all('Claim').filter((c) => c.badgeId === MILESTONE) }
}

test.each([
  [0, /réunit 3 autres badges/, 3],
  [1, /vous avez 1 badge sur 3\. Il en manque 2\./, 2],
  [2, /vous avez 2 badges sur 3\. Il en manque un seul\./, 1],
])('%i of three: told how far, led to another one, and nothing is opened', (count, told, buttons) => {
  const { awa, texts, milestone } = withBadges(count)
  const before = awa.heard().length
  awa.starts(MILESTONE)
  expect(texts(before).join('\n')).toMatch(told)
  const offered = awa.last().choices!.map(({ data }) => data.split('.')[1])
  expect(offered).toHaveLength(buttons)
  expect(offered).toEqual(BADGES.slice(count))
  expect(milestone()).toEqual([])
})

test('it is in no list of badges', () => {
  const { awa, texts } = withBadges(0)
  awa.starts(BADGES[0])
  awa.says('oui')
  awa.says('oui')
  awa.says('pause')
  awa.says('mes demandes')
  awa.taps(awa.last().choices!.find(({ data }) => data.endsWith('.new'))!.data)
  for (let n = 0; n < 12; n++) {
    const { choices = [] } = awa.last()
    const more = choices.find(({ data }) => /\.p[1-9]$/.test(data))
    awa.taps((more ?? choices[0]!).data)
  }
  expect(texts().join('\n')).not.toContain(badge.name.fr)
})

test('put off, it is asked for later from « mes demandes », and told once only while it is open', () => {
  const { awa, texts, milestone, town } = withBadges(3)
  expect(texts().filter((text) => text.includes('vont ensemble'))).toEqual([])
  awa.says('non')
  expect(awa.last().text).toMatch(/3 badges qui vont ensemble\. Voulez-vous aussi/)
  awa.says('plus tard')
  expect(awa.last().text).toContain('mes demandes')
  expect(milestone()).toEqual([])
  const before = awa.heard().length
  awa.says('mes demandes')
  expect(texts(before)[0]).toContain('3 sur 3 pour')
  const button = awa.heard()[before]!.body.choices![0]!
  expect(button.label).toBe('Demander ce badge')
  awa.taps(button.data)
  expect(awa.last().text).toMatch(/J’ai ces badges\s: .*équipe.*consignes.*heure/)
  // their own words are added, as in every text
  awa.says('j’ai aussi aidé les nouveaux à arriver')
  expect(awa.last().text).toMatch(/heure compte.*aidé les nouveaux/s)
  awa.says('oui')
  expect(awa.last().text).toContain('Votre demande est envoyée')
  town.work({ later: true })
  expect(milestone()).toHaveLength(1)
  // tapped again: it is theirs
  awa.taps(button.data)
  expect(milestone()).toHaveLength(1)
  expect(awa.last().text).toContain('prêt')
})

test('what was lost between the text and the yes is counted again', () => {
  const { awa, milestone, town } = withBadges(3)
  awa.says('non')
  awa.says('oui')
  const lost = town.all('Claim').find((c) => c.badgeId === BADGES[1])!
  town.put('Claim', { ...lost, revokedAt: town.now(), version: lost.version + 1 })
  awa.says('oui')
  expect(awa.last().text).toContain('il en manque un')
  expect(milestone()[0]).toMatchObject({ sendings: [], restsOn: [{ badge: BADGES[0] }, { badge: BADGES[2] }] })
  awa.says('1')
  // that one was asked for, and is not asked for twice
  expect(awa.last().text).toContain('autres demandes sont envoyées')
  // and it is there again
  town.put('Claim', { ...lost, version: lost.version + 2 })
  awa.starts(MILESTONE)
  // that text was read and said yes to
  expect(awa.last().text).toContain('J’envoie votre demande')
  awa.says('oui')
  expect(awa.last().text).toContain('Votre demande est envoyée')
})

test('somebody who is at another badge goes on there: the offer has no number', () => {
  const { awa, town, milestone } = withBadges(2)
  awa.says('non')
  awa.starts('mon-cv')
  const claim = town.all('Claim').find((c) => c.badgeId === 'mon-cv')!.id
  awa.starts(BADGES[2])
  goOn(awa, SENSIBLE.fr)
  awa.starts('mon-cv')
  const [third] = town.all('Claim').filter((c) => c.badgeId === BADGES[2])
  town.work({ later: true })
  for (const e of town.claim(third!.id)!.endorsements) {
    town.put('Endorsement', { ...e, verdict: 'yes', shownDigest: third!.digest, at: town.now() })
    town.happen({ is: 'verdict-settled', claim: third!.id, endorsement: e.id })
  }
  town.work()
  const offer = awa.last()
  expect(offer.text).toContain('vont ensemble')
  expect(offer.choices!.every(({ control }) => control)).toBe(true)
  expect(awa.focus()?.subject).toEqual({ is: 'claim', id: claim })
  awa.taps(offer.choices![0]!.data)
  expect(milestone()).toHaveLength(1)
})
