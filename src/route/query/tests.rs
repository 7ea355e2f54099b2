use domain::compare::{Flagged, Order};
use domain::framework::Autonomy;
use domain::id::{Bits128, DocumentHash};
use domain::stats::trend::Period;
use domain::time::date_of_day;
use domain::visit::{Flag, Outcome};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::state::Progress;

proptest! {
    #[test]
    fn a_segment_of_a_path_comes_back_whatever_stands_in_it(text in any::<String>()) {
        prop_assert!(!encode(&text).contains(['/', '?', '#']));
        prop_assert_eq!(decode(&encode(&text)), text);
    }

    #[test]
    fn every_part_of_a_filter_comes_back_from_its_address(filter in filters()) {
        prop_assert_eq!(read_filter(&write_filter(&filter)), filter.clone());
        prop_assert_eq!(read_selection(&write_selection(&filter.selection)), filter.selection);
    }

    #[test]
    fn every_part_of_compare_comes_back_from_its_address(
        selection in selections(),
        table: bool,
        order in select(vec![Order::Strand, Order::LargestGap]),
    ) {
        let view = CompareView { table, order };
        let query = write_compare(&selection, view);
        prop_assert_eq!(read_selection(&query), selection);
        prop_assert_eq!(read_view(&query), view);
    }

    #[test]
    fn every_part_of_trends_comes_back_from_its_address(
        selection in selections(),
        period in select(vec![Period::Week, Period::Month, Period::Term]),
        start in of(0..30_000_i64),
        show in prop_oneof![Just(Shown::Focus), Just(Shown::All), key().prop_map(|id| Shown::One(id.as_str().into()))],
    ) {
        let view = TrendsView { period, start: start.map(date_of_day), show };
        let query = write_trends(&selection, &view);
        prop_assert_eq!(read_selection(&query), selection);
        prop_assert_eq!(read_trends(&query), view);
    }

    #[test]
    fn both_sides_of_a_contrast_come_back_from_its_address(before in selections(), after in selections()) {
        prop_assert_eq!(read_contrast(&write_contrast(&before, &after)), (before, after));
    }

    #[test]
    fn every_part_of_the_schools_page_comes_back_from_its_address(
        selection in selections(),
        all: bool,
        sort in prop_oneof![
            Just(SchoolOrder::Name),
            Just(SchoolOrder::Visits),
            key().prop_map(|id| SchoolOrder::Gap(id.as_str().into())),
        ],
    ) {
        let view = SchoolsView { all, sort };
        let query = write_schools(&selection, &view);
        prop_assert_eq!(read_selection(&query), selection);
        prop_assert_eq!(read_schools(&query), view);
    }

    #[test]
    fn any_text_at_all_reads_as_some_filter(text in any::<String>()) {
        let filter = read_filter(&text);
        prop_assert_eq!(read_filter(&write_filter(&filter)), filter);
    }
}

#[test]
fn defaults_write_nothing() {
    assert_eq!(write_selection(&Selection::default()), "");
    assert_eq!(write_filter(&VisitFilter::default()), "");
    assert_eq!(write_compare(&Selection::default(), CompareView::default()), "");
}

#[test]
fn an_address_can_be_read_by_a_person() {
    let selection = Selection {
        schools: vec!["cedar-ridge".into(), "summit".into()],
        grades: Some((Grade(-1), Grade(2))),
        subject: Some("Language arts".into()),
        flagged: Flagged::LeaveOut,
        ..Selection::default()
    };
    let view = CompareView { table: true, order: Order::LargestGap };
    assert_eq!(
        write_compare(&selection, view),
        "?school=cedar-ridge&school=summit&grades=-1..2&subject=Language+arts&flags=leave-out&view=table\
         &order=largest-gap",
    );
}

#[test]
fn unknown_and_broken_parts_are_ignored() {
    let broken = "?from=yesterday&to=2026-02-30&grades=5..3&subject=&autonomy=maybe&flags=%ff&outcome=shown\
                  &progress=&order=up&colour=red&&=";
    assert_eq!(read_filter(broken), VisitFilter::default());
    assert_eq!(read_view(broken), CompareView::default());
    assert_eq!(
        read_selection("?grades=3&school=north"),
        Selection { schools: vec!["north".into()], ..Selection::default() }
    );
}

fn filters() -> impl Strategy<Value = VisitFilter> {
    let progress = vec![Progress::Any, Progress::Finished, Progress::Open, Progress::Waiting];
    (selections(), any::<String>(), of(key()), select(progress)).prop_map(|(selection, words, observer, progress)| {
        VisitFilter { selection, words, observer: observer.map(|id| id.as_str().into()), progress }
    })
}

prop_compose! {
    fn selections()(
        schools in prop::collection::vec(key(), 0..3),
        from in of(-800_000..800_000_i64),
        to in of(-800_000..800_000_i64),
        grades in of((any::<i8>(), any::<i8>())),
        (subject, group, strand) in (of(key()), of(key()), of(key())),
        person in of((any::<bool>(), key())),
        autonomy in of(select(vec![Autonomy::NonNegotiable, Autonomy::Adaptable])),
        flagged in flagged(),
        (paper, imported) in (any::<bool>(), any::<bool>()),
        drill in of((key(), of(any::<[u8; 16]>()), of(outcome()))),
    ) -> Selection {
        Selection {
            schools: schools.iter().map(|id| id.as_str().into()).collect(),
            from: from.map(date_of_day),
            to: to.map(date_of_day),
            grades: grades.map(|(one, other)| (Grade(one.min(other)), Grade(one.max(other)))),
            subject: subject.map(|id| id.as_str().into()),
            group: group.map(|id| id.as_str().into()),
            person: person.map(|(observer, id)| {
                if observer { Person::Observer(id.as_str().into()) } else { Person::Teacher(id.as_str().into()) }
            }),
            strand: strand.map(|id| id.as_str().into()),
            autonomy,
            flagged,
            sources: Sources { paper, imported },
            drill: drill.map(|(look_for, version, outcome)| Drill {
                look_for: look_for.as_str().into(),
                version: version.map(|bytes| DocumentHash(Bits128(bytes))),
                outcome,
            }),
        }
    }
}

/// A key that names something: not empty.
fn key() -> impl Strategy<Value = String> {
    any::<String>().prop_filter("names something", |key| !key.is_empty())
}

fn flagged() -> impl Strategy<Value = Flagged> {
    let only = select(Flag::ALL.to_vec()).prop_map(Flagged::Only);
    prop_oneof![Just(Flagged::Count), Just(Flagged::LeaveOut), only]
}

fn outcome() -> impl Strategy<Value = Outcome> {
    let all = [Outcome::Shown, Outcome::NotShown, Outcome::NotApplicable, Outcome::CouldNotJudge, Outcome::Blank];
    select(all.to_vec())
}
