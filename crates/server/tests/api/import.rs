//! Imports through the router: a file is looked at, tried, imported, listed, and nothing is half done.

use domain::id::VisitId;
use domain::import::{
    CannotImport, CannotRead, Doubt, Fault, ImportAsk, ImportProblem, ImportReport, LookForColumn, MAPPING_VERSION,
    MOST_IMPORT_BYTES, Mapping, Meaning, NotATable, PastImports, Reason, TableLook, Unmeant,
};
use domain::merge::VisitState;
use domain::sync::ProblemCode;
use domain::visit::{Source, Visit};
use rust_xlsxwriter::Workbook;

use crate::support::{NOW, Reply, Server, Tablet};

const LOOK: &str = "/api/v1/import/look";
const VISITS: &str = "/api/v1/import/visits";

pub(crate) const FILE: &str = "Date,Room,goal,turns,Comments\n\
    2026-09-01,204,Yes,3,\"quiet, \"\"really\"\"\nquiet\"\n\
    2026-09-02,204,No,0,\n\
    2026-09-03,7,Kind of,1,\n\
    someday,7,Yes,1,\n";

pub(crate) fn ask() -> ImportAsk {
    ImportAsk { source: "Google Forms".into(), school: "cedar".into(), sheet: None, mapping: None, store: false }
}

pub(crate) fn mapping() -> Mapping {
    let column = |name: &str, values: &[(&str, Meaning)]| LookForColumn {
        column: name.into(),
        look_for: name.into(),
        values: values.iter().map(|(value, meaning)| ((*value).into(), *meaning)).collect(),
        empty: domain::import::Empty::Blank,
    };
    Mapping {
        version: MAPPING_VERSION,
        date: "Date".into(),
        date_order: None,
        start: None,
        minutes: None,
        classroom: Some("Room".into()),
        teacher: None,
        observer: None,
        school: None,
        grade: None,
        subject: None,
        notes: vec!["Comments".into()],
        look_fors: vec![column("goal", &[("Yes", Meaning::Seen), ("No", Meaning::NotSeen)]), column("turns", &[])],
    }
}

pub(crate) fn dry() -> ImportAsk {
    ImportAsk { mapping: Some(mapping()), ..ask() }
}

pub(crate) fn store() -> ImportAsk {
    ImportAsk { store: true, ..dry() }
}

pub(crate) async fn import(tablet: &Tablet<'_>, ask: &ImportAsk, file: &str) -> ImportReport {
    tablet.send_file(VISITS, ask, file).await.read()
}

pub(crate) async fn visits(server: &Server) -> Vec<Visit> {
    let page = server.tablet("okafor").await.pull("stream=school/cedar").await;
    let read = |(id, state): (VisitId, &VisitState)| Visit::read(id, state).unwrap();
    page.visits.iter().map(|one| read((one.visit, &one.state))).collect()
}

pub(crate) async fn past(tablet: &Tablet<'_>) -> PastImports {
    tablet.get("/api/v1/imports").await.read()
}

/// The status, and what is wrong with the file.
fn why(reply: &Reply) -> (u16, CannotImport) {
    let problem: ImportProblem = serde_json::from_slice(&reply.body).unwrap();
    assert_eq!(problem.code, reply.problem().1);
    assert!(problem.message.ends_with("nothing was stored"), "{}", problem.message);
    (reply.status.as_u16(), problem.why)
}

