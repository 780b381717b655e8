// The door of the tab: asks Teams who looks at it, has our server check the answer, and goes on to their page; or says what is the matter.
import { meet, themeNow, within } from './host.js'

/** Microsoft may ask the person something first. */
const CONSENT_MS = 120_000

const door = document.getElementById('door')

function show(state) {
  const known = door.querySelector(`[data-state="${CSS.escape(state)}"]`) ? state : 'busy'
  for (const part of door.querySelectorAll('[data-state]')) part.hidden = part.dataset.state !== known
}

/** What to show, or undefined once the page is on its way to another one. */
async function enter() {
  const context = await meet()
  if (typeof context === 'string') return context
  const { app, authentication } = window.microsoftTeams
  app.notifySuccess().catch(() => undefined)
  const here = new URL(location.href)
  const [spoken] = (context.app.locale ?? '').toLowerCase().split('-')
  if (['fr', 'en'].includes(spoken) && spoken !== document.documentElement.lang) {
    here.searchParams.set('lang', spoken)
    return location.replace(here)
  }
  const token = await within(authentication.getAuthToken(), CONSENT_MS).catch(() => undefined)
  if (!token) return 'no-token'
  const entered = await fetch('/teams/session', {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      page: door.dataset.page,
      theme: themeNow(),
      claim: context.page.subPageId || undefined,
      to: here.searchParams.get('to') ?? undefined,
    }),
  })
  const said = await entered.json()
  if (!entered.ok) return said.problem
  // a browser that did not keep the cookie would come back to this door for ever
  const kept = await fetch('/teams/session')
  if (kept.status === 401) return 'no-cookie'
  location.replace(said.to)
}

for (const button of door.querySelectorAll('[data-again]')) button.addEventListener('click', () => location.reload())

enter()
  .catch(() => 'busy')
  .then((state) => state && show(state))
