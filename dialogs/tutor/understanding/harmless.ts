// What can stand beside a yes and leave it whole.
import { anyOf, words } from './phrases.ts'

/** Greetings, thanks, wishes. */
const COURTESY = anyOf([
  '(a )?toute l equipe( WORD)?(?<=(bonjour|bonsoir|salut|hello|merci) .*)',
  '(god )?bless (her|him|you|them)',
  ...words(`
    hiya yo man bises bisous bonjour bonsoir salut coucou hello hi hey morning there all team madame monsieur messieurs mesdames chef boss mate
    declic cheers cordialement regards bye
  `),
  'dear( WORD)?',
  'good (morning|afternoon|evening)',
  'hi there',
  '(my|mon|ma|mes) (friends?|dear|amie?s?|belle|love)(?= $)',
  'a tous',
  'm sieur',
  'merci( (beaucoup|bien|a vous|d avance|pour elle|pour @|pour tout|de votre (message|mail)|pour (votre|le) (message|mail|travail)))?',
  'thanks( (a lot|again|for (asking|your (message|e mail|mail)|getting in touch|reaching out)))?',
  'thank you( (very much|for (asking|your (message|e mail|mail)|getting in touch)))?',
  'many thanks',
  'bien a vous',
  '(d|de|of) (@|elle|lui)',
  '@ s(?! (ils?|elles?|on|iel) )',
  '(il|je l|je la|je) felicite',
  '(et )?je (la|le) (felicite|remercie)',
  'au revoir',
  'a bientot',
  '(bonne|bon|belle|excellente) (journee|soiree|continuation|chance|route|suite|reception|semaine|fin|apres midi|week end|courage|annee|retour)( (a (vous|elle|@|lui)|pour la suite))?',
  'belle journee',
  'have a (nice|good|great|lovely) (day|one|evening|weekend)',
  'good luck( to (her|him|@))?',
  'en reponse a( votre (message|mail|demande|question))?',
  '(suite|reponse) a (votre|la) (demande|question|message)',
])

/** « Bonjour c’est Karim », "this is Sam from the kitchen". */
const WHO_WRITES = anyOf([
  '(?<=^ )(la |le |l )?ROLE( (adjointe?|technique|principale?|pedagogique|sociale?|general|generale))?( (de|du|des|d|of) (la |le |les |l |the )?(?!(moi|elle|lui|travers|pres|cote|face) )WORD( WORD)?)?(?= $)',
  '(?<=^ )(je m appelle|my name is|je me presente) WORD( WORD)?(?= $)',
  '(?<=^ )(benevole|volunteer|salariee?) (aux?|a la|a l|at|chez|de|du|des) (?!(her|his|my|moi|elle|lui|cote|mes|ses) )WORD( WORD){0,3}( (depuis|since) \\d+)?(?= $)',
  'signee?s? (?!(par|by|hier|pour|avec) )WORD(?= $)',
  'c est moi qui l ai (mise|placee|formee|encadree|suivie|embauchee|recrutee|supervisee|accompagnee|eue)( (avec|chez|a|en|dans) WORD)?',
  '(?<=^ )over( and out)?(?= $)',
  '(bonjour|bonsoir|salut|hello|hi|moi) (c est|ici|this is|it s) (?!oui|yes|non|no|ok|bon)WORD',
  'ici WORD',
  '(?<=^ |^ bonjour |^ hello |^ hi )(moi c est|c est|this is|it s) (?!oui|yes|non|no|ok|bon|vrai|exact|juste|true|right)WORD (from|de|du|des) ((the|la|l) )?WORD',
  'this is WORD (here|from (the )?WORD)',
  '(?<=^ |^ hi |^ hello )(?!works?|is|was|she|he)WORD here(?= $)',
])

