import { expect, it } from 'vitest'
import { dateSaid } from '../../../core/model/dateSaid.ts'

const long = { dateStyle: 'long', timeZone: 'Europe/Paris' } as const

it('says the first of a month as French does, and every other day as it is', () => {
  expect(dateSaid('fr', long, '2025-06-01T00:00:00Z')).toBe('1er juin 2025')
  expect(dateSaid('fr', long, '2025-06-11T00:00:00Z')).toBe('11 juin 2025')
  expect(dateSaid('en', long, '2025-06-01T00:00:00Z')).toBe('1 June 2025')
})

it('has the day of the place', () => {
  expect(dateSaid('fr', long, '2025-05-31T23:30:00Z')).toBe('1er juin 2025')
})
