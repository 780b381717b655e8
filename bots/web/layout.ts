// The frame of every page: language, title, the stylesheet, the switch of languages. Rendered on the server; no script.
import { html } from 'htm/preact'
import { renderToString } from 'preact-render-to-string'
import type { ComponentChildren } from 'preact'
import type { Language } from '../../core/model/rows.ts'
import type { Reply } from '../server/route.ts'
import { assetUrl } from './assets.ts'
import { sayIn } from './texts.ts'

/** Markup: `html\`<p>${text}</p>\``; every value is escaped. */
export { html }

/** What Teams looks like. */
export type Theme = 'default' | 'dark' | 'contrast'

export type Page = {
  language: Language
  title: string
  /** Address of this page in the other language; none on error pages. */
  switchTo?: string
  /** `property` → content of og: tags; absolute addresses. */
  openGraph?: Record<string, string>
  /** Badges of the playground say « essai ». */
  trial?: boolean
  /** Addresses of assets of this page alone; see `SCRIPTED_PAGE` for the headers of a page with a script. */
  script?: string
  style?: string
  /** The whole width of the screen. */
  wide?: boolean
  /** Shown in Teams, in its colours; see `TAB_PAGE` for the headers. `back`: what is above it, as there is no address bar. */
  tab?: { theme: Theme; script: string; back?: { to: string; words: string } }
  children: ComponentChildren
}

const OTHER = { fr: 'en', en: 'fr' } as const
const OWN_NAME = { fr: 'Français', en: 'English' }

export function pageReply(page: Page, status = 200, headers: Record<string, string | string[]> = {}): Reply {
  return {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
    body: `<!doctype html>${renderToString(frame(page))}`,
  }
}

function frame({ language, title, switchTo, openGraph = {}, trial, wide, script, style, tab, children }: Page) {
  const say = sayIn(language)
  const other = OTHER[language]
  return html`<html lang=${language} data-theme=${tab?.theme}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>${title} · Déclic</title>
      ${Object.entries(openGraph).map(([property, content]) => html`<meta property=${property} content=${content} />`)}
      <link rel="icon" type="image/svg+xml" href=${assetUrl('/assets/icon.svg')} />
      <link rel="stylesheet" href=${assetUrl('/assets/declic.css')} />
      ${style ? html`<link rel="stylesheet" href=${assetUrl(style)} />` : null}
      ${tab ? tabHead(tab.script) : null}
      ${script ? html`<script type="module" src=${assetUrl(script)}></script>` : null}
    </head>
    <body class=${wide ? 'wide' : null}>
      <a class="skip" href="#main">${say('skip-to-content')}</a>
      <header class="top">
        <span class="brand"><img src=${assetUrl('/assets/icon.svg')} alt="" width="32" height="32" />Déclic</span>
        ${trial ? html`<span class="trial">${say('trial')}</span>` : null}
        ${switchTo ? html`<a class="switch" lang=${other} hreflang=${other} href=${switchTo}>${OWN_NAME[other]}</a>` : null}
      </header>
      <main id="main">
        ${tab?.back ? html`<p><a href=${tab.back.to}>← ${tab.back.words}</a></p>` : null}
        ${children}
      </main>
      <footer class="bottom">${say('footer')}</footer>
    </body>
  </html>`
}

/** Microsoft's library is a script of the old kind: it comes before the module that speaks to it. */
const tabHead = (script: string) => html`
  <link rel="stylesheet" href=${assetUrl('/teams/assets/themes.css')} />
  <script defer src=${assetUrl('/teams/assets/teams-js.js')}></script>
  <script type="module" src=${assetUrl(`/teams/assets/${script}`)}></script>
`
