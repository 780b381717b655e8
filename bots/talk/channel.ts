// The `cli` channel: a terminal. Messages are taken from the outbox by `declic talk`, so nothing is sent here; files are paths.
import { readFile, stat } from 'node:fs/promises'
import { MediaRefused } from '../../core/model/mediaRefused.ts'
import type { Capabilities, Channel } from '../../dialogs/vocabulary.ts'

export const TERMINAL: Capabilities = { chat: true, voice: true, photo: true, files: true, deepLinks: true }

export const terminalChannel: Channel = {
  name: 'cli',
  capabilities: TERMINAL,
  send: async () => ({ outcome: 'sent' }),
  async fetchMedia({ file }, limit) {
    const found = await stat(file).catch((cause) => {
      throw new MediaRefused('lost', `${file} cannot be read`, { cause })
    })
    if (found.size > limit) throw new MediaRefused('too-big', `${file} has ${found.size} bytes`)
    return readFile(file)
  },
  startLink: (code) => `/start ${code}`,
  stop: async () => undefined,
}
