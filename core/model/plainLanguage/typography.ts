// French typography: no-break spaces before : ; ! ? and inside « », ’ and … as single characters (Imprimerie nationale, Lexique des
// règles typographiques). Both no-break spaces pass: U+00A0, which the texts here use, and the narrow U+202F.
import { error, type Remark, warning } from './finding.ts'

const ADDRESS = /(?:https?:\/\/|www\.|t\.me\/)\S+/gu

export function checkTypography(text: string, language: 'fr' | 'en'): Remark[] {
  const remarks: Remark[] = []
  if (/[—]| – /u.test(text)) remarks.push(error('dash', 'a long dash', 'two sentences, or a comma'))
  if (/\S {2,}\S/u.test(text)) remarks.push(warning('spaces', 'two spaces in a row', 'one is enough'))
  if (language === 'fr') remarks.push(...french(text.replaceAll(ADDRESS, 'lien')))
  return remarks
}

function french(text: string): Remark[] {
  const remarks: Remark[] = []
  const mark = /(?<=(.))[:;!?]/gsu
  for (const found of text.matchAll(mark)) {
    const previous = found[1]!
    if (/[\u00a0\u202f!?…:]/u.test(previous)) continue
    if (found[0] === ':' && /\d/u.test(previous) && /\d/u.test(text[found.index + 1] ?? '')) continue
    remarks.push(error('no-break-space', `before "${found[0]}" in "${excerpt(text, found.index)}"`, 'a no-break space, U+00A0'))
    break
  }
  const quote = /«(?![\u00a0\u202f])|(?<![\u00a0\u202f])»/u.exec(text)
  if (quote) remarks.push(error('no-break-space', `inside « » in "${excerpt(text, quote.index)}"`, 'a no-break space, U+00A0'))
  const apostrophe = /\p{L}'/u.exec(text)
  if (apostrophe) remarks.push(error('apostrophe', `straight ' in "${excerpt(text, apostrophe.index)}"`, 'the typographic ’, U+2019'))
  if (/["“”]/u.test(text)) remarks.push(error('quotes', 'English quotation marks', '« … » with no-break spaces'))
  if (text.includes('...')) remarks.push(warning('ellipsis', 'three full stops', 'the single character …'))
  return remarks
}

const excerpt = (text: string, index: number): string => text.slice(Math.max(0, index - 12), index + 6).trim()
