// Whoever only taps the first numbered button, answers open questions with a sensible text, and sends a photo when told to.
import { numbered, type Townsperson } from './town.ts'

export const SENSIBLE = {
  fr: 'j’ai préparé la salle avec Rosa, et j’ai vérifié que tout était propre à la fin',
  en: 'I prepared the room with Rosa, and I checked that all was clean at the end',
}

export const isSent = (text: string): boolean => /(Votre|Ta) demande est envoyée|Your request is sent/.test(text)
const ordersToSend = (text: string): boolean =>
  /(^|[.!?] )(Envoyez|Envoie|Send|Prenez|Prends|Take|Montrez|Montre|Show|Enregistre\w*|Record) /.test(text)

/** One act; what it was. */
export function act(learner: Townsperson, answer: string): 'tapped' | 'sent' | 'told' {
  const { text, choices } = learner.last()
  if (numbered(choices).length) {
    learner.taps(numbered(choices)[0]!.data)
    return 'tapped'
  }
  if (ordersToSend(text)) {
    learner.sends('photo')
    return 'sent'
  }
  learner.says(answer)
  return 'told'
}

/** Goes on until the claim is sent; false when it never is. */
export function goOn(learner: Townsperson, answer: string, most = 60): boolean {
  for (let n = 0; n < most; n++) {
    if (
      learner
        .heard()
        .slice(-3)
        .some((m) => isSent(m.body.text))
    )
      return true
    act(learner, answer)
  }
  return false
}
