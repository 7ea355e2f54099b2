//! What an administrator does: past visits come in from a file and go out again; every school's report is printed.

use std::fs;

use crate::journey::enter_at;
use crate::play::{OrFail, Stage};
use crate::server::Server;
use crate::tablet::Tablet;

in_every_browser!(past_visits_come_in_from_a_file_and_go_out_again);

/// As a form writes it: a quoted comma and line break, two columns of one name, an empty row, a value of the form's own,
/// and a row without a date.
const FORM: &str = "Date of visit,Room,Teacher,Learning goal stated in words students can repeat,Comments,Comments\n\
    9/15/2025,Portable 9,R. Quill,Yes,\"calm, and\nwarm\",x\n\
    9/16/2025,Portable 9,R. Quill,No,,\n\
    ,,,,,\n\
    9/17/2025,Portable 9,R. Quill,Kind of,,\n\
    soon,Portable 9,R. Quill,Yes,,\n";

async fn past_visits_come_in_from_a_file_and_go_out_again(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let tablet = stage.new_tablet().await;
    let folder = tempfile::tempdir().or_fail("a folder for the file");
    let write = |name: &str, contents: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, contents).or_fail("writing the file");
        path.display().to_string()
    };
    let (form, noise) = (write("form.csv", FORM.as_bytes()), write("noise.csv", b"\x89PNG\r\n\x1a\n\x00\x01\xff\xfe"));

    enter(&tablet, &server).await;
    tablet.go(&server.at("/visits/import")).await;
    tablet.see("1 · The file").await;
    tablet.is_accessible("choosing a file to import").await;
    tablet.type_into("Where it comes from", "Google Forms").await;
    tablet.hand_over("Choose a file", &[noise]).await;
    tablet.see("The file is neither text (CSV) nor an Excel workbook").await;

    tablet.hand_over("Choose a file", std::slice::from_ref(&form)).await;
    tablet.see("2 · What its columns mean").await;
    tablet.press("Show what would happen").await;
    tablet.see("2 visits would be imported.").await;
    tablet.see("Nobody has said what “Kind of” means.").await;
    tablet.see("“soon” is no date.").await;
    tablet.is_accessible("what an import would do").await;
    tablet.choose("“Kind of” means", "Seen").await;
    tablet.press("Show what would happen").await;
    tablet.see("3 visits would be imported.").await;
    tablet.press("Import 3 visits").await;
    tablet.see("3 visits were imported.").await;

    // The same file adds nothing, and its columns are known now.
    tablet.press("Take another file").await;
    tablet.type_into("Where it comes from", "google forms").await;
    tablet.hand_over("Choose a file", std::slice::from_ref(&form)).await;
    tablet.see("read as the last time").await;
    tablet.press("Show what would happen").await;
    tablet.see("3 rows were imported before and add nothing.").await;

    tablet.press("Take back").await;
    tablet.see("Take this import back?").await;
    tablet.press("Discard 3 visits").await;
    tablet.see("3 visits were discarded.").await;
    tablet.press("Show what would happen").await;
    tablet.see("3 visits would be imported.").await;
}

/// An administrator's tablet holds no visits: Today says so.
async fn enter(tablet: &Tablet, server: &Server) {
    enter_at(tablet, &server.at("/"), sample::DEMO_ADMINISTRATOR).await;
    tablet.see("No school’s visits are kept on this tablet").await;
}

mod chromium_alone {
    use super::*;

    #[test]
    fn every_schools_report_is_there_to_print() {
        crate::play::play(crate::browser::Browser::Chromium, every_schools_report);
    }
}

/// One school after another, none drawn twice.
async fn every_schools_report(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let tablet = stage.new_tablet().await;
    enter(&tablet, &server).await;
    tablet.go(&server.at("/compare/report")).await;
    tablet.see_element(".report:nth-of-type(8) .report-foot").await;
    tablet.see_element("main button:not([disabled])").await;
    tablet.is_accessible("the reports of eight schools").await;
}
