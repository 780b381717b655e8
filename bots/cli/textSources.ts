// The Fluent files of the program as they lie on disk: <folder>/<speech>.ftl, or a folder of files by that name.
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { TextSource } from '../../core/model/plainLanguage/checkTexts.ts'

/** Where texts stand, and how they reach people. Each folder is compiled on its own: its keys are its own. */
const FOLDERS = [
  { medium: 'chat', folder: 'dialogs/texts' },
  { medium: 'page', folder: 'bots/web/texts' },
] as const

/** The FTL files of each folder under `house`, by name; files as seen from the working directory. */
export const readTextSources = (house: string): Promise<TextSource[][]> =>
  Promise.all(FOLDERS.map(({ medium, folder }) => readFolder(join(house, folder), medium)))

async function readFolder(root: string, medium: TextSource['medium']): Promise<TextSource[]> {
  const names = await readdir(root, { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return []
    throw new Error(`listing ${root}`, { cause })
  })
  const sources = names.sort().map(async (name): Promise<TextSource[]> => {
    const speech = /^(fr-tu|fr|en)(?=[./-]).*\.ftl$/u.exec(name)?.[1] as TextSource['speech'] | undefined
    if (!speech) return []
    const path = join(root, name)
    return [{ medium, speech, file: relative(process.cwd(), path), text: await readFile(path, 'utf8') }]
  })
  return (await Promise.all(sources)).flat()
}
