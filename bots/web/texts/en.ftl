# Pages. Read by tutors, recruiters and the person themself: short sentences, plain words.
skip-to-content = Go to the content
trial = trial
footer = Déclic helps people show what they can do.
someone = This person
someone-anonymous = Somebody who was there
and = and
optional = (if you like)
trainer = Trainer

story-words = The story, in their own words
story-evidence = The proof
story-levels = Their own view
story-project = Group project: “{ $text }”.
story-words-own = Your story
story-evidence-own = Your proof
story-levels-own = Your own view
piece-photo = Photo { $number }
piece-voice = Voice message { $number }
piece-video = Video { $number }
piece-document = Open document { $number }
piece-document-title = Document { $number }
piece-coming = This file will be here soon.
level-1 = Not yet
level-2 = With help
level-3 = Without help
level-4 = I can show others
verdict-yes = Yes, confirmed
verdict-not-yet = Not yet
verdict-no = No
standing-declared = Name and role as they were given.
standing-structure = Verified: the structure knows this person.
standing-verified = This person’s organisation is verified.
standing-domain = Verified: an e-mail address of the organisation (@{ $domain }).
standing-tenant = Verified: a Teams account of the organisation.
voice-signed = This word, signed (JSON)
voice-awaited = Asked on { $day }. No answer yet.
voice-awaited-of = { $name } was asked on { $day }. No answer yet.
voice-missing = The word of one of these people is still missing: { $roles }.
capacity-tutor = Tutor
capacity-colleague = Colleague
capacity-trainer = Trainer
capacity-association = Association
capacity-manager = Manager
look = Something to look at: { $what }.
look-device = same device as the request
look-network = same network as the request
look-hurry = many words in one minute
look-names = several names for one person

tutor-title = { $name } asks you for a word
tutor-over = { $name } asks you for a word on this badge
tutor-read = Read, then answer at the end of the page. One minute is enough.
tutor-jump = Answer
tutor-question = Did you see { $name } do this?
tutor-choice-yes = Yes, I confirm
tutor-choice-not-yet = Not yet
tutor-choice-no = No
tutor-choice-not-me = I am not the right person
tutor-comment = A word more
tutor-comment-hint = What you saw, or what is still missing. { $name } will read it.
tutor-name = Your name
tutor-role = Your role
tutor-capacity = You are
tutor-capacity-none = Choose
tutor-organisation = Your company or association
tutor-anonymous = Do not show my name on the badge
tutor-public = If { $name } shows the badge, your name and words will be on it.
tutor-send = Send my answer
tutor-verdict = First choose an answer, below.
tutor-changed = The text has changed since you read it. Read it again, then answer.
tutor-thanks = Thank you!
tutor-said-yes = You confirm “{ $badge }” for { $name }.
tutor-said-not-yet = You answered “not yet” to { $name }, for “{ $badge }”.
tutor-said-no = You answered “no” to { $name }, for “{ $badge }”.
tutor-said-not-me = Noted. { $name } will ask somebody else.
tutor-said-comment = Your words are kept with your answer:
tutor-said-name = If { $name } shows the badge, it will say: { $tutor }.
tutor-said-anonymous = Your name will not be on this badge.
tutor-undo-until = You can still change your mind, for a short while.
tutor-done = All good
tutor-undo = Take it back
tutor-settled = Your answer is sent. { $name } can read it. You can close this page.
tutor-answered-title = There is an answer already
tutor-answered-text = Somebody has answered { $name } with this link. There is nothing left to do here.
tutor-taken-title = This link is taken
tutor-taken-text = Somebody opened this link in their messages. If it was you, answer there. If not, ask { $name } for a new link.
tutor-own-title = This request is your own
tutor-own-text = Send this link to somebody who was there. It stays good.
tutor-withdrawn-title = The request was taken back
tutor-withdrawn-text = { $name } took the request back. There is nothing to do.
tutor-expired-title = This link is too old
tutor-expired-text = Ask { $name } to send you a new link.
tutor-stop-title = No more e-mails?
tutor-stop-text = We will not write to this address any more. The person who asked you for a word will know.
tutor-stop-confirm = Do not write to me again
tutor-stopped-title = Noted
tutor-stopped-text = Nothing leaves from here for your address. You can close this page.
tutor-proof-reply = Answer by e-mail, from an address @{ $domain }
tutor-proof-link = Answer through the link sent to an address @{ $domain }
tutor-proof-pass = The address is verified.
tutor-proof-unchecked = Nobody has verified the address.

