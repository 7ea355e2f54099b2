# A school's report, to print.
report-link = School report
report-title = School report
report-progress = { $done } of { $all } schools are ready
report-made = made on { $date }
report-no-visits = No visits in this time.
report-visits = visits
report-met = meet their expectation
report-below = are below it
report-of-look-fors = of { $n ->
    [one] { $n } look-for
   *[other] { $n } look-fors
} with an expectation
report-in-short = In short
report-calls = { $below ->
    [one] { $below } look-for is
   *[other] { $below } look-fors are
} below for these visits. { $calls ->
    [0] All of that may be chance.
    [one] For { $calls } of them chance is an unlikely reason; it would call for action at a check date.
   *[other] For { $calls } of them chance is an unlikely reason; they would call for action at a check date.
}
report-column-chart = Observed
report-over-time = Over time: what is not negotiable
report-over-time-focus = Over time: this month’s focus
report-spread = How far these visits can be trusted
report-never = { $n ->
    [one] { $n } classroom has not been visited in this time.
   *[other] { $n } classrooms have not been visited in this time.
}
report-uneven-teachers = Some teachers were visited much more often than others; Coverage says who.
report-how-to-read = How to read this: the dot is what was observed, the bar the range in which the true value most likely lies (95 %, with visits to one classroom counted as alike), and the upright line what is expected; the shaded part beside it is close enough. ▲ met, ≈ close, ▼ below, ◇ too few visits or too wide a range to tell. Visits look at practice across the school and name no teacher.
