// Channels whose phone is a page of ours: `web`, the playground's, and `browser`, where a learner claims without any other account.
// What is said is read from the outbox by the browser, so that a reload shows it again;
// `send` only says that there is something new.
import { join } from 'node:path'
import { MediaRefused } from '../../core/model/mediaRefused.ts'
import type { MediaRef } from '../../core/model/rows.ts'
import type { Channel } from '../../dialogs/vocabulary.ts'
import { openUploads, type Uploads } from './phones/uploads.ts'

export type WebChannel = Channel & {
  uploads: Uploads
  /** Calls `wake` whenever something new was said in a chat; gives what ends that. `end` is called when the program stops. */
  listen: (chats: string[], wake: () => void, end: () => void) => () => void
}

type Listener = { chats: string[]; wake: () => void; end: () => void }

/** What a learner may send within a day; a film takes 20 MB. */
const MOST_A_DAY = 200 * 1024 * 1024

/** The playground's phones. */
export const openWeb = ({ publicUrl, dataDir }: { publicUrl: string; dataDir: string }): Promise<WebChannel> =>
  openPage('web', join(dataDir, 'uploads'), (code) => `${publicUrl}/#start=${code}`)

/** Real claims on our own page, without any other account. It starts chats with workshop codes only. */
export const openBrowser = ({ dataDir }: { dataDir: string }): Promise<WebChannel> =>
  openPage('browser', join(dataDir, 'uploads-browser'), () => undefined, MOST_A_DAY)

/** Files wait under `folder`, `most` bytes of each session. */
async function openPage(name: string, folder: string, startLink: Channel['startLink'], most?: number): Promise<WebChannel> {
  const uploads = await openUploads(folder, most)
  const listeners = new Set<Listener>()
  return {
    name,
    capabilities: { chat: true, voice: true, photo: true, files: true, deepLinks: startLink('') !== undefined, unnamed: true },
    uploads,
    async send(chat) {
      for (const { chats, wake } of listeners) if (chats.includes(chat)) wake()
      return { outcome: 'sent' }
    },
    async fetchMedia({ file }: MediaRef, limit) {
      const bytes = await uploads.read(file)
      if (!bytes) throw new MediaRefused('lost', 'the upload is gone')
      if (bytes.length > limit) throw new MediaRefused('too-big', `the upload has ${bytes.length} bytes`)
      return bytes
    },
    startLink,
    listen(chats, wake, end) {
      const listener = { chats, wake, end }
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async stop() {
      for (const { end } of [...listeners]) end()
    },
  }
}
