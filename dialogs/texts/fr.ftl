# Ce que dit Déclic, en français. Règles : docs/chat-ux (douze mots par phrase, une question par message, pas de genre).
# Les clés tutor-… et trainer-… parlent aux tuteurs et aux formateurs.

## Premier contact

hello = Bonjour 👋 Je suis Déclic. Je vous aide à montrer ce que vous savez faire.
hello-listed = Bonjour { $name } 👋 Je suis Déclic. Je vous aide à montrer ce que vous savez faire.
hello-again = Bonjour { $name } 👋
hello-menu = Bonjour { $name } 👋 Que voulez-vous faire ?
sense = Un badge, c’est une image à votre nom. Elle dit ce que vous savez faire, avec des preuves. On commence ?
ask-name = Je vous appelle { $name } ?
ask-new-name = Quel est votre nom ?
name-noted = Merci { $name } 😊

## Choisir un badge

ask-issuer = Avec qui voulez-vous faire un badge ?
ask-stage = Où en êtes-vous ?
ask-badge = Quel badge vous ressemble ?
ask-moment = Pensez à un moment de travail réussi. Qu’avez-vous fait ?
ask-suggested = Merci, c’est gardé. Quel badge ressemble à ce moment ?
claim-intro-1 = Badge « { $badge } » : une question à la fois. Vous pouvez vous arrêter et revenir quand vous voulez.
claim-intro-2 = On prépare le badge « { $badge } ». Prenez votre temps. Tout est gardé au fur et à mesure.
claim-intro-3 = Le badge « { $badge } », bon choix. Répondez avec vos mots. Écrivez « pause » pour vous arrêter.
claim-intro-short-1 = Bonjour { $name }, ça fait plaisir. Badge « { $badge } ». Comme la dernière fois, avec vos mots.
claim-intro-short-2 = Vous revoilà, { $name } ! Badge « { $badge } ». Vous connaissez le chemin.
claim-intro-short-3 = C’est reparti, { $name }. Badge « { $badge } ». Un nouveau moment à raconter.
claim-again-1 = Vous avez déjà commencé « { $badge } ». On continue.
claim-again-2 = « { $badge } » vous attendait. On reprend là où vous étiez.
claim-again-3 = Retour à « { $badge } ». Tout est gardé.

## Les questions

progress = Question { $at } sur { $of }.
noted-1 = C’est noté ✍️
noted-2 = Merci, c’est gardé 👍
noted-3 = Bien reçu 😊
noted-4 = Entendu 🙂
skipped = D’accord, on passe.
received-photo = Photo bien reçue 👍
received-voice = Vocal bien reçu 👍
received-video = Vidéo bien reçue 👍
received-document = Document bien reçu 👍
added = Merci, je l’ajoute.
ask-evidence = Envoyez une photo, un vocal ou un papier. Évitez les visages des autres.
ask-gathered = { $pieces } 👍 C’est tout ?
send-another = Envoyez la suite.
evidence-enough = C’est déjà beaucoup, merci.
words-kept-send-a-trace = Je garde vos mots ✍️
ask-level = { $criterion } : où en êtes-vous ?
level-1 = Pas encore
level-2 = Avec de l’aide
level-3 = Sans aide
level-4 = Je peux montrer
needs-an-answer = Ici, j’ai besoin de votre réponse.
piece-photo = (photo)
piece-voice = { $seconds ->
    [0] (vocal)
   *[other] (vocal de { $seconds } secondes)
}
piece-video = (vidéo)
piece-document = (document)
piece-link = (lien)
pieces-photo = { $count ->
    [one] 1 photo bien reçue
   *[other] { $count } photos bien reçues
  }
pieces-voice = { $count ->
    [one] 1 vocal bien reçu
   *[other] { $count } vocaux bien reçus
  }
pieces-video = { $count ->
    [one] 1 vidéo bien reçue
   *[other] { $count } vidéos bien reçues
  }
pieces-document = { $count ->
    [one] 1 document bien reçu
   *[other] { $count } documents bien reçus
  }
pieces-link = { $count ->
    [one] 1 lien bien reçu
   *[other] { $count } liens bien reçus
  }
pieces-and = { $first } et { $last }
quote = « { $text } »
colon = :
somebody = Quelqu’un
your-trainer = votre formateur

## Le texte, le tuteur, l’envoi

ask-recap = Voici votre texte, avec vos mots :
  « { $text } »
  C’est bien vous ?
ask-recap-empty = Il manque encore vos mots. Racontez ce moment. Qu’avez-vous fait ?
ask-recap-more = Que voulez-vous ajouter ?
ask-which = Que voulez-vous changer ?
ask-edit = Vous avez changé votre message : « { $text } ». Je remplace votre réponse ?
edit-not-taken = Ce message est déjà parti. Écrivez « corriger » pour changer une réponse.
nothing-to-correct = Il n’y a rien à changer pour l’instant.
nothing-before = C’est la première question.
ask-witness = Qui était là avec vous ?
ask-tutor = Quelle personne était là avec vous ?
witness-nobody = Pas de souci, votre formateur peut vous aider à trouver quelqu’un.
ask-audience = Qui peut voir vos photos et vos vocaux ?
ask-email = Le badge arrive par e-mail. Quelle est votre adresse e-mail ?
ask-known-email = Le badge arrive par e-mail. On l’envoie à { $email } ?
email-incomplete = Il manque peut-être un bout de l’adresse. Elle s’écrit comme cela : nom@exemple.fr.
email-noted = J’écrirai à { $email }.
no-email = D’accord, on fait sans.
no-email-here = D’accord. Votre badge arrivera ici.
ask-structure-email = Votre badge peut arriver chez { $structure }. Ensuite, on vous le donne. Ça vous va ?
structure-email-noted = C’est noté ✍️ Votre badge arrivera chez { $structure }.
ask-send = Tout est prêt. J’envoie votre demande ?
sent = Votre demande est envoyée. ✅
sent-to-trainer = Votre demande est envoyée. ✅ Votre formateur va la lire.
sent-without-place = Il manque encore votre lieu de formation. Demandez le code de l’atelier à votre formateur. Puis écrivez-le ici.
place-found = Votre demande est maintenant chez votre formateur. C’est pour le badge « { $badge } ».
sent-forward-this = Votre demande est envoyée. ✅ Envoyez le message suivant à une personne qui était là.
sent-to-tutor = Votre demande est envoyée. ✅ { $name } la reçoit maintenant.
sent-by-mail = { $minutes ->
    [0] Votre demande est envoyée. ✅ L’e-mail part dans un instant. Avant, vous pouvez annuler.
    [one] Votre demande est envoyée. ✅ L’e-mail part dans une minute. Avant, vous pouvez annuler.
   *[other] Votre demande est envoyée. ✅ L’e-mail part dans { $minutes } minutes. Avant, vous pouvez annuler.
  }
