use std::rc::Rc;

use domain::id::Bits128;
use domain::permission::{Me, Role};
use domain::rostering::{
    CannotReadRoster, Change, Counts, Fault, Format, NotAPackage, Note, Part, RefusedRow, RosterReport, RosterSummary,
    SchoolSummary, What, Year,
};
use domain::sync::{Failure, ProblemCode};
use domain::time::date;
use throughline::pages::RosterPage;
use throughline::state::{FileFailure, Model, RosterBusy, Rostering};
use throughline::text::Language;

use crate::busy::words;
use crate::support::{at, draw, model};

async fn page(model: Model) -> String {
    draw::<RosterPage>(model, ()).await
}

fn with(language: Language, now: Rostering) -> Model {
    let model = model(language);
    let me = Me { role: Role::Administrator, ..(**model.me.as_ref().unwrap()).clone() };
    Model { me: Some(Rc::new(me)), rostering: Rc::new(now), ..model }
}

fn summary() -> RosterSummary {
    let school = |name: &str, network: Option<&str>| SchoolSummary {
        id: name.into(),
        name: name.to_owned(),
        network: network.map(str::to_owned),
        classes: 1_204,
        teachers: 31,
        led: 1_200,
    };
    RosterSummary {
        schools: vec![school("Cedar Ridge", Some("North")), school("Lone Pine", None)],
        imported: Some(at(9, 5)),
    }
}

fn report() -> RosterReport {
    let change = |what, kind, name: &str, parts| Change {
        what,
        kind,
        id: name.into(),
        name: name.into(),
        school: "Cedar Ridge".into(),
        parts,
    };
    let faults = [
        Fault::Missing,
        Fault::NotADate("soon".into()),
        Fault::EndsBefore,
        Fault::NotOneOf { value: "holiday".into(), can: vec!["year".into(), "term".into()] },
        Fault::NoRole { can: vec!["teacher".into()] },
        Fault::NotALesson("8-9".into()),
        Fault::NotAGrade("fourth".into()),
        Fault::NotACount("many".into()),
        Fault::LeadsNowhere { id: "t-99".into(), file: "users.csv".into() },
        Fault::SameAs(4),
        Fault::TooLong { characters: 300, most: 200 },
        Fault::CellsBesides,
    ];
    let refused =
        (2..).zip(faults).map(|(row, fault)| RefusedRow { file: "classes.csv".into(), row, column: None, fault });
    RosterReport {
        stored: false,
        stamp: Bits128([7; 16]),
        format: Format::OneRoster11,
        on: date(2026, 11, 22),
        schools: Counts { same: 2, ..Counts::default() },
        teachers: Counts { added: 1, ..Counts::default() },
        classes: Counts { added: 0, changed: 1, gone: 1_200, same: 3 },
        year: Some(Year {
            first_day: date(2026, 8, 17),
            last_day: date(2027, 6, 4),
            terms: vec!["Fall".into(), "Spring".into()],
            dropped: 2,
        }),
        changes: vec![
            change(What::Gone, Part::Class, "Room 7", vec![]),
            change(What::Changed, Part::Class, "Room 204", vec![Part::Lead, Part::Students]),
            change(What::Added, Part::Teacher, "Ada Okafor", vec![]),
        ],
        refused_rows: 12,
        refused: refused.collect(),
        students: 2_412,
        over: 2,
        remembers: true,
        notes: vec![
            Note::ManyGone,
            Note::NoManifest,
            Note::StudentsAsBefore,
            Note::PastYear,
            Note::OtherSource,
            Note::SchoolsStay,
        ],
    }
}

#[tokio::test(flavor = "current_thread")]
async fn only_administrators_see_it() {
    let html = page(model(Language::En)).await;
    assert!(words(&html).contains("The roster is for district administrators"));
    assert!(!html.contains("roster-files"));
}

#[tokio::test(flavor = "current_thread")]
async fn before_anything_is_chosen_it_says_what_there_is() {
    let now = Rostering { summary: Some(Rc::new(summary())), ..Rostering::default() };
    insta::assert_snapshot!(words(&page(with(Language::En, now)).await));
    let none = RosterSummary { schools: vec![], imported: None };
    let now = Rostering { summary: Some(Rc::new(none)), ..Rostering::default() };
    assert!(words(&page(with(Language::En, now)).await).contains("There are no schools yet"));
}

