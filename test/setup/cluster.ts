// One PostgreSQL for the whole run, embedded, in a temporary folder, with the schema ready in a template that databases are copied from.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../core/data/database.ts'
import { useEmbedded } from '../../core/data/embedded.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server on which every test file makes a database of its own. */
    serverUrl: string
  }
}

export const TEMPLATE = 'declic_template'
const SILENT = { info: () => undefined, warn: () => undefined }

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await temporaryFolder()
  const server = await useEmbedded({ dataDir, fsync: false, log: SILENT })
  const main = await openDatabase({ dataDir, databaseUrl: server.url })
  await main.pool.query(`create database ${TEMPLATE}`)
  await main.stop()
  const template = await openDatabase({ dataDir, databaseUrl: on(server.url, TEMPLATE) })
  await template.stop()
  project.provide('serverUrl', server.url)
  return async () => {
    await server.leave()
    await rm(dataDir, { recursive: true, force: true })
  }
}

export const on = (serverUrl: string, database: string): string => {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

/** A folder that goes away by `rm`; others may pass through it, because PostgreSQL runs as another account when we are root. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'declic-test-'))
  await chmod(folder, 0o711)
  return folder
}
