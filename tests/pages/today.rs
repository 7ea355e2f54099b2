//! Today: what is open, where to go next, and why there may be nothing yet.

use std::rc::Rc;

use domain::sync::Failure;
use sample::{DEMO_ADMINISTRATOR, DEMO_COACH};
use throughline::pages::TodayPage;
use throughline::state::{Model, Syncing};
use throughline::text::Language;

use super::support::{account, documents, draw, fresh, model, sample};

async fn today(model: Model) -> String {
    draw::<TodayPage>(model, ()).await
}

fn cards(html: &str) -> Vec<&str> {
    let titles = html.lines().filter_map(|line| line.strip_prefix("<h3 class=\"classroom-card-title\">"));
    titles.filter_map(|line| line.strip_suffix("</h3>")).collect()
}

#[tokio::test(flavor = "current_thread")]
async fn an_open_visit_stands_first_and_can_be_gone_on_with_or_ended() {
    let html = today(model(Language::En)).await;
    assert_eq!(html.matches("<h1").count(), 1);
    assert!(html.contains("Friday, 20 Nov · Cedar Ridge Elementary"));
    assert!(html.contains("started 10:35"));
    assert!(html.contains("Watched 07:00"), "from 10:35 to 10:42");
    assert!(html.contains("End it at its last mark, 10:41"));
    let place = |words: &str| html.find(words).unwrap_or_else(|| panic!("{words:?} is not said"));
    assert!(place("A visit is still open") < place("Not visited for longest"));
    assert_eq!(
        cards(&html).iter().filter(|card| **card == cards(&html)[0]).count(),
        1,
        "it is not offered again below"
    );
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn the_one_primary_button_is_the_open_visit_or_the_next_one() {
    let primary = |html: &str| html.matches("data-kind=\"primary\"").count();
    let open = today(model(Language::En)).await;
    let none_open = today(Model { visits: Rc::default(), ..model(Language::En) }).await;
    assert_eq!((primary(&open), primary(&none_open)), (1, 1));
    assert!(none_open.contains("Start a visit"));
}

#[tokio::test(flavor = "current_thread")]
async fn classrooms_never_visited_stand_before_those_visited_long_ago() {
    let html = today(Model { packs: Rc::default(), visits: Rc::default(), ..model(Language::En) }).await;
    assert_eq!(html.matches("Not visited yet").count(), 6);
    let sample = sample();
    let first_rooms: Vec<&str> = sample.rosters[0].classrooms.iter().take(6).map(|room| room.name.as_str()).collect();
    assert_eq!(cards(&html), first_rooms);
}

#[tokio::test(flavor = "current_thread")]
async fn what_waits_is_counted_with_a_button_that_sends_it() {
    let html = today(model(Language::En)).await;
    assert!(html.contains("visits wait to be sent") && html.contains("the oldest since"));
    assert!(html.contains("Sync now"));
    let sent = today(Model { waiting: Rc::default(), ..model(Language::En) }).await;
    assert!(!sent.contains("Sync now"), "nothing waits");
    assert!(sent.contains("last synced 07:12"));
}

#[tokio::test(flavor = "current_thread")]
async fn a_coach_sees_which_school_a_classroom_belongs_to() {
    let sample = sample();
    let me = account(&sample, DEMO_COACH);
    let documents = Rc::new(documents(&sample, &me));
    let html = today(Model { me: Some(Rc::new(me)), documents, visits: Rc::default(), ..model(Language::En) }).await;
    assert!(html.contains("2 schools"));
    assert!(html.contains(&format!("{} · ", sample.district.schools[0].name)));
}

#[tokio::test(flavor = "current_thread")]
async fn an_administrator_without_schools_is_shown_to_compare() {
    let sample = sample();
    let me = account(&sample, DEMO_ADMINISTRATOR);
    let documents = Rc::new(documents(&sample, &me));
    let html = today(Model { me: Some(Rc::new(me)), documents, ..fresh(Language::En) }).await;
    assert!(html.contains("href=\"/compare?from="));
    assert!(!html.contains("Start a visit"));
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn a_first_pull_shows_how_far_it_has_come_and_a_failed_one_what_to_do() {
    let with = |syncing| Model { syncing, ..fresh(Language::En) };
    let under_way = today(with(Syncing { running: true, first_pull: Some((120, 400)), ..Syncing::default() })).await;
    assert!(under_way.contains("120 of 400 visits have arrived"));
    assert!(under_way.contains("value=\"120\"") && under_way.contains("max=\"400\""));
    let offline = today(with(Syncing { offline: true, ..Syncing::default() })).await;
    assert!(offline.contains("There is no network. Connect once"));
    let failed = today(with(Syncing { failure: Some(Failure::Unreachable), ..Syncing::default() })).await;
    assert!(failed.contains("The server does not answer") && failed.contains("Sync now"));
}

#[tokio::test(flavor = "current_thread")]
async fn a_school_without_a_roster_or_a_framework_says_what_is_missing() {
    let mut rosterless = (*model(Language::En).documents).clone();
    rosterless.rosters.clear();
    let html = today(Model { documents: Rc::new(rosterless.clone()), ..fresh(Language::En) }).await;
    assert!(html.contains("no classrooms on its roster yet"));
    assert!(html.contains("Start a visit"), "a room can be described");
    rosterless.frameworks.clear();
    let html = today(Model { documents: Rc::new(rosterless), ..fresh(Language::En) }).await;
    assert!(html.contains("has not published a framework yet"));
    assert!(!html.contains("Start a visit"), "there is nothing to record against");
}

#[tokio::test(flavor = "current_thread")]
async fn today_speaks_spanish() {
    insta::assert_snapshot!(today(model(Language::Es)).await);
}
