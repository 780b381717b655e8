// `declic catalogue check [DIR]`: what is wrong with a catalogue, where, and what to write instead. Beside the project's own
// catalogue stand the program's own texts: they are read in the same conversation, so they are checked with it.
import { resolve } from 'node:path'
import { Command } from 'commander'
import { checkBackends } from '../../core/catalogue/backends.ts'
import { type CatalogueCheck, checkCatalogueFolder } from '../../core/catalogue/check.ts'
import { longestNames } from '../../core/catalogue/longestNames.ts'
import { checkTexts, type TextSource } from '../../core/model/plainLanguage/checkTexts.ts'
import { type Finding, findingLine, hasErrors } from '../../core/model/plainLanguage/finding.ts'
import { samplesFor } from '../../core/model/plainLanguage/samples.ts'
import { makeTexts, type Texts } from '../../dialogs/texts.ts'
import { readSettings, SettingsError } from '../settings.ts'
import { issuingOf } from './catalogueOf.ts'
import { exportCommand, importCommand } from './catalogueTransfer.ts'
import { readTextSources } from './textSources.ts'

const HOUSE = resolve(import.meta.dirname, '../..')

/** The command `catalogue`, to be added to the program. Exit code 1: there are errors. */
export function catalogueCommand(): Command {
  const catalogue = new Command('catalogue').description('badge definitions')
  catalogue
    .command('check')
    .description('schema, texts in every language, plain-language rules: file, line, rule and a suggested fix for each finding')
    .argument('[DIR]', 'folder of the catalogue (default: CATALOGUE_DIR)')
    .action(check)
  catalogue.addCommand(importCommand())
  catalogue.addCommand(exportCommand())
  return catalogue
}

async function check(dir: string = readSettings().catalogueDir): Promise<void> {
  const checked = await checkCatalogueFolder(dir)
  const texts = resolve(dir) === resolve(HOUSE, 'catalogue') ? await checkOwnTexts(checked) : []
  const findings = [...checked.findings, ...checkIssuing(checked), ...texts]
  for (const finding of findings) console.log(findingLine(finding))
  console.log(summary(checked, findings))
  if (hasErrors(findings)) process.exitCode = 1
}

/** Whether each badge can be issued with the settings that are here; settings with a mistake are another command's matter. */
function checkIssuing({ folders }: CatalogueCheck): Finding[] {
  try {
    return checkBackends(folders, issuingOf(readSettings()))
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    console.error(`not checked, who issues: ${error.message}`)
    return []
  }
}

/** The program's own texts, chat and pages, with the longest names of this catalogue. */
export async function checkOwnTexts({ folders }: CatalogueCheck): Promise<Finding[]> {
  const samples = { fr: samplesFor('fr', longestNames(folders, 'fr')), en: samplesFor('en', longestNames(folders, 'en')) }
  return (await readTextSources(HOUSE)).flatMap((sources) => checkTexts(compiled(sources), sources, samples))
}

function compiled(sources: TextSource[]): Texts {
  const of = (speech: TextSource['speech']) => sources.filter((source) => source.speech === speech).map(({ text }) => text)
  return makeTexts({ fr: of('fr'), en: of('en'), 'fr-tu': of('fr-tu') })
}

function summary({ folders }: CatalogueCheck, findings: Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const sum = (count: (folder: CatalogueCheck['folders'][number]) => number) => folders.reduce((total, folder) => total + count(folder), 0)
  const counted = [
    plural(folders.length, 'issuer'),
    plural(
      sum(({ badges }) => badges.length),
      'badge',
    ),
    plural(
      sum(({ structures }) => structures.length),
      'structure',
    ),
  ].join(', ')
  return `${counted}: ${plural(errors, 'error')}, ${plural(findings.length - errors, 'warning')}`
}

const plural = (count: number, name: string): string => `${count} ${name}${count === 1 ? '' : 's'}`
