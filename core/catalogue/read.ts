// The catalogue's folder as files: what is there, parsed and held against its schema. Nothing is compared across files yet.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { Badge, IssuerFile, StructureFile } from '../model/badge.ts'
import { at, error, type Finding } from '../model/plainLanguage/finding.ts'
import { schemaRemark } from './schemaRemark.ts'
import { readSource, type Source } from './source.ts'

/** A file that reads as what it should be; `name` is its file name without `.yaml`. */
export type Parsed<T> = { name: string; source: Source; value: T }

/** One folder of the catalogue. `issuer` is missing when its file is broken or absent: the findings say so. */
export type IssuerFolder = {
  name: string
  issuer: Parsed<IssuerFile> | undefined
  badges: Parsed<Badge>[]
  /** Badges whose file is there and broken: what refers to them may be right. */
  broken: string[]
  structures: Parsed<StructureFile>[]
}

export type Reading = { folders: IssuerFolder[]; findings: Finding[] }

/** Reads every file; a broken one is a finding, and the others are read all the same. Throws when the disk does. */
export async function readCatalogue(dir: string): Promise<Reading> {
  const entries = await list(dir)
  if (!entries)
    return { folders: [], findings: [at(dir, 1, error('catalogue', 'no such folder', 'set CATALOGUE_DIR, or make the folder'))] }
  const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map((entry) => entry.name)
  if (names.length === 0) {
    return {
      folders: [],
      findings: [at(dir, 1, error('catalogue', 'no issuer', `make a folder: ${join(dir, 'my-issuer', 'issuer.yaml')}`))],
    }
  }
  const findings: Finding[] = []
  const folders = await Promise.all(names.sort().map((name) => readFolder(join(dir, name), name, findings)))
  return { folders, findings }
}

async function readFolder(path: string, name: string, findings: Finding[]): Promise<IssuerFolder> {
  const [issuer, badges, structures] = await Promise.all([
    readParsed(join(path, 'issuer.yaml'), 'issuer', IssuerFile, findings),
    readAll(join(path, 'badges'), Badge, findings),
    readAll(join(path, 'structures'), StructureFile, findings),
  ])
  return { name, issuer, badges: badges.read, broken: badges.broken, structures: structures.read }
}

type All<S extends z.ZodType> = { read: Parsed<z.infer<S>>[]; broken: string[] }

async function readAll<S extends z.ZodType>(path: string, schema: S, findings: Finding[]): Promise<All<S>> {
  const names = ((await list(path)) ?? []).map((entry) => entry.name).filter((name) => !name.startsWith('.'))
  for (const name of names.filter((name) => name.endsWith('.yml'))) {
    findings.push(at(join(path, name), 1, error('file-name', 'ends with .yml', `call it ${name.replace(/yml$/u, 'yaml')}`)))
  }
  const files = names.filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -'.yaml'.length))
  const all = await Promise.all(files.sort().map((name) => readParsed(join(path, `${name}.yaml`), name, schema, findings)))
  return { read: all.filter((parsed) => parsed !== undefined), broken: files.filter((_, n) => !all[n]) }
}

async function readParsed<S extends z.ZodType>(
  path: string,
  name: string,
  schema: S,
  findings: Finding[],
): Promise<Parsed<z.infer<S>> | undefined> {
  const source = await readSource(path, path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw new Error(`reading ${path}`, { cause })
    return [at(path, 1, error('file-name', 'is missing', 'make it: every issuer has one'))]
  })
  if (Array.isArray(source)) {
    findings.push(...source)
    return undefined
  }
  const parsed = schema.safeParse(source.value)
  if (parsed.success) return { name, source, value: parsed.data }
  for (const issue of parsed.error.issues) {
    for (const [path, remark] of schemaRemark(issue, source.value)) findings.push(at(source.file, source.lineOf(path), remark))
  }
  return undefined
}

/** Undefined: no such folder. */
const list = (path: string) =>
  readdir(path, { withFileTypes: true }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return undefined
    throw new Error(`listing ${path}`, { cause })
  })
