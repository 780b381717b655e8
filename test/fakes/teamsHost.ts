// Teams as a page sees it: https://teams.microsoft.com with our tab in a frame of another site, all of it on this machine. A browser
// started with `hostArguments` finds every name here, so the real origins, cookies of third parties and frame rules are at work, and
// nothing leaves the machine. The messages are those of Microsoft's library, « runtime » version 4.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

const OPENSSL = '/usr/bin/openssl'
export const hasOpenssl = existsSync(OPENSSL)
if (!hasOpenssl) console.warn('tests of the tab in a frame are skipped: no /usr/bin/openssl')

export const TEAMS = 'https://teams.microsoft.com'
export const DECLIC = 'https://declic.example'
/** A site that is not Teams and frames our pages all the same. */
export const STRANGER = 'https://evil.example'

/** What the host knows and does. */
export type HostMood = {
  /** The address in the frame. */
  tab: string
  theme?: string
  locale?: string
  /** Of a deep link. */
  subPageId?: string
  /** Undefined: Microsoft gives no token. */
  token?: string
  /** Answers nothing at all. */
  mute?: boolean
}

export type FakeHost = Awaited<ReturnType<typeof openFakeHost>>

/** `program`: where Déclic listens, by plain http, as behind a proxy. */
export async function openFakeHost(program: () => string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'declic-host-'))
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => path.join(folder, name)) as [string, string]
  const subject = ['-subj', '/CN=teams.microsoft.com', '-days', '2']
  execFileSync(OPENSSL, ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...subject], { stdio: 'ignore' })

  const server = createServer({ key: await readFile(key), cert: await readFile(cert) }, (incoming, response) => {
    const { host } = incoming.headers
    if (host === new URL(TEAMS).host || host === new URL(STRANGER).host) {
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.end(PAGE)
      return
    }
    // what a reverse proxy does
    const { method, url, headers } = incoming
    const passed = request(`${program()}${url}`, { method, headers: { ...headers, 'x-forwarded-for': '203.0.113.7' } }, (answer) => {
      response.statusCode = answer.statusCode ?? 502
      for (const [name, value] of Object.entries(answer.headers)) if (value !== undefined) response.setHeader(name, value)
      answer.pipe(response)
    })
    passed.on('error', () => response.destroy())
    incoming.pipe(passed)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo

  return {
    /** For the browser: every name is this server, and its certificate is good enough. */
    hostArguments: [`--host-resolver-rules=MAP * 127.0.0.1:${port}`, '--ignore-certificate-errors'],
    /** The host's page with our tab in it. `from`: the site that frames it. */
    address: (mood: HostMood, from = TEAMS) => `${from}/_#${encodeURIComponent(JSON.stringify(mood))}`,
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      await rm(folder, { recursive: true })
    },
  }
}

/** The host's page. `window.asked`: what the tab asked for, in order; `window.turn(theme)`: the person changes their theme. */
const PAGE = `<!doctype html><html lang="en"><title>Teams</title>
<style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100%; display: block; }</style>
<iframe title="Déclic"></iframe>
<script>
  const mood = JSON.parse(decodeURIComponent(location.hash.slice(1)))
  const frame = document.querySelector('iframe')
  window.asked = []
  const runtime = { apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: { pages: {}, appInstallDialog: {} } }
  const answers = {
    initialize: () => ['content', 'web', JSON.stringify(runtime), '2.58.0'],
    getContext: () => [{ locale: mood.locale ?? 'fr-fr', theme: mood.theme ?? 'default', entityId: 'tab', subEntityId: mood.subPageId, hostName: 'Teams', frameContext: 'content' }],
    'authentication.getAuthToken': () => (mood.token ? [true, mood.token] : [false, 'CancelledByUser']),
    'appInitialization.success': () => [],
  }
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== frame.contentWindow || !data?.func) return
    window.asked.push(data.func)
    const answer = answers[data.func]
    if (mood.mute || !answer) return
    source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args: answer(), isPartialResponse: false }, origin)
  })
  window.turn = (theme) => frame.contentWindow.postMessage({ func: 'themeChange', args: [theme] }, new URL(mood.tab).origin)
  frame.src = mood.tab
</script></html>`
