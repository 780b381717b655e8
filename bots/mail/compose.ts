// An Outbound becomes a letter: the same words as text and as HTML, choices as links to the page, small pictures inside it. Nothing in it
// is fetched from anywhere, and nothing tells that it was opened.
import { html } from 'htm/preact'
import { renderToString } from 'preact-render-to-string'
import type { EvidenceStore } from '../../core/evidence/port.ts'
import type { LetterFacts } from '../../core/data/mail.ts'
import type { Post } from '../../core/mail/smtp.ts'
import { parseChoice } from '../../dialogs/choice.ts'
import { firstName } from '../../dialogs/learner/view.ts'
import type { Texts } from '../../dialogs/texts.ts'
import type { Outbound } from '../../dialogs/vocabulary.ts'

type Letter = Pick<Post, 'subject' | 'text' | 'html' | 'pictures'>

const MOST_PICTURES = 4
const PICTURE_BYTES = 200_000

/** What the choices of a request are called on its page. */
const VERDICTS: Record<string, string> = { yes: 'yes', not: 'not-yet', notme: 'not-me' }

export async function compose({
  message,
  facts,
  publicUrl,
  texts,
  evidence,
  replies,
}: {
  message: Outbound
  facts: LetterFacts
  publicUrl: string
  texts: Texts
  evidence: EvidenceStore
  /** Somebody reads replies. */
  replies: boolean
}): Promise<Letter> {
  const { language } = facts
  const learner = facts.learner ?? texts.say(language, 'somebody')
  const say = (key: string) => texts.say(language, `tutor-mail-${key}`, { learner: firstName(learner), badge: facts.badge[language] })
  const page = `${publicUrl}/e/${facts.code}?lang=${language}`
  const choices = [...(message.choices ?? [])].sort((a, b) => Number(a.control ?? false) - Number(b.control ?? false))
  const links = choices.flatMap(({ label, data }) => {
    const choice = parseChoice(data)
    const verdict = choice && (choice.prompt === 'verdict' || choice.prompt === 'sure') ? VERDICTS[choice.choice] : undefined
    return verdict ? [{ label, url: `${page}&verdict=${verdict}#answer` }] : []
  })
  const numbered =
    links.length || !replies
      ? []
      : choices.map(({ label, control }, n) => (control ? texts.say(language, 'quote', { text: label }) : `${n + 1}. ${label}`))
  const shown = (message.attachments ?? []).flatMap((a) => (a.is === 'evidence' ? facts.evidence.filter(({ id }) => id === a.id) : []))
  const pictures = await picturesOf(shown, evidence)
  const more = shown.length > pictures.length
  const blocks = blocksOf(message.text)
  const asks = links.length > 0
  /** What comes before the question. */
  const told = asks ? blocks.length - 1 : blocks.length
  const stop = `${publicUrl}/e/${facts.code}/stop?lang=${language}`
  const title = texts.say(language, 'tutor-mail-subject', { learner, badge: facts.badge[language] }).replaceAll(/\s+/g, ' ')
  const subject = asks && !facts.first ? title : `Re: ${title}`
  const how = say(replies ? 'how' : 'choose')
  const notes = asks ? [say('shown'), say('why')] : [say('why')]

  const written = blocks.map(({ is, text }) => (is === 'words' ? `    ${text.replaceAll('\n', '\n    ')}` : text))
  const lines = [
    ...written.slice(0, told),
    ...(more ? [`${say('pieces')} ${page}`] : []),
    ...written.slice(told),
    ...(asks ? [[how, ...links.map(({ label, url }) => `- ${label}\n  ${url}`)].join('\n'), say('confirm')] : []),
    ...(numbered.length ? [[say('number'), ...numbered].join('\n')] : []),
    ...(message.links ?? []).map(({ label, url }) => `${label}\n${url}`),
    ['-- ', 'Déclic', ...notes, `${say('stop')}\n${stop}`].join('\n'),
  ]

  const body = html`<html lang=${language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light" />
      <title>${subject}</title>
    </head>
    <body style="margin:0;padding:0;background:#f4f2ec;">
      ${asks ? html`<div style="display:none;max-height:0;overflow:hidden;">${how}</div>` : null}
      <div role="main" style=${`max-width:560px;margin:0 auto;padding:20px 16px;${FONT}`}>
        <div style="background:#ffffff;border-radius:12px;padding:24px 20px;">
          ${facts.trial ? html`<p style=${`${P}color:#8a4b00;font-weight:bold;`}>${say('trial')}</p>` : null}
          ${blocks.slice(0, told).map((block) => blockView(block, !asks && block === blocks[0]))}
          ${
            pictures.length
              ? html`<p style="margin:0 0 8px;">
                  ${pictures.map(({ cid }) => html`<img src=${`cid:${cid}`} alt="" height="110" style="height:110px;width:auto;border-radius:8px;margin:0 8px 8px 0;vertical-align:top;" />`)}
                </p>`
              : null
          }
          ${more ? html`<p style=${P}>${say('pieces')} <a href=${page} style=${LINK}>${say('page')}</a></p>` : null}
          ${blocks.slice(told).map((block) => blockView(block, true))}
          ${asks ? html`<p style=${P}>${how}</p>` : null}
          ${links.map(
            ({ label, url }, n) =>
              html`<p style="margin:0 0 10px;"><a href=${url} style=${`${BUTTON}${n === 0 ? MAIN : PLAIN}`}>${label}</a></p>`,
          )}
          ${asks ? html`<p style=${`${P}${QUIET}`}>${say('confirm')}</p>` : null}
          ${numbered.length ? html`<p style=${P}>${say('number')}</p>` : null}
          ${numbered.map((line) => html`<p style="margin:0 0 6px;font-size:17px;line-height:1.5;">${line}</p>`)}
          ${(message.links ?? []).map(({ label, url }) => html`<p style=${P}><a href=${url} style=${LINK}>${label}</a></p>`)}
        </div>
        <p style=${`margin:16px 4px 0;font-size:14px;line-height:1.5;${QUIET}`}>
          ${notes.join(' ')} <a href=${stop} style="color:#4c5753;">${say('stop')}</a>
        </p>
      </div>
    </body>
  </html>`
  return { subject, text: `${lines.join('\n\n')}\n`, html: `<!doctype html>${renderToString(body)}`, pictures }
}