learner-over = Your badge
learner-voices = What people answered
learner-decision = A word from your organisation
learner-answers = All your answers
learner-path = The path of your request
outcome-accepted = Accepted
outcome-to-complete = To complete
outcome-refused = Refused
download-picture = Download the picture
download-file = Download the file
badge-picture = Picture of the badge “{ $badge }”
share-title = Show my badge
share-is-off = For now, nobody else can see it.
share-is-on = Your badge can be seen. Anybody with this link can see it:
share-start = Show my badge
share-stop = Stop showing it

status-draft = In progress
status-draft-next = Go back to the conversation to continue. Everything is kept.
status-sent = Sent
status-sent-next = You are waiting for an answer. We will tell you at once.
status-to-complete = To complete
status-to-complete-next = Something is missing. Read the answer, then go back to the conversation.
status-endorsed = Confirmed
status-endorsed-next = Somebody confirmed. Your badge is coming.
status-refused = Refused
status-refused-next = Read the answer. You can start again whenever you like.
status-accepted = Accepted
status-accepted-next = Your badge is coming.
status-forwarded = Passed on
status-forwarded-next = Your badge is being made.
status-issued = You have this badge
status-withdrawn = Taken back
status-withdrawn-next = You took this request back. You can make another one.
status-expired = Over
status-expired-next = This request is too old. You can make another one.
status-revoked = This badge is no longer valid

path-draft = You started
path-sent = You sent your request
path-to-complete = You were asked to add something
path-endorsed = Somebody confirmed
path-refused = The request was refused
path-accepted = The request was accepted
path-forwarded = The request was passed on
path-issued = Your badge is ready
path-withdrawn = You took your request back
path-expired = The request ended
path-revoked = The badge is no longer valid

badge-seen = Seen and confirmed by { $names }
badge-accepted = Reviewed and accepted by { $issuer }
badge-self = Declared by the person themself
badge-issued = Issued by { $issuer } on { $date }
badge-revoked = This badge is no longer valid.
badge-criteria = What this badge says
badge-voices = From people who were there
badge-check = Check this badge
badge-check-text = This badge follows the Open Badges 3.0 standard. It is signed: any change would show.
badge-json = Signed badge (JSON)
badge-png = PNG picture
badge-svg = SVG picture

problem-400-title = We did not understand
problem-400-text = Go back and try once more.
problem-403-title = Open the page once more
problem-403-text = The answer did not come from our page. Open your link, then answer.
problem-404-title = This page is not here
problem-404-text = The link may be incomplete, or the page may not be visible. Ask whoever sent it to you.
problem-405-title = This page is not here
problem-405-text = Open the link that you received.
problem-410-title = This page is gone
problem-410-text = Ask whoever sent it to you for a new link.
problem-413-title = This is too big
problem-413-text = Send a smaller file, or a shorter text.
problem-415-title = We did not understand
problem-415-text = Go back and try once more.
problem-429-title = Wait a little
problem-429-text = There were too many visits at once. Come back in a minute.
problem-500-title = Something did not work
problem-500-text = It is on our side. Nothing is lost. Try again in a moment.

