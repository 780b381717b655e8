// One YAML file of the catalogue, with the line of everything in it.
import { readFile, stat } from 'node:fs/promises'
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml'
import { at, error, type Finding } from '../model/plainLanguage/finding.ts'

export type Path = readonly PropertyKey[]

export type Source = {
  /** As findings name it. */
  file: string
  value: unknown
  /** The line (from 1) where `path` stands; of its nearest ancestor when it is missing. */
  lineOf: (path: Path) => number
}

/** A badge is a few kilobytes; whatever is far bigger is not one. */
export const MOST_BYTES = 256 * 1024
/** How often aliases (`*name`) may be followed: enough for repeated wordings, too few for a file that unfolds without end. */
const MOST_ALIASES = 50

/** Reads and parses; what is not YAML comes back as findings. Throws when the disk does. */
export async function readSource(path: string, file: string): Promise<Source | Finding[]> {
  const { size } = await stat(path)
  if (size > MOST_BYTES) return [at(file, 1, error('file-size', `${size} bytes`, `at most ${MOST_BYTES}: a badge is a few kilobytes`))]
  return parseSource(await readFile(path, 'utf8'), file)
}

/** The same from a text in hand. */
export function parseSource(text: string, file: string): Source | Finding[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number): number => lines.linePos(offset).line
  if (document.errors.length > 0) {
    return document.errors.map(({ pos, message }) => at(file, lineAt(pos[0]), error('yaml', oneLine(message), yamlFix(message))))
  }
  try {
    return { file, value: document.toJS({ maxAliasCount: MOST_ALIASES }), lineOf: (path) => lineAt(offsetOf(document, path)) }
  } catch (cause) {
    return [
      at(file, 1, error('yaml', oneLine(String((cause as Error).message)), `at most ${MOST_ALIASES} aliases (*name), of names that exist`)),
    ]
  }
}

/** Where the key, or the item, that ends `path` begins. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents
  let offset = (document.contents as { range?: [number, number, number] } | null)?.range?.[0] ?? 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (!pair) return offset
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      offset = (node as { range?: [number, number, number] } | undefined)?.range?.[0] ?? offset
    } else {
      return offset
    }
  }
  return offset
}

const oneLine = (message: string): string => message.split('\n')[0]!.trim()

/** The two mistakes that everybody makes in YAML: a colon in a text, an indentation. */
const yamlFix = (message: string): string =>
  /nested mapping|implicit key|Unexpected scalar/iu.test(message)
    ? 'put the text between "…" when it holds a colon, and align it with its neighbours'
    : 'compare the indentation and quotation marks with the lines around'
