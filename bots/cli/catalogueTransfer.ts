// `declic catalogue import SOURCE` and `declic catalogue export`: badges come from elsewhere as drafts, and leave as Open Badges 3.0.
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Command } from 'commander'
import { achievementsOf } from '../../core/catalogue/achievements.ts'
import type { ForeignBadge } from '../../core/catalogue/foreign/badge.ts'
import { type IssuerFolder, readCatalogue } from '../../core/catalogue/read.ts'
import { NEEDED } from '../../core/model/backends.ts'
import { readSettings, type Settings } from '../settings.ts'
import { catalogueOf } from './catalogueOf.ts'
import { Refusal } from './refusal.ts'

const MOST_BYTES = 16 * 1024 * 1024

export const importCommand = (): Command =>
  new Command('import')
    .description(
      'brings badges over as drafts, catalogue/<issuer>/badges/<id>.yaml, and says what must still be written; what is there stays',
    )
    .argument('<SOURCE>', '"openbadgefactory", or a file or address with Open Badges 2.0 or 3.0 (JSON)')
    .option('--issuer <I>', 'folder of the catalogue that gets them; needed when there are several')
    .action(bring)

export const exportCommand = (): Command =>
  new Command('export')
    .description('every badge as Open Badges 3.0 Achievements, a JSON array on standard output')
    .option('--issuer <I>', 'the badges of this issuer alone')
    .action(give)

async function bring(source: string, { issuer }: { issuer?: string }): Promise<void> {
  const settings = readSettings()
  const { folders } = await readCatalogue(settings.catalogueDir)
  const folder = folderOf(folders, issuer)
  const stage = folder.issuer.value.stages[0]!.id
  const { badges, refused } = await read(source, settings)
  for (const why of refused) console.log(`left out: ${why}`)
  const dir = path.join(settings.catalogueDir, folder.name, 'badges')
  await mkdir(dir, { recursive: true })
  let written = 0
  for (const badge of badges) written += Number(await keep(badge, dir, stage, folders))
  console.log(`${written} of ${badges.length} written. They are drafts: go through each with "declic talk", then "declic catalogue check".`)
  if (!written) process.exitCode = 1
}

/** Never takes the place of what is there. */
async function keep(foreign: ForeignBadge, dir: string, stage: string, folders: IssuerFolder[]): Promise<boolean> {
  const [{ draftOf }, { pictureIn }] = await Promise.all([
    import('../../core/catalogue/foreign/draft.ts'),
    import('../../core/catalogue/foreign/picture.ts'),
  ])
  const draft = draftOf(foreign, stage)
  if (typeof draft === 'string') {
    console.log(`left out: ${foreign.from.slice(0, 200)}: ${draft}`)
    return false
  }
  const { id, yaml, todo } = draft
  const file = path.join(dir, `${id}.yaml`)
  const taken = folders.flatMap(({ badges }) => badges).find(({ value }) => value.id === id)
  if (taken && taken.source.file !== file) {
    console.log(`left out: ${foreign.from}: the id "${id}" is taken by ${taken.source.file}`)
    return false
  }
  try {
    await writeFile(file, yaml, { flag: 'wx' })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
    console.log(`left as it is: ${file} is there already`)
    return false
  }
  console.log(`written: ${file}`)
  const picture = pictureIn(foreign.image)
  if (typeof picture !== 'string')
    await writeFile(path.join(dir, `${id}.${picture.extension}`), picture.bytes, { flag: 'wx' }).catch(() => undefined)
  const shown = typeof picture === 'string' ? picture : `its picture is kept beside, ${id}.${picture.extension}`
  for (const line of [...todo, shown]) console.log(`  ${line}`)
  return true
}

async function read(source: string, { backends }: Settings): Promise<{ badges: ForeignBadge[]; refused: string[] }> {
  if (source === 'openbadgefactory') {
    if (!backends.openbadgefactory) throw new Refusal(`Open Badge Factory is not configured: set ${NEEDED.openbadgefactory.join(' and ')}`)
    const { readObf } = await import('../../core/catalogue/foreign/openBadgeFactory.ts')
    const found = await readObf(backends.openbadgefactory)
    if ('trouble' in found) {
      const { state, why } = found.trouble
      throw new Refusal(`Open Badge Factory: ${why}${state === 'retry' ? '; try again in a moment' : ''}`)
    }
    return found
  }
  const [{ readOpenBadges }, { jsonAt }] = await Promise.all([
    import('../../core/catalogue/foreign/openBadges.ts'),
    import('../../core/catalogue/foreign/picture.ts'),
  ])
  const json = await (/^https?:\/\//i.test(source) ? jsonAt(source) : jsonIn(source)).catch((cause: Error) => {
    // a parser quotes what it found, and a picture would fill the terminal with it
    throw new Refusal(`${source} cannot be read as JSON: ${cause instanceof SyntaxError ? 'it is none' : cause.message}`)
  })
  return readOpenBadges(json, path.basename(source))
}

async function jsonIn(file: string): Promise<unknown> {
  const { size } = await stat(file)
  if (size > MOST_BYTES) throw new Error(`it has ${size} bytes, at most ${MOST_BYTES}`)
  return JSON.parse(await readFile(file, 'utf8'))
}

function folderOf(folders: IssuerFolder[], name: string | undefined): IssuerFolder & { issuer: NonNullable<IssuerFolder['issuer']> } {
  const whole = folders.flatMap((folder) => (folder.issuer ? [{ ...folder, issuer: folder.issuer }] : []))
  const found = name ? whole.find((folder) => folder.name === name) : whole.length === 1 ? whole[0] : undefined
  if (found) return found
  const known = whole.map((folder) => folder.name).join(', ') || 'none'
  throw new Refusal(
    name ? `No issuer ${name} in the catalogue (known: ${known}): make its issuer.yaml first` : `Say for which: --issuer ${known}`,
  )
}

async function give({ issuer }: { issuer?: string }): Promise<void> {
  const settings = readSettings()
  const { issuers } = await catalogueOf(settings)
  if (issuer && !issuers.some(({ id }) => id === issuer)) throw new Refusal(`No issuer ${issuer} in the catalogue`)
  const all = issuers.filter(({ id }) => !issuer || id === issuer)
  console.log(
    JSON.stringify(
      all.flatMap((one) => one.badges.flatMap((badge) => achievementsOf(badge, one, settings.publicUrl))),
      null,
      2,
    ),
  )
}
