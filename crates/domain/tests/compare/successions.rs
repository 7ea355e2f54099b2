//! A look-for under another id than before: one in the place of another, several merged, one split.

use domain::compare::{Comparison, Selection, by_school, contrast, steadiness};
use domain::framework::{Autonomy, Framework, Kind, LookFor, Succession};
use domain::id::LookForId;
use domain::time::date;
use domain::visit::{Amount, Outcome};

use crate::made::{Seen, TODAY, World, framework, look_for, room, row, version};

fn from(id: &str, kind: Kind, of: &[&str], counts: bool) -> LookFor {
    let of = of.iter().copied().map(LookForId::from).collect();
    LookFor { succeeds: Some(Succession { of, counts }), ..look_for(id, kind, Autonomy::NonNegotiable) }
}

/// The second version: some look-fors of the first strand gone, others there.
fn second(without: &[&str], with: Vec<LookFor>) -> Framework {
    let mut next = Framework { version: 2, effective: date(2026, 10, 1), ..framework() };
    let strand = &mut next.strands[0].look_fors;
    strand.retain(|one| !without.contains(&one.id.as_str()));
    strand.splice(0..0, with);
    next
}

fn world(next: Framework, visits: impl IntoIterator<Item = Seen>) -> World {
    let mut world = World::with(visits);
    world.frameworks.insert(version(2), next);
    world
}

/// Two presence look-fors, `goal` and `also`, in the first version; `both` takes in both in the second.
fn merged(kind: Kind, first: [(Outcome, Amount); 2]) -> World {
    let mut before = framework();
    before.strands[0].look_fors = vec![
        look_for("goal", kind.clone(), Autonomy::NonNegotiable),
        look_for("also", kind.clone(), Autonomy::NonNegotiable),
    ];
    before.strands.truncate(1);
    let mut after = Framework { version: 2, effective: date(2026, 10, 1), ..before.clone() };
    after.strands[0].look_fors = vec![from("both", kind.clone(), &["goal", "also"], true)];
    let amounts = |of: Vec<Amount>| if kind.is_amount() { of } else { vec![] };
    let [(goal, taps), (also, more)] = first;
    let mut world = World::new();
    world.frameworks = [(version(1), before), (version(2), after)].into();
    world.see(Seen { outcomes: vec![goal, also], amounts: amounts(vec![taps, more]), ..Seen::default() });
    let two = Amount { amount: 2, of: 600 };
    world.see(Seen {
        version: 2,
        day: 40,
        outcomes: vec![Outcome::Shown],
        amounts: amounts(vec![two]),
        ..Seen::default()
    });
    world
}

fn rows(comparison: &Comparison) -> Vec<(&str, u32, bool)> {
    comparison.rows.iter().map(|row| (row.look_for.short.as_str(), row.tally.looked(), row.older)).collect()
}

fn aim() -> Framework {
    second(&["goal"], vec![from("aim", Kind::Presence, &["goal"], true)])
}

#[test]
fn one_in_the_place_of_another_counts_its_visits_and_says_so() {
    let world = world(aim(), [1, 1, 2].map(|version| Seen { version, ..Seen::default() }));
    let comparison = world.whole();
    assert_eq!(
        rows(&comparison),
        [("aim", 3, false), ("talk", 3, false), ("work", 3, false), ("task", 3, false), ("depth", 3, false)]
    );
    assert_eq!(comparison.rows[0].counts_also, ["Students show goal"]);
    let drill = Some(comparison.rows[0].drill(Some(Outcome::Shown)));
    assert_eq!(world.select(&Selection { drill, ..Selection::default() }).len(), 3);
}

#[test]
fn one_that_does_not_count_stays_apart_and_says_what_came_of_it() {
    let next = second(&["goal"], vec![from("aim", Kind::Presence, &["goal"], false)]);
    let comparison = world(next, [1, 2].map(|version| Seen { version, ..Seen::default() })).whole();
    let goal = row(&comparison, "goal");
    assert_eq!((goal.tally.looked(), goal.older, &goal.became[..]), (1, true, &["Students show aim".to_owned()][..]));
    assert_eq!((row(&comparison, "aim").tally.looked(), row(&comparison, "aim").counts_also.len()), (1, 0));
}

