# Plan my week: which classrooms to visit, and why these.
plan-week-title = Plan my week
plan-week-subtitle = Week of { $date }
plan-week-back = Today
plan-week-print = Print
plan-week-undo = Undo
plan-week-saved = Changed, and saved on this tablet.
plan-week-failed = The last change could not be saved.
plan-week-failed-text = The plan below is as it was before. Make some room on the tablet, then try again.
plan-week-district-title = There is no week to plan here
plan-week-district-text = Your account is for the whole district, and no school’s visits are kept on this tablet. A week is planned from those visits, by the people who make them.
plan-week-district-coverage = See who needs a visit
plan-week-over-title = The school year is over
plan-week-over-text = The district’s calendar has no school day left. As soon as the next year is published, you can plan again.
plan-week-which = Which week
plan-week-this = This week
plan-week-next = Next week
plan-week-coming = Week of { $date }
plan-week-wish = When do you have time?
plan-week-school = School
plan-week-all-schools = All my schools, one a day
plan-week-days = Days
plan-week-off = No school: { $days }.
plan-week-minutes-a-day = Minutes a day
plan-week-minutes-a-day-fewer = Ten minutes fewer a day
plan-week-minutes-a-day-more = Ten minutes more a day
plan-week-minutes-a-visit = Minutes a visit, with the way there
plan-week-minutes-a-visit-fewer = Five minutes fewer a visit
plan-week-minutes-a-visit-more = Five minutes more a visit
plan-week-fits = { $n ->
    [0] No visit fits. Choose a day or more minutes.
    [one] One visit fits.
   *[other] { $n } visits fit.
}
plan-week-expected = Your district expects { $expected } visits here in that week, by whomever; { $made ->
    [0] none is made yet
    [one] one is made
   *[other] { $made } are made
}.
plan-week-no-more = The plan has no more than it expects.
plan-week-how = Two in three go to the rooms that have waited longest. One in three is drawn at random, each room of that day’s school with the same chance, so that you do not only see the rooms that a rule picks. Each room gets the time of day it was seen least.
plan-week-go = Plan my week
plan-week-anew = Plan anew
plan-week-anew-note = What is done, kept or added by you stays
plan-week-progress = { $done } of { $all } done
plan-week-empty = Nothing is planned for this week. Plan it, or add a room yourself.
plan-week-day-note = { $n ->
    [one] one visit, { $minutes } minutes
   *[other] { $n } visits, { $minutes } minutes
}
plan-week-morning = In the morning
plan-week-midday = In the middle of the day
plan-week-afternoon = In the afternoon
plan-week-at-lesson = { $time }, lesson { $begins }–{ $ends }
plan-week-from-day = { $day } · { $when }
plan-week-why-never = never visited
plan-week-why-days = { $n ->
    [0] last visited today
    [one] last visited a day ago
   *[other] last visited { $n } days ago
}
plan-week-why-weeks = last visited { $n } weeks ago
plan-week-why-drawn = drawn at random
plan-week-why-by-hand = added by you
plan-week-gone = This room is no longer on the roster.
plan-week-kept = kept
plan-week-done = ✓ Visited on { $day }
plan-week-change = Change
plan-week-change-of = Change: { $room }
plan-week-close = Close
plan-week-day = Day
plan-week-time = Time of day
plan-week-swap = Another room
plan-week-swap-of = Another room instead of { $room }
plan-week-keep = Keep
plan-week-keep-of = Keep { $room } when planning anew
plan-week-remove = Take out
plan-week-remove-of = Take { $room } out
plan-week-add = Add a room
plan-week-add-room = Classroom
plan-week-add-choose = Choose a classroom
plan-week-add-go = Add
plan-week-sample = Can these visits mislead?
plan-week-note = A visit counts for the plan on its day or later that week, whoever makes it. The plan stays on this tablet; only you see it.

today-plan = Planned for today
today-plan-week = { $done } of { $all } done this week
today-plan-done = All { $all } planned visits of this week are done.
today-plan-nothing = Nothing more is planned for today.
today-plan-later = Nothing more is planned for today. Next: { $day }, { $n ->
    [one] one visit
   *[other] { $n } visits
}.
today-plan-none-title = No week planned yet
today-plan-none-text = Say how many minutes you have. The plan takes the rooms that have waited longest, draws some at random, and spreads them over the day.

# When visits are lopsided enough to mislead.
sampling-leans = These visits are lopsided enough to mislead.
sampling-even = These visits are spread evenly enough over the day, the week, the lesson, subjects and teachers.
sampling-too-few = There are too few visits to say whether they are lopsided.
sampling-more = { $n ->
    [0] See coverage
    [one] One more in coverage
   *[other] { $n } more in coverage
}
sampling-weekday = On { $part }
sampling-segment = In the { $part } of the lesson
sampling-subject = In { $part }
sampling-teacher = With { $part }
