// The `web` channel: the playground's phones. What is said is read from the outbox by the browser, so that a reload shows it again;
// `send` only says that there is something new.
import { join } from 'node:path'
import { MediaRefused } from '../../core/model/mediaRefused.ts'
import type { MediaRef } from '../../core/model/rows.ts'
import type { Channel } from '../../dialogs/vocabulary.ts'
import { openUploads, type Uploads } from './playground/uploads.ts'

export type WebChannel = Channel & {
  uploads: Uploads
  /** Calls `wake` whenever something new was said in a chat; gives what ends that. `end` is called when the program stops. */
  listen: (chats: string[], wake: () => void, end: () => void) => () => void
}

type Listener = { chats: string[]; wake: () => void; end: () => void }

/** Files wait under `dataDir/uploads`. */
export async function openWeb({ publicUrl, dataDir }: { publicUrl: string; dataDir: string }): Promise<WebChannel> {
  const uploads = await openUploads(join(dataDir, 'uploads'))
  const listeners = new Set<Listener>()
  return {
    name: 'web',
    capabilities: { chat: true, voice: true, photo: true, files: true, deepLinks: true },
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
    startLink: (code) => `${publicUrl}/#start=${code}`,
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
