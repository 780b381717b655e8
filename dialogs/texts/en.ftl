# What Déclic says, in English.

## First contact

hello = Hello 👋 I am Déclic. I help you show what you can do.
hello-listed = Hello { $name } 👋 I am Déclic. I help you show what you can do.
hello-again = Hello { $name } 👋
hello-menu = Hello { $name } 👋 What would you like to do?
sense = A badge is a picture with your name. It says what you can do, with proof. Shall we start?
ask-name = Shall I call you { $name }?
ask-new-name = What is your name?
name-noted = Thank you { $name } 😊

## Choosing a badge

ask-issuer = Who would you like to make a badge with?
ask-stage = Where are you now?
ask-badge = Which badge is most like you?
ask-moment = Think of a time when work went well. What did you do?
ask-suggested = Thank you, I keep it. Which badge fits that moment?
claim-intro-1 = Badge “{ $badge }”, question by question. You can stop and come back when you like.
claim-intro-2 = Let us prepare the badge “{ $badge }”. Take your time. I keep everything as we go.
claim-intro-3 = The badge “{ $badge }”, good choice. Answer in your own words. Write “pause” to stop.
claim-intro-short-1 = Hello { $name }, good to see you. Badge “{ $badge }”. Like last time, in your own words.
claim-intro-short-2 = Nice to have you back, { $name }. Badge “{ $badge }”. You know the way.
claim-intro-short-3 = Here we go again, { $name }. Badge “{ $badge }”. A new moment to tell.
claim-again-1 = You have already started “{ $badge }”. Let us go on.
claim-again-2 = “{ $badge }” was waiting for you. We go on where you were.
claim-again-3 = Back to “{ $badge }”. I kept everything.

## The questions

progress = Question { $at } of { $of }.
noted-1 = Noted ✍️
noted-2 = Thank you, I keep that 👍
noted-3 = Got it 😊
noted-4 = All right 🙂
skipped = All right, we skip it.
received-photo = Photo received 👍
received-voice = Voice note received 👍
received-video = Video received 👍
received-document = Document received 👍
added = Thank you, I add it.
ask-evidence = Send a photo, a voice note or a paper. Avoid other people’s faces.
ask-gathered = { $pieces } 👍 Is that all?
send-another = Send the next one.
evidence-enough = That is a lot already, thank you.
words-kept-send-a-trace = I keep your words ✍️
ask-level = { $criterion }: where are you?
level-1 = Not yet
level-2 = With help
level-3 = Without help
level-4 = I can show others
needs-an-answer = Here, I need your answer.
piece-photo = (photo)
piece-voice = { $seconds ->
    [0] (voice note)
   *[other] (voice note of { $seconds } seconds)
}
piece-video = (video)
piece-document = (document)
piece-link = (link)
pieces-photo = { $count ->
    [one] 1 photo received
   *[other] { $count } photos received
  }
pieces-voice = { $count ->
    [one] 1 voice note received
   *[other] { $count } voice notes received
  }
pieces-video = { $count ->
    [one] 1 video received
   *[other] { $count } videos received
  }
pieces-document = { $count ->
    [one] 1 document received
   *[other] { $count } documents received
  }
pieces-link = { $count ->
    [one] 1 link received
   *[other] { $count } links received
  }
pieces-and = { $first } and { $last }
quote = “{ $text }”
colon = :
somebody = Somebody
your-trainer = your trainer

## The text, the tutor, the sending

ask-recap = Here is your text, in your words:
  “{ $text }”
  Is that you?
ask-recap-empty = Your words are still missing. Tell me about that moment. What did you do?
ask-recap-more = What would you like to add?
ask-which = What would you like to change?
ask-edit = You changed your message: “{ $text }”. Shall I replace your answer?
edit-not-taken = That message has left already. Write “correct” to change an answer.
nothing-to-correct = There is nothing to change for now.
nothing-before = This is the first question.
ask-witness = Who was there with you?
ask-tutor = Who was there with you, by name?
witness-nobody = No problem, your trainer can help you find somebody.
ask-audience = Who may see your photos and voice notes?
ask-email = The badge comes by e-mail. What is your e-mail address?
ask-known-email = The badge comes by e-mail. Shall it go to { $email }?
email-incomplete = Maybe a part of the address is missing. It looks like this: name@example.org.
email-noted = I will write to { $email }.
no-email = All right, we do without.
no-email-here = All right. Your badge will come here.
ask-structure-email = Your badge can go to { $structure }. They then give it to you. Is that fine?
structure-email-noted = Noted ✍️ Your badge will go to { $structure }.
ask-send = Everything is ready. Shall I send your request?
sent = Your request is sent. ✅
sent-to-trainer = Your request is sent. ✅ Your trainer will read it.
sent-without-place = The place where you learn is still missing. Ask your trainer for the code of the workshop. Then write it here.
place-found = Your request is now with your trainer. It is for the badge “{ $badge }”.
sent-forward-this = Your request is sent. ✅ Send the next message to somebody who was there.
sent-to-tutor = Your request is sent. ✅ { $name } receives it now.
sent-by-mail = { $minutes ->
    [0] Your request is sent. ✅ The e-mail leaves in a moment. You can undo until then.
    [one] Your request is sent. ✅ The e-mail leaves in one minute. You can undo until then.
   *[other] Your request is sent. ✅ The e-mail leaves in { $minutes } minutes. You can undo until then.
  }
