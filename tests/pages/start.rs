use throughline::pages::{PaperPage, StartPage, StartPageProps};
use throughline::state::Model;
use throughline::text::Language;

use crate::recording::{after, open_at};
use crate::support::{at, draw, fresh, model};

#[tokio::test(flavor = "current_thread")]
async fn every_classroom_starts_with_one_tap_and_those_that_waited_longest_come_first() {
    let model = model(Language::En);
    let rooms = model.documents.rosters[&open_at(&model).school].classrooms.len();
    let html = draw::<StartPage>(model, StartPageProps { together: false }).await;
    assert_eq!(html.matches("aria-label=\"Start here: ").count(), rooms);
    assert_eq!(html.matches("<h1").count(), 1);
    let first_visited = html.find("Last visited").expect("some have been visited");
    let last_never = html.rfind("Never visited").unwrap_or(0);
    assert!(last_never < first_visited, "never visited ones stand before all others");
    assert!(html.contains("Somewhere not on the roster") && html.contains("Enter from paper"));
}

#[tokio::test(flavor = "current_thread")]
async fn a_visit_that_is_still_open_is_offered_first() {
    let html = draw::<StartPage>(model(Language::En), StartPageProps { together: false }).await;
    assert!(html.contains("is still open.") && html.contains("Go on"));
    let finished = after(model(Language::En), &[(at(10, 42), domain::visit::Act::Finish(at(10, 42)))]);
    assert!(!draw::<StartPage>(finished, StartPageProps { together: false }).await.contains("is still open."));
}

#[tokio::test(flavor = "current_thread")]
async fn without_a_roster_the_page_says_what_to_do() {
    let html = draw::<StartPage>(fresh(Language::En), StartPageProps { together: false }).await;
    assert!(html.contains("No classrooms on this tablet") && html.contains("href=\"/sync\""));
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn the_start_page_speaks_spanish() {
    let html = draw::<StartPage>(model(Language::Es), StartPageProps { together: false }).await;
    assert!(
        html.contains("Empezar una visita")
            && html.contains("Empezar aquí")
            && html.contains("Un lugar que no está en la lista")
    );
}

#[tokio::test(flavor = "current_thread")]
async fn paper_asks_for_room_day_beginning_and_minutes() {
    let html = draw::<PaperPage>(model(Language::En), ()).await;
    for words in [
        "Enter a visit from paper",
        "Minutes watched",
        "value=\"2026-11-20\"",
        "type=\"time\"",
        "Somewhere not on the roster",
    ] {
        assert!(html.contains(words), "{words} in {html}");
    }
    assert!(html.contains("Room, date, beginning and minutes are needed."));
}

#[tokio::test(flavor = "current_thread")]
async fn several_schools_can_be_switched_between() {
    let sample = crate::support::sample();
    let me = crate::support::account(&sample, sample::DEMO_COACH);
    let documents = crate::support::documents(&sample, &me);
    let model = Model { me: Some(me.into()), documents: documents.into(), ..model(Language::En) };
    let html = draw::<StartPage>(model, StartPageProps { together: false }).await;
    assert!(html.contains("id=\"start-school\""), "{html}");
}
