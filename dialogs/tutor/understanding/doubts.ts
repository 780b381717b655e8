// What makes a yes doubtful, takes it back, or was never meant.
import { anyOf, words } from './phrases.ts'

/** They are not sure, or say it in the conditional. */
export const DOUBT = anyOf([
  ...words(`
    hope hopes guess suppose think imagine reckon assume believe expect says? dit claims? expres recu noted trompee? betises? tomber?
    plu pleut mouais bof moyen(ne|nement)? maybe perhaps possibly probablement probably presumably supposedly apparemment apparently
    semble hopefully esperons seems? kinda sorta ish might may could would should souviens
    (?!pleur|prepar|montr|rentr|entr|tir|ouvr|offr|cour|demarr|assur|livr|rencontr)\\p{L}{2,}(erait|erais|rait|rais|raient)
    difficil\\p{L}* hard complique\\p{L}* unsure idk jsp voyons mmh* enfin fin passable average essaie\\p{L}* essaye\\p{L}* tente\\p{L}*
    tr(ies|ied|ying) lent(e|ement)? slow(ly)? mauvais(e|es)? bad(ly)? poor(ly)? rate(e|r)? rates? casse\\p{L}* broke broken
    echoue\\p{L}* fail\\p{L}* absente? refus\\p{L}* abandonn\\p{L}* quit triche\\p{L}* cheat\\p{L}* copie\\p{L}* ment menti lied lies
    oubli\\p{L}* forg\\p{L}* perd\\p{L}* lost semblant pretend\\p{L}* fak\\p{L}+ malheureusement helas unfortunately sadly dommage pity
    shame bavard\\p{L}* dor(t|mi|mir) tele tv film asleep sleeping paresseu\\p{L}* faineant\\p{L}* lazy late ralait rale moan\\p{L}*
    complain\\p{L}* plaint probleme\\p{L}* problems? souci\\p{L}* issues? mistakes? erreurs? fautes? lacunes? incomplet\\p{L}*
    exager\\p{L}* exagg\\p{L}* embelli\\p{L}* barely hardly scarcely manque manquait miss\\p{L}* lacks? lacking soon quasi\\p{L}*
    approximati\\p{L}* roughly encore yet still apprend apprends learning progress\\p{L}* improv\\p{L}* struggl\\p{L}* supposed censee?
    devait voulu voulait wanted commence\\p{L}* started annoy\\p{L}* agace\\p{L}* embete\\p{L}* chier lol mdr ptdr haha\\p{L}* hihi jk
    rofl lmao pff+ tss 🤔 unsubscribe faut doit dois must ought sera fera ferai aura saura will wishes peur scared afraid timide shy ose
    dare fatigu\\p{L}* crie disput\\p{L}* argue\\p{L}* bagarre\\p{L}* fight\\p{L}* fought insult\\p{L}* impoli\\p{L}* rude vol(e|ee|er)
    stole steal\\p{L}* chiante? penible insupportable catastroph\\p{L}* desastre disaster horrible awful terrible decu\\p{L}*
    disappoint\\p{L}* inquiet\\p{L}* worr(y|ied) marre ironi\\p{L}* sarcas\\p{L}* paye\\p{L}* oblige\\p{L}* forced pression
    reluctant\\p{L}* grudging\\p{L}* begrudging\\p{L}* disons admettons whatever alleged\\p{L}* inapte incapable infirme dement\\p{L}*
    conteste unable insuffisan\\p{L}* insufficient\\p{L}* limited? instable irregulier\\p{L}* inconsistent\\p{L}* unreliable demandez
    autrefois jadis formerly ancien(ne)? former once twice vaguement vaguely brievement briefly aper[cs]u\\p{L}* glimps\\p{L}* heard
    rumou?rs?
  `),
  '(?<=^ )stop',
  '(elle|il|@|she|he) (SO )*(jure|affirme|assure (que|qu)|swears?|swore|insists?|promet|promises)',
  'comme un (pied|manche|cochon|sagouin|porc|boulet)',
  'like a (fool|pig|snail|slug|joke|clown)',
  '(?<=^ )(does|did|is|was|has|can|will) (she|he|they|it)(?= $)',
  '(elle|il|@) ((nous|me|les|m) )?(a |as )?regarde\\p{L}*',
  '(she|he|@) (just |only )?(watch|watches|watched|looked)',
  '(sauve|saves?|saved) (le monde|the world)',
  '(?<=^ |bien |oui |ok |yes )(compris|entendu)(?= $)',
  '(elle|il|@|she|he|and|et) (SO )*(a |has |had |s est |l a |les a |nous a )?(laisse|let|left|gaspille|wasted|bacle|botched|messed|melange|mixed|confondu?|ignored?|vanished|disparu|renverse|dropped|spilled|spilt|burnt|burned|brule|shouted|crie|spent|perdu|smashed|knocked|ruined|spoiled|spoilt|gache|abime|damaged|walked off|discut\\p{L}*)',
  'au lieu d\\p{L}*',
  'assise?',
  'sitting',
  'chatting',
  '(heures?|longues?|long|hours?|big) (de |d )?(pauses?|breaks?)',
  '(had|a) (a )?row',
  '(que|qu|what) (voulez|do you|dois je|veux tu)',
  '(?<=^ )avant(?! tout| moi| noel| hier)',
  'avant(?= $)',
  '(get|gets|getting|makes?|making) (others|people|someone|everyone|the others) ?(to|do)?',
  'was told(?= $| to)',
  '(vous|you) (faites|do|did|avez|are)',
  '(a|to) (vous|you)(?= $)',
  'faire (travailler|bosser|faire)',
  '(vue?|vois|voit|voir) (SO |HER |elle )*(passer|arriver|partir|pleurer|sortir|rentrer|manger|fumer|rigoler|rire|crier|discuter|attendre)',
  '(saw|seen|see|seeing|watch|watched|watching) (her|him|@|them) (leav|go|pass|arriv|cry|eat|smok|walk|wait|sleep)(e|ing)?',
  '(rendu|handed) (in |back |SO |the |la |le |les |her |sa |son |ses )*(clefs?|cles?|keys?|badge|tenue|gants|uniform|locker)',
  'on purpose',
  'by accident',
  '(je|j|i) (vois|see)(?= $)',
  '(i|je) (know|la connais|le connais)( (HER))?(?= $)',
  'please(?= $)',
  'd apres (elle|ce)',
  'je (SO )?(crois|pense|suppose|imagine|dirais|croyais|presume|doute|hesite)',
  'j (imagine|hesite|aimerais|aurais|ose)',
  'j ai l impression',
  'i (SO )?(guess|think|suppose|imagine|reckon|assume|believe|hope|doubt|wish|feel|d think|d say|would say)',
  'j espere',
  'on espere',
  'looks like',
  'as far as i (know|can tell|m aware)',
  'autant que je sache',
  'a ma connaissance',
  'a priori',
  'a vue de nez',
  'de memoire',
  'pt etre',
  'rappelle( plus)?',
  'a voir',
  'comme ci comme ca',
  'trop( \\p{L}+)?',
  'too( \\p{L}+)?',
  'gave up',
  'fait faire',
  'had (it|that) done',
  'got (someone|somebody|her|his|\\p{L}+) to',
  'arrivee? en',
  'en retard',
  'a peine',
  'about right',
  'never ?mind',
  'scratch that',
  'en fait',
  'fed up',
  'a contrecoeur',
  'pour (lui|leur) faire plaisir',
  'to be (nice|kind)',
  'to encourage',
  'pour etre gentil\\p{L}*',
  'on va dire',
  'peu importe',
  'm en fiche',
  'm en fous',
  'vous parlez',
  'so called',
  'soi disant',
  'quelle blague',
  'used to',
  'a l epoque',
  'back then',
  'une (seule )?fois',
  'someone else',
  'quelqu un d autre',
  'un autre',
  'une autre',
  'de loin',
  'from afar',
  'from a distance',
  'cinq minutes',
  'told me',
  'oui dire',
])