fn not_a_table(reply: &Reply) -> (u16, NotATable) {
    match why(reply) {
        (status, CannotImport::NotATable(why)) => (status, why),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_file_is_looked_at_tried_imported_once_and_listed() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    let look: TableLook = adams.send_file(LOOK, &ask(), FILE).await.read();
    let names: Vec<_> = look.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["Date", "Room", "goal", "turns", "Comments"]);
    assert_eq!((look.rows, look.sheets.len(), look.framework), (4, 0, server.framework));
    let goal = &look.columns[2];
    assert_eq!((goal.filled, goal.different, goal.samples[0].as_str()), (4, 3, "Yes"));
    assert_eq!((look.guess.classroom.as_deref(), &look.remembered, &look.must), (Some("Room"), &None, &None));
    let unknown = |doubt: &Doubt| matches!(doubt, Doubt::UnknownValues { column, .. } if column == "goal");
    assert!(look.unsure.iter().any(unknown), "{:?}", look.unsure);

    let tried = import(&adams, &dry(), FILE).await;
    assert_eq!((tried.import, tried.new, tried.already, tried.refused_rows), (None, 2, 0, 2));
    let refused: Vec<_> = tried.refused.iter().map(|one| (one.row, one.column.as_deref(), &one.reason)).collect();
    let (vague, someday) = (Reason::UnknownValue("Kind of".into()), Reason::NotADate("someday".into()));
    assert_eq!(refused, [(4, Some("goal"), &vague), (5, Some("Date"), &someday)]);
    let values = [("Kind of".to_owned(), 1)].into();
    assert_eq!(tried.unmeant, [Unmeant { column: "goal".into(), look_for: "goal".into(), values }]);
    assert!(visits(&server).await.is_empty() && past(&adams).await.imports.is_empty(), "a dry run stores nothing");
    let after: TableLook = adams.send_file(LOOK, &ask(), FILE).await.read();
    assert_eq!(after.remembered, None);

    let done = import(&adams, &store(), FILE).await;
    assert_eq!((done.import.is_some(), done.new), (true, 2));
    let stored = visits(&server).await;
    assert!(stored.iter().all(|visit| visit.begin.source == Source::Imported));
    assert!(
        stored.iter().any(|visit| visit.notes.iter().any(|(_, note)| note.what.text == "quiet, \"really\"\nquiet"))
    );
    let listed = past(&adams).await.imports;
    let one = &listed[0];
    assert_eq!((listed.len(), Some(one.import), one.visits, one.at), (1, done.import, 2, NOW));
    assert_eq!((one.source.as_str(), one.by.as_str(), one.undone.is_some()), ("Google Forms", "adams", false));

    // The mapping is remembered, however the source is typed; the same file again adds nothing.
    let again = ImportAsk { source: " google-forms ".into(), store: true, ..ask() };
    let look: TableLook = adams.send_file(LOOK, &again, FILE).await.read();
    assert_eq!(look.remembered, Some(mapping()));
    let again = import(&adams, &again, FILE).await;
    assert_eq!((again.import, again.new, again.already), (None, 0, 2));
    assert_eq!((visits(&server).await.len(), past(&adams).await.imports.len()), (2, 1));
}

#[tokio::test]
async fn a_workbook_is_known_by_its_content_and_its_sheets_are_named() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Read me").unwrap();
    let sheet = workbook.add_worksheet().set_name("Walks").unwrap();
    for (row, line) in FILE.lines().take(1).chain(["2026-09-01,204,Yes,3"]).enumerate() {
        for (column, cell) in line.split(',').enumerate() {
            sheet.write_string(u32::try_from(row).unwrap() + 2, u16::try_from(column).unwrap() + 1, cell).unwrap();
        }
    }
    // Far away, and nothing: a sheet is not as large as its last corner.
    sheet.write_string(1_048_575, 16_383, "").unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let empty = adams.send_file(LOOK, &ask(), &bytes).await;
    assert_eq!(not_a_table(&empty), (422, NotATable::Empty));
    let walks = ImportAsk { sheet: Some("Walks".into()), ..dry() };
    let look: TableLook = adams.send_file(LOOK, &walks, &bytes).await.read();
    assert_eq!((look.sheets, look.sheet, look.rows), (vec!["Read me".into(), "Walks".into()], Some("Walks".into()), 1));
    let report: ImportReport = adams.send_file(VISITS, &walks, &bytes).await.read();
    assert_eq!((report.new, report.refused), (1, vec![]));
    let other = ImportAsk { sheet: Some("Runs".into()), ..dry() };
    let found = vec!["Read me".to_owned(), "Walks".to_owned()];
    assert_eq!(not_a_table(&adams.send_file(VISITS, &other, &bytes).await), (422, NotATable::NoSheet { found }));
    let cut = &bytes[..bytes.len() / 2];
    assert_eq!(not_a_table(&adams.send_file(VISITS, &walks, cut).await), (422, NotATable::Damaged));
}

#[tokio::test]
async fn a_workbook_that_is_larger_than_it_looks_is_refused() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    (0..200).for_each(|row| _ = sheet.write_string(row, 16_383, "far").unwrap());
    let bytes = workbook.save_to_buffer().unwrap();
    assert!(bytes.len() < 100_000);
    assert_eq!(not_a_table(&adams.send_file(LOOK, &ask(), &bytes).await), (413, NotATable::TooLarge));
}

#[tokio::test]
async fn what_is_no_table_is_refused_with_what_it_is() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    for (file, expected) in [
        (&b"Date\nMar\xeda\n"[..], (422, NotATable::NotText { line: 2 })),
        (b"\xff\xfeD\0a\0t\0e\0", (422, NotATable::NotText { line: 1 })),
        (b"", (422, NotATable::Empty)),
        (b"\n , \n", (422, NotATable::Empty)),
        (b"%PDF-1.7", (415, NotATable::OtherFormat)),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", (415, NotATable::OtherFormat)),
        (b"\x00\x01\x02", (415, NotATable::OtherFormat)),
        (b"PK\x03\x04 and no more", (422, NotATable::Damaged)),
    ] {
        for path in [LOOK, VISITS] {
            assert_eq!(not_a_table(&adams.send_file(path, &store(), file).await), expected, "{path}");
        }
    }
    assert!(visits(&server).await.is_empty());
}

