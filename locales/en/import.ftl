# Past visits from a file of another program.
import-link = Import past visits
import-title = Import past visits
import-intro = Bring in walkthroughs from paper lists, forms and spreadsheets. You say once what the columns mean; you see what would happen before anything is stored; imported visits stay marked as such, and a whole import can be taken back.
import-offline = The server reads the file. Come back to this page when there is a network; nothing is lost.
import-not-allowed = Importing is for district administrators
import-not-allowed-text = An import writes in the name of everyone whom its file names. Ask your district administrator to do it.
import-file = 1 · The file
import-school-hint = Whose visits these are
import-source = Where it comes from
import-source-hint = For example “Google Forms 2025”. What its columns mean is remembered under this name.
import-source-first = Say first where it comes from.
import-choose = Choose a file
import-kinds = CSV or Excel (.xlsx), 16 MB at most
import-over = Take another file
import-sheet = Sheet
import-columns = 2 · What its columns mean
import-rows = { $n ->
    [one] { $n } row.
   *[other] { $n } rows.
}
import-remembered = The columns are read as the last time with this source; change what is different now.
import-guessed = This is a guess from the names and values of the columns; look through it.
import-choose-one = Choose …
import-date-order = What comes first in a date
import-date-example = “{ $example }” can be read both ways, and no other date tells.
import-month-first = The month (3/4 is 4 March)
import-day-first = The day (3/4 is 3 April)
import-part-nothing = Not read
import-part-date = Date of the visit
import-part-start = Time of day
import-part-minutes = Minutes watched
import-part-classroom = Classroom
import-part-teacher = Teacher
import-part-observer = Observer
import-part-school = School
import-part-grade = Grade
import-part-subject = Subject
import-part-notes = Notes
import-look-for = Look-for: { $look-for }
import-value = “{ $value }” means
import-empty = An empty cell means
import-empty-blank = Left blank: nobody answered
import-empty-not-seen = Looked for and not seen
import-means-seen = Seen
import-means-not-seen = Not seen
import-means-not-applicable = Not applicable
import-means-could-not-judge = Could not judge
import-means-blank = Left blank
import-try = Show what would happen
import-try-note = Nothing is stored by this.
import-looking = The file is being read
import-trying = The rows are being read; nothing is stored
import-storing = The visits are being stored; this may take a minute
import-undoing = The import is being taken back
import-failed = That did not work, and nothing was stored
import-outcome = 3 · What would happen
import-left-out = What was left out
import-new = { $n ->
    [0] No visit is new.
    [one] { $n } visit would be imported.
   *[other] { $n } visits would be imported.
}
import-already = { $n ->
    [one] { $n } row was imported before and adds nothing.
   *[other] { $n } rows were imported before and add nothing.
}
import-changed = { $n ->
    [one] { $n } row has changed since it was imported. The visit stays as it is; correct it by hand if need be.
   *[other] { $n } rows have changed since they were imported. The visits stay as they are; correct them by hand if need be.
}
import-refused = { $n ->
    [one] { $n } row is refused; the reason stands below.
   *[other] { $n } rows are refused; the reasons stand below.
}
import-elsewhere = { $n ->
    [one] { $n } row is about another school and is left out.
   *[other] { $n } rows are about other schools and are left out.
}
import-read-month-first = Dates are read with the month first.
import-read-day-first = Dates are read with the day first.
import-strange-classrooms = { $n ->
    [one] { $n } classroom is not on the roster and is kept as written: { $names }
   *[other] { $n } classrooms are not on the roster and are kept as written: { $names }
}
import-strange-teachers = { $n ->
    [one] { $n } teacher is not on the roster and is kept as written: { $names }
   *[other] { $n } teachers are not on the roster and are kept as written: { $names }
}
import-strange-observers = { $n ->
    [one] { $n } observer has no account, and you stand in that place: { $names }
   *[other] { $n } observers have no account, and you stand in their place: { $names }
}
import-strange-grades = { $n ->
    [one] { $n } grade is none or several and is left open: { $names }
   *[other] { $n } grades are none or several and are left open: { $names }
}
import-untimed = { $n ->
    [one] { $n } visit has no time of day.
   *[other] { $n } visits have no time of day.
}
import-unwatched = { $n ->
    [one] { $n } visit has no minutes, so what was counted in it has no rate.
   *[other] { $n } visits have no minutes, so what was counted in them has no rate.
}
import-unmeant = Some values have no meaning yet. Choose one for each under “What its columns mean”, and look again.
import-refused-caption = Rows that are refused
import-refused-more = { $n ->
    [one] { $n } more reason is not shown.
   *[other] { $n } more reasons are not shown.
}
import-column-row = Row
import-column-column = Column
import-column-why = Why
import-column-when = When
import-column-undo = Take back
import-store = { $n ->
    [0] Nothing to import
    [one] Import { $n } visit
   *[other] Import { $n } visits
}
import-store-note = You can take it back afterwards.
import-stored = { $n ->
    [one] { $n } visit was imported.
   *[other] { $n } visits were imported.
}
import-stored-text = Marked as imported everywhere; every view can leave them out. Tablets receive them at their next sync.
import-to-visits = See the visits
import-past = Imports so far
import-past-caption = Imports, the latest first
import-undo = Take back
import-undone-at = taken back { $time }
import-undo-title = Take this import back?
import-undo-text = { $n ->
    [one] Its visit is discarded, on every tablet at its next sync, with what anyone has added to it since. You can import the file again afterwards, with other meanings for its columns.
   *[other] Its { $n } visits are discarded, on every tablet at its next sync, with what anyone has added to them since. You can import the file again afterwards, with other meanings for its columns.
}
import-undo-keep = Keep it
import-undo-yes = { $n ->
    [one] Discard { $n } visit
   *[other] Discard { $n } visits
}
import-undone = { $n ->
    [0] There was nothing left to take back.
    [one] { $n } visit was discarded.
   *[other] { $n } visits were discarded.
}
import-undone-text = The same file can be imported again.
import-undone-changed = { $n ->
    [one] { $n } of them had been corrected or added to since.
   *[other] { $n } of them had been corrected or added to since.
}
import-no-mapping = Nothing is known yet of how the file is to be read.
import-no-source = Where it comes from needs a name with letters or digits, 100 characters at most.
import-no-framework = The district has not published a framework yet, so there is nothing to record visits against.
import-date-open = In “{ $column }”, dates such as “{ $example }” can be read both ways. Choose what comes first in a date.
import-other-format = The file is neither text (CSV) nor an Excel workbook (.xlsx). Open it in your spreadsheet program and save it as one of these.
import-not-text = From line { $line } on, the file is not UTF-8 text. Save it as “CSV UTF-8”.
import-damaged = The workbook cannot be read: it is damaged or locked with a password.
import-no-sheet = The workbook has no such sheet. It has: { $found }
import-too-large = The file has more cells than are read at once. Split it, and import the parts one after another.
import-nothing-in-it = There is nothing in the file.
import-fault-no-date = Choose the column that holds the date of the visit.
import-fault-no-place = Choose the column that names the classroom or the teacher.
import-fault-no-column = The file has no column “{ $column }”.
import-fault-column-twice = The column “{ $column }” is read twice.
import-fault-no-look-for = The framework has no look-for “{ $look-for }”.
import-fault-look-for-twice = Two columns answer the look-for “{ $look-for }”.
import-fault-interval = “{ $look-for }” is made of snapshots, which one cell cannot hold.
import-fault-unfit = “{ $value }” cannot mean that for the look-for “{ $look-for }”.
import-why-no-date = There is no date.
import-why-no-place = Neither a classroom nor a teacher is named.
import-why-cells-besides = There are cells to the right of the last column that has a name.
import-why-not-a-date = “{ $value }” is no date.
import-why-not-a-time = “{ $value }” is no time of day.
import-why-not-minutes = “{ $value }” is no number of minutes from 0 to 600.
import-why-unknown = Nobody has said what “{ $value }” means.
import-why-not-a-count = “{ $value }” is no number from 0 to 600, and nobody has said what it means.
import-why-future = { $date } has not come yet.
import-why-longer = { $minutes } minutes are more than were watched, or nothing says how long that was.
import-why-too-long = The text has { $n } characters; { $most } fit.
import-why-same = It says the same as row { $row }.
