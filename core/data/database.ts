// One database for everything: the embedded one, or a server. One pool serves both Prisma and hand-written SQL.
import { setTimeout as wait } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { useEmbedded } from './embedded.ts'
import { PrismaClient } from './generated/client.ts'
import { migrate } from './migrate.ts'
import { DatabaseUnusable } from './unusable.ts'

/** The part of a logger that the database needs; pino's fits. Nothing private is said here. */
export type Log = { info: (message: string) => void; warn: (message: string) => void }

export type Database = {
  pool: pg.Pool
  prisma: PrismaClient
  /** Holds a password: never logged. */
  url: string
  embedded: boolean
  /** A connection of its own, for locks and LISTEN; whoever asks for it ends it. Starts the embedded server again when it has gone. */
  connect: (name: string) => Promise<pg.Client>
  /** Closes the pool; stops the embedded server unless another process uses it. */
  stop: () => Promise<void>
}

export type DatabaseOptions = {
  /** Folder of the embedded database. */
  dataDir: string
  /** `postgresql://…`: a server instead of the embedded database. */
  databaseUrl?: string
  log?: Log
  /** Connections in the pool. */
  connections?: number
  /** False: faster, and lost at a power cut. For tests. */
  fsync?: boolean
}

const SILENT: Log = { info: () => undefined, warn: () => undefined }

/**
 * Opens the database, with its schema up to date. The embedded one is started, or joined when another process has started it:
 * the server and the command line open it in the same way. Throws, in plain words, when it cannot be reached or migrated.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { dataDir, databaseUrl, log = SILENT, connections = 10, fsync } = options
  const embedded = databaseUrl ? undefined : await useEmbedded({ dataDir, fsync, log })
  const url = inUtc(databaseUrl ?? embedded!.url)
  const pool = new pg.Pool({ connectionString: url, max: connections, application_name: 'declic', keepAlive: true })
  // an idle connection that the server closed; the next query opens another
  pool.on('error', (error) => log.warn(`database connection lost: ${error.message}`))
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })

  async function connect(name: string): Promise<pg.Client> {
    // the embedded server may have gone this very moment, before we were told
    for (let attempt = 1; ; attempt++) {
      await embedded?.ensure()
      const client = new pg.Client({ connectionString: url, application_name: `declic ${name}`, keepAlive: true })
      client.on('error', () => undefined) // 'end' follows, for whoever watches
      try {
        await client.connect()
        return client
      } catch (error) {
        await client.end().catch(() => undefined)
        if (!embedded || attempt === 20) throw error
        await wait(100)
      }
    }
  }

  async function stop(): Promise<void> {
    await prisma.$disconnect()
    await pool.end()
    await embedded?.leave()
  }

  try {
    await migrate(pool, log)
  } catch (error) {
    await stop()
    throw isUnreachable(error)
      ? new DatabaseUnusable(
          databaseUrl
            ? `DATABASE_URL: found ${placeOf(url)}, expected a PostgreSQL server that can be reached`
            : `The embedded database cannot be reached at ${placeOf(url)}`,
          { cause: error },
        )
      : error
  }
  return { pool, prisma, url, embedded: Boolean(embedded), connect, stop }
}

/** The session's time zone, so that instants leave PostgreSQL's JSON in UTC; options that the address already has are kept. */
function inUtc(address: string): string {
  const url = new URL(address)
  url.searchParams.set('options', `${url.searchParams.get('options') ?? ''} -c TimeZone=UTC`.trim())
  return url.href.replaceAll('+', '%20')
}

const placeOf = (url: string): string => {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

const isUnreachable = (error: unknown): boolean =>
  ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT', 'ECONNRESET', '28P01', '3D000'].includes(
    (error as { code?: string }).code ?? '',
  )