ask-mail-address = What is the e-mail address of this person?
ask-mail-sure = I write to { $email }. Is this the right address?
mail-no-address = I see no address. It looks like this: name@example.org.
mail-own-address = This is your own address. Give the one of a person who was there.
mail-noted = I have noted it ✍️ I will write to this address.
mail-enough = I sent many e-mails for this request already. Send the link instead.
mail-goes-soon = { $minutes ->
    [0] I have noted it ✍️ The e-mail leaves in a moment. The old link does not work any more.
    [one] I have noted it ✍️ The e-mail leaves in one minute. The old link does not work any more.
   *[other] I have noted it ✍️ The e-mail leaves in { $minutes } minutes. The old link does not work any more.
  }
mail-goes-now = I have noted it ✍️ The e-mail leaves now. The old link does not work any more.
mail-link-again = Here is the link. Send the next message to somebody who was there.
news-mail-failed = The e-mail did not arrive. Perhaps the address is wrong. Shall we try another way?
news-mail-unwanted = This person does not want my e-mails. I keep your request. Shall we try another way?
news-no-answer = Nobody has answered yet for “{ $badge }”. I keep your request. Shall we ask somebody else?
forward-to-one-more = One more person is needed. Send them the next message.
forward-them = Send them the next message.
forward-later = One more word will be added to your badge. Send the next message to somebody who was there.
missing-tutor = The word of a tutor is still missing.
missing-colleague = The word of a colleague is still missing.
missing-trainer = The word of a trainer is still missing.
missing-association = The word of an association is still missing.
missing-manager = The word of a manager is still missing.
missing-one-of = One word is still missing: { $roles }.
who-tutor = tutor
who-colleague = colleague
who-trainer = trainer
who-association = association
who-manager = manager
or = or
request-cancelled = Done, nobody can answer through this link any more. Shall we ask somebody else?
forward-this-needed = Hello, { $learner } asks you for a word about their work. { $needed } One minute is enough:
forward-this = Hello. { $learner } asks you for a word about their work. One minute is enough:
taken-back = All right, nothing has left.
too-late-to-undo = It is too late to undo. To withdraw your request, write “my requests”.

## The news

news-confirmed = Good news 🎉 { $name } confirmed your work.
news-confirmed-words = Good news 🎉 { $name } confirmed your work. Their words: “{ $words }”
news-accepted = Good news 🎉 { $name } accepts your request. It is for the badge “{ $badge }”.
news-accepted-lacking = Good news 🎉 { $name } accepts your request. { $people ->
    [one] The word of somebody who was there is still missing.
   *[other] The words of { $people } people who were there are still missing.
  }
news-to-complete = { $name } answered: not yet. Tell another moment, or send a photo. Shall we add it?
news-to-complete-words = { $name } answered: “{ $words }”. Tell that moment, or send a photo. Shall we add it?
news-refused = { $name } said no for this badge. Everything is kept. Shall we tell another moment?
news-refused-words = { $name } said no for this badge. Their words: “{ $words }”. Shall we tell another moment?
news-confirmed-refused = { $name } has confirmed your work, too. Their answer is kept with your request.
news-no = { $name } could not confirm this time. Everything is kept. Shall we add another moment?
news-no-words = { $name } could not confirm this time. These are the words: “{ $words }”. Shall we add another moment?
news-question = { $name } reads your request and asks: “{ $words }”. What do you answer?
ask-more = Tell what is missing, or send a photo. What would you like to add?
news-not-me = { $name } did not see this work. I keep your request. Shall we ask somebody else?
news-later = One more word 🎉 { $name } confirmed your work. It is added to your badge.
news-later-words = One more word 🎉 { $name } confirmed your work. Their words: “{ $words }”
news-later-no = { $name } could not confirm. Your badge stays the same.
news-later-no-words = { $name } could not confirm. Their words: “{ $words }”. Your badge stays the same.
news-later-not-me = { $name } did not see this work. Your badge stays the same. Shall we ask somebody else?
chain-yes = yes
chain-not-yet = not yet
chain-no = no
news-badge = Your badge “{ $badge }” is ready. 🎉 Here is your page, just for you:
news-badge-there = It also waits for you at the issuer. Open this link to keep it:
badge-not-taken = Your badge “{ $badge }” still waits for you. Write “stop” to get no more messages. Open this link to keep it:
badge-not-taken-structure = Your badge “{ $badge }” waits at your structure. Write “stop” to get no more messages. Here is the link too:
ask-share = For now, nobody else sees your badge. Would you like to show it?
shared = Done. Here is the link to give:
not-shared = All right, nobody else sees your badge. Here is your page, just for you:
no-badge-yet = The badge is not ready yet.
reminder = Hello { $name }. You have { $questions ->
    [one] 1 question
   *[other] { $questions } questions
  } left, about { $minutes } minutes. Shall we go on with “{ $badge }”?
reminder-almost = Hello { $name }. “{ $badge }”: your text is almost ready. Shall we read it together?
refused-too-big = This file is too heavy. Send a photo, or a shorter video.
refused-empty = This file is empty. Send it once more, or take a photo.
refused-program = I cannot keep this file. Send a photo or a voice note instead.
refused-web-page = This is a web page, not a photo. Take a photo of the screen and send it.
refused-bomb = This file is too large for me. Take a photo and send it.
refused-unknown-type = I cannot read this file. Send a photo, a voice note or a document.
refused-not-this-kind = For this badge, I need another kind of file.
refused-unreadable = I cannot open this file. Send it once more.
refused-lost = I could not keep this file. Send it once more.

