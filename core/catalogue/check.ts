// Everything that can be said of a catalogue without reading it aloud: its form, and how it speaks.
import { checkCatalogue, type Written } from '../model/plainLanguage/checkCatalogue.ts'
import { byPlace, type Finding } from '../model/plainLanguage/finding.ts'
import { checkConsistency } from './consistency.ts'
import { type IssuerFolder, type Parsed, readCatalogue } from './read.ts'

/** `folders` holds what could be read, findings or not. */
export type CatalogueCheck = { findings: Finding[]; folders: IssuerFolder[] }

/** Checks the catalogue in `dir`, by file and line. One broken file does not hide what is wrong in the others. */
export async function checkCatalogueFolder(dir: string): Promise<CatalogueCheck> {
  const { folders, findings } = await readCatalogue(dir)
  const wording = folders.flatMap(({ issuer, badges, structures }) =>
    checkCatalogue({ issuer: issuer && written(issuer), badges: badges.map(written), structures: structures.map(written) }),
  )
  return { findings: [...findings, ...checkConsistency(folders), ...wording].sort(byPlace), folders }
}

const written = <T>({ source, value }: Parsed<T>): Written<T> => ({ file: source.file, lineOf: source.lineOf, value })
