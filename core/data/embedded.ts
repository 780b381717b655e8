// The embedded database: a real PostgreSQL server under DATA_DIR/postgres, listening on loopback with a password of its own.
// Processes share it: whoever comes first starts it, whoever leaves last stops it, and what a SIGKILL left running is used again.
import { randomBytes } from 'node:crypto'
import { chown, lstat, mkdir, readFile, realpath, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type Account, type Binaries, canEnter, findBinaries, run, serverAccount } from './binaries.ts'
import type { Log } from './database.ts'
import { DatabaseUnusable } from './unusable.ts'

/** Where root's data goes when the server's account cannot enter DATA_DIR; DATA_DIR/postgres is then a link to it. */
const OUTSIDE = '/var/lib/declic'
const SECONDS_TO_START = 60
const USER = 'declic'
const DATABASE = 'declic'

/** Small on purpose: one program uses it. Errors go to who asked, not to a file: they may quote what people wrote. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 40,
  shared_buffers: '32MB',
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_wal_size: '256MB',
  max_parallel_workers_per_gather: 0,
  io_method: 'sync',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

/** Many programs share the server of a test run. */
const OF_TESTS = { fsync: 'off', full_page_writes: 'off', max_connections: 150 }

export type Embedded = {
  /** Holds the password: never logged. Stays the same while the process lives, whatever happens to the server. */
  url: string
  /** Starts the server again when it has gone; settles when it answers. */
  ensure: () => Promise<void>
  /** Stops the server unless another process uses it. */
  leave: () => Promise<void>
}

type Cluster = { home: string; folder: string; account: Account; binaries: Binaries; password: string; fsync: boolean }

export async function useEmbedded(options: { dataDir: string; fsync?: boolean; log: Log }): Promise<Embedded> {
  const { log } = options
  const cluster = await openCluster(path.resolve(options.dataDir), options.fsync ?? true, log)
  let port = await start(cluster, undefined)
  const urlOf = (database: string) => `postgresql://${USER}:${cluster.password}@127.0.0.1:${port}/${database}`
  let seat = await takeSeat(urlOf)
  while (!seat) {
    port = await start(cluster, undefined)
    seat = await takeSeat(urlOf)
  }
  let leaving = false
  let reviving: Promise<void> | undefined

  async function revive(): Promise<void> {
    const again = await start(cluster, port)
    if (again !== port)
      throw new DatabaseUnusable(`The embedded database came back on another port (${again} instead of ${port}): restart the program`)
    const next = await takeSeat(urlOf)
    if (!next) throw new DatabaseUnusable('The embedded database went away while it was started')
    seat = next
    watch()
    log.warn('the embedded database is back')
  }

  async function ensure(): Promise<void> {
    if (seat || leaving) return
    reviving ??= revive().finally(() => {
      reviving = undefined
    })
    await reviving
  }

  async function keepTrying(): Promise<void> {
    while (!seat && !leaving) {
      await ensure().catch(async (error: Error) => {
        log.warn(error.message)
        await wait(1000)
      })
    }
  }

  function watch(): void {
    seat?.once('end', () => {
      seat = undefined
      if (leaving) return
      log.warn('the embedded database stopped; starting it again')
      void keepTrying()
    })
  }

  watch()
  return {
    url: urlOf(DATABASE),
    ensure,
    async leave() {
      leaving = true
      await reviving?.catch(() => undefined)
      if (seat && (await isLast(seat)))
        await run(cluster.binaries.pg_ctl, ['stop', '-D', cluster.folder, '-m', 'fast', '-w'], cluster.account)
      await seat?.end().catch(() => undefined)
    },
  }
}

/** A shared lock that every process of this server holds: who can have it alone is the last. 'Declic' on a telephone's keys. */
const SEATS = 332542

/** Undefined: the server went away meanwhile, because the last one before us was just leaving. */
async function takeSeat(urlOf: (database: string) => string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: urlOf(DATABASE), application_name: 'declic seat', keepAlive: true })
  client.on('error', () => undefined) // 'end' follows, and is what counts
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [SEATS])
    return client
  } catch (cause) {
    await client.end().catch(() => undefined)
    const { code } = cause as { code?: string }
    if (code === '3D000') {
      await createDatabase(urlOf('postgres'))
      return takeSeat(urlOf)
    }
    if (code === '28P01')
      throw new DatabaseUnusable('The embedded database refuses the password kept beside it: is DATA_DIR a mix of two?', { cause })
    return undefined
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  // 42P04, 23505: another process was faster
  await client.query(`create database ${DATABASE}`).catch((error: { code?: string }) => {
    if (error.code !== '42P04' && error.code !== '23505') throw error
  })
  await client.end()
}

async function isLast(seat: pg.Client): Promise<boolean> {
  const { rows } = await seat
    .query('select pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) as last', [SEATS])
    .catch(() => ({ rows: [{ last: false }] }))
  return rows[0].last
}

