# Calibration: lessons that several observers recorded, and how far they agree.
calibration-title = Calibration
calibration-link = Calibration
calibration-record = Record together
calibration-record-hint = Watch the same lesson, or the same video, and see where you agree. It counts nowhere else.
calibration-seat = Your seat in the session
calibration-code = Session code
calibration-code-hint = The same for everyone who records this lesson. Without one, records of the same room at the same time are put together.
calibration-code-wrong = A code has four to eight letters or digits.
calibration-watcher = Who watches, if not you
calibration-watcher-hint = Two observers can take turns on one tablet: the second one types their name.
calibration-video = We watch a video
calibration-compared = Counts and durations are compared over the { $n ->
    [one] one minute
   *[other] { $n } minutes
} that everyone watched.
calibration-compared-nothing = You watched less than three minutes together, so counts and durations are not compared.
calibration-compared-video = It was a video: minutes count from where each of you began.
calibration-versions = The records follow different versions of the framework. Not compared among all of them: { $look-fors }.
calibration-recording = calibration { $code }
calibration-recording-plain = calibration
calibration-code-make = Make a code
calibration-to-session = To the session
calibration-sessions = Sessions
calibration-session = Session
calibration-observers = { $n ->
    [one] 1 observer
   *[other] { $n } observers
}
calibration-waits = waits for another observer
calibration-waits-code = Nobody else has recorded this lesson yet, or their tablet has not synced. The code is { $code }.
calibration-waits-room = Nobody else has recorded this room at this time yet, or their tablet has not synced.
calibration-none = No lesson has been recorded together yet
calibration-none-text = Two observers or more record the same lesson. Then this page says how far they agree, look-for by look-for.
calibration-unread = { $n ->
    [one] One record cannot be read
   *[other] { $n } records cannot be read
}
calibration-unread-text = It is kept on this tablet as it is, and is not compared here. A newer version of the app may be able to read it.
calibration-gone = This session is not here
calibration-gone-text = Its record may not be finished, may have been discarded, or may not have been synced to this tablet.
calibration-aside = Two records have the same name
calibration-aside-text = The first one counts, the later one is left aside. If somebody else watched, write their name into that record below; if it was recorded twice, discard one of the two.
calibration-agreement = How far you agree
calibration-lessons = { $n ->
    [one] lesson recorded together
   *[other] lessons recorded together
}
calibration-agree = Two observers put down the same in { $share } of { $n } yes-or-no answers.
calibration-beats-chance = Two observers put down the same in { $share } of { $n } yes-or-no answers: more than chance would.
calibration-may-be-chance = Two observers put down the same in { $share } of { $n } yes-or-no answers: that may be chance.
calibration-except = Talk about these first: { $look-fors }.
calibration-remark = Kappa is low here only because nearly everyone saw the same thing; the observers do agree.
calibration-each = Look-for by look-for
calibration-figures = Every coefficient
calibration-figures-note = Each with its 95 % interval. A unit is a lesson; for snapshots, one prompt. Look-fors and prompts of one lesson hang together, so where there are two lessons or more the interval is over lessons (jackknife); with one lesson, and for ICC, they are taken as independent, and the interval is too narrow rather than too wide. A dash: it does not fit what was recorded.
calibration-together = All yes-or-no look-fors
calibration-look-for = Look-for
calibration-agree-column = Agreement
calibration-pairs = Compared
calibration-parted = Parted
calibration-same = the same
calibration-not-same = not the same
calibration-within = { $share }, { $tolerance }
calibration-tolerance-taps = { $n ->
    [one] give or take 1 tap
   *[other] give or take { $n } taps
}
calibration-tolerance-seconds = give or take { $n } seconds
calibration-tolerance-points = give or take { $n } points
calibration-range = { $low }–{ $high } %
calibration-percent = agreement
calibration-kappa-linear = Cohen κ, linear
calibration-kappa-quadratic = Cohen κ, quadratic
calibration-alpha-nominal = α, nominal
calibration-alpha-ordinal = α, ordinal
calibration-alpha-interval = α, interval
calibration-alpha-ratio = α, ratio
calibration-why-no-values = Everything was left blank.
calibration-why-one-observer = It takes two observers to agree.
calibration-why-no-overlap = No two observers answered this in the same lesson.
calibration-why-more-than-two = This one is for two observers.
calibration-why-not-numbers = This one is for numbers.
calibration-why-not-whole = This one is for whole numbers.
calibration-why-too-many = This one is for categories, not for amounts.
calibration-why-negative = This one is for amounts from 0 upwards.
calibration-why-incomplete = This one needs two lessons that every observer answered.
calibration-why-no-variation = Everyone always put down the same value, so chance cannot be told from agreement.
calibration-why-one-unit = This one needs a second lesson.
calibration-why-extreme = The numbers are too far apart to compute with.
calibration-points = To talk about
calibration-no-points = Nothing to talk about: you put down the same, give or take a tap or a few seconds.
calibration-whole-lesson = Over the whole lesson
calibration-by-minute = Minute by minute
calibration-minute = Minute { $n }
calibration-note = { $name }, minute { $minute }: “{ $note }”
calibration-taps = { $n ->
    [one] 1 tap
   *[other] { $n } taps
}
calibration-seconds = { $n } s
calibration-snapshots = { $n ->
    [one] 1 snapshot
   *[other] { $n } snapshots
}
calibration-missed = missed
calibration-students = { $doing } of { $present } students
calibration-side-by-side = Side by side
calibration-own = Put right your record of { $time }
calibration-own-keep = Keep this
calibration-leniency = Beside others in the same rooms
calibration-more-often = Look-fors are found shown { $n ->
    [one] 1 point
   *[other] { $n } points
} more often than when others visit the same rooms (between { $low } and { $high }).
calibration-less-often = Look-fors are found shown { $n ->
    [one] 1 point
   *[other] { $n } points
} less often than when others visit the same rooms (between { $low } and { $high }).
calibration-as-often = No clear difference from others in the same rooms: { $n ->
    [one] 1 point
   *[other] { $n } points
} apart (between { $low } and { $high }).
calibration-shared-rooms = From { $visits ->
    [one] 1 visit
   *[other] { $visits } visits
}; others visited { $rooms ->
    [one] 1 of these rooms
   *[other] { $rooms } of these rooms
} too.
calibration-no-shared-rooms = Too few rooms were visited both by this observer and by others: { $rooms } so far, and it takes five.
calibration-since = Since { $date }:
calibration-drift-up = { $n ->
    [one] 1 point
   *[other] { $n } points
} more often than before (between { $low } and { $high }).
calibration-drift-down = { $n ->
    [one] 1 point
   *[other] { $n } points
} less often than before (between { $low } and { $high }).
calibration-no-drift = no clear change ({ $n ->
    [one] 1 point
   *[other] { $n } points
}, between { $low } and { $high }).
calibration-leniency-note = Seen only by the observer and by administrators. It says nothing about who is right.
