# Seulement ce qui change quand on dit « tu ».

hello = Bonjour 👋 Je suis Déclic. Je t’aide à montrer ce que tu sais faire.
hello-listed = Bonjour { $name } 👋 Je suis Déclic. Je t’aide à montrer ce que tu sais faire.
hello-menu = Bonjour { $name } 👋 Que veux-tu faire ?
sense = Un badge, c’est une image à ton nom. Elle dit ce que tu sais faire, avec des preuves. On commence ?
ask-name = Je t’appelle { $name } ?
ask-new-name = Quel est ton nom ?
ask-issuer = Avec qui veux-tu faire un badge ?
ask-stage = Où en es-tu ?
ask-badge = Quel badge te ressemble ?
ask-moment = Pense à un moment de travail réussi. Qu’as-tu fait ?
claim-intro-1 = Badge « { $badge } » : une question à la fois. Tu peux t’arrêter et revenir quand tu veux.
claim-intro-2 = On prépare le badge « { $badge } ». Prends ton temps. Tout est gardé au fur et à mesure.
claim-intro-3 = Le badge « { $badge } », bon choix. Réponds avec tes mots. Écris « pause » pour t’arrêter.
claim-intro-short-1 = Bonjour { $name }, ça fait plaisir. Badge « { $badge } ». Comme la dernière fois, avec tes mots.
claim-intro-short-2 = Te revoilà, { $name } ! Badge « { $badge } ». Tu connais le chemin.
claim-again-1 = Tu as déjà commencé « { $badge } ». On continue.
claim-again-2 = « { $badge } » t’attendait. On reprend là où tu étais.
ask-evidence = Envoie une photo, un vocal ou un papier. Évite les visages des autres.
send-another = Envoie la suite.
words-kept-send-a-trace = Je garde tes mots ✍️
ask-level = { $criterion } : où en es-tu ?
needs-an-answer = Ici, j’ai besoin de ta réponse.
your-trainer = ton formateur
ask-recap = Voici ton texte, avec tes mots :
  « { $text } »
  C’est bien toi ?
ask-recap-empty = Il manque encore tes mots. Raconte ce moment. Qu’as-tu fait ?
ask-recap-more = Que veux-tu ajouter ?
ask-which = Que veux-tu changer ?
ask-edit = Tu as changé ton message : « { $text } ». Je remplace ta réponse ?
edit-not-taken = Ce message est déjà parti. Écris « corriger » pour changer une réponse.
ask-witness = Qui était là avec toi ?
ask-tutor = Quelle personne était là avec toi ?
witness-nobody = Pas de souci, ton formateur peut t’aider à trouver quelqu’un.
ask-audience = Qui peut voir tes photos et tes vocaux ?
ask-email = Le badge arrive par e-mail. Quelle est ton adresse e-mail ?
no-email-here = D’accord. Ton badge arrivera ici.
ask-structure-email = Ton badge peut arriver chez { $structure }. Ensuite, on te le donne. Ça te va ?
structure-email-noted = C’est noté ✍️ Ton badge arrivera chez { $structure }.
news-badge-there = Il t’attend aussi chez l’organisme. Ouvre ce lien pour le garder :
badge-not-taken = Ton badge « { $badge } » t’attend encore. Écris « stop » pour ne plus rien recevoir. Ouvre ce lien pour le garder :
badge-not-taken-structure = Ton badge « { $badge } » t’attend encore dans ta structure. Écris « stop » pour ne plus rien recevoir. Voici aussi le lien :
ask-send = Tout est prêt. J’envoie ta demande ?
sent = Ta demande est envoyée. ✅
sent-to-trainer = Ta demande est envoyée. ✅ Ton formateur va la lire.
sent-without-place = Il manque encore ton lieu de formation. Demande le code de l’atelier à ton formateur. Puis écris-le ici.
place-found = Ta demande est maintenant chez ton formateur. C’est pour le badge « { $badge } ».
sent-forward-this = Ta demande est envoyée. ✅ Envoie le message suivant à une personne qui était là.
sent-to-tutor = Ta demande est envoyée. ✅ { $name } la reçoit maintenant.
sent-by-mail = { $minutes ->
    [0] Ta demande est envoyée. ✅ L’e-mail part dans un instant. Avant, tu peux annuler.
    [one] Ta demande est envoyée. ✅ L’e-mail part dans une minute. Avant, tu peux annuler.
   *[other] Ta demande est envoyée. ✅ L’e-mail part dans { $minutes } minutes. Avant, tu peux annuler.
  }
