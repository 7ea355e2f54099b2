//! Frameworks as tables and as CASE packages that this program writes, and the JSON Schema of its own form.

use domain::framework::{
    Ask, Autonomy, Draft, DraftChange, FrameworkFile, FromFile, Kind, LeftOut, LookFor, NotAFramework, Segment,
    Succession,
};
use domain::time::date;
use serde_json::{Value, json};

use crate::{framework, look_for};

/// One of each thing that a framework can say.
fn draft() -> Draft {
    let note = LookFor {
        hint: Some("A pause of three seconds, or more".to_owned()),
        autonomy: Autonomy::Adaptable,
        segments: vec![Segment::Opening, Segment::Closing],
        examples: vec!["She counts to three".to_owned(), "=Nobody is called on at once".to_owned()],
        succeeds: Some(Succession { of: vec!["pause".into(), "slow, down".into()], counts: true }),
        short: "Wait".to_owned(),
        ..look_for(
            "wait",
            "Time to think, \"before\" an answer",
            Kind::Interval { every_minutes: 5, ask: Ask::YesOrNo },
        )
    };
    Draft::of(&framework())
        .with(DraftChange::LookFor("assessment".into(), note))
        .with(DraftChange::LookFor("assessment".into(), look_for("sum", "=SUM(A1)", Kind::Presence)))
        .with(DraftChange::LookFor("assessment".into(), look_for("tis", "'Tis said", Kind::Presence)))
        .with(DraftChange::Strand("care".into(), "Care".into()))
}

fn table(draft: &Draft) -> Vec<(u32, Vec<String>)> {
    (1..).zip(FrameworkFile::rows(draft)).collect()
}

fn read(rows: &[&[&str]]) -> Result<FromFile, NotAFramework> {
    let rows = (1..).zip(rows).map(|(number, row)| (number, row.iter().map(|cell| (*cell).to_owned()).collect()));
    FrameworkFile::read_rows(rows, Some(&framework()))
}

#[test]
fn a_table_says_everything_and_reads_back() {
    let back = FrameworkFile::read_rows(table(&draft()).into_iter(), None).unwrap();
    assert_eq!(back, FromFile { draft: draft(), left_out: vec![] });
    let cells = FrameworkFile::rows(&draft()).concat();
    assert!(cells.iter().all(|cell| !cell.starts_with('=')), "no spreadsheet computes what somebody wrote");
}

#[test]
fn a_plain_table_is_enough_and_what_is_known_keeps_its_id() {
    let rows: [&[&str]; 6] = [
        &["Strand", "Practice", "Every minutes", "Kind", "Autonomy"],
        &["Instruction", "The goal is said"],
        &["", "Everyone writes", "2", "Interval", "Non-negotiable"],
        &["", "", "", ""],
        &["Belonging", "'Hello' is said at the door"],
        &["Empty"],
    ];
    let found = read(&rows).unwrap();
    assert_eq!(found.left_out, []);
    let [instruction, belonging, empty] = &found.draft.strands[..] else { panic!("{:?}", found.draft) };
    assert_eq!((instruction.id.as_str(), instruction.look_fors[0].id.as_str()), ("instruction", "goal"));
    assert_eq!(instruction.look_fors[1].kind, Kind::Interval { every_minutes: 2, ask: Ask::NotDoing });
    assert_eq!(instruction.look_fors[1].autonomy, Autonomy::NonNegotiable);
    assert_eq!((belonging.name.as_str(), empty.look_fors.len()), ("Belonging", 0));
    // The same table again is the same draft: nothing is doubled.
    assert_eq!(read(&rows).unwrap(), found);
}

#[test]
fn what_cannot_be_read_is_named_with_row_column_and_reason() {
    let header = [
        "strand",
        "practice",
        "id",
        "kind",
        "every_minutes",
        "shown_from",
        "level_1",
        "level_2",
        "level_3",
        "segments",
        "autonomy",
        "ask",
    ];
    let rows: [&[&str]; 12] = [
        &header,
        &["", "Nowhere yet"],
        &["S", "One", "a"],
        &["S", "Two", "a"],
        &["S", "", "b"],
        &["S", "Three", "c", "seen"],
        &["S", "Four", "d", "interval", "often"],
        &["S", "Five", "e", "interval", "31"],
        &["S", "Six", "f", "rating", "", "1", "Low", "", "High"],
        &["S", "Seven", "g", "rating", "", "3", "Low", "High"],
        &["S", "Eight", "h", "", "", "", "", "", "", "opening, end"],
        &["S", "Nine", "i", "", "", "", "", "", "", "", "maybe"],
    ];
    let found = read(&rows).unwrap();
    let told: Vec<(u32, &str, String)> = found
        .left_out
        .iter()
        .map(|LeftOut { number, column, why, .. }| (*number, column.as_deref().unwrap_or_default(), why.to_string()))
        .collect();
    let expected = [
        (2, "strand", "it stands in no strand"),
        (4, "id", "an earlier one has the same identifier"),
        (5, "practice", "it says nothing"),
        (6, "kind", "\"seen\" is none of presence, count, duration, interval, rating"),
        (7, "every_minutes", "\"often\" is no whole number from 1 to 30"),
        (8, "every_minutes", "\"31\" is no whole number from 1 to 30"),
        (9, "level_1", "a rubric has two to six levels, without a gap between them"),
        (10, "shown_from", "\"3\" is no whole number from 1 to 2"),
        (11, "segments", "\"end\" is none of opening, middle, closing"),
        (12, "autonomy", "\"maybe\" is none of non_negotiable, adaptable"),
    ];
    assert_eq!(told, expected.map(|(row, column, why)| (row, column, why.to_owned())));
    assert_eq!(found.draft.look_fors().count(), 1);
    assert_eq!(read(&[&["practice"]]), Err(NotAFramework::NoColumns(vec!["strand".into()])));
    assert_eq!(read(&[]).unwrap_err(), NotAFramework::NoColumns(vec!["strand".into(), "practice".into()]));
}

