// Whom a visitor can make us call: the public network, over https, a little and not for long.
import { describe, expect, test } from 'vitest'
import { openNetwork } from '../../../core/checking/index.ts'
import { isPublicAddress } from '../../../core/checking/publicAddress.ts'
import { issuersSite } from './site.ts'

const site = issuersSite()

test.each([
  ...['127.0.0.1', '127.8.8.8', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.100.100.200'],
  ...[
    '168.63.129.16',
    '192.0.0.192',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '::127.0.0.1',
  ],
  ...[
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:0:1::',
    '2001:db8::1',
    'localhost',
    '',
  ],
])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false))

test.each(['93.184.216.34', '8.8.8.8', '172.15.0.1', '172.32.0.1', '2606:4700::1111', '2a00:1450:4007::1'])('%s is', (address) =>
  expect(isPublicAddress(address)).toBe(true),
)

describe('the program’s own rules', () => {
  const network = openNetwork()
  test.each([
    ...[
      'http://example.org/',
      'https://example.org:8443/',
      'https://user:secret@example.org/',
      'file:///etc/passwd',
      'ftp://example.org',
      'data:,x',
      'nonsense',
    ],
    ...[
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://[::ffff:10.0.0.1]/',
      'https://2130706433/',
      'https://0x7f.1/',
      'https://169.254.169.254/latest/meta-data/',
    ],
    // a name that leads here: it is resolved before it is called
    'https://localhost/',
  ])('%s is refused', async (url) => expect(await network(url)).toEqual({ is: 'refused' }))
})

describe('redirects, size and time', () => {
  const loopback = (more = {}) =>
    openNetwork({ mayReach: (address) => address === '127.0.0.1', mayAsk: (url) => url.protocol === 'http:', timeout: 20_000, ...more })

  test('each step is looked at anew', async () => {
    const inside: string[] = ['http://[::1]:1/', 'http://127.0.0.2:1/', 'http://10.0.0.1/', 'file:///etc/passwd', 'http://169.254.169.254/']
    for (const target of inside) {
      site.answer('https://out', (_, response) => response.writeHead(302, { Location: target }).end())
      expect(await loopback()(`${site.base()}/out`), target).toEqual({ is: 'refused' })
    }
    site.answer('https://round', (_, response) => response.writeHead(301, { Location: '/round' }).end())
    const before = site.asked.length
    expect(await loopback()(`${site.base()}/round`)).toEqual({ is: 'unreachable' })
    expect(site.asked.length - before).toBe(4)
    site.json('https://there', { a: 1 })
    site.answer('https://here', (_, response) => response.writeHead(307, { Location: '/there' }).end())
    expect(await loopback()(`${site.base()}/here`)).toMatchObject({ is: 'found', url: `${site.base()}/there` })
  })

  test('too much, too slow, cut off', async () => {
    site.answer('https://much', (_, response) => {
      response.writeHead(200)
      const more = () => response.write(Buffer.alloc(64 * 1024)) && setImmediate(more)
      response.on('drain', more)
      response.on('close', () => response.removeAllListeners('drain'))
      more()
    })
    expect(await loopback({ most: 256 * 1024 })(`${site.base()}/much`)).toEqual({ is: 'unreachable' })
    site.answer('https://never', (_, response) => response.writeHead(200).write('{'))
    expect(await loopback({ timeout: 300 })(`${site.base()}/never`)).toEqual({ is: 'unreachable' })
    site.answer('https://cut', (_, response) => response.writeHead(200, { 'Content-Length': 100 }).write('{', () => response.destroy()))
    expect(await loopback()(`${site.base()}/cut`)).toEqual({ is: 'unreachable' })
  })
})
