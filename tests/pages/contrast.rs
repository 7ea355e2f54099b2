use domain::compare::Selection;
use domain::time::date;
use throughline::pages::{ContrastPage, ContrastPageProps};
use throughline::state::Model;
use throughline::text::Language;

use crate::busy::{busy, words};
use crate::support::{draw, fresh};

async fn page(model: Model, before: Selection, after: Selection) -> String {
    draw::<ContrastPage>(model, ContrastPageProps { before, after }).await
}

fn early() -> Selection {
    Selection { to: Some(date(2026, 10, 11)), strand: Some("assessment".into()), ..Selection::default() }
}

fn late() -> Selection {
    Selection { from: Some(date(2026, 10, 12)), strand: Some("assessment".into()), ..Selection::default() }
}

#[tokio::test(flavor = "current_thread")]
async fn each_look_for_says_how_far_it_moved_and_how_sure_that_is() {
    let html = page(busy(Language::En), early(), late()).await;
    insta::assert_snapshot!("two_periods", words(&html[html.find("<table").unwrap()..]));
    assert!(!html.contains("may be in both"));
}

#[tokio::test(flavor = "current_thread")]
async fn visits_that_may_be_in_both_are_said() {
    let all = || Selection { strand: Some("assessment".into()), ..Selection::default() };
    let html = words(&page(busy(Language::En), all(), late()).await);
    assert!(html.contains("Some visits may be in both"));
    let html = words(&page(busy(Language::Es), all(), all()).await);
    assert!(html.contains("Ambos son las mismas visitas"));
}

#[tokio::test(flavor = "current_thread")]
async fn before_the_first_pull_it_says_what_to_do() {
    assert!(!page(fresh(Language::En), early(), late()).await.contains("<table"));
}
