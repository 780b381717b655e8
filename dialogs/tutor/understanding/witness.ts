// What only somebody who was there can say: I saw it, she did it.
import { anyOf } from './phrases.ts'

/** I was there. */
export const SAW = anyOf([
  '(i|we|j|je|nous|on) (y )?(SO )*(was|were|etais|etait|etions) (SO |right |juste )*(there|here|present|presente?s?|la|sur place|a cote( (d elle|de @))?|avec (elle|lui|@)|with (her|him|@)|next to (her|him|@)|beside (her|him|@)|in (the|our|her|that|the same) (room|kitchen|workshop|class|classroom|hall|yard|shop|van|team|session)|on (the |that )?(site|shift|floor)|dans (la|notre|sa|le|l) (piece|salle|cuisine|classe|equipe|cour|atelier|groupe)) (when|while|quand|pendant qu|lorsqu) (HERSELF) (SO )*(l |le |les )?(did|made|was doing|got|a (SO )*fait|faisait|fait)(?! (?!hier |entier |premier |avant )\\p{L}{3,}(er|ir|ndre|rdre) )( (it|that|this|so|ca|cela))*',
  '(j|i|we|nous|on) (ai |have |had |ve |a |avons )?(eu |had )?(SO )*(la joie|le plaisir|l occasion|la chance|l honneur|the (pleasure|chance|privilege|joy|opportunity)) (d |de |of |to )((la |l )(voir|observer)|(voir|observer|see|seeing|watch|watching|observe|observing|witness|witnessing) (HER|elle))( WORK)?',
  '(ayant|pour avoir|having) (SO )*(assiste a|ete (SO )*temoin de|vue?|witnessed|seen|watched) (la |the |le |l |cette )?(scene|moment|tout|whole thing|HER|elle)( WORK)?',
  '(?<=(?:^| )(?:i|we) (?:(?!she |he |@ |they |not |never |t )\\p{L}+ ){1,12}and )(saw|watched|witnessed) (her|him|@|it|that|this)(?= )( WORK)?',
  '(?<=(i|we) (was|were) (?:WORD ){1,6}(and|where|so|from where) )(i|we) could (SO )*see (her|him|@|them|everything|it)( all)?',
  '(bien )?vu (et )?bien fait',
  // whom or what was seen has to be said, « j’ai vu le message » is another thing
  '(je|j|jl|on|nous|moi je) (SO )*(l |la |les )(ai |avons |a )?(SO )*(vue?|observee?|constatee?|vois|voyons|voit|assiste a)( (SO|moi meme|de mes( propres)? yeux|@|elle|ca|cela|plein de fois|plus d une fois|la|avec les autres))*( WORK)*',
  '(on|nous) (SO )*(l |la )(a |avons )(tous |toutes )(SO )*vue?( (SO|elle|@))*( WORK)*',
  '(je|j|on|nous|moi j) (ai |avons |a )?(SO )*(vue?|observee?|constatee?)( (SO))*( (@|elle|ca|cela|de mes( propres)? yeux|moi meme|plusieurs fois)|( WORK))( (SO))*( WORK)*',
  '(j|on|nous) (ai|a|avons) (SO )*tout vu',
  '(je|on|nous) (SO )*(la|les|le) (SO )*(voyais|voyait|voyions)',
  '(?<=^ |yes |oui |👍 )(saw|seen|watched|witnessed) (her|him|@|it)( (SO|do|doing|it|that|this|work|working|help|helping|with my own eyes|myself))*',
  '(i|we) (SO )*((have|ve|do|got to|get to|did) )*(SO )*(saw|see|seen|watch|watched|witness|witnessed|observed|observe|noticed) (SO )?(HER|the whole thing|the lot|all of it)(?! (photos?|pictures?|texts?|messages?|names?|mails?|emails?|profile|post|videos?|e mails?|cv|claim|request|form|file|badge))( (SO|first ?hand|many times|with my own eyes))*( WORK)*',
  // said of her, with all that belongs to it: « pour l’avoir supervisée », "I was on shift with them"
  '(pour )?(l |la )?avoir (SO )*(vue?|observee?|constatee?|supervisee?|encadree?|accompagnee?|suivie?)( (cette competence|cela|ca|HER|faire|moi meme))*',
  '(je|nous|on) (SO )*(l (ai|avons|a) (SO )*(regardee?|accompagnee?|eue? sous (les|mes|nos) yeux)|(l |la )(regardais|accompagnais|supervisais|encadrais|observais)|la regarde)( (SO|elle|@|faire))*',
  'moi (voir|vu|vue)( (SO|elle|@|travailler|faire|ca))*',
  '(?<=^ |oui |yes |right |course |sure |\\p{L}ly )i (SO |sure )*did( (SO|see (it|her|that|@)))*(?= $)',
  '(?<=^ |yes )(sure|certainly|absolutely|definitely) did(?= $)',
  '(?<=(did|fait|made|done|completed|carried|tenue?|prepared|served) .{0,60})(under|sous) (my|ma|mon|notre|our) (supervision|direction|eyes|watch|responsabilite|regard|surveillance)',
  '(?<=^ |oui |yes )(vue?|seen|observee?) (SO |encore )*(hier|avant hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|la semaine|ce matin|cette|pendant|plusieurs|deux|trois|yesterday|last|on|many|several|\\d+)',
  'de mes( propres)? yeux',
  'vue? (de mes (propres )?yeux|(le )?faire|a l oeuvre|en action|et approuve|et revu|sur place|en direct|moi meme)',
  '(with|seen with) (my|these) own( two)? eyes',
  'seen (it|her|him|them|@)( (SO|do|doing|it|that|this|myself|first hand))*',
  'saw it( (SO|with my own eyes))*',
  'SHE (SO )*l a (SO )*fait(e)? (SO )*(devant (moi|nous)|sous (mes|nos) yeux|avec (moi|nous) (hier|la semaine derniere))',
  '(right )?in front of (me|us|my eyes)',
  '(j|je) (en )?(suis|ai ete|etais) (SO |le )*temoin(?! d )',
  'i (am|was) (a |the )?witness(?! (to|of) an? )',
])

