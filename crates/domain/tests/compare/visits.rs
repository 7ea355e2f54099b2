//! Which visits count, and as what.

use std::collections::{BTreeMap, BTreeSet};

use domain::compare::{Drill, Flagged, MoreShownThanLooked, Selection, Sources, Tally};
use domain::coverage::visits_between;
use domain::fact::Fact;
use domain::framework::Autonomy;
use domain::id::VisitId;
use domain::time::{Millis, UtcOffset};
use domain::visit::{Begin, Context, Flag, Outcome, Seat, Source, Visit};

use crate::made::{FIRST_DAY, Seen, TODAY, World, framework, room, row, version};

fn finished() -> Visit {
    Visit {
        id: VisitId::default(),
        begin: Begin {
            school: "north".into(),
            framework: version(1),
            observer: "observer".into(),
            at: Millis(0),
            date: FIRST_DAY,
            offset: UtcOffset(0),
            source: Source::Live,
        },
        context: Some(Context {
            classroom: room(0),
            lead: None,
            others: vec![],
            grade: None,
            subject: None,
            groups: vec![],
        }),
        answers: BTreeMap::new(),
        taps: BTreeMap::new(),
        runs: BTreeMap::new(),
        snapshots: BTreeMap::new(),
        notes: vec![],
        segments: vec![],
        flags: BTreeSet::new(),
        present: None,
        pauses: vec![],
        nothing: false,
        finished: Some(Millis(480_000)),
        discarded: false,
        strength: String::new(),
        question: String::new(),
        seat: Seat::default(),
        rivals: vec![],
    }
}

#[test]
fn only_a_finished_visit_that_was_not_discarded_becomes_a_fact() {
    let open = Visit { finished: None, ..finished() };
    let discarded = Visit { discarded: true, ..finished() };
    assert!(Fact::of(&finished(), &framework()).is_some());
    assert_eq!(Fact::of(&open, &framework()), None);
    assert_eq!(Fact::of(&discarded, &framework()), None);
}

#[test]
fn a_blank_is_never_counted_as_not_shown() {
    let blank = Seen { outcomes: vec![Outcome::Blank; 5], ..Seen::default() };
    let comparison = World::with([Seen::default(), blank]).whole();
    let tally = row(&comparison, "goal").tally;
    assert_eq!((tally.shown(), tally.looked(), tally.blank()), (1, 1, 1));
}

#[test]
fn every_outcome_has_its_own_count() {
    let ending = |outcome| Seen { outcomes: vec![outcome; 5], ..Seen::default() };
    let comparison = World::with(
        [Outcome::Shown, Outcome::NotShown, Outcome::NotApplicable, Outcome::CouldNotJudge, Outcome::Blank].map(ending),
    )
    .whole();
    let tally = row(&comparison, "depth").tally;
    let counts = (tally.shown(), tally.looked(), tally.not_applicable(), tally.could_not_judge());
    assert_eq!((counts, tally.blank()), ((1, 2, 1, 1), 1));
}

#[test]
fn a_tally_that_was_shown_more_often_than_looked_at_cannot_be_made_or_read() {
    assert_eq!(Tally::new(3, 2), Err(MoreShownThanLooked { shown: 3, looked: 2 }));
    let written = r#"{"shown":3,"looked":2,"blank":0,"not_applicable":0,"could_not_judge":0}"#;
    assert!(serde_json::from_str::<Tally>(written).is_err());
    assert_eq!(Tally::default().share(), None);
}

#[test]
fn both_ends_of_a_selection_belong_to_it() {
    let world = World::with([0, 1, 2, 3].map(|day| Seen { day, ..Seen::default() }));
    let day = |number| Some(FIRST_DAY.plus_days(number));
    let selection = Selection { from: day(1), to: day(2), ..Selection::default() };
    assert_eq!(world.compare(&selection).visits, 2);
    assert_eq!(world.compare(&selection).dates, day(1).zip(day(2)));
}

#[test]
fn flagged_visits_count_are_left_out_or_stand_alone() {
    let with = |flags: Vec<Flag>| Seen { flags, ..Seen::default() };
    let world = World::with([with(vec![]), with(vec![Flag::Substitute]), with(vec![Flag::Test, Flag::Substitute])]);
    let visits = |flagged| world.compare(&Selection { flagged, ..Selection::default() }).visits;
    assert_eq!(visits(Flagged::Count), 3);
    assert_eq!(visits(Flagged::LeaveOut), 1);
    assert_eq!(visits(Flagged::Only(Flag::Test)), 1);
    assert_eq!(visits(Flagged::Only(Flag::Substitute)), 2);
}

