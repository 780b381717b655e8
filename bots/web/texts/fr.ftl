# Pages. Lues par des tuteurs, des recruteurs et la personne elle-même : phrases courtes, mots simples.
skip-to-content = Aller au contenu
trial = essai
footer = Déclic aide à montrer ce que l’on sait faire.
someone = Cette personne
someone-anonymous = Une personne qui était là
and = et
optional = (si vous voulez)
trainer = Formateur ou formatrice

story-words = Le récit, avec ses mots
story-evidence = Les preuves
story-levels = Son propre avis
story-project = Projet de groupe : « { $text } ».
story-words-own = Votre récit
story-evidence-own = Vos preuves
story-levels-own = Votre propre avis
piece-photo = Photo { $number }
piece-voice = Vocal { $number }
piece-video = Vidéo { $number }
piece-document = Ouvrir le document { $number }
piece-document-title = Document { $number }
piece-coming = Ce fichier arrive bientôt.
level-1 = Pas encore
level-2 = Avec de l’aide
level-3 = Sans aide
level-4 = Je peux montrer
verdict-yes = Oui, confirmé
verdict-not-yet = Pas encore
verdict-no = Non
standing-declared = Nom et fonction tels qu’ils ont été donnés.
standing-structure = Vérifié : la structure connaît cette personne.
standing-verified = L’organisation de cette personne est vérifiée.
standing-domain = Vérifié : adresse e-mail de l’organisation (@{ $domain }).
standing-tenant = Vérifié : compte Teams de l’organisation.
voice-signed = Cette parole, signée (JSON)
voice-awaited = Demandé le { $day }. Pas encore de réponse.
voice-awaited-of = Demandé à { $name } le { $day }. Pas encore de réponse.
voice-missing = Il manque encore le mot d’une de ces personnes : { $roles }.
capacity-tutor = Tuteur ou tutrice
capacity-colleague = Collègue
capacity-trainer = Formateur ou formatrice
capacity-association = Association
capacity-manager = Responsable
look = À regarder : { $what }.
look-device = même appareil que la demande
look-network = même réseau que la demande
look-hurry = beaucoup d’avis en une minute
look-names = plusieurs noms pour une seule personne

tutor-title = { $name } vous demande un mot
tutor-over = { $name } vous demande un mot sur ce badge
tutor-read = Lisez, puis répondez en bas de la page. Une minute suffit.
tutor-jump = Répondre
tutor-question = Avez-vous vu { $name } faire cela ?
tutor-choice-yes = Oui, je confirme
tutor-choice-not-yet = Pas encore
tutor-choice-no = Non
tutor-choice-not-me = Ce n’est pas à moi de répondre
tutor-comment = Un mot de plus
tutor-comment-hint = Ce que vous avez vu, ou ce qui manque encore. { $name } le lira.
tutor-name = Votre nom
tutor-role = Votre fonction
tutor-capacity = Vous êtes
tutor-capacity-none = À choisir
tutor-organisation = Votre entreprise ou association
tutor-anonymous = Ne pas montrer mon nom sur le badge
tutor-public = Si { $name } montre son badge, votre nom et vos mots y seront.
tutor-send = Envoyer ma réponse
tutor-verdict = Choisissez d’abord une réponse, plus bas.
tutor-changed = Le texte a changé depuis votre lecture. Relisez-le, puis répondez.
tutor-thanks = Merci !
tutor-said-yes = Vous confirmez « { $badge } » pour { $name }.
tutor-said-not-yet = Vous avez répondu « pas encore » à { $name }, pour « { $badge } ».
tutor-said-no = Vous avez répondu « non » à { $name }, pour « { $badge } ».
tutor-said-not-me = C’est noté. { $name } demandera à quelqu’un d’autre.
tutor-said-comment = Vos mots sont gardés avec votre réponse :
tutor-said-name = Si { $name } montre son badge, on y lira : { $tutor }.
tutor-said-anonymous = Votre nom ne sera pas sur ce badge.
tutor-undo-until = Vous pouvez encore changer d’avis, pendant un court moment.
tutor-done = C’est bon
tutor-undo = Annuler
tutor-settled = Votre réponse est partie. { $name } peut la lire. Vous pouvez fermer cette page.
tutor-answered-title = Une réponse est déjà là
tutor-answered-text = Quelqu’un a déjà répondu à { $name } avec ce lien. Il n’y a plus rien à faire ici.
tutor-taken-title = Ce lien est déjà pris
tutor-taken-text = Une autre personne a ouvert ce lien dans sa messagerie. Si c’est vous, répondez là-bas. Sinon, demandez un nouveau lien à { $name }.
tutor-own-title = Cette demande est la vôtre
tutor-own-text = Envoyez ce lien à une personne qui était là. Il reste bon.
tutor-withdrawn-title = La demande est reprise
tutor-withdrawn-text = { $name } a repris sa demande. Vous n’avez rien à faire.
tutor-expired-title = Ce lien est trop ancien
tutor-expired-text = Demandez à { $name } de vous envoyer un nouveau lien.
tutor-stop-title = Ne plus recevoir d’e-mail ?
tutor-stop-text = Nous n’écrirons plus à cette adresse. La personne qui vous a demandé un mot le saura.
tutor-stop-confirm = Ne plus m’écrire
tutor-stopped-title = C’est noté
tutor-stopped-text = Rien ne part d’ici vers votre adresse. Vous pouvez fermer cette page.
tutor-proof-reply = Réponse par e-mail, d’une adresse @{ $domain }
tutor-proof-link = Réponse par le lien envoyé à une adresse @{ $domain }
tutor-proof-pass = L’adresse est vérifiée.
tutor-proof-unchecked = Personne n’a vérifié l’adresse.

