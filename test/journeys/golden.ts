// Golden transcripts: they read like a conversation, and whoever changes a text reads what it does to the whole. Every message in them
// is held against the rules of plain language. UPDATE_TRANSCRIPTS=1 writes them anew.
import { readFile, writeFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { checkMessage } from '../../core/model/plainLanguage/message.ts'
import type { Cast, Heard } from './people.ts'

/** Compares with test/journeys/<name>.md; codes and addresses are left out. */
export async function expectTranscript(cast: Pick<Cast, 'page' | 'heard'>, name: string, title: string): Promise<void> {
  const page = cast.page(title)
  const file = new URL(`${name}.md`, import.meta.url)
  if (process.env.UPDATE_TRANSCRIPTS) await writeFile(file, page)
  expect(page, `${name}.md has changed: UPDATE_TRANSCRIPTS=1 writes it anew; read it then`).toBe(
    await readFile(file, 'utf8').catch(() => ''),
  )
  expect(cast.heard.flatMap(remarksOn)).toEqual([])
}

/** What people's eyes would stumble over. */
function remarksOn({ text, language, reader }: Heard): string[] {
  const authored = text
    .split('\n')
    // the lines of a list, of names and of a self-assessment, what a project is in its members' words, and links
    .filter(
      (line) =>
        !/^(?:\d\.|•) | · (en cours|pas encore de réponse)$|^[«“].*[»”]$|^(?:Projet de groupe|Group project)\s?: [«“].*[»”]\.$|^https?:\/\/\S+$|\s?: (Pas encore|Avec de l’aide|Sans aide|Je peux montrer|Not yet|With help|Without help|I can show others)\.$/.test(
          line,
        ),
    )
    .join('\n')
  const own = [...authored.matchAll(/[«“]([^»”]*)[»”]/g)].map((quoted) => quoted[1]!.trim())
  return checkMessage(authored, { language, reader, own })
    .filter((remark) => remark.severity === 'error')
    .map((remark) => `${remark.rule}: ${remark.message} in « ${text} »`)
}