/** How sentences begin, and are tied together. */
const SPEECH = anyOf([
  'sur la tete de (ma|mon|mes) \\p{L}+',
  'cross my heart',
  '(bien |trop |too |so |being |tres )+(modeste|modest|humble)',
  '(contrairement|contrary) (a|to) (ce que|what) (je|j|i|on|we) (SO )*(craignais|pensais|croyais|imaginais|redoutais|attendais|craignait|pensait|feared|thought|expected)',
  '(et )?pourtant j en ai (eu|vu|connu|forme)( (passer|des WORD|beaucoup|plein))*',
  '(et )?(vous|tu) (pouvez|peux) (l |le )(ecrire|noter|marquer|crier|afficher|encadrer)( (en gros|en lettres d or|noir sur blanc|sur les toits))+',
  ...words(`
    alors donc et and aussi also voila quoi hein eh ah oh ha ouh wow waouh la we franchement honnetement honestly
    sincerement frankly vraiment really clairement simplement anyway so sur evidemment effectivement indeed tout because car
    puisque tbh definitely too um uh mme mlle mr deh wallah walla peuchere te dame pardi fada allez ouf tiens ok vrement tkt
    tqt presente? wesh frere mec bro sir
  `),
  'ma am',
  'du coup',
  'en plus',
  'de plus',
  'd ailleurs',
  'besides that',
  'en effet',
  'en tout cas',
  'in any case',
  'de toute facon',
  'par ailleurs',
  'en vrai',
  'tout simplement',
  'c est sur',
  'parce que',
  'to be (honest|fair)',
  'as well',
  '100 ?%',
  'a 100 ?%',
  'a (cent|100) (pour cent|%)',
  '(2|deux|two|dix) (fois|times|mains|thumbs up)( plutot qu une)?',
  'et comment',
  '(la |cette )petite',
  '(la |cette )gamine',
  '(?<=^ )(ben|bah|euh|eh ben)(?= $)',
  'inch allah',
  'vraiment la',
  'dans ca',
  'pas (nulle?|mauvaise?)( du tout)?',
  '(s |is |isn t )?not bad at (it|that|this)',
  '(on |last |this )?(mon|tues?|weds?|thurs?|fri|sat|sun)( (morning|night|last))?',
  '(?<=^ )(bin|ben|bah)(?= (oui|ouais|si|c est|elle|il|@) )',
  'ma foi',
  'sans hesiter',
  'plutot deux fois qu une',
  'ce jour la',
  'that day',
  'toute (la|cette) (semaine|journee|matinee|annee)',
  'all (week|day|year|month|summer|winter|along)',
  'and how',
  'et encore merci',
  'i must say',
  'je dois dire',
  'il faut (le )?(dire|reconnaitre|avouer|admettre)',
  'rien que ca',
])

/** On my side; with whom and in which company it says nothing against her. */
const COMPANY = anyOf([
  ...words(`
    personnellement personally ensemble together
  `),
  '(pour|for) (moi|elle|@|lui|nous|ca|cela|ma part|ce badge|le badge|cette demande|sure|certain|real|me|us|her|him|this( badge| one)?|that|the badge|ce qui me concerne|tout ca|toute l equipe|the team|son badge|une fois)',
  '(de|a) (ma|mon|notre) (part|cote|avis)',
  '(de|from) (la part de )?(toute|tous|toutes|all|the whole|everyone) ?(la|l|les|le|notre|mon|of|at|in|our|the)? ?WORD',
  'from (me|us|my side|my end|my point of view)',
  'de mon (cote|point de vue)',
  'quant a moi',
  'en ce qui me concerne',
  'as far as i m concerned',
  'sur (ce point|tout|tout ca|toute la ligne|tous les points|le terrain)',
  'on (that|this|all counts|every point|her|him|it)',
  'about (that|this|it|her|him|all of it)',
  'dans ce (cas|domaine)',
  'la dessus',
  'a ce sujet',
  'avec (nous|elle|@|lui|les autres|les collegues|ses collegues|mes collegues|toute l equipe|l equipe|equipe|tout le monde|son equipe|notre equipe|le groupe|plaisir|soin|serieux|application|sourire|le sourire|brio|succes|rigueur|enthousiasme|entrain|motivation|patience|bonne humeur|professionnalisme|les clients|les nouveaux|chacun|grand (plaisir|soin)|ses camarades|joie|coeur|envie|energie|intelligence|talent|aisance|assurance|efficacite|gentillesse|methode)( (et|and) WORD)?',
  'with (us|her|him|@|the others|others|everyone|everybody|her colleagues|colleagues|the team|our team|her team|the group|pleasure|care|a smile|great care|ease|pride|enthusiasm|patience|skill|confidence|her workmates|the crew|the (morning|day|evening|night) (crew|shift|team)|all of us|all the others|other people|the (new starters|customers|residents))',
  'en (equipe|groupe|autonomie( totale| complete)?|toute autonomie|permanence|personne|direct|toutes circonstances|toute confiance|toute occasion|pleine autonomie|continu|confiance|silence|souriant|chantant)',
  'in (a |the |her |our )?(team|teams|group|person|every way|all circumstances|full|her stride|all respects|all honesty|fact|front of (me|us|my eyes))',
  'as part of (a|the|our) (team|group|crew)',
  'a plusieurs',
  'entre collegues',
  'entre nous',
  'among (us|colleagues)',
  'dans (l equipe|le groupe|notre equipe|son equipe|la bonne humeur|les regles( de l art)?|toutes les situations)',
  'a (chaque|toute) (fois|heure|occasion)',
  'a (merveille|fond|la perfection|la lettre|tous les coups|l aise|l oeuvre)',
  'comme (il faut|ecrit|elle dit|elle le dit|elle l ecrit|decrit|une grande|une chef|elle le raconte|dans son texte|demande|prevu)',
  '(just |exactly )?(as|like) (she|he) (says|said|wrote|describes|described|writes|tells)( (it|in the text))?',
  'as (described|written|stated|requested|asked)',
])