#[tokio::test]
async fn what_has_to_be_chosen_first_is_said() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    let open = "Date,Room\n3/4/2026,204\n5/6/2026,7\n";
    let order = CannotRead::DateOrder { column: "Date".into(), example: "3/4/2026".into() };
    let look: TableLook = adams.send_file(LOOK, &ask(), open).await.read();
    assert_eq!(look.must, Some(order.clone()));
    let short = Mapping { notes: vec![], look_fors: vec![], ..mapping() };
    let chosen = ImportAsk { mapping: Some(short.clone()), store: true, ..ask() };
    assert_eq!(why(&adams.send_file(VISITS, &chosen, open).await), (422, CannotImport::CannotRead(order)));
    let other = CannotImport::CannotRead(CannotRead::Mapping(vec![Fault::NoColumn("Room".into())]));
    assert_eq!(why(&adams.send_file(VISITS, &chosen, "Date,Place\n2026-09-01,204\n").await), (422, other));
    let look: TableLook = adams.send_file(LOOK, &ask(), "Who,Room\nAda,204\n").await.read();
    assert_eq!(look.must, Some(CannotRead::Mapping(vec![Fault::NoDate])));
    assert_eq!(why(&adams.send_file(VISITS, &ask(), FILE).await), (422, CannotImport::NoMapping));
    let nameless = ImportAsk { source: " … ".into(), ..store() };
    assert_eq!(why(&adams.send_file(VISITS, &nameless, FILE).await), (422, CannotImport::NoSourceName));
    assert!(visits(&server).await.is_empty());
}

#[tokio::test]
async fn a_request_that_cannot_be_read_is_refused_whole() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    let elsewhere = ImportAsk { school: "elm".into(), ..store() };
    assert_eq!(adams.send_file(VISITS, &elsewhere, FILE).await.problem(), (400, ProblemCode::Unreadable));
    let newer = Mapping { version: MAPPING_VERSION + 1, ..mapping() };
    let newer = ImportAsk { mapping: Some(newer), ..store() };
    assert_eq!(adams.send_file(VISITS, &newer, FILE).await.problem(), (400, ProblemCode::Unreadable));
    for body in [&b""[..], b"{}\n", b"Date,Room\n2026-09-01,204\n", b"{\"source\":\"a\",\"school\":\"cedar\"}"] {
        assert_eq!(adams.send_bytes(VISITS, body).await.problem(), (400, ProblemCode::Unreadable));
    }
    let long = vec![b' '; MOST_IMPORT_BYTES + 1];
    assert_eq!(adams.send_bytes(LOOK, long).await.problem(), (413, ProblemCode::TooLarge));
    let json = axum::http::Request::post(VISITS)
        .header("cookie", &adams.cookie)
        .header("content-type", "application/json")
        .body(axum::body::Body::from(store().first_line()))
        .unwrap();
    assert_eq!(server.send(json).await.problem(), (415, ProblemCode::Unreadable));
    let without = Server::without_framework().await;
    let adams = without.tablet("adams").await;
    assert_eq!(why(&adams.send_file(LOOK, &ask(), FILE).await), (422, CannotImport::NoFramework));
}

#[tokio::test]
async fn only_an_administrator_imports_or_sees_what_was_imported() {
    let server = Server::start().await;
    for who in ["okafor", "lin", "reyes"] {
        let tablet = server.tablet(who).await;
        for path in [LOOK, VISITS] {
            let refused = tablet.send_file(path, &store(), FILE).await;
            assert_eq!(refused.problem(), (403, ProblemCode::NotAllowed), "{who} {path}");
        }
        assert_eq!(tablet.get("/api/v1/imports").await.problem(), (403, ProblemCode::NotAllowed), "{who}");
    }
    for path in [LOOK, VISITS] {
        let nobody = crate::support::post(path, store().first_line());
        assert_eq!(server.send(nobody).await.problem(), (401, ProblemCode::SignedOut));
    }
}

#[tokio::test]
async fn two_who_import_the_same_at_once_import_it_once() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    let ask = store();
    let (one, other) = tokio::join!(import(&adams, &ask, FILE), import(&adams, &ask, FILE));
    assert_eq!(one.new + other.new, 2);
    assert_eq!(one.already + other.already, 2);
    assert!(visits(&server).await.iter().all(|visit| visit.rivals.is_empty()));
    assert_eq!(past(&adams).await.imports.len(), 1);
}
