//! Lessons that several observers recorded, over the interface.

use domain::calibration::{Calibrated, sessions};
use domain::compare::Comparison;
use domain::sync::ProblemCode;
use domain::visit::{Begin, Context, Place, Seat, Setting, Source};

use crate::support::{Server, begin, set, visit};

/// Two observers in one lesson, under one code.
async fn a_shared_lesson(server: &Server) {
    for (number, who) in [(1, "okafor"), (2, "reyes")] {
        let mut tablet = server.tablet(who).await;
        let start = Begin { source: Source::Calibration, ..begin(who.into(), "cedar", server.framework) };
        let context = Context {
            classroom: Place::Known("204".into()),
            lead: None,
            others: vec![],
            grade: None,
            subject: None,
            groups: vec![],
        };
        let seat = Seat { session: "K7Q4".parse().ok(), ..Seat::default() };
        let settings = [
            Setting::Begin(start),
            Setting::Context(context),
            Setting::Seat(seat),
            Setting::Finished(Some(crate::support::NOW.plus(600_000))),
        ];
        let edits: Vec<_> =
            settings.into_iter().map(|setting| tablet.write_in("cedar", visit(number), set(setting))).collect();
        tablet.push(&edits).await;
    }
}

#[tokio::test]
async fn a_lesson_recorded_by_two_is_one_session_for_all_who_work_there_and_counts_nowhere() {
    let server = Server::start().await;
    a_shared_lesson(&server).await;
    for (who, seen) in [("adams", 1), ("okafor", 1), ("reyes", 1), ("berg", 0)] {
        let tablet = server.tablet(who).await;
        let found: Calibrated = tablet.get("/api/v1/calibration").await.read();
        let sessions = sessions(found.sittings);
        assert_eq!(sessions.len(), seen, "{who}");
        assert!(sessions.iter().all(|session| session.sittings.len() == 2), "{who}");
        assert_eq!(found.leniency, None, "nobody was named");
        let compared: Comparison = tablet.get("/api/v1/compare?today=2026-11-22").await.read();
        assert_eq!(compared.visits, 0, "{who}");
    }
}

#[tokio::test]
async fn a_session_of_other_dates_or_schools_is_left_out() {
    let server = Server::start().await;
    a_shared_lesson(&server).await;
    let adams = server.tablet("adams").await;
    for (selection, seen) in [
        ("%7b%22schools%22%3a%5b%22birch%22%5d%7d", 0),
        ("%7b%22schools%22%3a%5b%22cedar%22%5d%7d", 2),
        ("%7b%22to%22%3a%222026-09-01%22%7d", 0),
    ] {
        let found: Calibrated = adams.get(&format!("/api/v1/calibration?selection={selection}")).await.read();
        assert_eq!(found.sittings.len(), seen, "{selection}");
    }
}

#[tokio::test]
async fn leniency_is_for_the_observer_and_for_an_administrator() {
    let server = Server::start().await;
    // {"person":{"Observer":"reyes"}}
    let path = "/api/v1/calibration?selection=%7b%22person%22%3a%7b%22Observer%22%3a%22reyes%22%7d%7d";
    for who in ["adams", "reyes"] {
        let found: Calibrated = server.tablet(who).await.get(path).await.read();
        assert_eq!(found.leniency.map(|one| one.visits), Some(0), "{who}");
    }
    assert_eq!(server.tablet("okafor").await.get(path).await.problem(), (403, ProblemCode::NotAllowed));
}
