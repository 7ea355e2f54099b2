//! The made-up district is the same everywhere, well formed, and believable.

use std::collections::{BTreeMap, BTreeSet};

use domain::district::{MOST_FOCUS, Published};
use domain::edit::{Body, Edit};
use domain::fact::Fact;
use domain::framework::{Autonomy, Kind};
use domain::id::{AccountId, Bits128, VisitId};
use domain::merge::VisitState;
use domain::permission::Role;
use domain::visit::{Outcome, Place, Source, Visit};
use jiff::civil::date;
use sample::{Sample, Size, district};

/// What seed 1 makes, as a hash. It changes only when the sample is changed on purpose.
const TINY: &str = "";

fn hash_of(sample: &Sample) -> Bits128 {
    let documents = [Published::District(sample.district.clone())]
        .into_iter()
        .chain(sample.frameworks.iter().cloned().map(Published::Framework))
        .chain(sample.rosters.iter().cloned().map(Published::Roster))
        .map(|published| published.write().unwrap().text);
    let edits = sample.edits().into_iter().map(|(edit, received)| format!("{} {}", edit.text(), received.0));
    let lines: Vec<String> = documents.chain(edits).collect();
    Bits128::hash(&lines.iter().map(String::as_bytes).collect::<Vec<_>>())
}

fn folded(sample: &Sample) -> BTreeMap<VisitId, VisitState> {
    let mut states: BTreeMap<VisitId, VisitState> = BTreeMap::new();
    for (edit, received) in sample.edits() {
        states.entry(edit.visit().unwrap()).or_default().apply(&edit, Some(received));
    }
    states
}

#[test]
fn a_seed_and_a_size_give_the_same_bytes_on_every_machine() {
    assert_eq!(hash_of(&district(1, Size::tiny())).to_string(), TINY);
}

#[test]
fn another_seed_gives_another_district() {
    assert_ne!(hash_of(&district(1, Size::tiny())), hash_of(&district(2, Size::tiny())));
}

