# Schools, classes and teachers from another system.
roster-link = Schools, classes and teachers
roster-title = Schools, classes and teachers
roster-subtitle = The district’s roster
roster-not-allowed = The roster is for district administrators
roster-not-allowed-text = It holds every school’s classes and teachers. Ask your district administrator when something in it is wrong.
roster-offline = The server keeps the roster and reads the files. Come back to this page when there is a network; nothing is lost.
roster-files = Bring in a roster
roster-intro = Take the OneRoster export of your student information system (version 1.1 or 1.2, as a zip or as its CSV tables), or fill in the template. You see what would change before anything is stored. Bringing in the same roster again updates it; classes and teachers that are gone keep their names in past visits.
roster-students = Students are only counted, class by class. Nothing about a student is stored.
roster-choose = Choose a zip or tables
roster-template = Get the template
roster-kinds = One zip, or all CSV tables of a package at once; 64 MB at most.
roster-over = Take other files
roster-looking = Holding the files against what is there …
roster-storing = Storing the changes …
roster-failed = Nothing was stored.
roster-unread = The roster cannot be read now.
roster-otherwise = Nothing was stored yet: look again.
roster-otherwise-text = The district is no longer as it was when the files were held against it. Below is what they would change now.
roster-outcome = What would change
roster-stored-changes = What changed
roster-stored = The roster is stored.
roster-stored-text = Tablets take it at their next sync.
roster-later = Nothing of it shows yet; it is remembered for what comes later, such as an enrolment that ends.
roster-same = Nothing would be different: this is what is there already.
roster-store = Store these changes
roster-store-note = All of it at once, or nothing.
roster-counts-caption = How many change, as of { $date }
roster-schools = Schools
roster-teachers = Teachers
roster-classes = Classes
roster-not-led = Without a lead
roster-column-kind = Kind
roster-column-added = New
roster-column-changed = Changed
roster-column-gone = Gone
roster-column-same = As before
roster-column-file = File
roster-column-name = Name
roster-column-what = Change
roster-year = { $n ->
    [0] The school year becomes { $first } to { $last }.
   *[other] The school year becomes { $first } to { $last }, with these terms: { $terms }.
}
roster-dropped = { $n ->
    [one] { $n } check date or day off lies outside it and goes.
   *[other] { $n } check dates and days off lie outside it and go.
}
roster-counted = { $n ->
    [one] { $n } student was counted and not stored. A class gets the tag of a group when { $percent } % of its students or more belong to it.
   *[other] { $n } students were counted and not stored. A class gets the tag of a group when { $percent } % of its students or more belong to it.
}
roster-over-classes = { $n ->
    [one] { $n } class is left out because its sessions are over.
   *[other] { $n } classes are left out because their sessions are over.
}
roster-refused = { $n ->
    [one] { $n } row is not taken, in whole or in part; what was known of it stays
   *[other] { $n } rows are not taken, in whole or in part; what was known of them stays
}
roster-changes = One by one: what is gone, what changes, what is new
roster-more = { $n ->
    [one] and { $n } more
   *[other] and { $n } more
}
roster-part-teacher = Teacher
roster-part-class = Class
roster-part-name = Name
roster-part-network = Network
roster-part-lead = Lead teacher
roster-part-others = Other teachers
roster-part-grade = Grade
roster-part-subject = Subject
roster-part-groups = Groups
roster-part-students = Number of students
roster-part-lessons = Lesson times
roster-note-other-source = The last files were of another kind.
roster-note-other-source-text = What they brought and these do not name would be gone.
roster-note-no-manifest = There is no manifest.
roster-note-no-manifest-text = Every table was read as complete: whatever it does not name counts as gone.
roster-note-students = Numbers of students stay as they were.
roster-note-students-text = The enrolments say only what has changed, which is not enough to count a class.
roster-note-past-year = The files’ school year is over.
roster-note-past-year-text = The district’s own school year stays; classes and teachers are those of the files’ last day.
roster-note-many-gone = More than a third of the classes or teachers would be gone.
roster-note-many-gone-text = Make sure that these are all the files, of all schools.
roster-note-schools-stay = Some schools are no longer in the files.
roster-note-schools-stay-text = They stay, without classes, because their past visits are the district’s.
roster-cannot-unknown = None of the files has a name that OneRoster or the template knows. Choose the zip as your system wrote it, or all of its tables at once.
roster-cannot-announced = The manifest announces { $file }, which is not among the files. Choose all tables at once, or export the package again.
roster-cannot-columns = { $n ->
    [one] { $file } has no column { $columns }. The names stand in its first row.
   *[other] { $file } lacks the columns { $columns }. The names stand in its first row.
}
roster-cannot-mode = The manifest says “{ $value }” of { $file }; it can say bulk, delta or absent. Export the package again.
roster-cannot-twice = There are two files called { $file } in different folders. Choose one package at a time.
roster-cannot-quote = Row { $row } of { $file } has a line break within a cell. Most often a quotation mark is not closed, and the rows behind it would be lost. Correct the row, or export the package again.
roster-cannot-zip = The file is no zip archive, or it is broken. Download or export it again.
roster-cannot-large = The tables are larger than can be read at once. Leave out those that are not read here, such as demographics and results.
roster-cannot-text = Line { $line } of { $file } is not UTF-8 text. Save the table as “CSV UTF-8”.
roster-cannot-district = The district has not been set up yet.
roster-fault-missing = It is empty and must not be
roster-fault-date = “{ $value }” is no date; write it as 2026-11-20
roster-fault-ends-before = It ends before it begins
roster-fault-one-of = “{ $value }” cannot stand here; write one of: { $can }
roster-fault-lesson = “{ $value }” is no lesson; write it as 8:05-8:50
roster-fault-grade = “{ $value }” is no grade; write PK, K or 1 to 12
roster-fault-count = “{ $value }” is no number of students
roster-fault-nowhere = Nothing that is taken from { $file } has the id “{ $id }”
roster-fault-role = It is no role; write one of: { $can }
roster-fault-same = Row { $row } has the same id and says something else
roster-reading = Reading the roster …
roster-none = There are no schools yet
roster-none-text = Bring in a roster above: then principals can start visits in their classrooms.
roster-held = What there is
roster-held-caption = Every school with its classes and teachers
roster-imported = Last brought in on { $time }.
roster-never = Nothing has been brought in from another system yet.
