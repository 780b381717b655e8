// A secret of ours in a file beside the signing keys, that only the program's user can read.
import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** 32 bytes, made at the first call; the same for every process on this `dataDir`. `what`: for whoever reads an error. */
export async function openSecretFile(dataDir: string, name: string, what: string): Promise<Buffer> {
  const folder = join(dataDir, 'keys')
  const file = join(folder, name)
  const read = async () => (await readFile(file, 'utf8').catch(() => undefined))?.trim()
  let hex = await read()
  if (!hex) {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const draft = `${file}.${randomBytes(6).toString('hex')}`
    await writeFile(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 })
    // two processes that start together end with the same one
    await link(draft, file).catch((error) => {
      if (error.code !== 'EEXIST') throw new Error(`cannot keep the secret of ${what} in ${file}`, { cause: error })
    })
    await rm(draft)
    hex = await read()
  }
  if (!hex || !/^[0-9a-f]{64}$/.test(hex)) throw new Error(`${file} is not a secret of ours; restore it from a backup`)
  return Buffer.from(hex, 'hex')
}
