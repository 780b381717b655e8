// What asks for something, or puts it off.
import { anyOf } from './phrases.ts'

/** They want to see or know more first. */
export const MORE = anyOf([
  '(j aimerais|je voudrais|je veux|j ai besoin (de|d)|il me faudrait|il me faut|me faut|(?<!(elle|il|@|lui) (a|aura) )besoin (de|d)|faudrait|puis je|pourrais je|peut on|j aurais besoin (de|d)|merci de (me )?|pouvez vous|pourriez vous|i d like( to)?|i would like( to)?|i need( to)?|need( to)?|i want( to)?|can i|could i|may i|can you|could you|can u|please|i d want( to)?|i d need( to)?|je demande|je souhaite|je souhaiterais|d abord(?! qu))( .{0,20})? (en savoir (un peu )?plus|savoir|voir|en voir|revoir|plus de|plus d|davantage|details?|precisions?|infos?|informations?|exemples?|comprendre|explications?|see|know|more|hear|understand|have a look at|look at|examples?|explain|context|contexte|photo|video|preuves?|relire|lire|m expliquer|m envoyer|me dire|renvoyer|clarify|resend|send|show me|tell (me|us))( .{0,80})?',
  '(plus de|davantage de|more|further|un peu plus de|some more|a few more) (details?|precisions?|infos?|informations?|information|info|exemples?|examples?|photos?|pictures?|context|contexte|explications?|evidence|preuves?|proof|elements?)( .{0,40})?',
  'en savoir plus( .{0,50})?',
  '(know|see|hear|find out|learn|voir|tell me|dites m en|show me|expliquez) (more|plus|davantage|d autres)( .{0,40})?',
  '(tell|dites|show|montrez|send|envoyez|renvoyez|resend|expliquez|precisez|call|appelez|rappelez|telephonez|ring|phone)( (me|moi|nous|us|le|la|les|it|en))* ?(moi|more|plus|plutot|again|a nouveau|svp|s il vous plait|la photo|les photos|le texte|first|d abord|about|what|ce que|la preuve|the (photo|picture|link|text)s?|davantage|please|le lien)( .{0,60})?',
  '(photos?|pictures?|images?|lien|link|videos?|textes?|text|fichiers?|files?|audio|vocal|piece jointe|attachment|voice note|page|preuves?|message) (ne |n |is |s |are |won t |doesn t |isn t |does not |didn t |est |a |m )*(s ouvre|ouvre|marche|fonctionne|charge|s affiche|affiche|open|work|load|passe|play|blurry|floue?s?|illisible|broken|dead|too (small|dark)|vide|empty|missing|manquante?|cassee?|come through|arrive|lit|download)( .{0,40})?',
  '(je|j|on|i|we) (ne |n |y )?(arrive|vois|peux|peut|trouve|lis|comprends|can t|cannot|don t|couldn t|didn t|ai|entends) (SO |pas |rien |see |open |read |find |get |understand |hear |pas a |not |a |recu |compris )+(la |les |le |the |a |any |l |ouvrir |lire |voir |aucune |de |quoi |what |which |of |ce |qu |attached |pas |bien )*(photos?|pictures?|images?|lien|link|video|texte?|text|fichier|file|vocal|ouvrir|attachment|evidence|preuves?|badge|message|demande|rien|question|what|quoi|anything|voice note|audio|recording|ce que|s agit|you (want|mean|are asking)|it is|vous|piece jointe|this is about)( .{0,60})?',
  'je (ne )?comprends pas( .{0,60})?',
  'i don t (quite |really )?understand( .{0,60})?',
  '(?<=^ )(avant de|before i|before) (dire|repondre|confirmer|valider|me prononcer|say|answer|confirm|sign|decide)( .{0,40})?',
])

/** A question needs no mark: how it begins is enough. */
export const QUESTION = anyOf([
  '(?<=^ )(c est (quoi|qui|pour quoi|ou|quand|combien)|de quoi|a quoi|en quoi|pour quoi faire|pourquoi|comment|combien|(de |a |pour |avec |dans |sur |en )?quels?|(de |a |pour |avec |dans |sur |en )?quelles?|quel|quelle|quels|quelles|lequel|laquelle|qu est ce|est ce que|qu entendez|que veut|ca (sert|m engage|veut dire|consiste|change|prend|coute)|what(?! (?:she|he|@|they) (?:says?|said|wrote|writes|tells|told|describes|described|did|does) )|which|when|where|why|how|who|whose|is (this|it|that)|are (you|these)|do (you|i|we)|(does|did|is|was|has|can|will|do) (it|this|that|she|he|they|@)|did|can (i|you)|could (you|i)|quand|ou|qui|vous etes|qui etes)( .*)?',
  '.*(de quoi|par qui|pour qui|veut dire (quoi|ce|ca)|laquelle|lequel|lesquels|quel jour|quelle (date|fois|equipe)|which (one|day|time|team|part)|c est quoi|pour quoi faire|veut dire quoi|a quoi|what is this|who is this|what s this|who are you|(que|qu|what) (voulez|do you|veux|dois|faut)|qui etes vous|c est qui)( .*)?',
])

/** Later, perhaps. */
export const LATER = anyOf([
  '(i|we) (SO )?(will|ll|have to|need to|going to|must|should|d like to|am going to|m going to) (see|read|watch)( .{0,40})?',
  '(je|j|i|we|on) (SO |vous |te |le |la |l |ll |will |would |shall |y |m |am |going to |vais |need to |have to |must |dois |faut que |me )*(reponds(?! (donc |SO )*(favorablement|positivement|par l affirmative|depuis|de|du|tard|en direct|tout de suite|maintenant|vite|oui))|repondrai|repondre|regarde(?! (faire|fer|travailler|bosser|@|elle))|regarderai|regarder|rappelle|rappelerai|rappeler|verrai|vais voir|reviens|reviendrai|revenir|recontacte|tiens au courant|dirai|lirai|lis|answer|reply|look|have a look|get back|check|come back|call|let you know|think|reflechis|reflechir|y reflechir|y pense|demande|demander|verifie|verifier|asking|ask)( .{0,40})?',
  '(will|ll|gonna) (SO |be |have |take |get |let |come |look |reply |answer |check |think |do )+.{0,40}',
  '(demain|tomorrow|ce soir|tonight|cet apres midi|lundi prochain|la semaine prochaine|next week|plus tard|later|tout a l heure|des que possible|asap|bientot|en reunion|in a meeting|busy|pas le temps|no time|driving|au volant|on verra|we ll see|laissez moi|let me (check|think|see|look|read|get)|give me|un instant|one (sec|moment|minute)|deux minutes|hang on|hold on|wait|attendez|remind me|rappelez moi demain|je suis occupee?|when i get|when i m|quand j aurai|quand je (rentre|serai|suis au))( .{0,40})?',
])
