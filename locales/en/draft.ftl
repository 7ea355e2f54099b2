# Writing the next version of the framework.
draft-link = Write the next version
draft-link-first = Write the framework
draft-title = The next version
draft-not-allowed = Only administrators write the framework
draft-not-allowed-text = Ask your district’s administrator if a look-for should be worded or observed otherwise.
draft-offline = Others may be writing too, so the framework is written with a connection.
draft-reading = Asking the server for the draft …
draft-storing = Storing …
draft-not-stored = Not stored yet
draft-stored = Stored { $time } by { $name }
draft-undo = Undo
draft-again = Try again
draft-unread = The draft could not be read
draft-store-failed = Your last change is not stored yet
draft-failed = That did not work
draft-file-failed = That file cannot be used. Nothing was changed.
draft-published = Version { $version } is published
draft-published-text = Tablets take it at their next sync. Visits that were recorded before, or are open now, stay on their own version.
draft-begin = Begin a draft
draft-begin-text = A draft is seen by administrators only, and by those you ask for comments. Visits go on with the version in use until you publish.
draft-begin-first = Your district has no framework yet. Begin with one of these and make it your own; nothing is seen by observers before you publish.
draft-begin-newest = From version { $version }, “{ $title }”
draft-begin-starter = From the starter framework
draft-begin-file = From a file
draft-begin-nothing = From nothing
draft-begin-kinds = A file is one that Throughline saved here or in another district, a table (CSV) with the columns strand and practice, or a 1EdTech CASE package (JSON).
draft-name = What your district calls the framework
draft-keep = Keep
draft-leave = Leave as it was
draft-not-yet = Not yet
draft-keep-it = Keep it
draft-still-open = Something is open above: keep it or leave it first.
draft-strands = Strands and look-fors
draft-order-hint = Put look-fors in order by dragging them, or with Up and Down.
draft-add-strand = Add a strand
draft-new-strand = New strand
draft-strand = Strand
draft-strand-name = Name of the strand
draft-strand-unnamed = A strand needs a name.
draft-rename = Rename
draft-rename-spoken = Rename { $name }
draft-remove = Remove
draft-remove-spoken = Remove { $name }
draft-up = Up
draft-up-spoken = Move up: { $name }
draft-down = Down
draft-down-spoken = Move down: { $name }
draft-moved = { $name } is now { $place } of { $of }
draft-edit = Edit
draft-edit-spoken = Edit { $name }
draft-add = Add a look-for
draft-archive = Archive
draft-archived = Archived look-fors
draft-archived-text = Earlier versions have them and this draft does not. Visits that were recorded with them keep them.
draft-archived-now = Now: { $after }
draft-restore = Take back in
draft-restore-spoken = Take back in: { $name }
draft-text = The practice
draft-text-hint = As an observer reads it at arm’s length: one thing that can be seen or heard.
draft-short = Short name
draft-short-hint = A few words for chart labels; the beginning of the practice unless you say otherwise.
draft-hint = What counts as seeing it
draft-hint-hint = Stands under the practice in the recorder.
draft-examples = Examples
draft-examples-hint = What it can look like in a lesson, one a line. They stand on the Framework page.
draft-origin = What it comes from
draft-origin-hint = Look-fors that this draft no longer has. Choose those that this one takes the place of: then trends go on, or say why they cannot.
draft-origin-counts = { $n ->
    [one] Visits recorded with it count for this one
   *[other] Visits recorded with them count for this one
}
draft-origin-counts-hint = { $n ->
    [one] For the same practice in other words. If it means something else now, leave this out.
   *[other] For one practice that takes in all of them: a visit that showed any of them shows this one.
}
draft-origin-split = { $other } comes from it too. Earlier visits do not say which of the two was seen, so they are counted apart.
draft-origin-other-rule = { $before } was observed otherwise, so its visits are counted apart.
draft-origin-not-additive = Timers, snapshots and levels of several look-fors do not add up, so their visits are counted apart.
draft-kind-presence = Seen or not seen
draft-kind-count = Each time is tapped
draft-kind-duration = A timer runs while it lasts
draft-kind-interval = A snapshot every few minutes
draft-kind-rating = A level of a rubric
draft-autonomy = Who decides
draft-autonomy-fixed = Non-negotiable
draft-autonomy-open = Adaptable by schools
draft-minutes = Minutes from one snapshot to the next
draft-minutes-less = One minute less
draft-minutes-more = One minute more
draft-ask = At each snapshot
draft-ask-students = How many students are not doing it
draft-ask-moment = Whether it is happening
draft-levels = Levels of the rubric, the lowest first
draft-level-name = Level { $number }
draft-level-descriptor = What an observer sees at level { $number }
draft-level-add = Add a level
draft-level-remove = Remove the highest
draft-shown-from = Counts as shown from
draft-shown-from-hint = Visits at this level or above show the practice.
draft-segments = When it shows
draft-segments-hint = The parts of the lesson in which it can be judged; none chosen means all. Elsewhere it is not applicable by itself.
draft-wrong-text = Say what the observer looks for.
draft-wrong-level = Every level needs a name.
draft-preview = In the recorder
draft-preview-part = Part of the lesson
draft-clash = Somebody else changed this too
draft-clash-text = While you were writing, another administrator changed the same thing. Theirs is in the draft; yours is here. Nothing is lost: choose one.
draft-clash-they = What they wrote
draft-clash-you = What you wrote
draft-clash-theirs = Keep theirs
draft-clash-mine = Use mine
draft-clash-removed = Archived
draft-clash-more = { $n ->
    [one] One more of these comes after this.
   *[other] { $n } more of these come after this.
}
draft-publish-title = Publish version { $version }
draft-publish = Publish version { $version }
draft-unfit = It cannot be published yet
draft-unfit-twice = “{ $name }” is there twice.
draft-unfit-levels = “{ $name }” needs two to six levels, each with a name, and one of them to count from.
draft-unfit-interval = “{ $name }” needs a snapshot every 1 to 30 minutes.
draft-unfit-text = A look-for in “{ $strand }” says nothing.
draft-unfit-strand = The strand “{ $name }” is there twice.
draft-unfit-title = Say what your district calls the framework.
draft-unfit-empty = It has no look-fors yet.
draft-unfit-still-there = “{ $name }” takes the place of a look-for that is still there. Archive that one, or open this one and say that it does not come from it.
draft-unfit-part = What “{ $name }” comes from was split, so earlier visits can count for none of the parts. Open it and keep it again.
draft-same = Nothing is otherwise than in the version in use.
draft-only-order = Only the order, the title or names of strands change.
draft-changes = { $n ->
    [one] What it changes: one look-for
   *[other] What it changes: { $n } look-fors
}
draft-changes-same = { $n ->
    [one] One look-for stays as it is.
   *[other] { $n } look-fors stay as they are.
}
draft-column-look-for = Look-for
draft-column-change = What changes
draft-added = New.
draft-succeeds-counted = { $n ->
    [one] In the place of { $before }. Visits recorded with it count, so the trend goes on.
   *[other] In the place of { $before }. Visits recorded with any of them count, so the trend goes on.
}
draft-succeeds-apart = In the place of { $before }, and counted apart: its trend begins anew.
draft-removed = Archived: visits keep it, new ones do not have it.
draft-succeeded-by = Archived; now { $after }. Visits keep it, new ones do not have it.
draft-reworded = Reworded; was “{ $before }”. Trends go on.
draft-rule = Observed otherwise: its trend begins anew, and its numbers are not added to those before.
draft-segments-changed = Can be judged in other parts of the lesson. Trends go on.
draft-succession-changed = Other earlier visits count for it than before.
draft-moved-from = Moved; was in “{ $from }”.
draft-autonomy-changed = Who decides about it changes.
draft-hint-changed = Short name or hint.
draft-lost-focus = { $n ->
    [one] In focus this month, and not in this version:
   *[other] { $n } are in focus this month, and not in this version:
}
draft-lost-expectations = { $n ->
    [one] Something is expected of it, and it is not in this version. What is expected does not go over to another:
   *[other] Something is expected of { $n } that are not in this version. What is expected does not go over to others:
}
draft-effective = In use from
draft-effective-hint = Visits that begin on this day or later are recorded against it.
draft-effective-wrong = Choose a day.
draft-sure = Everyone’s tablet takes it at the next sync, and visits are recorded against it from { $date }. A published version never changes; what is wrong in it is put right in the next one.
draft-files = Files
draft-save-json = Save as a file
draft-save-csv = Save as a table (CSV)
draft-save-case = Save as a CASE package
draft-open-file = Bring in a file
draft-files-note = The file and the table say everything and read back as they are; a CASE package has no place for how a look-for is observed. A file that you bring in takes the place of this draft; Undo brings it back. Look-fors that it shares with the version in use are updated, not doubled.
draft-discard = Discard the draft
draft-discard-title = Discard the draft?
draft-discard-text = What is published stays as it is. The draft is gone for everyone who writes on it, and cannot be brought back.
draft-gone = Somebody else has published or discarded the draft. What you wrote still stands here: try again to make it a new draft, or save it as a file.
draft-changed = Somebody else has changed the draft meanwhile, and it is shown here as it is now. Look at it again first.
draft-overtaken = Version { $version } has been published meanwhile. Once it has arrived here, look again at what yours would change.
draft-too-early = The version before it is in use from { $date }. Choose that day or a later one.
draft-file-other = It is neither a framework that Throughline saved, nor a table, nor a CASE package.
draft-file-columns = { $n ->
    [one] The table has no column { $columns }.
   *[other] The table has no columns { $columns }.
}
draft-file-text = Line { $line } is not UTF-8 text. In a spreadsheet, save it as “CSV UTF-8”.
draft-file-newer = A newer version of Throughline wrote it.
draft-file-json = Line { $line }, column { $column }: { $what }
draft-offered = What the file would change
draft-offered-same = It has the same look-fors as what is here, in whatever order.
draft-offered-take = Use this file
draft-offered-leave = Leave it
draft-left-out = { $n ->
    [one] One row or item of the file was left out
   *[other] { $n } rows or items of the file were left out
}
draft-left-out-item = Item { $number }: { $why }
draft-left-out-row = Row { $number }, { $column }: { $why }
draft-left-out-strand = it stands in no strand.
draft-left-out-one-of = “{ $value }” is none of { $can }.
draft-left-out-number = “{ $value }” is no whole number from { $least } to { $most }.
draft-left-out-levels = a rubric has two to six levels, without a gap between them.
draft-left-out-identifier = it has no identifier.
draft-left-out-statement = it says nothing.
draft-left-out-twice = an earlier one has the same identifier.
draft-left-out-circle = its parents stand in a circle.
