import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitText } from '../../bots/split.ts'

const words = (text: string) => text.split(/\s+/).filter(Boolean).join(' ')

describe('a long text', () => {
  test('is cut between paragraphs, else between sentences, else between words', () => {
    expect(splitText('Un deux.\n\nTrois quatre.', 16)).toEqual(['Un deux.', 'Trois quatre.'])
    expect(splitText('Un deux trois. Quatre cinq six.', 20)).toEqual(['Un deux trois.', 'Quatre cinq six.'])
    expect(splitText('un deux trois quatre', 12)).toEqual(['un deux', 'trois quatre'])
  })

  test('keeps « ! » and its no-break space together', () => {
    expect(splitText('Bravo à vous\u00a0! Continuez ainsi.', 18)).toEqual(['Bravo à vous\u00a0!', 'Continuez ainsi.'])
  })

  test('loses no word, keeps every limit, makes no empty part', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 60 }),
        fc.integer({ min: 40, max: 200 }),
        (parts, limit) => {
          const text = parts.join(' ')
          const cut = splitText(text, limit)
          for (const part of cut) {
            expect(part.length).toBeGreaterThan(0)
            expect(part.length).toBeLessThanOrEqual(limit)
          }
          expect(words(cut.join(' '))).toBe(words(text))
        },
      ),
    )
  })

  test('never cuts a character in two', () => {
    const cut = splitText('👍'.repeat(100), 41)
    expect(cut.join('')).toBe('👍'.repeat(100))
    for (const part of cut) expect(part.isWellFormed()).toBe(true)
  })
})
