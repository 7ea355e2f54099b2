//! The tidy table of any facts whatever reads back into those facts.

use std::collections::BTreeMap;

use domain::compare::{Ground, Selection};
use domain::district::{Calendar, District};
use domain::export::{Cell, Column, Reader, Table};
use domain::fact::{Fact, Pack, PackKey};
use domain::framework::{Ask, Autonomy, Framework, Kind, LookFor, Strand};
use domain::id::{DocumentHash, GroupId, VisitId};
use domain::roster::Grade;
use domain::time::{date, date_of_day};
use domain::visit::{Adult, Amount, Flag, Outcome, Place, Source};
use proptest::prelude::*;

const VERSION: DocumentHash = DocumentHash(domain::id::Bits128([3; 16]));

fn framework() -> Framework {
    let look_for = |id: &str, kind| LookFor {
        id: id.into(),
        text: format!("={id}"),
        short: String::new(),
        hint: None,
        kind,
        autonomy: Autonomy::Adaptable,
        segments: vec![],
        examples: Vec::new(),
        succeeds: None,
    };
    let interval = Kind::Interval { every_minutes: 2, ask: Ask::YesOrNo };
    let look_fors = vec![look_for("a", Kind::Count), look_for("b", Kind::Presence), look_for("c", interval)];
    let strands = vec![Strand { id: "s".into(), name: "@S".to_owned(), look_fors }];
    Framework { title: String::new(), version: 1, effective: date(2026, 8, 1), strands }
}

fn district() -> District {
    let calendar = Calendar {
        first_day: date(2026, 8, 1),
        last_day: date(2027, 6, 1),
        terms: vec![],
        check_dates: vec![],
        days_off: vec![],
    };
    District {
        id: "d".into(),
        name: String::new(),
        networks: vec![],
        schools: vec![],
        observers: vec![],
        calendar,
        margin: 0.1,
        focus: vec![],
        focus_sets: Vec::new(),
        minimum_visits: None,
        visits_a_week: None,
        expectations: vec![],
        models: vec![],
        goals: domain::district::Goals::default(),
    }
}

/// Words that tables mangle, and any words at all.
fn words() -> impl Strategy<Value = String> {
    prop_oneof!["[=+@'\t\r;\\\\,\"\n-]{1,4}[a-z;\\\\]{0,3}", "\\PC{1,8}"]
}

fn place() -> impl Strategy<Value = Place> {
    prop_oneof![words().prop_map(|id| Place::Known(id.as_str().into())), words().prop_map(Place::Described)]
}

fn adult() -> impl Strategy<Value = Adult> {
    prop_oneof![words().prop_map(|id| Adult::Known(id.as_str().into())), words().prop_map(Adult::Described)]
}

fn outcome() -> impl Strategy<Value = Outcome> {
    let all =
        [Outcome::Shown, Outcome::NotShown, Outcome::NotApplicable, Outcome::CouldNotJudge, Outcome::Blank].to_vec();
    prop::sample::select(all)
}

prop_compose! {
    fn fact()(
        school in words(),
        (day, minute) in (0..40_000_i64, 0..1_440_u16),
        classroom in place(),
        lead in prop::option::of(adult()),
        observer in words(),
        grade in prop::option::of((-1..=12_i8).prop_map(Grade)),
        subject in prop::option::of(words()),
        groups in prop::collection::vec(words().prop_map(GroupId), 0..3),
        source in prop::sample::select(vec![Source::Live, Source::Paper, Source::Imported]),
        flags in prop::sample::subsequence(Flag::ALL.to_vec(), 0..=5),
        (nothing, watched) in any::<(bool, u32)>(),
        outcomes in prop::collection::vec(outcome(), 3),
        amounts in prop::collection::vec(any::<(u32, u32)>().prop_map(|(amount, of)| Amount { amount, of }), 2),
        visit in any::<[u8; 16]>().prop_map(VisitId::from),
    ) -> Fact {
        let date = date_of_day(day);
        Fact {
            visit,
            key: PackKey { school: school.as_str().into(), month: date.into(), framework: VERSION },
            date,
            minute,
            classroom,
            lead,
            observer: observer.as_str().into(),
            grade,
            subject: subject.map(|subject| subject.as_str().into()),
            groups,
            source,
            flags,
            nothing,
            watched,
            outcomes,
            amounts,
        }
    }
}

proptest! {
    #[test]
    fn any_facts_read_back_and_no_cell_starts_a_formula(facts in prop::collection::vec(fact(), 1..8)) {
        let facts: BTreeMap<VisitId, Fact> = facts.into_iter().map(|fact| (fact.visit, fact)).collect();
        let mut packs: BTreeMap<PackKey, Pack> = BTreeMap::new();
        for fact in facts.values() {
            packs.entry(fact.key.clone()).or_insert_with(|| Pack::new(fact.key.clone())).put(fact.clone());
        }
        let (framework, district) = (framework(), district());
        let frameworks = BTreeMap::from([(VERSION, &framework)]);
        let ground = Ground {
            packs: packs.values().collect(),
            frameworks: frameworks.clone(),
            district: &district,
            rosters: vec![],
        };
        let mut reader = Reader::new(&Column::ALL.map(Column::name), &frameworks).unwrap();
        let mut risky = Vec::new();
        Table::new(&ground, &Selection::default()).each(|cells| {
            let cells: Vec<String> = cells.iter().map(text).collect();
            risky.extend(cells.iter().find(|cell| cell.starts_with(['=', '+', '-', '@', '\t', '\r'])).cloned());
            reader.row(0, &cells);
            Ok::<(), ()>(())
        }).unwrap();
        let back = reader.finish();
        prop_assert_eq!(risky, Vec::<String>::new());
        prop_assert_eq!(back.bad, vec![]);
        prop_assert_eq!(back.facts, facts.into_values().collect::<Vec<_>>());
    }
}

fn text(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Text(text) => text.to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Nothing => String::new(),
    }
}
