// Who writes, from where, and how they can be reached.
import type { Scene } from './scene.ts'
import type { Inbound } from './vocabulary.ts'

export function reachable(scene: Scene, { from }: Inbound, now: boolean): void {
  const account = scene.me.accounts.find((a) => a.channel === from.channel && a.externalId === from.externalId)
  if (account) scene.account({ ...account, unreachableAt: now ? null : scene.now })
}

const A_DAY = 86_400_000

/** Where somebody writes from is where they are answered; written down when it changes, or once a day. */
export function refreshAccount(scene: Scene, { from }: Inbound): void {
  const account = scene.me.accounts.find((a) => a.channel === from.channel && a.externalId === from.externalId)
  if (!account) return
  const latest = scene.me.accounts[0]
  const stale = Date.parse(scene.now) - Date.parse(account.seenAt) > A_DAY
  if (stale || account.chat !== from.chat || account.unreachableAt || latest !== account) {
    scene.account({ ...account, chat: from.chat, unreachableAt: null, seenAt: scene.now })
  }
}

/** Everything personal is said in private. */
export function answerGroup(scene: Scene, { event, from }: Inbound): void {
  const spoken = event.is === 'start' || (event.is === 'text' && event.text.startsWith('/'))
  if (!spoken || !scene.world.house.capabilities(from.channel).chat) return
  const [link] = scene.world.house.startLinks('bonjour', from.channel)
  scene.sayInGroup(from, (text) => [text('group-private'), ...(link ? [link] : [])].join('\n'))
}
