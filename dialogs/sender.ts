// Who writes, from where, and how they can be reached.
import type { Account } from '../core/model/rows.ts'
import { timeZoneNamed } from '../core/model/timeZones.ts'
import { languageOf, learnerName } from './learner/welcome.ts'
import type { Scene } from './scene.ts'
import { nudge } from './trainer/nudge.ts'
import { openWorkshop } from './trainer/opening.ts'
import { noticeUnreachable } from './trainer/unreachable.ts'
import type { Inbound } from './vocabulary.ts'
import { command } from './words.ts'

export function reachable(scene: Scene, { from }: Inbound, now: boolean): void {
  const account = scene.me.accounts.find((a) => a.channel === from.channel && a.externalId === from.externalId)
  if (!account) return
  scene.account({ ...account, unreachableAt: now ? null : scene.now })
  if (!now && !account.unreachableAt) noticeUnreachable(scene)
}

const A_DAY = 86_400_000

/** Where somebody writes from is where they are answered; written down when it changes, or once a day. */
export function refreshAccount(scene: Scene, { from }: Inbound): void {
  const account = scene.me.accounts.find((a) => a.channel === from.channel && a.externalId === from.externalId)
  if (!account) return
  if (!account.profileName && from.fullName) return introduceThemselves(scene, account, from)
  const latest = scene.me.accounts[0]
  const stale = Date.parse(scene.now) - Date.parse(account.seenAt) > A_DAY
  if (stale || account.chat !== from.chat || account.unreachableAt || latest !== account) {
    scene.account({ ...account, chat: from.chat, unreachableAt: null, seenAt: scene.now })
  }
}

/** An app is installed before anybody says who did: their name, and the language of their screen, come with their first words. */
function introduceThemselves(scene: Scene, account: Account, from: Inbound['from']): void {
  scene.account({ ...account, chat: from.chat, profileName: from.fullName!, unreachableAt: null, seenAt: scene.now })
  const name = scene.me.name ?? learnerName(from.fullName!) ?? null
  scene.change({ name, language: scene.me.seenAt ? scene.me.language : languageOf(scene, from) })
}

/** Written down when it changes: they are written to by their own clock. */
export function keepTimeZone(scene: Scene, { timeZone }: Inbound['from']): void {
  const said = timeZone === undefined || timeZone === scene.me.timeZone ? undefined : timeZoneNamed(timeZone)
  if (said && said !== scene.me.timeZone) scene.change({ timeZone: said })
}

/** `/atelier`, `/relance`: what a trainer says in a group is answered in private, where they can be written to. */
function obeyTrainer(scene: Scene, text: string, from: Inbound['from']): boolean {
  const word = command(text)
  if (!scene.world.me || !text.startsWith('/') || (word !== 'workshop' && word !== 'nudge')) return false
  const obeyed = word === 'workshop' ? openWorkshop(scene, { channel: from.channel, chat: from.chat }) : nudge(scene)
  if (obeyed && !scene.isShort) scene.sayInGroup(from, (words) => words('group-in-private'))
  return obeyed
}

/** Everything personal is said in private. */
export function answerGroup(scene: Scene, { event, from }: Inbound): void {
  if (event.is === 'text' && obeyTrainer(scene, event.text, from)) return
  const spoken = event.is === 'start' || (event.is === 'text' && event.text.startsWith('/'))
  if (!spoken || !scene.world.house.capabilities(from.channel).chat) return
  // in the middle of a workshop they mean that one
  const { workshop } = scene
  const code = workshop && !workshop.closedAt ? workshop.code : 'bonjour'
  const [link] = scene.world.house.startLinks(code, from.channel)
  scene.sayInGroup(from, (text) => [text('group-private'), ...(link ? [link] : [])].join('\n'))
}
