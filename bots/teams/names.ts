// Names as directories hold them: « DIALLO Awa », « Diallo, Awa », « Awa Diallo (Prestataire) ».

/** Undefined: there is no name. `first` is how somebody is spoken to. */
export function nameOf(shown: string | null | undefined): { first: string; full: string } | undefined {
  const plain = shown
    ?.replace(/[([{].*?[)\]}]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (!plain) return undefined
  const [before = '', after] = plain.split(/\s*,\s*/)
  if (after) return { first: after.split(' ')[0]!, full: `${after} ${before}` }
  const words = plain.split(' ')
  const firsts = words.filter((word) => !isCapitals(word))
  // the surname in capitals, whichever comes first
  if (firsts.length && firsts.length < words.length) {
    return { first: firsts[0]!, full: [...firsts, ...words.filter(isCapitals).map(inSmall)].join(' ') }
  }
  return { first: words[0]!, full: plain }
}

/** « DE LA TOUR-DUPONT » as people write it themselves. */
const inSmall = (word: string): string => word.toLowerCase().replace(/(^|[-’'])\p{L}/gu, (start) => start.toUpperCase())

const isCapitals = (word: string): boolean => word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()
