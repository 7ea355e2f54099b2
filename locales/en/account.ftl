# The frame around pages, Today, Sync and storage, Settings, signing in and setting up.
wordmark = Throughline
starting = Reading what is on this tablet

frame-navigation = Main
frame-home = Throughline, to Today
frame-skip = Skip to the page
frame-today = Today
frame-visits = Visits
frame-compare = Compare
frame-framework = Framework
frame-sync = Sync
frame-settings = Settings

frame-not-saved = { $n } not saved
frame-saving = saving …
frame-saved = saved
frame-waiting = { $n } to send
frame-signed-out = signed out
frame-offline = offline
frame-syncing = syncing …
frame-sync-failed = sync failed
frame-synced = synced { $when }
frame-not-synced = never synced

banner-unsaved = { $n ->
    [one] Your last entry is not on this tablet’s disk yet.
   *[other] Your last { $n } entries are not on this tablet’s disk yet.
}
banner-unsaved-safe = Everything before is safe, and these are kept as long as this page stays open. You can go on recording.
banner-unsaved-remedy = Try again; if it fails again, save a copy to a file before you close the page.
banner-full-remedy = The tablet’s storage is full: save a copy to a file, make room on the tablet (photos, videos, other apps), then try again.
banner-save-copy = Save a copy
banner-retry = Try again
banner-signed-out = The server has signed you out.
banner-signed-out-safe = Recording goes on and everything stays on this tablet. Sign in again, and what waits is sent.
banner-sign-in = Sign in again
banner-unreadable = { $n ->
    [one] One thing stored on this tablet cannot be read.
   *[other] { $n } things stored on this tablet cannot be read.
}
banner-unreadable-safe = Nothing was deleted: the data is kept as it is, and the app works without it. Save it to a file and send the file to whoever looks after Throughline in your district.
banner-save-unreadable = Save the unreadable data
banner-clock-fast = This tablet’s clock is { $length } fast.
banner-clock-slow = This tablet’s clock is { $length } slow.
banner-clock-remedy = Visits are kept and counted all the same, with the times this tablet gave them. In the tablet’s settings, let it set date and time automatically, then sync again.
banner-clock-visits = See the visits it touches
banner-update = A new version is ready.
banner-update-safe = Everything you have recorded is kept. It takes a few seconds.
banner-update-safe-open = Your open visit is kept and its timers go on; everything is saved before the page reloads. It takes a few seconds.
banner-take-update = Use the new version
banner-install = Put Throughline on the home screen.
banner-install-first = Put Throughline on the home screen before your first visit.
banner-install-why = A browser may clear a page’s data after a week without use; an installed app keeps it.
banner-install-unsent = { $n ->
    [one] One visit on this page is not sent yet, and the installed app cannot see it: sync first, or save a copy of it, then install.
   *[other] { $n } visits on this page are not sent yet, and the installed app cannot see them: sync first, or save a copy of them, then install.
}
banner-install-how = How to install it
banner-install-now = Install
banner-dismiss = Not now

no-storage-happened = This browser gives Throughline no place to keep your visits.
no-storage-safe = Nothing has been recorded, so nothing is lost.
no-storage-remedy = Private windows often have no storage: open Throughline in an ordinary window. If it is one already, allow this address to store data in the browser’s settings, then load the page again.

not-found-title = There is no such page
not-found-what = The address may be mistyped, or the visit behind it may not be on this tablet. Nothing you have recorded is affected.
not-found-today = Go to Today
not-found-visits = Look through the visits

sign-in-title = Sign in to Throughline
sign-in-first = You need the network for this once. After that, everything works without it for as long as it takes.
sign-in-again = The server has ended your session. Sign in again to sync; what you have recorded is safe on this tablet.
sign-in-offline = There is no network at the moment. The first sign-in on a tablet needs it; from then on you record, look up and compare without it.
sign-in-email = Email
sign-in-passphrase = Passphrase
sign-in-show = Show the passphrase
sign-in-go = Sign in
sign-in-waits = Signing in …
sign-in-unreachable = The server does not answer. Check the tablet’s network and try again; a first sign-in needs it.
sign-in-fault = The server has a problem of its own. Your email and passphrase may well be right: try again in a few minutes.