## My requests

no-claims = You have no request yet.
ask-which-claim = Which request would you like to see?
state-draft = in progress
state-sent = sent
state-issued = badge ready
claim-draft = “{ $badge }” is in progress.
claim-sent = “{ $badge }” is sent. Your request waits for an answer. Here is your page:
claim-sent-needed = “{ $badge }” is sent. { $needed } Here is your page:
claim-accepted-needed = “{ $badge }” is accepted. { $needed } Here is your page:
claim-to-complete = “{ $badge }” still needs something from you. Here is your page:
claim-endorsed = { $name } confirmed “{ $badge }”. Your trainer will decide. Here is your page:
claim-accepted = “{ $badge }” is accepted. Your badge is coming. Here is your page:
claim-accepted-lacking = “{ $badge }” is accepted. { $people ->
    [one] The word of somebody who was there is still missing.
   *[other] The words of { $people } people who were there are still missing.
  } Here is your page:
claim-forwarded = “{ $badge }” went to the issuer. Your badge is coming. Here is your page:
claim-issued = Your badge “{ $badge }” is ready. Here is your page:
claim-refused = Your trainer said no for now: “{ $words }”
claim-withdrawn = You withdrew “{ $badge }”. Here is your page:
claim-expired = “{ $badge }” is over. Here is your page:
claim-revoked = The badge “{ $badge }” no longer counts. Here is your page:
ask-withdraw = Do you withdraw the request “{ $badge }”?
withdrawn = Done, the request is withdrawn.
nothing-missing = “{ $badge }”: you have done your part. What would you like to do?
welcome-back = Hello { $name } 👋 You were at question { $at }. Shall we go on with “{ $badge }”?
welcome-back-almost = Hello { $name } 👋 Your text is almost ready. Shall we go on with “{ $badge }”?

## Always possible

paused = All right. I keep everything. Write to me when you want to go on.
stopped = Stopped. I will not write any more. Write one word to start again.
ask-language = Which language would you like?
language-noted = All right, we speak English.
my-data = Here is everything that I keep about you.
ask-forget = I can erase everything: your answers, your photos, your badges. It is for ever. Do you really want to erase it all?
forgotten = Done. I forget everything. Goodbye 👋
kept = All right, I keep everything.
help-told = I have told { $name }. You will hear from them soon.
help-contact = To talk to a person: { $contact }
offer-a-person = A person can help you with this. What would you rather do?
help-nobody = Talk to the person who gave you the link. I keep everything meanwhile.
not-understood = I did not quite understand.
not-understood-choose = I did not quite understand. Which one is it?
use-buttons = Tap one of the buttons.
explain-buttons = Choose what is most like you.
already-noted = That is noted already 👍
not-yours = This button is for somebody else.
you-are-welcome = You are welcome 😊
other-kind = Thank you 😊 I take words, photos and voice notes.
media-not-now = Thank you. Here, I need your choice.
link-over = This link no longer works. Ask the person who gave it to you for another.
group-private = Hello 👋 Let us talk in private, it is quieter:

## What everybody asks

faq-diploma = No, it is not a diploma. It is proof of what you already do.
faq-purpose = A badge shows what you can do. You can give it to an employer.
faq-audience = You choose who sees what. Without your yes, nothing is public.
faq-cost = It is free for you.
faq-spelling = Mistakes do not count. Write as you speak, or send a voice note.

## The buttons

button-yes = Yes
button-no = No
button-diploma = Is it a diploma?
button-other-name = Another name
button-i-dont-know = I don’t know
button-more = More
button-example = Example
button-explain = Explain
button-skip = Skip
button-nothing = Nothing to add
button-that-is-all = Yes, that is all
button-another = One more
button-thats-me = Yes, that is me
button-correct = Correct
button-keep-all = Change nothing
button-yes-replace = Yes, replace
button-no-keep = No, keep
button-my-tutor = My tutor
button-my-trainer = My trainer
button-just-my-tutor = Just my tutor
button-just-my-trainer = Just my trainer
button-also-my-trainer = My trainer too
button-nobody-else = Nobody else
button-everyone = Everybody
button-no-email = I have none
button-send = Send
button-send-tutor = Send to my tutor
button-send-trainer = Send to my trainer
button-undo = Undo
button-later = Later
button-ask-another = Somebody else
button-by-mail = By e-mail
button-other-address = Another address
button-give-link = Pass on the link
button-without-mail = No e-mail
button-wait = Wait a little more
button-not-now = Not now
button-show-it = Show it
button-hide = Stop showing it
button-my-requests = My requests
button-another-badge = Another badge
button-a-person = A person
button-continue = Continue
button-review = See my answers
button-stop = Stop
button-link-again = The link to send
button-cancel-request = Stop asking
button-ask-later = One more word
button-withdraw = Withdraw
button-no-keep-it = No, keep it
button-yes-withdraw = Yes, withdraw
button-no-keep-all = No, keep everything
button-yes-forget = Yes, erase it all
button-see = See
button-open-page = Open the page
button-see-requests = See the requests

## The tutor

