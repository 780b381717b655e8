// What a tutor's reply means. One rule above all: never a false yes (contract: an unclear reply records nothing).
import type { Verdict } from '../../core/model/rows.ts'
import { plain } from '../words.ts'

export type Understood = { verdict: Verdict; comment: string | null } | { verdict: 'unclear'; comment: string }

const NOT_ME =
  /\b(pas moi|trompe de personne|mauvaise personne|mauvais numero|erreur de (personne|numero|destinataire)|connais pas (cette personne|awa|ce nom)|je (ne |n )?(la |le |l )?connais pas|qui est ce|not me|wrong (person|number)|don ?t know (her|him|them|this person))\b/
const NOT_YET =
  /^(presque|almost)(?! (parfait|toujours|perfect|always))\b|\b(pas? encore?|pas encore|pas tout a fait|pas completement|pas vraiment encore|not yet|not quite|(il|elle|iel) (lui )?manque(?! (jamais|pas|rien|aucun))|doit encore|faut encore|encore (du|des|un|un peu de) (temps|travail|progres|efforts?|entrainement|chemin|choses)|a revoir|a completer|still (has|needs|to)|needs (more|to))\b/
const NO = /^(non|nan|no|nope|nn|jamais|never|pas du tout|not at all|absolument pas|certainement pas)\b/
const YES_START =
  /^(oui|ouii+|ui|wi|ouais|ouai|oue|yes|yep|yeah|yup|👍|✅|💯|👌|je confirme|confirme|i confirm|confirmed|bien sur|of course|absolument|absolutely|tout a fait|exactement|exactly|carrement|evidemment|certainly|definitely|affirmatif|sans probleme|sans hesiter)(?![\p{L}\p{N}])/u
/** Said anywhere in a reply, these make a yes doubtful: a condition, a contrast, a doubt, somebody else. */
const DOUBT =
  /\b(mais|sauf|si|quand|sauf que|enfin|par contre|cependant|pourtant|a condition|condition|moyen|bof|mouais|parfois|des fois|pas toujours|pas souvent|rarement|peut etre|je crois|je pense|il me semble|je suppose|on verra|a voir|plutot|sans doute|pas|jamais|aucun|ni|rien|non|avec de l aide|avec aide|a peu pres|j imagine|vous etes|c est qui|quoi|pourquoi|comment|combien|pardon|un peu|en partie|demain|plus tard|but|except|if|when|though|however|maybe|perhaps|sometimes|not|never|isn t|didn t|doesn t|wasn t|don t|guess|think|suppose|kind of|sort of|unless|only|almost|help|rather|no|nope|pa|s (il|elle|ils|elles|on|iel)|qd|lorsqu?e?|des qu?e?|tant qu?e?|pourvu|toutefois|neanmoins|seulement|uniquement|juste|just|a peine|barely|difficil\p{L}*|a moitie|half|en theorie|in theory|normalement|en principe|en general|globalement|dans l ensemble|mostly|usually|bientot|soon|essaie|essaye|tries|tried|faut|voir avec|trop|too|lente?|slow(ly)?|mal|bad(ly)?|nul(le)?|rater?|echoue\p{L}*|absente?|cass(e|er|ee)|fail(s|ed|ing)?|semblant|pretend(s|ed|ing)?|malheureusement|helas|unfortunately|aurait|aurais|would|could|might|should|jsp|jcroi|jpense|lol|mdr|ptdr|pff+|tu parles|par qui|a qui|demande[rz]|presque|encore|hardly|later|who|what|why|how|je veux voir|besoin de voir|need to see)(?![\p{L}\p{N}])/u
/** « oui mé… »: a misspelt but. */
const MISSPELT_BUT = /^(oui+|ouais|ui|wi|ouai) (me|mes|mai|ms) /
/** Turns of phrase with a negation in them that praise. */
const PRAISE =
  /\b(pas de souci|pas de probleme|pas de doute|aucun souci|aucun probleme|aucun doute|rien a (re)?dire|rien a redire|sans aucun doute|jamais en retard|jamais absente?|n hesite pas|n hesite jamais|toujours la quand|no problem|no doubt|never late|nothing to add|rien a ajouter|trop (bien|fort|forte|cool|top|contente?)|pas mal du tout)\b/g
const PLAIN_PRAISE =
  /\b(il|elle|iel|awa|he|she|they) (l |le |la )?(a (tres )?bien (fait|travaille)|a reussi|sait (tres bien )?(le )?faire|fait (tres )?bien|gere|did (it )?(very )?well|can do it)\b|^(tres bon travail|excellent travail|super travail|tres bien fait|parfait|great job|well done)\b/

export function understand(text: string): Understood {
  const said = plain(text)
  const comment = text.trim()
  const unclear: Understood = { verdict: 'unclear', comment }
  if (!said || said.length > 2000) return unclear
  if (NOT_ME.test(said)) return { verdict: 'not-me', comment: null }
  // a question is no comment: whatever they answer next, it is not kept with it
  if (/[?？]\s*$/.test(comment)) return { verdict: 'unclear', comment: '' }
  const yes = YES_START.exec(said)
  if (!yes && NOT_YET.test(said)) return { verdict: 'not-yet', comment: isBare(said, NOT_YET) ? null : comment }
  const rest = said.replace(PRAISE, ' ')
  if (NO.test(said))
    return rest !== said || soundsGood(said.replace(NO, ' ')) ? unclear : { verdict: 'no', comment: isBare(said, NO) ? null : comment }
  if (DOUBT.test(rest) || MISSPELT_BUT.test(said) || NOT_YET.test(rest) || /👎|🤔|😕|🙄|😬|🤷|😂|🤣|😅|😒/u.test(text)) return unclear
  if (yes) return { verdict: 'yes', comment: isBare(said, YES_START) ? null : comment }
  if (PLAIN_PRAISE.test(said)) return { verdict: 'yes', comment }
  return unclear
}

/** « Non mais oui », « non non elle est super »: a no that is none. */
const soundsGood = (said: string): boolean =>
  /\b(oui|yes|ouais)\b/.test(said) ||
  (/\b(top|super|bien|parfaite?|excellente?|great|well|good)\b/.test(said) && !/\b(pas|pa|jamais|n|ne|not|never|plus)\b/.test(said))

/** Nothing but the words of the verdict, politeness and emoji. */
const isBare = (said: string, words: RegExp): boolean =>
  !/[\p{L}\p{N}]/u.test(
    said
      .replace(words, ' ')
      .replace(YES_START, ' ')
      .replace(/\b(merci|bonjour|bonsoir|salut|hello|hi|thanks|thank you|cordialement|oui|yes|non|no|je confirme|encore|pas)\b/g, ' '),
  )
