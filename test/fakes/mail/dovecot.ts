// A real IMAP server, Debian's dovecot, on loopback, with one mailbox in a temporary folder. Where it is not installed the tests that
// need it are skipped, and say so.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chown, chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer, connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ImapFlow } from 'imapflow'

export type Mailbox = {
  url: string
  /** Puts a mail into it, as the mail server does that received it. */
  deliver: (raw: string | Buffer) => Promise<void>
  /** Resolves once the program has taken everything that is in it. */
  taken: () => Promise<void>
  /** How many mails are in it. */
  count: () => Promise<number>
  close: () => Promise<void>
}

const BINARY = ['/usr/sbin/dovecot', '/usr/bin/dovecot']

/** The version that can be used here; undefined: none, and why is said. */
export const dovecot: string | undefined = (() => {
  for (const binary of BINARY) {
    try {
      const version = execFileSync(binary, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      if (version.startsWith('2.3.')) return binary
      console.warn(`dovecot ${version.trim()} has another configuration than 2.3: the tests of replies by mail are skipped`)
      return undefined
    } catch {}
  }
  console.warn('dovecot-imapd is not installed: the tests of replies by mail are skipped')
  return undefined
})()

/** Debian's « nobody »: no mailbox may belong to root. */
const NOBODY = 65534

export async function openDovecot(): Promise<Mailbox> {
  const folder = await mkdtemp(path.join(tmpdir(), 'declic-imap-'))
  await chmod(folder, 0o755)
  const root = process.getuid?.() === 0
  const [uid, gid] = root ? [NOBODY, NOBODY] : [process.getuid!(), process.getgid!()]
  const user = root ? 'nobody' : execFileSync('id', ['-un'], { encoding: 'utf8' }).trim()
  const group = root ? 'nogroup' : execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim()
  const home = path.join(folder, 'home')
  await mkdir(home)
  if (root) await chown(home, uid, gid)
  const port = await freePort()
  await writeFile(path.join(folder, 'dovecot.conf'), configuration({ folder, home, port, uid, gid, user, group }))
  const server = spawn(dovecot!, ['-F', '-c', path.join(folder, 'dovecot.conf')], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  server.stderr!.on('data', (text) => {
    said += text
  })
  await answers(port, server, () => said)
  const url = `imap://declic:secret@127.0.0.1:${port}`
  const client = () => new ImapFlow({ host: '127.0.0.1', port, secure: false, auth: { user: 'declic', pass: 'secret' }, logger: false })
  const own = client()
  own.on('error', () => undefined)
  await own.connect()
  await own.mailboxOpen('INBOX')
  return {
    url,
    async deliver(raw) {
      await own.append('INBOX', Buffer.from(raw))
    },
    async taken() {
      for (let waited = 0; ; waited += 25) {
        await own.noop()
        const open = (await own.search({ unKeyword: '$DeclicTaken' }, { uid: true })) || []
        if (!open.length) return
        if (waited > 40_000) throw new Error(`${open.length} mails were not taken`)
        await pause(25)
      }
    },
    async count() {
      await own.noop()
      return own.mailbox ? own.mailbox.exists : 0
    },
    async close() {
      await own.logout().catch(() => undefined)
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const configuration = (at: { folder: string; home: string; port: number; uid: number; gid: number; user: string; group: string }) => `
base_dir = ${at.folder}/run
state_dir = ${at.folder}/state
log_path = ${at.folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = ${at.user}
default_internal_group = ${at.group}
default_login_user = ${at.user}
first_valid_uid = 1
mail_location = maildir:${at.home}/Maildir
mailbox_idle_check_interval = 1 s
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${at.uid} gid=${at.gid} home=${at.home}
}
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = ${at.port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function answers(port: number, server: ChildProcess, said: () => string): Promise<void> {
  for (let waited = 0; waited < 15_000; waited += 50) {
    if (server.exitCode !== null) throw new Error(`dovecot ended: ${said()}`)
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('data', () => resolve(true)).once('error', () => resolve(false))
      socket.once('data', () => socket.destroy())
    })
    if (open) return
    await pause(50)
  }
  throw new Error(`dovecot does not answer: ${said()}`)
}