button-i-confirm = Yes, I confirm
button-not-yet = Not yet
button-not-me = It is not me
button-yes-with-words = Yes, in these words
button-send-question = Send my question
button-see-again = See it again
button-thats-right = That is right
button-without-my-name = Without my name
tutor-request = Hello, { $learner } sends you a text and proof. It is for the badge “{ $badge }”.
tutor-ask = Did you see { $learner } do this?
tutor-asked-again = { $learner } has completed the request. Would you read “{ $badge }” again?
tutor-asked = { $learner } asks you for a word on their work. It is for the badge “{ $badge }”.
tutor-request-needed = Hello, { $learner } asks for a badge. It is “{ $badge }”. { $needed }
tutor-request-of = { $learner } · { $badge }
tutor-which = Several requests wait for you. Which one do you open?
tutor-sure = Thank you. I do not want to get it wrong: is that a yes?
tutor-sure-limit = Thank you. I read a yes, with a limit. Is that a yes, in these words?
tutor-not-words = Thank you. Here, I only read words. Is that a yes?
tutor-question = Thank you. I can send your question to { $learner }. Shall I send it?
tutor-question-sent = I sent it. { $name } will answer you here.
tutor-reply = { $learner } answers you: “{ $words }”
tutor-reply-sent = { $learner } answers you with this.
tutor-text-changed = { $learner } has just changed the text. Here it is.
tutor-what-is-missing = Noted. One sentence helps { $learner } to go on. What is missing?
tutor-said-yes = Thank you for answering { $learner }! You confirm “{ $badge }”.
tutor-said-not-yet = Thank you for answering { $learner }. You say “not yet” for “{ $badge }”.
tutor-said-no = Thank you for answering { $learner }. You say no for “{ $badge }”.
tutor-said-not-me = Thank you. It is not you: { $learner } will ask somebody else.
tutor-words-kept = Your sentence is kept with it.
tutor-name-shown = { $learner } can show this badge with your name.
tutor-name-words-shown = { $learner } can show this badge with your name and words.
tutor-no-name-shown = Your name will not be on the badge.
tutor-no-name-words-shown = { $learner } can show this badge with your words, without your name.
tutor-undone = Undone. I keep nothing of it.
tutor-too-late = It has left already.
tutor-ask-role = A word about you. What is your role with { $learner }?
role-tutor = Tutor
role-manager = Manager
role-colleague = Colleague
role-trainer = Trainer
role-association = Association
tutor-ask-organisation = Thank you. What is the name of your company or association?
tutor-thanks = Thank you for your time 🙏 That is all.
tutor-already = You have already answered { $learner }, thank you! It was for “{ $badge }”.
tutor-has-judged = You have already given your word on the request of { $learner }. Somebody else must confirm it. The link stays good.
tutor-own-claim = This request is your own. Send the link to somebody who was there.
tutor-taken = Somebody else is answering this request already. Thank you!
tutor-link-over = This link no longer works. Ask the person who sent it for another.
tutor-cancelled = Hello, { $learner } needs your word no more. It was for “{ $badge }”. Thank you!

## The trainer

trainer-invited = Hello. You are invited as a trainer for “{ $structure }”. Do you accept?
trainer-welcome = Welcome. You follow “{ $structure }”. Write “requests” to see what waits for you.
trainer-declined = All right, nothing is changed.
trainer-already = That is done already. Write “requests” to see what waits for you.
issuer-invited = Hello. You are invited to follow the badges of the whole network, without names. Do you accept?
issuer-welcome = Welcome. Write “follow up” to open your page.
tutor-invited = Hello. You are invited as a tutor for “{ $structure }”. Do you accept?
tutor-welcome = Welcome to “{ $structure }”. I write to you here when somebody asks for your word.
trainer-page = Here is your follow-up page. The link works once, for { $minutes } minutes. Keep it to yourself.
trainer-hello = Hello { $name } 👋 Shall we look at the requests?
trainer-asked = { $learner } asks you for a word. It is for the badge “{ $badge }”.
trainer-find-somebody = { $learner } looks for somebody to confirm their work. It is for the badge “{ $badge }”.
trainer-one-waits = { $learner } waits for your decision. It is for the badge “{ $badge }”.
trainer-none-waiting = No request waits for you 👍
trainer-waiting = { $count ->
    [one] 1 request waits for you.
   *[other] { $count } requests wait for you.
  }
trainer-which = Which one do you open?
trainer-claim = Here is a request from { $learner }. It is for the badge “{ $badge }”.
trainer-said-yes = { $name } confirms. { $words }
trainer-said-not-yet = { $name }: not yet. { $words }
trainer-said-no = { $name }: no. { $words }
trainer-said-not-me = { $name } was not there. { $words }
trainer-known-structure = on your list
trainer-known-domain = address @{ $domain } of the organisation
trainer-known-tenant = Teams account of the organisation
trainer-known-nobody = as they said
trainer-mail-checked = e-mail verified, @{ $domain }
trainer-mail-unchecked = e-mail not verified, @{ $domain }
trainer-look = Something to look at for { $name }: { $what }.
look-device = same device as the request
look-network = same network as the request
look-hurry = many words in one minute
look-names = several names for one person
trainer-decide = What do you decide?
trainer-why-to-complete = { $learner } will read your sentence. What is missing?
trainer-why-refused = { $learner } will read your sentence. What is the reason, and what can they do now?
trainer-decided-accepted = Accepted. { $learner } knows.
trainer-decided-accepted-lacking = Accepted. { $learner } knows. { $people ->
    [one] The word of somebody who was there is still missing.
   *[other] The words of { $people } people who were there are still missing.
  }
