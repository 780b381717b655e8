// « vous » or « tu »: `fr` says the one, `fr-tu` the other.
import { error, type Remark } from './finding.ts'

const TU = /(?<![\p{L}’'])(?:tu|toi|ton|ta|tes|t[’'](?=\p{L}))(?!\p{Ll}|[’'])/iu
const VOUS = /(?<![\p{L}])(?:vous|votre|vos)(?!\p{L})/iu

export const saysVous = (text: string): boolean => VOUS.test(text)

/** Nothing is asked of English. */
export function checkAddress(text: string, speech: 'fr' | 'fr-tu' | 'en'): Remark[] {
  if (speech === 'en') return []
  const slip = (speech === 'fr' ? TU : VOUS).exec(text)
  if (!slip) return []
  return [error('address', `"${slip[0]}" in ${speech}`, speech === 'fr' ? 'say « vous »; « tu » goes to fr-tu' : 'say « tu »')]
}
