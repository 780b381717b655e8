import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEvidenceStore } from '../../../core/evidence/index.ts'
import type { EvidenceStore } from '../../../core/evidence/port.ts'
import type { S3Settings } from '../../../core/evidence/s3.ts'

let dir: string
let server: S3rver
let s3: S3Settings
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'declic-evidence-'))
  // s3rver: an S3-compatible server that others wrote; it knows one key.
  server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(dir, 's3'),
    configureBuckets: [{ name: 'preuves', configs: [] }],
  })
  const { port } = await server.run()
  s3 = { endpoint: `http://127.0.0.1:${port}`, region: 'eu-west-3', accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }
})
afterAll(async () => {
  await server.close()
  await rm(dir, { recursive: true, force: true })
})

const NAME = 'aB3_-aB3_-aB3_-aB3_-aB'
const bytes = Uint8Array.from([0, 255, 1, 254, 10, 13])

const contract = (open: () => Promise<EvidenceStore>) => {
  test('gives back what was put, with its type', async () => {
    const store = await open()
    await store.put(NAME, bytes, 'image/jpeg')
    const found = await store.get(NAME)
    expect({ ...found, bytes: Uint8Array.from(found!.bytes) }).toEqual({ bytes, mediaType: 'image/jpeg' })
  })

  test('takes the same name again: a job that runs twice', async () => {
    const store = await open()
    await store.put(`${NAME}.jpg`, bytes, 'image/jpeg')
    await store.put(`${NAME}.jpg`, bytes.subarray(1), 'image/png')
    expect((await store.get(`${NAME}.jpg`))?.bytes.length).toBe(5)
    expect((await store.get(`${NAME}.jpg`))?.mediaType).toBe('image/png')
  })

  test('knows what it does not have', async () => {
    const store = await open()
    expect(await store.get('z'.repeat(32))).toBeUndefined()
  })

  test('removes, and removes again', async () => {
    const store = await open()
    await store.put('r'.repeat(32), bytes, 'image/jpeg')
    await store.remove('r'.repeat(32))
    await store.remove('r'.repeat(32))
    expect(await store.get('r'.repeat(32))).toBeUndefined()
  })

  test('takes 20 MB', async () => {
    const store = await open()
    await store.put('m'.repeat(32), new Uint8Array(20 * 1024 * 1024), 'video/mp4')
    expect((await store.get('m'.repeat(32)))?.bytes.length).toBe(20 * 1024 * 1024)
  })

  test.each(['', 'short', `../${NAME}`, `${NAME}/x`, `${NAME}\0`, `${NAME}.a.b`, `${NAME}.media-type`, '.'.repeat(30)])(
    'refuses the name %j',
    async (name) => {
      const store = await open()
      await expect(store.put(name, bytes, 'image/jpeg')).rejects.toThrow('not a name')
      await expect(store.get(name)).rejects.toThrow('not a name')
      await expect(store.remove(name)).rejects.toThrow('not a name')
    },
  )

  test('says that it works', async () => {
    await (await open()).check()
  })
}

describe('a folder', () => {
  contract(() => openEvidenceStore({ dataDir: dir }))

  test('can be read by nobody else, and holds nothing half-written', async () => {
    const folder = join(dir, 'evidence')
    const store = await openEvidenceStore({ dataDir: dir })
    await store.put('p'.repeat(32), bytes, 'image/jpeg')
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    expect((await stat(join(folder, 'p'.repeat(32)))).mode & 0o777).toBe(0o600)
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('forgets what a killed process left aside, in time', async () => {
    const folder = join(dir, 'evidence')
    await writeFile(join(folder, '.aside-old'), 'x')
    await utimes(join(folder, '.aside-old'), new Date(0), new Date(0))
    await writeFile(join(folder, '.aside-now'), 'x')
    await (await openEvidenceStore({ dataDir: dir })).check()
    const left = (await readdir(folder)).filter((name) => name.startsWith('.'))
    expect(left).toEqual(['.aside-now'])
  })

  test('says what is wrong when it is gone', async () => {
    const store = await openEvidenceStore({ dataDir: join(dir, 'gone') })
    await rm(join(dir, 'gone'), { recursive: true })
    await expect(store.check()).rejects.toThrow(/evidence folder .* cannot be read and written/)
  })
})

describe('S3', () => {
  contract(() => openEvidenceStore({ dataDir: dir, evidenceUrl: 's3://preuves/essai', s3 }))

  test('keeps two prefixes apart', async () => {
    const one = await openEvidenceStore({ dataDir: dir, evidenceUrl: 's3://preuves/un', s3 })
    const bare = await openEvidenceStore({ dataDir: dir, evidenceUrl: 's3://preuves', s3 })
    await one.put('q'.repeat(32), bytes, 'image/jpeg')
    expect(await bare.get('q'.repeat(32))).toBeUndefined()
  })

  test('says what is wrong: no bucket, wrong key, nobody there, no such address', async () => {
    const check = async (evidenceUrl: string, settings: S3Settings) =>
      (await openEvidenceStore({ dataDir: dir, evidenceUrl, s3: settings })).check()
    await expect(check('s3://absent', s3)).rejects.toThrow(/absent.*NoSuchBucket/)
    await expect(check('s3://preuves', { ...s3, accessKeyId: 'WRONG' })).rejects.toThrow('InvalidAccessKeyId')
    await expect(check('s3://preuves', { ...s3, endpoint: 'http://127.0.0.1:1' })).rejects.toThrow('ECONNREFUSED')
    await expect(check('https://preuves', s3)).rejects.toThrow('expected s3://bucket/prefix')
  })
})
