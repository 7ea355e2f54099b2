//! Exports through the router: what one may see, as a table that reads back.

use std::collections::BTreeMap;
use std::io::Read as _;

use axum::body::Body;
use axum::http::{Request, header};
use calamine::{Data, Reader as _, Xlsx};
use domain::export::{Column, Reader};
use domain::fact::Fact;
use domain::sync::ProblemCode;

use crate::compare::three_visits;
use crate::support::{Reply, Server, framework};

/// A CSV body's rows, the names of the columns first.
fn rows(reply: &Reply) -> Vec<Vec<String>> {
    assert_eq!(reply.status, 200, "{}", String::from_utf8_lossy(&reply.body));
    let mut records = csv::ReaderBuilder::new().has_headers(false).from_reader(&*reply.body);
    records.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn facts(server: &Server, rows: &[Vec<String>]) -> Vec<Fact> {
    let framework = framework();
    let frameworks = BTreeMap::from([(server.framework, &framework)]);
    let mut reader = Reader::new(&rows[0], &frameworks).unwrap();
    rows[1..].iter().for_each(|row| reader.row(0, row));
    let back = reader.finish();
    assert_eq!(back.bad, []);
    back.facts
}

#[tokio::test]
async fn everyone_exports_the_visits_that_they_may_see_and_the_file_reads_back() {
    let server = Server::start().await;
    three_visits(&server).await;
    for (who, visits) in [("adams", 3), ("lin", 3), ("okafor", 2), ("berg", 1)] {
        let reply = server.tablet(who).await.get("/api/v1/export/visits.csv?today=2026-11-22").await;
        assert_eq!(reply.header("content-type"), "text/csv; charset=utf-8");
        let name = "attachment; filename=\"throughline-visits-alder-2026-11-22.csv\"";
        assert_eq!(reply.header("content-disposition"), name);
        let rows = rows(&reply);
        assert_eq!((rows[0][0].as_str(), rows.len()), ("visit", 1 + 2 * visits), "{who}");
        assert_eq!(facts(&server, &rows).len(), visits, "{who}");
    }
    let mut packed: Vec<Fact> = Vec::new();
    let adams = server.tablet("adams").await;
    for pack in server.app.fact_packs(&"alder".into()).await.unwrap() {
        packed.extend(pack.rows().map(|(visit, row)| {
            let back = facts_of(&pack, visit, row);
            assert_eq!(back.visit, visit);
            back
        }));
    }
    packed.sort_by_key(|fact| fact.visit);
    assert_eq!(facts(&server, &rows(&adams.get("/api/v1/export/visits.csv").await)), packed);
}

fn facts_of(pack: &domain::fact::Pack, visit: domain::id::VisitId, row: domain::fact::Row<'_>) -> Fact {
    Fact {
        visit,
        key: pack.key.clone(),
        date: row.date(),
        minute: row.minute(),
        classroom: pack.classroom(row).unwrap().clone(),
        lead: pack.lead(row).cloned(),
        observer: pack.observer(row).unwrap().clone(),
        grade: row.grade(),
        subject: pack.subject(row).cloned(),
        groups: pack.groups(row).to_vec(),
        source: row.source(),
        flags: domain::visit::Flag::ALL.into_iter().filter(|flag| row.has(*flag)).collect(),
        nothing: row.nothing(),
        watched: row.watched(),
        outcomes: row.outcomes().to_vec(),
        amounts: row.amounts().to_vec(),
    }
}

#[tokio::test]
async fn an_export_can_travel_compressed() {
    let server = Server::start().await;
    three_visits(&server).await;
    let adams = server.tablet("adams").await;
    let request = Request::get("/api/v1/export/visits.csv").header(header::COOKIE, &adams.cookie);
    let request = request.header(header::ACCEPT_ENCODING, "gzip").body(Body::empty()).unwrap();
    let reply = server.send(request).await;
    assert_eq!(reply.header("content-encoding"), "gzip");
    let mut plain = Vec::new();
    flate2::read::GzDecoder::new(&*reply.body).read_to_end(&mut plain).unwrap();
    assert_eq!(plain, adams.get("/api/v1/export/visits.csv").await.body);
}

#[tokio::test]
async fn a_workbook_holds_the_same_cells_and_the_codebook() {
    let server = Server::start().await;
    three_visits(&server).await;
    let adams = server.tablet("adams").await;
    let reply = adams.get("/api/v1/export/visits.xlsx").await;
    assert_eq!((reply.status.as_u16(), reply.header("content-encoding")), (200, ""));
    let mut workbook: Xlsx<_> = Xlsx::new(std::io::Cursor::new(reply.body)).unwrap();
    let sheet = workbook.worksheet_range("visits").unwrap();
    let cell = |cell: &Data| match cell {
        Data::Float(number) => number.to_string(),
        other => other.to_string(),
    };
    let found: Vec<Vec<String>> = sheet.rows().map(|row| row.iter().map(cell).collect()).collect();
    assert_eq!(found, rows(&adams.get("/api/v1/export/visits.csv").await));
    let codebook = workbook.worksheet_range("codebook").unwrap();
    assert_eq!(codebook.rows().count(), rows(&adams.get("/api/v1/export/codebook.csv").await).len());
}

#[tokio::test]
async fn the_codebook_explains_every_column_and_look_for() {
    let server = Server::start().await;
    three_visits(&server).await;
    let rows = rows(&server.tablet("okafor").await.get("/api/v1/export/codebook.csv").await);
    for column in Column::ALL {
        let row = rows.iter().find(|row| row[0] == "column" && row[1] == column.name());
        assert!(row.is_some_and(|row| !row[2].is_empty()), "{}", column.name());
    }
    let look_fors: Vec<&str> = rows.iter().filter(|row| row[0] == "look-for").map(|row| row[1].as_str()).collect();
    assert_eq!(look_fors, ["goal", "turns"]);
    assert!(rows.iter().any(|row| row[0] == "not in the table" && row[1] == "rating level"));
}

#[tokio::test]
async fn a_selection_narrows_an_export_and_a_school_of_others_is_refused() {
    let server = Server::start().await;
    three_visits(&server).await;
    let okafor = server.tablet("okafor").await;
    for file in ["visits.csv", "visits.xlsx", "codebook.csv"] {
        let path = format!("/api/v1/export/{file}");
        // {"schools":["birch"]}
        let birch = okafor.get(&format!("{path}?selection=%7b%22schools%22%3a%5b%22birch%22%5d%7d")).await;
        assert_eq!(birch.problem(), (403, ProblemCode::NotAllowed), "{file}");
        assert_eq!(okafor.get(&format!("{path}?selection=all")).await.problem(), (400, ProblemCode::Unreadable));
        assert_eq!(okafor.get(&format!("{path}?today=monday")).await.problem(), (400, ProblemCode::Unreadable));
        assert_eq!(server.send(crate::support::get(&path)).await.problem(), (401, ProblemCode::SignedOut));
    }
    let adams = server.tablet("adams").await;
    // {"schools":["birch"]}
    let birch = adams.get("/api/v1/export/visits.csv?selection=%7b%22schools%22%3a%5b%22birch%22%5d%7d").await;
    assert_eq!(rows(&birch).len(), 1 + 2);
    // {"to":"2020-01-01"}
    let none = adams.get("/api/v1/export/visits.csv?selection=%7b%22to%22%3a%222020-01-01%22%7d").await;
    assert_eq!(rows(&none).len(), 1);
}
