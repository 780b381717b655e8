// What is asked about the person and not about a claim: the first words, a name, a language, being forgotten.
import type { Option } from './choice.ts'
import { askAgain, askForHelp } from './commands.ts'
import { hearBackpack } from './learner/backpack.ts'
import { chooseBadge } from './learner/badges.ts'
import { hearClaims } from './learner/claims.ts'
import type { Heard } from './learner/heard.ts'
import { isStory, learnerName, momentOf } from './learner/welcome.ts'
import type { Scene } from './scene.ts'
import { previewNudge } from './trainer/nudge.ts'
import { mayLead } from './trainer/workshop.ts'
import { followsPeople } from './trainer/followUp.ts'
import { showRequest } from './tutor/request.ts'

/** Has not been told what a badge is, and is here for no other reason. */
export const isNewcomer = (scene: Scene): boolean =>
  !scene.me.seenAt && !scene.claim && scene.world.mine.length === 0 && scene.world.requests.length === 0 && !followsPeople(scene)

/** Without a badge yet: what a badge is, then which one. */
export function firstSense(scene: Scene): void {
  const message = scene.say(scene.text('sense'), { choices: { subject: { is: 'self' }, prompt: 'sense', options: senseOptions(scene) } })
  scene.look({ is: 'self' }, 'sense', { message, pending: { options: senseOptions(scene) } })
}

export const senseOptions = (scene: Scene): Option[] => [
  { key: 'yes', label: scene.text('button-yes') },
  { key: 'dip', label: scene.text('button-diploma') },
]

export function hearSelf(scene: Scene, prompt: string, heard: Heard): boolean {
  const key = heard.is === 'option' ? heard.key : undefined
  switch (prompt) {
    case 'sense':
      if (key === 'dip') {
        scene.say(scene.text('faq-diploma'))
        firstSense(scene)
        return true
      }
      if (key !== 'yes' && !(heard.is === 'words' && isStory(heard.text))) return false
      scene.change({ seenAt: scene.now })
      // whoever tells right away keeps it for the badge that they choose
      if (heard.is === 'words') scene.look({ is: 'self' }, 'sense', { pending: { moment: momentOf(scene, heard.text) } })
      if (scene.me.nameConfirmed) chooseBadge(scene)
      else askName(scene)
      return true
    case 'name':
      return hearName(scene, heard)
    case 'moved':
      if (key !== 'yes') return false
      askAgain(scene)
      return true
    case 'backpack':
      if (key === 'mine') return hearClaims(scene, heard)
      return hearBackpack(scene, heard)
    case 'mine':
    case 'menu':
      return hearClaims(scene, heard)
    case 'asked':
      if (!key || !scene.world.requests.some((r) => r.endorsement === key)) return false
      if (!scene.claim?.endorsements.some((e) => e.id === key)) return scene.need({ endorsement: key })
      showRequest(scene, key)
      return true
    case 'workshops':
      if (!key) return false
      // one of theirs, and nothing else that a button could be made to carry
      if (!scene.world.workshops.some(({ id }) => id === key)) return scene.need({ workshops: true })
      if (scene.workshop?.id !== key) return scene.need({ workshop: key, workshops: true, people: true })
      return mayLead(scene, scene.workshop) && previewNudge(scene)
    case 'person':
      if (key !== 'go' && key !== 'help') return false
      scene.lookAway()
      if (key === 'help') askForHelp(scene)
      else askAgain(scene)
      return true
    case 'language':
      if (key !== 'fr' && key !== 'en') return false
      scene.change({ language: key })
      scene.lookAway()
      scene.say(scene.text('language-noted'))
      if (scene.world.me?.seenAt || scene.claim) askAgain(scene)
      else firstSense(scene)
      return true
    case 'forget':
      if (key === 'yes') {
        scene.say(scene.text('forgotten'))
        scene.lookAway()
        scene.change({ erasedAt: scene.now })
        scene.audit('erasure asked', scene.me.id)
        scene.start({ id: `erase:${scene.me.id}`, is: 'erase', person: scene.me.id })
      } else if (key === 'no') {
        scene.lookAway()
        scene.say(scene.text('kept'))
        askAgain(scene)
      } else return false
      return true
    default:
      return false
  }
}

function askName(scene: Scene): void {
  const name = scene.me.name
  const options: Option[] = name
    ? [
        { key: 'yes', label: scene.text('button-yes') },
        { key: 'no', label: scene.text('button-other-name') },
      ]
    : []
  const text = name ? scene.text('ask-name', { name: name.split(' ')[0]! }) : scene.text('ask-new-name')
  const message = scene.say(text, options.length ? { choices: { subject: { is: 'self' }, prompt: 'name', options } } : {})
  scene.look({ is: 'self' }, 'name', { message, pending: { options, moment: scene.focus?.pending?.moment } })
}

function hearName(scene: Scene, heard: Heard): boolean {
  if (heard.is === 'media') return false
  if (heard.is === 'option' && heard.key === 'no') {
    const message = scene.say(scene.text('ask-new-name'))
    scene.look({ is: 'self' }, 'name', { message, pending: { options: [], moment: scene.focus?.pending?.moment } })
    return true
  }
  const name = heard.is === 'words' ? learnerName(heard.text) : scene.me.name
  if (!name) return false
  scene.change({ name, nameConfirmed: true })
  chooseBadge(scene, scene.text('name-noted', { name }))
  return true
}