/** I was there, which is a reason to be believed and no answer. */
export const THERE = anyOf([
  '(je|on|nous) le (vois|voit|voyons|constate|constatons) (SO )*(chaque|tous les|toutes les) WORD(?= $)',
  '(i|we) (was|were) (SO )*(watching|looking on|observing)(?= $| (her|him|@|them|it) )',
  '(j|on|nous) (etais|etait|etions) (SO )*(dessus|dedans)',
  '(on|nous) (SO )*(a|avons) (SO )*(?!(discute|parle|mange|bu|ri|rigole|ete|ecoute|regarde|attendu|fume|vecu|vu|passe|grandi|dormi) )\\p{L}+(e|i|is|it|ert) (?!l ecole|le lycee|connaissance|la fete|des etudes)(WORD ){1,5}ensemble',
  '(HERSELF) (SO )*(etait|was|bossait|travaillait|worked|stood) (SO |juste |right )*(a cote de|next to|beside|alongside) (moi|nous|me|us)',
  '(nous|on) y (etait|etions|etaient)( (tous|toutes|tout|SO|ensemble))*',
  '(j|on|nous|je) (etais|etait|etions) ((SO|juste|(au|en) (meme )?\\p{L}+) )*(a cote( (d elle|de @))?|avec (elle|@|eux|elles)|toutes les deux|tous les deux|ensemble|dans l equipe|la)( (avec (elle|@|eux|elles)|SO)){0,2}',
  '(i|we) (was|were|stood|sat|worked) (SO |stood |sat |standing |sitting |working |right )*(there|here)(?= $)',
  '(i|we) (was|were|stood|sat|worked) (SO |stood |sat |standing |sitting |working |right |there )*(next to|beside|with|alongside|opposite|behind|on (the |shift )?(WORD )?(WORD )?with) (her|him|them|@)',
  '(j|j y|je|moi j|nous|on) (y )?(etais|etait|etions|suis|ai ete)( (SO|la|present|presente|avec (elle|lui|@)|sur place|juste a cote|a cote d elle)){1,3}',
  '(?<=^ |oui |yes )j y etais',
  '(i|we) (was|were) (SO |right )?(there|present|with (her|him|them|@)|next to (her|him|them|@)|standing (there|next to (her|him)))',
])

