// The catalogue for others is what 1EdTech's schema calls Achievements; and 1EdTech's own samples come in.
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { achievementsOf } from '../../../core/catalogue/achievements.ts'
import { draftOf } from '../../../core/catalogue/foreign/draft.ts'
import { readOpenBadges } from '../../../core/catalogue/foreign/openBadges.ts'
import { loadCatalogue } from '../../../core/catalogue/load.ts'
import { hasSharedData, sharedJson, WHY_SKIPPED } from '../issuing/shared.ts'

describe.skipIf(!hasSharedData)(`beside 1EdTech’s schema and samples${WHY_SKIPPED}`, () => {
  test('every badge of the project’s catalogue is an Achievement, in both languages', async () => {
    const loaded = await loadCatalogue(fileURLToPath(new URL('../../../catalogue', import.meta.url)))
    if ('findings' in loaded) throw new Error('the catalogue has mistakes')
    const ajv = addFormats.default(new Ajv.Ajv2019({ strict: false, allErrors: true }))
    ajv.addSchema(sharedJson('ob_v3p0_achievementcredential_schema.json'), 'ob')
    const validate = ajv.getSchema('ob#/$defs/Achievement')!
    const { issuers } = loaded.catalogue
    const all = issuers.flatMap((issuer) => issuer.badges.flatMap((badge) => achievementsOf(badge, issuer, 'https://declic.example.org')))
    expect(all.length).toBeGreaterThan(40)
    for (const one of all) expect(validate(one) ? [] : validate.errors).toEqual([])
  })

  test('a credential of somebody else becomes a draft', () => {
    const { badges, refused } = readOpenBadges(sharedJson('1edtech-samples/complete.json'), 'complete.json')
    expect(refused).toEqual([])
    const draft = draftOf(badges[0]!, 'debut')
    if (typeof draft === 'string') throw new Error(draft)
    const { yaml, todo } = draft
    expect(yaml).toContain('targetUrl: https://1edtech.edu/catalog/degree')
    expect(todo[0]).toBe('fr: the texts in en stand there too, translate them')
  })
})