ask-mail-address = Quelle est l’adresse e-mail de cette personne ?
ask-mail-sure = J’écris à { $email }. C’est la bonne adresse ?
mail-no-address = Je ne vois pas d’adresse. Elle s’écrit comme cela : nom@exemple.fr.
mail-own-address = C’est votre adresse. Donnez celle d’une personne qui était là.
mail-noted = C’est noté ✍️ J’écrirai à cette adresse.
mail-enough = J’ai déjà envoyé beaucoup d’e-mails pour cette demande. Envoyez plutôt le lien.
mail-goes-soon = { $minutes ->
    [0] C’est noté ✍️ L’e-mail part dans un instant. L’ancien lien ne marche plus.
    [one] C’est noté ✍️ L’e-mail part dans une minute. L’ancien lien ne marche plus.
   *[other] C’est noté ✍️ L’e-mail part dans { $minutes } minutes. L’ancien lien ne marche plus.
  }
mail-goes-now = C’est noté ✍️ L’e-mail part maintenant. L’ancien lien ne marche plus.
mail-link-again = Voici le lien. Envoyez le message suivant à une personne qui était là.
news-mail-failed = L’e-mail n’est pas arrivé. L’adresse est peut-être fausse. On essaie autrement ?
news-mail-unwanted = Cette personne ne veut pas de mes e-mails. Votre demande est gardée. On essaie autrement ?
news-no-answer = Personne n’a encore répondu pour « { $badge } ». Votre demande est gardée. On demande à une autre personne ?
forward-to-one-more = Il faut encore une personne. Envoyez-lui le message suivant.
forward-them = Envoyez-lui le message suivant.
forward-later = Un avis de plus s’ajoutera à votre badge. Envoyez le message suivant à une personne qui était là.
missing-tutor = Il manque encore le mot d’un tuteur ou d’une tutrice.
missing-colleague = Il manque encore le mot d’un ou d’une collègue.
missing-trainer = Il manque encore le mot d’un formateur ou d’une formatrice.
missing-association = Il manque encore le mot d’une association.
missing-manager = Il manque encore le mot d’une personne responsable.
missing-one-of = Il manque encore un mot : { $roles }.
who-tutor = tutorat
who-colleague = collègue
who-trainer = équipe de formation
who-association = association
who-manager = responsable
or = ou
request-cancelled = C’est fait, personne ne peut plus répondre par ce lien. On demande à une autre personne ?
forward-this-needed = Bonjour, { $learner } vous demande un mot sur son travail. { $needed } Une minute suffit :
forward-this = Bonjour. { $learner } vous demande un mot sur son travail. Une minute suffit :
taken-back = D’accord, rien n’est parti.
too-late-to-undo = C’est trop tard pour annuler. Pour retirer votre demande, écrivez « mes demandes ».

## Les nouvelles

news-confirmed = Bonne nouvelle 🎉 { $name } a confirmé votre travail.
news-confirmed-words = Bonne nouvelle 🎉 { $name } a confirmé votre travail. Ses mots : « { $words } »
news-accepted = Bonne nouvelle 🎉 { $name } accepte votre demande. C’est pour le badge « { $badge } ».
news-accepted-lacking = Bonne nouvelle 🎉 { $name } accepte votre demande. { $people ->
    [one] Il manque encore le mot d’une personne qui était là.
   *[other] Il manque encore le mot de { $people } personnes qui étaient là.
  }
news-to-complete = { $name } a répondu : pas encore. Racontez un autre moment, ou envoyez une photo. On l’ajoute ?
news-to-complete-words = { $name } a répondu : « { $words } ». Racontez ce moment, ou envoyez une photo. On l’ajoute ?
news-refused = { $name } a répondu non pour ce badge. Tout est gardé. On raconte un autre moment ?
news-refused-words = { $name } a répondu non pour ce badge. Ses mots : « { $words } ». On raconte un autre moment ?
news-confirmed-refused = { $name } a aussi confirmé votre travail. Sa réponse est gardée avec votre demande.
news-no = { $name } n’a pas pu confirmer cette fois. Tout est gardé. On ajoute un autre moment ?
news-no-words = { $name } n’a pas pu confirmer cette fois. Ses mots : « { $words } ». On ajoute un autre moment ?
news-question = { $name } lit votre demande et pose une question : « { $words } ». Que répondez-vous ?
ask-more = Racontez ce qui manque, ou envoyez une photo. Que voulez-vous ajouter ?
news-not-me = { $name } n’a pas vu ce travail. Votre demande est gardée. On demande à une autre personne ?
news-later = Un avis de plus 🎉 { $name } a confirmé votre travail. C’est ajouté à votre badge.
news-later-words = Un avis de plus 🎉 { $name } a confirmé votre travail. Ses mots : « { $words } »
news-later-no = { $name } n’a pas pu confirmer. Votre badge reste le même.
news-later-no-words = { $name } n’a pas pu confirmer. Ses mots : « { $words } ». Votre badge reste le même.
news-later-not-me = { $name } n’a pas vu ce travail. Votre badge reste le même. On demande à une autre personne ?
chain-yes = oui
chain-not-yet = pas encore
chain-no = non
news-badge = Votre badge « { $badge } » est prêt. 🎉 Voici votre page, juste pour vous :
news-badge-there = Il vous attend aussi chez l’organisme. Ouvrez ce lien pour le garder :
badge-not-taken = Votre badge « { $badge } » vous attend encore. Écrivez « stop » pour ne plus rien recevoir. Ouvrez ce lien pour le garder :
badge-not-taken-structure = Votre badge « { $badge } » vous attend encore dans votre structure. Écrivez « stop » pour ne plus rien recevoir. Voici aussi le lien :
ask-share = Pour l’instant, personne d’autre ne voit votre badge. Voulez-vous le montrer ?
shared = C’est fait. Voici le lien à donner :
not-shared = D’accord, personne d’autre ne voit votre badge. Voici votre page, juste pour vous :
no-badge-yet = Le badge n’est pas encore prêt.
reminder = Bonjour { $name }. Il vous reste { $questions ->
    [one] 1 question
   *[other] { $questions } questions
  }, environ { $minutes } minutes. On continue le badge « { $badge } » ?
