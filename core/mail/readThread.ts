// The thread of readApart.ts: a mail in, what was read of it out; null when it could not be.
import { parentPort } from 'node:worker_threads'
import { readMail } from './readMail.ts'

parentPort!.on('message', async (source: Uint8Array) => {
  parentPort!.postMessage(await readMail(source).catch(() => null))
})
