//! Frameworks as files: the project's own form, CASE packages that others wrote, and what a version changes.

#![expect(clippy::unwrap_used, reason = "a test should fail loudly")]

mod drafts;
mod files;
mod successions;

use domain::framework::{
    Ask, Autonomy, Difference, Draft, Framework, FrameworkChanges, FrameworkFile, FromFile, Kind, Level, LookFor,
    NotAFramework, Segment, Strand, Unfit, WhyLeftOut,
};
use domain::time::date;
use proptest::prelude::*;
use serde_json::{Value, json};

const SMART_LEVEL: &str = include_str!("cfpackage-smart-level.json");

fn look_for(id: &str, text: &str, kind: Kind) -> LookFor {
    LookFor {
        id: id.into(),
        text: text.to_owned(),
        short: text.to_owned(),
        hint: None,
        kind,
        autonomy: Autonomy::NonNegotiable,
        segments: vec![],
        examples: Vec::new(),
        succeeds: None,
    }
}

fn framework() -> Framework {
    let level = |name: &str| Level { name: name.to_owned(), descriptor: format!("{name}: what is seen") };
    let levels = vec![level("Recall"), level("Explain"), level("Extend")];
    let strand = |id: &str, name: &str, look_fors| Strand { id: id.into(), name: name.to_owned(), look_fors };
    Framework {
        title: "Common".to_owned(),
        version: 3,
        effective: date(2026, 8, 1),
        strands: vec![
            strand(
                "instruction",
                "Instruction",
                vec![
                    LookFor {
                        segments: vec![Segment::Opening],
                        ..look_for("goal", "The goal is said", Kind::Presence)
                    },
                    look_for("turns", "Students take turns", Kind::Count),
                    look_for("talk", "Students talk", Kind::Duration),
                ],
            ),
            strand(
                "assessment",
                "Assessment",
                vec![
                    look_for("engaged", "On task", Kind::Interval { every_minutes: 3, ask: Ask::NotDoing }),
                    look_for("depth", "Depth of thinking", Kind::Rating { levels, shown_from: 2 }),
                ],
            ),
        ],
    }
}

fn read(text: &str) -> FromFile {
    FrameworkFile::read(text, None).unwrap()
}

fn written(framework: &Framework) -> String {
    serde_json::to_string_pretty(&FrameworkFile::of(&Draft::of(framework))).unwrap()
}

#[test]
fn a_framework_reads_back_from_its_own_file() {
    let framework = framework();
    let back = read(&format!("\u{feff}{}", written(&framework))).draft.version(framework.version, framework.effective);
    assert_eq!(back, Ok(framework));
}

#[test]
fn a_file_that_holds_no_framework_says_what_and_where() {
    let cannot = |text: &str| FrameworkFile::read(text, None).unwrap_err();
    assert_eq!(cannot("{}"), NotAFramework::OtherFormat);
    assert_eq!(cannot("[1]"), NotAFramework::OtherFormat);
    assert!(matches!(cannot("{\n  \"format\""), NotAFramework::Json { line: 2, .. }));
    let newer = written(&framework()).replace("\"format_version\": 1", "\"format_version\": 9");
    assert_eq!(cannot(&newer), NotAFramework::Newer(9));
    let odd = written(&framework()).replace("\"Duration\"", "\"Distance\"");
    let NotAFramework::Json { line, what, .. } = cannot(&odd) else { unreachable!() };
    assert!(line > 20 && what.contains("Distance"), "{line}: {what}");
}

#[test]
fn what_observers_could_not_use_is_not_published() {
    let unfit = |framework: Framework| read(&written(&framework)).draft.version(1, date(2026, 8, 1)).unwrap_err();
    let mut twice = framework();
    twice.strands[1].look_fors[0].id = "goal".into();
    assert_eq!(unfit(twice), Unfit::Twice("goal".into()));
    let mut silent = framework();
    silent.strands[0].look_fors[1].text = "  ".to_owned();
    assert_eq!(unfit(silent), Unfit::NoText("turns".into()));
    let mut strand = framework();
    strand.strands[1].id = "instruction".into();
    assert_eq!(unfit(strand), Unfit::StrandTwice("instruction".into()));
}

#[test]
fn a_case_package_becomes_strands_and_look_fors_in_its_order() {
    let found = read(SMART_LEVEL);
    assert_eq!((found.draft.title.as_str(), found.left_out.len()), ("SmartLevel Test", 0));
    let strands: Vec<(&str, Vec<&str>)> = found
        .draft
        .strands
        .iter()
        .map(|strand| (strand.name.as_str(), strand.look_fors.iter().map(|one| one.text.as_str()).collect()))
        .collect();
    let first: Vec<String> = (1..=10).map(|number| format!("Item 1.{number}")).collect();
    let first: Vec<&str> = first.iter().map(String::as_str).collect();
    assert_eq!(strands, [("Item 1", first), ("Item 2", vec!["Item 2.1", "Item 2.2"])]);
    assert!(found.draft.version(1, date(2026, 8, 1)).is_ok());
}

#[test]
fn a_case_package_again_updates_what_is_there_and_keeps_how_it_is_observed() {
    let mut ours = read(SMART_LEVEL).draft.version(1, date(2026, 8, 1)).unwrap();
    let first = &mut ours.strands[0].look_fors[0];
    (first.kind, first.autonomy, first.hint) = (Kind::Count, Autonomy::NonNegotiable, Some("Each time".to_owned()));
    let reworded = SMART_LEVEL.replace("\"fullStatement\": \"Item 1.1\"", "\"fullStatement\": \"Item one\"");
    let next = FrameworkFile::read(&reworded, Some(&ours)).unwrap().draft.version(2, date(2026, 9, 1)).unwrap();
    let look_for = &next.strands[0].look_fors[0];
    assert_eq!(
        (look_for.text.as_str(), &look_for.kind, look_for.hint.as_deref()),
        ("Item one", &Kind::Count, Some("Each time"))
    );
    let changes = FrameworkChanges::between(Some(&ours), &next);
    assert_eq!((changes.look_fors.len(), changes.same), (1, 11));
    assert_eq!(changes.look_fors[0].how[0], Difference::Reworded { before: "Item 1.1".to_owned() });
}

