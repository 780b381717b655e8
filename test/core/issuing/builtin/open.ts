// An issuer with keys in a folder of its own, and what it issues as a verifier reads it: plain JSON.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Issuer, openIssuer } from '../../../../core/issuing/builtin/index.ts'
import { detailsFrom, documentFrom } from '../claim.ts'

export const now = '2026-01-02T00:00:00.000Z'
export const organisation = { id: 'insertion-reseau', name: 'Réseau Tremplin', url: 'https://tremplin.example.org', trial: false }
export const essai = { ...organisation, id: 'essai', trial: true }
export const LOCAL = 'http://localhost:3978'

/** A data folder for the tests of one file. */
export function dataFolder() {
  const folder = { path: '' }
  beforeAll(async () => {
    folder.path = await mkdtemp(join(tmpdir(), 'issuer-'))
  })
  afterAll(() => rm(folder.path, { recursive: true, force: true }))
  return {
    get path() {
      return folder.path
    },
    open: (publicUrl = 'https://badges.example.org', who = organisation): Promise<Issuer> =>
      openIssuer({ dataDir: folder.path, publicUrl, organisation: who }),
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a credential is read as a verifier reads it, without our types
export const issue = async (issuer: Issuer, document = documentFrom(), details = detailsFrom()): Promise<any> =>
  JSON.parse(JSON.stringify((await issuer.issue(document, details)).credential))
