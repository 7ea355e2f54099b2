# Coverage: which classrooms, how evenly, at what pace.
coverage-title = Coverage
coverage-link = Coverage
coverage-visited = classrooms visited
coverage-of-rooms = of { $n }
coverage-never = never visited
coverage-not-lately = not in four weeks
coverage-only-at = at one time of day only
coverage-leans = Can these visits mislead?
coverage-leans-none = No: they are spread evenly enough over the day, the week, the lesson, subjects and teachers.
coverage-leans-foot = Listed when it is half as much again as even or more, or less than two thirds of it, and chance alone would rarely do that. What Compare says holds for the lessons that were visited.
coverage-lean-more = { $part }: { $share } of the visits, where { $even } would be even.
coverage-lean-none = { $part }: no visit yet, where { $even } of them would be even.
coverage-lean-fewer = { $part }: only { $share } of the visits, where { $even } would be even.
coverage-pace = Pace
coverage-pace-average = { $average } visits a week on average.
coverage-pace-expected = { $average } visits a week on average; { $expected } are expected, and { $enough } of { $weeks } whole weeks had them.
coverage-drop-off = Since the week of { $date } the visits have become fewer: { $after } a week, where it was { $before }.
coverage-drop-off-spring = The spring drop-off has begun: since the week of { $date } it has been { $after } visits a week, where it was { $before }.
coverage-rooms = Rooms to go to
coverage-rooms-none = Every classroom was visited in the last four weeks, and not always at the same time of day.
coverage-rooms-caption = { $n ->
    [one] 1 classroom waits
   *[other] { $n } classrooms wait
}
coverage-column-room = Classroom
coverage-column-lack = Waits because
coverage-column-last = Last visit
coverage-column-visits = Visits
coverage-lack-never = never visited
coverage-lack-days = not for { $n } days
coverage-lack-only = only ever in the { $time }
coverage-balance = How the visits are spread
coverage-by-time = By time of day
coverage-by-weekday = By weekday
coverage-by-segment = By segment of the lesson
coverage-by-subject = By subject
coverage-by-teacher = By teacher
coverage-column-part = Part
coverage-column-share = Share
coverage-column-even = Even would be
coverage-morning = morning
coverage-midday = middle of the day
coverage-afternoon = afternoon
coverage-weekday-0 = Monday
coverage-weekday-1 = Tuesday
coverage-weekday-2 = Wednesday
coverage-weekday-3 = Thursday
coverage-weekday-4 = Friday
coverage-opening = opening
coverage-middle = middle
coverage-closing = closing
coverage-untimed = { $n ->
    [one] Without { $n } visit of which nobody knows the time of day.
   *[other] Without { $n } visits of which nobody knows the time of day.
}