reminder-almost = Bonjour { $name }. Votre texte pour « { $badge } » est presque prêt. On le relit ensemble ?
refused-too-big = Ce fichier est trop lourd. Envoyez une photo, ou une vidéo plus courte.
refused-empty = Ce fichier est vide. Envoyez-le encore une fois, ou prenez une photo.
refused-program = Je ne peux pas garder ce fichier. Envoyez plutôt une photo ou un vocal.
refused-web-page = Ceci est une page internet, pas une photo. Prenez une photo de l’écran et envoyez-la.
refused-bomb = Ce fichier est trop grand pour moi. Prenez une photo et envoyez-la.
refused-unknown-type = Je ne sais pas lire ce fichier. Envoyez une photo, un vocal ou un document.
refused-not-this-kind = Pour ce badge, il me faut un autre fichier.
refused-unreadable = Je n’arrive pas à ouvrir ce fichier. Envoyez-le encore une fois.
refused-lost = Je n’ai pas pu garder ce fichier. Envoyez-le encore une fois.

## Mes demandes

no-claims = Vous n’avez pas encore de demande.
ask-which-claim = Quelle demande voulez-vous voir ?
state-draft = en cours
state-sent = envoyée
state-issued = badge prêt
claim-draft = « { $badge } » est en cours.
claim-sent = « { $badge } » est envoyée. Votre demande attend une réponse. Voici votre page :
claim-sent-needed = « { $badge } » est envoyée. { $needed } Voici votre page :
claim-accepted-needed = « { $badge } » est acceptée. { $needed } Voici votre page :
claim-to-complete = Il reste à compléter « { $badge } ». Voici votre page :
claim-endorsed = { $name } a confirmé « { $badge } ». Votre formateur va décider. Voici votre page :
claim-accepted = « { $badge } » est acceptée. Votre badge arrive. Voici votre page :
claim-accepted-lacking = « { $badge } » est acceptée. { $people ->
    [one] Il manque encore le mot d’une personne qui était là.
   *[other] Il manque encore le mot de { $people } personnes qui étaient là.
  } Voici votre page :
claim-forwarded = « { $badge } » est partie chez l’organisme. Votre badge arrive. Voici votre page :
claim-issued = Votre badge « { $badge } » est prêt. Voici votre page :
claim-refused = Votre formateur a répondu non pour l’instant : « { $words } »
claim-withdrawn = Vous avez retiré « { $badge } ». Voici votre page :
claim-expired = « { $badge } » n’est plus en cours. Voici votre page :
claim-revoked = Le badge « { $badge } » n’est plus valable. Voici votre page :
ask-withdraw = Vous retirez la demande « { $badge } » ?
withdrawn = C’est fait, la demande est retirée.
nothing-missing = « { $badge } » : tout est fait de votre côté. Que voulez-vous faire ?
welcome-back = Bonjour { $name } 👋 Vous étiez à la question { $at }. On continue le badge « { $badge } » ?
welcome-back-almost = Bonjour { $name } 👋 Votre texte est presque prêt. On continue le badge « { $badge } » ?

## Toujours possible

paused = D’accord. Tout est gardé. Écrivez-moi quand vous voulez pour continuer.
stopped = C’est arrêté. Je ne vous écris plus. Écrivez-moi un mot pour reprendre.
ask-language = Quelle langue voulez-vous ?
language-noted = D’accord, on parle français.
my-data = Voici tout ce que je garde sur vous.
ask-forget = Je peux tout effacer : vos réponses, vos photos, vos badges. C’est pour toujours. Voulez-vous vraiment tout effacer ?
forgotten = C’est fait. J’oublie tout. Au revoir 👋
kept = D’accord, je garde tout.
help-told = J’ai prévenu { $name }. Vous aurez bientôt de ses nouvelles.
help-contact = Pour parler à une personne : { $contact }
offer-a-person = On peut en parler avec une personne. Que préférez-vous ?
help-nobody = Parlez-en à la personne qui vous a donné le lien. Tout est gardé en attendant.
not-understood = Je n’ai pas bien compris.
not-understood-choose = Je n’ai pas bien compris. Que choisissez-vous ?
use-buttons = Touchez un des boutons.
explain-buttons = Choisissez ce qui vous ressemble.
already-noted = C’est déjà noté 👍
not-yours = Ce bouton est pour une autre personne.
you-are-welcome = Avec plaisir 😊
other-kind = Merci 😊 Je prends les mots, les photos et les vocaux.
media-not-now = Merci. Ici, j’ai besoin de votre choix.
link-over = Ce lien ne marche plus. Demandez-en un autre à la personne qui vous l’a donné.
group-private = Bonjour 👋 Parlons en privé, c’est plus tranquille :

## Ce que tout le monde demande

faq-diploma = Non, ce n’est pas un diplôme. C’est la preuve de ce que vous faites déjà.
faq-purpose = Un badge montre ce que vous savez faire. Vous pouvez le donner à un employeur.
faq-audience = Vous choisissez qui voit quoi. Sans votre accord, rien n’est public.
faq-cost = C’est gratuit pour vous.
faq-spelling = Les fautes ne comptent pas. Écrivez comme vous parlez, ou envoyez un vocal.

## Les boutons

button-yes = Oui
button-no = Non
button-diploma = C’est un diplôme ?
button-other-name = Un autre nom
button-i-dont-know = Je ne sais pas
button-more = Suite
button-example = Exemple
button-explain = Expliquer
button-skip = Passer
button-nothing = Rien à ajouter
button-that-is-all = Oui, c’est tout
button-another = Encore une
button-thats-me = Oui, c’est moi
button-correct = Corriger
button-keep-all = Ne rien changer
button-yes-replace = Oui, remplacer
button-no-keep = Non, garder
button-my-tutor = Mon tuteur
button-my-trainer = Mon formateur
button-just-my-tutor = Juste mon tuteur
button-just-my-trainer = Juste mon formateur
button-also-my-trainer = Aussi mon formateur
button-nobody-else = Personne d’autre
button-everyone = Tout le monde
button-no-email = Je n’en ai pas
button-send = Envoyer
button-send-tutor = Envoyer à mon tuteur
button-send-trainer = Envoyer au formateur
button-undo = Annuler
button-later = Plus tard
button-ask-another = Une autre personne
button-by-mail = Par e-mail
button-other-address = Une autre adresse
button-give-link = Passer le lien
button-without-mail = Pas d’e-mail
button-wait = Attendre encore
button-not-now = Pas maintenant
button-show-it = Le montrer
button-hide = Ne plus le montrer
button-my-requests = Mes demandes
button-another-badge = Un autre badge
button-a-person = Une personne
button-continue = Continuer
button-review = Revoir mes réponses
button-stop = Stop
button-link-again = Le lien à envoyer
button-cancel-request = Ne plus demander
button-ask-later = Un autre avis
button-withdraw = Retirer
button-no-keep-it = Non, la garder
button-yes-withdraw = Oui, retirer
button-no-keep-all = Non, tout garder
button-yes-forget = Oui, tout effacer
button-see = Voir
button-open-page = Ouvrir la page
button-see-requests = Voir les demandes

## Le tuteur

