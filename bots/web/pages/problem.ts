// What is said when a page cannot be shown: kindly, without blame, in the browser's language.
import type { Reply } from '../../server/route.ts'
import { acceptedLanguage } from '../language.ts'
import { html, pageReply } from '../layout.ts'
import { sayIn } from '../texts.ts'

const KNOWN = [400, 403, 404, 405, 410, 413, 415, 429, 500]

/** Messages `problem-<status>-title` and `problem-<status>-text`. */
export function problemPage(status: number, accepted: string | undefined): Reply {
  const language = acceptedLanguage(accepted)
  const say = sayIn(language)
  const known = KNOWN.includes(status) ? status : status < 500 ? 400 : 500
  const title = say(`problem-${known}-title`)
  const children = html`<section class="card calm">
    <h1>${title}</h1>
    <p>${say(`problem-${known}-text`)}</p>
  </section>`
  return pageReply({ language, title, children }, status)
}
