# Filters, shared by Compare, the weekly page and the list of visits.
narrow-label = Filters
narrow-clear = Clear filters
narrow-all = All
narrow-school = School
narrow-all-schools = All
narrow-when = When
narrow-when-term = This term
narrow-when-weeks = Last 4 weeks
narrow-when-month = This month
narrow-when-year = This school year
narrow-when-last-term = Last term
narrow-when-everything = All dates
narrow-when-chosen = Choose dates
narrow-from = From
narrow-to = To
narrow-backwards = The last day is before the first. Change one of them.
narrow-grade = Grade
narrow-grades = Grades { $low }–{ $high }
narrow-subject = Subject
narrow-strand = Strand
narrow-kind = Kind
narrow-non-negotiable = Non-negotiable
narrow-adaptable = Adaptable
narrow-group = Group
narrow-flags = Flagged visits
narrow-flags-count = Count
narrow-flags-leave-out = Leave out
narrow-flags-only = Only: { $flag }
narrow-flag-substitute = substitute
narrow-flag-co-taught = co-taught
narrow-flag-test = test
narrow-flag-transition = transition
narrow-flag-special-room = special room
narrow-imported = Imported visits
narrow-no-paper = without visits from paper
narrow-no-imported = without imported visits
narrow-shown = shown
narrow-not-shown = not shown
narrow-not-applicable = not applicable
narrow-could-not-judge = could not judge
narrow-blank = left blank

# Compare: the frame.
compare-title = Observed against expected
compare-table = Table
compare-print = Print
compare-weekly = Page for staff
compare-order = Sort
compare-order-strand = By strand
compare-order-gap = Largest gap
compare-all-schools = All schools
compare-reach = { $visits ->
    [one] 1 visit
   *[other] { $visits } visits
} to { $rooms ->
    [one] 1 classroom
   *[other] { $rooms } classrooms
}
compare-reach-of = { $visits ->
    [one] 1 visit
   *[other] { $visits } visits
} to { $rooms } of { $all ->
    [one] 1 classroom
   *[other] { $all } classrooms
}
compare-reach-and-others = { $visits ->
    [one] 1 visit
   *[other] { $visits } visits
} to { $rooms } of { $all ->
    [one] 1 classroom
   *[other] { $all } classrooms
} and { $others ->
    [one] 1 other
   *[other] { $others } others
}
compare-nothing = { $n } with nothing to observe
compare-with-unsent = includes { $n } not yet sent
compare-without-unsent = { $n } on this tablet not yet sent and not counted

# Compare: units.
compare-of-visits = { $level } of visits
compare-of-time = { $level } of the time
compare-of-students = { $level } of students
compare-of-moments = { $level } of moments
compare-in-ten-minutes = { $level } per 10 minutes
compare-scale = Scale: 0 to { $top }
compare-points = { $n ->
    [one] { $label } point
   *[other] { $label } points
}
compare-at-least = at least { $level }
compare-at-most = at most { $level }
compare-estimate = { $value } ({ $range })
compare-spoken = Observed { $observed }; expected { $level }

# Compare: standings.
compare-no-visits = No visits yet
compare-too-many-blanks = Left blank too often
compare-too-few = Too few visits
compare-met = Met
compare-close = Close
compare-below = Below
compare-over = Over
compare-cannot-tell = Can’t tell yet
compare-not-expected = Not expected

# Compare: gaps, with their interval.
compare-gap-short = { $amount } short
compare-gap-over = { $amount } over
compare-gap-above = { $amount } above
compare-gap-under = { $amount } under
compare-gap-maybe-none = { $short }, maybe none
compare-gap-either = { $short } to { $past }
compare-gap-at-or-above = at or above { $level }
compare-gap-at-or-under = at or under { $level }
compare-gap-or-short = { $there }, or up to { $short }
compare-blank-of = { $blank } of { $all } left blank
compare-nobody-looked = nobody has looked for it yet
compare-unjudged = { $n ->
    [one] could not be judged in 1 visit
   *[other] could not be judged in { $n } visits
}
compare-no-interval = not enough watched yet to give a range
compare-needed-more = { $n } more would show 20 points
compare-needed-gap = these visits could show a gap of { $amount }
compare-needed-visits = { $n ->
    [one] 1 more visit needed
   *[other] { $n } more visits needed
}
compare-needed-rooms = { $n ->
    [one] 1 more classroom needed
   *[other] { $n } more classrooms needed
}

