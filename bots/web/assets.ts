// Files that pages load: read once, named with a digest so that browsers keep them for good. Nothing else under these folders is served.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Reply, Route } from '../server/route.ts'

const packaged = (name: string) => new URL(import.meta.resolve(name))
const own = (name: string) => new URL(`assets/${name}`, import.meta.url)
const font = (name: string) => packaged(`@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-${name}.woff2`)

/** Fonts keep their names: the stylesheet refers to them. */
const FONTS = ['latin-400-normal', 'latin-700-normal', 'latin-400-italic', 'latin-ext-400-normal', 'latin-ext-700-normal']

const MODULES = ['app.js', 'phone.js', 'message.js', 'composer.js', 'recorder.js', 'conversation.js', 'server.js', 'deliver.js', 'words.js']

type Asset = { type: string; bytes: Buffer; digest: string }

const PICTURES = ['clip.svg', 'microphone.svg', 'send.svg']

const CSS = 'text/css; charset=utf-8'
const JAVASCRIPT = 'text/javascript; charset=utf-8'
const asset = (type: string, path: string | URL): Asset => {
  const bytes = readFileSync(path)
  return { type, bytes, digest: createHash('sha256').update(bytes).digest('base64url').slice(0, 16) }
}

const files = new Map<string, Asset>([
  ['/assets/declic.css', asset('text/css; charset=utf-8', own('declic.css'))],
  ['/assets/badges.css', asset('text/css; charset=utf-8', own('badges.css'))],
  ['/assets/trainer.css', asset('text/css; charset=utf-8', own('trainer.css'))],
  ['/assets/trainer.js', asset(JAVASCRIPT, own('trainer.js'))],
  ['/assets/icon.svg', asset('image/svg+xml', own('icon.svg'))],
  ...FONTS.map((name): [string, Asset] => [`/assets/fonts/${name}.woff2`, asset('font/woff2', font(name))]),
])

/** The address of an asset, with its digest. */
export const assetUrl = (path: string): string => `${path}?v=${files.get(path)?.digest ?? ''}`

/** Those of every page; what draws phones is added by whoever serves it, as often as programs start in one process. */
const ofEveryPage = [...files.keys()]

export const assetRoutes = (): Route[] => ofEveryPage.map(routeOf)

/** What draws phones, under `base`: /playground, and /chat. Modules and pictures find each other by relative addresses. */
export function phoneAssetRoutes(base: '/playground' | '/chat'): Route[] {
  const entry: [string, Asset][] =
    base === '/chat'
      ? [
          ['chat.js', asset(JAVASCRIPT, own('chat/chat.js'))],
          ['join.js', asset(JAVASCRIPT, own('chat/join.js'))],
          ['chat.css', asset(CSS, own('chat/chat.css'))],
        ]
      : []
  const ofPlayground: [string, Asset][] = base === '/playground' ? [['preview.css', asset(CSS, own('playground/preview.css'))]] : []
  const modules = base === '/chat' ? MODULES.filter((name) => name !== 'app.js') : MODULES
  const added: [string, Asset][] = [
    ...entry,
    ...ofPlayground,
    ['playground.css', asset(CSS, own('playground/playground.css'))],
    ['preact.js', asset(JAVASCRIPT, packaged('htm/preact/standalone'))],
    ...PICTURES.map((name): [string, Asset] => [name, asset('image/svg+xml', own(`playground/${name}`))]),
    ...modules.map((name): [string, Asset] => [name, asset(JAVASCRIPT, own(`playground/${name}`))]),
  ]
  const paths = added.map(([name, file]): [string, Asset] => [`${base}/assets/${name}`, file])
  for (const [path, file] of paths) files.set(path, file)
  return paths.map(([path]) => routeOf(path))
}

/** What the tab in Teams loads, Microsoft's library as it comes: one file that asks for no other and makes no code from text. */
export function tabAssetRoutes(): Route[] {
  const base = '/teams/assets'
  const added: [string, Asset][] = [
    [`${base}/teams-js.js`, asset(JAVASCRIPT, packaged('@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js'))],
    [`${base}/themes.css`, asset(CSS, own('tab/themes.css'))],
    ...['host.js', 'door.js', 'tab.js'].map((name): [string, Asset] => [`${base}/${name}`, asset(JAVASCRIPT, own(`tab/${name}`))]),
  ]
  for (const [path, file] of added) files.set(path, file)
  return added.map(([path]) => routeOf(path))
}

const routeOf = (path: string): Route => ({
  method: 'GET',
  path,
  pace: 'none',
  handle: async (visit): Promise<Reply> => {
    const file = files.get(path)!
    const headers = {
      'Content-Type': file.type,
      ETag: `"${file.digest}"`,
      // The name with the digest never changes its content; the bare one (modules, fonts) is asked for again after a while.
      'Cache-Control': visit.query.get('v') === file.digest ? 'public, max-age=31536000, immutable' : 'public, max-age=600',
    }
    if (visit.headers['if-none-match'] === headers.ETag) return { status: 304, headers }
    return { status: 200, headers, body: file.bytes }
  },
})
