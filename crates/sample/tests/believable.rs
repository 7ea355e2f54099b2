//! The made-up district looks like a real one: what observers leave out, how rooms differ, how a year goes.

use std::collections::BTreeMap;

use domain::calibration::{Coefficient, Session, Sitting, agreed, agreed_together, sessions};
use domain::fact::{Fact, Pack};
use domain::time::{UtcOffset, date};
use domain::visit::{Context, Outcome, Place, Source, Visit};
use sample::{DEMO_SEED, Size, district};

#[test]
fn some_visits_are_open_discarded_empty_or_from_paper_and_some_rooms_and_adults_unknown() {
    let visits: Vec<Visit> = district(DEMO_SEED, Size::demo()).made_up().collect();
    let share = |told: fn(&Visit) -> bool| visits.iter().filter(|visit| told(visit)).count() as f64 / 1_500.0;
    assert!((0.001..0.02).contains(&share(|visit| visit.finished.is_none())));
    assert!((0.001..0.02).contains(&share(|visit| visit.discarded)));
    assert!((0.01..0.05).contains(&share(|visit| visit.nothing)));
    assert!((0.01..0.08).contains(&share(|visit| visit.begin.source == Source::Paper)));
    let described = |visit: &Visit| matches!(visit.context, Some(Context { classroom: Place::Described(_), .. }));
    assert!((0.001..0.02).contains(&share(described)));
    assert!((0.02..0.1).contains(&share(|visit| !visit.pauses.is_empty())));
    assert!((0.3..0.6).contains(&share(|visit| !visit.notes.is_empty())));
    assert!((0.3..0.6).contains(&share(|visit| !visit.question.is_empty())));
}

#[test]
fn observers_leave_some_things_blank_and_say_when_they_cannot_tell() {
    let facts: Vec<Fact> = district(DEMO_SEED, Size::demo()).facts().filter(|fact| !fact.nothing).collect();
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
    let sample = district(DEMO_SEED, Size::demo());
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
            let looked: Vec<Outcome> = sample
                .facts()
                .filter(within)
                .map(|fact| fact.outcomes[check])
                .filter(|outcome| outcome.looked())
                .collect();
            let shown = looked.iter().filter(|outcome| **outcome == Outcome::Shown).count() as f64;
            let days = term.first_day.days_until(term.last_day);
            (shown / looked.len() as f64, looked.len() as f64 / f64::from(days))
        })
        .collect();
    assert!(terms[0].0 + 0.05 < terms[2].0, "{terms:?}");
    assert!(terms[0].1 > terms[1].1 && terms[1].1 > terms[2].1, "{terms:?}");
}

fn lessons_together() -> Vec<Session> {
    let sample = district(DEMO_SEED, Size::demo());
    sessions(sample.made_up().filter_map(|visit| Sitting::of(&visit, &sample.frameworks[0])).collect())
}

#[test]
fn some_lessons_are_recorded_together_in_the_room_or_from_a_video_with_a_code_or_without() {
    let lessons = lessons_together();
    assert_eq!(lessons.len(), 20, "every record meets the others of its lesson");
    assert!(lessons.iter().all(|lesson| (2..=3).contains(&lesson.sittings.len()) && lesson.aside.is_empty()));
    let three = lessons.iter().filter(|lesson| lesson.sittings.len() == 3).count();
    assert!((1..19).contains(&three), "{three}");
    let coded = lessons.iter().filter(|lesson| lesson.sittings[0].session.is_some()).count();
    assert!((10..20).contains(&coded), "{coded}");
    let evening = |lesson: &&Session| domain::time::local(lesson.sittings[0].from, UtcOffset(-360)).1 > 960;
    assert_eq!(lessons.iter().filter(evening).count(), 5);
    let first = lessons.iter().filter(|lesson| lesson.sittings[0].school.as_str() == "cedar-ridge").count();
    assert!((8..=13).contains(&first), "{first}");
}

#[test]
fn observers_of_one_lesson_mostly_agree_but_badly_on_one_look_for() {
    let (sample, lessons) = (district(DEMO_SEED, Size::demo()), lessons_together());
    let hash = lessons[0].sittings[0].framework;
    let (lessons, frameworks) = (lessons.iter().collect::<Vec<_>>(), BTreeMap::from([(hash, &sample.frameworks[0])]));
    let together = agreed_together(&lessons, &frameworks).estimate(Coefficient::PercentAgreement).unwrap().point();
    assert!((0.8..0.95).contains(&together), "{together}");
    let each = agreed(&lessons, &frameworks, &sample.frameworks[0]);
    let on =
        |id: &str| each.iter().find(|one| one.look_for.as_str() == id).and_then(|one| one.share()).unwrap().point();
    assert!(on("adjust") < 0.7 && on("goal") > 0.75, "{} {}", on("adjust"), on("goal"));
}

/// What is counted anywhere else is the same with them and without.
#[test]
fn lessons_recorded_together_are_in_no_pack_row_that_counts() {
    let sample = district(DEMO_SEED, Size::demo());
    let mut packs = BTreeMap::new();
    for fact in sample.facts() {
        packs.entry(fact.key.clone()).or_insert_with(|| Pack::new(fact.key.clone())).put(fact);
    }
    let counted: usize = packs.values().map(|pack| pack.rows().count()).sum();
    let together: usize = packs.values().map(|pack| pack.calibrations().count()).sum();
    assert_eq!(counted, sample.facts().filter(|fact| fact.source != Source::Calibration).count());
    assert_eq!(together, lessons_together().iter().map(|lesson| lesson.sittings.len()).sum::<usize>());
}
