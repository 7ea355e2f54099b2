//! The made-up district is the same everywhere, well formed, and believable.

use std::collections::{BTreeMap, BTreeSet};

use domain::district::{MOST_FOCUS, Published};
use domain::edit::{Body, Edit};
use domain::framework::{Autonomy, Kind};
use domain::id::{AccountId, Bits128, VisitId};
use domain::merge::VisitState;
use domain::permission::Role;
use domain::time::date;
use domain::visit::{Source, Visit};
use sample::{DEMO_SEED, Sample, Size, district};

/// What seed 1 makes, as a hash. It changes only when the sample is changed on purpose.
const TINY: &str = "2329039845b98e1b0e3e00c0569d1b8a";
/// The same of so many visits that lessons are recorded together beside them.
const TOGETHER: &str = "2f23e5dcadc5db699c39b99101701192";

fn hash_of(sample: &Sample) -> Bits128 {
    let documents = [Published::District(sample.district.clone())]
        .into_iter()
        .chain(sample.frameworks.iter().cloned().map(Published::Framework))
        .chain(sample.rosters.iter().cloned().map(Published::Roster))
        .flat_map(|published| published.write())
        .map(|document| document.text);
    let edits = sample.edits().into_iter().map(|(edit, received)| format!("{} {}", edit.text(), received.0));
    let lines: Vec<String> = documents.chain(edits).collect();
    Bits128::hash(&lines.iter().map(String::as_bytes).collect::<Vec<_>>())
}

fn folded(sample: &Sample) -> BTreeMap<VisitId, VisitState> {
    let mut states: BTreeMap<VisitId, VisitState> = BTreeMap::new();
    for (edit, received) in sample.edits() {
        states.entry(edit.visit().unwrap_or_default()).or_default().apply(&edit, Some(received));
    }
    states
}

#[test]
fn a_seed_and_a_size_give_the_same_bytes_on_every_machine() {
    assert_eq!(hash_of(&district(1, Size::tiny())).to_string(), TINY);
    assert_eq!(hash_of(&district(1, Size { visits: 300, ..Size::tiny() })).to_string(), TOGETHER);
}

#[test]
fn another_seed_gives_another_district() {
    assert_ne!(hash_of(&district(1, Size::tiny())), hash_of(&district(2, Size::tiny())));
}

#[test]
fn every_edit_is_well_formed_and_numbered_without_gaps() {
    let mut written: BTreeMap<AccountId, u64> = BTreeMap::new();
    for (edit, received) in district(DEMO_SEED, Size::demo()).visits().flatten() {
        assert_eq!(Edit::read(edit.text()), Ok(edit.clone()));
        assert!(matches!(edit.body(), Body::Visit(..)));
        assert!(received >= edit.stamp().wall, "received before it was written");
        let last = written.entry(edit.author().clone()).or_default();
        *last += 1;
        assert_eq!(edit.id().seq, *last);
    }
}

#[test]
fn the_edits_fold_to_the_visit_that_was_made_up() {
    let sample = district(3, Size { visits: 300, ..Size::tiny() });
    let states = folded(&sample);
    for made_up in sample.made_up() {
        assert_eq!(Visit::read(made_up.id, &states[&made_up.id]), Some(made_up));
    }
}

#[test]
fn the_framework_can_be_published_and_uses_everything_there_is() {
    let sample = district(1, Size::tiny());
    let framework = &sample.frameworks[0];
    assert_eq!(framework.check(), Ok(()));
    assert_eq!((framework.strands.len(), framework.look_fors().count()), (5, 24));
    let kinds = |ids: &BTreeSet<_>| {
        let of = framework.look_fors().filter(|look_for| ids.contains(&look_for.id));
        of.map(|look_for| std::mem::discriminant(&look_for.kind)).collect::<Vec<_>>()
    };
    let focus: BTreeSet<_> = sample.district.focus.iter().cloned().collect();
    assert!(focus.len() <= MOST_FOCUS);
    for kind in [Kind::Presence, Kind::Count, Kind::Duration] {
        assert!(kinds(&focus).contains(&std::mem::discriminant(&kind)));
    }
    let shown = |kind: &Kind| matches!(kind, Kind::Interval { .. } | Kind::Rating { .. });
    assert_eq!(
        framework.look_fors().filter(|look_for| focus.contains(&look_for.id) && shown(&look_for.kind)).count(),
        2
    );
    for look_for in framework.look_fors() {
        assert!(look_for.short.chars().count() <= 14, "{}", look_for.short);
        let expected = sample.district.expectations.iter().any(|expectation| expectation.look_for == look_for.id);
        assert!(expected || look_for.autonomy == Autonomy::Adaptable, "{:?}", look_for.id);
    }
}