trainer-decided-to-complete = Said. { $learner } knows what to add.
trainer-decided-refused = Said. { $learner } can still complete the request.
trainer-text-changed = { $learner } has just changed the text. Here it is.
trainer-already-decided = This request no longer waits for a decision.
trainer-help-asked = { $learner } asks for help. It is question { $at } of “{ $badge }”.
trainer-help-asked-anywhere = { $learner } asks for help.
trainer-unreachable = I can no longer write to { $learner }. Please see together if this is what they want. To go on, they just write “hello” to me.
button-accept = Accept
button-to-complete = To complete
button-refuse = Refuse

## The workshop, for who learns

nudge-sentence = Shall we go on?
nudge-hello = Hello { $name }.
nudge-hello-nameless = Hello.
nudge = { $hello } You have { $questions ->
    [one] 1 question
   *[other] { $questions } questions
  } left, about { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  }. { $sentence }
nudge-almost = { $hello } Your text is almost ready. { $sentence }
nudge-begin = { $hello } Your badge is waiting for you. { $sentence }
group-nudge = Thank you for this workshop 👏 { $joined ->
    [one] 1 person came
   *[other] { $joined } people came
  }, { $sent ->
    [one] 1 request is on its way
   *[other] { $sent } requests are on their way
  }. The rest comes in private.
group-nudge-none = Thank you for this workshop 👏 The rest comes in private, to finish in peace.
group-in-private = I answer you in private.
workshop-over = The workshop is over. You can still make your badge.
help-open = I told { $name }. Write here what stops you, or tap “Continue”.
handover-from = { $name }:
  “{ $words }”
handover-sent = { $name } sends you this.
handover-write = Your next message goes to { $name }. What do you want to say?
handover-over = All right, that is done.
handover-passed = I passed it on to { $name }.
handover-unreachable = I cannot reach { $name } just now.
button-help = Help
button-reply = Reply
button-pause = Pause
button-drop = Drop this nudge
button-end-workshop = End the workshop
button-no-keep-workshop = No, go on
button-yes-end-workshop = Yes, end it
button-not-this-time = Not this time
button-send-now = Send now
button-nudge = Nudge
button-see-workshop = See the workshop
button-see-workshops = My workshops
button-rename = Change the name
button-follow-ups = Follow-ups
button-follow-ups-both = Tomorrow and 7 days
button-follow-ups-week = In 7 days
button-follow-ups-tomorrow = Tomorrow
button-follow-ups-none = None
button-send-nudge = Send
button-change-sentence = Change the sentence
button-see-names = See the names
button-in-two-hours = In 2 hours
button-at-five = At 5 o’clock
button-tomorrow-at-five = Tomorrow at 5
button-in-a-week = In a week
button-add-badge = One more badge

## The workshop

trainer-workshop-structure = For which structure do you open the workshop?
trainer-workshop-stage = Which part of the journey?
trainer-workshop-badge = Which badge for this workshop?
trainer-workshop-end = When does the workshop end?
trainer-workshop-name = Workshop of { $date }
trainer-workshop-open = “{ $workshop }” is open. Code to say: “{ $code }”.
trainer-workshop-page = Without an account: { $link }
trainer-workshop-ask-name = Which name for this workshop?
trainer-workshop-ask-days = After the workshop, when to nudge who has not finished?
trainer-workshop-days = Noted 👍 { $count ->
    [one] Follow-up:
   *[other] Follow-ups:
  } { $day }.
trainer-workshop-days-none = Noted 👍 No follow-up after the end.
trainer-workshop-days-two = Two days are enough.
trainer-board = { $joined } joined · { $started } started · { $sent } sent
trainer-no-workshop = No workshop is open. Write “workshop” to open one.
trainer-which-workshop = Which workshop?
trainer-their-name = (first name)
trainer-nudge-preview = { $count ->
    [one] 1 person has not finished and will read, for example:
   *[other] { $count } people have not finished and will read, for example:
  }
trainer-nudge-ask-send = Shall I send it?
trainer-nudge-other-language = Whoever speaks another language reads the usual sentence.
trainer-nudge-ahead = “{ $workshop }”. At { $time }, { $count ->
    [one] 1 person will read, for example:
   *[other] { $count } people will read, for example:
  }
trainer-nudge-skipped = “{ $workshop }”: nothing leaves this time.
trainer-nudge-dropped = “{ $workshop }”. What was still waiting does not leave.
trainer-nudge-next = Next nudge: { $day }.
trainer-nudge-waits = Noted: { $count ->
    [one] 1 message.
   *[other] { $count } messages.
  } They leave on { $day }, from 9 o’clock.
trainer-names-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
  }
trainer-workshop-ask-end = No message will leave any more. End “{ $workshop }”?
trainer-workshop-kept = All right, “{ $workshop }” goes on.
trainer-nudge-nobody = Nobody to nudge today. 👍 Everybody has finished, or has had a message.
trainer-nudge-nobody-joined = Nobody has joined this workshop yet.
trainer-nudge-sent = Off they go: { $count ->
    [one] 1 message.
   *[other] { $count } messages.
  }
trainer-nudge-due = “{ $workshop }”: a nudge for { $count ->
    [one] 1 person.
   *[other] { $count } people.
  }
trainer-nudge-result = “{ $workshop }”. Last nudge: { $told ->
    [one] 1 message
   *[other] { $told } messages
  }, { $sent ->
    [one] 1 request sent since.
   *[other] { $sent } requests sent since.
  }
