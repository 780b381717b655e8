import { describe, expect, test } from 'vitest'
import { headersFor, rangeOf } from '../../../core/evidence/serve.ts'

const SHA = 'ab'.repeat(32)

describe('headers', () => {
  test.each(['image/jpeg', 'image/png', 'audio/ogg', 'video/mp4', 'video/webm'])('%s is shown', (mediaType) => {
    const headers = headersFor(mediaType, SHA)
    expect(headers['Content-Type']).toBe(mediaType)
    expect(headers['Content-Disposition']).toMatch(/^inline; filename="declic-abababababab\.[a-z0-9]+"$/)
  })

  test.each(['application/pdf', 'text/plain', 'application/vnd.oasis.opendocument.text'])('%s is a download', (mediaType) => {
    expect(headersFor(mediaType, SHA)['Content-Disposition']).toMatch(/^attachment; /)
  })

  test('only a document is shown in a frame, and only in a frame of ours', () => {
    const framed = headersFor('application/pdf', SHA, true)
    expect(framed['Content-Disposition']).toMatch(/^inline; /)
    expect(framed['Content-Security-Policy']).toBe("default-src 'none'; frame-ancestors 'self'")
    expect(framed['X-Frame-Options']).toBe('SAMEORIGIN')
    for (const mediaType of ['text/html', 'text/plain', 'image/jpeg', 'application/vnd.oasis.opendocument.text'])
      expect(headersFor(mediaType, SHA, true)).toEqual(headersFor(mediaType, SHA))
  })

  test.each(['text/html', 'image/svg+xml', 'application/javascript', 'video/x-unknown', '__proto__', 'constructor', ''])(
    '%j is only bytes',
    (mediaType) => {
      const headers = headersFor(mediaType, SHA)
      expect(headers['Content-Type']).toBe('application/octet-stream')
      expect(headers['Content-Disposition']).toBe('attachment; filename="declic-abababababab.bin"')
    },
  )

  test('a film opened by its own link may fetch itself, and run nothing', () => {
    for (const mediaType of ['video/mp4', 'audio/ogg'])
      expect(headersFor(mediaType, SHA)['Content-Security-Policy']).toBe("default-src 'none'; media-src 'self'; sandbox allow-same-origin")
    expect(headersFor('image/jpeg', SHA)['Content-Security-Policy']).toBe("default-src 'none'; sandbox")
  })

  test('nothing runs, nothing is guessed, nothing is cached', () => {
    expect(headersFor('text/plain', SHA)).toMatchInlineSnapshot(`
      {
        "Accept-Ranges": "bytes",
        "Cache-Control": "private, no-store",
        "Content-Disposition": "attachment; filename="declic-abababababab.txt"",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Content-Type": "text/plain; charset=utf-8",
        "Cross-Origin-Resource-Policy": "same-origin",
        "ETag": ""abababababababababababababababababababababababababababababababab"",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
      }
    `)
  })
})

describe('ranges', () => {
  test.each([
    ['bytes=0-1', { start: 0, end: 1 }],
    ['bytes=0-', { start: 0, end: 99 }],
    ['bytes=90-500', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-500', { start: 0, end: 99 }],
    ['bytes=99-99', { start: 99, end: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    [undefined, undefined],
    ['bytes=5-2', undefined],
    ['bytes=0-1,5-6', undefined],
    ['bytes=-', undefined],
    ['lines=1-2', undefined],
    ['bytes=a-b', undefined],
  ])('%j of 100 bytes', (header, part) => {
    expect(rangeOf(header, 100)).toEqual(part)
  })

  test('nothing of an empty file', () => {
    expect(rangeOf('bytes=0-', 0)).toBe('unsatisfiable')
    expect(rangeOf('bytes=-5', 0)).toBe('unsatisfiable')
  })
})
