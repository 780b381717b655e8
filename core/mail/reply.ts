// The words of a reply alone: what it quotes, its greeting, its signature are cut off. email-reply-parser knows how dozens of programs
// quote; what it leaves of French customs and of the odd quotation is cut here. In doubt words stay: the tutor is shown what is kept.
import EmailReplyParser from 'email-reply-parser'

/** Longest that is read; a reply is a sentence. */
const MOST = 20_000

/** Null bytes, and signs that turn or hide what stands beside them; the one that joins emoji stays. */
const UNSEEN = /\p{Cc}(?<![\n\t])|[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu
/** What is left of a picture in HTML: the logo of a signature. */
const PICTURE = /^\[(?:https?|cid):[^\]\s]*\]$/gm

/** A line from which on nothing is the writer's own. */
const QUOTATION =
  /^(?:>|\s*-{2,}\s*(?:message (?:d[’']origine|original|transf[ée]r[ée])|original message|forwarded message|r[ée]pondre au-dessus)|\s*_{10,}\s*$|\s*(?:le|on|am|el|il)\b.{4,200}(?:a [ée]crit|wrote|schrieb|escribi[óo]|ha scritto)\s*:?\s*$|\s*(?:de|from|von)\s*:\s.{0,120}@|\s*(?:envoy[ée] (?:depuis|de|[àa] partir)|sent from|(?:t[ée]l[ée]charge[rz]|obtenez|obtenir|get) outlook|provenance\s*:)\b)/iu
/** Two lines, because programs break them: « Le 12 mars à 10:03, Déclic <…> ⏎ a écrit : ». */
const BEGINS = /^\s*(?:le|on)\b.{4,200}$/iu
const ENDS = /^.{0,200}(?:a [ée]crit|wrote)\s*:?\s*$/iu
const CLOSING =
  /^\s*(?:(?:bien |tr[èe]s )?cordialement|cdlt|bien [àa] (?:vous|toi)|(?:bonne|belle) (?:journ[ée]e|soir[ée]e|r[ée]ception)|[àa] bient[ôo]t|(?:sinc[èe]res |meilleures )?salutations|amicalement|(?:kind |best |warm )?regards|best(?: wishes)?|sincerely|cheers|yours|--|—|__+)\s*(?:[,.!]\s*)?$/iu
const GREETING = /^\s*(?:bonjour|bonsoir|salut|coucou|hello|hi|dear|cher|ch[èe]re|madame|monsieur)\b[^.!?]{0,60}[,.!]?\s*$/iu

export function wordsOf(text: string): string {
  const whole = text.slice(0, MOST).replaceAll('\r\n', '\n').replaceAll('\u00a0', ' ').replaceAll(UNSEEN, '').replaceAll(PICTURE, '')
  const lines = beforeQuotation(visible(whole)).split('\n')
  const closing = lines.findIndex((line, at) => at > 0 && CLOSING.test(line))
  const own = closing < 0 ? lines : lines.slice(0, closing)
  while (own.length > 1 && (own[0]!.trim() === '' || (GREETING.test(own[0]!) && own.slice(1).some((line) => line.trim())))) own.shift()
  return own
    .join('\n')
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

/** What the library leaves when it leaves anything: a reply under the quotation is kept by it whole. */
function visible(text: string): string {
  const own = new EmailReplyParser()
    .read(text)
    .getFragments()
    .filter((part) => !part.isQuoted() && !part.isSignature())
  return own.map(String).join('\n').trim() || text
}

function beforeQuotation(text: string): string {
  const lines = text.split('\n')
  const at = lines.findIndex((line, n) => QUOTATION.test(line) || (BEGINS.test(line) && ENDS.test(lines[n + 1] ?? '')))
  // what is written under a quotation, or between its lines
  const under = lines.slice(at).filter((line) => !QUOTATION.test(line))
  if (at >= 0 && !lines.slice(0, at).some((line) => line.trim())) return lines[at]!.startsWith('>') ? under.join('\n') : ''
  return at < 0 ? text : lines.slice(0, at).join('\n')
}
