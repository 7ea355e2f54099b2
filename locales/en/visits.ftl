# The list of visits.
visits-title = Visits
visits-start = Start a visit
visits-paper = Enter from paper
visits-search = Search rooms, teachers, observers
visits-observer = Observer
visits-progress = State
visits-progress-finished = Finished
visits-progress-open = Open
visits-progress-waiting = Waiting to sync
visits-count = { $all ->
    [one] 1 visit
   *[other] { $all } visits
}
visits-count-of = { $shown } of { $all ->
    [one] 1 visit
   *[other] { $all } visits
}
visits-chip = { $words } ✕
visits-drill = { $look-for }: { $outcome }
visits-no-time = no time
visits-minutes = { $n } min
visits-by = by { $name }
visits-state-open = Still open
visits-state-waiting = Waiting to sync
visits-state-nothing = Nothing to observe
visits-state-refused = Refused by the server
visits-state-discarded = Discarded
visits-empty-title = No visits yet
visits-empty-text = Start one when you walk into a classroom: it takes two taps and needs no network. It appears here as soon as it begins.
visits-none-title = No visit fits
visits-none-text = Nothing here has all of these words and filters. Take some away, or clear them.

# The published framework.
framework-title = Framework
framework-subtitle = { $title } · version { $version } · in use since { $date }
framework-subtitle-later = { $title } · version { $version } · in use from { $date }
framework-version = Version
framework-version-one = { $version } ({ $date })
framework-print = Print
framework-search = Search look-fors
framework-empty-title = No framework yet
framework-empty-text = The district’s framework arrives with the first sync. Connect this tablet to a network once, and it stays here.
framework-to-sync = Go to sync
framework-none-title = No look-for fits
framework-none-text = No look-for has all of these words in its text, its hint or its levels.
framework-none-all = Show all look-fors
framework-count = { $n ->
    [one] 1 look-for
   *[other] { $n } look-fors
}
framework-count-of = { $shown } of { $n ->
    [one] 1 look-for
   *[other] { $n } look-fors
}
framework-focus = In focus this month
framework-kind = How it is observed
framework-kind-presence = Seen or not seen
framework-kind-count = Each time is tapped; compared as times in 10 watched minutes
framework-kind-duration = A timer runs while it lasts; compared as a share of the time watched
framework-kind-students = { $minutes ->
    [one] Every minute: how many students are not doing it
   *[other] Every { $minutes } minutes: how many students are not doing it
}
framework-kind-moment = { $minutes ->
    [one] Every minute: is it happening at this moment?
   *[other] Every { $minutes } minutes: is it happening at this moment?
}
framework-kind-rating = One of { $n } levels
framework-level = { $number }. { $name }
framework-level-shown = { $number }. { $name } – counts as shown from here
framework-autonomy = Kind
framework-autonomy-fixed = Non-negotiable: expected in every school as it stands
framework-autonomy-open = Adaptable: schools may adapt it
framework-segments = Judged in
framework-segment-all = The whole lesson
framework-segment-opening = the opening
framework-segment-middle = the middle
framework-segment-closing = the closing
framework-expected = Expected here
framework-expected-elsewhere = Other expectations
framework-expected-none = Nothing yet
framework-expected-at = { $level } ({ $place })
framework-expected-at-since = { $level } ({ $place }, from { $date })
framework-expected-at-school = { $school }: { $level } ({ $place })
