use std::rc::Rc;

use domain::compare::{Drill, Flagged, Selection};
use domain::device::Quarantined;
use domain::sync::Refusal;
use domain::visit::{Flag, Outcome};
use throughline::pages::{VisitsPage, VisitsPageProps};
use throughline::state::{Model, Progress, VisitFilter};
use throughline::text::Language;

use crate::busy::{busy, words};
use crate::support::{draw, fresh, model};

async fn page(model: Model, filter: VisitFilter) -> String {
    draw::<VisitsPage>(model, VisitsPageProps { filter }).await
}

/// The list alone, without filters.
fn list(html: &str) -> String {
    words(&html[html.find("<ul role=\"list\" class=\"virtual-list-window\"").unwrap()..])
}

#[tokio::test(flavor = "current_thread")]
async fn the_newest_visit_stands_first_and_each_says_how_far_it_is() {
    let html = page(model(Language::En), VisitFilter::default()).await;
    let lines: Vec<String> = list(&html).lines().take(24).map(str::to_owned).collect();
    assert_eq!(lines[..2], ["20 Nov", "10:35"]);
    insta::assert_snapshot!("visits", lines.join("\n"));
}

#[tokio::test(flavor = "current_thread")]
async fn of_hundreds_only_what_is_near_the_screen_is_drawn() {
    let model = busy(Language::En);
    let all: usize = model.packs.values().map(|pack| pack.len()).sum();
    let html = page(model, VisitFilter::default()).await;
    let drawn = html.matches("class=\"visit-row\"").count();
    assert!(all > 200 && (20..100).contains(&drawn), "{drawn} of {all}");
    assert!(html.contains(&format!("aria-setsize=\"{all}\"")));
}

#[tokio::test(flavor = "current_thread")]
async fn the_search_finds_part_of_a_teachers_name_in_any_case() {
    let model = busy(Language::En);
    let roster = model.documents.rosters.values().next().unwrap();
    let lead = roster.classrooms.iter().find_map(|room| room.lead.clone()).unwrap();
    let name = roster.teacher(&lead).unwrap().name.to_uppercase();
    let html = page(model, VisitFilter { words: name.clone(), ..VisitFilter::default() }).await;
    let rows = list(&html).to_uppercase();
    assert!(rows.contains(&name));
    assert_eq!(rows.matches(&name).count(), html.matches("class=\"visit-row\"").count());
}

#[tokio::test(flavor = "current_thread")]
async fn only_what_waits_to_sync_can_be_shown() {
    let filter = VisitFilter { progress: Progress::Waiting, ..VisitFilter::default() };
    let html = page(model(Language::En), filter).await;
    assert_eq!(html.matches("class=\"visit-row\"").count(), 3);
    assert!(words(&html).contains("3 of "));
}

#[tokio::test(flavor = "current_thread")]
async fn a_refused_visit_says_so() {
    let mut model = model(Language::En);
    let visit = *model.waiting.keys().next().unwrap();
    let quarantined = Quarantined { text: "{}".to_owned(), refusal: Refusal::NotAssigned, at: model.now };
    model.quarantined = Rc::new(vec![(Some(visit), quarantined)]);
    let html = page(model, VisitFilter::default()).await;
    assert!(list(&html).contains("Refused by the server"));
}

#[tokio::test(flavor = "current_thread")]
async fn what_compare_narrowed_stands_as_chips_that_come_off() {
    let drill = Drill { look_for: "check".into(), version: None, outcome: Some(Outcome::NotShown) };
    let selection = Selection { drill: Some(drill), flagged: Flagged::Only(Flag::Substitute), ..Selection::default() };
    let html = page(busy(Language::Es), VisitFilter { selection, ..VisitFilter::default() }).await;
    let read = words(&html);
    assert!(read.contains(": no visto ✕"), "{read}");
    assert!(read.contains("Solo: suplente ✕"), "{read}");
}

#[tokio::test(flavor = "current_thread")]
async fn an_empty_list_says_what_to_do_next() {
    assert!(words(&page(fresh(Language::En), VisitFilter::default()).await).contains("No framework yet"));
    let mut none = busy(Language::En);
    none.packs = Rc::default();
    assert!(words(&page(none, VisitFilter::default()).await).contains("No visits yet"));
    let filter = VisitFilter { words: "nobody of this name".to_owned(), ..VisitFilter::default() };
    assert!(words(&page(busy(Language::En), filter).await).contains("No visit fits"));
}