button-i-confirm = Oui, je confirme
button-not-yet = Pas encore
button-not-me = Ce n’est pas moi
button-yes-with-words = Oui, avec ces mots
button-send-question = Envoyer ma question
button-see-again = Revoir la demande
button-thats-right = C’est bon
button-without-my-name = Sans mon nom
tutor-request = Bonjour, { $learner } vous envoie son texte et ses preuves. C’est pour demander le badge « { $badge } ».
tutor-ask = Avez-vous vu { $learner } faire cela ?
tutor-asked-again = { $learner } a complété sa demande. Voulez-vous relire « { $badge } » ?
tutor-asked = { $learner } vous demande un mot sur son travail. C’est pour le badge « { $badge } ».
tutor-request-needed = Bonjour, { $learner } demande le badge « { $badge } ». { $needed }
tutor-request-of = { $learner } · { $badge }
tutor-which = Plusieurs demandes vous attendent. Laquelle ouvrez-vous ?
tutor-sure = Merci. Je ne veux pas me tromper : est-ce un oui ?
tutor-sure-limit = Merci. Je lis un oui, avec une limite. Est-ce un oui avec ces mots ?
tutor-not-words = Merci. Ici, je lis seulement les mots. Est-ce un oui ?
tutor-question = Merci. Je peux envoyer votre question à { $learner }. Je l’envoie ?
tutor-question-sent = C’est envoyé. { $name } vous répondra ici.
tutor-reply = { $learner } vous répond : « { $words } »
tutor-reply-sent = { $learner } vous répond avec ceci.
tutor-text-changed = { $learner } vient de changer son texte. Le voici.
tutor-what-is-missing = C’est noté. Une phrase aide { $learner } à avancer. Que manque-t-il ?
tutor-said-yes = Merci pour { $learner } ! Vous confirmez « { $badge } ».
tutor-said-not-yet = Merci de votre réponse à { $learner }. Vous dites « pas encore » pour « { $badge } ».
tutor-said-no = Merci de votre réponse à { $learner }. Vous dites non pour « { $badge } ».
tutor-said-not-me = Merci. Ce n’est pas vous : { $learner } demandera à quelqu’un d’autre.
tutor-words-kept = Votre phrase est gardée avec.
tutor-name-shown = { $learner } pourra montrer ce badge avec votre nom.
tutor-name-words-shown = { $learner } pourra montrer ce badge avec votre nom et vos mots.
tutor-no-name-shown = Votre nom ne sera pas sur le badge.
tutor-no-name-words-shown = { $learner } pourra montrer ce badge avec vos mots, sans votre nom.
tutor-undone = C’est annulé. Rien n’est gardé.
tutor-too-late = C’est déjà transmis.
tutor-ask-role = Un mot sur vous. Quel est votre rôle pour { $learner } ?
role-tutor = En tutorat
role-manager = Responsable
role-colleague = Collègue
role-trainer = Équipe de formation
role-association = Association
tutor-ask-organisation = Merci. Quel est le nom de votre entreprise ou de votre association ?
tutor-thanks = Merci pour votre temps 🙏 C’est tout.
tutor-already = Vous avez déjà répondu à { $learner }, merci ! C’était pour « { $badge } ».
tutor-has-judged = Vous avez déjà donné votre avis sur la demande de { $learner }. Une autre personne doit confirmer. Le lien reste bon.
tutor-own-claim = Cette demande est la vôtre. Envoyez ce lien à une personne qui était là.
tutor-taken = Quelqu’un d’autre répond déjà à cette demande. Merci !
tutor-link-over = Ce lien ne marche plus. Demandez-en un autre à la personne qui vous l’a envoyé.
tutor-cancelled = Bonjour, { $learner } n’attend plus votre mot. C’était pour « { $badge } ». Merci à vous !

## Le formateur

trainer-invited = Bonjour. On vous propose le rôle de formateur pour « { $structure } ». Vous acceptez ?
trainer-welcome = Bienvenue. Vous suivez « { $structure } ». Écrivez « demandes » pour voir ce qui vous attend.
trainer-declined = D’accord, rien n’est changé.
trainer-already = C’est déjà fait. Écrivez « demandes » pour voir ce qui vous attend.
issuer-invited = Bonjour. On vous propose de suivre les badges de tout le réseau, sans les noms. Vous acceptez ?
issuer-welcome = Bienvenue. Écrivez « suivi » pour ouvrir votre page.
tutor-invited = Bonjour. On vous propose le rôle de tuteur pour « { $structure } ». Vous acceptez ?
tutor-welcome = Bienvenue à « { $structure } ». Je vous écris ici quand une personne demande votre mot.
trainer-page = Voici votre page de suivi. Le lien sert une seule fois, pendant { $minutes } minutes. Gardez-le pour vous.
trainer-hello = Bonjour { $name } 👋 On regarde les demandes ?
trainer-asked = { $learner } vous demande un mot. C’est pour le badge « { $badge } ».
trainer-find-somebody = { $learner } cherche une personne pour confirmer son travail. C’est pour le badge « { $badge } ».
trainer-one-waits = { $learner } attend votre décision. C’est pour le badge « { $badge } ».
trainer-none-waiting = Aucune demande ne vous attend 👍
trainer-waiting = { $count ->
    [one] 1 demande vous attend.
   *[other] { $count } demandes vous attendent.
  }
trainer-which = Laquelle ouvrez-vous ?
trainer-claim = { $learner } demande « { $badge } ».
trainer-said-yes = { $name } confirme. { $words }
trainer-said-not-yet = { $name } : pas encore. { $words }
trainer-said-no = { $name } : non. { $words }
trainer-said-not-me = { $name } n’était pas là. { $words }
trainer-known-structure = dans votre liste
trainer-known-domain = adresse @{ $domain } de l’organisation
trainer-known-tenant = compte Teams de l’organisation
trainer-known-nobody = identité déclarée
trainer-mail-checked = e-mail vérifié, @{ $domain }
trainer-mail-unchecked = e-mail non vérifié, @{ $domain }
trainer-look = À regarder pour { $name } : { $what }.
look-device = même appareil que la demande
look-network = même réseau que la demande
look-hurry = beaucoup d’avis en une minute
look-names = plusieurs noms pour une seule personne
trainer-decide = Que décidez-vous ?
trainer-why-to-complete = { $learner } lira votre phrase. Que manque-t-il ?
trainer-why-refused = { $learner } lira votre phrase. Quelle est la raison, et que faire maintenant ?
trainer-decided-accepted = C’est accepté. { $learner } le sait.
trainer-decided-accepted-lacking = C’est accepté. { $learner } le sait. { $people ->
    [one] Il manque encore le mot d’une personne qui était là.
   *[other] Il manque encore le mot de { $people } personnes qui étaient là.
  }
