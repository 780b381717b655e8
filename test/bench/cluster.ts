// A PostgreSQL of its own for one run, with fsync on, as in production.
import { rm } from 'node:fs/promises'
import pg from 'pg'
import { useEmbedded } from '../../core/data/embedded.ts'
import { on, temporaryFolder } from '../setup/cluster.ts'

export type Cluster = { newDatabase: (name: string) => Promise<string>; folder: string; stop: () => Promise<void> }

export async function openCluster(): Promise<Cluster> {
  const folder = await temporaryFolder()
  const server = await useEmbedded({ dataDir: folder, log: { info: () => undefined, warn: console.warn } })
  return {
    folder,
    async newDatabase(name) {
      const client = new pg.Client({ connectionString: server.url })
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      return on(server.url, name)
    },
    async stop() {
      await server.leave()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