mail-own-address = C’est ton adresse. Donne celle d’une personne qui était là.
mail-enough = J’ai déjà envoyé beaucoup d’e-mails pour cette demande. Envoie plutôt le lien.
mail-link-again = Voici le lien. Envoie le message suivant à une personne qui était là.
news-mail-unwanted = Cette personne ne veut pas de mes e-mails. Ta demande est gardée. On essaie autrement ?
news-no-answer = Personne n’a encore répondu pour « { $badge } ». Ta demande est gardée. On demande à une autre personne ?
forward-to-one-more = Il faut encore une personne. Envoie-lui le message suivant.
forward-them = Envoie-lui le message suivant.
forward-later = Un avis de plus s’ajoutera à ton badge. Envoie le message suivant à une personne qui était là.
too-late-to-undo = C’est trop tard pour annuler. Pour retirer ta demande, écris « mes demandes ».
news-confirmed = Bonne nouvelle 🎉 { $name } a confirmé ton travail.
news-confirmed-words = Bonne nouvelle 🎉 { $name } a confirmé ton travail. Ses mots : « { $words } »
news-accepted = Bonne nouvelle 🎉 { $name } accepte ta demande. C’est pour le badge « { $badge } ».
news-accepted-lacking = Bonne nouvelle 🎉 { $name } accepte ta demande. { $people ->
    [one] Il manque encore le mot d’une personne qui était là.
   *[other] Il manque encore le mot de { $people } personnes qui étaient là.
  }
news-to-complete = { $name } a répondu : pas encore. Raconte un autre moment, ou envoie une photo. On l’ajoute ?
news-later = Un avis de plus 🎉 { $name } a confirmé ton travail. C’est ajouté à ton badge.
news-later-words = Un avis de plus 🎉 { $name } a confirmé ton travail. Ses mots : « { $words } »
news-later-no = { $name } n’a pas pu confirmer. Ton badge reste le même.
news-later-no-words = { $name } n’a pas pu confirmer. Ses mots : « { $words } ». Ton badge reste le même.
news-later-not-me = { $name } n’a pas vu ce travail. Ton badge reste le même. On demande à une autre personne ?
news-to-complete-words = { $name } a répondu : « { $words } ». Raconte ce moment, ou envoie une photo. On l’ajoute ?
news-confirmed-refused = { $name } a aussi confirmé ton travail. Sa réponse est gardée avec ta demande.
news-question = { $name } lit ta demande et pose une question : « { $words } ». Que réponds-tu ?
ask-more = Raconte ce qui manque, ou envoie une photo. Que veux-tu ajouter ?
news-not-me = { $name } n’a pas vu ce travail. Ta demande est gardée. On demande à une autre personne ?
news-badge = Ton badge « { $badge } » est prêt. 🎉 Voici ta page, juste pour toi :
ask-share = Pour l’instant, personne d’autre ne voit ton badge. Veux-tu le montrer ?
not-shared = D’accord, personne d’autre ne voit ton badge. Voici ta page, juste pour toi :
reminder = Bonjour { $name }. Il te reste { $questions ->
    [one] 1 question
   *[other] { $questions } questions
  }, environ { $minutes } minutes. On continue le badge « { $badge } » ?
reminder-almost = Bonjour { $name }. Ton texte pour « { $badge } » est presque prêt. On le relit ensemble ?
refused-too-big = Ce fichier est trop lourd. Envoie une photo, ou une vidéo plus courte.
refused-empty = Ce fichier est vide. Envoie-le encore une fois, ou prends une photo.
refused-program = Je ne peux pas garder ce fichier. Envoie plutôt une photo ou un vocal.
refused-web-page = Ceci est une page internet, pas une photo. Prends une photo de l’écran et envoie-la.
refused-bomb = Ce fichier est trop grand pour moi. Prends une photo et envoie-la.
refused-unknown-type = Je ne sais pas lire ce fichier. Envoie une photo, un vocal ou un document.
refused-unreadable = Je n’arrive pas à ouvrir ce fichier. Envoie-le encore une fois.
refused-lost = Je n’ai pas pu garder ce fichier. Envoie-le encore une fois.
no-claims = Tu n’as pas encore de demande.
news-revoked-below = « { $badge } » reste à toi. Sa page dit qu’un de ses badges manque.
offer-milestone = Tu as { $have } badges qui vont ensemble. Veux-tu aussi le badge « { $badge } » ?
milestone-later = D’accord. Écris « mes demandes » quand tu voudras ce badge.
ask-recap-milestone = Voici le texte de ce badge :
  { $text }
  C’est bien toi ?
