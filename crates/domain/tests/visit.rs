//! How a visit reads: outcomes of all five kinds, watched time, timers and pauses.

#![expect(clippy::unwrap_used, reason = "a test that cannot set its scene should fail loudly")]

use domain::device::{Author, preview};
use domain::framework::{Ask, Autonomy, Kind, Level, LookFor, Segment};
use domain::id::{ReplicaId, VisitId};
use domain::merge::VisitState;
use domain::stream::Stream;
use domain::time::{MINUTE, Millis, UtcOffset, local};
use domain::visit::{Act, Amount, Answer, Begin, Context, Outcome, Place, Snapshot, Source, Visit};

struct Book {
    state: VisitState,
    next: u8,
}

impl Book {
    fn begin() -> Self {
        let mut book = Self { state: VisitState::default(), next: 0 };
        let begin = Begin {
            school: "cedar".into(),
            observer: "okafor".into(),
            framework: domain::id::DocumentHash::default(),
            at: at(0),
            date: local(at(0), UtcOffset(0)).0,
            offset: UtcOffset(0),
            source: Source::Live,
        };
        let context = Context {
            classroom: Place::Known("204".into()),
            lead: None,
            others: vec![],
            grade: None,
            subject: None,
            groups: vec![],
        };
        let intents = Act::begin(begin, context, Segment::Middle, || book.fresh());
        book.keep(at(0), &intents);
        book
    }

    fn fresh(&mut self) -> [u8; 16] {
        self.next += 1;
        [self.next; 16]
    }

    fn keep(&mut self, now: Millis, intents: &[domain::device::Intent]) {
        let author = Author { account: "okafor".into(), fresh: ReplicaId::from(self.fresh()) };
        let stream = Stream::School("cedar".into());
        self.state = preview(&self.state, &author, &stream, id(), now, intents).0;
    }

    fn act(&mut self, minute: i64, act: Act) -> &mut Self {
        let visit = self.read();
        let intents = act.intents(&visit, at(minute), || self.fresh());
        self.keep(at(minute), &intents);
        self
    }

    fn read(&self) -> Visit {
        Visit::read(id(), &self.state).unwrap()
    }
}

fn id() -> VisitId {
    VisitId::from([200; 16])
}

fn at(minute: i64) -> Millis {
    Millis(1_794_322_800_000 + minute * MINUTE)
}

fn look_for(kind: Kind) -> LookFor {
    LookFor {
        id: "it".into(),
        text: String::new(),
        short: String::new(),
        hint: None,
        kind,
        autonomy: Autonomy::Adaptable,
        segments: vec![],
        examples: Vec::new(),
        succeeds: None,
    }
}

fn rating() -> Kind {
    let level = |name: &str| Level { name: name.into(), descriptor: String::new() };
    Kind::Rating { levels: vec![level("recall"), level("apply"), level("create")], shown_from: 2 }
}

#[test]
fn a_blank_is_never_counted_as_not_shown() {
    let visit = Book::begin().read();
    let interval = Kind::Interval { every_minutes: 2, ask: Ask::NotDoing };
    for kind in [Kind::Presence, Kind::Count, Kind::Duration, interval, rating()] {
        let it = look_for(kind);
        assert_eq!((visit.outcome(&it, at(5)), visit.amount(&it, at(5))), (Outcome::Blank, None));
    }
}

#[test]
fn a_rating_is_shown_from_its_level_on() {
    let outcome = |level| {
        let mut book = Book::begin();
        book.act(1, Act::Answer("it".into(), Some(Answer::Level(level))));
        book.read().outcome(&look_for(rating()), at(5))
    };
    assert_eq!((outcome(1), outcome(2), outcome(3)), (Outcome::NotShown, Outcome::Shown, Outcome::Shown));
}

#[test]
fn none_while_i_watched_is_an_amount_of_nothing_over_the_watched_time() {
    let mut book = Book::begin();
    book.act(5, Act::Answer("it".into(), Some(Answer::NotSeen))).act(10, Act::Finish(at(10)));
    let count = look_for(Kind::Count);
    assert_eq!(book.read().outcome(&count, at(10)), Outcome::NotShown);
    assert_eq!(book.read().amount(&count, at(10)), Some(Amount { amount: 0, of: 600 }));
}

#[test]
fn a_tap_after_none_counts_and_its_undo_takes_it_back() {
    let mut book = Book::begin();
    let count = look_for(Kind::Count);
    book.act(5, Act::Answer("it".into(), Some(Answer::NotSeen))).act(6, Act::Tap("it".into()));
    assert_eq!(book.read().outcome(&count, at(10)), Outcome::Shown);
    book.act(7, Act::Untap("it".into()));
    assert_eq!(book.read().outcome(&count, at(10)), Outcome::NotShown);
}

#[test]
fn a_timer_stops_for_a_pause_and_ends_with_the_visit() {
    let mut book = Book::begin();
    let talk = look_for(Kind::Duration);
    book.act(1, Act::StartTimer("it".into())).act(2, Act::Pause).act(4, Act::Resume).act(6, Act::Finish(at(6)));
    let visit = book.read();
    assert_eq!(visit.watched(at(60)), 4 * MINUTE);
    assert_eq!(visit.amount(&talk, at(60)), Some(Amount { amount: 3 * 60, of: 4 * 60 }));
}

#[test]
fn two_tabs_that_start_one_timer_do_not_double_it() {
    let mut book = Book::begin();
    let visit = book.read();
    for minute in [1, 2] {
        // Both tabs saw a timer that did not run.
        let intents = Act::StartTimer("it".into()).intents(&visit, at(minute), || book.fresh());
        book.keep(at(minute), &intents);
    }
    book.act(5, Act::StopTimer("it".into())).act(6, Act::Finish(at(6)));
    assert_eq!(book.read().run_time(&"it".into(), at(6)), 4 * MINUTE);
}

#[test]
fn snapshots_add_students_who_do_it_over_students_present() {
    let mut book = Book::begin();
    for (minute, not_doing) in [(2, 4), (4, 2), (6, 26)] {
        book.act(minute, Act::Snapshot("it".into(), Snapshot::Students { present: 26, not_doing }));
    }
    let kind = Kind::Interval { every_minutes: 2, ask: Ask::NotDoing };
    assert_eq!(book.read().amount(&look_for(kind.clone()), at(7)), Some(Amount { amount: 46, of: 78 }));
    book.act(7, Act::TakeBackSnapshot("it".into()));
    assert_eq!(book.read().amount(&look_for(kind), at(7)), Some(Amount { amount: 46, of: 52 }));
}

#[test]
fn outside_its_segments_a_look_for_is_not_applicable_by_itself_and_an_answer_still_counts() {
    let closing = LookFor { segments: vec![Segment::Closing], ..look_for(Kind::Presence) };
    let mut book = Book::begin();
    assert_eq!(book.read().outcome(&closing, at(1)), Outcome::NotApplicable);
    book.act(2, Act::Answer("it".into(), Some(Answer::Seen)));
    assert_eq!(book.read().outcome(&closing, at(3)), Outcome::Shown);
    let mut later = Book::begin();
    later.act(4, Act::Segment(Segment::Closing));
    assert_eq!(later.read().outcome(&closing, at(5)), Outcome::Blank);
}

#[test]
fn no_rate_is_shown_before_three_watched_minutes() {
    let amount = |of| Amount { amount: 2, of }.rate(&Kind::Count);
    assert_eq!((amount(179), amount(180)), (None, Some(2.0 / 180.0 * 600.0)));
}
