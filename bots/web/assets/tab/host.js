// What every page of the tab says to Teams: who is there, and what it looks like. Teams is slow at times and mute in places that are
// not Teams: nothing here waits for ever. (Microsoft's library asks a server of its own for news of where Teams may live; our pages
// forbid it, and the library goes on with the list that it came with.)

const PATIENCE_MS = 10_000

const teams = window.microsoftTeams

/** What `promise` brings, or undefined when it takes too long. */
export function within(promise, ms = PATIENCE_MS) {
  let timer
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

/** Says hello: the context when Teams answers, 'outside' in a window of one's own, 'silent' when nobody answers. */
export async function meet() {
  if (!teams) return 'silent'
  try {
    const met = await within(teams.app.initialize().then(() => true))
    const context = met && (await within(teams.app.getContext()))
    if (!context) return 'silent'
    wear(context.app.theme)
    teams.app.registerOnThemeChangeHandler(wear)
    return context
  } catch {
    return 'outside'
  }
}

export const themeNow = () => document.documentElement.dataset.theme

/** The colours of Teams, for this page and for the next ones. `glass` lies on a dark ground. */
function wear(theme) {
  const worn = theme === 'glass' ? 'dark' : ['dark', 'contrast'].includes(theme) ? theme : 'default'
  document.documentElement.dataset.theme = worn
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  document.cookie = `declic_theme=${worn}; Path=/; Secure; SameSite=None; Partitioned`
}