trainer-nudge-lost = { $count ->
    [one] 1 message may be lost.
   *[other] { $count } messages may be lost.
  }
trainer-nudge-paused = “{ $workshop }”: the messages wait. Write “continue” to go on.
trainer-nudge-resumed = “{ $workshop }”: the messages go on.
trainer-nudge-ended = “{ $workshop }” has ended. No more messages leave.
trainer-nudge-ask-sentence = Just one, short and plain. Which sentence ends the message?
trainer-nudge-ask-other = Which other sentence?
trainer-sentence-long = That is a bit long for who reads little: twelve words are enough.
trainer-sentence-many = One sentence alone is easier to read.
trainer-sentence-question = A question reads better at the end, and alone.
trainer-sentence-emoji = Words are needed too, beside the picture.
trainer-sentence-words = One word is hard to read. Everyday words are better.
trainer-name-started = { $name } · started
trainer-name-joined = { $name } · no answer yet
trainer-help-workshop = { $learner } asks for help. It is at question { $at } of “{ $badge }”. Reply to this message, I pass it on.
trainer-help-workshop-almost = { $learner } asks for help. It is for the badge “{ $badge }”. Reply to this message, I pass it on.
trainer-help-workshop-choosing = { $learner } asks for help. It is about choosing a badge. Reply to this message, I pass it on.
trainer-help-workshop-anywhere = { $learner } asks for help. It is for “{ $workshop }”. Reply to this message, I pass it on.
trainer-poster-scan = Scan with your phone
trainer-poster-or = or, in Telegram, look for
trainer-poster-write = and write

# going on in another channel
move-ask = You are { $name }. Shall we go on here?
move-noted = Noted. I put everything together.
move-done = Noted. We go on here.
move-go-on = Everything is here, { $name }. Your answers are kept.
move-already = That is done already. We go on here.
move-declined = All right, nothing is changed.
move-told = Your conversation is now open { $channel ->
    [telegram] in Telegram
    [teams] in Teams
    [same] in another conversation
   *[other] in a browser
  } too: “{ $name }”. If that is not you, tap the button.
move-told-nameless = Your conversation is now open { $channel ->
    [telegram] in Telegram
    [teams] in Teams
    [same] in another conversation
   *[other] in a browser
  } too. If that is not you, tap the button.
move-cut = Done. Your conversation is closed there.
# "link": two channels, one person
link-given = { $count ->
    [one] This link puts your two conversations together. Open it in your other app. It works once, for one hour.
   *[other] These links put your two conversations together. Open one in your other app. They work once, for one hour.
  }
link-typed = There, you can also type this code:
link-nowhere = There is no other app here.
link-own = This code is yours. Open it in your other app.
link-code-over = This code does not work any more. Write “link” to get another.
link-from-browser = This code comes from a browser, and you have a role. Write “link” here. Then open that new code in the browser.
link-from = This code comes from { $channel ->
    [telegram] Telegram
    [teams] Teams
    [same] another conversation
   *[other] a browser
  }: “{ $name }”.
link-from-nameless = This code comes from { $channel ->
    [telegram] Telegram
    [teams] Teams
    [same] another conversation
   *[other] a browser
  }.
link-one = Your two conversations will be one.
link-role = Your requests and your role ({ $role ->
    [trainer] training
    [issuer] follow-up
   *[tutor] tutor
  }) will be on both sides.
link-you = Is that you, { $first }?
link-you-nameless = Is that you?
link-answer-there = Noted. Now answer in the other conversation.
link-said-no = The other conversation said no. Nothing is changed.
link-no-answer = The other conversation did not answer. Nothing is changed.
link-opened = Somebody opened your code { $channel ->
    [telegram] in Telegram
    [teams] in Teams
    [same] in another conversation
   *[other] in a browser
  }: “{ $name }”.
link-opened-nameless = Somebody opened your code { $channel ->
    [telegram] in Telegram
    [teams] in Teams
    [same] in another conversation
   *[other] in a browser
  }.
link-which = You began here and there: “{ $badge }”. Which shall we keep?
button-keep-here = What is here
button-keep-in = { $channel ->
    [telegram] In Telegram
    [teams] In Teams
    [same] The other one
   *[other] In the browser
  }
link-draft-gone = “{ $badge }” was sent already, on one side. I keep that request. The other start is taken back.
link-sent-twice = You sent “{ $badge }” twice. Take this one back. Then write “link” again.
link-sent-twice-there = You sent “{ $badge }” twice. Take back the request of the other conversation. Then write “link” again.
link-sent-twice-wait = You sent “{ $badge }” twice. Wait for the answer. Then write “link” again.
link-sent-twice-other = You sent “{ $badge }” twice. Nothing is changed. The other conversation says what to do.
link-not-done = I could not put the two together. Write “link” to try again.
link-own-word = For “{ $badge }”, one word came from yourself. It does not count any more. Your request goes on.
trainer-own-word = { $learner } has two accounts: one confirmed the other. The badge “{ $badge }” is issued already.
button-talk = Talk
button-link = Link
talk-link = Open this link to talk. It works once, for 15 minutes. Then you can come back here.

## A project of a group

ask-project = Which project was it?
ask-part = Project: “{ $text }”. What was your part in it?
ask-take = { $count ->
    [one] The group shares { $count } piece of proof. Shall we add it to your request?
   *[other] The group shares { $count } pieces of proof. Shall we add them to your request?
  }
