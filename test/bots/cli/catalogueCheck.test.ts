import { resolve } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { catalogueCommand, checkOwnTexts } from '../../../bots/cli/catalogueCheck.ts'
import { checkCatalogueFolder } from '../../../core/catalogue/check.ts'
import { findingLine } from '../../../core/model/plainLanguage/finding.ts'
import { badgeYaml, catalogueFolder } from '../../core/catalogue/catalogueFolder.ts'

afterEach(() => {
  process.exitCode = undefined
  vi.restoreAllMocks()
})

const run = async (dir: string) => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  await catalogueCommand().parseAsync(['check', dir], { from: 'user' })
  return { lines: log.mock.calls.map(([line]) => String(line)), code: process.exitCode ?? 0 }
}

test('a right catalogue: a summary, exit code 0', async () => {
  expect(await run(await catalogueFolder())).toEqual({ lines: ['1 issuer, 1 badge, 1 structure: 0 errors, 0 warnings'], code: 0 })
})

test('a wrong one: a line each finding, exit code 1', async () => {
  const dir = await catalogueFolder({ 'reseau/badges/en-equipe.yaml': badgeYaml().replace('stage: debut', 'stage: fin') })
  expect(await run(dir)).toEqual({
    lines: [
      `${dir}/reseau/badges/en-equipe.yaml:5: error stage: "fin" is not a stage of this issuer → one of debut, suite`,
      '1 issuer, 1 badge, 1 structure: 1 error, 0 warnings',
    ],
    code: 1,
  })
})

test('the texts of the program have no errors, with the longest names of the project’s catalogue', async () => {
  const findings = await checkOwnTexts(await checkCatalogueFolder(resolve(import.meta.dirname, '../../../catalogue')))
  expect(findings.filter(({ severity }) => severity === 'error').map(findingLine)).toEqual([])
})
