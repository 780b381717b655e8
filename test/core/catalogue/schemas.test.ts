import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readCatalogue } from '../../../core/catalogue/read.ts'
import { schemaFiles } from '../../../core/catalogue/schemas.ts'
import { badgeYaml, ISSUER, STRUCTURE } from './catalogueFolder.ts'

const CATALOGUE = join(import.meta.dirname, '../../../catalogue')

describe('JSON Schemas for editors', () => {
  const ajv = new Ajv({ allErrors: true, strict: false })
  formats.default(ajv)
  const validators = Object.fromEntries(Object.entries(schemaFiles()).map(([name, text]) => [name, ajv.compile(JSON.parse(text))]))

  test.each(Object.entries(schemaFiles()))('%s is fresh (else: npm run catalogue:schemas)', async (name, text) => {
    expect(await readFile(join(CATALOGUE, name), 'utf8')).toBe(text)
  })

  test('take what the program takes', () => {
    expect(validators['badge.schema.json']!(parse(badgeYaml()))).toBe(true)
    expect(validators['issuer.schema.json']!(parse(ISSUER))).toBe(true)
    expect(validators['structure.schema.json']!(parse(STRUCTURE))).toBe(true)
  })

  test('underline a wrong key, a wrong pictogram and a missing language', () => {
    const check = validators['badge.schema.json']!
    expect(check(parse(badgeYaml().replace('stage:', 'etape: x\nstage:')))).toBe(false)
    expect(check(parse(badgeYaml().replace('pictogram: team', 'pictogram: unicorn')))).toBe(false)
    expect(check(parse(badgeYaml().replace('en: I work in a team', 'de: Team')))).toBe(false)
  })

  test('every file of the project’s catalogue names its schema', async () => {
    const { folders } = await readCatalogue(CATALOGUE)
    const files = folders.flatMap(({ issuer, badges, structures }) => [
      ...(issuer ? [[issuer.source.file, '../issuer.schema.json']] : []),
      ...badges.map(({ source }) => [source.file, '../../badge.schema.json']),
      ...structures.map(({ source }) => [source.file, '../../structure.schema.json']),
    ])
    for (const [file, schema] of files) {
      const first = (await readFile(file!, 'utf8')).split('\n')[0]
      expect(first, file).toBe(`# yaml-language-server: $schema=${schema}`)
    }
  })
})