/** When, how often, since when. */
const WHEN = anyOf([
  '((le|on|the) )?(\\d{1,2}|1er)( ?(st|nd|rd|th))? (of )?(janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december)( \\d{4})?',
  ...words(`
    daily toujours always souvent often regulierement regularly constamment constantly hier yesterday today now desormais deja already
  `),
  '((a|at|on|pendant|pour|lors de) )?(chaque|every( single)?|each) (?!other)WORD',
  'tous les (jours|matins|soirs|midis)',
  '((ca|cela) fait|il y a|y a) (longtemps|un moment|un bail|(WORD|\\d+) (mois|ans|semaines|jours)) qu(e|elle)?',
  'tout le temps',
  'all the time',
  'day in day out',
  'a plusieurs reprises',
  '(plusieurs|de nombreuses|x|trois|quatre|dix|cent|\\d+|tellement de|beaucoup de|plein de|des dizaines de|maintes|mille) fois',
  '(many|several|lots of|three|four|ten|plenty of|countless|numerous|a few|loads of|so many|\\d+|dozens of|a hundred|multiple|quite a few) (times|occasions)',
  'on (several|many|numerous|a few|multiple) occasions',
  '(more|plus) (than|d|que) (une|deux|trois|once|twice)( fois)?',
  'again and again',
  'time and( time)? again',
  'over and over',
  'hier encore',
  'encore (hier|ce matin|cette semaine|lundi|mardi|mercredi|jeudi|vendredi|la semaine derniere|aujourd hui)',
  '(ce|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi) (matin|soir|apres midi|midi)',
  'aujourd hui',
  'avant hier',
  'l autre jour',
  'the other day',
  '(la|cette|l) (semaine|annee|an) (derniere|passee|dernier)',
  '(le|ce) (mois|week end) (dernier|passe)',
  'cette (semaine|annee)',
  'ce mois( ci)?',
  '(this|last|all) (week|month|morning|afternoon|evening|night|year|monday|tuesday|wednesday|thursday|friday|weekend|spring|summer|autumn|winter|time)',
  '(on |since |depuis |lundi |mardi |jeudi )?(lundi|mardi|mercredi|jeudi|vendredi|monday|tuesday|wednesday|thursday|friday)( (dernier|last|passe))?',
  'depuis (le debut|WORD (mois|ans|semaines|jours|annees)|son arrivee|longtemps|toujours|hier|\\d+ (mois|ans|semaines)|des (mois|annees)|un (bon )?(moment|bail|bout de temps)|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|que je la connais)',
  'since (she (started|arrived|joined)|day one|the start|WORD( WORD)?)',
  'from (day one|the start|the beginning)',
  'des le (debut|premier jour)',
  'du debut a la fin',
  'from start to finish',
  'these days',
  'apres (la semaine derniere|ce mois|ce stage|trois mois|WORD (mois|semaines))',
  'after (last|this) (week|month)',
  'for (WORD|\\d+) (months|weeks|years|days)( now)?',
  'pendant (WORD|\\d+) (mois|semaines|ans|jours)',
  'en ce moment',
])

