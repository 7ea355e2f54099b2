//! The frame: where one is, how the work stands, and what must be known on every page.

use domain::compare::Selection;
use domain::time::MINUTE;
use throughline::pages::{Frame, FrameProps};
use throughline::route::{CompareView, Route};
use throughline::state::{Model, Saving, StorageFacts, Syncing};
use throughline::text::Language;
use yew::prelude::*;

use super::support::{draw, fresh, model};

async fn framed(model: Model) -> String {
    draw::<Frame>(model, FrameProps { children: html! { <p>{ "The page" }</p> } }).await
}

fn status(html: &str) -> Vec<&str> {
    let lines = html.lines().filter_map(|line| line.strip_prefix("<span class=\"rail-status-line\">"));
    lines.filter_map(|line| line.strip_suffix("</span>")).collect()
}

#[tokio::test(flavor = "current_thread")]
async fn the_rail_says_where_the_person_is_and_how_the_work_stands() {
    let html = framed(model(Language::En)).await;
    assert_eq!(status(&html), ["3 to send", "synced 07:12"]);
    assert!(!html.contains("class=\"banner\""), "nothing is wrong, so nothing is said");
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn a_page_below_another_marks_its_place_in_the_rail() {
    let route = Route::Weekly(Selection::default());
    let html = framed(Model { route, ..model(Language::En) }).await;
    let opening = throughline::pages::opening_selection(&model(Language::En));
    let compare = Route::Compare(opening, CompareView::default()).address().replace('&', "&amp;");
    let marked = html.lines().find(|line| line.contains("aria-current")).expect("one place is marked");
    assert!(marked.contains(&format!("href=\"{compare}\"")), "{marked}");
    assert_eq!(html.matches("aria-current").count(), 1);
}

#[tokio::test(flavor = "current_thread")]
async fn the_status_names_the_worst_first_in_plain_words() {
    let with = |saving, syncing| Model { saving, syncing, ..fresh(Language::En) };
    let offline = Syncing { offline: true, ..Syncing::default() };
    let failed = Saving::Failed { unsaved: 2, full: false };
    let cases = [
        (with(Saving::Nothing, Syncing::default()), vec!["never synced"]),
        (with(Saving::Writing, Syncing::default()), vec!["saving …", "never synced"]),
        (with(failed, offline.clone()), vec!["2 not saved", "offline"]),
        (with(Saving::Nothing, Syncing { signed_out: true, ..offline }), vec!["signed out"]),
        (with(Saving::Nothing, Syncing { running: true, ..Syncing::default() }), vec!["syncing …"]),
    ];
    for (model, said) in cases {
        assert_eq!(status(&framed(model).await), said);
    }
}

#[tokio::test(flavor = "current_thread")]
async fn work_that_is_not_on_disk_is_said_at_once_with_what_is_safe_and_what_to_do() {
    let saving = Saving::Failed { unsaved: 1, full: true };
    let html = framed(Model { saving, ..model(Language::En) }).await;
    assert!(html.contains("role=\"alert\""));
    let place = |words: &str| html.find(words).unwrap_or_else(|| panic!("{words:?} is not said"));
    assert!(place("not on this tablet’s disk yet") < place("Everything before is safe"));
    assert!(place("Everything before is safe") < place("storage is full"));
    assert!(html.contains("Save a copy") && html.contains("Try again"));
    assert!(html.contains("data-trouble=\"true\""));
}

#[tokio::test(flavor = "current_thread")]
async fn everything_that_can_be_wrong_at_once_is_said_in_the_order_of_its_urgency() {
    let mut model = model(Language::En);
    model.saving = Saving::Failed { unsaved: 3, full: false };
    model.syncing.signed_out = true;
    model.unreadable = 2;
    model.ledger.clock_ahead = Some(-12 * MINUTE);
    model.update_ready = true;
    model.storage = StorageFacts::default();
    let html = framed(model).await;
    let banners = html.lines().filter(|line| line.contains("class=\"banner\""));
    let kinds: Vec<&str> = banners.filter_map(|line| line.split("data-kind=\"").nth(1)?.split('"').next()).collect();
    assert_eq!(kinds, ["danger", "warning", "warning", "warning", "update", "info"]);
    insta::assert_snapshot!(sentences(&html));
}

#[tokio::test(flavor = "current_thread")]
async fn a_clock_that_is_a_little_wrong_is_nobodys_business() {
    let with = |ahead| {
        let mut model = model(Language::En);
        model.ledger.clock_ahead = Some(ahead);
        model
    };
    assert!(!framed(with(5 * MINUTE)).await.contains("clock"));
    assert!(framed(with(5 * MINUTE + 1)).await.contains("6 minutes"));
    assert!(framed(with(-5 * MINUTE - 1)).await.contains("slow"));
}

#[tokio::test(flavor = "current_thread")]
async fn the_install_hint_names_unsent_work_first_and_stays_on_today() {
    let storage = StorageFacts { can_install: true, ..StorageFacts::default() };
    let unsent = framed(Model { storage, ..model(Language::En) }).await;
    assert!(unsent.contains("sync first, or save a copy"));
    assert!(!unsent.contains(">Install<"), "installing now would leave the unsent visits behind");
    let first = framed(Model { storage, ..fresh(Language::En) }).await;
    assert!(first.contains(">Install<"));
    let elsewhere = framed(Model { storage, route: Route::Settings, ..fresh(Language::En) }).await;
    let hidden = StorageFacts { hint_dismissed: true, ..storage };
    let dismissed = framed(Model { storage: hidden, ..fresh(Language::En) }).await;
    for html in [elsewhere, dismissed] {
        assert!(!html.contains("home screen"));
    }
}

/// What the banners say and offer, without the markup around it.
fn sentences(html: &str) -> String {
    let banners = &html[html.find("banner-title").unwrap_or(0)..html.find("<p>The page").unwrap_or(html.len())];
    let words = banners.split('>').skip(1).filter_map(|rest| rest.split('<').next());
    words.map(str::trim).filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n")
}
