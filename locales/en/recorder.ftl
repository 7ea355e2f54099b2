# Starting, recording and reading one visit.

## Getting to a visit
recorder-title = Record a visit
recorder-loading = Reading the visit
recorder-to-visits = All visits
recorder-to-today = Today
recorder-not-here = This visit is not on this tablet
recorder-not-here-text = It may not have been synced here yet, or it belongs to a school that you do not see. Sync, and look in the list of visits.
recorder-unreadable = This visit cannot be read on this tablet
recorder-unreadable-text = Nothing was deleted: what is stored is kept as it is. The visit is also on the server if it was synced; open it on another device, or update this app and try again.
recorder-no-framework = The framework of this visit has not arrived yet
recorder-no-framework-text = Nothing is lost: the visit is kept. Sync once, and it can be shown.
recorder-over = This visit is not open for recording
recorder-over-text = It is over, or somebody else’s. What can still be put right is on its own page.
recorder-see-visit = See the visit

## Words for what a visit names
recorder-room-unknown = Room not on the roster any more
recorder-teacher-unknown = Teacher not on the roster any more
recorder-grade-label = Grade
recorder-grade-none = Mixed or unknown
recorder-subject-label = Subject
recorder-subject-none = No single subject
recorder-lead-label = Lead teacher
recorder-lead-none = Nobody named
recorder-segment-label = Part of the lesson
recorder-segment-opening = Opening
recorder-segment-middle = Middle
recorder-segment-closing = Closing
recorder-in-opening = opening of the lesson
recorder-in-middle = middle of the lesson
recorder-in-closing = closing of the lesson
recorder-flags-label = Circumstances
recorder-flag-substitute = Substitute
recorder-flag-co-taught = Co-taught
recorder-flag-test = Test
recorder-flag-transition = Transition
recorder-flag-special-room = Special room
recorder-answer-seen = seen
recorder-answer-not-seen = not seen
recorder-answer-not-applicable = not applicable
recorder-answer-could-not-judge = could not judge
recorder-answer-level = level { $n }

## The head
recorder-change-context = Change part of the lesson, circumstances, grade or subject
recorder-watched-time = Watched time
recorder-pause = Pause
recorder-resume = Resume
recorder-from-paper = from paper, { $date }
recorder-saves-itself = Every tap is saved on this tablet
recorder-saved-at = Saved on this tablet { $time }
recorder-saving = Saving
recorder-waiting = { $n ->
    [one] 1 visit waiting to sync
   *[other] { $n } visits waiting to sync
}
recorder-offline = offline
recorder-unsaved = { $n ->
    [one] Not saved: 1 change is only in memory
   *[other] Not saved: { $n } changes are only in memory
}
recorder-unsaved-title = { $n ->
    [one] 1 change is not saved on this tablet.
   *[other] { $n } changes are not saved on this tablet.
}
recorder-unsaved-full = The tablet’s storage is full. What you recorded is still in memory: keep this page open, save a copy, and free some space.
recorder-unsaved-text = The tablet’s storage did not answer. What you recorded is still in memory: keep this page open and save a copy. The app keeps trying.
recorder-try-again = Try again
recorder-save-copy = Save a copy
recorder-paused-title = Paused.
recorder-paused-text = No time is counted until you resume.
recorder-last-question = Last question for this room ({ $date }):
recorder-question-read = Got it

## Look-fors
recorder-focus = Focus this month
recorder-answered = { $n } of { $of } answered
recorder-also-saw = Also saw …
recorder-more = { $n ->
    [one] 1 more look-for
   *[other] { $n } more look-fors
}
recorder-elsewhere = Not judged in this part of the lesson
recorder-seen = Seen
recorder-not-seen = Not seen
recorder-not-applicable = N/A
recorder-not-applicable-spoken = N/A: not applicable
recorder-cannot-tell = ?
recorder-could-not-judge = Could not judge
recorder-none-seen = None while I watched
recorder-other-answers = Other answers: { $look-for }
recorder-one-less = One fewer: { $look-for }
recorder-one-more = One more: { $look-for }
recorder-start = Start
recorder-stop = Stop
recorder-start-spoken = Start timing: { $look-for }
recorder-stop-spoken = Stop timing: { $look-for }
recorder-running = Running
recorder-timer-paused = Paused at { $time }
recorder-time-in-all = { $time } in all
recorder-minutes = Minutes
recorder-seconds = Seconds
recorder-set-time = Set time
recorder-time-wrong = Up to 240 minutes and 59 seconds
recorder-yes = Yes
recorder-no = No
recorder-happening-yes = Yes, now: { $look-for }
recorder-happening-no = Not now: { $look-for }
recorder-present-so-far = { $n } present
recorder-not-doing-so-far = not doing it: { $list }
recorder-so-far = { $list } so far
recorder-every = every { $n } min
recorder-count-now = Count now
recorder-not-doing = Not doing it: { $look-for }
recorder-not-doing-less = One fewer not doing it: { $look-for }
recorder-not-doing-more = One more not doing it: { $look-for }
recorder-in-the-room = In the room
recorder-in-the-room-less = One fewer in the room
recorder-in-the-room-more = One more in the room
recorder-record = Record
recorder-cancel = Cancel
recorder-set = Set
recorder-students-present = Students present
recorder-how-many-present = How many students are present?
recorder-as-enrolled = { $n }, as enrolled

