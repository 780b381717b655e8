// What the catalogue says of a structure is what the database holds, after each start.
import { expect, test } from 'vitest'
import { loadCatalogue } from '../../../core/catalogue/load.ts'
import { writeCatalogue } from '../../../core/data/catalogue.ts'
import { catalogueFolder, STRUCTURE } from '../catalogue/catalogueFolder.ts'
import { freshDatabase } from '../../setup/freshDatabase.ts'

test('a structure’s time zone comes and goes with its file, under its usual name', async () => {
  const { prisma, stop } = await freshDatabase()
  const zoneWith = async (line: string) => {
    const dir = await catalogueFolder({ 'reseau/structures/cuisine.yaml': STRUCTURE.replace('badges:', `${line}badges:`) })
    const loaded = await loadCatalogue(dir)
    if ('findings' in loaded) throw new Error('a right catalogue')
    await writeCatalogue(prisma, loaded.catalogue)
    return (await prisma.structure.findUniqueOrThrow({ where: { id: 'cuisine' } })).timeZone
  }
  expect(await zoneWith('')).toBeNull()
  expect(await zoneWith('timeZone: indian/reunion\n')).toBe('Indian/Reunion')
  expect(await zoneWith('')).toBeNull()
  await stop()
})
