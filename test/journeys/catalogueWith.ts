// The catalogue as it is, with another policy for the badge that most journeys are about, and what else a journey changes.
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { BADGE } from './walk.ts'

/** `more`: lines added to files of the issuer's folder. Resolves to a folder that whoever asked removes. */
export async function catalogueWith(policy: string, more: Record<string, string> = {}): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'declic-catalogue-'))
  await cp(new URL('../../catalogue', import.meta.url), folder, { recursive: true })
  const change = async (name: string, changed: (text: string) => string) => {
    const file = path.join(folder, 'insertion-reseau', name)
    await writeFile(file, changed(await readFile(file, 'utf8')))
  }
  await change(`badges/${BADGE}.yaml`, (text) => text.replace(/^policy:\n( {2}.*\n)+/m, `policy:\n${policy}\n`))
  for (const [name, lines] of Object.entries(more)) await change(name, (text) => `${text}\n${lines}\n`)
  return folder
}
