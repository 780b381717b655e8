// Fetching what people sent: from whom, with what, and how much.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { devHosts, MICROSOFT } from '../../../bots/teams/hosts.ts'
import { APP_ID, type FakeTeams, openFakeTeams, type Person, SECRET } from '../../fakes/teams/index.ts'
import { PIXEL } from '../channelContract.ts'
import { credentialsFor, endpointsOf } from './credentials.ts'
import { type Opened, openChannel } from './openChannel.ts'

describe('the hosts that are asked', () => {
  test.each(['https://smba.trafficmanager.net/emea/', 'https://smba.trafficmanager.net:443/teams/', 'https://webchat.botframework.com/'])(
    '%s is Microsoft’s',
    (url) => expect([MICROSOFT.service(url), MICROSOFT.inline(url)]).toEqual([true, true]),
  )
  test.each([
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net.example.org/',
    'https://evil-smba.trafficmanager.net/',
    'https://botframework.com.example.org/',
    'https://notbotframework.com/',
    'https://smba.trafficmanager.net:8443/',
    'https://user@smba.trafficmanager.net/',
    'https://example.org/?smba.trafficmanager.net',
    'https://127.0.0.1/',
    'https://169.254.169.254/',
    'https://[::1]/',
    'file:///etc/passwd',
    'nonsense',
    '',
  ])('%s is not', (url) => {
    expect([MICROSOFT.service(url), MICROSOFT.inline(url), MICROSOFT.files(url)]).toEqual([false, false, false])
  })
  test('files lie in OneDrive and SharePoint, which never get the token', () => {
    const url = 'https://contoso-my.sharepoint.com/personal/awa/_layouts/15/download.aspx?UniqueId=1&tempauth=x'
    expect([MICROSOFT.service(url), MICROSOFT.inline(url), MICROSOFT.files(url)]).toEqual([false, false, true])
  })
  test('with TEAMS=dev are those of this machine, and of the service that speaks with us', () => {
    const hosts = devHosts()
    expect([hosts.files('http://localhost:56150/a.png'), hosts.inline('http://127.0.0.1/a.png')]).toEqual([true, true])
    expect(hosts.files('http://teams.local:3000/a.png')).toBe(false)
    expect(hosts.service('http://teams.local:3000/connector')).toBe(true)
    expect([hosts.files('http://teams.local:3000/a.png'), hosts.files('http://teams.local/a.png')]).toEqual([true, false])
    expect(hosts.service('file:///etc/passwd')).toBe(false)
  })
})

describe('a file', () => {
  let fake: FakeTeams
  let opened: Opened
  let awa: Person
  beforeEach(async () => {
    fake = await openFakeTeams({ tokens: true })
    opened = await openChannel({
      onto: fake,
      settings: { appId: APP_ID, password: SECRET, appType: 'MultiTenant', dev: false },
      endpoints: endpointsOf(fake),
      credentials: credentialsFor(fake),
    })
    awa = fake.person()
  })
  afterEach(async () => {
    await fake.close()
    await opened.close()
  })

  const mediaOf = (n = 0) => {
    const event = opened.received[n]!.event
    if (event.is !== 'media') throw new Error(`came as ${event.is}`)
    return event.media
  }
  const fetched = (n = 0) => opened.channel.fetchMedia(mediaOf(n), 1_000_000)
  const asked = (part: string) => fake.asked.filter(({ path }) => path.startsWith(part))

  test('in a message is fetched with the token; one in OneDrive without', async () => {
    await awa.sendsPhoto(PIXEL)
    await awa.sendsFile(PIXEL, 'attestation.pdf')
    expect([await fetched(0), await fetched(1)].map((bytes) => Buffer.from(bytes).equals(PIXEL))).toEqual([true, true])
    expect(asked('/v3/attachments')[0]!.authorization).toMatch(/^Bearer /)
    expect(asked('/files')[0]!.authorization).toBeUndefined()
  })

  test('elsewhere is not fetched at all', async () => {
    await awa.brings({ type: 'message', id: '1', attachments: [{ contentType: 'image/png', contentUrl: 'https://example.org/a.png' }] })
    await awa.brings({
      type: 'message',
      id: '2',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.teams.file.download.info',
          name: 'a.pdf',
          content: { downloadUrl: 'http://10.1.2.3/a.pdf' },
        },
      ],
    })
    for (const n of [0, 1]) await expect(fetched(n)).rejects.toMatchObject({ refusal: 'lost' })
  })

  test('that leads elsewhere is not followed there', async () => {
    const { createServer } = await import('node:http')
    const server = createServer((_, response) => {
      response.writeHead(302, { location: 'http://10.1.2.3/secret' })
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    await awa.brings({
      type: 'message',
      id: '1',
      attachments: [{ contentType: 'image/png', contentUrl: `http://127.0.0.1:${port}/a.png` }],
    })
    await expect(fetched()).rejects.toMatchObject({ refusal: 'lost' })
    server.close()
  })

  test('whose address is over is lost', async () => {
    await awa.sendsFile(PIXEL, 'attestation.pdf')
    fake.world.files.clear()
    await expect(fetched()).rejects.toMatchObject({ refusal: 'lost' })
  })
})
