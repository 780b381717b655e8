import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBackends } from '../../../core/issuing/index.ts'
import { CLAIM, detailsFrom, documentFrom } from './claim.ts'

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'backends-'))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

const open = (webhook?: { url: string; secret: string }) =>
  openBackends({
    dataDir,
    publicUrl: 'http://localhost:3978',
    webhook,
    organisation: async (id) =>
      id === 'nobody' ? undefined : { id, name: 'Réseau Tremplin', url: 'https://tremplin.example.org', trial: id === 'essai' },
  })

test('nothing is made before it is asked for', () => {
  open()
  expect(existsSync(join(dataDir, 'keys'))).toBe(false)
})

test('the built-in backend issues in the name of the claim’s organisation', async () => {
  const { backendFor, issuerOf } = open()
  const backend = await backendFor('builtin')
  const outcome = await backend.issue(documentFrom(), detailsFrom({ organisation: 'essai', statusIndex: 17 }))
  expect(outcome).toMatchObject({ state: 'issued', reference: '17', statusIndex: 17, url: `http://localhost:3978/b/${CLAIM}` })
  const issuer = await issuerOf('essai')
  if (outcome.state !== 'issued') throw new Error('not issued')
  expect(await issuer.verify(outcome.credential, { now: detailsFrom().now })).toEqual({ verified: true })
})

test('what cannot be signed fails with a reason, for an operator', async () => {
  const backend = await open().backendFor('builtin')
  const badge = { ...detailsFrom().badge, alignment: [{ ...detailsFrom().badge.alignment[0]!, mood: 'good' }] }
  expect(await backend.issue(documentFrom(), detailsFrom({ badge }))).toMatchObject({
    state: 'failed',
    why: expect.stringContaining('cannot be signed'),
  })
})

test('an organisation that nobody knows, and a backend that is not configured, are said so', async () => {
  await expect(open().issuerOf('nobody')).rejects.toThrow('no organisation nobody issues badges here')
  await expect(open().backendFor('webhook')).rejects.toThrow('WEBHOOK_ISSUER_URL')
  expect((await open({ url: 'http://127.0.0.1:1', secret: 'x' }).backendFor('webhook')).name).toBe('webhook')
})

test('one issuer an organisation, however often it is asked for', async () => {
  const { issuerOf } = open()
  const [a, b] = await Promise.all([issuerOf('essai'), issuerOf('essai')])
  expect(a).toBe(b)
})
