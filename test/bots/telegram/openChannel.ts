// The channel, opened on the fake Telegram with an intake that writes down what it got.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openLog } from '../../../bots/log.ts'
import { openTelegram, type TelegramChannel, type TelegramOptions } from '../../../bots/telegram/index.ts'
import { openFolder } from '../../../core/evidence/folder.ts'
import type { EvidenceStore } from '../../../core/evidence/port.ts'
import type { Inbound, Intake } from '../../../dialogs/vocabulary.ts'
import { type FakeOptions, type FakeTelegram, openFakeTelegram } from '../../fakes/telegram/index.ts'
import { PIXEL } from '../channelContract.ts'

export const SECRET = 'a-secret_of-the-webhook'

export type Opened = {
  fake: FakeTelegram
  channel: TelegramChannel
  evidence: EvidenceStore
  /** What was committed, in order. */
  received: Inbound[]
  /** The next deliveries throw. */
  refuse: (times: number) => void
  /** Everything that was logged, as one text. */
  logged: () => string
  close: () => Promise<void>
}

export type Opening = { fake?: FakeOptions; onto?: FakeTelegram } & Partial<TelegramOptions>

export const fresh = (): string[] => Array.from({ length: 8 }, () => randomBytes(16).toString('hex'))

/** Opened but not started: `channel.start()` begins to receive. */
export async function openChannel({ fake: fakeOptions, onto, ...options }: Opening = {}): Promise<Opened> {
  const fake = onto ?? (await openFakeTelegram(fakeOptions))
  const folder = await mkdtemp(path.join(tmpdir(), 'declic-telegram-'))
  const evidence = await openFolder(folder)
  const received: Inbound[] = []
  const lines: string[] = []
  let refusals = 0
  const intake: Intake = async (inbound) => {
    if (refusals-- > 0) throw new Error('the database is away')
    received.push(inbound)
    return 'committed'
  }
  const channel = await openTelegram({
    token: fake.token,
    apiRoot: fake.apiRoot,
    intake,
    log: openLog('info', { write: (line) => void lines.push(line) }),
    evidence,
    pictures: async (attachment) => ({
      bytes: PIXEL,
      name: attachment.is === 'archive' ? 'mes-donnees.zip' : 'badge.png',
      mediaType: 'image/png',
    }),
    now: () => new Date().toISOString(),
    fresh,
    ...options,
  })
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
      await channel.stop()
      if (!onto) await fake.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
