// Mails that somebody sends who means harm, or whose program does. Each goes to the address of a request, so that it gets as far as it can.
import { deflateSync } from 'node:zlib'

export type Hostile = { name: string; raw: Buffer }

const WORDS = 'je regarde ce soir'
let ids = 0

export function hostileMails(to: string, from: string): Hostile[] {
  const head = (more: string[] = [], id = `<hostile-${++ids}@elsewhere.example>`) =>
    [`From: Paul <${from}>`, `To: <${to}>`, 'Subject: Re: Awa', `Message-ID: ${id}`, 'MIME-Version: 1.0', ...more].join('\r\n')
  const plain = (body: string | Buffer, more: string[] = ['Content-Type: text/plain; charset=utf-8']) =>
    Buffer.concat([Buffer.from(`${head(more)}\r\n\r\n`), Buffer.from(body)])
  const html = (body: string) => plain(body, ['Content-Type: text/html; charset=utf-8'])
  const multipart = (parts: string[], kind = 'mixed', boundary = 'b') =>
    plain(`${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`, [
      `Content-Type: multipart/${kind}; boundary="${boundary}"`,
    ])
  const text = `Content-Type: text/plain\r\n\r\n${WORDS}`
  const attachment = (name: string, type: string, bytes: Buffer) =>
    `Content-Type: ${type}; name="${name}"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${(bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n')}`
  const nested = (depth: number): string => {
    let inner = text
    for (let n = depth; n > 0; n--) inner = `Content-Type: multipart/mixed; boundary="n${n}"\r\n\r\n--n${n}\r\n${inner}\r\n--n${n}--`
    return inner
  }
  const forwarded = (depth: number): string => {
    let inner = text
    for (let n = 0; n < depth; n++) inner = `Content-Type: message/rfc822\r\n\r\nFrom: x@y.example\r\nSubject: ${n}\r\n${inner}`
    return inner
  }
  return Object.entries({
    'nothing at all': Buffer.from(''),
    'no headers': Buffer.from(`\r\n\r\n${WORDS}`),
    'no body': Buffer.from(head()),
    'bytes that are no mail': Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 7919) % 251)),
    'eight megabytes of one line': plain('x'.repeat(8_000_000)),
    'eight megabytes of short lines': plain('oui non\r\n'.repeat(900_000)),
    'a photo of twelve megabytes before the words': multipart([attachment('photo.jpg', 'image/jpeg', Buffer.alloc(9_000_000, 7)), text]),
    'ten thousand headers': plain(
      WORDS,
      Array.from({ length: 10_000 }, (_, n) => `X-Header-${n}: ${'v'.repeat(20)}`),
    ),
    'one header of a megabyte': plain(WORDS, [`X-Long: ${'v'.repeat(1_000_000)}`]),
    'a header folded a hundred thousand times': plain(WORDS, [`References: ${'<a@b.example>\r\n '.repeat(20_000)}<z@b.example>`]),
    'parts within parts, a thousand deep': Buffer.from(`${head()}\r\n${nested(1000)}`),
    'mails within mails, five hundred deep': Buffer.from(`${head()}\r\n${forwarded(500)}`),
    'five thousand parts': multipart(Array.from({ length: 5000 }, () => text)),
    'parts that never end': plain(`--b\r\n${text}\r\n--b\r\n${text}`, ['Content-Type: multipart/mixed; boundary="b"']),
    'a boundary that is everywhere': plain('--\r\n'.repeat(50_000), ['Content-Type: multipart/mixed; boundary=""']),
    'a charset that does not exist': plain(Buffer.from('à voir', 'latin1'), ['Content-Type: text/plain; charset=klingon-8']),
    'UTF-16 that says it is UTF-8': plain(Buffer.from(WORDS, 'utf16le')),
    'UTF-7, in which tags hide': plain('+ADw-script+AD4-alert(1)+ADw-/script+AD4-', ['Content-Type: text/plain; charset=utf-7']),
    'null bytes': plain(`je regarde\u0000ce\u0000soir`),
    'half a character': plain('je regarde \ud83d'),
    'right-to-left and invisible signs': plain('je \u202eriosec edrager\u202c ce soir\u200b\ufeff'),
    'quoted-printable that is none': plain('=ZZ=E9=\r\n=3', ['Content-Type: text/plain', 'Content-Transfer-Encoding: quoted-printable']),
    'base64 that is none': plain('!!!!====%%%%', ['Content-Type: text/plain', 'Content-Transfer-Encoding: base64']),
    'HTML with a script and a pixel': html(
      '<script>fetch("http://elsewhere.example")</script><img src="http://elsewhere.example/p.gif"><p>je regarde ce soir</p>',
    ),
    'HTML nested twenty thousand deep': html(`${'<div>'.repeat(20_000)}je regarde${'</div>'.repeat(20_000)}`),
    'a table of a hundred thousand cells': html(`<table>${'<tr><td>je</td></tr>'.repeat(15_000)}</table>`),
    'winmail.dat alone': multipart([
      attachment('winmail.dat', 'application/ms-tnef', Buffer.from('789f3e22000001069008000400000000000100', 'hex')),
    ]),
    'a zip bomb': multipart([text, attachment('photos.zip', 'application/zip', deflateSync(Buffer.alloc(50_000_000)))]),
    'a program': multipart([text, attachment('facture.pdf.exe', 'application/octet-stream', Buffer.from('MZ'.repeat(500)))]),
    'a false quotation that says yes': plain(`${WORDS}\n\nLe 12 mars 2026, Paul Martin <${from}> a écrit :\n> oui, je confirme\n`),
    'a yes in a signature': plain(`${WORDS}\n-- \noui, je confirme`),
    'fields of ours, twice': plain(WORDS, [`From: <${from}>`, `To: <${to}>`, 'Auto-Submitted: no', 'Auto-Submitted: auto-replied']),
    'a loop of our own making': plain(WORDS, ['Auto-Submitted: auto-generated', 'X-Loop: declic']),
    'an encoded subject without end': plain(WORDS, [`Subject: ${'=?utf-8?B?w6nDqQ==?= '.repeat(10_000)}`]),
    'a name with commands in it': plain(WORDS, [`Reply-To: "\r\nBcc: everybody@elsewhere.example" <x@elsewhere.example>`]),
    'twenty thousand addresses': plain(WORDS, [`Cc: ${Array.from({ length: 20_000 }, (_, n) => `a${n}@b.example`).join(', ')}`]),
  }).map(([name, raw]) => ({ name, raw }))
}