# Compare: the line under a look-for.
compare-visits-rooms = { $visits ->
    [one] 1 visit
   *[other] { $visits } visits
}, { $rooms ->
    [one] 1 room
   *[other] { $rooms } rooms
}
compare-blank = { $n } blank
compare-older = only in an older version

# Compare: where an expectation holds.
compare-scope-district = in the whole district
compare-scope-network = in the network { $name }
compare-scope-school = at { $name }
compare-scope-grades = in { $name }
compare-scope-subject = in { $name }
compare-scope-group = for { $name }

# Compare: the numbers of a row, in sentences.
compare-why = Where these numbers come from
compare-why-shown = Shown in { $shown } of the { $looked } visits in which somebody looked for it.
compare-why-rated = At or above its level in { $shown } of the { $looked } visits in which it was rated.
compare-why-taps = Seen { $amount } times in { $of } watched minutes, over { $n ->
    [one] 1 visit
   *[other] { $n } visits
}.
compare-why-minutes = It lasted { $amount } of { $of } watched minutes, over { $n ->
    [one] 1 visit
   *[other] { $n } visits
}.
compare-why-students = { $amount } of the { $of } students counted at the prompts were doing it, over { $n ->
    [one] 1 visit
   *[other] { $n } visits
}.
compare-why-moments = It was happening at { $amount } of { $of } prompts, over { $n ->
    [one] 1 visit
   *[other] { $n } visits
}.
compare-why-rooms = The visits went to { $n ->
    [one] 1 classroom
   *[other] { $n } different classrooms
}.
compare-why-aside = Not counted: left blank { $blank }, not applicable { $absent }, could not judge { $unjudged }. A blank is never a “no”.
compare-why-plain = If every visit stood for itself, the true value would likely lie between { $low } and { $high }.
compare-why-clustered = Visits to one classroom resemble each other. With that counted in, it likely lies between { $low } and { $high } (95 %).
compare-why-effect = The design effect is { $effect }: that many times as much spread as { $n } unrelated visits would have.
compare-why-expected = Expected: { $level }, { $place }, since { $since }.
compare-why-not-expected = Nothing is expected of it for this selection.
compare-why-more = { $n ->
    [one] 1 more visit like these
   *[other] { $n } more visits like these
} would most likely show a gap of 20 points, if there is one.
compare-why-gap = The smallest gap that these visits could show is { $amount }.
compare-why-steady = Of the spread between visits, { $part } lies between classrooms (ICC(1); 95 %: { $low }–{ $high }). A classroom needs { $visits ->
    [one] { $visits } visit
   *[other] { $visits } visits
} until their mean is reliable ({ $wanted }, Spearman–Brown).
compare-why-steady-none = Classrooms do not differ more than visits to one classroom do: no number of visits tells them apart.
compare-why-steady-few = { $n ->
    [one] { $n } classroom was
   *[other] { $n } classrooms were
} visited twice or more; from { $least } on it can be told how many visits one classroom needs.
compare-why-older = The newest version of the framework no longer has it, or observes it another way.
compare-why-earlier = Visits recorded as { $before } count here too.
compare-why-became = It has become { $after }. What was recorded before is counted here, apart from that.
compare-why-visits = Visits: { $outcome } ({ $n })

# Compare: the table.
compare-caption = Observed against expected, look-for by look-for
compare-column-look-for = Look-for
compare-column-standing = Standing
compare-column-gap = Gap
compare-column-observed = Observed
compare-column-interval = Likely range
compare-column-expected = Expected
compare-column-visits = Visits
compare-column-rooms = Classrooms
compare-column-blank = Blank
compare-column-absent = Not applicable
compare-column-unjudged = Could not judge
compare-no-number = –

# Compare: nothing, waiting, errors.
compare-loading = Comparing
compare-none-title = No visits in this selection
compare-none-text = Nobody has recorded a visit that fits all of these filters and had something to observe. Choose other dates, or clear the filters.
compare-asking = Asking the server. Until it answers, these are the numbers of the choice before.
compare-earlier = These are the last numbers that arrived. They may be of another choice of filters.
compare-failed-safe = Every visit recorded on this tablet is safe.
compare-failed-remedy = Comparing beyond this tablet’s own schools needs the server. Try again when there is a connection, or choose a school that is yours.
compare-failed-again = Try again

