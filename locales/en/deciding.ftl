# What is watched just now, and what everyone is held against.
focus-link = Focus and rules
focus-title = Focus and rules
focus-subtitle = What observers look at first just now, and what everyone is held against
focus-offline = What you choose here holds for others, so it is stored with a connection.
focus-not-allowed = Somebody else chooses what is in focus
focus-not-allowed-text = “Who decides” says who sets the priorities of your school.
focus-no-framework = There is no framework yet to choose from.
focus-area = For whom
focus-district = The whole district
focus-of = In focus: { $name }
focus-count = { $n } of at most { $most }, in the order in which the recorder has them
focus-none = Nothing is chosen. The recorder has every look-for under “Also saw”.
focus-around = Nothing of its own is chosen, so it watches what holds around it: { $names }.
focus-gone = A look-for that is no longer in the framework
focus-ended = This ended on { $date }. Until somebody chooses again, what holds around it is watched.
focus-until = Until
focus-until-hint = The last day. Leave it empty to watch these until somebody chooses again.
focus-until-wrong = Choose today or a later day, or leave it empty.
focus-keep = Store this focus
focus-failed = Nothing was changed
focus-done = Stored
focus-done-text = Tablets take it at their next sync. A visit that is being recorded at this moment is not disturbed.
focus-changed = Somebody else has changed it meanwhile. It is shown here as it is now once it has arrived; choose again.
focus-no-area = There is no such school or network any more.
focus-no-look-for = One of these look-fors is in no published version of the framework.
focus-too-many = At most eight different look-fors can be in focus.
focus-range = One of these numbers is out of its range.
rules-title = What everyone is held against
rules-margin = Closeness margin
rules-points = { $n ->
    [one] 1 point
   *[other] { $n } points
}
rules-margin-less = A smaller margin
rules-margin-more = A larger margin
rules-margin-hint = A share that may lie this far below what is expected, and no further, reads “close”.
rules-minimum = Least visits
rules-minimum-less = Fewer visits
rules-minimum-more = More visits
rules-minimum-hint = With fewer visits in which a look-for was looked at, Compare says “too few visits” instead of a standing.
rules-week = Visits expected of each school in a week
rules-week-none = None
rules-week-less = One visit a week less
rules-week-more = One visit a week more
rules-keep = Store these rules
