// JSON Schemas of the catalogue's files, for editors (yaml-language-server completes, explains and underlines while one writes).
// They lie beside the catalogue and are made from the zod schemas: `npm run catalogue:schemas`; a test says when they are stale.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Badge, IssuerFile, StructureFile } from '../model/badge.ts'
import { PICTOGRAM_NAMES } from '../model/pictogramNames.ts'

const FILES = {
  'badge.schema.json': { schema: Badge, title: 'A badge: catalogue/<issuer>/badges/<id>.yaml' },
  'issuer.schema.json': { schema: IssuerFile, title: 'An issuer: catalogue/<issuer>/issuer.yaml' },
  'structure.schema.json': { schema: StructureFile, title: 'A structure: catalogue/<issuer>/structures/<id>.yaml' },
}

/** What an editor shows beside a key. */
const HELP: Record<string, string> = {
  id: 'Lower-case letters, digits and hyphens; of a file, the file name. It never changes: links and claims hold it.',
  summary: 'One sentence, on lists: what the person can do.',
  description: 'For employers; it goes into the badge.',
  stage: 'A stage of the issuer (issuer.yaml).',
  criteria: 'What one does, each with four behaviours that somebody else can see.',
  levels: 'Four behaviours, from « pas encore » to « je peux montrer ».',
  questions: 'One moment, told step by step: fact, action, result, next.',
  step: 'Where it stands in the telling. Facts and actions come before the proof, results after it, next last.',
  ask: 'The words. A question: 1 to 4 wordings, the last sentence ends with "?". Proof: an order, « Envoyez une photo… ».',
  again: 'Other words, for « je ne comprends pas ».',
  example: 'An answer as a learner would give it: « Par exemple : … ».',
  followUp: 'Asked once when the answer is thin.',
  optional: 'May be skipped: true unless said otherwise.',
  kinds: 'What is taken as proof; everything unless said otherwise.',
  min: 'How many pieces at least; 0 may be skipped.',
  policy: 'What the badge waits for: people who confirm, a trainer who decides, both, or nothing.',
  endorsements: 'How many people must have confirmed.',
  roles:
    'At least one of those who confirm is in one of these roles: known to the structure, or chosen by a button. Typed words do not count.',
  domains: 'Domains of the e-mail addresses of its staff, exactly as behind the @. None in which learners have an address.',
  tenants: 'Ids of its Microsoft Teams tenants. None in which learners have an account.',
  decision: 'trainer: a trainer decides.',
  backend: 'The issuing backend of this badge, when it is not the one of ISSUER.',
  backendIds: 'The badge’s own id at Open Badge Factory or Badgr, where it is issued there.',
  email: 'An address: of the issuer, for whoever reads the badge; of a structure, for badges of learners who have none.',
  alignment: 'Frameworks that this badge is part of. Only addresses that exist.',
  expires: 'How long the badge is good for: P2Y, P6M.',
  colour: 'The ground of the picture, #rrggbb; the text on it must stay readable.',
  pictogram: 'One of the pictograms that are drawn.',
  timeZone: 'Where its people are: Indian/Reunion, America/Martinique. Left out: where the installation is.',
  address: 'How learners are spoken to in French; « tu » needs fr-tu beside fr.',
  milestones: 'Badges that together say more than each.',
  need: 'How many of the badges; all unless said otherwise.',
  opensTowards: 'A registered certification that the set leads towards, never as equivalence. Only addresses that exist.',
  faq: 'Answers of your own to what everybody asks.',
  examples: 'Question id → an example of this trade.',
  evidenceExample: 'What proof looks like in this trade.',
}

/** File name → its content. */
export function schemaFiles(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(FILES).map(([name, { schema, title }]) => {
      // draft 7: what yaml-language-server reads without reserve
      const made = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' })
      return [name, `${JSON.stringify({ title, ...(explained(made) as object) }, null, 2)}\n`]
    }),
  )
}

/** The same schema with help beside the keys. `key`: the one that it stands under. */
function explained(schema: unknown, key = ''): unknown {
  if (Array.isArray(schema)) return schema.map((part) => explained(part))
  if (typeof schema !== 'object' || schema === null) return schema
  const parts = Object.entries(schema).map(([name, part]) => [
    name,
    name === 'properties' ? explainedKeys(part as object) : explained(part),
  ])
  const names = key === 'pictogram' ? { enum: PICTOGRAM_NAMES } : {}
  return { ...Object.fromEntries(parts), ...(HELP[key] ? { description: HELP[key] } : {}), ...names }
}

const explainedKeys = (properties: object): unknown =>
  Object.fromEntries(Object.entries(properties).map(([key, part]) => [key, explained(part, key)]))

/** Writes the schemas into the catalogue's folder, and says which files these are. */
export async function writeSchemas(dir: string): Promise<string[]> {
  const files = Object.entries(schemaFiles()).map(([name, text]) => [join(dir, name), text] as const)
  await Promise.all(files.map(([path, text]) => writeFile(path, text)))
  return files.map(([path]) => path)
}
