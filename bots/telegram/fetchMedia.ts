// The bytes of a file that somebody sent: `getFile`, then a download whose link holds the token, so nothing here names it.
import { type Api, GrammyError } from 'grammy'
import { MediaRefused } from '../../core/model/mediaRefused.ts'
import type { MediaRef } from '../../core/model/rows.ts'
import type { TelegramApi } from './api.ts'
import { readAtMost } from '../readAtMost.ts'

/** https://core.telegram.org/bots/api#getfile: "bots can download files of up to 20MB in size". */
const DOWNLOAD_BYTES = 20 * 1024 * 1024

/**
 * At most `limit` bytes are read, whatever Telegram said of the size.
 * Throws `MediaRefused` where trying again cannot help, anything else where it may.
 */
export function makeFetchMedia({ api, download }: TelegramApi): (media: MediaRef, limit: number) => Promise<Uint8Array> {
  return async (media, limit) => {
    const most = Math.min(limit, DOWNLOAD_BYTES)
    if (media.size !== undefined && media.size > most) throw new MediaRefused('too-big', `the file has ${media.size} bytes`)
    const { file_path: path, file_size: size } = await locate(api, media.file)
    if (path === undefined) throw new MediaRefused('lost', 'Telegram gives no path for the file')
    if (size !== undefined && size > most) throw new MediaRefused('too-big', `the file has ${size} bytes`)
    const aborting = new AbortController()
    const response = await download(path, aborting.signal)
    if (response.statusCode !== 200) {
      await response.body.dump()
      if (response.statusCode === 404 || response.statusCode === 410) throw new MediaRefused('lost', 'Telegram no longer has the file')
      throw new Error(`download from Telegram: ${response.statusCode}`)
    }
    return readAtMost(response.body, most, aborting)
  }
}

async function locate(api: Api, file: string) {
  try {
    return await api.getFile(file)
  } catch (error) {
    if (error instanceof GrammyError && error.error_code === 400) {
      const tooBig = /too big/i.test(error.description)
      throw new MediaRefused(tooBig ? 'too-big' : 'lost', `getFile: ${error.description}`, { cause: error })
    }
    throw error
  }
}