fn package(draft: &Draft) -> String {
    FrameworkFile::case(draft, "framework of alder", "Alder County", date(2026, 11, 23)).unwrap()
}

#[test]
fn a_case_package_of_ours_comes_back_as_what_it_was() {
    let before = draft().version(3, date(2026, 8, 1)).unwrap();
    let back = FrameworkFile::read(&package(&draft()), Some(&before)).unwrap();
    assert_eq!(back.left_out, []);
    // An item without items below it is a look-for: a strand of none cannot be told from one.
    let mut ours = draft();
    ours.strands.pop();
    let strands: Vec<_> = back.draft.strands.iter().filter(|strand| strand.name != ours.title).cloned().collect();
    assert_eq!((back.draft.title, strands), (ours.title, ours.strands));
}

#[test]
fn in_another_district_a_case_package_is_the_same_the_second_time() {
    let other = FrameworkFile::read(&package(&draft()), None).unwrap();
    let first = other.draft.clone().version(1, date(2026, 8, 1)).unwrap();
    let hints: Vec<_> = first.look_fors().filter_map(|one| one.hint.as_deref()).collect();
    assert_eq!(hints, ["A pause of three seconds, or more"]);
    assert_eq!(FrameworkFile::read(&package(&draft()), Some(&first)), Ok(other.clone()));
    // And goes back under the identifiers that it came with.
    let again: Value = serde_json::from_str(&package(&other.draft)).unwrap();
    let ours: Value = serde_json::from_str(&package(&draft())).unwrap();
    let ids = |package: &Value| -> Vec<String> {
        let items = package["CFItems"].as_array().unwrap().iter().filter(|item| item["CFItemType"] == "Look-for");
        items.map(|item| item["identifier"].as_str().unwrap().to_owned()).collect()
    };
    assert!(ids(&ours).iter().all(|id| ids(&again).contains(id)));
}

#[test]
fn the_package_has_what_case_asks_for() {
    let package: Value = serde_json::from_str(&package(&draft())).unwrap();
    let has = |value: &Value, members: &[&str]| members.iter().all(|member| !value[*member].is_null());
    let uuid = |value: &Value| {
        let text = value.as_str().unwrap();
        text.len() == 36 && text.split('-').map(str::len).eq([8, 4, 4, 4, 12])
    };
    let document = &package["CFDocument"];
    assert!(has(document, &["identifier", "uri", "creator", "title", "lastChangeDateTime"]), "{document}");
    for item in package["CFItems"].as_array().unwrap() {
        assert!(has(item, &["identifier", "uri", "fullStatement", "lastChangeDateTime"]) && uuid(&item["identifier"]));
    }
    for link in package["CFAssociations"].as_array().unwrap() {
        let members =
            ["identifier", "uri", "associationType", "originNodeURI", "destinationNodeURI", "lastChangeDateTime"];
        assert!(has(link, &members) && uuid(&link["identifier"]), "{link}");
    }
}

#[test]
fn the_published_schema_takes_what_is_written_and_refuses_what_is_not_read() {
    let schema: Value = serde_json::from_str(FrameworkFile::SCHEMA).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let written = serde_json::to_value(FrameworkFile::of(&draft())).unwrap();
    assert!(schema.is_valid(&written), "{:?}", schema.iter_errors(&written).collect::<Vec<_>>());
    let spoilt: [(&str, Value); 8] = [
        ("/format", json!("other")),
        ("/format_version", json!(2)),
        ("/title", json!(7)),
        ("/strands/0/id", Value::Null),
        ("/strands/0/look_fors/0/text", json!(" ")),
        ("/strands/0/look_fors/0/kind", json!("Distance")),
        ("/strands/0/look_fors/0/autonomy", json!("Maybe")),
        ("/strands/1/look_fors/0/kind/Interval/every_minutes", json!(31)),
    ];
    for (place, value) in spoilt {
        let mut other = written.clone();
        *other.pointer_mut(place).unwrap() = value;
        assert!(!schema.is_valid(&other), "{place}");
        let read = FrameworkFile::read(&other.to_string(), None).map(|found| found.draft.version(1, date(2026, 8, 1)));
        assert!(!matches!(read, Ok(Ok(_))), "{place}");
    }
}