## Dock and foot
recorder-dock = Running, due and just counted
recorder-prompt = { $look-for } now?
recorder-prompt-not = { $look-for }: how many not?
recorder-undo = Undo
recorder-undo-what = Undo “{ $what }”
recorder-note = Note
recorder-note-at = Note at { $time }
recorder-finish = Finish visit
undo-cleared = cleared: { $look-for }
undo-tap = +1 { $look-for }
undo-untap = −1 { $look-for }
undo-timer-start = started: { $look-for }
undo-timer-stop = stopped: { $look-for }
undo-time = time: { $look-for }
undo-snapshot = count: { $look-for }
undo-note = note
undo-present = students present
undo-context = lesson changed
undo-pause = pause
undo-resume = resume
undo-nothing = nothing to observe
undo-finish = finish
undo-reopen = taken up again
undo-discard = discard
undo-strength = strength
undo-question = question
undo-choice = choice

## Sheets
recorder-close = Close
recorder-quiet = Quiet screen
recorder-quiet-hint = Hides the teacher’s name and your notes
recorder-leave = Leave it open, go to Today
recorder-discard = Discard visit
recorder-discard-sure = The visit will count nowhere. It stays in the list, marked, and can be restored.
recorder-discard-keep = Keep it
recorder-discard-yes = Discard
recorder-note-words = What did you see?
recorder-note-rewrite = Rewrite the note
recorder-note-about = About
recorder-note-about-nothing = Nothing in particular
recorder-save-note = Save note
recorder-notes-so-far = Notes so far
recorder-edit = Edit
recorder-edit-note-spoken = Edit the note at { $time }
recorder-delete = Delete
recorder-delete-note-spoken = Delete the note at { $time }
recorder-too-long = At most { $n } characters
recorder-phrases = Your phrases
recorder-keep-phrase = Keep as a phrase
recorder-remove-phrases = Remove phrases
recorder-remove-phrase = Remove “{ $phrase }”
recorder-finish-title = Finish the visit
recorder-still-blank = { $n ->
    [one] One look-for of this month is still blank. Answer it, or leave it: blank is never counted as “no”.
   *[other] { $n } look-fors of this month are still blank. Answer them, or leave them: blank is never counted as “no”.
}
recorder-nothing-blank = Every look-for of this month has an answer.
recorder-none-of-them = None of these { $n } while I watched
recorder-finish-blank = { $n ->
    [one] Finish with 1 blank
   *[other] Finish with { $n } blank
}
recorder-go-on = Go on watching
recorder-finish-at-last = It ended at { $time }, with the last mark
recorder-finish-at-last-hint = { $n ->
    [one] 1 minute ago
   *[other] { $n } minutes ago
}
recorder-still-there = Still in the room?
recorder-still-there-text = { $n ->
    [one] Nothing has been recorded for 1 minute.
   *[other] Nothing has been recorded for { $n } minutes.
}
recorder-still-here = Still here
recorder-paused-since = Paused since then
recorder-finish-then = Finish at the last mark

