use domain::import::{CannotRead, Fault, Mapping, Meaning, UnreadableMapping};

use crate::made::{HEADER, School1, column, mapping, sheet};

#[test]
fn the_saved_form_reads_back_and_short_ones_are_filled_in() {
    let full = mapping();
    assert_eq!(Mapping::from_json(&full.to_json()), Ok(full.clone()));
    let short = r#"{"version":1,"date":"When","classroom":"Where","look_fors":
        [{"column":"Goal","look_for":"goal","values":{"x":"seen","3 - Good":{"level":3}}}]}"#;
    let read = Mapping::from_json(short).unwrap();
    assert_eq!(read.look_fors[0].meaning("3 – GOOD"), Some(Meaning::Level(3)));
    assert_eq!((read.date_order, read.notes.len()), (None, 0));
    assert_eq!(Mapping::from_json(r#"{"version":2,"dates":[]}"#), Err(UnreadableMapping::Newer(2)));
    assert!(matches!(
        Mapping::from_json("{\"version\":1,\n\"dat\":\"\"}"),
        Err(UnreadableMapping::NotAMapping { line: 2, .. })
    ));
}

#[test]
fn every_fault_of_a_mapping_is_named() {
    let school = School1::new();
    let table = sheet(&[HEADER, &["2026-09-01", "", "", "204"]]);
    let faults = |change: fn(&mut Mapping)| {
        let mut mapping = mapping();
        change(&mut mapping);
        match school.read(&table, &mapping) {
            Err(CannotRead::Mapping(faults)) => faults,
            other => panic!("{other:?}"),
        }
    };
    let name = |name: &str| name.to_owned();
    assert_eq!(faults(|mapping| mapping.date = "When".to_owned()), [Fault::NoColumn(name("When"))]);
    assert_eq!(faults(|mapping| mapping.start = Some("Date".to_owned())), [Fault::ColumnTwice(name("Date"))]);
    assert_eq!(faults(|mapping| mapping.look_fors[0].look_for = "gaol".into()), [Fault::NoLookFor("gaol".into())]);
    assert_eq!(faults(|mapping| mapping.look_fors[0].look_for = "depth".into()), [Fault::LookForTwice("depth".into())]);
    assert_eq!(
        faults(|mapping| mapping.look_fors[3] = column("Pair talk", "task", &[])),
        [Fault::Interval("task".into())]
    );
    let unfit = |look_for: &str, value: &str, meaning| Fault::DoesNotFit {
        look_for: look_for.into(),
        value: value.to_owned(),
        meaning,
    };
    assert_eq!(
        faults(|mapping| mapping.look_fors[1] = column("Depth", "depth", &[("9", Meaning::Level(9))])),
        [unfit("depth", "9", Meaning::Level(9))]
    );
    assert_eq!(
        faults(|mapping| mapping.look_fors[2] = column("Questions", "questions", &[("Yes", Meaning::Seen)])),
        [unfit("questions", "Yes", Meaning::Seen)]
    );
    assert_eq!(faults(|mapping| (mapping.classroom, mapping.teacher) = (None, None)), [Fault::NoPlace]);
}
