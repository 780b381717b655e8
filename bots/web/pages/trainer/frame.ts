// The frame of the follow-up pages: where one is, what else there is, and the way out.
import type { ComponentChildren } from 'preact'
import type { Follower } from '../../../../core/data/trainerSession.ts'
import type { Language } from '../../../../core/model/rows.ts'
import { html, type Page, type Theme } from '../../layout.ts'
import { type Say, sayIn } from '../../texts.ts'

/** What every page of a follower is made with. */
export type Desk = {
  me: Follower
  language: Language
  say: Say
  /** The address of this page without its query, and its query without the language. */
  address: string
  query: URLSearchParams
  date: (instant: string) => string
  /** Claims that wait for a decision. */
  waiting: number
  /** A badge of theirs is given by a code. */
  codes?: boolean
  /** In the tab in Teams: what Teams looks like. */
  theme?: Theme
}

export type Place = 'home' | 'claims' | 'learners' | 'codes' | 'issuer'

const ADDRESS: Record<Place, string> = {
  home: '/trainer',
  claims: '/trainer/claims',
  learners: '/trainer/learners',
  codes: '/trainer/codes',
  issuer: '/trainer/issuer',
}

/** The address in the page's language: it stays when one walks on. */
export const to = ({ language }: Pick<Desk, 'language'>, path: string, query: Record<string, string> = {}): string =>
  `${path}?${new URLSearchParams({ ...query, lang: language })}`

/** A page; what stands in `#live` follows by itself what happens (assets/trainer.js). */
export function deskPage(desk: Desk, title: string, place: Place | undefined, children: ComponentChildren): Page {
  const { me, say, language } = desk
  const places: Place[] = [
    ...(me.structures.length > 0 ? (['home', 'claims', 'learners'] as const) : []),
    ...(desk.codes ? (['codes'] as const) : []),
    ...(me.organisations.length > 0 ? (['issuer'] as const) : []),
  ]
  const other = language === 'fr' ? 'en' : 'fr'
  const query = new URLSearchParams(desk.query)
  query.set('lang', other)
  return {
    language,
    title,
    switchTo: `${desk.address}?${query}`,
    script: '/assets/trainer.js',
    style: '/assets/trainer.css',
    tab: desk.theme && { theme: desk.theme, script: 'tab.js' },
    wide: true,
    children: html`
      <nav class="places" aria-label=${say('desk-places')}>
        <ul>
          ${places.map(
            (one) => html`<li>
              <a href=${to(desk, ADDRESS[one])} aria-current=${one === place ? 'page' : null}>
                ${say(`desk-${one}`)}${one === 'claims' && desk.waiting > 0 ? html` <b class="count">${desk.waiting}</b>` : null}
              </a>
            </li>`,
          )}
        </ul>
        <form method="post" action=${to(desk, '/trainer/out')}><button class="plain small">${say('desk-out')}</button></form>
      </nav>
      ${children}
    `,
  }
}

/** Pages of nobody in particular: signing in, or no session. */
export function doorPage(language: Language, address: string, kind: 'enter' | 'over' | 'closed'): Page {
  const say = sayIn(language)
  const title = say(`door-${kind}-title`)
  return {
    language,
    title,
    switchTo: `${address}?lang=${language === 'fr' ? 'en' : 'fr'}`,
    children: html`<section class="card calm">
      <h1>${title}</h1>
      <p>${say(`door-${kind}-text`)}</p>
      ${
        kind === 'enter'
          ? html`<form method="post" action=${`${address}?lang=${language}`}><button class="main" type="submit">${say('door-enter')}</button></form>`
          : null
      }
    </section>`,
  }
}