milestone-far = { $have ->
    [0] « { $badge } » réunit { $need } autres badges. Tu commences par celui que tu veux.
    [one] « { $badge } » : tu as { $have } badge sur { $need }. { $left ->
        [one] Il en manque un seul.
       *[other] Il en manque { $left }.
    }
   *[other] « { $badge } » : tu as { $have } badges sur { $need }. { $left ->
        [one] Il en manque un seul.
       *[other] Il en manque { $left }.
    }
  }
milestone-waits = Tes autres demandes sont envoyées. Que veux-tu faire ?
ask-which-first = { $count ->
    [one] On fait ce badge maintenant ?
   *[other] Lequel veux-tu faire d’abord ?
  }
ask-below = Un de tes badges ne compte plus. Pour « { $badge } », il en manque { $left ->
    [one] un
   *[other] { $left }
  }. Que veux-tu faire ?
ask-which-claim = Quelle demande veux-tu voir ?
claim-sent = « { $badge } » est envoyée. Ta demande attend une réponse. Voici ta page :
claim-to-complete = Il reste à compléter « { $badge } ». Voici ta page :
claim-endorsed = { $name } a confirmé « { $badge } ». Ton formateur va décider. Voici ta page :
claim-accepted = « { $badge } » est acceptée. Ton badge arrive. Voici ta page :
claim-accepted-lacking = « { $badge } » est acceptée. { $people ->
    [one] Il manque encore le mot d’une personne qui était là.
   *[other] Il manque encore le mot de { $people } personnes qui étaient là.
  } Voici ta page :
claim-forwarded = « { $badge } » est partie chez l’organisme. Ton badge arrive. Voici ta page :
claim-issued = Ton badge « { $badge } » est prêt. Voici ta page :
claim-refused = Ton formateur a répondu non pour l’instant : « { $words } »
claim-withdrawn = Tu as retiré « { $badge } ». Voici ta page :
claim-expired = « { $badge } » n’est plus en cours. Voici ta page :
claim-revoked = Le badge « { $badge } » n’est plus valable. Voici ta page :
ask-withdraw = Tu retires la demande « { $badge } » ?
nothing-missing = « { $badge } » : tout est fait de ton côté. Que veux-tu faire ?
welcome-back = Bonjour { $name } 👋 Tu étais à la question { $at }. On continue le badge « { $badge } » ?
welcome-back-almost = Bonjour { $name } 👋 Ton texte est presque prêt. On continue le badge « { $badge } » ?
paused = D’accord. Tout est gardé. Écris-moi quand tu veux pour continuer.
stopped = C’est arrêté. Je ne t’écris plus. Écris-moi un mot pour reprendre.
ask-language = Quelle langue veux-tu ?
my-data = Voici tout ce que je garde sur toi.
ask-forget = Je peux tout effacer : tes réponses, tes photos, tes badges. C’est pour toujours. Veux-tu vraiment tout effacer ?
help-told = J’ai prévenu { $name }. Tu auras bientôt de ses nouvelles.
offer-a-person = On peut en parler avec une personne. Que préfères-tu ?
help-nobody = Parles-en à la personne qui t’a donné le lien. Tout est gardé en attendant.
not-understood-choose = Je n’ai pas bien compris. Que choisis-tu ?
use-buttons = Touche un des boutons.
explain-buttons = Choisis ce qui te ressemble.
media-not-now = Merci. Ici, j’ai besoin de ton choix.
link-over = Ce lien ne marche plus. Demandes-en un autre à la personne qui te l’a donné.
faq-diploma = Non, ce n’est pas un diplôme. C’est la preuve de ce que tu fais déjà.
faq-purpose = Un badge montre ce que tu sais faire. Tu peux le donner à un employeur.
faq-audience = Tu choisis qui voit quoi. Sans ton accord, rien n’est public.
faq-cost = C’est gratuit pour toi.
faq-spelling = Les fautes ne comptent pas. Écris comme tu parles, ou envoie un vocal.
nudge = { $hello } Il te reste { $questions ->
    [one] 1 question
   *[other] { $questions } questions
  }, environ { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  }. { $sentence }