play-title = Try Déclic
play-lead = Three phones, one badge request, from start to end. Everything stays on this computer.
play-learner-role = learns
play-tutor-role = was there
play-trainer-role = trains
play-phone = { $name }’s phone
play-phones = The three phones
play-start = Start
play-empty-learner = Press “Start” to talk with Déclic.
play-empty-tutor = { $name } is waiting for Awa’s message. It comes as a link, on Awa’s phone.
play-empty-trainer = { $name } trains Awa. Write “requests” to see what is waiting.
play-write = Write a message
play-send = Send
play-attach = Send a photo or a file
play-record = Record a voice message
play-record-stop = Stop and send
play-record-cancel = Delete the recording
play-recording = Recording
play-no-microphone = There is no microphone, or it is not allowed.
play-typing = Déclic is typing
play-open-with = Open on { $name }’s phone
play-open-page = Open the page
play-link-for = A link is waiting. Who opens it?
play-restart = Start again
play-restart-sure = Delete everything and start again?
play-language = Language
play-not-sent = Not sent. Send it once more.
play-message = Message
play-opened = I open the link
play-too-big = This file is too big. Send a smaller one, under 20 MB.
play-offline = Connection lost. We are trying again.
play-you = You
play-voice = Voice message
play-file = File
play-photo = Photo
play-unread = { $count } to read
play-noscript = This trial page needs JavaScript.

desk-places = Follow-up pages
desk-home = Follow-up
desk-claims = Requests
desk-learners = People
desk-issuer = Whole network
desk-out = Sign out
desk-waiting = { $count ->
    [0] No request waits for you.
    [one] 1 request waits for your decision.
   *[other] { $count } requests wait for your decision.
  }
desk-decide = Decide
desk-workshops = Workshops
desk-no-workshops = No workshop yet.
desk-stages = Badges, stage by stage
desk-no-claims = No request yet.
desk-csv = Table (CSV)
stage-started = In progress
stage-sent = Sent
stage-complete = To complete
stage-accepted = Accepted
stage-issued = Has the badge
stage-revoked = Withdrawn
stage-ended = Ended
stop-part = Their part in the project
stop-evidence = Proof
stop-send = Read over and send
learners-search = Look for a name
learners-find = Search
learners-found = { $count ->
    [0] Nobody matches.
    [one] 1 person
   *[other] { $count } people
  }
learners-helpers = Who can help others
learners-helpers-how = These people said yes. To write to them, tell Déclic: “who can help”.
learners-more = There are { $count } more. Look for a name.
people-not-started = Not started yet
people-at = Step { $at } of { $of }: { $words }
workshop-joined = { $count ->
    [0] nobody yet
    [one] 1 person
   *[other] { $count } people
  }
workshop-spoken = Code to say: { $code }
workshop-sheet = Sheet to print
workshop-count-joined = joined
workshop-count-started = started
workshop-count-sent = sent
workshop-count-issued = have their badge
workshop-projects = Group projects
workshop-nobody-yet = Nobody yet
workshop-people = Who is where
workshop-nobody = Nobody has joined yet.
workshop-stops = Where do people stop?
workshop-nudges = Nudges
nudges-next = Next nudge: { $day }.
nudges-paused = Nudges are paused.
nudges-none = No nudge is planned.
nudges-round = Nudge { $round }, { $day }
nudges-planned = { $count ->
    [one] 1 person
   *[other] { $count } people
  }
nudges-since = { $count ->
    [one] 1 request sent since
   *[other] { $count } requests sent since
  }
nudges-outcome = { $what ->
    [told] { $count } sent
    [done] { $count } finished already
    [stopped] { $count } stopped by the person
    [reminded] { $count } reminded twice already
    [unreachable] { $count } out of reach
    [waiting] { $count } to come
    [doubled] { $count } sent twice
   *[lost] { $count } may be lost
  }
sheet-title = Group sheet: { $name }
sheet-lead = { $count ->
    [one] 1 person
   *[other] { $count } people
  }