#[test]
fn a_split_stands_apart_from_both_of_its_parts() {
    let parts = ["aim", "why"].map(|id| from(id, Kind::Presence, &["goal"], false)).to_vec();
    let comparison = world(second(&["goal"], parts), [1, 2].map(|version| Seen { version, ..Seen::default() })).whole();
    assert_eq!(row(&comparison, "goal").became, ["Students show aim", "Students show why"]);
    assert_eq!([row(&comparison, "aim").tally.looked(), row(&comparison, "why").tally.looked()], [1, 1]);
}

#[test]
fn another_rule_is_never_counted_whatever_the_framework_says() {
    let next = second(&["goal"], vec![from("aim", Kind::Duration, &["goal"], true)]);
    let mut world = world(next, [Seen::default()]);
    world.see(Seen { version: 2, outcomes: vec![Outcome::Shown; 5], ..Seen::default() });
    let comparison = world.whole();
    assert_eq!((row(&comparison, "aim").tally.looked(), row(&comparison, "goal").tally.looked()), (1, 1));
}

#[test]
fn either_of_two_that_were_merged_shows_it_and_a_blank_is_never_no() {
    use Outcome::{Blank, CouldNotJudge, NotApplicable, NotShown, Shown};
    let found = |goal, also| {
        let amount = Amount::default();
        let world = merged(Kind::Presence, [(goal, amount), (also, amount)]);
        let comparison = world.whole();
        assert_eq!(comparison.rows.len(), 1);
        let both = &comparison.rows[0];
        let in_second = world.select(&Selection { drill: Some(both.drill(None)), ..Selection::default() });
        assert_eq!(in_second.len(), 2);
        let tally = both.tally;
        // Less the one of the second version.
        [tally.shown() - 1, tally.looked() - 1, tally.blank(), tally.could_not_judge(), tally.not_applicable()]
    };
    assert_eq!(found(Shown, NotShown), [1, 1, 0, 0, 0]);
    assert_eq!(found(Blank, Shown), [1, 1, 0, 0, 0]);
    assert_eq!(found(NotShown, NotShown), [0, 1, 0, 0, 0]);
    assert_eq!(found(NotShown, Blank), [0, 0, 1, 0, 0]);
    assert_eq!(found(CouldNotJudge, NotShown), [0, 0, 0, 1, 0]);
    assert_eq!(found(NotApplicable, NotShown), [0, 1, 0, 0, 0]);
    assert_eq!(found(NotApplicable, NotApplicable), [0, 0, 0, 0, 1]);
}

#[test]
fn taps_of_two_that_were_merged_are_added_over_the_same_minutes() {
    let amount = |goal: (Outcome, Amount), also| merged(Kind::Count, [goal, also]).whole().rows[0].amount.unwrap();
    let taps = |amount| (Outcome::Shown, Amount { amount, of: 600 });
    let both = amount(taps(3), taps(4));
    assert_eq!((both.amount, both.of, both.visits), (9, 1200, 2));
    // Not asked for one of them: the other is all there could be. Left blank: nobody knows.
    assert_eq!(amount(taps(3), (Outcome::NotApplicable, Amount::default())).amount, 5);
    assert_eq!(amount(taps(3), (Outcome::Blank, Amount::default())).amount, 2);
}

#[test]
fn one_that_stays_can_take_another_in() {
    use Outcome::{NotShown, Shown};
    let mut world = merged(Kind::Presence, [(NotShown, Amount::default()), (Shown, Amount::default())]);
    let stays = &mut world.frameworks.get_mut(&version(2)).unwrap().strands[0].look_fors[0];
    *stays = from("goal", Kind::Presence, &["also"], true);
    let comparison = world.whole();
    assert_eq!((rows(&comparison), comparison.rows[0].tally.shown()), (vec![("goal", 2, false)], 2));
}

#[test]
fn timers_that_were_merged_stay_apart() {
    let time = (Outcome::Shown, Amount { amount: 60, of: 600 });
    assert_eq!(
        rows(&merged(Kind::Duration, [time, time]).whole()),
        [("both", 1, false), ("goal", 1, true), ("also", 1, true)]
    );
}

