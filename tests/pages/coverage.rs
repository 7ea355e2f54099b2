use domain::compare::Selection;
use throughline::pages::{CoveragePage, CoveragePageProps};
use throughline::state::Model;
use throughline::text::Language;

use crate::busy::{busy, words};
use crate::support::{draw, fresh};

async fn page(model: Model) -> String {
    draw::<CoveragePage>(model, CoveragePageProps { selection: Selection::default() }).await
}

#[tokio::test(flavor = "current_thread")]
async fn rooms_that_wait_pace_and_what_leans_are_said_in_words() {
    let html = page(busy(Language::En)).await;
    assert!(html.contains("week-bars"));
    insta::assert_snapshot!("coverage", words(&html[html.find("<dl").unwrap()..]));
}

#[tokio::test(flavor = "current_thread")]
async fn the_same_in_spanish_and_before_the_first_pull() {
    assert!(words(&page(busy(Language::Es)).await).contains("Aulas a las que ir"));
    assert!(!page(fresh(Language::En)).await.contains("week-bars"));
}
