// The conversation that a badge gives, whole, for whoever writes a catalogue: every badge at `/playground/preview`, one at `…/:badge`.
import { PEOPLE } from '../../../core/data/playground.ts'
import { type Badge, type Catalogue, isClaimable } from '../../../core/model/badge.ts'
import type { Language } from '../../../core/model/rows.ts'
import { Refused, type Reply, type Route, type Visit } from '../../server/route.ts'
import type { Line } from '../../talk/preview.ts'
import { languageOf } from '../language.ts'
import { html, pageReply } from '../layout.ts'
import { type Say, sayIn } from '../texts.ts'
import { localOnly } from './session.ts'

/** Undefined: no such badge. */
export type Preview = (badge: string, language: Language) => Promise<Line[] | undefined>

const STYLE = '/playground/assets/preview.css'

export const previewRoutes = (catalogue: Catalogue, preview: Preview): Route[] => [
  { method: 'GET', path: '/playground/preview', pace: 'none', handle: async (visit) => listed(catalogue, languageFor(visit)) },
  {
    method: 'GET',
    path: '/playground/preview/:badge',
    pace: 'none',
    async handle(visit) {
      const language = languageFor(visit)
      const id = visit.params.badge ?? ''
      const found = catalogue.badge(id)
      const lines = found && (await preview(id, language))
      if (!lines) throw new Refused(404, 'no such badge')
      return shown(found.badge, lines, language)
    },
  },
]

function languageFor(visit: Visit): Language {
  localOnly(visit)
  return languageOf(visit.query.get('lang'), undefined, visit.headers['accept-language'])
}

function listed({ issuers }: Catalogue, language: Language): Reply {
  const say = sayIn(language)
  const children = html`
    <h1>${say('preview-title')}</h1>
    <p>${say('preview-lead')}</p>
    ${issuers.map(
      ({ name, badges }) => html`
        <h2>${name}</h2>
        <ul>${badges.map(({ id, name }) => html`<li><a href=${`/playground/preview/${id}?lang=${language}`}>${name[language]}</a></li>`)}</ul>
      `,
    )}
    <p><a href=${`/?lang=${language}`}>${say('play-title')}</a></p>`
  return pageReply({ language, title: say('preview-title'), switchTo: `?lang=${other(language)}`, trial: true, children })
}

function shown(badge: Badge, lines: Line[], language: Language): Reply {
  const say = sayIn(language)
  const title = badge.name[language]
  const children = html`
    <h1>${title}</h1>
    <p>${say(isClaimable(badge) ? 'preview-of' : 'preview-of-milestone')}</p>
    <div class="preview">${lines.map((line, at) => bubble(line, lines[at - 1], say))}</div>
    <p><a href=${`/playground/preview?lang=${language}`}>${say('preview-others')}</a> · <a href=${`/?lang=${language}`}>${say('play-title')}</a></p>`
  const switchTo = `/playground/preview/${badge.id}?lang=${other(language)}`
  return pageReply({ language, title, switchTo, trial: true, style: STYLE, children })
}

/** With a heading wherever another phone is looked at. */
const bubble = ({ phone, by, text, choices, shows }: Line, before: Line | undefined, say: Say) => html`
  ${phone === before?.phone ? null : html`<h2>${PEOPLE[phone].name} ${say(`play-${phone}-role`)}</h2>`}
  <div class=${by === 'person' ? 'said mine' : 'said'}>
    <span class="unseen">${say('preview-says', { name: by === 'person' ? PEOPLE[phone].firstName : 'Déclic' })}</span>
    ${text}
    ${shows.length > 0 ? html`<span class="shows">${shows.map((what) => say(`preview-${what}`)).join(', ')}</span>` : null}
    ${choices.length > 0 ? html`<span class="choices">${choices.map((label) => html`<span>${label}</span>`)}</span>` : null}
  </div>`

const other = (language: Language): Language => (language === 'fr' ? 'en' : 'fr')