#[tokio::test(flavor = "current_thread")]
async fn what_would_change_is_said_before_it_is_stored() {
    for (language, name) in [(Language::En, "a_roster"), (Language::Es, "a_roster_in_spanish")] {
        let now = Rostering {
            files: vec!["oneroster.zip".into()],
            report: Some(Rc::new(report())),
            summary: Some(Rc::new(summary())),
            ..Rostering::default()
        };
        insta::assert_snapshot!(name, words(&page(with(language, now)).await));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn what_changes_nothing_cannot_be_stored_and_what_is_stored_not_again() {
    let same = RosterReport {
        teachers: Counts::default(),
        classes: Counts { same: 4, ..Counts::default() },
        year: None,
        changes: vec![],
        remembers: false,
        ..report()
    };
    let later = RosterReport { remembers: true, ..same.clone() };
    let now = Rostering { files: vec!["a.zip".into()], report: Some(Rc::new(later)), ..Rostering::default() };
    let said = words(&page(with(Language::En, now)).await);
    assert!(said.contains("Nothing of it shows yet") && said.contains("Store these changes"));
    let now = Rostering { files: vec!["a.zip".into()], report: Some(Rc::new(same)), ..Rostering::default() };
    let said = words(&page(with(Language::En, now)).await);
    assert!(said.contains("this is what is there already") && !said.contains("Store these changes"));
    let stored = RosterReport { stored: true, ..report() };
    let now = Rostering { files: vec!["a.zip".into()], report: Some(Rc::new(stored)), ..Rostering::default() };
    let said = words(&page(with(Language::En, now)).await);
    assert!(said.contains("The roster is stored.") && !said.contains("Store these changes"));
}

#[tokio::test(flavor = "current_thread")]
async fn why_files_cannot_be_brought_in_is_said_in_words() {
    let cannot = |why| FileFailure::Cannot(why);
    let columns = NotAPackage::NoColumns { file: "orgs.csv".into(), columns: vec!["name".into(), "type".into()] };
    let failures = [
        cannot(CannotReadRoster::NotAPackage(NotAPackage::Unknown)),
        cannot(CannotReadRoster::NotAPackage(NotAPackage::Announced("orgs.csv".into()))),
        cannot(CannotReadRoster::NotAPackage(columns)),
        cannot(CannotReadRoster::NotAPackage(NotAPackage::Mode { file: "orgs.csv".into(), value: "full".into() })),
        cannot(CannotReadRoster::NotAPackage(NotAPackage::Twice("orgs.csv".into()))),
        cannot(CannotReadRoster::NotAPackage(NotAPackage::OpenQuote { file: "orgs.csv".into(), row: 3 })),
        cannot(CannotReadRoster::NotAZip),
        cannot(CannotReadRoster::TooLarge),
        cannot(CannotReadRoster::NotText { file: "users.csv".into(), line: 12 }),
        cannot(CannotReadRoster::NoDistrict),
        cannot(CannotReadRoster::Otherwise(Box::new(report()))),
        FileFailure::Network(Failure::Unreachable),
        FileFailure::Network(Failure::Problem(ProblemCode::NotAllowed, None)),
    ];
    let mut said = String::new();
    for failure in failures {
        let now = Rostering { files: vec!["a.zip".into()], failure: Some(failure), ..Rostering::default() };
        let html = page(with(Language::En, now)).await;
        let banner = html.split("class=\"banner-text\"").nth(1).and_then(|rest| rest.split("</div>").next()).unwrap();
        said += &format!("{}\n", words(&format!("<div{banner}")));
    }
    insta::assert_snapshot!(said);
}

#[tokio::test(flavor = "current_thread")]
async fn while_something_is_under_way_nothing_can_be_pressed_twice() {
    for busy in [RosterBusy::Looking, RosterBusy::Storing] {
        let now = Rostering {
            files: vec!["a.zip".into()],
            report: Some(Rc::new(report())),
            busy: Some(busy),
            ..Rostering::default()
        };
        let html = page(with(Language::En, now)).await;
        assert!(html.contains("roster-progress"));
        assert!(!html.split("<button").skip(1).any(|button| !button.split('>').next().unwrap().contains("disabled")));
    }
}
