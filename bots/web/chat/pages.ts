// The pages of a claim in the browser: joining a workshop, the conversation, and what is said to whoever has none here.
import type { Invitation } from '../../../core/data/browser.ts'
import type { Language } from '../../../core/model/rows.ts'
import { LIVELY_PAGE } from '../../server/headers.ts'
import type { Reply } from '../../server/route.ts'
import { assetUrl } from '../assets.ts'
import { html, type Page, pageReply } from '../layout.ts'
import { newOnce } from '../once.ts'
import { sayIn, webTexts } from '../texts.ts'
import { PHONE, type Session } from './session.ts'

const other = (language: Language): Language => (language === 'fr' ? 'en' : 'fr')

export type JoinView = {
  language: Language
  address: string
  /** What is joined: a workshop by its name, or what a group did together. */
  what: Pick<Invitation, 'is' | 'name'>
  /** Names of its badges. */
  badges: string[]
  /** Whoever this browser belongs to already. */
  known: string | null | undefined
  /** What was typed is no name. */
  wrong?: boolean
}

/** Two sentences, a first name, and a button; whoever was here before goes on with one tap. */
export function joinPage({ language, address, what, badges, known, wrong = false }: JoinView): Page {
  const say = sayIn(language)
  const once = newOnce()
  const action = `${address}?lang=${language}`
  const { name } = what
  const title = what.is === 'project' ? say('join-project-title') : name
  const lead = say(what.is === 'project' ? 'join-project' : badges.length > 1 ? 'join-what-several' : 'join-what', {
    name,
    badge: badges[0] ?? '',
  })
  const form = html`<form method="post" action=${action}>
    <input type="hidden" name="once" value=${once} />
    <input type="hidden" name="zone" />
    <label class="field">
      <span>${say('join-name')}</span>
      <input
        name="name"
        autocomplete="given-name"
        maxlength="60"
        required
        aria-invalid=${wrong ? 'true' : null}
        aria-describedby=${wrong ? 'wrong' : null}
      />
    </label>
    ${wrong ? html`<p id="wrong" class="problem">${say('join-wrong-name')}</p>` : null}
    <button class=${known === undefined ? 'main' : 'plain'} type="submit">${say('join-start')}</button>
  </form>`
  const goOn = html`<form method="post" action=${action}>
    <input type="hidden" name="once" value=${once} />
    <input type="hidden" name="zone" />
    <button class="main" name="same" value="yes">${known ? say('join-go-on-as', { name: known }) : say('join-go-on')}</button>
  </form>`
  const children = html`<section class="card calm">
    <h1>${title}</h1>
    <p>${lead} ${say('join-how')}</p>
    ${badges.length > 1 ? html`<ul>${badges.map((badge) => html`<li>${badge}</li>`)}</ul>` : null}
    ${known === undefined ? form : html`${goOn}<details open=${wrong}><summary>${say('join-someone-else')}</summary>${form}</details>`}
  </section>`
  const switchTo = `${address}?lang=${other(language)}`
  return { language, title, switchTo, style: '/chat/assets/chat.css', script: '/chat/assets/join.js', children }
}

/** `lost`: no such code. `closed`: no conversation in this browser. `over`: a link from another channel was used. */
export function nothingHere(language: Language, what: 'lost' | 'closed' | 'over', address: string): Page {
  const say = sayIn(language)
  const title = say(`join-${what}-title`)
  return {
    language,
    title,
    switchTo: `${address}?lang=${other(language)}`,
    children: html`<section class="card calm"><h1>${title}</h1><p>${say(`join-${what}-text`)}</p></section>`,
  }
}

/** One button, because a link alone changes nothing. */
export function enterPage(language: Language, address: string): Page {
  const say = sayIn(language)
  const title = say('join-enter-title')
  return {
    language,
    title,
    switchTo: `${address}?lang=${other(language)}`,
    style: '/chat/assets/chat.css',
    children: html`<section class="card calm">
      <h1>${title}</h1>
      <p>${say('join-enter-text')}</p>
      <form method="post" action=${`${address}?lang=${language}`}><button class="main" type="submit">${say('join-enter')}</button></form>
    </section>`,
  }
}

/** Arguments are filled in by the browser: `{name}`. */
const BLANKS = { name: '{name}', count: '{count}' }

/** An empty stage; the phone is drawn by the same modules as the playground's. `telegram`: the conversation can go on there. */
export function chatPage(language: Language, { chat, name }: Session, telegram: boolean): Reply {
  const say = sayIn(language)
  const wordsOf = (prefix: string) =>
    webTexts
      .keys()
      .filter((key) => key.startsWith(prefix))
      .map((key) => [key.slice(prefix.length), say(key, BLANKS)])
  const words = Object.fromEntries([...wordsOf('play-'), ...wordsOf('chat-')])
  const shown = name ?? say('chat-you')
  const phones = [{ id: PHONE, name: shown, firstName: shown, role: say('chat-role') }]
  // « < » is the only character that could end the data block.
  const data = JSON.stringify({ base: '/chat', language, words, phones, chat, telegram }).replaceAll('<', '\\u003c')
  const children = html`
    <link rel="stylesheet" href=${assetUrl('/chat/assets/playground.css')} />
    <h1 class="chat-title">${say('chat-title')}</h1>
    <div id="stage"><noscript>${say('chat-noscript')}</noscript></div>
    <script type="application/json" id="declic" dangerouslySetInnerHTML=${{ __html: data }}></script>`
  return pageReply(
    {
      language,
      title: say('chat-title'),
      switchTo: `/chat?lang=${other(language)}`,
      style: '/chat/assets/chat.css',
      script: '/chat/assets/chat.js',
      children,
    },
    200,
    LIVELY_PAGE,
  )
}
