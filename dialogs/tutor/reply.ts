// A letter was answered: the request that it was about is meant, whatever else is being talked about.
import { plain } from '../words.ts'
import type { Scene } from '../scene.ts'
import type { AnsweredRequest, Inbound } from '../vocabulary.ts'
import { bind, closed, learnerOf, showRequest } from './request.ts'
import { firstName } from '../learner/view.ts'

/** Turns to the request. True: it is open, and what they wrote is heard about it; false: they were told why not. */
export function turnToRequest(scene: Scene, { request }: Inbound & { request: AnsweredRequest }): boolean {
  const id = scene.world.link?.kind === 'endorse' ? scene.world.link.subject : ''
  const found = scene.claim?.endorsements.find((e) => e.id === id)
  const why = closed(scene, found)
  if (why || !found) {
    scene.audit(`request refused ${(why ?? 'tutor-link-over').replace('tutor-', '')}`, found?.id ?? null)
    scene.say(scene.text(why ?? 'tutor-link-over', { learner: learnerOf(scene), badge: scene.claim ? scene.badgeName() : '' }))
    return false
  }
  if (!found.endorserId) bind(scene, found)
  // the answer to a letter with another text counts for that text only
  if (request.endorsement !== id || (found.shownDigest !== scene.pinned.digest && !found.verdict)) {
    scene.say(scene.text('tutor-text-changed', { learner: firstName(learnerOf(scene)) }))
    showRequest(scene, id)
    return false
  }
  noteProof(scene, request)
  const now = scene.focus?.subject
  if (now?.is !== 'endorsement' || now.id !== id) scene.look({ is: 'endorsement', id }, found.verdict ? 'settle' : 'verdict')
  return true
}

/** How we know who answers, kept with the answer. */
export function noteProof(scene: Scene, { proof }: Pick<AnsweredRequest, 'proof'>): void {
  const id = scene.world.link?.subject
  const found = scene.claim?.endorsements.find((e) => e.id === id)
  if (found && !found.settledAt && proof) scene.record('Endorsement', { ...found, proof })
}

/** « STOP », « ne plus m’écrire »: the whole reply, and nothing else. */
export const isStop = (text: string): boolean =>
  /^(stop|unsubscribe|desinscri\p{L}*|desabonn\p{L}*|(merci de )?ne (plus|pas) m ?ecrire|ne m ?ecri(vez|s) plus|do not (write|email|contact)( to)? me( again)?)$/u.test(
    plain(text),
  )
