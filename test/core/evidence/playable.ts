// Small files that a browser really plays and shows: half a second of a tone, a second of coloured bars, one page.
// The first two were made once with ffmpeg (libopus at 8 kbit/s; x264, 64 by 48 pixels, five pictures a second), without any metadata.

/** Ogg with Opus, as a voice message of a phone. */
export const tone = Buffer.from(
  'T2dnUwACAAAAAAAAAAAAAAAAAAAAAAIotXIBE09wdXNIZWFkAQE4AYC7AAAAAABPZ2dTAAAAAAAAAAAAAAAAAAABAAAASZW+VAEuT3B1c1RhZ3MGAAAAZmZtcGVnAQAAABQA' +
    'AABlbmNvZGVyPUxhdmMgbGlib3B1c09nZ1MABPheAAAAAAAAAAAAAAIAAAAkFZOiGhgWERMTEhcSExMPExESERUSExUQDg8OGxcPCILiNEVFWJq1yALWtd4zxaIwETR2JUCA' +
    'CKNA6AM8NKJC1ctZNihAAQL/o+4PgAidVfDkXfverRRVFVix0ZTVCJ1fsHcyqlxLmVGDJPO8OtWxiAidX7B3MqpejryAu1w41WGTXygInQKXBtgY3ub8JELg1CINSmAInJAr' +
    'WHDOarG+CFBPxrRPEmM0XCsLoAickCvjTlp6+w0oFyOGmUjOuAickCvjTlp6JpMFZ2cWa76e8cAInJAr405aeh2xOrb/EPxjWWFjCJyQK+NOWnsElvIxfC8qCJyQK+NOWnge' +
    'az4lqAQVI+nwKgicjJoEARkNuytokwORZz9wCJyQK+NOWngcmZr+UAUhj68vCJyQK+NOWnrmmR+NYrp/1gYInJAr405aewSGsTOMROFSRL7SHCAInJArWHDOarG+Bcat/8jA' +
    'd5gInJAr405aevqbcf64yAK4MRmfCJyQK+NOWnhNAsaHgAX1NnHtseuACJyQK+NOWngeazC6duFrygickCvjTlp7BBi1Xc7ACJyQK1hwzmkM8CPuuWZmCJyQK+NOWnrko21/' +
    'j0AInaRU/J+CWTfBiuNobXD4F2Cr6FCKCo7WpzYInqgQdzKqaZfIlVzGUg5fjYgNj7o9QAiDECSHkkHusxSpCWYNoA==',
  'base64',
)

/** MP4 with H.264, its index first, as a phone's film reaches us. */
export const bars = Buffer.from(
  'AAAAIGZ0eXBpc29tAAACAGlzb21pc28yYXZjMW1wNDEAAANTbW9vdgAAAGxtdmhkAAAAAAAAAAAAAAAAAAAD6AAAA+gAAQAAAQAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAA' +
    'AAABAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAqJ0cmFrAAAAXHRraGQAAAADAAAAAAAAAAAAAAABAAAAAAAAA+gAAAAAAAAAAAAA' +
    'AAAAAAAAAAEAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAABAAAAAAEAAAAAwAAAAAAAkZWR0cwAAABxlbHN0AAAAAAAAAAEAAAPoAAAQAAABAAAAAAIabWRpYQAAACBt' +
    'ZGhkAAAAAAAAAAAAAAAAAAAoAAAAKABVxAAAAAAALWhkbHIAAAAAAAAAAHZpZGUAAAAAAAAAAAAAAABWaWRlb0hhbmRsZXIAAAABxW1pbmYAAAAUdm1oZAAAAAEAAAAAAAAA' +
    'AAAAACRkaW5mAAAAHGRyZWYAAAAAAAAAAQAAAAx1cmwgAAAAAQAAAYVzdGJsAAAAwXN0c2QAAAAAAAAAAQAAALFhdmMxAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAEAAMABI' +
    'AAAASAAAAAAAAAABDExhdmMgbGlieDI2NAAAAAAAAAAAAAAAAAAAAAAAAAAAGP//AAAAN2F2Y0MBZAAK/+EAGWdkAAqscgREewEQAAADABAAAAMAoPEiWEYBAAdo6EODksiw' +
    '/fj4AAAAABBwYXNwAAAAAQAAAAEAAAAUYnRydAAAAAAAAA1AAAANQAAAABhzdHRzAAAAAAAAAAEAAAAFAAAIAAAAABRzdHNzAAAAAAAAAAEAAAABAAAAOGN0dHMAAAAAAAAA' +
    'BQAAAAEAABAAAAAAAQAAKAAAAAABAAAQAAAAAAEAAAAAAAAAAQAACAAAAAAcc3RzYwAAAAAAAAABAAAAAQAAAAUAAAABAAAAKHN0c3oAAAAAAAAAAAAAAAUAAAExAAAAUwAA' +
    'AAwAAAAMAAAADAAAABRzdGNvAAAAAAAAAAEAAAODAAAAPXVkdGEAAAA1bWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAbWRpcmFwcGwAAAAAAAAAAAAAAAAIaWxzdAAAAAhmcmVl' +
    'AAABsG1kYXQAAAEtZYiBABP/0joL8++l+JXiZ2h6ECeDFzMQAGlHtEz7qU1z34366cqjNT83Xv8J9YAJCZoPjH0zTQS+mgARF4u0C2MunfYewCuI72+mlwEHSCgGXg/U7piV' +
    '4ymItk27G0rXXxquIsUEshiwijgBQj9OvFqE/SxKm0yK0bvCQe2inDavxeviNqF9Bm8vogK9jR4nL4SDFif9suN6Oqu+IwQ4YLkzkVLhJa5z+SxndFV3pFA5mMUPeDdrkC7Y' +
    'B7/n+HtgJZ4hutiWNxEQrRZHTvO+0v6n71rA4DSa0+0+f9apFYn81U/kC3CE0eUIIVFAZCtYVWHg51jD07T/vZyZHHXv/tRqT2dWjsRv0KwP/kTFiroLoAl/6quEezvBtztI' +
    '42lT5TBziVdM5u8SS0Yj8QAAAE9BmgiNiM+G2aH92SkZU8iVim6VidpdfFgsAii4Ib9BR++zLF3gOOZecYIdQ/SSshcsq7cnpOEsfj0HqDODOczSRqiXbefpfcYJRFkcwybA' +
    'AAAACEGeEEcRH6eBAAAACAGeGCaIz66AAAAACAGeGG1Iz66B',
  'base64',
)

/** A whole PDF with one page that says `text` (ASCII), its table of contents in order. */
export function page(text: string): Buffer {
  const stream = `BT /F1 24 Tf 40 120 Td (${text.replace(/[()\\]/g, '')}) Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, n) => {
    const at = file.length
    file += `${n + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n`
  return Buffer.from(`${file}${end}%%EOF\n`, 'latin1')
}