nudge-almost = { $hello } Ton texte est presque prêt. { $sentence }
nudge-begin = { $hello } Ton badge t’attend. { $sentence }
help-open = J’ai prévenu { $name }. Écris-lui ici ce qui bloque, ou touche « Continuer ».
handover-sent = { $name } t’envoie ceci.
handover-write = Ton prochain message ira à { $name }. Que veux-tu lui dire ?
group-in-private = Je te réponds en privé.
workshop-over = L’atelier est fini. Tu peux quand même faire ton badge.
move-ask = Tu es { $name }. On continue ici ?
move-go-on = Tout est là, { $name }. Tes réponses sont gardées.
move-told = Ta conversation est aussi ouverte { $channel ->
    [telegram] dans Telegram
    [teams] dans Teams
    [same] dans une autre conversation
   *[other] dans un navigateur
  } : « { $name } ». Si ce n’est pas toi, touche le bouton.
move-told-nameless = Ta conversation est aussi ouverte { $channel ->
    [telegram] dans Telegram
    [teams] dans Teams
    [same] dans une autre conversation
   *[other] dans un navigateur
  }. Si ce n’est pas toi, touche le bouton.
move-cut = C’est fait. Ta conversation est fermée là-bas.
link-given = { $count ->
    [one] Ce lien réunit tes deux conversations. Ouvre-le dans ton autre messagerie. Il sert une fois, pendant une heure.
   *[other] Ces liens réunissent tes deux conversations. Ouvres-en un dans ton autre messagerie. Ils servent une fois, pendant une heure.
  }
link-typed = Là-bas, tu peux aussi écrire ce code :
link-own = Ce code est à toi. Ouvre-le dans ton autre messagerie.
link-code-over = Ce code ne marche plus. Écris « relier » pour en avoir un autre.
link-from-browser = Ce code vient d’un navigateur, et tu as un rôle. Écris « relier » ici. Ouvre ensuite ce nouveau code dans le navigateur.
link-one = Tes deux conversations n’en feront qu’une.
link-role = Tes demandes et ton rôle ({ $role ->
    [trainer] formation
    [issuer] suivi
   *[tutor] tutorat
  }) seront des deux côtés.
link-you = C’est toi, { $first } ?
link-you-nameless = C’est toi ?
link-answer-there = C’est noté. Réponds maintenant dans l’autre conversation.
link-opened = Quelqu’un a ouvert ton code { $channel ->
    [telegram] dans Telegram
    [teams] dans Teams
    [same] dans une autre conversation
   *[other] dans un navigateur
  } : « { $name } ».
link-opened-nameless = Quelqu’un a ouvert ton code { $channel ->
    [telegram] dans Telegram
    [teams] dans Teams
    [same] dans une autre conversation
   *[other] dans un navigateur
  }.
link-which = Tu as commencé ici et là-bas : « { $badge } ». Que veux-tu garder ?
link-sent-twice = Tu as envoyé deux fois « { $badge } ». Retire celle-ci. Puis écris encore « relier ».
link-sent-twice-there = Tu as envoyé deux fois « { $badge } ». Retire la demande de l’autre conversation. Puis écris encore « relier ».
link-sent-twice-wait = Tu as envoyé deux fois « { $badge } ». Attends la réponse. Puis écris encore « relier ».
link-sent-twice-other = Tu as envoyé deux fois « { $badge } ». Rien n’est changé. La suite est dans l’autre conversation.
link-not-done = Je n’ai pas pu réunir les deux. Écris « relier » pour essayer encore.
link-own-word = Pour « { $badge } », une confirmation venait de toi. Elle ne compte plus. Ta demande continue.
talk-link = Ouvre ce lien pour parler. Il sert une fois, pendant 15 minutes. Après, tu peux revenir ici.
ask-part = Projet : « { $text } ». Quel était ton rôle ?
ask-take = { $count ->
    [one] Le groupe partage { $count } preuve. On l’ajoute à ta demande ?
   *[other] Le groupe partage { $count } preuves. On les ajoute à ta demande ?
  }
