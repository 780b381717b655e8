// A file from a platform, as far as a limit goes: what is larger is not read to its end.
import type { Dispatcher } from 'undici'
import { MediaRefused } from '../core/model/mediaRefused.ts'

/** `most` bytes; `aborting` ends the request when there are more. Throws `MediaRefused`, « too-big ». */
export async function readAtMost(body: Dispatcher.ResponseData['body'], most: number, aborting: AbortController): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > most) {
      aborting.abort()
      throw new MediaRefused('too-big', `the file has more than ${most} bytes`)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}