#[test]
fn a_practice_is_followed_over_three_versions_whichever_were_used() {
    let mut world = world(aim(), [1, 2].map(|version| Seen { version, ..Seen::default() }));
    let mut third = Framework { version: 3, effective: date(2026, 11, 1), ..aim() };
    let of = Succession::from(&["aim".into()], [&aim()].into_iter(), true);
    third.strands[0].look_fors[0] =
        LookFor { succeeds: Some(of), ..look_for("end", Kind::Presence, Autonomy::Adaptable) };
    world.frameworks.insert(version(3), third);
    world.see(Seen { version: 3, ..Seen::default() });
    assert_eq!(row(&world.whole(), "end").tally.looked(), 3);
    // The one in the middle is not needed to tell.
    let mut between = World::with([Seen::default()]);
    between.frameworks.insert(version(3), world.frameworks[&version(3)].clone());
    between.see(Seen { version: 3, ..Seen::default() });
    assert_eq!(row(&between.whole(), "end").tally.looked(), 2);
}

#[test]
fn schools_side_by_side_count_it_in_whatever_version_they_use() {
    let visits = [("north", 1), ("north", 1), ("south", 2)];
    let world = world(aim(), visits.map(|(school, version)| Seen { school, version, ..Seen::default() }));
    let schools = by_school(&world.ground(), &Selection::default(), TODAY);
    assert_eq!(schools.look_fors[0].short, "aim");
    let visits: Vec<u32> = schools.lines.iter().map(|line| line.cells[0].unwrap().visits).collect();
    assert_eq!(visits, [2, 1]);
}

#[test]
fn a_change_is_told_from_the_one_before_to_the_one_in_its_place() {
    let seen = |version, day| move |number: u8| Seen { version, day, room: room(number), ..Seen::default() };
    let world = world(aim(), (0..6).map(seen(1, 0)).chain((0..6).map(seen(2, 40))));
    let over = |from, to| world.compare(&Selection { from: Some(from), to: Some(to), ..Selection::default() });
    let (before, after) = (over(date(2026, 9, 1), date(2026, 9, 30)), over(date(2026, 10, 1), date(2026, 10, 31)));
    let found = contrast(&before, &after);
    assert_eq!(found[0].before.unwrap().look_for.id.as_str(), "goal");
    assert!(found[0].change.is_some());
}

#[test]
fn a_change_is_not_told_from_a_part_to_the_whole() {
    use Outcome::{NotShown, Shown};
    let mut world = merged(Kind::Presence, [(NotShown, Amount::default()), (Shown, Amount::default())]);
    let over =
        |world: &World, from, to| world.compare(&Selection { from: Some(from), to: Some(to), ..Selection::default() });
    let september = (date(2026, 9, 1), date(2026, 9, 30));
    let october = (date(2026, 10, 1), date(2026, 10, 31));
    let (before, after) = (over(&world, september.0, september.1), over(&world, october.0, october.1));
    assert_eq!(contrast(&before, &after)[0].before, None, "two there, one here");
    let stays = &mut world.frameworks.get_mut(&version(2)).unwrap().strands[0].look_fors[0];
    *stays = from("goal", Kind::Presence, &["also"], true);
    let after = over(&world, october.0, october.1);
    assert_eq!(contrast(&before, &after)[0].before, None, "it means more now than it did");
}

#[test]
fn a_classroom_is_as_steady_over_both() {
    let shown =
        |number: u8, version: u8| if (number + version).is_multiple_of(3) { Outcome::NotShown } else { Outcome::Shown };
    let seen = |number: u8, version| Seen {
        version,
        room: room(number),
        outcomes: vec![shown(number, version); 5],
        ..Seen::default()
    };
    let world = world(aim(), (0..6).flat_map(|number| [seen(number, 1), seen(number, 2)]));
    let found = steadiness(&world.ground(), &Selection::default(), &world.whole().rows[0]).unwrap();
    assert_eq!(found.classrooms, 6);
}
