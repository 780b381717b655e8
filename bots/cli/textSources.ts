// The Fluent files of the dialogs as they lie on disk: dialogs/texts/<speech>.ftl, or a folder of files by that name.
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { TextSource } from '../../core/model/plainLanguage/checkTexts.ts'

/** Every FTL file under `house`/dialogs/texts, by name; files as seen from the working directory. */
export async function readTextSources(house: string): Promise<TextSource[]> {
  const root = join(house, 'dialogs', 'texts')
  const names = await readdir(root, { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return []
    throw new Error(`listing ${root}`, { cause })
  })
  const sources = names.sort().map(async (name): Promise<TextSource[]> => {
    const speech = /^(fr-tu|fr|en)(?=[./-]).*\.ftl$/u.exec(name)?.[1] as TextSource['speech'] | undefined
    if (!speech) return []
    const path = join(root, name)
    return [{ speech, file: relative(process.cwd(), path), text: await readFile(path, 'utf8') }]
  })
  return (await Promise.all(sources)).flat()
}
