// Evidence in a folder of this machine, readable by the program's user only. A file is there whole or not at all, also after a
// power cut: written aside, flushed, renamed. Its media type stands beside it, in `<name>.media-type` (no name can end like that).
import { randomBytes } from 'node:crypto'
import { access, constants, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { storeName } from './name.ts'
import type { EvidenceStore } from './port.ts'

const ASIDE = '.aside-'
/** What was left aside by a killed process is removed by `check` once it is older than this. */
const STALE_MS = 60 * 60 * 1000

/** Makes the folder when it is not there (0700). */
export async function openFolder(folder: string): Promise<EvidenceStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const pathOf = (name: string) => join(folder, storeName(name))
  const typeOf = (name: string) => `${pathOf(name)}.media-type`

  const write = async (path: string, bytes: Uint8Array) => {
    const aside = join(folder, ASIDE + randomBytes(16).toString('hex'))
    try {
      const file = await open(aside, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(aside, path)
    } catch (cause) {
      await rm(aside, { force: true })
      throw new Error('evidence could not be written', { cause })
    }
  }

  return {
    async put(name, bytes, mediaType) {
      // The type first: whoever finds the file finds its type.
      await write(typeOf(name), Buffer.from(mediaType))
      await write(pathOf(name), bytes)
      await flush(folder)
    },

    async get(name) {
      const path = pathOf(name)
      try {
        const bytes = await readFile(path)
        return { bytes, mediaType: await readFile(typeOf(name), 'utf8') }
      } catch (cause) {
        if (isAbsent(cause)) return undefined
        throw new Error('evidence could not be read', { cause })
      }
    },

    async remove(name) {
      await rm(pathOf(name), { force: true })
      await rm(typeOf(name), { force: true })
      await flush(folder)
    },

    async check() {
      try {
        await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
        const probe = join(folder, `${ASIDE}check`)
        await write(probe, Buffer.from('ok'))
        await rm(probe, { force: true })
        await sweep(folder)
      } catch (cause) {
        throw new Error(`evidence folder ${folder} cannot be read and written`, { cause })
      }
    },
  }
}

/** A rename or a removal is only lasting once the folder itself is flushed. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(ASIDE)) continue
    const found = await stat(join(folder, name)).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs > STALE_MS) await rm(join(folder, name), { force: true })
  }
}

const isAbsent = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
