// `declic catalogue check [DIR]`: what is wrong with a catalogue, where, and what to write instead.
import { Command } from 'commander'
import { checkCatalogueFolder } from '../../core/catalogue/check.ts'
import { findingLine, hasErrors } from '../../core/model/plainLanguage/finding.ts'

/** The command `catalogue`, to be added to the program. Exit code 1: there are errors. */
export function catalogueCommand(): Command {
  const catalogue = new Command('catalogue').description('badge definitions')
  catalogue
    .command('check')
    .description('schema, consistency and plain-language rules: file, line, rule and a suggested fix for each finding')
    .argument('[DIR]', 'folder of the catalogue', process.env.CATALOGUE_DIR || './catalogue')
    .action(check)
  return catalogue
}

async function check(dir: string): Promise<void> {
  const { findings, issuers, badges, structures } = await checkCatalogueFolder(dir)
  for (const finding of findings) console.log(findingLine(finding))
  const errors = findings.filter(({ severity }) => severity === 'error').length
  console.log(`${issuers} issuers, ${badges} badges, ${structures} structures: ${errors} errors, ${findings.length - errors} warnings`)
  if (hasErrors(findings)) process.exitCode = 1
}