trainer-decided-to-complete = C’est dit. { $learner } sait quoi ajouter.
trainer-decided-refused = C’est dit. { $learner } peut encore compléter sa demande.
trainer-text-changed = { $learner } vient de changer son texte. Le voici.
trainer-already-decided = Cette demande n’attend plus de décision.
trainer-help-asked = { $learner } demande de l’aide. C’est à la question { $at } de « { $badge } ».
trainer-help-asked-anywhere = { $learner } demande de l’aide.
trainer-unreachable = Je ne peux plus écrire à { $learner }. Voyez ensemble si c’est voulu. Pour reprendre, il suffit de m’écrire « bonjour ».
button-accept = Accepter
button-to-complete = À compléter
button-refuse = Refuser

## L’atelier, pour qui apprend

nudge-sentence = On continue ?
nudge-hello = Bonjour { $name }.
nudge-hello-nameless = Bonjour.
nudge = { $hello } Il vous reste { $questions ->
    [one] 1 question
   *[other] { $questions } questions
  }, environ { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  }. { $sentence }
nudge-almost = { $hello } Votre texte est presque prêt. { $sentence }
nudge-begin = { $hello } Votre badge vous attend. { $sentence }
group-nudge = Merci pour cet atelier 👏 { $joined ->
    [one] { $joined } personne est venue
   *[other] { $joined } personnes sont venues
  }, { $sent ->
    [one] { $sent } demande est envoyée
   *[other] { $sent } demandes sont envoyées
  }. La suite arrive en privé.
group-nudge-none = Merci pour cet atelier 👏 La suite arrive en privé, pour finir tranquillement.
group-in-private = Je vous réponds en privé.
workshop-over = L’atelier est fini. Vous pouvez quand même faire votre badge.
help-open = J’ai prévenu { $name }. Écrivez-lui ici ce qui bloque, ou touchez « Continuer ».
handover-from = { $name } :
  « { $words } »
handover-sent = { $name } vous envoie ceci.
handover-write = Votre prochain message ira à { $name }. Que voulez-vous lui dire ?
handover-over = D’accord, c’est terminé.
handover-passed = C’est transmis à { $name }.
handover-unreachable = Je ne peux pas joindre { $name } pour l’instant.
button-help = Aide
button-reply = Répondre
button-pause = Pause
button-drop = Pas cette relance
button-end-workshop = Terminer l’atelier
button-no-keep-workshop = Non, continuer
button-yes-end-workshop = Oui, terminer
button-not-this-time = Pas cette fois
button-send-now = Envoyer maintenant
button-nudge = Relancer
button-see-workshop = Voir l’atelier
button-see-workshops = Mes ateliers
button-rename = Changer le nom
button-follow-ups = Les relances
button-follow-ups-both = Demain et 7 jours
button-follow-ups-week = Dans 7 jours
button-follow-ups-tomorrow = Demain
button-follow-ups-none = Aucune
button-send-nudge = Envoyer
button-change-sentence = Changer la phrase
button-see-names = Voir les noms
button-in-two-hours = Dans 2 heures
button-at-five = À 17 heures
button-tomorrow-at-five = Demain à 17 heures
button-in-a-week = Dans une semaine
button-add-badge = Un badge de plus

## L’atelier

trainer-workshop-structure = Pour quelle structure ouvrez-vous l’atelier ?
trainer-workshop-stage = Quel moment du parcours ?
trainer-workshop-badge = Quel badge pour cet atelier ?
trainer-workshop-end = Quand finit l’atelier ?
trainer-workshop-name = Atelier du { $date }
trainer-workshop-open = « { $workshop } » est ouvert. Code à dire : « { $code } ».
trainer-workshop-page = Sans compte : { $link }
trainer-workshop-ask-name = Quel nom pour cet atelier ?
trainer-workshop-ask-days = Après l’atelier, quand relancer qui n’a pas fini ?
trainer-workshop-days = C’est noté 👍 { $count ->
    [one] Relance :
   *[other] Relances :
  } { $day }.
trainer-workshop-days-none = C’est noté 👍 Pas de relance après la fin.
trainer-workshop-days-two = Deux jours suffisent.
trainer-board = { $joined ->
    [one] { $joined } inscrit
   *[other] { $joined } inscrits
  } · { $started ->
    [one] { $started } a commencé
   *[other] { $started } ont commencé
  } · { $sent ->
    [one] { $sent } a envoyé
   *[other] { $sent } ont envoyé
  }
trainer-no-workshop = Aucun atelier n’est ouvert. Écrivez « atelier » pour en ouvrir un.
trainer-which-workshop = Quel atelier ?
trainer-their-name = (prénom)
trainer-nudge-preview = { $count ->
    [one] { $count } personne n’a pas fini et lira, par exemple :
   *[other] { $count } personnes n’ont pas fini et liront, par exemple :
  }
trainer-nudge-ask-send = J’envoie ?
trainer-nudge-other-language = Les personnes d’une autre langue lisent la phrase habituelle.
trainer-nudge-ahead = « { $workshop } ». À { $time }, { $count ->
    [one] { $count } personne lira, par exemple :
   *[other] { $count } personnes liront, par exemple :
  }
trainer-nudge-skipped = « { $workshop } » : rien ne part cette fois.
trainer-nudge-dropped = « { $workshop } ». Ce qui attendait encore ne part pas.
trainer-nudge-next = Prochaine relance : { $day }.
trainer-nudge-waits = C’est noté : { $count ->
    [one] { $count } message.
   *[other] { $count } messages.
  } Départ { $day }, à partir de 9 heures.
trainer-names-more = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
  }
trainer-workshop-ask-end = Plus aucun message ne partira. Terminer « { $workshop } » ?
trainer-workshop-kept = D’accord, « { $workshop } » continue.
trainer-nudge-nobody = Personne à relancer aujourd’hui. 👍 Tout le monde a fini, ou a déjà eu un message.
trainer-nudge-nobody-joined = Personne n’a encore rejoint cet atelier.
trainer-nudge-sent = C’est parti : { $count ->
    [one] { $count } message.
   *[other] { $count } messages.
  }
trainer-nudge-due = « { $workshop } » : relance de { $count ->
    [one] { $count } personne.
   *[other] { $count } personnes.
  }
trainer-nudge-result = « { $workshop } ». Dernière relance : { $told ->
    [one] { $told } message
   *[other] { $told } messages
  }, { $sent ->
    [one] { $sent } demande envoyée depuis.
   *[other] { $sent } demandes envoyées depuis.
  }
trainer-nudge-lost = { $count ->
    [one] { $count } message s’est peut-être perdu.
   *[other] { $count } messages se sont peut-être perdus.
  }
