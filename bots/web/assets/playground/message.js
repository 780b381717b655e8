// One bubble: words with their links, pictures and recordings, then the buttons.
import { html } from './preact.js'
import { phones, say } from './words.js'

const ADDRESS = /(https?:\/\/[^\s<>«»"]+[^\s<>«»".,;:!?)])/g

/** The code of a link that starts a chat, as platforms' deep links do. */
export const startCode = (address) => /#start=([A-Za-z0-9_-]{1,64})$/.exec(address)?.[1]

/** Pages open under the address that this browser uses, whatever name the program has for itself. */
function here(address) {
  const url = new URL(address)
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname) ? url.pathname + url.search + url.hash : address
}

export function Message({ message, phone, latest, onChoose, onStart }) {
  const { own, text, choices = [], links = [], attachments = [] } = message
  if (own) return html`<div class="line own"><div class="bubble">${own && Own(message)}</div></div>`
  const parts = text.split(ADDRESS)
  const codes = [...parts, ...links.map(({ url }) => url)].map(startCode).filter(Boolean)
  return html`<div class="line">
    ${attachments.map((attachment) => html`<div class="bubble media"><${Piece} ...${attachment} /></div>`)}
    ${text && html`<div class="bubble">${parts.map((part, n) => (n % 2 ? Address(part) : part))}</div>`}
    ${
      choices.length > 0 &&
      html`<div class=${`choices ${latest ? '' : 'past'}`}>
        ${choices.map(
          (choice) => html`<button class=${choice.control ? 'control' : 'choice'} onClick=${() => onChoose(choice)}>
            ${choice.label}
          </button>`,
        )}
      </div>`
    }
    ${
      (links.length > 0 || codes.length > 0) &&
      html`<div class="choices">
        ${[...new Set(codes)].flatMap((code) =>
          phones
            .filter(({ id }) => id !== phone)
            .map(
              ({ id, firstName }) =>
                html`<button class="start" onClick=${() => onStart(id, code)}>${say('open-with', { name: firstName })}</button>`,
            ),
        )}
        ${links.filter(({ url }) => !startCode(url)).map(({ label, url }) => html`<a class="start" href=${here(url)} target="_blank">${label}</a>`)}
      </div>`
    }
  </div>`
}

const Address = (address) =>
  startCode(address) ? html`<span class="code">${address}</span>` : html`<a href=${here(address)} target="_blank">${address}</a>`

function Own({ text, as, href, name, state }) {
  const problem = { 'too-big': say('too-big'), failed: say('not-sent') }[state]
  return html`${text}${as && html`<${Piece} as=${as} href=${href} name=${name} />`}${problem && html`<span class="problem">${problem}</span>`}`
}

function Piece({ as, href, name }) {
  const label = name || say(as === 'photo' || as === 'picture' ? 'photo' : as === 'voice' ? 'voice' : 'file')
  if (!href) return html`<span class="file">${label}</span>`
  if (as === 'photo' || as === 'picture') return html`<a href=${href} target="_blank"><img class=${as} src=${href} alt=${label} /></a>`
  if (as === 'voice') return html`<audio controls preload="metadata" src=${href} aria-label=${label}></audio>`
  if (as === 'video') return html`<video controls preload="metadata" src=${href} aria-label=${label}></video>`
  return html`<a class="file" href=${href} download>${label}</a>`
}
