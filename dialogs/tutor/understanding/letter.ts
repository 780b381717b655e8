// What somebody wrote just now, without what mail programs put around it: the quoted original, the signature, the legal notice.
import { isName, isNoWord } from './names.ts'

/** From here on everything is the message that was answered. */
const ORIGINAL =
  /^[ >]{0,9}(-{2,}\s*(original message|message d.origine|message original|message transf[ée]r[ée]|forwarded message)|_{10,}\s*$|(de|from)\s*:.*@|(de|from)\s*:.*\n{1,2}[ >]{0,9}(envoy[ée]|sent|date|[àa]|to)\s*:)/im
/** « Le 3 mai à 10:02, Déclic a écrit : »; what follows is quoted, with or without marks. */
const INTRODUCES = /^[ >]{0,9}(le|on)\s[^\n]{4,160}?(\n[^\n]{0,120}?)?(a [ée]crit|wrote)\s*:\s*$/im
/** A line that ends a letter. Names, functions and notices follow it. */
const CLOSING =
  /^\s*(bien\s+|tr[èe]s\s+|kind(est)?\s+|best\s+|warm(est)?\s+|with\s+|many\s+thanks,?\s+|merci,?\s+)?(cordialement|cdlt|cdt|sinc[èe]rement|respectueusement|amicalement|salutations|bien à vous|bien a vous|à vous|a vous|belle journ[ée]e|bonne journ[ée]e|bonne soir[ée]e|regards|wishes|sincerely|yours( sincerely| faithfully| truly)?|best|cheers|take care)\s*[,.!]?(?<names>(?:[ \t]+\p{L}[\p{L}.-]*){0,3})\s*$/imu
/** « Veuillez agréer… », a sentence that only takes leave. */
const FAREWELL =
  /^\s*(avec|recevez|veuillez|je vous prie|dans l.attente)\s.{0,80}(salutations|sentiments|consid[ée]ration|hommages|retour).*$/gimu
/** « -- » of signatures, « Envoyé de mon iPhone », notices. */
const SIGNATURE =
  /^\s*(--\s*|—\s*|(envoy[ée]|sent)\s+(depuis|de|from|via)\s.{2,60}|(get|obtenez|t[ée]l[ée]charger?) outlook.*|(this|ce)\s+(e-?mail|message|courriel|mail).{0,80}(confiden|intended|destin).*|.{0,60}(avant d.imprimer|before (you print|printing)).*)$/im
/** What people still add below their name is theirs. */
const ADDED =
  /^\s*(ps|p\.\s?s\.?|post[- ]?scriptum|nb|n\.b\.|edit|mais|sauf|but|except|only|seulement|uniquement|par contre|attention)(?![\p{L}])/iu

export function written(text: string): string {
  let body = tidied(text)
  const original = ORIGINAL.exec(body)
  if (original) body = body.slice(0, original.index)
  body = tidied(withoutQuotation(body))
  body = body.replace(FAREWELL, (line, _a, _b, at: number) => (at ? '' : line))
  for (const end of [SIGNATURE, CLOSING]) {
    const found = end.exec(body)
    // a letter of nothing but its end says what it says: « À vous »
    if (!found || !body.slice(0, found.index).trim()) continue
    if (end === CLOSING && !areNames(found.groups?.names ?? '')) continue
    body = body.slice(0, found.index) + addedBelow(body.slice(found.index + found[0].length))
  }
  return withoutName(
    withoutCard(body).replace(INLINE, (whole, _bien, _end, names: string, _last, after: string) => (areNames(names) ? `.${after}` : whole)),
  ).trim()
}

/** Lines without the space around them, and never two empty ones: what follows looks for line ends, and must not look for ever. */
const tidied = (text: string): string =>
  text
    .replace(/\u200b|\ufeff/g, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line, i, lines) => line !== '' || (lines[i - 1] ?? '') !== '')
    .join('\n')

function withoutQuotation(body: string): string {
  const introduces = INTRODUCES.exec(body)
  if (!introduces) return body.replace(/^>.*$/gm, '')
  const after = body.slice(introduces.index + introduces[0].length)
  const before = body.slice(0, introduces.index)
  // marked line by line, so that an answer below it can be told apart
  return /^\n*>/.test(after) ? before + after.replace(/^>.*$/gm, '') : before
}

const addedBelow = (rest: string): string => {
  const lines = rest.split('\n')
  const at = lines.findIndex((line) => ADDED.test(line))
  return at < 0 ? '' : `\n${lines.slice(at).join('\n')}`
}

/** « … Bien à vous, Sophie » at the end of a line of text. */
const INLINE =
  /[,.!\n ]\s*(bien )?(cordialement|cdlt|[àa] vous|sinc[eè]rement|kind regards|best regards|regards|best wishes)\s*[,.]?\s+(\p{L}[\p{L}-]+( \p{L}[\p{L}-]+)?)([^\p{L}\p{N}]*)$/iu

/** A telephone, an address of mail or of the web, with what is put before it: « Tél. 04 00 00 00 00 | www.exemple.fr ». */
const CONTACT = /^([\p{L}.]{1,9}( directe?)? ?:? ?)?(\+?\d[\d ().-]{7,20}\d|[^\s@|]+@[^\s@|]+\.\p{L}{2,}|(https?:\/\/|www\.)[^\s|]+)$/iu
const NAME = /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){1,3}(?=$|,)/u

/** The card at the end of a letter: a name, what they do and where, and how they are reached. A line in it that could be their word keeps it all. */
function withoutCard(body: string): string {
  const at = body.lastIndexOf('\n\n')
  const [name, ...lines] = body.slice(at + 2).split('\n')
  const named = at > 0 && NAME.exec(name!)?.[0]
  if (!named || !areNames(named) || !lines.some((line) => line.split(/ ?[|·–] ?/).some((part) => CONTACT.test(part)))) return body
  return [name!.slice(named.length), ...lines].every(isNoWord) ? body.slice(0, at) : body
}

const areNames = (names: string): boolean =>
  names
    .trim()
    .split(/\s+/)
    .every((name) => name === '' || isName(name))

/** A last line that is only a name: « Ruth », « Paul Martin ». */
const withoutName = (body: string): string =>
  body.replace(/([.!?,\n])\s*\n\s*(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}\-.]*){0,2})\s*$/u, (whole, end: string, names: string) =>
    areNames(names) ? end : whole,
  )

/** A machine answered: out of office, on leave, delivery notes. Nothing in it is anybody's word. */
export const isAutomatic = (text: string): boolean =>
  /\b(out of (the )?(office|country)|currently (away|abroad|travelling)|auto(matic|mated)?[- ]?(reply|response)|automatic reply|annual leave until|on (annual |maternity |sick )?leave (until|from|till)|(am|i'm|be) away (until|from|till)|limited access to (my )?e-?mails?|r[ée]ponse automatique|message automatique|absente? du bureau|actuellement (absente?|en cong[ée]s?)|(je suis|serai) (actuellement )?(absente?|en (cong[ée]s?|vacances|d[ée]placement|arr[êe]t|formation)) (jusqu|du |de |pour |et )|de retour (le|au bureau le)|delivery (status|failure)|undeliver(ed|able)|mailer-daemon|(on|à) (my|mon) re(turn|tour)|en cas d.urgence,? (contactez|merci)|in (case of|an) emergenc(y|ies) (please )?contact)/i.test(
    text.replace(/[’]/g, "'"),
  )
