// Whoever answers on a tutor's page: what they read, and the form that they send.
import type { Journey } from './world.ts'

export type Answer = {
  verdict: string
  comment?: string
  name?: string
  role?: string
  capacity?: string
  organisation?: string
  anonymous?: string
}

/** `from`: the address that a reverse proxy saw; `cookie`: of their browser. */
export type Where = { from?: string; cookie?: string }

const headersOf = ({ from, cookie }: Where): Record<string, string> => ({
  ...(from && { 'X-Forwarded-For': from }),
  ...(cookie && { Cookie: cookie }),
})

export async function readsPage(journey: Journey, code: string, where: Where = {}): Promise<{ status: number; text: string }> {
  const answer = await journey.get(`/e/${code}`, { headers: headersOf(where) })
  return { status: answer.status, text: await answer.text() }
}

/** Reads the page, fills its form, sends it; resolves to the browser's cookie once all is taken in. */
export async function answersPage(
  journey: Journey,
  code: string,
  fields: Answer,
  where: Where = {},
): Promise<{ status: number; cookie: string }> {
  const page = await readsPage(journey, code, where)
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? ''
  const body = new URLSearchParams({ ...fields, digest: field('digest'), once: field('once') })
  const answer = await journey.get(`/e/${code}`, { method: 'POST', body, headers: headersOf(where) })
  await journey.idle()
  const set = answer.headers.getSetCookie().map((one) => one.split(';')[0]!)
  return { status: answer.status, cookie: [where.cookie, ...set].filter(Boolean).join('; ') }
}