learner-over = Votre badge
learner-voices = Ce que l’on vous a répondu
learner-decision = Le mot de votre structure
learner-answers = Toutes vos réponses
learner-path = Le chemin de votre demande
outcome-accepted = Accepté
outcome-to-complete = À compléter
outcome-refused = Refusé
download-picture = Télécharger l’image
download-file = Télécharger le fichier
badge-picture = Image du badge « { $badge } »
share-title = Montrer mon badge
share-is-off = Pour l’instant, personne d’autre ne le voit.
share-is-on = Votre badge est visible. Toute personne qui a ce lien peut le voir :
share-start = Montrer mon badge
share-stop = Ne plus le montrer

status-draft = En cours
status-draft-next = Revenez dans la conversation pour continuer. Tout est gardé.
status-sent = Envoyé
status-sent-next = Vous attendez une réponse. Nous vous dirons tout de suite.
status-to-complete = À compléter
status-to-complete-next = Il manque quelque chose. Lisez la réponse, puis revenez dans la conversation.
status-endorsed = Confirmé
status-endorsed-next = Quelqu’un a confirmé. Votre badge arrive.
status-refused = Refusé
status-refused-next = Lisez la réponse. Vous pouvez recommencer quand vous voulez.
status-accepted = Accepté
status-accepted-next = Votre badge arrive.
status-forwarded = Transmis
status-forwarded-next = Votre badge est en préparation.
status-issued = Vous avez ce badge
status-withdrawn = Repris
status-withdrawn-next = Vous avez repris cette demande. Vous pouvez en faire une autre.
status-expired = Terminé
status-expired-next = Cette demande est trop ancienne. Vous pouvez en faire une autre.
status-revoked = Ce badge n’est plus valable

path-draft = Vous avez commencé
path-sent = Vous avez envoyé votre demande
path-to-complete = On vous a demandé de compléter
path-endorsed = Quelqu’un a confirmé
path-refused = La demande a été refusée
path-accepted = La demande a été acceptée
path-forwarded = La demande a été transmise
path-issued = Votre badge est prêt
path-withdrawn = Vous avez repris votre demande
path-expired = La demande a pris fin
path-revoked = Le badge n’est plus valable

badge-seen = Vu et confirmé par { $names }
badge-accepted = Relu et accepté par { $issuer }
badge-self = Déclaré par la personne elle-même
badge-issued = Délivré par { $issuer } le { $date }
badge-revoked = Ce badge n’est plus valable.
badge-criteria = Ce que ce badge dit
badge-voices = La parole de ceux qui étaient là
badge-check = Vérifier ce badge
badge-check-text = Ce badge suit la norme Open Badges 3.0. Il est signé : s’il est modifié, cela se voit.
badge-json = Badge signé (JSON)
badge-png = Image PNG
badge-svg = Image SVG

