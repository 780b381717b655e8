import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepEvidence } from '../../../core/evidence/keep.ts'
import { actionFilm, film, office, pdf, phonePhoto, webm } from './files.ts'

const sources = {
  photo: await phonePhoto(),
  film: film('mp42', ['vide', 'soun']),
  action: actionFilm(),
  webm: webm([1, 2], false),
  office: office(),
  pdf,
}

const damage = fc.record({
  of: fc.constantFrom(...Object.values(sources)),
  cut: fc.double({ min: 0, max: 1, noNaN: true }),
  spots: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
})

test('whatever the damage, a file is kept or refused, and never throws; a picture never keeps its place', async () => {
  await fc.assert(
    fc.asyncProperty(damage, async ({ of, cut, spots }) => {
      // Half of the files stay whole in length.
      const bytes = Buffer.from(cut < 0.5 ? of : of.subarray(0, Math.floor(of.length * (cut * 2 - 1))))
      for (const [where, byte] of spots) if (bytes.length > 0) bytes[Math.min(bytes.length - 1, Math.floor(where * bytes.length))] = byte
      const outcome = await keepEvidence(bytes, { kind: 'photo' })
      if ('refused' in outcome) return
      expect(outcome.kept.size).toBe(outcome.kept.bytes.length)
      if (outcome.kept.kind === 'photo') expect(Buffer.from(outcome.kept.bytes).includes('Exif')).toBe(false)
    }),
    { numRuns: 300 },
  )
})

test('any bytes at all are kept or refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      const outcome = await keepEvidence(bytes, { kind: 'document' })
      expect('kept' in outcome || 'refused' in outcome).toBe(true)
    }),
    { numRuns: 500 },
  )
})
