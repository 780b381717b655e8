// One `serve` of a role per DATA_DIR. The lock is a session's: PostgreSQL gives it back when the process dies, however it dies.
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import type { Database } from './database.ts'

export type Role = 'web' | 'worker'
/** `name`: of whoever holds these roles here, the same after each start, since only one process holds them at a time. */
export type RoleLock = { name: string; release: () => Promise<void> }

/** Another process has the role; the message is the line to show. */
export class RoleTaken extends Error {
  override name = 'RoleTaken'
}

/**
 * Holds `roles` for this DATA_DIR until released. Throws `RoleTaken` when another process holds one of them. The locks go
 * when the database server restarts: they are taken again as soon as it is back; when another process was faster,
 * `onLost` is told, and the program must stop.
 */
export async function holdRoles(
  { connect }: Pick<Database, 'connect'>,
  dataDir: string,
  roles: Role[],
  onLost: (error: RoleTaken) => void,
): Promise<RoleLock> {
  const folder = path.resolve(dataDir)
  const id = await idOf(folder)
  let released = false

  async function take(): Promise<pg.Client> {
    const client = await connect('serve')
    try {
      for (const role of roles) {
        const sql = 'select pg_try_advisory_lock(hashtextextended($1, 0)) as taken'
        const { rows } = await client.query<{ taken: boolean }>(sql, [`declic serve ${role} ${id}`])
        if (!rows[0]?.taken) throw new RoleTaken(`DATA_DIR ${folder} is already served by another process (role ${role}): stop it first`)
      }
      return client
    } catch (error) {
      await client.end()
      throw error
    }
  }

  async function takeAgain(): Promise<void> {
    while (!released) {
      try {
        session = watched(await take())
        return
      } catch (error) {
        if (error instanceof RoleTaken) return onLost(error)
        await wait(1000, undefined, { ref: false })
      }
    }
  }

  const watched = (client: pg.Client): pg.Client =>
    client.once('end', () => {
      if (!released) void takeAgain()
    })

  let session = watched(await take())
  return {
    name: `${roles.join('+')} ${id}`,
    async release() {
      released = true
      await session.end()
    },
  }
}

/** A random name of the folder, kept in it: the same by whatever path it is reached, another on another machine. */
async function idOf(folder: string): Promise<string> {
  const file = path.join(folder, 'id')
  await mkdir(folder, { recursive: true })
  await writeFile(file, randomUUID(), { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return readFile(file, 'utf8')
}