ask-give = Chaque membre choisit qui voit ses preuves. Partages-tu les tiennes avec le groupe ?
ask-project-context = Tu l’as fait à plusieurs. C’était quoi, ce projet ?
ask-project-ok = Voici ton projet : « { $text } ». C’est bon ?
project-too-long = C’est un peu long. Dis-le en une phrase ?
project-forward-this = C’est noté 👍 Envoie le message suivant à ton groupe.
project-joined = Te voilà dans le projet du groupe 👍
project-is = Ton projet : « { $text } ».
project-left = C’est fait. Tes mots restent à toi.
ask-code = Le code se donne pendant l’atelier. Tu l’as ?
ask-code-which = Écris-le comme « LUNE PANDA 42 ». Quel est ton code ?
code-noted = Ton code est noté 👍
code-none = D’accord. Un formateur va lire ta demande.
code-too-many = Cinq codes étaient faux : on continue sans code. Un formateur va lire ta demande.
code-own = Ce code est le tien : une autre personne décide.
news-accepted-code = Bonne nouvelle 🎉 Avec le code, ta demande est acceptée. C’est pour le badge « { $badge } ».
news-accepted-automatic = Bonne nouvelle 🎉 Tout est là : ta demande est acceptée. C’est pour le badge « { $badge } ».
news-accepted-automatic-lacking = Bonne nouvelle 🎉 Ta demande est acceptée. { $people ->
    [one] Il manque encore le mot d’une personne qui était là.
   *[other] Il manque encore le mot de { $people } personnes qui étaient là.
  }
news-lacks = { $words } Envoie-la et la demande repart. On l’ajoute ?
ready-own = Dis ce que tu as fait toi-même, étape par étape.
ready-evidence = Ajoute une photo ou un vocal qui montre ton travail.
ready-where = Dis où et quand c’était.
ready-result = Dis ce que cela a donné à la fin.
ready-lacks-evidence = Il manque une preuve de ton travail.
ready-lacks-own = Dis ce que tu as fait, toi.
ready-lacks-answer = Raconte un peu plus : « { $text } »
ready-other-moment = Ce moment ne montre pas ce badge. Raconte un autre moment.
ready-other-badge = Un autre badge t’ira mieux. Cherchons-le ensemble.
ready-talk = Ce n’est pas encore ce badge. Viens en parler avec moi.

ask-renew = Ton badge « { $badge } » se renouvelle : qu’as-tu fait depuis ?
renew-later = D’accord. Écris « mes demandes » quand tu veux.
news-revoked = Ton badge « { $badge } » n’est plus valable. Voici ta page :
news-revoked-words = Ton badge « { $badge } » n’est plus valable. La raison : « { $words } »
news-revoked-after = Ce que tu as raconté reste à toi. Écris « aide » pour en parler.
ask-backpack = Ton sac réunit sur une page les badges que tu montres. Veux-tu l’ouvrir ?
backpack-is-open = Ton sac est ouvert. Voici son adresse :
backpack-choose = Pour choisir tes badges, et les ranger :
backpack-closed = C’est fermé, plus personne ne voit ton sac.
backpack-not-open = D’accord, ton sac reste fermé.
backpack-empty = Ton sac est vide pour l’instant. Un badge y entre quand tu le montres. Que veux-tu faire ?
backpack-nothing-shared = Ton sac est vide pour l’instant. Montre d’abord un badge, il y entrera. Que veux-tu faire ?

ask-found = À « { $structure } », apprenants et formateurs verront ton prénom et ce badge. Pour de l’aide, on t’écrit par moi : ton numéro reste caché. Ça te va ?
found-yes = C’est noté ✍️ On peut te demander de l’aide. Pour arrêter, écris « ne plus me demander ».
found-no = D’accord, personne ne te demandera.
found-ended = C’est fini. Pour ce badge, personne ne te demandera plus.
found-ended-all = C’est fini. Personne ne te demandera plus.
peers-no-place = On cherche parmi les gens d’un même lieu. Je ne connais pas encore le tien. Demande son lien à ton formateur.
peers-nobody = Pour l’instant, je n’ai personne à te proposer. Ton formateur peut aussi t’aider : écris « aide ».
ask-peers-badge = Pour quel badge cherches-tu de l’aide ?
ask-peers-whom = À qui veux-tu demander ?
ask-peers-what = Écris à { $first }, ou envoie un vocal. Je transmets avec ton prénom. Que veux-tu demander ?
peers-asks = { $first } te demande de l’aide. Badge « { $badge } ».
  « { $words } »
peers-asks-so = { $first } te demande de l’aide. Badge « { $badge } ».
peers-rests = { $first } se repose à cette heure. Écris plutôt le matin, dès 9 heures.
peers-later = D’accord. Touche « Répondre » quand tu veux.
peers-gone = Cette personne n’aide plus pour l’instant. Écris « qui sait faire » pour en trouver une autre.
peers-enough = Tu as demandé { $count } fois en un jour, c’est le maximum. Réessaie demain.