setup-title = Set up your district
setup-introduction = This Throughline server is empty. You become its first administrator, and this link then stops working.
setup-district = The district’s name
setup-name = Your name
setup-name-hint = As colleagues know you.
setup-email = Your email
setup-email-wrong = This is not an email address: it needs an @.
setup-passphrase = A passphrase
setup-passphrase-hint = At least { $n } characters. A few words in a row are easy to remember and hard to guess.
setup-passphrase-short = This passphrase is too short.
setup-go = Set up the district
setup-waits = Setting up …
setup-used = This link has been used, replaced, or is more than a week old. If you have used it yourself, sign in. Otherwise, start the server again and use the link that it prints.
setup-sign-in = Sign in instead
setup-refused = The server could not use what you entered. Check the names and the email and try again.
setup-unreachable = The server does not answer. Nothing was set up: check the network and try again.

failure-unreachable = The server does not answer. Everything is safe on this tablet and is sent as soon as the server can be reached.
failure-garbled = Something answered that is not Throughline’s server: often the sign-in page of the building’s network. Open any other website to get past it, then try again.
failure-slow-down = Too many tries. Wait { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
} and try again.
failure-busy = The server is busy at the moment. Everything is safe on this tablet; it is tried again shortly.
failure-signed-out = The server has ended your session. Everything is safe on this tablet; sign in again and it is sent.
failure-wrong-passphrase = Email and passphrase do not go together. Check both; capitals count in the passphrase.
failure-not-allowed = The server does not allow this for your account. What you have recorded is safe on this tablet; ask your district’s administrator.
failure-rewound = The server was restored from a backup. Nothing on this tablet is lost: it sends its own work again by itself.
failure-wrong-origin = This page was opened under an address that the server does not know. Open Throughline from the address your district gave you.
failure-fault = The server has a problem of its own. Everything is safe on this tablet, and it is tried again by itself.
failure-versions = This app and the server do not understand each other; one of them is older. Everything is safe on this tablet. Load the page again to get the newest version.

today-title = Today
today-date = { $weekday }, { $date }
today-schools = { $n ->
    [one] one school
   *[other] { $n } schools
}
today-start = Start a visit
today-open = { $n ->
    [one] A visit is still open
   *[other] { $n } visits are still open
}
today-unnamed-room = A room without a name
today-no-lead = No teacher named
today-open-since = { $lead } · started { $time }
today-watched = Watched { $time }
today-watched-paused = Paused · watched { $time }
today-continue = Continue
today-finish-at = End it at its last mark, { $time }
today-figures = At a glance
today-visits-this-week = { $n ->
    [one] visit of yours this week
   *[other] visits of yours this week
}
today-visits-by-all = { $n } with your colleagues’
today-classrooms = of { $n ->
    [one] one classroom
   *[other] { $n } classrooms
} visited
today-waiting = { $n ->
    [one] visit waits to be sent
   *[other] visits wait to be sent
}
today-waiting-since = the oldest since { $when }
today-last-sync = last synced { $when }
today-rooms = Not visited for longest
today-all-rooms = All classrooms
today-start-here = Start here
today-start-in = Start here: { $room }
today-never-visited = Not visited yet
today-last-visited = { $days ->
    [0] Last visited today
    [one] Last visited yesterday
   *[other] Last visited { $days } days ago, { $date }
}
today-arriving = { $done } of { $all } visits have arrived
today-arriving-safe = This happens once. You can close the app: it goes on where it stopped.
today-asking = Asking the server what there is
today-first-title = Your school’s classrooms and framework are not on this tablet yet
today-first-offline = There is no network. Connect once, and they come by themselves; from then on everything works without it.
today-first-waits = They come with the first sync.
today-district-title = No school’s visits are kept on this tablet
today-district-text = You see the whole district, and the server answers for it: compare what was observed with what is expected, by school, grade and subject.
today-compare = Compare
today-framework = Read the framework
today-no-framework-title = Your district has not published a framework yet
today-no-framework-text = Visits are recorded against the framework’s look-fors. As soon as an administrator publishes it, it arrives with the next sync.
today-no-roster-title = Your school has no classrooms on its roster yet
today-no-roster-text = You can start a visit all the same and describe the room; it is matched later, once an administrator has published the roster.

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