trainer-nudge-paused = « { $workshop } » : les messages attendent. Écrivez « reprendre » pour continuer.
trainer-nudge-resumed = « { $workshop } » : les messages repartent.
trainer-nudge-ended = « { $workshop } » : c’est arrêté. Plus aucun message ne part.
trainer-nudge-ask-sentence = Une seule, courte et simple. Quelle phrase pour finir le message ?
trainer-nudge-ask-other = Quelle autre phrase ?
trainer-sentence-long = C’est un peu long pour qui lit peu : douze mots suffisent.
trainer-sentence-many = Une seule phrase se lit mieux.
trainer-sentence-question = La question se lit mieux à la fin, et seule.
trainer-sentence-emoji = Il faut aussi des mots, à côté de l’image.
trainer-sentence-words = Un mot est difficile à lire. Avec des mots de tous les jours, c’est mieux.
trainer-name-started = { $name } · en cours
trainer-name-joined = { $name } · pas encore de réponse
trainer-help-workshop = { $learner } demande de l’aide. C’est à la question { $at } de « { $badge } ». Répondez à ce message, je transmets.
trainer-help-workshop-almost = { $learner } demande de l’aide. C’est pour le badge « { $badge } ». Répondez à ce message, je transmets.
trainer-help-workshop-choosing = { $learner } demande de l’aide. C’est pour choisir un badge. Répondez à ce message, je transmets.
trainer-help-workshop-anywhere = { $learner } demande de l’aide. C’est pour « { $workshop } ». Répondez à ce message, je transmets.
trainer-poster-scan = Scannez avec votre téléphone
trainer-poster-or = ou, dans Telegram, cherchez
trainer-poster-write = et écrivez

# going on in another channel
move-ask = Vous êtes { $name }. On continue ici ?
move-noted = C’est noté. Je réunis tout.
move-done = C’est noté. On continue ici.
move-go-on = Tout est là, { $name }. Vos réponses sont gardées.
move-already = C’est déjà fait. On continue ici.
move-declined = D’accord, rien n’est changé.
move-told = Votre conversation est aussi ouverte { $channel ->
    [telegram] dans Telegram
    [teams] dans Teams
    [same] dans une autre conversation
   *[other] dans un navigateur
  } : « { $name } ». Si ce n’est pas vous, touchez le bouton.
move-told-nameless = Votre conversation est aussi ouverte { $channel ->
    [telegram] dans Telegram
    [teams] dans Teams
    [same] dans une autre conversation
   *[other] dans un navigateur
  }. Si ce n’est pas vous, touchez le bouton.
move-cut = C’est fait. Votre conversation est fermée là-bas.
# « relier »: two channels, one person
link-given = { $count ->
    [one] Ce lien réunit vos deux conversations. Ouvrez-le dans votre autre messagerie. Il sert une fois, pendant une heure.
   *[other] Ces liens réunissent vos deux conversations. Ouvrez-en un dans votre autre messagerie. Ils servent une fois, pendant une heure.
  }
link-typed = Là-bas, vous pouvez aussi écrire ce code :
link-nowhere = Il n’y a pas d’autre messagerie ici.
link-own = Ce code est à vous. Ouvrez-le dans votre autre messagerie.
link-code-over = Ce code ne marche plus. Écrivez « relier » pour en avoir un autre.
link-from-browser = Ce code vient d’un navigateur, et vous avez un rôle. Écrivez « relier » ici. Ouvrez ensuite ce nouveau code dans le navigateur.
link-from = Ce code vient { $channel ->
    [telegram] de Telegram
    [teams] de Teams
    [same] d’une autre conversation
   *[other] d’un navigateur
  } : « { $name } ».
link-from-nameless = Ce code vient { $channel ->
    [telegram] de Telegram
    [teams] de Teams
    [same] d’une autre conversation
   *[other] d’un navigateur
  }.
link-one = Vos deux conversations n’en feront qu’une.
link-role = Vos demandes et votre rôle ({ $role ->
    [trainer] formation
    [issuer] suivi
   *[tutor] tutorat
  }) seront des deux côtés.
link-you = C’est vous, { $first } ?
link-you-nameless = C’est vous ?
link-answer-there = C’est noté. Répondez maintenant dans l’autre conversation.
link-said-no = L’autre conversation a dit non. Rien n’est changé.
link-no-answer = L’autre conversation n’a pas répondu. Rien n’est changé.
link-opened = Quelqu’un a ouvert votre code { $channel ->
    [telegram] dans Telegram
    [teams] dans Teams
    [same] dans une autre conversation
   *[other] dans un navigateur
  } : « { $name } ».
link-opened-nameless = Quelqu’un a ouvert votre code { $channel ->
    [telegram] dans Telegram
    [teams] dans Teams
    [same] dans une autre conversation
   *[other] dans un navigateur
  }.
link-which = Vous avez commencé ici et là-bas : « { $badge } ». Que voulez-vous garder ?
button-keep-here = Ce qui est ici
button-keep-in = { $channel ->
    [telegram] Dans Telegram
    [teams] Dans Teams
    [same] Dans l’autre
   *[other] Dans le navigateur
  }
link-draft-gone = « { $badge } » est déjà envoyé d’un côté. Je garde cette demande-là. L’autre début est retiré.
link-sent-twice = Vous avez envoyé deux fois « { $badge } ». Retirez celle-ci. Puis écrivez encore « relier ».
link-sent-twice-there = Vous avez envoyé deux fois « { $badge } ». Retirez la demande de l’autre conversation. Puis écrivez encore « relier ».
link-sent-twice-wait = Vous avez envoyé deux fois « { $badge } ». Attendez la réponse. Puis écrivez encore « relier ».
link-sent-twice-other = Vous avez envoyé deux fois « { $badge } ». Rien n’est changé. La suite est dans l’autre conversation.
link-not-done = Je n’ai pas pu réunir les deux. Écrivez « relier » pour essayer encore.
link-own-word = Pour « { $badge } », une confirmation venait de vous. Elle ne compte plus. Votre demande continue.
trainer-own-word = { $learner } a deux comptes : l’un a confirmé l’autre. Le badge « { $badge } » est déjà remis.
button-talk = Parler
button-link = Relier
talk-link = Ouvrez ce lien pour parler. Il sert une fois, pendant 15 minutes. Après, vous pouvez revenir ici.

## Un projet de groupe

ask-project = C’était dans quel projet ?
ask-part = Projet : « { $text } ». Quel était votre rôle ?
ask-take = { $count ->
    [one] Le groupe partage { $count } preuve. On l’ajoute à votre demande ?
   *[other] Le groupe partage { $count } preuves. On les ajoute à votre demande ?
  }
