// « Par e-mail »: the learner gives the address of whoever was there. It is said back before it is kept, and nothing leaves before the
// undo time of the sending is over, because a letter cannot be taken back.
import { isSameMailbox, plainAddress } from '../../core/model/sameMailbox.ts'
import { lacking, sending, statusOf } from '../../core/model/status.ts'
import { isBefore, plusSeconds, secondsBetween } from '../../core/model/time.ts'
import type { Option } from '../choice.ts'
import type { Scene } from '../scene.ts'
import { isByLetter, writeLetter } from '../tutor/letter.ts'
import { isHalfAnAddress } from './address.ts'
import { askNext, offer } from './ask.ts'
import { isWordWanted, openRequests } from './asking.ts'
import type { Heard } from './heard.ts'
import { askAnother, forwardable, requestEndorsement, undoSeconds, withdraw } from './send.ts'

/** Letters about one claim; whoever needs more has a link to pass on. */
const MOST_LETTERS = 5

export const canWrite = (scene: Scene): boolean => scene.world.house.letters?.() !== undefined

/** An address in what somebody typed or pasted: « cé paul@chantier.fr ». */
export function addressIn(text: string): string | undefined {
  const found = /[^\s@<>,;:()"\\«»]+@[^\s@<>,;:()"\\«»]+\.\p{L}{2,}/u.exec(text)?.[0]
  return found && found.length <= 200 ? found : undefined
}

/** The button that goes with a link to pass on. */
export const byMailOption = (scene: Scene): Option[] =>
  canWrite(scene) && mayAsk(scene) ? [{ key: 'mail', label: scene.text('button-by-mail') }] : []

/** Somebody is asked for a word, or will be. */
function mayAsk(scene: Scene): boolean {
  const claim = scene.pinned
  const { policy } = claim.meaning
  if (claim.personId !== scene.me.id || claim.withdrawnAt) return false
  const status = statusOf(claim, policy)
  // once the badge is there, only who chose to ask somebody gives an address
  if (status === 'issued') return isWordWanted(claim) && openRequests(claim).length > 0
  if (status === 'draft') return policy.endorsements > 0 && claim.approvedAt !== null
  return (status === 'sent' || status === 'accepted') && isWordWanted(claim)
}

/** An address that was typed where somebody to ask is wanted. False: there is none in it, or this is not the time for one. */
export function hearAddress(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'words' || !canWrite(scene) || !mayAsk(scene)) return false
  const address = addressIn(heard.text)
  if (!address) return false
  confirmAddress(scene, address)
  return true
}

/** `prompt` « mail »: the address is awaited, or was said back. */
export function hearMail(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'option') {
    if (hearAddress(scene, heard)) return true
    const { focus } = scene
    if (focus?.prompt !== 'mail' || !mayAsk(scene)) return false
    const isHalf = heard.is === 'words' && isHalfAnAddress(scene, heard.text)
    if (!isHalf && focus.tries > 0) return false
    scene.say(scene.text(isHalf ? 'email-incomplete' : 'mail-no-address'))
    askAddress(scene)
    scene.look(scene.focus!.subject, 'mail', { ...scene.focus!, tries: focus.tries + 1 })
    return true
  }
  if (!canWrite(scene) || !mayAsk(scene)) return false
  switch (heard.key) {
    case 'mail':
    case 'other':
      askAddress(scene)
      return true
    case 'link': {
      const open = openRequests(scene.pinned).at(-1)
      if (!open) return false
      // the link of a letter that is on its way is for whoever reads it, and says so of whoever answers by it
      if (isByLetter(open)) {
        askAnother(scene)
        return true
      }
      scene.say(scene.text('mail-link-again'))
      forwardable(scene, open)
      scene.lookAway()
      return true
    }
    case 'skip':
      scene.lookAway()
      if (sending(scene.pinned)) scene.say(scene.text('kept'))
      else askNext(scene)
      return true
    case 'yes': {
      const { focus } = scene
      const address = focus?.prompt === 'mail' ? focus.pending?.text : undefined
      if (!address) return false
      takeAddress(scene, address)
      return true
    }
    default:
      return false
  }
}

function askAddress(scene: Scene): void {
  offer(scene, { is: 'claim', id: scene.pinned.id }, 'mail', scene.text('ask-mail-address'), [
    { key: 'skip', label: scene.text('button-without-mail'), control: true },
  ])
}

/** Theirs by what they gave for themself, by the account that they write from, or by either with something behind a plus. */
function isOwnAddress({ pinned, me, world }: Scene, address: string): boolean {
  const channel = world.house.letters?.()
  const accounts = [address, plainAddress(address)].map((one) => world.house.addressee?.(one))
  return (
    [pinned.email, me.email].some((own) => isSameMailbox(own, address)) ||
    me.accounts.some((account) => account.channel === channel && accounts.includes(account.externalId))
  )
}

function confirmAddress(scene: Scene, address: string): void {
  if (isOwnAddress(scene, address)) {
    scene.audit('own address refused')
    scene.say(scene.text('mail-own-address'))
    return askAddress(scene)
  }
  const options = [
    { key: 'yes', label: scene.text('button-yes'), also: ['oui'] },
    { key: 'other', label: scene.text('button-other-address'), also: ['non'] },
  ]
  offer(scene, { is: 'claim', id: scene.pinned.id }, 'mail', scene.text('ask-mail-sure', { email: address }), options, { text: address })
}

function takeAddress(scene: Scene, address: string): void {
  if (scene.pinned.endorsements.filter((e) => e.mailedAt).length >= MOST_LETTERS) {
    scene.say(scene.text('mail-enough'))
    return scene.lookAway()
  }
  scene.changeClaim({ witness: 'tutor', witnessId: null, witnessMail: address })
  scene.audit('address given')
  const sent = sending(scene.pinned)
  if (!sent) return askNext(scene, { ack: scene.text('mail-noted', { email: address }) })
  askByMail(scene)
}

/** One request, one address: whoever had the link of before is not asked any more. */
function askByMail(scene: Scene): void {
  const sent = sending(scene.pinned)!
  const open = openRequests(scene.pinned)
  const enough = Math.max(1, lacking(scene.pinned, scene.pinned.meaning.policy).people)
  const bound = open.filter((e) => e.endorserId)
  for (const e of open) if (!e.endorserId || (bound.length >= enough && e === bound.at(-1))) withdraw(scene, e)
  const request = requestEndorsement(scene)
  const over = plusSeconds(sent.at, undoSeconds(scene))
  if (isBefore(scene.now, over)) {
    scene.start({ id: `${scene.event.key}:letters`, is: 'settle-sending', claim: scene.pinned.id, sentAt: sent.at, at: over })
    scene.say(scene.text('mail-goes-soon', { minutes: minutesUntil(scene, over) }), {
      choices: {
        subject: { is: 'claim', id: scene.pinned.id },
        prompt: 'undo',
        options: [{ key: 'undo', label: scene.text('button-undo'), control: true }],
      },
    })
  } else {
    writeLetter(scene, request)
    scene.say(scene.text('mail-goes-now'))
  }
  scene.lookAway()
}

/** Whole minutes, for people; 0: a moment. */
export const minutesUntil = (scene: Scene, time: string): number => Math.round(secondsBetween(scene.now, time) / 60)