/** Filled pauses: an « euh oui » hesitates, unless they go on to put their name to it. */
export const HESITATION = anyOf(words('hmm* hum euh umm? erm? ben'))

/** Words that only limit. Whatever is said with them, and whoever vouches: no idiom takes them out, but the few beside them. */
export const ALWAYS_LIMITS = anyOf([
  ...words(`
    sauf hormis excepte\\p{L}* except unless sometimes parfois presque almost nearly hardly barely rarely rarement seulement uniquement
    maybe perhaps supposedly quasiment sinon however bof partiellement partly partially mostly mouais
  `),
  'only(?! (good|positive|praise|thing))',
  '(?<!(qu il|quand il|comme il|if) )faut(?! (le |l )?(dire|avouer|reconnaitre|admettre|etre|voir comme))',
  'plutot(?! deux fois)',
  'peut etre',
  'en partie',
  'dans l ensemble',
  'a part',
  'pas (toujours|trop|vraiment|tout le temps)',
  'not (always|quite|really|entirely)',
  '(sort|kind) of(?! people)',
  'plus ou moins',
  'more or less',
  'up to a point',
  'a moitie',
  'des fois',
  'un peu',
  'a (little|bit)',
])

/** A negation that no turn of phrase above explained. */
export const NEGATION = anyOf([
  ...words(`
    pas jamais aucune? ni rien non ne n nul(le)? not never no none nobody nothing nor neither without sans guere nowhere 👎 zero untrue
    invente\\p{L}* mensonges? impossible contraire
  `),
  '(?<!(une|cette|la|chaque|bonne|autre|quelle|meme|belle|tierce|de) )personne',
  'plus (jamais|personne|rien|du tout)',
  '(faux|fausse|false|wrong)(?= $| (about|to|that|way|thing|one|time|que|qu))',
  '\\p{L}+ t(?= )',
  'no one',
])

