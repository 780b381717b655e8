import { access, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { SETTING_NAMES } from '../../bots/settings.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const read = (file: string): Promise<string> => readFile(path.join(ROOT, file), 'utf8')

/** What stands in backquotes in the first column of a page's tables. */
const firstColumns = (page: string): string[] =>
  [...page.matchAll(/^\|([^|]*)\|/gm)].flatMap(([, cell]) => [...cell!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!))

describe('the documentation', () => {
  test('names every dependency, and no other', async () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(await read('package.json'))
    const all = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
    expect(firstColumns(await read('docs/dependencies.md')).toSorted()).toEqual(all.toSorted())
  })

  test('names every setting, and no other', async () => {
    const [, settings = ''] = (await read('docs/operator.md')).split('## Settings')
    const [table = ''] = settings.split(/^## /m)
    expect(firstColumns(table).toSorted()).toEqual([...SETTING_NAMES].toSorted())
  })

  test('links to what is there', async () => {
    const docs = (await readdir(path.join(ROOT, 'docs'))).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)
    const pages = [...docs, 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md']
    const lost: string[] = []
    for (const page of pages) {
      for (const [, target = ''] of (await read(page)).matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
        const file = path.join(ROOT, path.dirname(page), target)
        await access(file).catch(() => lost.push(`${page}: ${target}`))
      }
    }
    expect(lost).toEqual([])
  })
})
