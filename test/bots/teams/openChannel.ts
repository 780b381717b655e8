// The channel, opened on the fake Teams with an intake that writes down what it got, behind a bare HTTP server.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openLog } from '../../../bots/log.ts'
import { openServer } from '../../../bots/server/index.ts'
import { devHosts } from '../../../bots/teams/hosts.ts'
import { openTeams, type TeamsChannel, type TeamsOptions } from '../../../bots/teams/index.ts'
import { teamsRoutes } from '../../../bots/teams/route.ts'
import type { Conversations } from '../../../core/data/conversations.ts'
import { openFolder } from '../../../core/evidence/folder.ts'
import type { EvidenceStore } from '../../../core/evidence/port.ts'
import type { Inbound, Intake } from '../../../dialogs/vocabulary.ts'
import { APP_ID, type FakeOptions, type FakeTeams, openFakeTeams } from '../../fakes/teams/index.ts'
import { PIXEL } from '../channelContract.ts'

export type Opened = {
  fake: FakeTeams
  channel: TeamsChannel
  evidence: EvidenceStore
  /** What was committed, in order. */
  received: Inbound[]
  /** The next deliveries to the intake throw. */
  refuse: (times: number) => void
  /** Everything that was logged, as one text. */
  logged: () => string
  close: () => Promise<void>
}

export type Opening = { fake?: FakeOptions; onto?: FakeTeams; conversations?: Conversations } & Partial<TeamsOptions>

export const fresh = (): string[] => Array.from({ length: 8 }, () => randomBytes(16).toString('hex'))

/** Kept in memory, where several channels share it. */
export function memory(): Conversations {
  const rows = new Map<string, unknown>()
  return { get: async (chat) => rows.get(chat), put: async (chat, reference) => void rows.set(chat, structuredClone(reference)) }
}

export async function openChannel({ fake: fakeOptions, onto, ...options }: Opening = {}): Promise<Opened> {
  const fake = onto ?? (await openFakeTeams(fakeOptions))
  const folder = await mkdtemp(path.join(tmpdir(), 'declic-teams-'))
  const evidence = await openFolder(folder)
  const received: Inbound[] = []
  const lines: string[] = []
  const log = openLog('info', { write: (line) => void lines.push(line) })
  let refusals = 0
  const intake: Intake = async (inbound) => {
    if (refusals-- > 0) throw new Error('the database is away')
    if (received.some(({ key }) => key === inbound.key)) return 'known'
    received.push(inbound)
    return 'committed'
  }
  const channel = openTeams({
    settings: { appId: APP_ID, appType: 'MultiTenant', dev: !fakeOptions?.tokens },
    intake,
    conversations: memory(),
    settleTap: async () => undefined,
    log,
    evidence,
    pictures: async (attachment) => ({
      bytes: PIXEL,
      name: attachment.is === 'archive' ? 'mes-donnees.zip' : 'badge.png',
      mediaType: 'image/png',
    }),
    hosts: devHosts(),
    now: () => new Date().toISOString(),
    fresh,
    ...options,
  })
  const server = await openServer({
    settings: { port: 0, host: '127.0.0.1', publicUrl: 'http://localhost' },
    log,
    ready: async () => [],
    routes: teamsRoutes(channel),
  })
  fake.endpoint = `${server.address}/api/messages`
  return {
    fake,
    channel,
    evidence,
    received,
    refuse: (times) => {
      refusals = times
    },
    logged: () => lines.join(''),
    async close() {
      if (!onto) await fake.close()
      await server.close()
      await channel.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
