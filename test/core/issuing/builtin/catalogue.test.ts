// Every badge that comes with the program can be issued: signed, in order with 1EdTech's schema, drawn.
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { beforeAll, expect, test } from 'vitest'
import { loadCatalogue } from '../../../../core/catalogue/load.ts'
import { pictureOf, renderBadge, verify } from '../../../../core/issuing/builtin/index.ts'
import { type Issuer as CatalogueIssuer, meaningOf } from '../../../../core/model/badge.ts'
import { detailsFrom, documentFrom } from '../claim.ts'
import { hasSharedData, sharedJson, WHY_SKIPPED } from '../shared.ts'
import { dataFolder, issue, LOCAL, now } from './open.ts'

const { open } = dataFolder()
let issuers: CatalogueIssuer[]
const BELOW = 'urn:uuid:5f0c9d0e-1111-4222-8333-944455566677'

beforeAll(async () => {
  const loaded = await loadCatalogue(fileURLToPath(new URL('../../../../catalogue', import.meta.url)))
  if (!('catalogue' in loaded)) throw new Error('the catalogue does not load')
  issuers = loaded.catalogue.issuers
})

test(`signed, drawn, in order with the schema${WHY_SKIPPED}`, async () => {
  const isOpenBadge = hasSharedData
    ? addFormats.default(new Ajv.Ajv2019({ strict: false })).compile(sharedJson('ob_v3p0_achievementcredential_schema.json'))
    : undefined
  for (const catalogueIssuer of issuers) {
    const issuer = await open(LOCAL, { id: catalogueIssuer.id, name: catalogueIssuer.name, url: catalogueIssuer.url, trial: false })
    for (const badge of catalogueIssuer.badges) {
      const meaning = meaningOf(badge, catalogueIssuer)
      const [criterion] = badge.criteria
      const [answer] = documentFrom().answers
      const document = {
        ...documentFrom({}, { meaning, issuerName: catalogueIssuer.name }),
        ...(meaning.groups
          ? { answers: [], restsOn: meaning.groups.badges.map(({ id, name }) => ({ id: BELOW, badge: id, name: name.fr })) }
          : { answers: [{ ...answer!, question: criterion!.id, level: 4 }] }),
      }
      const credential = await issue(issuer, document, detailsFrom({ organisation: catalogueIssuer.id, meaning, badge }))
      expect(await verify(credential, { now }), badge.id).toEqual({ verified: true })
      if (meaning.groups)
        expect(credential.evidence.slice(0, meaning.groups.need)).toMatchObject(meaning.groups.badges.map(() => ({ id: BELOW })))
      else expect(credential.credentialSubject.result, badge.id).toHaveLength(1)
      isOpenBadge?.(credential)
      expect(isOpenBadge?.errors ?? null, badge.id).toBeNull()
      expect(renderBadge(pictureOf(document, badge.picture, false)).length, badge.id).toBeGreaterThan(10_000)
    }
  }
})