sheet-name = Name
sheet-signature = Signature
sheet-print = Print this page with your browser.
claims-none = No request waits for you 👍
claims-first = Open the first one
claims-at = Request { $at } of { $of }
claims-between = From one request to another
claims-previous = Previous
claims-next = Next
claim-hidden = { $name } keeps the proof for their tutor.
claim-voices = Who confirmed
claim-decide = Your decision
claim-accept = Accept
claim-complete = To complete
claim-refuse = Refuse
claim-ready = { $name } will read this sentence
claim-own-words = Your words
claim-send-complete = Ask to complete
claim-why = { $name } will read your reason. Say what to do now as well.
claim-send-refuse = Refuse the request
claim-text-changed = The text has changed. Here it is. Nothing was sent.
claim-reason-needed = Write a sentence for { $name }, or choose one.
claim-keys = One key is enough (a, c, r, j, k)
claim-stands = { $outcome } by { $name }, on { $day }.
claim-not-waiting = This request does not wait for your decision. It is: { $status }.
decided-accepted = Accepted: “{ $badge }”, { $learner }.
decided-lacking = Accepted: “{ $badge }”, { $learner }. The badge still waits for the word of whoever was there.
decided-to-complete = { $learner } is told: “{ $badge }” is to be completed.
decided-refused = { $learner } is told: “{ $badge }” is refused.
decided-by-other = { $name } was faster for { $learner }, “{ $badge }”. Decision: { $outcome }. Nothing else was sent.
decided-nothing = This request no longer waited for a decision. Nothing was sent.
issuer-lead = Badges in each structure, without names. Does a badge still mean the same everywhere?
issuer-no-structure = No structure
issuer-levels = What people say of their level
issuer-evidence = Proof per request
issuer-pieces = { $pieces } on average
issuer-claims = { $count } requests sent
issuer-few = With fewer than { $count } requests sent, levels and proof are not shown.
csv-name = Name
csv-badge = Badge
csv-stage = Stage
csv-step = Where
csv-opened = Started
csv-sent = Sent
door-enter-title = Open your follow-up
door-enter-text = This browser stays signed in for twelve hours. Sign out if others use it.
door-enter = Open
door-over-title = This link was used
door-over-text = A link works once, for fifteen minutes. Write “follow up” in the conversation for another one.
door-closed-title = You are not signed in
door-closed-text = Write “follow up” to Déclic in your chat. The link that it sends opens this page.

join-what = Here you ask for the badge “{ $badge }” with the workshop “{ $name }”.
join-what-several = Here you ask for a badge with the workshop “{ $name }”.
join-project-title = Your group’s project
join-project = Together you did: “{ $name }”. Here you ask for the badge “{ $badge }” for your own part.
join-how = You need no account and no password.
join-name = Your first name
join-start = Start
join-wrong-name = Write your first name, in letters.
join-go-on = Go on with my request
join-go-on-as = Go on: I am { $name }
join-someone-else = I am somebody else
join-lost-title = This code is not open
join-lost-text = Check the code, or ask your trainer for it again.
join-closed-title = No request here
join-closed-text = Your request is open in another browser, or you have left. Ask your trainer for the code of the workshop.
join-over-title = This link was used already
join-over-text = A link works once, and not for long. Ask Déclic for another in your app.
join-enter-title = Go on here
join-enter-text = Your conversation with Déclic opens in this browser. Here you can speak too.
join-enter = Open
chat-title = Your request
chat-you = You
chat-role = your conversation
chat-phone = Your conversation with Déclic
chat-empty-mine = One moment, Déclic is writing to you.
chat-noscript = To answer here, your browser needs JavaScript.
chat-telegram = Go on in Telegram
chat-telegram-ready = The link is ready. It works once, for one hour.
chat-telegram-open = Open Telegram
chat-out = Leave this computer
chat-out-sure = Leave? Without Telegram, you can no longer answer this request.
learner-go-on = Go on with the conversation