problem-400-title = Nous n’avons pas compris
problem-400-text = Revenez en arrière et essayez encore une fois.
problem-403-title = Ouvrez la page encore une fois
problem-403-text = La réponse ne venait pas de notre page. Ouvrez votre lien, puis répondez.
problem-404-title = Cette page n’est pas là
problem-404-text = Le lien est peut-être incomplet, ou la page n’est pas visible. Demandez à la personne qui vous l’a envoyé.
problem-405-title = Cette page n’est pas là
problem-405-text = Ouvrez le lien que vous avez reçu.
problem-410-title = Cette page n’existe plus
problem-410-text = Demandez un nouveau lien à la personne qui vous l’a envoyé.
problem-413-title = C’est trop gros
problem-413-text = Envoyez un fichier plus petit, ou un texte plus court.
problem-415-title = Nous n’avons pas compris
problem-415-text = Revenez en arrière et essayez encore une fois.
problem-429-title = Attendez un peu
problem-429-text = Il y a eu trop de visites d’un coup. Revenez dans une minute.
problem-500-title = Quelque chose n’a pas marché
problem-500-text = C’est de notre côté. Rien n’est perdu. Essayez encore dans un moment.

play-title = Essayer Déclic
play-lead = Trois téléphones, une demande de badge, du début à la fin. Tout reste sur cet ordinateur.
play-learner-role = apprend
play-tutor-role = était là
play-trainer-role = forme
play-phone = Téléphone : { $name }
play-phones = Les trois téléphones
play-start = Commencer
play-empty-learner = Appuyez sur « Commencer » pour parler avec Déclic.
play-empty-tutor = { $name } attend le message d’Awa. Il arrive par un lien, sur le téléphone d’Awa.
play-empty-trainer = { $name } forme Awa. Écrivez « demandes » pour voir ce qui attend.
play-write = Écrire un message
play-send = Envoyer
play-attach = Envoyer une photo ou un fichier
play-record = Enregistrer un vocal
play-record-stop = Arrêter et envoyer
play-record-cancel = Effacer le vocal
play-recording = Enregistrement en cours
play-no-microphone = Le micro n’est pas là, ou n’est pas permis.
play-typing = Déclic écrit
play-open-with = Ouvrir chez { $name }
play-open-page = Ouvrir la page
play-link-for = Un lien vous attend. Chez qui l’ouvrir ?
play-restart = Recommencer
play-restart-sure = Tout effacer et recommencer ?
play-language = Langue
play-not-sent = Pas parti. Envoyez encore une fois.
play-message = Message
play-opened = J’ouvre le lien
play-too-big = Ce fichier est trop gros. Envoyez un fichier plus petit, de moins de 20 Mo.
play-offline = Connexion perdue. Nous essayons encore.
play-you = Vous
play-voice = Vocal
play-file = Fichier
play-photo = Photo
play-unread = { $count } à lire
play-noscript = Cette page d’essai a besoin de JavaScript.

desk-places = Pages de suivi
desk-home = Suivi
desk-claims = Demandes
desk-learners = Personnes
desk-issuer = Tout le réseau
desk-out = Se déconnecter
desk-waiting = { $count ->
    [0] Aucune demande ne vous attend.
    [one] 1 demande attend votre décision.
   *[other] { $count } demandes attendent votre décision.
  }
desk-decide = Décider
desk-workshops = Ateliers
desk-no-workshops = Aucun atelier pour l’instant.
desk-stages = Les badges, étape par étape
desk-no-claims = Aucune demande pour l’instant.
desk-csv = Tableau (CSV)
stage-started = En cours
stage-sent = Envoyé
stage-complete = À compléter
stage-accepted = Accepté
stage-issued = Badge obtenu
stage-revoked = Retiré
stage-ended = Terminé
stop-part = Son rôle dans le projet
stop-evidence = Les preuves
stop-send = Relire et envoyer
learners-search = Chercher un nom
learners-find = Chercher
learners-found = { $count ->
    [0] Personne ne correspond.
    [one] 1 personne
   *[other] { $count } personnes
  }
