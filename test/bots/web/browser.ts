// A real browser for pages: Debian's Chromium, which stays on this machine.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'

const CHROMIUM = '/usr/bin/chromium'
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const hasBrowser = existsSync(CHROMIUM)
if (!hasBrowser) console.warn('browser tests are skipped: no /usr/bin/chromium (apt-get install chromium)')

/** `more`: arguments of this browser alone. */
export const openBrowser = (more: string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      ...more,
    ],
  })

export const PHONE = { width: 360, height: 740 }
export const DESKTOP = { width: 1280, height: 860 }

/** What axe finds wrong with the page as it stands (WCAG 2.2 AA and best practices), one line each. */
export async function violations(page: Pick<Page, 'evaluate'>): Promise<string[]> {
  type Found = { violations: { id: string; nodes: { html: string }[] }[] }
  // what is in order is not described: the descriptions of all of it weigh more than the page
  const found = (await page.evaluate(
    `${AXE}; axe.run({ resultTypes: ['violations'] }).then(({ violations }) => ({ violations }))`,
  )) as Found
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}

/** Everything that the page says in the console, and what it could not run. */
export function complaints(page: Page): string[] {
  const said: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') said.push(message.text())
  })
  page.on('pageerror', (error) => said.push(error.message))
  return said
}
