// Mails are read in a thread of their own, with little memory and little time: whatever somebody sends, the program goes on.
import { Worker } from 'node:worker_threads'
import type { ReadMail } from './readMail.ts'

/** Undefined: it cannot be read, and never will. */
export type Read = (source: Uint8Array) => Promise<ReadMail | undefined>

const MEMORY_MB = 96
const MS = 15_000
/** The thread ends when there is nothing to read for so long. */
const REST_MS = 20_000

type Thread = { worker: Worker; heard: (said: ReadMail | null | 'broken') => void }

export function openReader(): { read: Read; stop: () => Promise<void> } {
  let thread: Thread | undefined
  let resting: NodeJS.Timeout | undefined
  let queue: Promise<unknown> = Promise.resolve()

  function begin(): Thread {
    const limits = { maxOldGenerationSizeMb: MEMORY_MB, stackSizeMb: 4 }
    const worker = new Worker(new URL('./readThread.ts', import.meta.url), { resourceLimits: limits })
    const begun: Thread = { worker, heard: () => undefined }
    worker.on('message', (said) => begun.heard(said))
    worker.on('error', () => begun.heard('broken'))
    worker.on('exit', () => begun.heard('broken'))
    worker.unref()
    return begun
  }

  async function end(): Promise<void> {
    clearTimeout(resting)
    const ending = thread
    thread = undefined
    await ending?.worker.terminate()
  }

  async function readOne(source: Uint8Array): Promise<ReadMail | null | 'broken'> {
    clearTimeout(resting)
    thread ??= begin()
    const reading = thread
    let late: NodeJS.Timeout | undefined
    const said = await new Promise<ReadMail | null | 'broken'>((resolve) => {
      late = setTimeout(() => resolve('broken'), MS)
      reading.heard = resolve
      reading.worker.postMessage(source)
    })
    clearTimeout(late)
    reading.heard = () => undefined
    if (said === 'broken') await end()
    else {
      resting = setTimeout(() => void end(), REST_MS)
      resting.unref()
    }
    return said
  }

  /** A machine that had no time to spare is no fault of the mail: it is read once more, in a new thread. */
  async function readTwice(source: Uint8Array): Promise<ReadMail | undefined> {
    const said = await readOne(source)
    const again = said === 'broken' ? await readOne(source) : said
    return again === 'broken' || again === null ? undefined : again
  }

  return {
    read(source) {
      const reading = queue.then(() => readTwice(source))
      queue = reading
      return reading
    },
    async stop() {
      await queue
      await end()
    },
  }
}