learners-helpers = Qui peut aider les autres
learners-helpers-how = Ces personnes ont dit oui. On leur écrit par Déclic : écrivez-lui « qui sait faire ».
learners-more = Il y en a { $count } de plus. Cherchez un nom.
people-not-started = Pas encore commencé
people-at = Étape { $at } sur { $of } : { $words }
workshop-joined = { $count ->
    [0] personne encore
    [one] 1 personne
   *[other] { $count } personnes
  }
workshop-spoken = Code à dire : { $code }
workshop-sheet = Feuille à imprimer
workshop-count-joined = inscrits
workshop-count-started = ont commencé
workshop-count-sent = ont envoyé
workshop-count-issued = ont leur badge
workshop-projects = Projets de groupe
workshop-nobody-yet = Personne pour l’instant
workshop-people = Qui en est où
workshop-nobody = Personne n’est inscrit pour l’instant.
workshop-stops = Où s’arrête-t-on ?
workshop-nudges = Relances
nudges-next = Prochaine relance : { $day }.
nudges-paused = Les relances sont en pause.
nudges-none = Aucune relance n’est prévue.
nudges-round = Relance { $round }, { $day }
nudges-planned = { $count ->
    [one] 1 personne
   *[other] { $count } personnes
  }
nudges-since = { $count ->
    [one] { $count } demande envoyée depuis
   *[other] { $count } demandes envoyées depuis
  }
nudges-outcome = { $what ->
    [told] envoyées : { $count }
    [done] déjà finies : { $count }
    [stopped] arrêtées par la personne : { $count }
    [reminded] déjà rappelées deux fois : { $count }
    [unreachable] injoignables : { $count }
    [waiting] à venir : { $count }
    [doubled] parties deux fois : { $count }
   *[lost] peut-être perdues : { $count }
  }
sheet-title = Feuille de groupe : { $name }
sheet-lead = { $count ->
    [one] 1 personne
   *[other] { $count } personnes
  }
sheet-name = Nom
sheet-signature = Signature
sheet-print = Imprimez cette page avec votre navigateur.
claims-none = Aucune demande ne vous attend 👍
claims-first = Ouvrir la première
claims-at = Demande { $at } sur { $of }
claims-between = D’une demande à l’autre
claims-previous = Précédente
claims-next = Suivante
claim-hidden = { $name } garde ses preuves pour son tuteur.
claim-voices = Qui a confirmé
claim-decide = Votre décision
claim-accept = Accepter
claim-complete = À compléter
claim-refuse = Refuser
claim-ready = { $name } lira cette phrase
claim-own-words = Vos mots
claim-send-complete = Demander de compléter
claim-why = { $name } lira votre raison. Dites aussi que faire maintenant.
claim-send-refuse = Refuser la demande
claim-text-changed = Le texte a changé, le voici. Rien n’est parti.
claim-reason-needed = Écrivez une phrase pour { $name }, ou choisissez-en une.
claim-keys = Une touche suffit (a, c, r, j, k)
claim-stands = { $outcome } par { $name }, le { $day }.
claim-not-waiting = Cette demande n’attend pas votre décision. Elle est : { $status }.
decided-accepted = C’est accepté : « { $badge } », { $learner }.
decided-lacking = C’est accepté : « { $badge } », { $learner }. Le badge attend encore la confirmation de qui était là.
decided-to-complete = C’est dit à { $learner } : « { $badge } » est à compléter.
decided-refused = C’est dit à { $learner } : « { $badge } » est refusé.
decided-by-other = { $name } a été plus rapide pour { $learner }, « { $badge } ». Décision : { $outcome }. Rien d’autre n’est parti.
decided-nothing = Cette demande n’attendait plus de décision. Rien n’est parti.
issuer-lead = Les badges dans chaque structure, sans les noms. Le sens d’un badge reste-t-il le même partout ?
issuer-no-structure = Sans structure
issuer-levels = Ce que les personnes disent de leur niveau
issuer-evidence = Preuves par demande
issuer-pieces = { $pieces } en moyenne
issuer-claims = { $count } demandes envoyées
issuer-few = Avec moins de { $count } demandes envoyées, niveaux et preuves ne sont pas montrés.
csv-name = Nom
csv-badge = Badge
csv-stage = Étape
csv-step = Où
csv-opened = Commencé
csv-sent = Envoyé
door-enter-title = Ouvrir votre suivi
door-enter-text = Ce navigateur restera connecté douze heures. Déconnectez-vous si d’autres l’utilisent.
door-enter = Ouvrir
door-over-title = Ce lien a déjà servi
door-over-text = Un lien sert une fois, pendant quinze minutes. Écrivez « suivi » dans la conversation pour en avoir un autre.
door-closed-title = Vous n’êtes pas connecté
door-closed-text = Écrivez « suivi » à Déclic dans votre messagerie. Le lien qu’il envoie ouvre cette page.

