// Words about a badge that is there already: each is a credential of its own, and nothing of the badge changes by it.
import type { Endorsement, Issuance } from '../../core/model/rows.ts'
import { verdicts } from '../../core/model/status.ts'
import { plusSeconds } from '../../core/model/time.ts'
import { reissueLater } from './afterIssuing.ts'
import { sayAndOfferAnother } from './asking.ts'
import type { Scene } from '../scene.ts'

/** A word settled after the badge was issued. */
export function settleLater(scene: Scene, e: Endorsement): void {
  const name = e.anonymous ? scene.text('somebody') : (e.name ?? scene.text('somebody'))
  const words = e.comment ?? ''
  switch (e.verdict) {
    case 'yes':
      scene.say(scene.text(words ? 'news-later-words' : 'news-later', { name, words }))
      return sign(scene, e)
    case 'not-yet':
    case 'no':
      scene.say(scene.text(words ? 'news-later-no-words' : 'news-later-no', { name, words }))
      return
    case 'not-me':
      return sayAndOfferAnother(scene, scene.text('news-later-not-me', { name }))
    case null:
      return
    default:
      e.verdict satisfies never
  }
}

/** Seconds in which whoever has just answered says who they are: nobody waits for this signature. */
const ABOUT_THEMSELF = 120

/** What another backend issued holds no endorsements of ours, so there is nothing of ours to add to. */
function sign(scene: Scene, e: Endorsement): void {
  if (!scene.pinned.issuances.some((i) => i.state === 'issued' && i.backend === 'builtin')) return
  const known = e.role !== null && (e.organisation !== null || e.standing === 'verified')
  scene.start({
    id: `sign:${e.id}`,
    is: 'sign-endorsement',
    claim: scene.pinned.id,
    endorsement: e.id,
    at: known ? undefined : plusSeconds(scene.now, ABOUT_THEMSELF),
  })
}

/** What was signed into the badge is kept with the word as well; a word that came while the badge was on its way is signed by itself. */
export function keepEndorsements(scene: Scene, { credential }: Pick<Issuance, 'credential'>): void {
  const inside = (credential as { endorsement?: unknown } | null)?.endorsement
  const signed = Array.isArray(inside) ? (inside as { id?: unknown }[]) : []
  for (const e of verdicts(scene.pinned)) {
    if (e.verdict !== 'yes') continue
    const own = signed.find(({ id }) => id === `urn:uuid:${e.id}`)
    if (own) scene.record('Endorsement', { ...e, credential: own })
    else sign(scene, e)
  }
}

/** Signed once: whoever signed it first is right. */
export function endorsementSigned(scene: Scene, id: string, credential: unknown): void {
  const e = scene.pinned.endorsements.find((one) => one.id === id)
  if (!e || e.credential || e.verdict !== 'yes' || !e.settledAt || e.withdrawnAt) return
  scene.record('Endorsement', { ...e, credential })
  scene.audit('endorsement signed', id)
  reissueLater(scene)
}
