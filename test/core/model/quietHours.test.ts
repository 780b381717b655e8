import { expect, test } from 'vitest'
import { awakeFrom, clockIn, isQuiet } from '../../../core/model/quietHours.ts'
import { timeZoneNamed, zoneOf } from '../../../core/model/timeZones.ts'

const PARIS = 'Europe/Paris'

// 2026-03-06 is a Friday; clocks in Paris go forward in the night to Sunday, 2026-03-29
test.each([
  ['2026-03-06T07:59:00Z', PARIS, true, '2026-03-06', '2026-03-06'],
  ['2026-03-06T08:00:00Z', PARIS, false, '2026-03-06', '2026-03-06'],
  ['2026-03-06T17:59:00Z', PARIS, false, '2026-03-06', '2026-03-06'],
  ['2026-03-06T18:00:00Z', PARIS, true, '2026-03-06', '2026-03-07'],
  ['2026-03-07T18:00:00Z', PARIS, true, '2026-03-07', '2026-03-09'],
  ['2026-03-08T11:00:00Z', PARIS, true, '2026-03-08', '2026-03-09'],
  ['2026-03-29T06:30:00Z', PARIS, true, '2026-03-29', '2026-03-30'],
  ['2026-03-30T06:59:00Z', PARIS, true, '2026-03-30', '2026-03-30'],
  ['2026-03-30T07:00:00Z', PARIS, false, '2026-03-30', '2026-03-30'],
  // Saturday evening in Martinique, Sunday in La Réunion
  ['2026-03-07T21:30:00Z', 'America/Martinique', false, '2026-03-07', '2026-03-07'],
  ['2026-03-07T21:30:00Z', 'Indian/Reunion', true, '2026-03-08', '2026-03-09'],
  ['2026-12-31T23:30:00Z', PARIS, true, '2027-01-01', '2027-01-01'],
])('at %s in %s', (at, zone, quiet, today, tellOn) => {
  expect(isQuiet(at, zone)).toBe(quiet)
  expect(clockIn(zone, at)).toEqual({ zone, today, awake: !quiet, tellOn })
})

test.each([
  ['2026-03-06T11:00:00Z', PARIS, '2026-03-06T11:00:00Z'],
  ['2026-03-06T05:00:00Z', PARIS, '2026-03-06T08:00:00.000Z'],
  // Saturday evening, and Sunday, on which clocks go forward
  ['2026-03-28T20:00:00Z', PARIS, '2026-03-30T07:00:00.000Z'],
  ['2026-03-29T11:00:00Z', PARIS, '2026-03-30T07:00:00.000Z'],
  ['2026-03-06T18:00:00Z', 'America/Martinique', '2026-03-06T18:00:00Z'],
])('whoever rests at %s in %s may be written to from %s on', (at, zone, from) => expect(awakeFrom(at, zone)).toBe(from))

test.each([
  ['Indian/Reunion', 'Indian/Reunion'],
  ['indian/reunion', 'Indian/Reunion'],
  ['US/Eastern', 'America/New_York'],
  ['Mars/Olympus', undefined],
  ['+04:00', undefined],
  ['', undefined],
  ["Europe/Paris'; drop table", undefined],
])('%j as a device says it', (said, zone) => expect(timeZoneNamed(said)).toBe(zone))

test('a device of their own, else their structure, else the installation', () => {
  const structure = { timeZone: 'Indian/Reunion' }
  expect(zoneOf({ timeZone: 'America/Martinique' }, structure, PARIS)).toBe('America/Martinique')
  expect(zoneOf({ timeZone: null }, structure, PARIS)).toBe('Indian/Reunion')
  expect(zoneOf({ timeZone: null }, { timeZone: null }, PARIS)).toBe(PARIS)
  expect(zoneOf({ timeZone: null }, null, PARIS)).toBe(PARIS)
})
