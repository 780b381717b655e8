// « Vous avez le code de l'atelier ? »: said, typed, or brought by its link. Without it a trainer decides, so nobody is stuck.
import { CODE_REFUSED, type CodeState, MOST_TRIES, stateOf, WITHOUT } from '../../core/model/claimCode.ts'
import { decision, sending } from '../../core/model/status.ts'
import type { Scene } from '../scene.ts'
import { claimCodeSaid } from '../trainer/spokenCode.ts'
import type { KnownCode } from '../world.ts'
import { acceptByCode } from './acceptance.ts'
import { consent } from './answer.ts'
import { askNext } from './ask.ts'
import type { Heard } from './heard.ts'
import { openBadge } from './welcome.ts'

export function hearCode(scene: Scene, heard: Heard): boolean {
  if (heard.is === 'media') return false
  if (heard.is === 'option') {
    if (heard.key === 'skip') return goOnWithout(scene, 'code-none')
    if (heard.key !== 'yes') return false
    askWhich(scene)
    return true
  }
  const said = claimCodeSaid(heard.text)
  // what is no code at all is not a guess
  if (!said) return false
  if (scene.world.codeTries >= MOST_TRIES) return goOnWithout(scene, 'code-too-many')
  const found = scene.world.claimCode
  if (found?.spoken !== said && scene.need({ claimCode: said })) return true
  if (scene.world.codeTries >= MOST_TRIES) return goOnWithout(scene, 'code-too-many')
  const code = found?.spoken === said ? found : null
  const state = stateOf(code, scene.pinned, scene.me.id, scene.now)
  if (state === 'good') {
    keep(scene, code!)
    askNext(scene, { ack: scene.text('code-noted') })
    return true
  }
  refuse(scene, state)
  if (scene.world.codeTries + 1 >= MOST_TRIES) return goOnWithout(scene, 'code-too-many')
  askWhich(scene, scene.text(`code-${state}`))
  return true
}

function goOnWithout(scene: Scene, why: 'code-none' | 'code-too-many'): boolean {
  consent(scene, 'code', WITHOUT)
  askNext(scene, { ack: scene.text(why) })
  return true
}

function askWhich(scene: Scene, ack?: string): void {
  const subject = { is: 'claim', id: scene.pinned.id } as const
  const options = [{ key: 'skip', label: scene.text('button-no-code'), also: ['non', 'passer'], control: true }]
  const message = scene.say([ack, scene.text('ask-code-which')].filter(Boolean).join(' '), {
    choices: { subject, prompt: 'code', options },
  })
  scene.look(subject, 'code', { message, pending: { options } })
}

/** The learner has it: this claim, of the structure whose code it is. */
function keep(scene: Scene, code: KnownCode): void {
  for (const former of scene.pinned.consents.filter((c) => c.what === 'code' && !c.endedAt))
    scene.record('Consent', { ...former, endedAt: scene.now })
  if (scene.pinned.structureId === null) scene.changeClaim({ structureId: code.structureId })
  consent(scene, 'code', code.id)
  scene.audit('claim code given')
}

const refuse = (scene: Scene, state: CodeState): void => {
  scene.audit(CODE_REFUSED)
  scene.audit(`claim code ${state}`)
}

/** The link of a code: opens its badge, and brings the code along. */
export function startWithCode(scene: Scene, code: KnownCode): void {
  const found = scene.world.house.catalogue.badge(code.badgeId)
  if (!found) return void scene.say(scene.text('link-over'))
  const former = scene.world.mine.find((c) => c.badgeId === code.badgeId && !c.withdrawnAt)
  if (former && scene.claim?.id !== former.id) return void scene.need({ claim: former.id })
  const claim = former ? scene.pinned : { badgeId: code.badgeId, structureId: code.structureId }
  const state = stateOf(code, claim, scene.me.id, scene.now)
  const ofCode = former ? scene.pinned.meaning.policy.decision === 'code' : true
  if (state !== 'good' || !ofCode) {
    if (state !== 'good') refuse(scene, state)
    scene.say(scene.text(`code-${state === 'good' ? 'wrong' : state}`))
    return openBadge(scene, found, scene.world.linkStructure)
  }
  if (former && sending(scene.pinned)) return bringAfterwards(scene, code)
  scene.say(scene.text('code-noted'))
  if (former) keep(scene, code)
  openBadge(scene, found, scene.world.linkStructure)
  if (!former && !scene.isShort) keep(scene, code)
}

/** Sent already, without it: what waits for a trainer waits no more. */
function bringAfterwards(scene: Scene, code: KnownCode): void {
  const stands = decision(scene.pinned)
  if (stands || scene.pinned.issuances.length > 0) {
    const found = scene.world.house.catalogue.badge(code.badgeId)!
    return openBadge(scene, found, scene.world.linkStructure)
  }
  keep(scene, code)
  acceptByCode(scene)
}
