// Whether an answer comes from where the learner was of late: the same browser, or the same network. Of a network only a keyed digest is
// kept, for a week, and only of who opened their own pages; of a browser nothing but a cookie of its own. No address is ever written down.
import { createHmac } from 'node:crypto'
import { isIPv4, isIPv6 } from 'node:net'
import type pg from 'pg'
import { openSecretFile } from './secretFile.ts'

const DAYS = 7

export type Nearby = {
  /** Somebody opened a page of their own from here. */
  note: (personId: string, address: string, now: Date) => Promise<void>
  /** They did so from this network, within the week. */
  isNear: (personId: string, address: string, now: Date) => Promise<boolean>
  /** What the browser that opened somebody's own page keeps: it says of whom only to us. */
  markOf: (personId: string) => string
}

export async function openNearby(pool: pg.Pool, dataDir: string): Promise<Nearby> {
  const key = await openSecretFile(dataDir, 'nearby.secret', 'networks')
  const mac = (what: string, text: string) => createHmac('sha256', key).update(`${what}\n${text}`).digest('hex').slice(0, 32)
  const since = (now: Date) => new Date(now.getTime() - DAYS * 86_400_000)
  return {
    markOf: (personId) => mac('browser', personId),
    async note(personId, address, now) {
      const network = networkOf(address)
      if (!network) return
      await pool.query(
        `insert into "Nearby" ("personId", digest, "seenAt") values ($1::uuid, $2, $3)
         on conflict ("personId", digest) do update set "seenAt" = excluded."seenAt"`,
        [personId, mac('network', network), now],
      )
    },
    async isNear(personId, address, now) {
      const network = networkOf(address)
      if (!network) return false
      const { rows } = await pool.query('select 1 from "Nearby" where "personId" = $1::uuid and digest = $2 and "seenAt" > $3', [
        personId,
        mac('network', network),
        since(now),
      ])
      return rows.length > 0
    },
  }
}

export async function forgetNearby(pool: pg.Pool, now: string): Promise<void> {
  await pool.query(`delete from "Nearby" where "seenAt" < $1::timestamptz - interval '${DAYS} days'`, [now])
}

/** What a household or an office shares: the address, or the /64 that one line is given. This machine itself tells nothing. */
export function networkOf(address: string): string | undefined {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIPv4(plain)) return plain.startsWith('127.') ? undefined : plain
  if (!isIPv6(plain) || plain === '::1') return undefined
  // as the URL standard writes it: shortened one way only
  const [head = '', tail] = new URL(`http://[${plain.split('%')[0]}]`).hostname.slice(1, -1).split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const whole = tail === undefined ? groups : [...groups, ...Array<string>(8 - groups.length - after.length).fill('0'), ...after]
  return whole.slice(0, 4).join(':')
}