ask-give = Chaque membre choisit qui voit ses preuves. Partagez-vous les vôtres avec le groupe ?
given-to-group = C’est partagé avec le groupe 👍
ask-project-context = Vous l’avez fait à plusieurs. C’était quoi, ce projet ?
ask-project-ok = Voici votre projet : « { $text } ». C’est bon ?
project-too-long = C’est un peu long. Dites-le en une phrase ?
project-forward-this = C’est noté 👍 Envoyez le message suivant à votre groupe.
project-invitation = Rejoignez notre projet : « { $text } ».
project-is = Votre projet : « { $text } ».
project-joined = Vous êtes dans le projet du groupe 👍
project-members = { $count ->
    [one] { $count } personne en parle.
   *[other] { $count } personnes en parlent.
  }
ask-go-on = On continue ?
project-left = C’est fait. Vos mots restent à vous.
button-alone = Non, sans groupe
button-none-of-them = Un autre moment
button-just-me = Non, juste moi
button-whole-group = Oui, avec le groupe
button-invite = Inviter
button-leave-project = Quitter le projet
button-project = Projet commun
button-another-project = Un autre projet
tutor-project = Projet de groupe : « { $text } ».
tutor-reminder = Bonjour, { $learner } attend encore votre mot. C’est pour le badge « { $badge } ».
tutor-reply-doubted = Une réponse est arrivée d’une autre adresse, elle ne compte pas. Répondez d’ici, ou choisissez. C’était vous ?
tutor-mail-subject = { $learner } vous demande un mot : { $badge }
tutor-mail-choose = Une minute suffit. Choisissez ici :
tutor-mail-how = Répondez à ce message avec vos mots. Ou choisissez :
tutor-mail-number = Répondez par un numéro, ou avec vos mots.
tutor-mail-confirm = Le choix ouvre une page. Rien n’est envoyé avant votre accord.
tutor-mail-pieces = Les autres preuves sont sur la page :
tutor-mail-page = Tout voir et répondre
tutor-mail-shown = { $learner } pourra montrer le badge avec votre nom et vos mots.
tutor-mail-why = { $learner } m’a donné votre adresse pour cette demande. Elle est effacée après votre réponse.
tutor-mail-over = Votre réponse est déjà transmise à { $learner }. Pour changer quelque chose, parlez-lui directement.
tutor-mail-trial = Essai
tutor-mail-stop = Ne plus m’écrire
trainer-ask-project = Une phrase suffit, avec le lieu et la date. Quel est le projet du groupe ?
trainer-project-noted = C’est noté 👍 Qui commence le badge choisit ce projet, puis raconte sa part.

## Le code de l’atelier, et ce qui est accepté sans attendre

ask-code = Le code se donne pendant l’atelier. Vous l’avez ?
ask-code-which = Écrivez-le comme « LUNE PANDA 42 ». Quel est votre code ?
code-noted = Votre code est noté 👍
code-none = D’accord. Un formateur va lire votre demande.
code-too-many = Cinq codes étaient faux : on continue sans code. Un formateur va lire votre demande.
code-wrong = Ce code ne va pas avec ce badge.
code-over = Ce code n’est plus bon.
code-own = Ce code est le vôtre : une autre personne décide.
button-no-code = Non, pas de code
news-accepted-code = Bonne nouvelle 🎉 Avec le code, votre demande est acceptée. C’est pour le badge « { $badge } ».
news-accepted-automatic = Bonne nouvelle 🎉 Tout est là : votre demande est acceptée. C’est pour le badge « { $badge } ».
news-accepted-automatic-lacking = Bonne nouvelle 🎉 Votre demande est acceptée. { $people ->
    [one] Il manque encore le mot d’une personne qui était là.
   *[other] Il manque encore le mot de { $people } personnes qui étaient là.
  }
news-lacks = { $words } Envoyez-la et la demande repart. On l’ajoute ?
jury = Le jury
jury-of = Le jury ({ $names })
ready-own = Dites ce que vous avez fait vous-même, étape par étape.
ready-evidence = Ajoutez une photo ou un vocal qui montre votre travail.
ready-where = Dites où et quand c’était.
ready-result = Dites ce que cela a donné à la fin.
ready-lacks-photo = Il manque une photo ou un vocal.
ready-lacks-evidence = Il manque une preuve de votre travail.
ready-lacks-own = Dites ce que vous avez fait, vous.
ready-lacks-answer = Racontez un peu plus : « { $text } »
ready-other-moment = Ce moment ne montre pas ce badge. Racontez un autre moment.
ready-other-badge = Un autre badge vous ira mieux. Cherchons-le ensemble.
ready-talk = Ce n’est pas encore ce badge. Venez en parler avec moi.

## Le jury, les demandes ouvertes, les phrases prêtes, les codes

trainer-jury-waits = { $learner } attend le mot du jury. C’est pour le badge « { $badge } ».
trainer-advice-waits = { $learner } attend votre avis. C’est pour le badge « { $badge } ».
trainer-jury-ask-word = { $seats ->
    [one] Que décidez-vous ?
   *[other] Vous êtes { $seats } à décider. Que décidez-vous, vous ?
  }
trainer-jury-ask-advice = Une personne décide après les avis : quel est le vôtre ?
trainer-jury-noted = Merci, c’est noté. { $said ->
    [one] { $said } mot
   *[other] { $said } mots
  } sur { $seats } pour l’instant.
trainer-jury-accepted = Le jury a décidé pour { $learner } : c’est accepté. C’est pour le badge « { $badge } ».
trainer-jury-to-complete = Le jury a décidé pour { $learner } : c’est à compléter. C’est pour le badge « { $badge } ».
trainer-jury-refused = Le jury a décidé pour { $learner } : c’est refusé. C’est pour le badge « { $badge } ».
trainer-jury-advised = Les avis sont là pour { $learner }. C’est pour le badge « { $badge } ». Une personne décide maintenant.
trainer-jury-tie = Le jury est partagé pour { $learner }. C’est pour le badge « { $badge } ». Une personne décide maintenant.
trainer-jury-silent = Le jury n’a pas répondu à { $learner }. C’est pour le badge « { $badge } ». Une personne décide maintenant.
trainer-advice-accepted = • { $name } : accepter { $words }
trainer-advice-to-complete = • { $name } : à compléter { $words }
trainer-advice-refused = • { $name } : refuser { $words }
trainer-held = { $name } regarde cette demande. { $minutes ->
    [one] Elle est libre dans { $minutes } minute.
   *[other] Elle est libre dans { $minutes } minutes.
  }
