// Mails are read in a thread of their own, with little memory and little time: whatever somebody sends, the program goes on.
import { Worker } from 'node:worker_threads'
import type { ReadMail } from './readMail.ts'

/** Undefined: it cannot be read, and never will. */
export type Read = (source: Uint8Array) => Promise<ReadMail | undefined>

const MEMORY_MB = 96
const MS = 15_000
/** The thread ends when there is nothing to read for so long. */
const REST_MS = 20_000

export function openReader(): { read: Read; stop: () => Promise<void> } {
  let worker: Worker | undefined
  let resting: NodeJS.Timeout | undefined
  let queue: Promise<unknown> = Promise.resolve()

  const begin = () =>
    new Worker(new URL('./readThread.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, stackSizeMb: 4 } })

  const end = async () => {
    clearTimeout(resting)
    const ending = worker
    worker = undefined
    await ending?.terminate()
  }

  function readOne(source: Uint8Array): Promise<ReadMail | undefined> {
    clearTimeout(resting)
    worker ??= begin()
    const reading = worker
    return new Promise((resolve) => {
      const done = (mail: ReadMail | undefined, broken: boolean) => {
        clearTimeout(late)
        reading.removeAllListeners()
        reading.on('error', () => undefined)
        if (broken) void end()
        else {
          resting = setTimeout(() => void end(), REST_MS)
          resting.unref()
        }
        resolve(mail)
      }
      const late = setTimeout(() => done(undefined, true), MS)
      reading.on('message', (mail: ReadMail | null) => done(mail ?? undefined, false))
      reading.on('error', () => done(undefined, true))
      reading.on('exit', () => done(undefined, true))
      reading.unref()
      reading.postMessage(source)
    })
  }

  return {
    read(source) {
      const reading = queue.then(() => readOne(source))
      queue = reading
      return reading
    },
    async stop() {
      await queue
      await end()
    },
  }
}