ask-give = Each member chooses who sees their proof. Do you share yours with your group?
given-to-group = Shared with your group 👍
ask-project-context = You did it with others. What was the project?
ask-project-ok = Here is your project: “{ $text }”. Is it right?
project-too-long = That is a bit long. Can you say it in one sentence?
project-forward-this = Noted 👍 Send the next message to your group.
project-invitation = Join our project: “{ $text }”.
project-is = Your project: “{ $text }”.
project-joined = You are in your group’s project 👍
project-members = { $count ->
    [one] { $count } person tells about it.
   *[other] { $count } people tell about it.
  }
ask-go-on = Shall we go on?
project-left = Done. Your words stay yours.
button-alone = No, on my own
button-none-of-them = Another moment
button-just-me = No, just me
button-whole-group = Yes, with the group
button-invite = Invite
button-leave-project = Leave the project
button-project = Group project
button-another-project = Another project
tutor-project = Group project: “{ $text }”.
tutor-reminder = Hello, { $learner } is still waiting for your word. It is for the badge “{ $badge }”.
tutor-reply-doubted = An answer came from another address, so it does not count. Reply from this address, or choose here. Was it you?
tutor-mail-subject = A word for { $learner }: { $badge }
tutor-mail-choose = One minute is enough. Choose here:
tutor-mail-how = Reply to this message in your own words. Or choose:
tutor-mail-number = Reply with a number, or in your own words.
tutor-mail-confirm = The choice opens a page. Nothing is sent before you agree.
tutor-mail-pieces = The other proofs are on the page:
tutor-mail-page = See everything and answer
tutor-mail-shown = { $learner } may show the badge with your name and your words.
tutor-mail-why = { $learner } gave me your address for this request. It is erased after your answer.
tutor-mail-over = Your answer has gone to { $learner } already. To change something, talk to them directly.
tutor-mail-trial = Trial
tutor-mail-stop = Do not write to me again
trainer-ask-project = One sentence is enough, with the place and the date. What is the project of the group?
trainer-project-noted = Noted 👍 Whoever begins the badge chooses this project, then tells their own part.

## The code of the workshop, and what is accepted without waiting

ask-code = The code is given in the workshop. Do you have it?
ask-code-which = Write it like “LUNE PANDA 42”. What is your code?
code-noted = I noted your code 👍
code-none = Alright. A trainer will read your request.
code-too-many = Five codes were wrong: let us go on without one. A trainer will read your request.
code-wrong = This code does not go with this badge.
code-over = This code is over.
code-own = This code is your own: somebody else decides.
button-no-code = No, no code
news-accepted-code = Good news 🎉 With the code, your request is accepted. It is for the badge “{ $badge }”.
news-accepted-automatic = Good news 🎉 All is there: your request is accepted. It is for the badge “{ $badge }”.
news-accepted-automatic-lacking = Good news 🎉 Your request is accepted. { $people ->
    [one] The word of somebody who was there is still missing.
   *[other] The words of { $people } people who were there are still missing.
  }
news-lacks = { $words } Send it and your request goes on. Shall we add it?
jury = The jury
jury-of = The jury ({ $names })
ready-own = Say what you did yourself, step by step.
ready-evidence = Add a photo or a voice note that shows your work.
ready-where = Say where and when it was.
ready-result = Say what came of it in the end.
ready-lacks-photo = A photo or a voice note is missing.
ready-lacks-evidence = A trace of your work is missing.
ready-lacks-own = Say what you did, you yourself.
ready-lacks-answer = Tell a little more: “{ $text }”
ready-other-moment = This moment does not show this badge. Tell another moment.
ready-other-badge = Another badge will suit you better. Let us find it together.
ready-talk = It is not this badge yet. Come and talk about it with me.

## The jury, claims that are open, ready-made sentences, codes

trainer-jury-waits = { $learner } waits for the word of the jury. It is for the badge “{ $badge }”.
trainer-advice-waits = { $learner } waits for your advice. It is for the badge “{ $badge }”.
trainer-jury-ask-word = { $seats ->
    [one] What do you decide?
   *[other] There are { $seats } of you to decide. What do you say?
  }
trainer-jury-ask-advice = One person decides after the advice: what is yours?
trainer-jury-noted = Thank you, I noted it. { $said ->
    [one] { $said } word
   *[other] { $said } words
  } of { $seats } so far.
trainer-jury-accepted = The jury accepts the request of { $learner }. It is for the badge “{ $badge }”.
trainer-jury-to-complete = The jury asks { $learner } to add something. It is for the badge “{ $badge }”.
trainer-jury-refused = The jury refuses the request of { $learner }. It is for the badge “{ $badge }”.
trainer-jury-advised = The advice for { $learner } is there. It is for the badge “{ $badge }”. One person decides now.
trainer-jury-tie = The jury is divided about { $learner }. It is for the badge “{ $badge }”. One person decides now.
trainer-jury-silent = Nobody of the jury answered { $learner }. It is for the badge “{ $badge }”. One person decides now.
trainer-advice-accepted = • { $name }: accept { $words }
trainer-advice-to-complete = • { $name }: to complete { $words }
trainer-advice-refused = • { $name }: refuse { $words }
trainer-held = { $name } is reading this request. { $minutes ->
    [one] It is free in { $minutes } minute.
   *[other] It is free in { $minutes } minutes.
  }
