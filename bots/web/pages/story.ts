// What a claim tells, for whoever reads it: the learner's words, what they sent, where they say they stand.
import type { ShownClaim } from '../../../core/data/pages.ts'
import type { Evidence, Language } from '../../../core/model/rows.ts'
import { isViewable } from '../../../core/evidence/serve.ts'
import { html } from '../layout.ts'
import type { Say } from '../texts.ts'

/** `own`: the reader is the learner. */
type Story = { shown: ShownClaim; language: Language; say: Say; own?: boolean }

export function words({ shown, say, own }: Story) {
  if (!shown.claim.narrative) return null
  return html`<section class="card">
    <h2>${say(own ? 'story-words-own' : 'story-words')}</h2>
    ${shown.project ? html`<p class="quiet">${say('story-project', { text: shown.project.context })}</p>` : null}
    <blockquote class="words" lang=${shown.claim.language}>
      ${shown.claim.narrative.split(/\n+/).map((paragraph) => html`<p>${paragraph}</p>`)}
    </blockquote>
  </section>`
}

/** Pieces that can be shown, or are on their way. */
export const piecesOf = ({ claim }: ShownClaim): Evidence[] => claim.evidence.filter((e) => !e.removedAt && e.state !== 'refused')

/**
 * Whether the page is there to look at pieces: then each comes in by itself once it is kept (assets/trainer.js). `framed`: a document is
 * shown in it, not only linked; `plain` in the tab in Teams, whose frame shows no document in a frame of its own.
 */
type Viewer = 'none' | 'plain' | 'framed'

/** `base`: the page's own address, under which its files are served. */
export function gallery({ shown, say, own }: Story, base: string, viewer: Viewer = 'none') {
  const isLive = viewer !== 'none'
  const pieces = piecesOf(shown)
  if (pieces.length === 0) return null
  return html`<section class="card">
    <h2>${say(own ? 'story-evidence-own' : 'story-evidence')}</h2>
    <ul class="pieces">
      ${pieces.map(
        (piece) =>
          html`<li class=${`piece a-${piece.kind}`} id=${isLive ? `piece-${piece.id}` : null} data-live=${isLive ? 'piece' : null}>
            ${pieceView(piece, `${base}/evidence/${piece.id}`, numberOf(piece, pieces), say, viewer)}
          </li>`,
      )}
    </ul>
  </section>`
}

/** The first photo is « Photo 1 », and so is the first recording « Vocal 1 ». */
const numberOf = (piece: Evidence, pieces: Evidence[]): number => pieces.filter(({ kind }) => kind === piece.kind).indexOf(piece) + 1

function pieceView(piece: Evidence, href: string, number: number, say: Say, viewer: Viewer) {
  const preload = viewer === 'none' ? 'none' : 'metadata'
  const caption = piece.caption ? html`<p class="caption">${piece.caption}</p>` : null
  if (piece.kind === 'link' && piece.url) {
    return html`<p><a href=${piece.url} rel="noreferrer nofollow ugc">${piece.url}</a></p>${caption}`
  }
  if (piece.state === 'fetching') return html`<p class="quiet">${say('piece-coming')}</p>${caption}`
  if (piece.kind === 'photo') {
    const alt = piece.caption ?? say('piece-photo', { number })
    return html`<a href=${href}><img src=${`${href}?thumb`} alt=${alt} loading="lazy" /></a>${caption}`
  }
  if (piece.kind === 'voice') {
    return html`<p class="label">${say('piece-voice', { number })}</p><audio controls preload=${preload} src=${href}></audio>${caption}`
  }
  if (piece.kind === 'video') {
    return html`<p class="label">${say('piece-video', { number })}</p><video controls preload=${preload} src=${href}></video>${caption}`
  }
  const link = html`<p><a class="file" href=${href}>${say('piece-document', { number })}</a></p>`
  if (viewer !== 'framed' || !isViewable(piece.mediaType)) return html`${link}${caption}`
  // phones that show no document in a frame still have the link
  const title = piece.caption ?? say('piece-document-title', { number })
  return html`<iframe class="document" src=${`${href}?view`} title=${title} loading="lazy"></iframe>${link}${caption}`
}

/** The learner's own view, per criterion: never a mark. */
export function levels({ shown, language, say, own }: Story) {
  const said = new Map(shown.claim.answers.filter((a) => !a.supersededAt && a.level).map((a) => [a.prompt, a.level!]))
  const rows = shown.meaning.criteria.flatMap((criterion) => {
    const level = said.get(`c:${criterion.id}`)
    return level ? [{ name: criterion.name[language], level, text: criterion.levels[level - 1]?.[language] }] : []
  })
  if (rows.length === 0) return null
  return html`<section class="card">
    <h2>${say(own ? 'story-levels-own' : 'story-levels')}</h2>
    <dl class="levels">
      ${rows.map(
        ({ name, level, text }) => html`<div>
          <dt>${name}</dt>
          <dd>
            <span class=${`steps at-${level}`} aria-hidden="true"><i></i><i></i><i></i><i></i></span>
            <strong>${say(`level-${level}`)}</strong>${text ? html`<span class="quiet"> · ${text}</span>` : null}
          </dd>
        </div>`,
      )}
    </dl>
  </section>`
}