/** She did it, does it, can do it. */
export const DID = anyOf([
  'HERSELF (SO )*(l |les |en |s en |y )(est |a )(SO )*((re)?faite?(?! (?!hier |entier |premier |avant )\\p{L}{3,}(er|ir|ndre|rdre) )|faits|reussi|assure|gere|maitrise|sortie?|compris|acquis|prouve|montre|demontre|arrivee?)( (SO|son travail))*',
  'HERSELF (SO )*a (SO )*(fait|assure|gere|reussi|maitrise|cartonne|tout donne|tout compris|tout fait|fait ses preuves)(?= $| (ca|cela|tout ca|son travail|du bon|du tres bon|le travail|le boulot|le job|le taf|ce qu|exactement|tres bien|super bien))( (SO|ca|cela|tout ca|son travail|du (tres )?bon (travail|boulot)|le travail|le boulot|le job|le taf))*',
  'HERSELF (SO )*(le |la |les |l |y |s en |en )(SO )*(fait|refait|fais|sort|maitrise|gere|arrive|assure|reussit|pratique|tire)( (SO|ca|cela|tout le temps|tous les jours|chaque jour|au quotidien))*',
  'HERSELF (SO )*(fait|fais|gere|assure|maitrise|dechire|cartonne)( (SO|ca|cela|tout ca|tout cela|son travail|le travail|le boulot|le job|tous les jours|tout le temps))*',
  'HERSELF (SO )*y (SO )*(fait|arrive)( (SO|tres bien))*',
  'HERSELF (SO )*(sait|peut|est capable de|est tout a fait capable de)( (SO|ca|cela))* ((le|la|l|y) )*(SO )*(faire|fer|refaire|ca|cela)?( (SO|ca|cela|tout ca))*',
  'HERSELF (SO )*((does|did|can|has|s|has been|been|keeps|is|was|had) )+(SO )*(do |done |doing |got |doing |nailed |managed |mastered )*(SO )*(it|this|that|so|these|those|everything|all of (it|that|this)|the (job|work)|exactly that|just that|what it says|her job|his job)( (SO))*',
  'HERSELF (SO )*(nailed|smashed|aced|managed|mastered|handled) (it|this|that)( SO)*',
  'HERSELF (really |certainly |definitely |absolutely |indeed |always |surely |sure |totally )+(does|did|can|has)',
  'HERSELF (sure |so )?(does|did|can|has)(?= $)',
  'HERSELF (SO )*knows? (how( to (do (it|this|that)))?|her (job|stuff|work|way round)|his (job|stuff|work)|what (she|he) (s|is) doing)( SO)*',
  '(c est |c |bien |tout est )+(SO )*(acquis|maitrise|reussi|dans la poche|gagne|fait)',
  '(elle |il |@ )?(peut|can) (SO )*(compter sur|count on|rely on) HER',
  '(?<=^ )(acquis|maitrise|reussi)e?(?= $)',
  'mission accomplie',
  '(it s |that s )?job done',
  'fait et bien fait',
  'bien fait',
  'done and dusted',
  'well deserved',
  '(badge )?(bien |amplement |largement |tout a fait )+merite',
  'merite(?= $)',
])

/** « J’étais au bureau quand elle l’a fait »: she did it, says somebody who does not say to have been there. */
export const MEANWHILE = anyOf([
  '(i|we|j|je|nous|on) (y )?(SO )*(was|were|m|am|etais|etait|etions|suis|n etais|wasn t) .{0,40}(when|while|quand|pendant qu|lorsqu) (HERSELF) .*',
])

/** That she came or works there is no word on how. */
export const CAME = anyOf([
  '(que |qu |that )?(HERSELF) (SO )*(est|etait|is|was|s|has) (SO )*(venue?|presente?|partie?|la|ici|arrivee?|malade|absente?|inscrite?|salariee?|employee?|embauchee?|en stage|gone|here|there|left|present|employed|enrolled|come|arrived)( (ici|here|chez nous|hier|yesterday|today|with us|a l heure|on time))*(?= $)',
  '(que |qu |that )?(HERSELF) (SO )*(travaille|bosse|works?|fait partie|habite|lives?|worked|travaillait) (SO )*(ici|here|chez|avec|with|for|dans l equipe|there|de l equipe)( .*)?',
])