#[test]
fn every_finished_visit_that_counts_has_a_fact() {
    let sample = district(DEMO_SEED, Size::demo());
    let counts = |visit: &Visit| visit.finished.is_some() && !visit.discarded;
    let visits: Vec<Visit> = sample.made_up().collect();
    assert_eq!(sample.facts().count(), visits.iter().filter(|visit| counts(visit)).count());
    assert!(sample.facts().all(|fact| fact.outcomes.len() == 24 && fact.watched <= 12 * 60));
}

#[test]
fn the_demo_has_the_size_that_was_asked_for() {
    let sample = district(DEMO_SEED, Size::demo());
    assert_eq!((sample.district.schools.len(), sample.district.networks.len()), (8, 3));
    assert_eq!(sample.made_up().filter(|visit| visit.begin.source != Source::Calibration).count(), 1_500);
    for roster in &sample.rosters {
        assert!((20..=30).contains(&roster.classrooms.len()), "{} has {}", roster.school, roster.classrooms.len());
    }
    let edits: usize = sample.visits().map(|edits| edits.len()).sum();
    assert!((25..=45).contains(&(edits / 1_500)), "{} edits a visit", edits / 1_500);
}

#[test]
fn a_year_of_150_000_visits_finds_the_time_for_all_of_them() {
    let together = 48..=72;
    assert!(together.contains(&(district(1, Size::with_visits(150_000)).visit_count() - 150_000)));
}

#[test]
fn every_visit_is_on_a_school_day_before_today() {
    let sample = district(1, Size::demo().until(date(2026, 10, 16)));
    let latest = sample.made_up().map(|visit| visit.begin.date).max();
    assert_eq!(latest, Some(date(2026, 10, 15)));
    assert!(sample.made_up().all(|visit| visit.begin.date >= sample.district.calendar.first_day));
}

#[test]
fn everyone_in_the_demo_can_sign_in_and_works_somewhere() {
    let sample = district(DEMO_SEED, Size::demo());
    let emails: BTreeSet<_> = sample.accounts.iter().map(|account| &account.me.email).collect();
    assert_eq!(emails.len(), sample.accounts.len());
    let names: BTreeSet<_> = sample.accounts.iter().map(|account| &account.me.name).collect();
    assert_eq!(names.len(), sample.accounts.len());
    let of = |role: Role| sample.accounts.iter().filter(|account| account.me.role == role).count();
    assert_eq!((of(Role::Administrator), of(Role::Principal), of(Role::Coach)), (1, 8, 2));
    let principal = sample.accounts.iter().find(|account| account.me.email == sample::DEMO_PRINCIPAL).unwrap();
    assert_eq!(sample.district.school(&principal.me.schools[0]).unwrap().name, "Cedar Ridge Elementary");
    for visit in sample.made_up() {
        let observer = sample.accounts.iter().find(|account| account.me.account == visit.begin.observer).unwrap();
        assert!(observer.me.schools.contains(&visit.begin.school));
    }
}

#[test]
fn no_observer_is_in_two_rooms_at_once() {
    let sample = district(DEMO_SEED, Size::demo());
    let mut ends: BTreeMap<AccountId, domain::time::Millis> = BTreeMap::new();
    for edits in sample.visits() {
        let author = edits[0].0.author().clone();
        let first = edits[0].0.stamp().wall;
        assert!(ends.get(&author).is_none_or(|end| *end < first));
        ends.insert(author, edits.last().unwrap().0.stamp().wall);
    }
}
