// Files that are sent from our own pages, until the job that keeps evidence has read them, and a day for the page's own screen.
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const DAY_MS = 24 * 3600 * 1000

export type Uploads = {
  /** Gives the file's name: unguessable, and it tells whose it is. Undefined: this session has sent enough for a day. */
  keep: (session: string, bytes: Uint8Array) => Promise<string | undefined>
  /** Undefined: no such file (any more). */
  read: (name: string) => Promise<Uint8Array | undefined>
  isOf: (session: string, name: string) => boolean
}

/** `most`: bytes that one session may have here at a time. */
export async function openUploads(folder: string, most = Number.POSITIVE_INFINITY): Promise<Uploads> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await sweep(folder)
  return {
    async keep(session, bytes) {
      const held = await sweep(folder, `${markOf(session)}-`)
      if (held + bytes.length > most) return undefined
      const name = `${markOf(session)}-${randomBytes(16).toString('hex')}`
      await writeFile(join(folder, name), bytes, { mode: 0o600, flag: 'wx' })
      return name
    },
    async read(name) {
      if (!NAME.test(name)) return undefined
      try {
        return await readFile(join(folder, name))
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw new Error('an upload could not be read', { cause })
      }
    },
    isOf: (session, name) => name.startsWith(`${markOf(session)}-`),
  }
}

const NAME = /^[0-9a-f]{16}-[0-9a-f]{32}$/
const markOf = (session: string): string => createHash('sha256').update(session).digest('hex').slice(0, 16)

/** Removes what is older than a day; gives the bytes of what is left under `mark`. */
async function sweep(folder: string, mark = ''): Promise<number> {
  let held = 0
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (!found) continue
    if (Date.now() - found.mtimeMs > DAY_MS) await rm(path, { force: true })
    else if (name.startsWith(mark)) held += found.size
  }
  return held
}