const FONT = 'font-family:Verdana,Arial,Helvetica,sans-serif;color:#1c2421;'
const P = 'margin:0 0 16px;font-size:17px;line-height:1.5;'
const QUIET = 'color:#4c5753;'
const LINK = 'color:#1f5f5b;'
const BUTTON = 'display:block;padding:14px 16px;border-radius:10px;font-size:17px;font-weight:bold;text-align:center;text-decoration:none;'
const MAIN = 'background:#1f5f5b;color:#ffffff;border:2px solid #1f5f5b;'
const PLAIN = 'background:#ffffff;color:#1f5f5b;border:2px solid #1f5f5b;'

type Block = { is: 'line' | 'words'; text: string }

/** What stands between « and », over several lines or one, is somebody's own words. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let words: string[] | undefined
  for (const line of text.split('\n')) {
    if (!words && /^[«“]/.test(line)) words = []
    if (!words) {
      if (line.trim()) blocks.push({ is: 'line', text: line })
      continue
    }
    words.push(line)
    if (!/[»”]$/.test(line)) continue
    blocks.push({ is: 'words', text: words.join('\n') })
    words = undefined
  }
  if (words) blocks.push({ is: 'words', text: words.join('\n') })
  return blocks
}

/** What it comes to: the question, or the first line of an answer. */
function blockView({ is, text }: Block, isHeading: boolean) {
  if (is === 'words')
    return html`<blockquote style="margin:0 0 16px;padding:4px 0 4px 14px;border-left:4px solid #c9d8d2;font-size:17px;line-height:1.5;">
      ${text.split('\n').map((line) => html`<p style="margin:0 0 8px;">${line}</p>`)}
    </blockquote>`
  return isHeading ? html`<h1 style=${`${P}font-weight:bold;font-size:19px;`}>${text}</h1>` : html`<p style=${P}>${text}</p>`
}

async function picturesOf(shown: LetterFacts['evidence'], evidence: EvidenceStore): Promise<Post['pictures']> {
  const pictures: Post['pictures'] = []
  for (const { id, kind, thumbnail } of shown) {
    if (kind !== 'photo' || !thumbnail || pictures.length >= MOST_PICTURES) continue
    const kept = await evidence.get(thumbnail)
    if (kept && kept.bytes.length <= PICTURE_BYTES) pictures.push({ cid: `${id}@declic`, bytes: kept.bytes, mediaType: kept.mediaType })
  }
  return pictures
}