## Start a visit
start-title = Start a visit
start-subtitle = Tap a classroom, and it begins. Those not visited for longest come first.
start-search = Room, teacher, grade or subject
start-school = School
start-rooms = Classrooms
start-no-room = No classroom with these words
start-no-room-text = Change the words, or describe the room below.
start-no-school = No classrooms on this tablet
start-no-school-text = Visits are recorded in the schools you are assigned to, once their rosters have arrived. Connect and sync once; after that it works offline.
start-to-sync = Sync and storage
start-from-paper = Enter from paper
start-here = Start here
start-in = Start here: { $room }
start-details = Details
start-details-in = Details of a visit to { $room }
start-fewer-details = Close details
start-never-visited = Never visited
start-last-visited = { $days ->
    [0] Last visited today
    [one] Last visited yesterday
   *[other] Last visited { $days } days ago, { $date }
}
start-start = Start
start-nothing = Nothing to observe
start-nothing-hint = “Nothing to observe” ends the visit at once. It counts for coverage only.
start-elsewhere = Somewhere not on the roster
start-elsewhere-hint = Describe it as you would to a colleague. It can be matched with the roster later.
start-room = Room
start-teacher = Teacher
start-still-open = A visit to { $room } is still open.
start-still-open-text = Go on with it, or start another.
start-continue = Go on
paper-title = Enter a visit from paper
paper-subtitle = When and where it was; then the recorder opens, with no clock running.
paper-choose-room = Choose a room
paper-date = Date
paper-time = Began at
paper-minutes = Minutes watched
paper-start = Enter what was seen
paper-needs = Room, date, beginning and minutes are needed.
paper-date-future = This day has not come yet
paper-minutes-wrong = A whole number from 1 to { $most }

## The visit afterwards
visit-title = Visit
visit-when = { $date }, { $time }
visit-continue = Go on recording
visit-edit = Edit
visit-edit-done = Done editing
visit-edit-lesson = The lesson
visit-print = Print
visit-for-teacher = For the teacher
visit-open = Still open
visit-open-text = It counts once it is finished.
visit-discarded = Discarded.
visit-discarded-text = This visit counts nowhere. It can be restored.
visit-waiting = { $n ->
    [one] 1 change waiting to sync
   *[other] { $n } changes waiting to sync
}
visit-on-server = Everything of this visit is on the server
visit-refused-safe = What was refused stays on this tablet and can be saved to a file.
visit-refused-see = See what was refused
visit-rivals = Two tablets said different things.
visit-rivals-text = Both are kept. Choose which one holds.
visit-rival-keep = Keep this
visit-rival-keep-spoken = Keep for { $field }: { $value }
visit-field-begin = Beginning
visit-field-context = Lesson
visit-field-finished = End
visit-field-discarded = Discarded
visit-value-empty = empty
visit-value-students = { $n } of { $of } not doing it
visit-match = Not on the roster
visit-match-text = Choose the room or teacher it was, once the roster knows them.
visit-match-room = “{ $name }” is this room
visit-match-teacher = “{ $name }” is this teacher
visit-match-none = Not matched yet
visit-watched = Watched
visit-segments = Parts of the lesson
visit-recorded-by = Recorded by
visit-observer-unknown = Somebody not in the district’s list
visit-source = Record
visit-source-live = Recorded in the room
visit-source-paper = Entered from paper
visit-source-imported = Imported from another system
visit-source-calibration = For calibration; counts nowhere else
visit-nothing = Nothing to observe
visit-nothing-text = This visit counts for coverage only.
visit-left-blank = Left blank
visit-not-applicable = Not applicable
visit-could-not-judge = Could not judge
visit-seen = Seen
visit-not-seen = Not seen
visit-none = None while watched
visit-level = Level { $n }: { $name }
visit-times = { $n ->
    [one] once
   *[other] { $n } times
}
visit-per-ten = { $rate } in 10 minutes
visit-of-the-time = { $share } of the time
visit-over-counts = { $n ->
    [one] { $share }, one count
   *[other] { $share } over { $n } counts
}
visit-blank = { $n ->
    [one] 1 look-for left blank
   *[other] { $n } look-fors left blank
}
visit-notes = Notes
visit-write-note = Write a note
visit-for-teacher-text = One strength and one question, in your words. The next visit to this room opens with the question.
visit-strength = A strength
visit-strength-hint = Something the teacher did, and what it did for students
visit-question = A question
visit-question-hint = Something to think about until the next visit
visit-save = Save
visit-kept = Saved
visit-reopen = Take it up again
visit-restore = Restore
visit-discard-title = Discard this visit?
teacher-back = The visit
teacher-purpose = A short visit informs; it does not evaluate. This is what a visitor saw in a few minutes of one lesson.
teacher-seen = What was seen
teacher-seen-none = Nothing from the framework’s list was noted in these minutes.
teacher-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
teacher-hand-over = Hand over as a file
teacher-no-words = No strength or question yet
teacher-no-words-text = Write one of each on the visit’s page before you hand this over.