join-what = Ici, vous demandez le badge « { $badge } » avec l’atelier « { $name } ».
join-what-several = Ici, vous demandez un badge avec l’atelier « { $name } ».
join-project-title = Votre projet de groupe
join-project = Vous avez fait ensemble : « { $name } ». Ici, vous demandez le badge « { $badge } » pour votre part.
join-how = Pas besoin de compte ni de mot de passe.
join-name = Votre prénom
join-start = Commencer
join-wrong-name = Écrivez votre prénom, avec des lettres.
join-go-on = Continuer ma demande
join-go-on-as = Continuer : je suis { $name }
join-someone-else = Je suis quelqu’un d’autre
join-lost-title = Ce code n’est pas ouvert
join-lost-text = Vérifiez le code, ou demandez-le encore à votre formateur.
join-closed-title = Aucune demande ici
join-closed-text = Votre demande est ouverte dans un autre navigateur, ou vous avez quitté. Demandez le code de l’atelier à votre formateur.
join-over-title = Ce lien a déjà servi
join-over-text = Un lien sert une fois, et pas longtemps. Demandez-en un autre à Déclic dans votre messagerie.
join-enter-title = Continuer ici
join-enter-text = Votre conversation avec Déclic s’ouvre dans ce navigateur. Ici, vous pouvez aussi parler.
join-enter = Ouvrir
chat-title = Votre demande
chat-you = Vous
chat-role = votre conversation
chat-phone = Votre conversation avec Déclic
chat-empty-mine = Un instant, Déclic vous écrit.
chat-noscript = Pour répondre ici, votre navigateur a besoin de JavaScript.
chat-telegram = Continuer dans Telegram
chat-telegram-ready = Le lien est prêt. Il sert une fois, pendant une heure.
chat-telegram-open = Ouvrir Telegram
chat-out = Quitter cet ordinateur
chat-out-sure = Quitter ? Sans Telegram, vous ne pourrez plus répondre à cette demande.
learner-go-on = Continuer la conversation

tab-follow-up = Suivi
tab-claims = Mes badges
tab-loading = Un instant, Teams vous présente…
tab-again = Réessayer
tab-open = Ouvrir dans Teams
tab-chat = Écrire à Déclic
tab-none = Vous n’avez pas encore de badge en route. Écrivez « bonjour » à Déclic pour commencer.
tab-outside-title = Cette page s’ouvre dans Teams
tab-outside-text = Ouvrez-la depuis l’application Déclic, dans Teams. Elle vous y reconnaîtra sans mot de passe.
tab-silent-title = Teams ne répond pas
tab-silent-text = La page attend Teams depuis dix secondes. Réessayez, ou fermez puis rouvrez Déclic dans Teams.
tab-no-token-title = Teams ne dit pas qui vous êtes
tab-no-token-text = Réessayez, et acceptez si Teams vous pose une question. Sinon, montrez cette page à la personne qui gère Teams chez vous.
tab-refused-title = Nous ne pouvons pas vous reconnaître
tab-refused-text = Ce que Teams nous a envoyé n’est pas sûr, ou trop ancien. Réessayez. Sinon, montrez cette page à la personne qui gère Teams chez vous.
tab-busy-title = Une petite panne
tab-busy-text = Nous n’avons pas pu vous reconnaître cette fois. Rien n’est perdu. Réessayez dans une minute.
tab-tenant-title = Déclic n’est pas ouvert ici
tab-tenant-text = Déclic n’est pas encore ouvert à votre organisation. Demandez à la personne qui vous en a parlé.
tab-unknown-title = Nous ne nous connaissons pas encore
tab-unknown-text = Écrivez d’abord « bonjour » à Déclic, dans la conversation. Puis revenez sur cette page.
tab-not-trainer-title = Cette page est pour les équipes de formation
tab-not-trainer-text = Vos demandes et vos badges sont sur une autre page, rien que pour vous.
tab-no-cookie-title = Votre navigateur bloque cette page
tab-no-cookie-text = Ouvrez Déclic dans l’application Teams. Ou écrivez « suivi » ou « mes demandes » à Déclic, dans la conversation.