# One page for staff.
weekly-title = This week in our classrooms
weekly-back = Observed against expected
weekly-verdicts-from = compared over { $dates }
weekly-visits = { $n ->
    [one] visit this week
   *[other] visits this week
}
weekly-rooms = { $n ->
    [one] classroom visited
   *[other] different classrooms visited
}
weekly-well = Going well
weekly-well-none = Nothing has met its expectation for sure yet. More visits will tell.
weekly-below = Furthest from what we expect
weekly-below-none = Nothing is below its expectation for sure.
weekly-sentence = Seen: { $seen }. Expected: { $expected }. From { $visits ->
    [one] 1 visit
   *[other] { $visits } visits
}.
weekly-untold = Too early to say
weekly-untold-text = { $n ->
    [one] One look-for cannot be placed yet, because of too few visits, too many blanks, or a result too near the line:
   *[other] { $n } look-fors cannot be placed yet, because of too few visits, too many blanks, or a result too near the line:
}
weekly-untold-rest = and { $n } more
weekly-foot = Short visits look at practice across the school. They name no teacher and no room, and they are not an evaluation. Where a range is given, the true value most likely lies within it.

# At a check date: what calls for action.
discrepancies-title = What calls for action
discrepancies-link = Calls for action
discrepancies-check-date = Check date
discrepancies-so-far = So far
discrepancies-calls = Calls for action
discrepancies-would-call = Would call for action if today were a check date
discrepancies-chance = Below, may be chance
discrepancies-no-calls = Nothing that stands below is beyond what chance could do.
discrepancies-summary = { $below ->
    [one] 1 look-for stands
   *[other] { $below } look-fors stand
} below, of { $n } with an expectation and visits.
discrepancies-none = { $n ->
    [one] The one look-for
   *[other] None of the { $n } look-fors
} with an expectation and visits { $n ->
    [one] does not stand
   *[other] stands
} below it.
discrepancies-untested = No look-for has both an expectation and enough visits to hold against it.
discrepancies-why = Of what calls for action, no more than one in twenty is expected to be chance: the Benjamini–Hochberg rule over { $n ->
    [one] 1 look-for
   *[other] all { $n } look-fors
}, those that stand well included.
discrepancies-so-far-note = This is how it stands so far. Plans follow at the check dates, so that nobody chases every dip.

# Schools side by side.
schools-title = Schools side by side
schools-link = Schools side by side
schools-caption = Where each school stands in each look-for
schools-school = School
schools-visits = Visits
schools-sort-name = sort by name
schools-sort-visits = sort by visits, most first
schools-sort-gap = sort by gap, largest first: { $look-for }
schools-cell = { $look-for }: { $standing }, { $visits ->
    [one] 1 visit
   *[other] { $visits } visits
}
schools-legend = ▲ met · ≈ close · ▼ below · ◇ too few visits, or can’t tell yet · ○ nothing expected, or no visits. Each mark leads to its chart. Schools are held against what is expected of them, not against each other.

# Two periods or two groups.
contrast-title = Two periods or two groups
contrast-link = Hold against another
contrast-before = First
contrast-after = Second
contrast-caption = The second against the first
contrast-column-change = Difference
contrast-column-before = First
contrast-column-after = Second
contrast-of-visits = { $value }, { $n ->
    [one] 1 visit
   *[other] { $n } visits
}
contrast-higher = { $amount } higher
contrast-lower = { $amount } lower
contrast-alike = Alike: at most { $down } lower or { $up } higher
contrast-cannot-tell = Can’t tell: between { $down } lower and { $up } higher
contrast-unknown = Can’t tell: one of the two has too little to go on
contrast-same = Both are the same visits. Change the dates, the school or another filter of one of them.
contrast-not-apart = Some visits may be in both. The differences below hold for visits that are in one only.
contrast-foot = Each difference is shown with its 95 % interval, wider where visits share classrooms. Of twenty look-fors that do not differ, about one will look as if it did.