sync-title = Sync and storage
sync-subtitle = Where your work is, and whether it is safe
sync-ledger = Your work
sync-verdict-unsaved = { $n ->
    [one] One entry is not saved on this tablet yet.
   *[other] { $n } entries are not saved on this tablet yet.
}
sync-verdict-waiting = { $n ->
    [one] One visit is saved on this tablet and waits to be sent.
   *[other] { $n } visits are saved on this tablet and wait to be sent.
}
sync-verdict-nothing = Nothing has been recorded on this tablet yet.
sync-verdict-differs = The server counts something else than this tablet. Nothing is lost here; sync again, and if it stays so, save a copy and tell your district’s administrator.
sync-verdict-all = Everything on this tablet is on the server.
sync-verdict-refused = { $n ->
    [one] Everything on this tablet is on the server, except one entry that it refused.
   *[other] Everything on this tablet is on the server, except { $n } entries that it refused.
}
sync-recorded = Entries recorded here
sync-waiting = Waiting to be sent
sync-waiting-value = { $edits } { $visits ->
    [0] { "" }
    [one] in one visit
   *[other] in { $visits } visits
}
sync-acknowledged = Acknowledged by the server
sync-refused = Refused by the server
sync-on-server = The server says it has
sync-not-heard = not heard yet
sync-fingerprint = Fingerprint of what was acknowledged
sync-fingerprint-server = The server’s fingerprint
sync-last = Last sync
sync-never = never
sync-now = Sync now
sync-running = Syncing …
sync-sending = Sending: { $done } of { $all } entries are on the server
sync-stopped = The last sync stopped.
sync-offline = There is no network. Everything is safe on this tablet and is sent by itself when the network returns.
sync-next-seconds = Next try in { $n ->
    [one] one second
   *[other] { $n } seconds
}.
sync-next-minutes = Next try in { $n ->
    [one] one minute
   *[other] { $n } minutes
}.

clock-dates = Weeks and terms are counted by a visit’s date. These dates are wrong if the clock was already wrong when the visit was recorded:
clock-correct = Change the date to { $date }

storage-title = Storage on this tablet
storage-full = The tablet’s storage is full.
storage-kept = The browser keeps this data until you remove it.
storage-installed = The app is installed: the tablet keeps its data.
storage-may-be-cleared = The browser may clear this data when room is short.
storage-unknown = This browser does not say whether it keeps the data. Install the app, and it does.
storage-ask = Ask the browser to keep it
storage-used = Used
storage-left = Left
storage-not-said = the browser does not say
storage-megabytes = { $n } MB
storage-gigabytes = { $n } GB
storage-little-room = There is little room left. Remove photos, videos or apps you do not need; Throughline’s visits are small.

copies-title = A copy for safe keeping
copies-why = A file with everything that is not on the server yet. Load it on this tablet, or on any other where you sign in, and nothing is counted twice.
copies-save = Save a copy
copies-load = Load a copy
copies-not-a-copy = This file is not a copy from Throughline, or it belongs to another account. Nothing was changed.
copies-all-here = { $n ->
    [one] The one entry in this copy was here already. Nothing was changed.
   *[other] All { $n } entries in this copy were here already. Nothing was changed.
}
copies-loaded = { $n ->
    [one] One entry came back
   *[other] { $n } entries came back
}; { $known ->
    [0] none was here already.
    [one] one was here already.
   *[other] { $known } were here already.
}