about-title = Déclic
about-what = Déclic aide à dire ce que l’on sait faire, et à demander un badge pour le montrer.
about-data-title = Vos données
about-data-kept = Déclic garde vos réponses, vos preuves, vos badges, et l’adresse de votre conversation. Tout cela reste sur le serveur de la structure qui vous l’a proposé.
about-data-seen = Vous choisissez qui voit vos preuves. Un badge est public seulement si vous le montrez.
about-data-yours = Écrivez « mes données » à Déclic pour tout recevoir, « oublier » pour tout effacer.
about-terms-title = Règles d’usage
about-terms-text = Déclic est gratuit pour vous. Racontez ce que vous avez fait vous-même, et évitez les visages des autres sur vos photos.
about-contact = Une question ? { $contact }

# Une conversation entière, à lire

preview-title = Voir la conversation d’un badge
preview-lead = Choisissez un badge. Vous lirez toute la conversation, du premier mot au badge.
preview-of = Voici la conversation entière. La personne donne les exemples du badge et touche le premier bouton.
preview-of-milestone = Ce badge est proposé quand les badges qu’il réunit sont là. Voici ce qu’on lit avant.
preview-others = Les autres badges
preview-says = { $name } dit :
preview-photo = une photo
preview-voice = un vocal
preview-video = une vidéo
preview-document = un document
preview-badge = le badge

# Codes, juries, who reads

desk-codes = Codes
codes-lead = Dites ou montrez un code à qui est là. Avec le code, la demande est acceptée tout de suite.
codes-no-badge = Aucun de vos badges ne se donne avec un code.
codes-make = Un nouveau code
codes-badge = Badge
codes-lasts = Le code vaut
codes-lasts-hours = pendant 2 heures
codes-lasts-day = jusqu’à ce soir, 20 heures
codes-lasts-week = pendant une semaine
codes-make-it = Créer le code
codes-qr = Code à scanner
codes-till = Il vaut jusqu’au { $day }, { $time }.
codes-used = { $count ->
    [0] Personne ne l’a encore utilisé.
    [one] { $count } personne l’a utilisé.
   *[other] { $count } personnes l’ont utilisé.
  }
codes-end = Arrêter ce code
codes-over = Terminé le { $day }.
claims-held = { $name } regarde
claims-jury = jury
claims-by-rule = Accepté sans attendre
claims-by-code = avec le code de { $name }
claims-by-automatic = tout était là
claim-held = { $name } regarde cette demande, jusqu’à { $time } au plus tard. Prenez la suivante, ou revenez.
claim-try-again = Essayer d’ouvrir
claim-word-given = Votre mot est gardé. Le jury : { $said } sur { $seats }.
claim-stands-automatic = { $outcome } le { $day }, sans attendre : la règle du badge le dit.
claim-stands-code = Accepté avec le code de { $name }, le { $day }.
claim-jury = Les mots du jury
claim-jury-decides = Votre mot au jury
claim-jury-advises = Votre avis
claim-jury-how = Le jury compte { $seats ->
    [one] { $seats } personne.
   *[other] { $seats } personnes.
  } Personne ne voit votre mot avant de donner le sien.
claim-change-words = Vous pouvez changer les mots avant d’envoyer.
decided-word = Votre mot est gardé : « { $badge } », { $learner }. Le jury : { $said } sur { $seats }.
decided-word-over = Votre mot est gardé : « { $badge } », { $learner }. Une personne décide maintenant.
decided-held = { $name } regarde la demande de { $learner }, « { $badge } ». Rien n’est parti.
by-itself = La règle du badge
claim-own-reason = Votre raison