#[test]
fn every_edit_is_well_formed_and_numbered_without_gaps() {
    let mut written: BTreeMap<AccountId, u64> = BTreeMap::new();
    for (edit, received) in district(1, Size::demo()).visits().flatten() {
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
    assert_eq!(framework.look_fors().filter(|look_for| focus.contains(&look_for.id) && shown(&look_for.kind)).count(), 2);
    for look_for in framework.look_fors() {
        assert!(look_for.short.chars().count() <= 14, "{}", look_for.short);
        let expected = sample.district.expectations.iter().any(|expectation| expectation.look_for == look_for.id);
        assert!(expected || look_for.autonomy == Autonomy::Adaptable, "{:?}", look_for.id);
    }
}

#[test]
fn every_finished_visit_that_counts_has_a_fact() {
    let sample = district(1, Size::demo());
    let counts = |visit: &Visit| visit.finished.is_some() && !visit.discarded;
    let visits: Vec<Visit> = sample.made_up().collect();
    assert_eq!(sample.facts().count(), visits.iter().filter(|visit| counts(visit)).count());
    assert!(sample.facts().all(|fact| fact.outcomes.len() == 24 && fact.watched <= 12 * 60));
}

#[test]
fn the_demo_has_the_size_that_was_asked_for() {
    let sample = district(1, Size::demo());
    assert_eq!((sample.district.schools.len(), sample.district.networks.len()), (8, 3));
    assert_eq!(sample.made_up().count(), 1_500);
    for roster in &sample.rosters {
        assert!((20..=30).contains(&roster.classrooms.len()), "{} has {}", roster.school, roster.classrooms.len());
    }
    let edits: usize = sample.visits().map(|edits| edits.len()).sum();
    assert!((25..=45).contains(&(edits / 1_500)), "{} edits a visit", edits / 1_500);
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
    let sample = district(1, Size::demo());
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
    let sample = district(1, Size::demo());
    let mut ends: BTreeMap<AccountId, domain::time::Millis> = BTreeMap::new();
    for edits in sample.visits() {
        let author = edits[0].0.author().clone();
        let first = edits[0].0.stamp().wall;
        assert!(ends.get(&author).is_none_or(|end| *end < first));
        ends.insert(author, edits.last().unwrap().0.stamp().wall);
    }
}

#[test]
fn observers_leave_some_things_blank_and_say_when_they_cannot_tell() {
    let facts: Vec<Fact> = district(1, Size::demo()).facts().filter(|fact| !fact.nothing).collect();
    let share = |outcome: Outcome| {
        let of = facts.iter().flat_map(|fact| &fact.outcomes).filter(|found| **found == outcome).count();
        of as f64 / (facts.len() * 24) as f64
    };
    assert!((0.05..0.15).contains(&share(Outcome::Blank)), "{}", share(Outcome::Blank));
    assert!((0.01..0.06).contains(&share(Outcome::CouldNotJudge)), "{}", share(Outcome::CouldNotJudge));
    assert!((0.10..0.30).contains(&share(Outcome::NotApplicable)), "{}", share(Outcome::NotApplicable));
    for source in [Source::Live, Source::Paper] {
        assert!(facts.iter().any(|fact| fact.source == source));
    }
}

/// The intraclass correlation of a look-for's outcomes, by one-way analysis of variance over classrooms.
fn alike(facts: &[Fact], position: usize) -> f64 {
    let mut rooms: BTreeMap<&Place, Vec<f64>> = BTreeMap::new();
    for fact in facts.iter().filter(|fact| fact.outcomes[position].looked()) {
        let shown = f64::from(u8::from(fact.outcomes[position] == Outcome::Shown));
        rooms.entry(&fact.classroom).or_default().push(shown);
    }
    let (n, m) = (rooms.values().map(Vec::len).sum::<usize>() as f64, rooms.len() as f64);
    let mean = rooms.values().flatten().sum::<f64>() / n;
    let (mut between, mut within, mut squares) = (0.0, 0.0, 0.0);
    for room in rooms.values() {
        let size = room.len() as f64;
        let own = room.iter().sum::<f64>() / size;
        between += size * (own - mean).powi(2);
        within += room.iter().map(|shown| (shown - own).powi(2)).sum::<f64>();
        squares += size * size;
    }
    let (between, within, usual) = (between / (m - 1.0), within / (n - m), (n - squares / n) / (m - 1.0));
    (between - within) / (between + (usual - 1.0) * within)
}

#[test]
fn visits_to_one_classroom_are_more_alike_than_visits_to_two() {
    let sample = district(1, Size::demo());
    let facts: Vec<Fact> = sample.facts().filter(|fact| !fact.nothing).collect();
    for (position, look_for) in sample.frameworks[0].look_fors().enumerate() {
        if ["goal", "check", "thinking"].contains(&look_for.id.as_str()) {
            let alike = alike(&facts, position);
            assert!((0.05..0.4).contains(&alike), "{}: {alike}", look_for.id);
        }
    }
}

#[test]
fn practice_improves_and_visits_thin_out_over_the_year() {
    let sample = district(1, Size { visits: 6_000, ..Size::demo() }.until(date(2027, 7, 1)));
    let check = sample.frameworks[0].look_fors().position(|look_for| look_for.id.as_str() == "check").unwrap();
    let terms: Vec<(f64, f64)> = sample
        .district
        .calendar
        .terms
        .iter()
        .map(|term| {
            let within = |fact: &Fact| (term.first_day..=term.last_day).contains(&fact.date);
            let looked: Vec<Outcome> =
                sample.facts().filter(within).map(|fact| fact.outcomes[check]).filter(|outcome| outcome.looked()).collect();
            let shown = looked.iter().filter(|outcome| **outcome == Outcome::Shown).count() as f64;
            let days = term.first_day.until(term.last_day).unwrap().get_days();
            (shown / looked.len() as f64, looked.len() as f64 / f64::from(days))
        })
        .collect();
    assert!(terms[0].0 + 0.05 < terms[2].0, "{terms:?}");
    assert!(terms[0].1 > terms[1].1 && terms[1].1 > terms[2].1, "{terms:?}");
}
