// Microsoft's own Agents Playground, started beside the program: npx brings it from the npm registry the first time. It is not a
// dependency of ours, because its licence is Microsoft's own.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

const PACKAGE = '@microsoft/m365agentsplayground@0.2.28'

export type Said = { id: string; chat: string; text: string; buttons: { title: string; data: unknown }[] }

export type Playground = {
  address: string
  config: Config
  /** What the bot said, as it stands now. */
  said: Said[]
  post: (path: string, body: object) => Promise<unknown>
  stop: () => void
}

type Config = {
  tenantId: string
  bot: { id: string; name: string }
  currentUser: User
  users: User[]
  personalChat: { id: string }
  groupChats: { id: string }[]
  teams: { channels: { id: string }[] }[]
}
export type User = { id: string; name: string; aadObjectId: string }

/** A card as it travels. */
type Card = { body: { type: string; inlines?: { text: string }[]; actions?: { type: string; title: string; data: unknown }[] }[] }
type Told = {
  action: string
  actionConversationId: string
  message: { messageId: string; text?: string; attachments?: { content: Card }[] }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Resolves once `child` says a line that `ready` knows. */
export async function spoken(child: ChildProcess, ready: RegExp): Promise<void> {
  for await (const line of createInterface({ input: child.stdout! })) if (ready.test(line)) return void child.stdout!.resume()
  throw new Error(`it ended before it said ${ready}`)
}

export async function openPlayground(endpoint: string): Promise<Playground> {
  const port = await freePort()
  const args = ['--yes', '-p', PACKAGE, 'agentsplayground', 'start', '-e', endpoint, '-c', 'msteams', '-p', String(port), '--dt']
  const child = spawn('npx', args, {
    cwd: await mkdtemp(path.join(tmpdir(), 'declic-playground-')),
    env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  await spoken(child, /Listening on/)
  const address = `http://127.0.0.1:${port}`
  const { config } = (await (await fetch(`${address}/_internal/v1/config`)).json()) as { config: Config }
  const said: Said[] = []
  const stream = new WebSocket(`ws://127.0.0.1:${port}/_ws_conversation/v1/conversations/stream`)
  stream.addEventListener('message', ({ data }) => hear(said, JSON.parse(String(data)) as Told))
  await new Promise((resolve) => stream.addEventListener('open', resolve))
  return {
    address,
    config,
    said,
    async post(where, body) {
      const response = await fetch(`${address}${where}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(20_000),
      })
      const answer = await response.text()
      if (!response.ok) throw new Error(`${where}: ${response.status} ${answer}`)
      return answer.startsWith('{') ? JSON.parse(answer) : answer
    },
    stop() {
      stream.close()
      // npx, and what it started
      process.kill(-child.pid!, 'SIGTERM')
    },
  }
}

function hear(said: Said[], { action, actionConversationId: chat, message }: Told): void {
  if (!/^(create|update)Message$/.test(action)) return
  const body = message.attachments?.flatMap(({ content }) => content?.body ?? []) ?? []
  const read: Said = {
    id: message.messageId,
    chat,
    text: message.text ?? body.flatMap(({ inlines }) => inlines?.map(({ text }) => text).join('') ?? []).join('\n'),
    buttons: body.flatMap(({ actions = [] }) => actions.filter(({ type }) => type === 'Action.Execute')),
  }
  const known = said.findIndex(({ id, chat: other }) => id === read.id && other === chat)
  if (known < 0) said.push(read)
  else said[known] = read
}
