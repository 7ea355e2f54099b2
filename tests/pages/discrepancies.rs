use domain::compare::Selection;
use domain::time::{Date, date};
use throughline::pages::{DiscrepanciesPage, DiscrepanciesPageProps};
use throughline::state::Model;
use throughline::text::Language;

use crate::busy::{busy, words};
use crate::support::{draw, fresh};

async fn page(model: Model, on: Option<Date>) -> String {
    draw::<DiscrepanciesPage>(model, DiscrepanciesPageProps { selection: Selection::default(), on }).await
}

#[tokio::test(flavor = "current_thread")]
async fn between_check_dates_it_is_how_things_stand_so_far() {
    let html = page(busy(Language::En), None).await;
    insta::assert_snapshot!("discrepancies_so_far", words(&html[html.find("</header>").unwrap()..]));
}

#[tokio::test(flavor = "current_thread")]
async fn at_a_check_date_what_calls_for_action_is_told_apart_from_what_may_be_chance() {
    let html = words(&page(busy(Language::En), Some(date(2026, 11, 10))).await);
    assert!(html.contains("Calls for action") && !html.contains("if today were a check date"));
    assert!(html.contains("25 Aug – 10 Nov"), "the term up to the check: {html}");
}

#[tokio::test(flavor = "current_thread")]
async fn before_the_first_pull_it_says_what_to_do() {
    assert!(!page(fresh(Language::En), None).await.contains("compare-row"));
}
