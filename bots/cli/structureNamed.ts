import type { Database } from '../../core/data/database.ts'
import { addStructure, findStructure, keepOrganisation, type StructureRow } from '../../core/data/structures.ts'
import type { Catalogue, Issuer } from '../../core/model/badge.ts'
import { timeZoneNamed } from '../../core/model/timeZones.ts'
import { issuerOf } from './catalogueOf.ts'
import { Refusal } from './refusal.ts'

/** A name as an id: `Atelier de l'Écluse` → `atelier-de-l-ecluse`. */
export const idOfName = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 56)

/** The structure with this id or name, where it is known. */
export async function structureNamed({ prisma }: Database, idOrName: string): Promise<StructureRow> {
  const found = (await findStructure(prisma, idOrName)) ?? (await findStructure(prisma, idOfName(idOrName)))
  if (found) return found
  throw new Refusal(`No structure ${idOrName}: "declic structure add" makes one`)
}

/** Makes a structure of this name; one that the catalogue describes gets the catalogue's id and name. */
export async function newStructure({ prisma }: Database, issuer: Issuer, idOrName: string): Promise<StructureRow> {
  const id = idOfName(idOrName)
  if (!id) throw new Refusal(`"${idOrName}" has no letter or digit to make an id of`)
  const described = issuer.structures.find((structure) => structure.id === id || structure.name === idOrName)
  const structure = { id: described?.id ?? id, name: described?.name ?? idOrName.trim(), organisationId: issuer.id }
  await keepOrganisation(prisma, issuer)
  await addStructure(prisma, { ...structure, timeZone: described?.timeZone && timeZoneNamed(described.timeZone) })
  return structure
}

/** The structure with this id or name, made when it is new; `organisation` must be its organisation where both are given. */
export async function structureFor(
  database: Database,
  catalogue: Catalogue,
  idOrName: string,
  organisation: string | undefined,
): Promise<StructureRow & { isNew: boolean }> {
  const { prisma } = database
  const found = (await findStructure(prisma, idOrName)) ?? (await findStructure(prisma, idOfName(idOrName)))
  if (!found) return { ...(await newStructure(database, issuerOf(catalogue, organisation), idOrName)), isNew: true }
  if (organisation && organisation !== found.organisationId) {
    throw new Refusal(`The structure ${found.id} belongs to another organisation, ${found.organisationId}`)
  }
  return { ...found, isNew: false }
}