trainer-held-short = { $name } is reading
trainer-left = Alright. It stays in your requests.
trainer-already-accepted = { $name } has decided already. For { $learner }, it is accepted.
trainer-already-to-complete = { $name } has decided already. For { $learner }, it is to complete.
trainer-already-refused = { $name } has decided already. For { $learner }, it is refused.
trainer-ready-send = { $learner } will read this sentence. Shall I send it?
trainer-own-words = Here is the sentence. What are your words?
trainer-words-only = Here I read only words. Which sentence for { $learner }?
trainer-code-which = Which code do you open?
trainer-code-where = For which structure?
trainer-code-badge = A code for which badge?
trainer-code-until = “{ $badge }”: until when is the code good?
trainer-code-no-badge = None of your badges is given by a code.
trainer-code-open = Code to say for “{ $badge }”: “{ $code }”.
trainer-code-till = It is good until { $day }.
trainer-code-used = { $count ->
    [0] Nobody has used it yet.
    [one] { $count } person has used it.
   *[other] { $count } people have used it.
  }
trainer-code-ended = The code “{ $code }” is ended. { $count ->
    [0] Nobody used it.
    [one] { $count } person used it.
   *[other] { $count } people used it.
  }
button-next-one = The next one
button-try-again = Try again
button-send-reason = Send
button-change-words = Change the words
button-new-code = A new code
button-end-code = End the code

ask-renew = It is time to renew your badge “{ $badge }”. What have you done since?
renew-later = All right. Write “my requests” when you like.
button-tell = Tell it
button-renew = Renew it
news-revoked = Your badge “{ $badge }” no longer counts. Here is your page:
news-revoked-words = Your badge “{ $badge }” no longer counts. The reason: “{ $words }”
news-revoked-below = “{ $badge }” stays yours. Its page says that one of its badges is missing.
news-revoked-after = What you told us stays yours. Write “help” to talk about it.

## A badge that groups other badges

milestone-name = “{ $badge }”
milestone-told = { $count ->
    [one] I have this badge: { $badges }.
   *[other] I have these badges: { $badges }.
  }
offer-milestone = You have { $have } badges that go together. Do you want “{ $badge }” too?
milestone-later = All right. Write “my requests” when you want this badge.
ask-recap-milestone = Here is the text of this badge:
  { $text }
  Is that you?
milestone-far = { $have ->
    [0] “{ $badge }” brings { $need } other badges together. You start with the one you like.
   *[other] “{ $badge }”: you have { $have } of { $need }. { $left ->
        [one] Only one is missing.
       *[other] { $left } are missing.
    }
  }
milestone-waits = Your other requests are sent. What do you want to do?
ask-which-first = { $count ->
    [one] Shall we do this badge now?
   *[other] Which one do you want to do first?
  }
ask-below = One of your badges does not count any more. For “{ $badge }”, { $left ->
    [one] one is missing
   *[other] { $left } are missing
  }. What do you want to do?
progress-milestone = { $have } of { $need } for “{ $badge }”.
progress-stage = { $stage }: { $have ->
    [one] { $have } badge
   *[other] { $have } badges
  } of { $of }.
button-ask-for-it = Ask for this badge
milestone-opens = This badge opens towards { $name }. It is not worth the same.
ask-backpack = Your backpack shows your shared badges on one page. Would you like to open it?
button-show-backpack = Open my backpack
button-close-backpack = Close it
backpack-open = Done. Here is the link to give:
backpack-is-open = Your backpack is open. Here is its address:
backpack-choose = To choose your badges, and put them in order:
backpack-closed = It is closed: nobody sees your backpack any more.
backpack-not-open = All right, your backpack stays closed.
backpack-empty = Your backpack is empty for now. A badge goes in when you show it. What would you like to do?
backpack-nothing-shared = Your backpack is empty for now. Show a badge first, and it goes in. What would you like to do?

ask-found = At “{ $structure }”, learners and trainers see your first name and this badge. For help, they write to you through me: your number stays hidden. Is that all right?
found-yes = Noted ✍️ People can ask you for help. To stop, write “stop asking me”.
found-no = All right, nobody will ask you.
found-ended = It is over. Nobody will ask you any more for this badge.
found-ended-all = It is over. Nobody will ask you any more.
button-ask-me = People may ask me
button-ask-me-no-more = Stop asking me
button-who-knows = Who can help me?
peers-no-place = We look among people of one place. I do not know yours yet. Ask your trainer for its link.
peers-nobody = I have nobody to suggest just now. Your trainer can help you too: write “help”.
trainer-peers-nobody = Nobody has said yes so far. A badge that is ready has the button “People may ask me”.
ask-peers-badge = With which badge do you need help?
ask-peers-whom = Whom would you like to ask?
peers-ask = Ask { $first }
ask-peers-what = Write to { $first }, or send a voice note. I pass it on with your first name. What would you like to ask?
peers-asks = { $first } asks you for help. Badge “{ $badge }”.
  “{ $words }”
peers-asks-so = { $first } asks you for help. Badge “{ $badge }”.
peers-sent = I passed it on to { $first }. The answer comes here.
peers-waits = Noted ✍️ { $first } is resting at this hour. I pass it on in the morning, from 9 o’clock.
peers-rests = { $first } is resting at this hour. Better write in the morning, from 9 o’clock.
peers-later = All right. Tap “Reply” when you like.
peers-gone = This person no longer helps just now. Write “who can help” to find another one.
peers-enough = You asked { $count } times in one day, and that is the most. Try again tomorrow.
