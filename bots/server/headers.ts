// What every answer says to the browser: nothing from elsewhere, nothing inline, no referrer, no frame but that of the tab in Teams.

const CONTENT = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self'",
  'media-src': "'self'",
}

const policy = (content: Record<string, string>) =>
  Object.entries(content)
    .map(([what, where]) => `${what} ${where}`)
    .join('; ')

/** Pages without any script: all but the playground. */
const STILL = policy(CONTENT)
/** A page that works without script and is livelier with it: our own modules, our own server; a frame shows a document that is evidence. */
export const SCRIPTED_PAGE = {
  'Content-Security-Policy': policy({ ...CONTENT, 'script-src': "'self'", 'connect-src': "'self'", 'frame-src': "'self'" }),
}

/** Where Teams runs in a browser or in its own window. Outlook and the other Microsoft 365 applications are not among them. */
const TEAMS_HOSTS = ['https://teams.microsoft.com', 'https://*.teams.microsoft.com', 'https://teams.cloud.microsoft']
/** A page of the tab: in a frame of Teams, and of nobody else. (Where `frame-ancestors` stands, browsers leave X-Frame-Options aside: HTML standard, 7.1.) */
export const TAB_PAGE = {
  'Content-Security-Policy': policy({
    ...CONTENT,
    'script-src': "'self'",
    'connect-src': "'self'",
    'frame-ancestors': TEAMS_HOSTS.join(' '),
  }),
}

/** The playground: our own modules, its own connection, and pictures that the browser holds before they are sent. */
const LIVELY = policy({
  ...CONTENT,
  'script-src': "'self'",
  'connect-src': "'self'",
  'img-src': "'self' blob:",
  'media-src': "'self' blob:",
})

export const LIVELY_PAGE = { 'Content-Security-Policy': LIVELY, 'Permissions-Policy': 'microphone=(self), camera=(), geolocation=()' }

/** The usual headers; a reply's own win. `secure`: PUBLIC_URL is https. */
export const usualHeaders = (secure: boolean): Record<string, string> => ({
  'Content-Security-Policy': STILL,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'microphone=(), camera=(), geolocation=()',
  'Cache-Control': 'no-store',
  ...(secure ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
})