/** Settles with the port once the server takes connections, whoever started it. */
async function start(cluster: Cluster, wished: number | undefined): Promise<number> {
  const end = Date.now() + SECONDS_TO_START * 1000
  let cause: unknown
  while (Date.now() < end) {
    const found = await running(cluster)
    if (found === 'absent') {
      const port = wished ?? (await freePort())
      await pgCtlStart(cluster, port).catch((error) => {
        cause = error
      })
    } else if (found !== 'busy' && (await answers(cluster, found))) return found
    if (cause || found === 'busy') await wait(100)
  }
  throw new DatabaseUnusable(`The embedded database did not start within ${SECONDS_TO_START} s (its journal: ${journal(cluster)})`, {
    cause,
  })
}

const journal = (cluster: Cluster): string => path.join(cluster.folder, 'server.log')

async function pgCtlStart(cluster: Cluster, port: number): Promise<void> {
  const { size } = await stat(journal(cluster)).catch(() => ({ size: 0 }))
  if (size > 1_000_000) await rm(journal(cluster), { force: true })
  const settings = Object.entries({ ...SETTINGS, port, ...(cluster.fsync ? {} : OF_TESTS) })
  const options = settings.map(([name, value]) => `-c ${name}=${value}`).join(' ')
  const args = ['start', '-D', cluster.folder, '-l', journal(cluster), '-w', '-t', String(SECONDS_TO_START), '-o', options]
  await run(cluster.binaries.pg_ctl, args, cluster.account)
}

/** What postmaster.pid says: a port, 'busy' (starting or stopping), or 'absent' (no server, or one that was killed). */
async function running(cluster: Cluster): Promise<number | 'busy' | 'absent'> {
  const file = path.join(cluster.folder, 'postmaster.pid')
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  if (!pid) return 'absent'
  if (!(await isPostgres(pid))) {
    // its number may have gone to a stranger (containers count from 1 at each start), and PostgreSQL would then refuse to start
    await rm(file, { force: true })
    return 'absent'
  }
  return lines[7]?.trim() === 'ready' ? Number(lines[3]) : 'busy'
}

async function isPostgres(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => 'postgres')
  return name.startsWith('postgres')
}

async function answers({ password }: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: USER, password, database: 'postgres' })
  client.on('error', () => undefined)
  const ok = await client.connect().then(
    () => true,
    (error: { code?: string }) => error.code === '28P01', // said with care when the seat is taken
  )
  await client.end().catch(() => undefined)
  return ok
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

const exists = (file: string): Promise<boolean> =>
  lstat(file).then(
    () => true,
    () => false,
  )

async function openCluster(dataDir: string, fsync: boolean, log: Log): Promise<Cluster> {
  const account = await serverAccount()
  await mkdir(dataDir, { recursive: true, mode: account ? 0o711 : 0o700 })
  const home = path.join(dataDir, 'postgres')
  if (!(await exists(home))) await createCluster(dataDir, home, account, fsync, log)
  const folder = path.join(await realpath(home), 'cluster')
  const owner = await stat(folder)
  const runner = account && { uid: owner.uid, gid: owner.gid }
  const binaries = await findBinaries(async () => path.dirname(await realpath(home)), runner)
  const password = await readFile(path.join(home, 'password'), 'utf8').catch((cause) => {
    throw new DatabaseUnusable(`The embedded database in ${home} belongs to another user of this machine`, { cause })
  })
  return { home, folder, account: runner, binaries, password, fsync }
}

/** Made beside its place and moved there whole: a start that was cut short, or two at once, leave nothing half made. */
async function createCluster(dataDir: string, home: string, account: Account, fsync: boolean, log: Log): Promise<void> {
  const outside = !(await canEnter(dataDir, account))
  const name = outside ? path.join(OUTSIDE, randomBytes(8).toString('hex')) : home
  const draft = outside ? name : `${name}.${process.pid}`
  await rm(draft, { recursive: true, force: true })
  await mkdir(path.join(draft, 'cluster'), { recursive: true, mode: account ? 0o711 : 0o700 })
  const password = path.join(draft, 'password')
  await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  for (const file of account ? [password, path.join(draft, 'cluster')] : []) await chown(file, account!.uid, account!.gid)
  const { initdb } = await findBinaries(async () => (outside ? OUTSIDE : dataDir), account)
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = ['--auth=scram-sha-256', `--username=${USER}`, `--pwfile=${password}`, ...(fsync ? [] : ['--no-sync'])]
  await run(initdb, [`--pgdata=${path.join(draft, 'cluster')}`, ...access, ...locale], account)
  if (account) await chown(password, 0, 0)
  try {
    if (outside) await symlink(draft, home, 'dir')
    else await rename(draft, home)
    if (outside) log.warn(`PostgreSQL runs as another account, which cannot enter ${dataDir}: the database is in ${draft}`)
  } catch (cause) {
    await rm(draft, { recursive: true, force: true })
    if (!(await exists(home))) throw new DatabaseUnusable(`The embedded database could not be put in ${home}`, { cause })
  }
}
