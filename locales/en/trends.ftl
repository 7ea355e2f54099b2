# Trends: the frame.
frame-trends = Trends
trends-title = Trends
trends-loading = Working out the trends …
trends-by = By
trends-week = Week
trends-month = Month
trends-term = Term
trends-look-fors = Look-fors
trends-focus = Focus this month
trends-all = All
trends-start = Something new began on
trends-started = began
trends-version = version { $n }
trends-visits = { $n ->
    [one] 1 visit
   *[other] { $n } visits
}
trends-chance-none = of { $n ->
    [one] 1 chart
   *[other] { $n } charts
}, hardly any would signal by chance
trends-chance = of { $n ->
    [one] 1 chart
   *[other] { $n } charts
}, { $expected } would signal by chance
trends-outside-terms = { $n ->
    [one] 1 visit before the first term is on no chart
   *[other] { $n } visits before the first term are on no chart
}
trends-no-focus-title = No look-for is in focus
trends-no-focus-text = The district has not chosen look-fors for this month. Show all of them instead.
trends-show-all = Show all look-fors
trends-person = Person
trends-everyone = Everyone
trends-observer = Observed by { $name }
trends-teacher = Lessons of { $name }

# A card: where it is going.
trends-rising = Rising: { $amount } above the first { $period ->
    [week] weeks
    [month] months
   *[term] terms
}
trends-falling = Falling: { $amount } below the first { $period ->
    [week] weeks
    [month] months
   *[term] terms
}
trends-steady = Steady
trends-steady-met = Steady, as expected
trends-steady-close = Steady, close to what is expected
trends-steady-below = Steady, below what is expected
trends-steady-over = Steady, over what is expected
trends-cannot-tell = Can’t tell yet whether it changes
trends-change-between = Between { $down } lower and { $up } higher than in the first { $period ->
    [week] weeks
    [month] months
   *[term] terms
}.
trends-more-filters = More filters
trends-as-of = as of { $time }
trends-too-short = Too few { $period ->
    [week] weeks
    [month] months
   *[term] terms
} to say where it is going
trends-no-visits = No visits yet that could show it
trends-outside-one = { $span } is outside the limits
trends-outside-several = { $n } { $period ->
    [week] weeks
    [month] months
   *[term] terms
} are outside the limits, the last of them { $span }
trends-long-run = { $n } { $period ->
    [week] weeks
    [month] months
   *[term] terms
} in a row on one side of the usual level
trends-few-crossings = Moves in waves: it crosses the usual level { $n ->
    [0] never
    [one] once
   *[other] { $n } times
}, where { $least } or more is normal
trends-week-of = Week of { $date }
trends-the-week-of = the week of { $date }

# A card: what it is drawn from.
trends-limits = Usual level { $level }, with limits from the first { $n } { $period ->
    [week] weeks
    [month] months
   *[term] terms
}.
trends-median = Usual level { $level } (median).
trends-few-points = No limits yet: they need 12 { $period ->
    [week] weeks
    [month] months
   *[term] terms
}, and there are { $n }.
trends-small-counts = No limits: a typical { $period ->
    [week] week
    [month] month
   *[term] term
} has under 5 visits that show it, or under 5 that do not.
trends-no-spread = No limits: nothing moves that they could be taken from.
trends-amount = No limits: they are for shares of visits, and this is an amount.
trends-one-person = One person’s pattern, drawn without limits: look at it together, judge nobody by it.
trends-offer-month = Look at it by month
trends-offer-term = Look at it by term
trends-counts = visits that could show it, by { $period ->
    [week] week
    [month] month
   *[term] term
}
trends-spoken = { $headline }. { $n } { $period ->
    [week] weeks
    [month] months
   *[term] terms
}, from { $first } to { $last }.
trends-spoken-expected = Expected: { $level }.

# A card: its numbers.
trends-numbers = Numbers and pictures
trends-column-span = { $period ->
    [week] Week
    [month] Month
   *[term] Term
}
trends-column-visits = Visits
trends-column-value = Observed
trends-column-low = Lower limit
trends-column-high = Upper limit
trends-column-expected = Expected
trends-save-table = Save table (CSV)
trends-save-svg = Save picture (SVG)
trends-save-png = Save picture (PNG)