/** A yes that says the opposite. */
export const IRONY = anyOf([
  'poules',
  'youpi',
  '(et|and|moi|then)?( )?(moi )?(je suis|i m|i am|j suis) (SO )?(le |la |the |l )?(pape|reine|roi|queen|king|pope|pere noel|mere noel|santa( claus)?|president|dalai lama|father christmas|tooth fairy|batman|empereur|emperor|archeveque|napoleon|brad pitt|beyonce|danseuse etoile)( .*)?',
  'yes right',
  'right and',
  'pigs (might |can |will )?fly',
  'when hell',
  'in your dreams',
  'in her dreams',
  'dream on',
  'as if(?! (she|he|@) .*(for (years|ages)|all (her|his) life|forever))',
  'mais bien sur',
  'mais oui bien sur',
  'c est ca oui',
  'c est cela oui',
  'oui c est ca',
  'bien sur bien sur',
  'tu m etonnes',
  'tu parles( .*)?',
  'vous (y )?croyez( .*)?',
  '(la |quelle )?bonne blague( .*)?',
  'pull the other one( .*)?',
  'a d autres',
  'mon oeil',
  'my foot',
  'c est (une|la) blague',
  'you re (kidding|joking)( .*)?',
  'is this a joke',
  'vous (rigolez|plaisantez)( .*)?',
  'on y croit( .*)?',
  'encore un(e)? (badge|papier|formulaire|truc|message|mail|enquete|questionnaire|machin)( .*)?',
  'another (badge|form|email|survey|bit of paper)( .*)?',
  '(encore|more) (du |de la |bloody )?(papier|paperasse|paperwork)( .*)?',
  'ca va changer (ma|sa|la|le) (vie|monde)',
  'life changing',
  'bien fait pour (lui|elle|@|eux|sa \\p{L}+)',
  'serves? (her|him|them|@) right',
  'whoop(ee|ie)?( de do)?',
  'comme d hab\\p{L}*',
  'pour ce que ca (vaut|change|sert)',
  'thanks for nothing',
  'bravo l artiste',
  'bravo champion(ne)?',
  'du grand art',
  'on applaudit',
  'et ta soeur',
  'c est beau de rever',
  'on peut rever',
  'on peut toujours rever',
  'the moon is made( .*)?',
  'la lune( .*)?',
  'sure jan',
  'sure thing buddy',
  'prix nobel( .*)?',
  'nobel prize( .*)?',
  'employee of the (year|century)',
  'what a joke',
  'give me a break',
  'yes and (i m|my name|the moon|monkeys|i can)( .*)?',
  'and (monkeys|cows)( .*)?',
  'and my (cat|dog|grandmother|gran)( .*)?',
  'et ma (grand mere|soeur|tante|chienne?)( .*)?',
  'et mon (chat|chien|oeil|cul)( .*)?',
  'a (\\d+ )?heures du mat( .*)?',
])