refused-title = { $n ->
    [one] The server refused one entry
   *[other] The server refused { $n } entries
}
refused-what = They stay on this tablet, marked in their visits, and are left out of every count. The rest of your work is not held up by them.
refused-no-visit = No visit
refused-visit-name = { $room }, { $date }
refused-malformed = The server could not read it
refused-not-assigned = You were not assigned to that school when it was recorded
refused-not-yours = The visit is somebody else’s
refused-not-author = It names another author
refused-wrong-stream = The visit belongs to another school
refused-save = Save them to a file
refused-none = Nothing is refused any more
refused-why-when = { $why } · refused { $when }
refused-again = Send again
refused-again-spoken = Send again: { $entry }
refused-save-one = Save
refused-save-spoken = Save to a file: { $entry }
refused-take-back = Take back
refused-take-back-spoken = Take back: { $entry }
refused-take-back-what = It is then gone from this tablet for good, and the visit is what it is on the server. Save it to a file first if you may need it.
refused-keep = Keep it
refused-sent-again = It goes out with the next sync. If the server refuses it again, it comes back here.
refused-taken-back = It is taken back. The next sync brings what the server has in its place.

entry-set = { $field }: { $value }
entry-mark = { $what }, { $at }
entry-void = Something was taken back
entry-unknown = Something that a newer version of the app wrote
entry-unreadable = Something that cannot be read
entry-tap = One more: { $look-for }
entry-timer-start = Timer begun: { $look-for }
entry-timer-stop = Timer stopped
entry-pause = Pause begun
entry-resume = Pause ended

install-title = The app on this tablet
install-done = Throughline is installed on this tablet.
install-why = Installed, it opens from the home screen without a network, and the tablet keeps its data.
install-latest = You are using the newest version that this tablet has heard of.
install-ipad = iPad and iPhone, in Safari
install-ipad-how = Share, then Add to Home Screen
install-android = Android, in Chrome
install-android-how = ⋮, then Add to Home screen
install-chromebook = Chromebook and Windows
install-chromebook-how = The install sign at the right of the address bar

account-title = Signed in
account-name = Name
account-email = Email
account-role = Role
account-schools = Schools
account-whole-district = the whole district
account-sign-out = Sign out
account-stay = Stay signed in
account-sign-out-plain = Everything you have recorded is on the server. Signing in again needs the network.
account-sign-out-unsent = { $n ->
    [one] One visit is not sent yet.
   *[other] { $n } visits are not sent yet.
} It stays on this tablet for { $name }, nobody else can see it, and it is sent after { $name } has signed in here again. Signing in needs the network.
role-administrator = District administrator
role-principal = Principal
role-coach = Coach
role-observer = Observer

settings-title = Settings
settings-subtitle = On this tablet, for everyone who uses it
settings-looks = How it looks
settings-language = Language
settings-theme = Colours
settings-theme-system = As the tablet
settings-theme-light = Light
settings-theme-dark = Dark
settings-size = Text size
settings-size-normal = Normal
settings-size-large = Large
settings-size-larger = Larger
settings-recording = While you record
settings-hand = Timers and counters near
settings-hand-left = Left hand
settings-hand-right = Right hand
settings-quiet = Quiet screen
settings-quiet-hint = Starts each visit with the teacher’s name and your notes hidden.
settings-district = The district
settings-phrases = Your phrases for notes
settings-phrases-label = One phrase a line
settings-phrases-hint = They stand beside the note while you record; a tap puts one in. Only you see this list.
settings-phrases-keep = Keep these phrases
settings-phrases-kept = { $n ->
    [0] No phrases yet
    [one] One phrase kept
   *[other] { $n } phrases kept
}
settings-phrases-changed = Changed, not kept yet
