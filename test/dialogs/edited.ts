// A catalogue as an author changes it while people are in the middle of their claims.
import type { Badge, Catalogue } from '../../core/model/badge.ts'

/** `at`: at which act of the learner. */
export type Edit = { is: 'add' | 'remove' | 'reword' | 'move'; which: number; at: number }

export function edited(before: Catalogue, id: string, { is, which }: Edit): Catalogue {
  const change = (one: Badge): Badge => {
    if (!one.questions.length) return one
    const questions = [...one.questions]
    const at = which % questions.length
    const chosen = questions[at]!
    if (is === 'add')
      questions.splice(at, 0, { ...chosen, id: `new-${which}`, ask: [{ fr: 'Et ça, c’était comment ?', en: 'And how was that?' }] })
    if (is === 'remove' && questions.length > 2) questions.splice(at, 1)
    if (is === 'reword') questions[at] = { ...chosen, ask: chosen.ask.map((a) => ({ ...a, fr: `Autrement : ${a.fr}` })) }
    if (is === 'move') questions.push(...questions.splice(at, 1))
    return { ...one, questions }
  }
  const issuers = before.issuers.map((issuer) => ({ ...issuer, badges: issuer.badges.map((one) => (one.id === id ? change(one) : one)) }))
  return {
    issuers,
    badge: (wanted) => {
      for (const issuer of issuers) {
        const found = issuer.badges.find((one) => one.id === wanted)
        if (found) return { badge: found, issuer }
      }
      return undefined
    },
  }
}