/** Trouble that she found or ended is not hers: « elle a signalé la fuite », "she spotted the mistake". */
const TROUBLE_SOLVED =
  '(signale\\p{L}*|gere\\p{L}*|regle\\p{L}*|resou\\p{L}*|resolu\\p{L}*|repare\\p{L}*|calme\\p{L}*|evite\\p{L}*|repere\\p{L}*|trouve\\p{L}*|corrig\\p{L}*|rattrap\\p{L}*|remarqu\\p{L}*|prevenu\\p{L}*|spot\\p{L}*|flag\\p{L}*|fix\\p{L}*|solv\\p{L}*|handl\\p{L}*|report\\p{L}*|sort\\p{L}*|notic\\p{L}*|caught|found|told|calmed|avoided)( WORD){0,4} (probleme|problemes|soucis?|erreurs?|fautes?|dispute|conflits?|bagarre|panne|fuite|casse|retard|accident|danger|problems?|issues?|mistakes?|broken|errors?|fight|argument|leak|late|fault|trouble|wrong|missing|lost|perdue?s?|manquante?s?|cassee?s?|agressi\\p{L}*|enervee?s?|angry|rude|urgence|correction)'

/** How well, all by herself. */
const HOW = anyOf([
  ...words(`
    myself happily precisely precisement
  `),
  '(toute? seule?|by (herself|himself|themselves|itself)|on (her|his|their) own|seule comme une grande|unaided|independently|unprompted|d elle meme|sans aide|de sa propre initiative|on (her|his) own initiative|spontanement|spontaneously|comme une grande|les doigts dans le nez|les yeux fermes|haut la main|with her eyes (shut|closed)|easily|facilement|naturellement|naturally|brilliantly|perfectly|parfaitement|tres bien|super bien|very well|really well|so well|well|bien|(et )?(meme )?mieux que (moi|personne|nous|tout le monde)|better than (me|anyone|most|i do|i can|any of us)|a la perfection|correctement|serieusement|efficacement|consciencieusement)',
  'moi meme',
  '(comme une? (reine|grande?|chef(fe)?|as|pro|championne?|star)|like a (pro|star|boss|champ|queen))',
  'first hand',
  'sur place',
  'on site',
  'au (quotidien|travail|boulot|top|taquet|fil du temps)',
  'at work',
  'on the job',
  'toujours la quand (on|il faut|nous|tu|vous)( WORD){0,5}',
  '(always )?there when (you|we|i|they)( WORD){0,4}',
  'when (asked|needed|it matters)',
  '(quand|when|whenever) (il |elle |she |on |you |we |it |ya |y |it s |he |ca )*(en |le |l )?(faut|besoin|a besoin|needed|needs? (it|to|help)|asked|necessaire|necessary|gets busy|chauffe|rush)',
  '(demand(e|er|ait)|ask(s|ed|ing)?|cherche) (SO )?(de l |pour de l |d |for )?(aide|help|un coup de main)',
  'par coeur',
  '(notamment|par exemple|for example|including|entre autres)( (lors|pendant|during|at|for))?( (de|d|of))?( (la|le|les|l|the|un|une|a))?( WORD){1,5}',
  'devant (toute l equipe|tout le monde|tous|les autres|les clients|l equipe)',
  TROUBLE_SOLVED,
  'si (bien|gentille?|forte?|efficace)',
  'just (great|perfect|brilliant|right|fantastic|amazing)',
  'juste (parfaite?|geniale?|top|incroyable|super|formidable)',
  'trop (bien|forte?|cool|top|contente?|bonne?|geniale?|gentille?|mignonne?|douee?)',
  'pas mal du tout',
])

