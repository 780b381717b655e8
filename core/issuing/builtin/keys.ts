// An organisation's signing keys, in one file that only the program's user can read. The newest signs; the public halves of the
// older ones stay, so that what they signed can still be checked.
import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { generate } from '@digitalbazaar/ed25519-multikey'
import { z } from 'zod'

const PublicKey = z.object({ publicKeyMultibase: z.string().startsWith('z6Mk'), createdAt: z.string() })
export type PublicKey = z.infer<typeof PublicKey>

const KeyRing = z.object({
  current: PublicKey.extend({ secretKeyMultibase: z.string() }),
  /** Newest first, without their secret halves: those are gone for good. */
  retired: z.array(PublicKey.extend({ retiredAt: z.string() })),
})
export type KeyRing = z.infer<typeof KeyRing>

function fileOf(dataDir: string, organisation: string): string {
  if (!/^[a-z0-9-]+$/.test(organisation)) throw new Error(`${JSON.stringify(organisation)} is no organisation’s id`)
  return join(dataDir, 'keys', `${organisation}.json`)
}

/** The keys of an organisation, made when there are none. Two processes that start together end with the same ones. */
export async function openKeys(dataDir: string, organisation: string): Promise<KeyRing> {
  const file = fileOf(dataDir, organisation)
  const kept = await read(file)
  if (kept) return kept
  await write(file, { current: await newKey(), retired: [] }, link).catch((error) => {
    if (error.code !== 'EEXIST') throw new Error(`cannot keep a signing key in ${file}`, { cause: error })
  })
  return (await read(file))!
}

/** A new key signs from now on; the old secret is destroyed. */
export async function rotateKeys(dataDir: string, organisation: string): Promise<KeyRing> {
  const { current, retired } = await openKeys(dataDir, organisation)
  const { secretKeyMultibase: _, ...old } = current
  const ring = { current: await newKey(), retired: [{ ...old, retiredAt: new Date().toISOString() }, ...retired] }
  await write(fileOf(dataDir, organisation), ring, rename)
  return ring
}

async function read(file: string): Promise<KeyRing | undefined> {
  const text = await readFile(file, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return undefined
    throw new Error(`cannot read the signing key in ${file}`, { cause: error })
  })
  if (text === undefined) return undefined
  try {
    return KeyRing.parse(JSON.parse(text))
  } catch (error) {
    throw new Error(`${file} is not a file of signing keys; restore it from a backup`, { cause: error })
  }
}

/** Whole or not at all, also when the power fails. `place` puts the finished file where it belongs: `link` never replaces one. */
async function write(file: string, ring: KeyRing, place: (from: string, to: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  try {
    const handle = await open(draft, 'wx', 0o600)
    try {
      await handle.writeFile(`${JSON.stringify(ring, null, 2)}\n`)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await place(draft, file)
    const folder = await open(dirname(file))
    await folder.sync().finally(() => folder.close())
  } finally {
    await rm(draft, { force: true })
  }
}

async function newKey() {
  const { publicKeyMultibase, secretKeyMultibase } = await generate()
  return { publicKeyMultibase, secretKeyMultibase: secretKeyMultibase!, createdAt: new Date().toISOString() }
}
