// One spelling for what is written in many: as people speak into a phone, shout, forget accents, or write as in a text message.
// Gives clauses: lower case, no accents, single spaces, « @ » where the learner is named.

/** Where the accent carries the meaning: « mé » is mais, « me » is not. */
const WITH_ACCENT: Record<string, string> = {
  wé: 'ouais', wè: 'ouais', ouè: 'ouais', oué: 'ouais', ué: 'ouais', mé: 'mais', mè: 'mais', é: 'est', cé: 'c est', cè: 'c est', sé: 'c est',
  né: 'n est', jé: 'j ai', jlé: 'je l ai', jlè: 'je l ai', lé: 'l ai', fé: 'fait', fè: 'fait', vré: 'vrai', ké: 'que',
  kè: 'que', dé: 'des', cétait: 'c etait', jétais: 'j etais', jété: 'j etais',
} // biome-ignore format: a table

/** Text-message French and English, accents already gone. */
const WITHOUT_ACCENT: Record<string, string> = {
  c: 'c est', cest: 'c est', cer: 'c est', ct: 'c etait', cetait: 'c etait', pa: 'pas', paz: 'pas', encor: 'encore', ancore: 'encore',
  ankor: 'encore', tro: 'trop', tjr: 'toujours', tjrs: 'toujours', tjs: 'toujours', toujour: 'toujours', bcp: 'beaucoup', ki: 'qui', ke: 'que',
  k: 'que', kel: 'qu elle', kelle: 'qu elle', kil: 'qu il', koi: 'quoi', kwa: 'quoi', pk: 'pourquoi', pq: 'pourquoi', prk: 'pourquoi', pkoi: 'pourquoi',
  dsl: 'desole', desolee: 'desole', svp: 's il vous plait', stp: 's il vous plait', jai: 'j ai', jla: 'je la', jle: 'je l ai', jlai: 'je l ai', jles: 'je les',
  jcone: 'je connais', jconai: 'je connais', jconais: 'je connais', jconnais: 'je connais', conai: 'connais', conais: 'connais', connai: 'connais', konai: 'connais', cone: 'connais',
  jconfirme: 'je confirme', confime: 'confirme', confrime: 'confirme', comfirme: 'confirme', konfirm: 'confirme', jvalide: 'je valide',
  jcrois: 'je crois', jcroi: 'je crois', jpense: 'je pense', jsuis: 'je suis', chui: 'je suis', chuis: 'je suis', jvois: 'je vois', jpeux: 'je peux',
  jpeu: 'je peux', jsais: 'je sais', jsai: 'je sais', chais: 'je sais', jetais: 'j etais', jdirai: 'je dirais', jdis: 'je dis', jveu: 'je veux', jveux: 'je veux',
  ya: 'y a', yavait: 'y avait', yavai: 'y avait', tt: 'tout', tte: 'toute', ds: 'dans', avc: 'avec', avk: 'avec', avek: 'avec', aveq: 'avec', ss: 'sans',
  qd: 'quand', kan: 'quand', kand: 'quand', quan: 'quand', cand: 'quand', fer: 'faire', fair: 'faire', fai: 'fait', ecri: 'ecrit', vre: 'vrai', vrais: 'vrai', vraimen: 'vraiment', vrmt: 'vraiment',
  ms: 'mais', nn: 'non', nan: 'non', nonn: 'non', naan: 'non', nah: 'no', nope: 'no', nop: 'no', nooo: 'no', oe: 'ouais', oue: 'ouais', ouai: 'ouais', ouaip: 'ouais', ouep: 'ouais', oais: 'ouais',
  ui: 'oui', wi: 'oui', uii: 'oui', vui: 'oui', moui: 'mouais', mwais: 'mouais', mwe: 'mouais', oiu: 'oui', ouis: 'oui', ouii: 'oui', yess: 'yes', yup: 'yes', yep: 'yes', yeah: 'yes', yea: 'yes', yh: 'yes', ye: 'yes', yah: 'yes', aye: 'yes',
  b1: 'bien', bi1: 'bien', slmt: 'seulement', seulmt: 'seulement', seulmen: 'seulement', seulment: 'seulement', seulemen: 'seulement', dac: 'd accord', dacc: 'd accord', dak: 'd accord',
  dakor: 'd accord', daccord: 'd accord', dacor: 'd accord', ok: 'ok', okay: 'ok', oki: 'ok', okey: 'ok', okk: 'ok', lorsk: 'lorsque', parske: 'parce que', pck: 'parce que', pcq: 'parce que', psk: 'parce que', mtn: 'maintenant', mnt: 'maintenant',
  maintenan: 'maintenant', auj: 'aujourd hui', ajd: 'aujourd hui', jms: 'jamais', jamai: 'jamais', jame: 'jamais', qqn: 'quelqu un', qq1: 'quelqu un', qqch: 'quelque chose', mm: 'meme', ns: 'nous', vs: 'vous',
  ell: 'elle', el: 'elle', elles: 'elle', ils: 'il', cad: 'c est a dire', sava: 'ca va', gere: 'gere', preske: 'presque', presk: 'presque', bi1to: 'bientot', biento: 'bientot',
  u: 'you', ur: 'your', shes: 'she s', hes: 'he s', im: 'i m', ive: 'i ve', thats: 'that s', its: 'it s', theyre: 'they re', w: 'with', wiv: 'with', wo: 'without',
  dunno: 'don t know', dont: 'don t', cant: 'can t', cannot: 'can t', wont: 'won t', isnt: 'isn t', wasnt: 'wasn t', doesnt: 'doesn t', dosent: 'doesn t', didnt: 'didn t', hasnt: 'hasn t',
  havent: 'haven t', couldnt: 'couldn t', wouldnt: 'wouldn t', shouldnt: 'shouldn t', arent: 'aren t', werent: 'weren t', hadnt: 'hadn t', aint: 'isn t', whos: 'who s', whats: 'what s',
  defo: 'definitely', def: 'definitely', definately: 'definitely', definitly: 'definitely', deffo: 'definitely', deffinitely: 'definitely', thx: 'thanks', ty: 'thanks', pls: 'please', plz: 'please', cos: 'because', cuz: 'because', bc: 'because',
  evidement: 'evidemment', absolumen: 'absolument', absolumant: 'absolument', exactemen: 'exactement', exactment: 'exactement', karement: 'carrement', carement: 'carrement', parfai: 'parfait', parfet: 'parfait',
  cha: 'ca', eune: 'une', cor: 'encore', al: 'elle', ch: 'c', bin: 'ben', jconfirm: 'je confirme', jconfime: 'je confirme', vrement: 'vraiment', lavu: 'l ai vu', lai: 'l ai', jlavu: 'je l ai vu', javai: 'j avais', kelke: 'quelque', tjour: 'toujours', otherz: 'others', gr8: 'great', luv: 'love', ppl: 'people', rly: 'really', rlly: 'really', tho: 'though', abt: 'about', wat: 'what', wot: 'what', tbf: 'to be fair', innit: '', yeh: 'yes', yuh: 'yes', yas: 'yes',
  mersi: 'merci', mrc: 'merci', bjr: 'bonjour', bsr: 'bonsoir', slt: 'salut', cc: 'coucou', manke: 'manque', mank: 'manque', manqe: 'manque',
} // biome-ignore format: a table