/** What she wrote, and that it is hers. */
const HER_TEXT = anyOf([
  ...words(`
    badge ca cela it that this elle il iel lui she he her him @ moi je i
  `),
  'SHE (SO )*(le |la |l |y |les )?(travaille|bosse|works?|participe|collabore|aide|helps?|communique|contribue)',
  '(que|qu|that) SHE (SO )*',
  'ce (que|qu) (SHE )?(SO )*(a |l a )?(dit|ecrit|raconte|decrit|note|marque|mis)?',
  '(what|everything|all|all that|tout ce qu|tout ce que) (SHE )?(SO )*(wrote|says|said|writes|described|describes|dit|ecrit|raconte|decrit|a (dit|ecrit|raconte|decrit)|has written|s written)',
  '(les|ses|son|her|his|sa|leurs?|le|the|this|ce) (dires?|texte|propos|recit|text|account|story|statement|words|description|demande|claim|badge|competence|competences|request|skills?|travail|temoignage|claims)',
  'tout ca',
])

/** Who I am to her, and how glad. */
const MY_ROLE = anyOf([
  ...words(`
    everybody everyone bravo felicitations maintenant merci
  `),
  '(i|we|je|j|on|nous) (SO )*((l|la|ai|ve|have|avons|am|m|suis) )*(SO )*(supervised?|supervising|trained|managed?|taught|mentor(ed)?|encadree?|encadre|formee?|suivie?|suis|forme)( (HER|@|elle))?( (SO|depuis \\p{L}+( WORD)?|since WORD))*',
  '(je suis|i m|i am|c est|is) (son|sa|ma|mon|her|his|@ s) (tuteur|tutrice|chef|cheffe|responsable|encadrante?|formateur|formatrice|maitre d apprentissage|supervisor|manager|tutor|boss|team leader|line manager|trainer|mentor|collegue|colleague|referente?|maitre de stage|work ?mate)( et)?',
  '(je|j|i|we|on|nous) (SO )*(travaille|bosse|work|worked|ai (SO )*travaille|ai bosse|encadre|manage|supervise|trained|forme|have worked|ve worked|travaillons|bossons|know (her|him|@) (very |really )?well|la connais (tres )?bien|ve known|have known)( (SO|avec|with|alongside|elle|her|him|@|lui|bien|well|very well|depuis WORD WORD|for WORD WORD|ensemble|together|la|l|le))*',
  '(tres |trop |vraiment |bien |very |so |really |super )?(contente?|heureuse|heureux|fiere?|ravie?|happy|proud|pleased|glad|delighted)( (d elle|de @|pour elle|of her|of him|for her|of @|de la compter|de l avoir|to have her|de son travail|with her|avec elle))*',
  '(je|i|on|nous|we) (suis|sommes|est|am|m|are) (SO )*',
  '(je|j|i) (le |vous |l )?(dis|ecris|say|reponds|signe)',
  'l equipe',
  'tout le monde',
  'keep (it )?up( the good work)?',
  'continue(z)?( comme ca)?',
  '(dans|a|at|in) (la |l |le |the |our |notre )?(equipe)',
  'de rien',
  'you re welcome',
])

/** Whoever asks when she does not know has a good habit; the « quand » and the « pas » in it are no limit. */
export const GOOD_HABITS = anyOf([
  '(demande|previent|appelle|signale|propose|aide|prevenait|demandait|asks?|tells?|calls?|helps?|checks?)( (SO|de l aide|les autres|me|us|nous|for help|others|un coup de main)){0,2} (quand|when|whenever|des qu|si|s|if) (elle|il|she|he|on|you|we|quelqu un|someone|it|ca|there|y)(?! (a |en a |wants? |veut |feels? |has )?(envie|veut|le temps|time|like|told|dit|wants?))( (ne|n|en|s|is|are|a|not|doesn t|isn t|can t|l|le|has)){0,3} WORD( (pas|plus|help|besoin|sure|bien|busy|stuck|it|a problem|un probleme|probleme))*',
])

export const HARMLESS: readonly RegExp[] = [COURTESY, WHO_WRITES, SPEECH, COMPANY, WHEN, HOW, HER_TEXT, MY_ROLE]
