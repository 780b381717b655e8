// What zod says of a file, in words that help whoever wrote it.
import { z } from 'zod'
import { Badge, IssuerFile, StructureFile } from '../model/badge.ts'
import { error, type Remark } from '../model/plainLanguage/finding.ts'
import type { Path } from './source.ts'

type Issue = z.core.$ZodIssue

/** One remark a mistake, at the path where it stands. */
export function schemaRemark(issue: Issue, file: unknown): [Path, Remark][] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => [
      [...issue.path, key],
      error('unknown-key', `"${named(issue.path, key)}" means nothing here`, keyFix(key)),
    ])
  }
  const found = issue.path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step], file)
  const name = named(issue.path)
  if (found === undefined && issue.code === 'invalid_type') {
    return [[issue.path, error('missing', `${name} is missing`, `add it: ${issue.expected}`)]]
  }
  return [[issue.path, error('schema', `${name}: ${decapitalised(issue.message)}`, valueFix(issue, found))]]
}

const named = (path: Path, key?: string): string =>
  [...path, ...(key === undefined ? [] : [key])].reduce<string>(
    (name, step) => (typeof step === 'number' ? `${name}[${step + 1}]` : name ? `${name}.${String(step)}` : String(step)),
    '',
  ) || 'the file'

const decapitalised = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1)

function valueFix(issue: Issue, found: unknown): string {
  const shown = found === undefined ? '' : `, found ${JSON.stringify(found)?.slice(0, 40)}`
  switch (issue.code) {
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}${shown}`
    case 'invalid_type':
      return `expected ${issue.expected}${shown}`
    case 'too_small':
      return `at least ${issue.minimum}${shown}`
    case 'too_big':
      return `at most ${issue.maximum}${shown}`
    default:
      return `correct the value${shown}`
  }
}

/** Every key that some file of the catalogue knows, to guess what a misspelt one meant. */
const knownKeys = (): string[] => [Badge, IssuerFile, StructureFile].flatMap((schema) => keysIn(z.toJSONSchema(schema, { io: 'input' })))

function keysIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const own = 'properties' in schema ? Object.keys(schema.properties as object) : []
  return [...own, ...Object.values(schema).flatMap(keysIn)]
}

function keyFix(key: string): string {
  const near = knownKeys()
    .map((known) => ({ known, far: distance(key.toLowerCase(), known.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)[0]
  return near && near.far <= 2 ? `did you mean "${near.known}"?` : 'remove it, or move it to where it belongs'
}

/** Levenshtein. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    }
    row = next
  }
  return row[b.length]!
}