trainer-held-short = { $name } regarde
trainer-left = D’accord. Elle reste dans vos demandes.
trainer-already-accepted = { $name } a déjà décidé. Pour { $learner }, c’est accepté.
trainer-already-to-complete = { $name } a déjà décidé. Pour { $learner }, c’est à compléter.
trainer-already-refused = { $name } a déjà décidé. Pour { $learner }, c’est refusé.
trainer-ready-send = { $learner } lira cette phrase. Je l’envoie ?
trainer-own-words = Voici la phrase. Quels sont vos mots ?
trainer-words-only = Ici, je lis seulement les mots. Quelle phrase pour { $learner } ?
trainer-code-which = Quel code ouvrez-vous ?
trainer-code-where = Pour quelle structure ?
trainer-code-badge = Un code pour quel badge ?
trainer-code-until = « { $badge } » : jusqu’à quand vaut le code ?
trainer-code-no-badge = Aucun de vos badges ne se donne avec un code.
trainer-code-open = Code à dire pour « { $badge } » : « { $code } ».
trainer-code-till = Il vaut jusqu’au { $day }.
trainer-code-used = { $count ->
    [0] Personne ne l’a encore utilisé.
    [one] { $count } personne l’a utilisé.
   *[other] { $count } personnes l’ont utilisé.
  }
trainer-code-ended = Le code « { $code } » est arrêté. { $count ->
    [0] Personne ne l’a utilisé.
    [one] { $count } personne l’a utilisé.
   *[other] { $count } personnes l’ont utilisé.
  }
button-next-one = La suivante
button-try-again = Réessayer
button-send-reason = Envoyer
button-change-words = Changer les mots
button-new-code = Un nouveau code
button-end-code = Arrêter le code

ask-renew = Votre badge « { $badge } » se renouvelle : qu’avez-vous fait depuis ?
renew-later = D’accord. Écrivez « mes demandes » quand vous voulez.
button-tell = Raconter
button-renew = Le renouveler
news-revoked = Votre badge « { $badge } » n’est plus valable. Voici votre page :
news-revoked-words = Votre badge « { $badge } » n’est plus valable. La raison : « { $words } »
news-revoked-below = « { $badge } » reste à vous. Sa page dit qu’un de ses badges manque.
news-revoked-after = Ce que vous avez raconté reste à vous. Écrivez « aide » pour en parler.

## Un badge qui réunit d’autres badges

milestone-name = « { $badge } »
milestone-told = { $count ->
    [one] J’ai ce badge : { $badges }.
   *[other] J’ai ces badges : { $badges }.
  }
offer-milestone = Vous avez { $have } badges qui vont ensemble. Voulez-vous aussi le badge « { $badge } » ?
milestone-later = D’accord. Écrivez « mes demandes » quand vous voudrez ce badge.
ask-recap-milestone = Voici le texte de ce badge :
  { $text }
  C’est bien vous ?
milestone-far = { $have ->
    [0] « { $badge } » réunit { $need } autres badges. Vous commencez par celui que vous voulez.
    [one] « { $badge } » : vous avez { $have } badge sur { $need }. { $left ->
        [one] Il en manque un seul.
       *[other] Il en manque { $left }.
    }
   *[other] « { $badge } » : vous avez { $have } badges sur { $need }. { $left ->
        [one] Il en manque un seul.
       *[other] Il en manque { $left }.
    }
  }
milestone-waits = Vos autres demandes sont envoyées. Que voulez-vous faire ?
ask-which-first = { $count ->
    [one] On fait ce badge maintenant ?
   *[other] Lequel voulez-vous faire d’abord ?
  }
ask-below = Un de vos badges ne compte plus. Pour « { $badge } », il en manque { $left ->
    [one] un
   *[other] { $left }
  }. Que voulez-vous faire ?
progress-milestone = { $have } sur { $need } pour « { $badge } ».
progress-stage = { $stage } : { $have ->
    [one] { $have } badge
   *[other] { $have } badges
  } sur { $of }.
button-ask-for-it = Demander ce badge
milestone-opens = Ce badge ouvre vers { $name }. Ce n’est pas une équivalence.
ask-backpack = Votre sac réunit sur une page les badges que vous montrez. Voulez-vous l’ouvrir ?
button-show-backpack = Ouvrir mon sac
button-close-backpack = Le fermer
backpack-open = C’est fait. Voici le lien à donner :
backpack-is-open = Votre sac est ouvert. Voici son adresse :
backpack-choose = Pour choisir vos badges, et les ranger :
backpack-closed = C’est fermé, plus personne ne voit votre sac.
backpack-not-open = D’accord, votre sac reste fermé.
backpack-empty = Votre sac est vide pour l’instant. Un badge y entre quand vous le montrez. Que voulez-vous faire ?
backpack-nothing-shared = Votre sac est vide pour l’instant. Montrez d’abord un badge, il y entrera. Que voulez-vous faire ?

ask-found = À « { $structure } », apprenants et formateurs verront votre prénom et ce badge. Pour de l’aide, on vous écrit par moi : votre numéro reste caché. Ça vous va ?
found-yes = C’est noté ✍️ On peut vous demander de l’aide. Pour arrêter, écrivez « ne plus me demander ».
found-no = D’accord, personne ne vous demandera.
found-ended = C’est fini. Pour ce badge, personne ne vous demandera plus.
found-ended-all = C’est fini. Personne ne vous demandera plus.
button-ask-me = On peut me demander
button-ask-me-no-more = Ne plus me demander
button-who-knows = Qui peut m’aider ?
peers-no-place = On cherche parmi les gens d’un même lieu. Je ne connais pas encore le vôtre. Demandez son lien à votre formateur.
peers-nobody = Pour l’instant, je n’ai personne à vous proposer. Votre formateur peut aussi vous aider : écrivez « aide ».
trainer-peers-nobody = Pour l’instant, personne n’a dit oui. Un badge prêt porte le bouton « On peut me demander ».
ask-peers-badge = Pour quel badge cherchez-vous de l’aide ?
ask-peers-whom = À qui voulez-vous demander ?
peers-ask = Demander à { $first }
ask-peers-what = Écrivez à { $first }, ou envoyez un vocal. Je transmets avec votre prénom. Que voulez-vous demander ?
peers-asks = { $first } vous demande de l’aide. Badge « { $badge } ».
  « { $words } »
peers-asks-so = { $first } vous demande de l’aide. Badge « { $badge } ».
peers-sent = C’est transmis à { $first }. La réponse arrive ici.
peers-waits = C’est noté ✍️ { $first } se repose à cette heure. Je transmets le matin, dès 9 heures.
peers-rests = { $first } se repose à cette heure. Écrivez plutôt le matin, dès 9 heures.
peers-later = D’accord. Touchez « Répondre » quand vous voulez.
peers-gone = Cette personne n’aide plus pour l’instant. Écrivez « qui sait faire » pour en trouver une autre.
peers-enough = Vous avez demandé { $count } fois en un jour, c’est le maximum. Réessayez demain.