tab-follow-up = Follow-up
tab-claims = My badges
tab-loading = One moment, Teams is introducing you…
tab-again = Try again
tab-open = Open in Teams
tab-chat = Write to Déclic
tab-none = You have no badge on its way yet. Write “hello” to Déclic to begin.
tab-outside-title = This page opens in Teams
tab-outside-text = Open it from the Déclic app, in Teams. It will know you there, without a password.
tab-silent-title = Teams does not answer
tab-silent-text = The page has waited ten seconds for Teams. Try again, or close Déclic in Teams and open it again.
tab-no-token-title = Teams does not say who you are
tab-no-token-text = Try again, and accept if Teams asks you something. If it stays like this, show this page to whoever looks after Teams in your organisation.
tab-refused-title = We cannot tell who you are
tab-refused-text = What Teams sent us is not safe, or too old. Try again. If it stays like this, show this page to whoever looks after Teams in your organisation.
tab-busy-title = A small breakdown
tab-busy-text = We could not tell who you are this time. Nothing is lost. Try again in a minute.
tab-tenant-title = Déclic is not open here
tab-tenant-text = Déclic is not open to your organisation yet. Ask the person who told you about it.
tab-unknown-title = We have not met yet
tab-unknown-text = First write “hello” to Déclic, in the chat. Then come back to this page.
tab-not-trainer-title = This page is for trainers
tab-not-trainer-text = Your requests and badges are on another page, for you alone.
tab-no-cookie-title = Your browser blocks this page
tab-no-cookie-text = Open Déclic in the Teams app. Or write “follow-up” or “my requests” to Déclic, in the chat.

about-title = Déclic
about-what = Déclic helps people say what they can do, and ask for a badge that shows it.
about-data-title = Your data
about-data-kept = Déclic keeps your answers, your proofs, your badges, and the address of your chat. All of it stays on the server of the organisation that offered it to you.
about-data-seen = You choose who sees your proofs. A badge is public only if you show it.
about-data-yours = Write “my data” to Déclic to get everything, “forget me” to erase everything.
about-terms-title = Rules
about-terms-text = Déclic is free for you. Tell what you did yourself, and avoid other people’s faces in your photos.
about-contact = A question? { $contact }

# A whole conversation, to read

preview-title = See the conversation of a badge
preview-lead = Choose a badge. You will read the whole conversation, from the first word to the badge.
preview-of = Here is the whole conversation. The person gives the badge’s examples and taps the first button.
preview-of-milestone = This badge is offered once the badges that it groups are there. Here is what people read before that.
preview-others = The other badges
preview-says = { $name } says:
preview-photo = a photo
preview-voice = a voice note
preview-video = a video
preview-document = a document
preview-badge = the badge

# Codes, juries, who reads

desk-codes = Codes
codes-lead = Say or show a code to whoever is there. With the code, the request is accepted at once.
codes-no-badge = None of your badges is given by a code.
codes-make = A new code
codes-badge = Badge
codes-lasts = The code is good
codes-lasts-hours = for 2 hours
codes-lasts-day = until tonight, 8 pm
codes-lasts-week = for a week
codes-make-it = Make the code
codes-qr = Code to scan
codes-till = It is good until { $day }, { $time }.
codes-used = { $count ->
    [0] Nobody has used it yet.
    [one] { $count } person has used it.
   *[other] { $count } people have used it.
  }
codes-end = End this code
codes-over = Over since { $day }.
claims-held = { $name } is reading
claims-jury = jury
claims-by-rule = Accepted without waiting
claims-by-code = with the code of { $name }
claims-by-automatic = all was there
claim-held = { $name } is reading this request, until { $time } at the latest. Take the next one, or come back.
claim-try-again = Try to open
claim-word-given = Your word is kept. The jury: { $said } of { $seats }.
claim-stands-automatic = { $outcome } on { $day }, without waiting: the rule of the badge says so.
claim-stands-code = Accepted with the code of { $name }, on { $day }.
claim-jury = The words of the jury
claim-jury-decides = Your word in the jury
claim-jury-advises = Your advice
claim-jury-how = { $seats ->
    [one] { $seats } person is in the jury.
   *[other] { $seats } people are in the jury.
  } Nobody sees your word before they gave theirs.
claim-change-words = You can change the words before you send them.
decided-word = Your word is kept: “{ $badge }”, { $learner }. The jury: { $said } of { $seats }.
decided-word-over = Your word is kept: “{ $badge }”, { $learner }. One person decides now.
decided-held = { $name } is reading the request of { $learner }, “{ $badge }”. Nothing was sent.
by-itself = The rule of the badge
claim-own-reason = Your reason