/** Runs of words that only mean something together. */
const TOGETHER: [RegExp, string][] = [
  [/ c est (est|etait|etaient) /g, ' c $1 '],
  [/ (trop|tro) to(?= )/g, ' trop tot'],
  [/ (ses|s est|ces) vrai /g, ' c est vrai '],
  [/ vrai (se|ce) qu/g, ' vrai ce qu'],
  [/ (je|tu) c (pas|plus) /g, ' je sais $2 '],
  [/ je c est (pas|plus) /g, ' je sais $1 '],
  [/ que l (a|est|y|avait) /g, ' qu elle $1 '],
  [/ quel (a|est allee?|avait|fait|dit|sait) /g, ' qu elle $1 '],
  [/ pas que(?= $)/g, ' pas que'],
  [/ pas pr /g, ' pas pour '],
  [/ c ki /g, ' c est qui '],
  [/ y en a pas /g, ' y en a pas '],
  [/ (fait|fais) sa /g, ' $1 ca '],
  [/ che vrai /g, ' c est vrai '],
  [/ un peut /g, ' un peu '],
  [/ oui+ /g, ' oui '],
]

const EMOJI: [RegExp, string][] = [
  [/[👍✅💯👌👏🙌✔☑]/gu, ' 👍 '],
  [/[👎❌🚫✖⛔]/gu, ' 👎 '],
  [/[🤔😕🙄😬🤷😂🤣😅😒🙃😏🤨😐😑🫤🤡🤞😜😉😳🤥]/gu, ' 🤔 '],
]

/** The clauses of `text`, each with a space before and after it, so that whole words are found by their spaces. */
export function clausesOf(text: string, learner?: string): string[] {
  let said = text.normalize('NFC').toLowerCase().replace(/[’‘`´]/g, "'")
  for (const [found, word] of EMOJI) said = said.replace(found, word)
  said = said
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/[\p{L}]+/gu, (word) => WITH_ACCENT[word] ?? word)
    .normalize('NFD')
    .replace(/[\p{M}\ufe0f]/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/(\d)[.,](\d)/g, '$1 $2')
    .replace(/\bw\//g, 'with ')
    .replace(/[.!?;:,…()\n«»"“”|*•]+|\s[-–—]+\s|^[-–—]+\s/g, ' | ')
    .replace(/[^\p{L}\p{N}|%👍👎🤔]+/gu, ' ')
  said = ` ${said} `.replace(/ +/g, ' ')
  said = said
    .split(' ')
    .map((word) => WITHOUT_ACCENT[word] ?? word)
    .join(' ')
  for (const name of namesOf(learner)) said = said.replaceAll(` ${name} `, ' @ ')
  said = said.replace(/ @ @ /g, ' @ ')
  for (const [found, words] of TOGETHER) said = said.replace(found, words)
  // what follows a turn in thought is a clause of its own, and keeps the turn
  said = said.replace(/ (mais|but|par contre|en revanche|however|cependant|pourtant|toutefois|neanmoins|sauf que|although|though|except that) /g, ' | $1 ')
  return said.split('|').flatMap((clause) => (clause.trim() ? [` ${clause.trim()} `] : []))
}

const namesOf = (learner?: string): string[] =>
  (learner ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((name) => name.length > 1)
