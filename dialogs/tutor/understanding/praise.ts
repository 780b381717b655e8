// Good words about her or her work, and agreement that weighs nothing.
import { anyOf, words } from './phrases.ts'

/** Praise of the work: a colleague says yes this way. */
export const PRAISE = anyOf([
  'comme si (SHE) (SO )*(etait|avait|faisait|travaillait|bossait) (WORD ){0,4}(depuis (WORD|\\d+) (ans|annees|mois)|depuis toujours|toute sa vie)',
  '(like|as if|as though) (SHE) (SO )*(s|d|has|had|was|were) (WORD ){0,5}(for (years|ages)|all (her|his) life|forever|for (WORD|\\d+) years)',
  'impec',
  '(a |one )?(heck|hell) of a (job|worker|colleague|girl|lad|team player)',
  '((SHE|c|it) (SO )*(est|etait|a ete|is|was|s|has been|reste) (du |de la |l un de nos |l une de nos |one of (our|the) )?|du |de la |one of (our|the) )?(VERY )*(best|meilleure?s?|bon(ne)?|super|top|au top|excellente?|parfaite?|genial(e)?|formidable|extraordinaire|exemplaire|impeccable|nickel( chrome)?|incroyable|remarquable|fort(e|iche)?|douee?|efficace|competente?|professionnel(le)?|exceptionnel(le)?|serieuse|serieux|autonome|brillante?|genie|au taquet|un exemple|une perle|une pepite|un atout|en or|une championne|a l aise|fiable|rapide|precieuse?|rigoureuse?|excellent|brilliant|great|fantastic|amazing|superb|perfect|wonderful|outstanding|a star|star|a natural|superstar|gem|reliable|terrific|solid|a pro|pro|good|a legend|legend|impressive|first class|spot on|capable|an asset|asset|team player|a rock|confident|helpful|supportive)( (travail|boulot|job|work|elements?|equipiere?|equipier|coequipiere?|coequipier|collegue|ouvriere?|ouvrier|salariee?|travailleuse|travailleur|employee?|recrue|worker|colleague|team player|team mate|teammate|member of the team|at (it|this|that)|avec (les autres|nous|tout le monde|l equipe)|with (everyone|the others|us|others|the team)|dans l equipe|la dessus|sur ce point|la petite|@|elle|lui|apprentie?|stagiaire|helper|player|girl|lad))*',
  '(SHE (SO )*)?(travaille|travailler|bosser|bosse|fait|fais|se debrouille|s en sort|gere|participe|collabore|communique|bossait|travaillait|a travaille|a bosse|s est debrouillee?|does|did|works|worked|doing|performs|gets on|got on|cooperates?) (VERY |SO )*(bien|well|great|brilliantly|hard|perfectly|parfaitement|a merveille|comme une chef|comme un chef|comme une? (reine|grande?|as|star)|comme une pro|comme un pro|beautifully|a good job|a great job|excellently|wonderfully|an? (excellent|great|brilliant|fantastic|amazing|good) job|du (super|bon|excellent|tres bon) (travail|boulot))( (SO|avec (les autres|nous|tout le monde|l equipe)|with (everyone|the others|us|others|the team)))*',
  '(VERY )+(bien|well|bon|bonne|good|fort|forte)( (SO|fait|done|joue|travaille))*',
  'rien que du bon',
  '(ca |cela |elle |she |it |il |he )(m |nous |l )?(a |as )?(SO )*(impressionn\\p{L}*|bluff\\p{L}*|epat\\p{L}*|impressed)( me| us)?',
  '(did|done|does|doing) an? WORD job',
  'chapeau( bas)?',
  'bravo( a (elle|lui|@))?',
  'well done( (to )?(her|him|@|them))?',
  '(un )?(vrai |reel )?plaisir( de (travailler|bosser) avec (elle|lui|@))?',
  '(it s |a |an )*(absolute |real )?pleasure( to (work with|have) (her|him|@|them))?( around)?',
  '(felicitations|felicitation|congrats|congratulations|kudos)( (a|to) (elle|lui|her|him|@))?',
  'SHE (deserves|merite) (SO )?(credit|bravo)',
  'SHE (SO |s |is |est )*(aide|aident|aidait|helps?|helped|helping|supporting|supports?|epaule|soutient|shares?|partage|ecoute|listens|accueille|encourage|rassure) (WORD ){0,3}(autres|collegues?|nouveaux|nouvelles|equipe|nous|tout le monde|equipes|others?|colleagues|everyone|us|team|new(comers| starters)?|starters|anyone|whoever)',
  '(SHE (est )?)?(toujours|always) (SO )?(la|present|presente|there|ready|pret|prete|souriante|a l heure|on time|volontaire|partante|willing|up for it|happy)( (pour|to|for) (aider (a|les|l|un|une)( WORD){1,5}|help( WORD){1,5}|aider|help|les autres|others|us|tout le monde|donner un coup de main|lend a hand|nous|everyone|l equipe|the others))*( (les autres|others|out|us))*',
])

/** A nice person. It neither says yes nor takes a yes back. */
export const NICE = anyOf([
  '((SHE|c|it) (SO )*(est|etait|a ete|is|was|s|has been) )?(VERY )*(gentil(le)?|sympa|sympathique|adorable|agreable|souriante?|polie?|volontaire|motivee?|courageuse|courageux|ponctuelle?|serviable|a l ecoute|attentive|attentif|lovely|nice|kind|polite|friendly|keen|punctual|cheerful|sweet|caring|appreciee?( de tous)?|calme|patiente?|discrete?|positive|generous|genereuse|douce|quiet|warm|calm|patient|pleasant|well liked|hard ?working|bosseuse|travailleuse|bienveillante?|investie|impliquee?|engaged)( (worker|girl|person|colleague|lady|fille|personne|lad|et|and|woman|jeune))*( (avec|with|to|envers|towards) (everyone|us|the others|others|les autres|tout le monde|nous|les collegues|colleagues|the (team|new starters|newcomers|residents|customers)|les clients|les nouveaux))*',
  '(tout le monde|everyone|everybody|les collegues|on|nous|we all|the (team|others)|l equipe|les clients|colleagues) (l |la |le )?(SO |s )*(aiment|aime|apprecient|apprecie|adorent|adore|likes?|loves?|love|enjoys?|trusts?|respects?)( (SO|beaucoup|HER|working with HER|bien))*',
  '(on|nous) (l |la )?(SO )?(compte sur elle|fait confiance)',
  '(has|have|avec|with|a|ayant) an? (VERY |good |great |lovely |brilliant |super |bonne |excellent |fantastic )*(attitude|etat d esprit|spirit|mentalite)',
])

/** Agreement without weight: alone it says only that the message was read. */
export const WEAK = anyOf([
  ...words(`
    good great alright volontiers voila
  `),
  '(c est )?(ok|d accord|bon|bien|super|top|cool)',
  'sure( thing)?',
  'fine( by me)?',
  'all right',
  'no problem',
  'no worries',
  'pas de (souci|soucis|probleme)',
  'aucun (souci|probleme)',
  'ca marche',
  'ca roule',
  'avec plaisir',
  'with pleasure',
  'my pleasure',
  'ca va',
  'sounds (good|right|about right)',
  'fair enough',
  'pourquoi pas',
  'happy to',
])
