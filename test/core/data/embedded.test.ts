import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, chmod, mkdir, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../../core/data/database.ts'
import { temporaryFolder } from '../../setup/cluster.ts'

const HOLD = path.join(import.meta.dirname, '../../setup/openThenHold.ts')
const isRoot = process.getuid?.() === 0

type Other = { child: ChildProcessByStdio<Writable, Readable, null>; line: string; next: () => Promise<string>; stop: () => Promise<void> }

let root: string
let dataDir: string
let children: Other['child'][] = []
beforeEach(async () => {
  root = await temporaryFolder()
  dataDir = root
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  children = []
  const pid = await postmaster().catch(() => undefined)
  if (pid) process.kill(pid, 'SIGQUIT')
  const outside = await realpath(path.join(dataDir, 'postgres')).catch(() => undefined)
  if (outside && !outside.startsWith(dataDir)) await rm(outside, { recursive: true, force: true })
  await rm(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

const postmaster = async (): Promise<number> =>
  Number((await readFile(path.join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n')[0])
const isRunning = async (): Promise<boolean> => postmaster().then(Boolean, () => false)
const open = (): Promise<Database> => openDatabase({ dataDir, fsync: false })

async function otherProcess(role = ''): Promise<Other> {
  const child = spawn(process.execPath, [HOLD, dataDir, ...(role ? [role] : [])], { stdio: ['pipe', 'pipe', 'inherit'] })
  children.push(child)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async () => String((await lines.next()).value)
  const line = await next()
  const stop = async () => {
    child.stdin.write('stop\n')
    await once(child, 'exit')
  }
  return { child, line, next, stop }
}

const kill = async ({ child }: Other): Promise<void> => {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

describe('the embedded database', () => {
  test('starts in an empty folder, keeps what was written, and stops with its only user', async () => {
    const first = await open()
    expect(first.embedded).toBe(true)
    await first.prisma.organisation.create({ data: { id: 'o', name: 'Organisation' } })
    await first.stop()
    expect(await isRunning()).toBe(false)
    const second = await open()
    expect(await second.prisma.organisation.findMany({ select: { name: true } })).toEqual([{ name: 'Organisation' }])
    const { rows } = await second.pool.query(`select current_setting('TimeZone') as zone`)
    expect(rows[0].zone).toBe('UTC')
    await second.stop()
  })

  test('keeps its password to the user of the program, and leaves no other copy', async () => {
    const database = await open()
    const file = path.join(dataDir, 'postgres/password')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await stat(file)).uid).toBe(process.getuid?.())
    const password = await readFile(file, 'utf8')
    expect(await readdir(path.join(dataDir, 'postgres'))).toEqual(['cluster', 'password'])
    expect(await readFile(path.join(dataDir, 'postgres/cluster/server.log'), 'utf8')).not.toContain(password)
    await database.stop()
  })

  test('is shared by processes; the last one to leave stops it', async () => {
    const other = await otherProcess()
    const database = await open()
    expect(other.line).toContain(`open ${new URL(database.url).port} `)
    await other.stop()
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await database.stop()
    expect(await isRunning()).toBe(false)
  })

  test('is started once by processes that come together', async () => {
    const others = await Promise.all([otherProcess(), otherProcess(), otherProcess()])
    expect(new Set(others.map(({ line }) => line)).size).toBe(1)
    await Promise.all(others.map((other) => other.stop()))
    expect(await isRunning()).toBe(false)
    expect((await readdir(dataDir)).sort()).toEqual(['postgres'])
  })

  test('that a killed program left running is used again', async () => {
    const killed = await otherProcess()
    await kill(killed)
    expect(await isRunning()).toBe(true)
    const next = await otherProcess()
    expect(next.line).toBe(killed.line)
    await next.stop()
    expect(await isRunning()).toBe(false)
  })

  test('starts after everything was killed, also when its process number has gone to a stranger', async () => {
    const killed = await otherProcess()
    process.kill(await postmaster(), 'SIGKILL')
    await kill(killed)
    const file = path.join(dataDir, 'postgres/cluster/postmaster.pid')
    await writeFile(file, (await readFile(file, 'utf8')).replace(/^\d+/, String(process.pid)))
    const database = await open()
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await database.stop()
  })

  test('comes back by itself when its server is killed under a running program', async () => {
    const database = await open()
    process.kill(await postmaster(), 'SIGKILL')
    const again = await database.connect('test')
    expect((await again.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await again.end()
    await expect.poll(() => database.pool.query('select 1 as one').then(({ rows }) => rows, String)).toEqual([{ one: 1 }])
    await database.stop()
    expect(await isRunning()).toBe(false)
  })

  test('is not stopped by Ctrl-C on the program', async () => {
    const other = await otherProcess()
    const pid = await postmaster()
    const group = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ')[2]
    expect(Number(group)).not.toBe(other.child.pid)
    expect(Number(group)).toBe(pid)
    await other.stop()
  })

  test.runIf(isRoot)('lives outside a folder that its account cannot enter', async () => {
    await chmod(dataDir, 0o700)
    dataDir = path.join(root, 'clone/data')
    await mkdir(dataDir, { recursive: true })
    const database = await open()
    await database.stop()
    expect(await realpath(path.join(dataDir, 'postgres'))).toMatch(/^\/var\/lib\/declic\/[0-9a-f]{16}$/)
    await (await open()).stop()
    await access(path.join(dataDir, 'postgres/password'))
  })
})

describe('the role lock', () => {
  test('refuses a second process of the role, not of the other, and is free again after a kill', async () => {
    const web = await otherProcess('web')
    const second = await otherProcess('web')
    expect(second.line).toBe(`DATA_DIR ${dataDir} is already served by another process (role web): stop it first`)
    const worker = await otherProcess('worker')
    expect(worker.line).toBe(web.line)
    await kill(web)
    const third = await otherProcess('web')
    expect(third.line).toBe(web.line)
    await third.stop()
    await worker.stop()
  })
})
