# What people think of the draft of the framework.
comments-title = Comments on the draft
comments-link = Comments and who is asked
comments-draft-link = To the draft
comments-offline = Comments are kept by the server: this page needs a connection. What you have typed here stays.
comments-reading = Asking the server for comments …
comments-unread = The comments could not be read
comments-not-asked = You are not asked for comments just now
comments-not-asked-text = When your district asks you what you think of its next framework, the Framework page says so and leads here.
comments-no-draft = Nobody is writing a draft
comments-no-draft-text = Begin the next version of the framework; then you can ask people what they think of it.
comments-invitation = You are asked for comments until { $date }: { $title }
comments-invitation-text = Read the draft, and say what you think of each look-for.
comments-invitation-link = Read and comment
comments-rounds = Round
comments-round-one = Round { $number }
comments-until = Comments are taken until { $date }
comments-ended = Comments were taken until { $date }
comments-closed = Closed { $time }
comments-published = The draft was published as version { $version }
comments-discarded = The draft was discarded
comments-ask = Ask for comments
comments-ask-text = Choose who reads the draft, until when, and what you would like to know. They comment look-for by look-for, and you answer.
comments-opened = Asked by { $name }, { $time }
comments-asked = { $n ->
    [one] One person is asked.
   *[other] { $n } people are asked.
}
comments-who-reads = Everyone who is asked reads what you write, without your name; administrators see your name. You can change your comment until it is answered.
comments-over-text = Nothing more can be written. Answers still arrive here.
comments-open = Open the round
comments-open-another = Open another round
comments-round-change = Change day, people or note
comments-close = Close it now
comments-close-title = Close the round now?
comments-close-text = Nobody writes or changes a comment after that, and it cannot be opened again; you can open another one. Every comment stays, and you can go on answering.
comments-until-field = Last day
comments-until-hint = Comments are taken until this day has ended.
comments-note = What you tell them
comments-note-hint = If you like, up to 1000 characters.
comments-people = Who is asked
comments-everyone = Everyone
comments-nobody = Nobody
comments-chosen = { $n ->
    [0] Nobody is chosen
    [one] One person is chosen
   *[other] { $n } people are chosen
}
comments-whole = The draft as a whole
comments-all = All comments
comments-none = No comments yet
comments-count = { $n ->
    [one] One comment
   *[other] { $n } comments
}
comments-unanswered = { $n } without an answer
comments-all-answered = all answered
comments-yours = Your comment
comments-field = Your comment on: { $name }
comments-words-hint = Up to 1000 characters.
comments-write = Comment
comments-write-spoken = Comment on: { $name }
comments-change = Change
comments-change-spoken = Change your comment on: { $name }
comments-keep = Store
comments-withdraw = Withdraw
comments-withdraw-title = Withdraw your comment?
comments-withdraw-text = Nobody reads it any more.
comments-by = { $name }, { $time }
comments-by-you = You
comments-by-somebody = Somebody who is asked
comments-gone = This look-for is no longer in the draft.
comments-waiting = No answer yet
comments-answer = Answer
comments-answer-spoken = Answer { $name } on: { $about }
comments-answer-change = Change the answer
comments-answer-change-spoken = Change the answer to { $name } on: { $about }
comments-answer-field = Your answer
comments-answer-by = Answered by { $name }, { $time }
comments-uptake = What becomes of it
comments-uptake-none = Not said
comments-uptake-yes = Taken up
comments-uptake-no = Not taken up
comments-not-stored = That was not stored. What you typed still stands here.
comments-wrong-words = Write 1 to 1000 characters.
comments-wrong-note = Write at most 1000 characters.
comments-wrong-until = Choose a day that has not passed.
comments-wrong-nobody = Choose at least one person.
comments-cannot-account = Somebody you chose no longer works in the district. Open this page anew and choose again.
comments-cannot-no-draft = There is no draft any more: it was published or discarded. Begin one first.
comments-cannot-open = A round is open already. Open this page anew to see it.
comments-cannot-over = The round has ended meanwhile. If your words matter, copy them and hand them to an administrator.
comments-cannot-look-for = This look-for has left the draft meanwhile. Comment on the draft as a whole instead.
comments-cannot-answered = Your comment was answered meanwhile, so it stays as it was. The answer stands above.
comments-cannot-changed = Somebody changed this meanwhile: what stands above is how it is now. Read it, and store yours again if it still fits.