#[test]
fn paper_and_imported_records_can_be_left_out_one_by_one() {
    let from = |source| Seen { source, ..Seen::default() };
    let world = World::with([Source::Live, Source::Paper, Source::Imported].map(from));
    let visits = |paper, imported| {
        let sources = Sources { paper, imported };
        world.compare(&Selection { sources, ..Selection::default() }).visits
    };
    assert_eq!((visits(true, true), visits(false, true), visits(false, false)), (3, 2, 1));
}

#[test]
fn a_calibration_visit_counts_nowhere_and_can_be_found() {
    let from = |source| Seen { source, ..Seen::default() };
    let world = World::with([Source::Live, Source::Calibration].map(from));
    assert_eq!(world.whole().visits, 1);
    let ground = world.ground();
    let packs = || ground.packs.iter();
    assert_eq!(packs().map(|pack| pack.len()).sum::<usize>(), 1);
    assert_eq!(packs().flat_map(|pack| pack.calibrations()).count(), 1);
    let whole_year = (FIRST_DAY, FIRST_DAY.plus_days(200));
    assert_eq!(visits_between(packs().copied(), None, whole_year), 1);
}

#[test]
fn strand_and_autonomy_choose_look_fors_and_leave_the_visits_alone() {
    let world = World::with([Seen::default()]);
    let names = |selection: Selection| {
        let comparison = world.compare(&selection);
        assert_eq!(comparison.visits, 1);
        comparison.rows.iter().map(|row| row.look_for.short.clone()).collect::<Vec<_>>()
    };
    let learning = Selection { strand: Some("learning".into()), ..Selection::default() };
    assert_eq!(names(learning.clone()), ["task", "depth"]);
    let autonomy = Some(Autonomy::NonNegotiable);
    assert_eq!(names(Selection { autonomy, ..Selection::default() }), ["goal", "task"]);
    assert_eq!(names(Selection { autonomy, ..learning }), ["task"]);
}

#[test]
fn a_drill_down_finds_the_visits_behind_a_number() {
    let mut world = World::new();
    world.see(Seen::default());
    let missed = world.see(Seen { outcomes: vec![Outcome::NotShown; 5], ..Seen::default() });
    world.see(Seen { nothing: true, ..Seen::default() });
    let whole = world.whole();
    let goal = row(&whole, "goal");
    let down = |outcome| Selection { drill: Some(goal.drill(outcome)), ..Selection::default() };
    assert_eq!(world.select(&down(Some(Outcome::NotShown))), [missed]);
    assert_eq!(world.select(&down(None)).len(), 2);
    assert_eq!(world.select(&down(Some(Outcome::Blank))), []);
}

#[test]
fn a_drill_down_into_a_look_for_that_nobody_has_finds_nothing() {
    let world = World::with([Seen::default()]);
    let drill = Drill { look_for: "gone".into(), version: None, outcome: None };
    assert_eq!(world.select(&Selection { drill: Some(drill), ..Selection::default() }), []);
}

#[test]
fn a_pack_counts_nowhere_until_its_framework_arrives() {
    let mut world = World::with([Seen::default(), Seen { version: 2, ..Seen::default() }]);
    assert_eq!((world.whole().visits, world.select(&Selection::default()).len()), (1, 1));
    world.frameworks.insert(version(2), framework());
    assert_eq!(world.whole().visits, 2);
}

#[test]
fn the_week_runs_from_monday_to_the_day_itself_and_never_widens_a_selection() {
    let friday = TODAY;
    let monday = domain::time::date(2026, 11, 16);
    let week = Selection::default().in_week_of(friday);
    assert_eq!((week.from, week.to), (Some(monday), Some(friday)));
    let since = Selection { from: Some(friday), ..Selection::default() };
    assert_eq!(since.in_week_of(friday).from, Some(friday));
}

#[test]
fn an_empty_object_reads_as_the_selection_of_everything() {
    assert_eq!(serde_json::from_str::<Selection>("{}").unwrap(), Selection::default());
}
