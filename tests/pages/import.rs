use std::collections::BTreeMap;
use std::rc::Rc;

use domain::import::{
    CannotImport, CannotRead, Fault, ImportReport, NotATable, PastImport, Reason, Refused, Sheet, Strangers, TableLook,
    UndoneImport, Unmeant,
};
use domain::permission::{Me, Role};
use domain::sync::{Failure, ProblemCode};
use throughline::pages::ImportPage;
use throughline::state::{ImportBusy, ImportFailure, Importing, Model};
use throughline::text::Language;

use crate::busy::words;
use crate::support::{at, draw, model};

const ROWS: [&[&str]; 4] = [
    &["Date", "Room", "Teacher", "Learning goal stated in words students can repeat", "Mood"],
    &["9/3/2025", "101", "R. Okafor", "Yes", "good"],
    &["9/4/2025", "102", "", "No", ""],
    &["9/5/2025", "103", "", "Kind of", ""],
];

async fn page(model: Model) -> String {
    draw::<ImportPage>(model, ()).await
}

/// An administrator, in the middle of an import.
fn importing(language: Language, now: Importing) -> Model {
    let model = model(language);
    let me = Me { role: Role::Administrator, ..(**model.me.as_ref().unwrap()).clone() };
    let school = now.school.clone().or_else(|| me.schools.first().cloned());
    Model { me: Some(Rc::new(me)), importing: Rc::new(Importing { school, ..now }), ..model }
}

/// After a file was looked at.
fn looked(language: Language) -> Importing {
    let model = model(language);
    let (hash, framework) = model.documents.frameworks.iter().last().unwrap();
    let rows = (1..).zip(ROWS).map(|(row, cells)| (row, cells.iter().map(ToString::to_string).collect()));
    let sheet = Sheet::new(rows).unwrap();
    let look = TableLook::new(&sheet, (framework, *hash), None, None);
    Importing {
        source: "Google Forms".to_owned(),
        file: Some("forms.csv".to_owned()),
        mapping: Some(look.guess.clone()),
        look: Some(Rc::new(look)),
        ..Importing::default()
    }
}

fn tried() -> ImportReport {
    let named = |name: &str| BTreeMap::from([(name.to_owned(), 1)]);
    ImportReport {
        import: None,
        new: 2,
        already: 1,
        changed_rows: 0,
        changed: Vec::new(),
        refused_rows: 1,
        refused: vec![Refused {
            row: 4,
            column: Some(ROWS[0][3].to_owned()),
            reason: Reason::UnknownValue("Kind of".to_owned()),
        }],
        unmeant: vec![Unmeant { column: ROWS[0][3].to_owned(), look_for: "goal".into(), values: named("Kind of") }],
        elsewhere: 0,
        empty: 0,
        strangers: Strangers { teachers: named("J. Doe"), untimed: 2, ..Strangers::default() },
        date_order: None,
    }
}

#[tokio::test(flavor = "current_thread")]
async fn only_those_who_may_import_are_offered_it() {
    let html = page(model(Language::En)).await;
    assert!(words(&html).contains("Importing is for district administrators"));
    assert!(!html.contains("import-source"));
}

#[tokio::test(flavor = "current_thread")]
async fn it_begins_with_where_the_file_comes_from() {
    let html = page(importing(Language::En, Importing::default())).await;
    assert!(words(&html).contains("Say first where it comes from."));
    assert!(!words(&html).contains("2 · What its columns mean"));
}

#[tokio::test(flavor = "current_thread")]
async fn each_column_says_something_and_each_value_means_something() {
    let html = page(importing(Language::En, looked(Language::En))).await;
    for (at, says) in
        ["import-part-date", "import-part-classroom", "import-part-teacher", "look-for:goal"].iter().enumerate()
    {
        let column = &html[html.find(&format!(r#"id="import-column-{at}""#)).unwrap()..];
        let column = &column[..column.find("</select>").unwrap()];
        assert!(column.contains(&format!(r#"value="{says}" selected"#)), "column {at}: {column}");
    }
    let read = words(&html);
    for value in ["“Yes” means", "“No” means", "“Kind of” means"] {
        assert_eq!(read.matches(value).count(), 1, "{value}");
    }
    assert!(read.contains("What comes first in a date"), "3 September or 9 March");
}

#[tokio::test(flavor = "current_thread")]
async fn before_anything_is_stored_it_says_what_would_happen() {
    for (language, name) in [(Language::En, "import"), (Language::Es, "import_in_spanish")] {
        let html = page(importing(language, Importing { tried: Some(Rc::new(tried())), ..looked(language) })).await;
        insta::assert_snapshot!(name, words(&html[html.find(r#"id="import-outcome""#).unwrap()..]));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn what_does_not_work_is_said_in_words_and_that_nothing_was_stored() {
    let unfit = Fault::DoesNotFit {
        look_for: "goal".into(),
        value: "3".to_owned(),
        meaning: domain::import::Meaning::Level(3),
    };
    let cases = [
        (CannotImport::NotATable(NotATable::NotText { line: 7 }), "From line 7 on, the file is not UTF-8 text."),
        (CannotImport::NotATable(NotATable::OtherFormat), "The file is neither text (CSV) nor an Excel workbook"),
        (
            CannotImport::CannotRead(CannotRead::Mapping(vec![Fault::NoDate, Fault::NoPlace])),
            "names the classroom or the",
        ),
        (CannotImport::CannotRead(CannotRead::Mapping(vec![unfit])), "“3” cannot mean that for the look-for “"),
    ];
    for (why, said) in cases {
        let now = Importing { failure: Some(ImportFailure::Cannot(why)), ..looked(Language::En) };
        let read = words(&page(importing(Language::En, now)).await);
        assert!(read.contains(said) && read.contains("nothing was stored"), "{said}: {read}");
    }
    let failure = Some(ImportFailure::Network(Failure::Problem(ProblemCode::TooLarge, None)));
    let read = words(&page(importing(Language::En, Importing { failure, ..Importing::default() })).await);
    assert!(read.contains("nothing was stored"));
}

#[tokio::test(flavor = "current_thread")]
async fn while_it_works_nothing_can_be_pressed_twice() {
    let now = Importing { busy: Some(ImportBusy::Storing), tried: Some(Rc::new(tried())), ..looked(Language::En) };
    let html = page(importing(Language::En, now)).await;
    assert!(words(&html).contains("The visits are being stored"));
    let button = html.find("Import 2 visits").unwrap();
    assert!(html[..button].rsplit("<button").next().unwrap().contains("disabled"));
}

#[tokio::test(flavor = "current_thread")]
async fn imports_are_listed_and_one_that_was_undone_is_not_offered_again() {
    let one = |source: &str, undone| PastImport {
        import: domain::id::ImportId::default(),
        source: source.to_owned(),
        school: "cedar".into(),
        by: "admin".into(),
        at: at(9, 0),
        visits: 12,
        undone,
    };
    let undone = domain::import::Undone { by: "admin".into(), at: at(9, 30) };
    let past = vec![one("Paper 2024", None), one("Google Forms", Some(undone))];
    let undone = UndoneImport { import: domain::id::ImportId::default(), discarded: 12, changed: 1 };
    let now = Importing { past: Some(Rc::new(past)), undone: Some(undone), ..Importing::default() };
    let read = words(&page(importing(Language::En, now)).await);
    assert_eq!(read.matches("\nTake back\n").count(), 2, "one in the head of the table, one button: {read}");
    assert!(read.contains("12 visits were discarded.") && read.contains("1 of them had been corrected"));
}
