// `declic claims export --format json|csv`
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Command, Option } from 'commander'
import { documentSources } from '../../core/data/claims.ts'
import { type ClaimDocument, documentOf } from '../../core/model/document.ts'
import type { DocumentSource } from '../../core/model/document.ts'
import { CSV_HEAD, csvLine } from './claimsCsv.ts'
import { withDatabase } from './withDatabase.ts'

export function claimsCommand(): Command {
  const claims = new Command('claims').description('structured claims')
  claims
    .command('export')
    .description('every claim, drafts included, oldest first, on standard output')
    .addOption(new Option('--format <FORMAT>', 'an array of claim documents, or a table').choices(['json', 'csv']).default('json'))
    .action(exportClaims)
  return claims
}

async function exportClaims({ format }: { format: 'json' | 'csv' }): Promise<void> {
  await withDatabase(async ({ prisma }, { publicUrl }) => {
    const sources = documentSources(prisma, publicUrl)
    const text = format === 'json' ? asJson(sources) : asCsv(sources)
    await pipeline(Readable.from(text), process.stdout, { end: false })
  })
}

type Sources = AsyncIterable<DocumentSource>

async function* documents(sources: Sources): AsyncGenerator<ClaimDocument> {
  for await (const source of sources) yield documentOf(source)
}

async function* asJson(sources: Sources): AsyncGenerator<string> {
  let before = '['
  for await (const document of documents(sources)) {
    yield `${before}\n${JSON.stringify(document)}`
    before = ','
  }
  yield before === '[' ? '[]\n' : '\n]\n'
}

async function* asCsv(sources: Sources): AsyncGenerator<string> {
  yield CSV_HEAD
  for await (const document of documents(sources)) yield csvLine(document)
}