fn item(id: &str, statement: &str, code: &str) -> Value {
    json!({ "identifier": id, "fullStatement": statement, "humanCodingScheme": code })
}

fn child(origin: &str, destination: &str, number: Option<i64>) -> Value {
    json!({
        "associationType": "isChildOf",
        "originNodeURI": { "identifier": origin },
        "destinationNodeURI": { "identifier": destination },
        "sequenceNumber": number,
    })
}

#[test]
fn what_real_packages_do_is_read() {
    let package = json!({ "CFPackage": {
        "CFDocument": { "identifier": "doc", "title": "Look &amp; listen" },
        "CFItems": [
            item("b10", "Tenth", "L1.10"), item("b2", "<p>Second, <b>5 &lt; 7</b></p>", "L1.2"), item("b1", "First", "L1.1"),
            item("s", "A strand", "L1"), item("lone", "Stands alone", "Z"), item("deep", "Deeper", "L1.3.1"),
            item("mid", "Between", "L1.3"), item("", "Nobody", ""), item("empty", "<br/>", ""), item("b1", "Again", ""),
            item("x", "Round", ""), item("y", "and round", ""),
        ],
        "CFAssociations": [
            child("b10", "s", None), child("b2", "s", None), child("b1", "s", None), child("mid", "s", None),
            child("deep", "mid", None), child("s", "doc", Some(2)), child("lone", "doc", Some(1)),
            child("x", "y", None), child("y", "x", None), child("b1", "elsewhere", None),
            json!({ "associationType": "isRelatedTo", "originNodeURI": null, "destinationNodeURI": { "identifier": "s" } }),
        ],
    } });
    let found = read(&package.to_string());
    assert_eq!(found.draft.title, "Look & listen");
    let names: Vec<&str> = found.draft.strands.iter().map(|strand| strand.name.as_str()).collect();
    assert_eq!(names, ["Look & listen", "A strand"]);
    let texts: Vec<&str> = found.draft.strands[1].look_fors.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(texts, ["First", "Second, 5 < 7", "Deeper", "Tenth"]);
    let left_out: Vec<_> = found.left_out.iter().map(|fault| (fault.number, fault.why.clone())).collect();
    use WhyLeftOut::{Circle, NoIdentifier, NoStatement, Twice};
    assert_eq!(left_out, [(8, NoIdentifier), (9, NoStatement), (10, Twice), (11, Circle), (12, Circle)]);
}

#[test]
fn every_kind_of_change_is_told() {
    let (before, mut after) = (framework(), framework());
    let talk = after.strands[0].look_fors.pop().unwrap();
    after.strands[1].look_fors.push(talk);
    after.strands[0].look_fors[0].text = "The goal is said and seen".to_owned();
    after.strands[0].look_fors[1].kind = Kind::Presence;
    after.strands[1].look_fors[0].autonomy = Autonomy::Adaptable;
    after.strands[1].look_fors.remove(1);
    after.strands[1].look_fors.push(look_for("new", "New", Kind::Presence));
    let changes = FrameworkChanges::between(Some(&before), &after);
    let told: Vec<_> = changes.look_fors.iter().map(|one| (one.id.as_str(), one.how.clone())).collect();
    let expected = [
        ("goal", vec![Difference::Reworded { before: "The goal is said".to_owned() }]),
        ("turns", vec![Difference::Rule]),
        ("engaged", vec![Difference::Autonomy]),
        ("talk", vec![Difference::Moved { from: "Instruction".to_owned() }]),
        ("new", vec![Difference::Added]),
        ("depth", vec![Difference::Removed]),
    ];
    assert_eq!(told, expected);
    assert_eq!(FrameworkChanges::between(None, &before).look_fors.len(), 5);
    assert!(FrameworkChanges::between(Some(&before), &before).is_empty());
}

proptest! {
    #[test]
    fn any_tree_is_read_with_each_leaf_once(links in prop::collection::vec((0..8_usize, 0..10_usize, proptest::option::of(-3..3_i64)), 0..14)) {
        let items: Vec<Value> = (0..8).map(|id| item(&id.to_string(), &format!("Item {id}"), &format!("1.{id}"))).collect();
        let links: Vec<Value> = links.iter().map(|(one, other, number)| child(&one.to_string(), &other.to_string(), *number)).collect();
        let package = json!({ "CFDocument": { "title": "T" }, "CFItems": items, "CFAssociations": links });
        let found = read(&package.to_string());
        let mut ids: Vec<String> = found.draft.strands.iter().flat_map(|strand| &strand.look_fors).map(|one| one.id.0.clone()).collect();
        let all = ids.len();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), all);
        let parents = links.iter().filter_map(|link| link["destinationNodeURI"]["identifier"].as_str());
        let parents: std::collections::BTreeSet<&str> = parents.collect();
        for id in (0..8).map(|id| id.to_string()).filter(|id| !parents.contains(id.as_str())) {
            let circle = found.left_out.iter().any(|fault| fault.id == id);
            prop_assert!(circle || ids.contains(&id), "{id} is lost");
        }
    }
}
