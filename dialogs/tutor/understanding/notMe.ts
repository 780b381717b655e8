// What says that somebody else should be asked.
import { anyOf } from './phrases.ts'

/** Somebody else should be asked. */
export const NOT_ME = anyOf([
  '(c est |ce n est |n est |non )*pas (a )?moi( (qui|son|le|la|sa|l|que|qu|le responsable|vous|encadre|faut|il|ca|desole|personne|tuteur|tutrice|du tout|cherchez)( .{0,40})?)?(?! (?:seule?))',
  '(it s |that s |it is |you ve got |i m )?not me( .{0,25})?',
  '(vous )?(faites|faite|avez fait|il y a|y a|c est|trompez|vous trompez|etes trompee?s?|se trompe|tromper|une|you ve made|you have|you ve got|got|this is|think)? ?(une |un |a |the |de |d |u |got |you |have |ve )*(erreur|mauvaise?s?|trompez|trompee?s?|wrong|mistake(n)?) (de |d |sur |quant au |quant a la |about the )?(la |le )?(personne|numero|destinataire|adresse|contact|interlocuteur|interlocutrice|service|person|number|address|recipient|department|guy|woman|man|email|email address|mail|ali|one here)( .{0,20})?',
  '(je (ne )?suis |suis |c est |i m |i am )(SO )?(pas|not) (SO )?(la bonne personne|le bon|la bonne|le bon (contact|interlocuteur|numero|destinataire)|la personne (concernee|qu il (vous )?faut|a contacter|indiquee)|concernee?|the right (person|one|contact)|(her|his|@ s?|their|a|the) (tutor|tuteur|manager|supervisor|boss|line manager|trainer|mentor)|(son|sa|le|la|leur) (tuteur|tutrice|chef|cheffe|responsable|encadrante?|formateur|formatrice|maitre|referente?|superviseur|manager)|best placed|bien placee?|le mieux placee?|en mesure|habilitee?|qualified|in a position|able to (say|judge|comment)|involved|around|there)( .{0,60})?',
  '(je|j|i|we|on|nous|moi je|no we|personne) (SO )?(ne |n )?(la |le |l |les )?(SO |do )*(connais|connait|connaissons|know|ai connu|don t know|do not know|didn t know|knows|recognise|recognize|don t recognise|don t recognize|remets|situe|vois) (SO |don t )?(pas|not|aucune?|personne|no|nobody|any|point) ?(du tout |who |SO |cette personne |ce nom |d |de |@ |at all |called |anyone |anybody |that |this |person |name |elle |qui c est |cette dame |ce monsieur |ca |qui |quelqu un |awa )*',
  '(i |we |sorry |really |i m afraid i )*(don t|do not|didn t|doesn t|not|never) (SO |even |actually |really )*(know|met|meet|recogni[sz]e|work with|worked with|heard of|come across|knew|crossed|spoken to) (SO )?(who )?(this|that|the|any|any such|an?|HER|anyone|anybody|who)( .{0,40})?',
  '(never|jamais) (SO |actually |even )?(met|heard of|worked with|come across|entendu parler|rencontree?|croisee?|travaille avec|bosse avec|eu)( .{0,50})?',
  'jamais vue?( cette| ce| cet) (personne|nom|dame|monsieur|fille|jeune)( .{0,20})?',
  '(i ve |i |i have )?never (SO )?(met|worked with|come across) (HER)( .{0,20})?',
  '(inconnue?|unknown)( (au bataillon|ici|chez nous|here|pour moi|to me))?',
  'who dis',
  '(je )?(ne )?(sais|c) pas (du tout )?(qui c est|qui est( .{0,20})?|de qui .{0,20}|qui)',
  'c est (mon|ma|un|une|le|la) \\p{L}+ qui (la |l |le )(etait|bosse|travaille|s occupe|suit|encadre|connait|forme|gere|accompagne|a eue?|supervise)( .{0,30})?',
  '(c est|ce n est|n est) (pas|plus) (mon|ma|mes|notre) (service|equipe|secteur|stagiaire|apprentie?|salariee?|atelier|chantier|site|entreprise|eleve)( .{0,30})?',
  '(ce|this|le) (numero|number|telephone|phone) (n est|isn t|is|est) (plus|no longer|pas|not) .{0,40}',
  'pas (son|sa|leur) (tuteur|tutrice|chef|cheffe|responsable|encadrante?|formateur|formatrice)( .{0,20})?',
  '(vous )?(n )?(ecrivez|parlez|demandez|adressez|etes) pas a la bonne (personne|adresse)',
  '(je )?(ne )?(l |la |le )(encadre|suis|supervise|gere|manage) pas( .{0,30})?',
  '(je|j) (ne )?(travaille|bosse) plus( .{0,60})?',
  '(je|j|on|i) (ne )?(la |le |l )?(croise|vois|see) (HER )?(meme |jamais |presque |quasi |hardly )*(pas|jamais|never)( .{0,30})?',
  'pas connaitre( .{0,30})?',
  'connais? pas( (du tout|cette personne|@|ce nom|elle|desole|qui|awa))*',
  'aucune idee (de )?qui( c est| est)?( .{0,20})?',
  'qui est ce',
  '(no|aucune) idea (who|what) (this|that|she|he|they|@)( .{0,30})?',
  '(moi |i |we |je |j |on )+(SO )?(ne |n )?(only|just|que|seulement|simply|m occupe (que|seulement|juste|uniquement)|fais (que|seulement|juste)|suis (que|juste|seulement)|m am just|travaille (que|seulement|uniquement)|bosse que|gere que|gere (juste|seulement)) (do |cover |work |drive |deliver |handle |run |clean |deal with |look after |the |a |de |du |des |la |le |les |l |on |in |with |manage |process |in charge of |nights|come |here )*\\p{L}+( .{0,60})?',
  '(moi |i |je )*(m|am|suis|ne suis) (just|only|juste|seulement|simplement|que|simply) (a |the |le |la |l |un |une |here )?(driver|delivery|cleaner|receptionist|accountant|temp|neighbour|volunteer|secretary|intern|chauffeur|livreur|livreuse|comptable|secretaire|standard|accueil|voisine?|interimaire|gardien|agent|stagiaire|benevole|facteur|office|admin|payroll|postman|caretaker|security|night)( .{0,60})?',
  '(je |j |i |we |moi )+(SO )?(ne |n )?(travaille|bosse|suis|gere|encadre|m en occupe|m occupe|interviens|fais) (SO )?(pas|plus) (SO )?(?!(d accord|sur que|sure?|convaincue?|certaine?|contre|satisfaite?|la pour|en mesure de (dire|confirmer) (oui|ca)))(avec|dans|chez|la|d|de|en|sur|du|son|sa|le|l|ici|au|elle|@|cette|ce|dessus|partie|meme)( .{0,60})?',
  '(i |we )+(SO )?(don t|do not|didn t|no longer|never|not|haven t|won t|am not|used to) (SO |actually |ever |even )*(work|worked|manage|managed|supervise|supervised|train|trained|deal|dealt|teach|look after|in) (with|for|there|here|in|on|at|her|him|them|@|alongside|the|that|this)( .{0,60})?',
  '(j ai|i ve|i have|i|j|we ve) (SO )?(quitte|change de|left|moved|retired|changed|pris ma retraite|demissionne|retraite)( .{0,60})?',
  '(je suis|i m|i am) (SO )?(parti|partie|a la retraite|retraitee?|muter?|mutee?|retired|gone|off sick)( .{0,60})?',
  '(she|he|they|@|elle|il) (SO )*(left|moved|is|was|works?|worked|s|est|etait|travaille|travaillait|bosse|bossait|a quitte|est partie?|n est|changed|a change) (SO |plus |pas |no longer |not |to |in |on |for |with |under |dans |avec |chez |sur |au |en |a |the |my |mon |ma |l |le |la |un |une |before |de |d |another |un autre |autre |d autre )*(autre|other|another|different|before|avant|someone else|somebody else|quelqu un d autre|autre equipe|autre service) ?(team|shift|department|workshop|line|site|section|service|equipe|atelier|site|secteur|chantier|floor|i (started|arrived|came|joined)|que j arrive|mon arrivee|boss|chef|kitchen|class|group|groupe|unit|tuteur|encadrant|branch)?( .{0,60})?',
  '(she s |he s |she |he |they |elle |il |@ )+(is |est |n est |s |isn t |wasn t |was |etait |n etait |n a jamais ete )*(SO )?(not|isn t|wasn t|never|pas|plus|pas dans) (SO |in |on |one of |dans |chez |de |sous |under |with |avec |part of |d |sur |a )*(my|mine|our|ours|mon|ma|mes|notre|moi|nous|me|us)( .{0,40})?',
  '(not|pas) (in |on |dans |de |chez |sur |one of |avec )*(my|our|mon|ma|mes|notre|the same|la meme|le meme|mine) (team|shift|department|workshop|equipe|service|secteur|atelier|site|job|side|area|ressort|domaine|rayon|apprentie?|stagiaire|eleve|groupe|group|class|student|trainee)( .{0,30})?',
  '(pas de|aucune?|no) (\\p{L}+ )?(@|personne|one|body|nobody|such person) (ici|chez nous|here|by that name|de ce nom|called|dans)( .{0,30})?',
  'nothing to do with me',
  'rien a voir avec moi',
  '(ca|cela|ce) (ne )?me concerne pas( .{0,20})?',
  '(c est|ce n est) pas mon (domaine|rayon|secteur|service|travail|role)( .{0,20})?',
  '(never|ne|pas|jamais) (see|saw|vois|voit|croise|vu) (HER|les gens|personne|la|people|anyone|any of them) (working|travailler|bosser|at work|a l oeuvre)( .{0,20})?',
  '(je|j|on) (ne |n )?(la |le |les )?(vois|voit|croise|travaille) (jamais|pas|que rarement|rarement)( (les gens|elle|@|travailler|au travail|bosser|avec elle|personne|les equipes|les apprentis|les stagiaires))+',
  'i (SO )?(never|don t|rarely) (see|watch|meet|work with) (HER|people|anyone|the (girls|staff|others|crew))( .{0,30})?',
  'no idea what (they|she|he) (do|does|did)( .{0,30})?',
])

