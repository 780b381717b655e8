// The playground's page: an empty stage; the three phones are drawn by our own modules (assets/playground).
import { PEOPLE, PHONES } from '../../../core/data/playground.ts'
import type { Language } from '../../../core/model/rows.ts'
import { LIVELY_PAGE } from '../../server/headers.ts'
import type { Reply } from '../../server/route.ts'
import { assetUrl } from '../assets.ts'
import { html, pageReply } from '../layout.ts'
import { sayIn, webTexts } from '../texts.ts'

/** Arguments are filled in by the browser: `{name}`. */
const BLANKS = { name: '{name}', count: '{count}' }

export function playgroundPage(language: Language): Reply {
  const say = sayIn(language)
  const words = Object.fromEntries(
    webTexts
      .keys()
      .filter((key) => key.startsWith('play-'))
      .map((key) => [key.slice('play-'.length), say(key, BLANKS)]),
  )
  const phones = PHONES.map((id) => ({ id, ...PEOPLE[id], role: say(`play-${id}-role`) }))
  // « < » is the only character that could end the data block.
  const data = JSON.stringify({ base: '/playground', language, words, phones }).replaceAll('<', '\\u003c')
  const children = html`
    <div class="stage-lead"><h1>${say('play-title')}</h1><p>${say('play-lead')} <a href=${`/playground/preview?lang=${language}`}>${say('preview-title')}</a></p></div>
    <div id="stage"><noscript>${say('play-noscript')}</noscript></div>
    <script type="application/json" id="declic" dangerouslySetInnerHTML=${{ __html: data }}></script>
    <link rel="stylesheet" href=${assetUrl('/playground/assets/playground.css')} />
    <script type="module" src=${assetUrl('/playground/assets/app.js')}></script>`
  return pageReply(
    { language, title: say('play-title'), switchTo: `/?lang=${language === 'fr' ? 'en' : 'fr'}`, trial: true, wide: true, children },
    200,
    LIVELY_PAGE,
  )
}
