// A step asks for what it needs by finding null. So the town in memory, in which dialogs are tested, and SQL must agree on what is null or empty.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../core/data/database.ts'
import { readWorkshops } from '../../../core/data/readWorkshop.ts'
import type { Need } from '../../../dialogs/changes.ts'
import { choiceData } from '../../../dialogs/choice.ts'
import type { Workshops } from '../../../dialogs/world.ts'
import { keysOf, workshopKeys } from '../../../dialogs/worldKeys.ts'
import { openTown } from '../../dialogs/town.ts'
import { freshDatabase } from '../../setup/freshDatabase.ts'
import { insert } from '../../setup/insertClaim.ts'

const town = openTown()
let database: Database

beforeAll(async () => {
  database = await freshDatabase()
  const structure = { id: 'nord', name: 'Atelier Nord', organisationId: 'insertion-reseau' }
  town.structures.push({ ...structure, trial: false })
  const invite = { kind: 'trainer' as const, subject: 'nord', structureId: 'nord', name: null, createdAt: town.now() }
  town.put('Link', { code: 'n'.repeat(32), ...invite, expiresAt: null, usedAt: null, usedBy: null })
  lea.starts('n'.repeat(32))
  lea.chooses(1)
  lea.says('atelier')
  lea.says('équipe')
  lea.chooses(1)
  awa.starts(workshop().code)
  await database.prisma.organisation.create({ data: { id: 'insertion-reseau', name: 'Réseau' } })
  await database.prisma.structure.create({ data: structure })
  for (const table of ['Person', 'Account', 'Membership', 'Workshop', 'Enrolment'] as const) await insert(database, table, town.all(table))
})
afterAll(() => database?.stop())

const lea = town.person('Léa Roux')
const awa = town.person('Awa Diallo')
const workshop = () => town.all('Workshop')[0]!

/** What is there of each part, without what it says. */
const shape = (read: Workshops) =>
  Object.fromEntries(
    Object.keys(read).map((key) => {
      const part = read[key as keyof Workshops]
      return [key, Array.isArray(part) ? part.length : part === null ? null : 'there']
    }),
  )

test.each<[string, (id: string) => string, Need]>([
  ['a button under the picture', (id) => choiceData({ is: 'workshop', id }, 'opened', 'nudge'), {}],
  ['the same, when the people were asked for', (id) => choiceData({ is: 'workshop', id }, 'opened', 'nudge'), { people: true }],
  ['a button of the preview', (id) => choiceData({ is: 'workshop', id }, 'nudge', 'send'), {}],
  ['the opening of another one', () => choiceData({ is: 'opening' }, 'end', 'week'), {}],
])('%s', async (_, data, need) => {
  const event = lea.inbound({ is: 'choice', data: data(workshop().id) })
  const inTown = town.read(event, need)
  const keys = workshopKeys({ ...keysOf(event), ...need }, null, lea.row()?.focus)!
  const read = await readWorkshops(database.pool, { ...keys, me: lea.row()!.id, now: town.now(), timeZone: 'Europe/Paris' })
  const { workshop: one, workshops, structures, group, other, linked, tie, project } = inTown
  expect(shape(read as Workshops)).toEqual(shape({ workshop: one, workshops, structures, group, other, linked, tie, project }))
})