/** « Demandez à Karim » */
export const REFERS = anyOf([
  '(demandez?|demander|ask|voir|voyez|contactez|see|try|adressez vous|check with|speak to|parlez en)( (plutot|moi))?( (a|avec|to|with|au|aux))? \\p{L}{3,}( .{0,40})?',
])

/** Not there at the time, in no position to know. Beside a yes it only says since when, or why so late. */
export const ABSENT = anyOf([
  '(je|j|i|on) (ne |n )?(vois|voit|ai pu|see) (jamais |never )?(rien|nothing)( (du tout|voir|at all))*( .{0,30})?',
  '(rien|nothing) (pu voir|vu parce|vu car)( .{0,30})?',
  '(je suis|i m|i work|i am|je bosse|je travaille) (SO )?(dans|in|aux?|a la|at) (les |the |la |l )?(bureaux?|compta\\p{L}*|accueil|office|accounts|rh|hr|administration|admin|reception|standard|siege)( .{0,60})?',
  '(j|je|on|nous|i|we) (n )?(etais|etait|etions|suis|was|were) (SO )?(pas|not) (SO )?((au|aux|a la|a l|en|dans|sur|chez|at|in|on) .{0,30}|de service|de garde)',
  '(?<=^ |sorry |so )(wasn t|was off|was away|was not) (in|there|around|on|off|away|here|working|at work)?( .{0,40})?',
  '(?<=^ |so |sorry |and )(couldn t|can t|wouldn t|cannot) (really )?(tell( you)?|say|know|comment|judge)(?= $| )( .{0,30})?',
  '(je|j|i) (SO )?(suis|bosse|travaille|m|am|work|do|fais) (SO |on |only |de |du |la |le |l |equipe |the )*(soir|matin|nuit|nuits|jour|nights?|days|mornings?|evenings?|lates|earlies|(night|day|late|early) shift)s?( .{0,40})?',
  '(j|je|i|nous|on|we|moi j) (SO )?(n )?(etais|etait|etions|suis|ai|am|m|was|were|wasn t|weren t|haven t been|ve been|have been|has been|ai ete|ne suis|suis pas) (SO |n |pas |not |ete |been |encore |plus |toujours |away |off )*(la|sur (le|la) \\p{L}+|present|presente|there|around|here|in|absente?|en (arret|conge|conges|vacances|formation|deplacement|maladie)|malade|sick|off|away|on (leave|holiday|vacation|maternity)|ill|maternity|working (then|that day)|on (shift|site|duty)|de service|d equipe|en poste|arrivee?|embauchee?|employed|tuteur|tutrice|encadrante?|responsable|chef|formateur|her (tutor|manager|supervisor|boss)|in charge)(?<= (pas|plus|n|not|wasn|weren|haven|absente?|arret|conges?|maladie|malade|sick|off|away|leave|holiday|ill|maternity|vacances|formation|deplacement)( .*)?)',
  '(je|i|we|on|j) (SO )*(ne |n )?(peux|peut|saurais|suis|ai|can t|cannot|couldn t|wouldn t|don t|ne peux|en sais|sais|am not|can not|m not) (SO |not |really |really not |in a position to |able to |pas |rien |en |vous |le |l |la |me |to |mesure de |aucune |moyen de |any way of )*(savoir|dire|juger|prononcer|repondre|temoigner|say|tell( you)?|know|judge|comment|speak|speak to that|idee|clue|evaluer|avis|opinion)(?= $| (pour|for|about|on|either|way|sorry|desole|la dessus|sur|si|whether|if|that|one))( .{0,40})?(?<= (pas|not|t|cannot|saurais|rien|aucune|any|no) .*)',
  '(i |we |really )*(have|ve got|had|got) no (way of knowing|idea|clue|opinion|contact)( .{0,40})?',
  '(no|aucune) (idea|clue|idee)(?= $)',
  '(elle|il|@|she|he) (n )?(a|ont|has|have|s got|no longer has|doesn t have) (plus |changed |change de |not got )?(ce |this |her |son |de )?(numero|telephone|phone|number|portable)( .{0,40})?',
  '(c est|this is|it s|ici|moi c est) (le |la |l |sa |son |the |her |his |\\p{L}+ s )?(mari|femme|fille|fils|mere|pere|frere|soeur|conjointe?|wife|husband|son|daughter|mum|mother|dad|father|brother|sister|partner|colocataire|flatmate)( .{0,40})?',
  '(qui|c est qui|who s|who is) (ca |cette |this |c est )?@( .{0,20})?',
  '(j ai|il y a|y a|on a|we have|there s|i have|i ve got|je n ai) (ne |n )?(personne|pas d|pas de|no one|nobody|no) (\\p{L}+ )?(de ce nom|called|by that name|@|qui s appelle|named)( .{0,40})?',
])
