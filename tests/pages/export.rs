use domain::compare::{Selection, Sources};
use throughline::pages::{ExportPage, ExportPageProps};
use throughline::state::Model;
use throughline::text::Language;

use crate::busy::{busy, words};
use crate::support::{draw, fresh, model};

async fn page(model: Model, selection: Selection) -> String {
    draw::<ExportPage>(model, ExportPageProps { selection }).await
}

#[tokio::test(flavor = "current_thread")]
async fn the_files_are_of_what_the_filters_leave() {
    let whole = page(busy(Language::En), Selection::default()).await;
    insta::assert_snapshot!("export", words(&whole));
    let grade = domain::roster::Grade(4);
    let some = page(busy(Language::En), Selection { grades: Some((grade, grade)), ..Selection::default() }).await;
    assert!(some.contains("download") && some.contains("grades%22%3A%5B4%2C4%5D"), "{some}");
    let count = |html: &str| words(html).lines().find(|line| line.ends_with("on this tablet")).map(ToOwned::to_owned);
    assert_ne!(count(&whole), count(&some));
}

#[tokio::test(flavor = "current_thread")]
async fn what_is_not_sent_or_cannot_be_fetched_now_is_said() {
    let mut unsent = model(Language::En);
    unsent.syncing.offline = true;
    let html = words(&page(unsent, Selection::default()).await);
    assert!(html.contains("There is no network") && html.contains("Some visits are only on this tablet"), "{html}");
    assert!(!words(&page(busy(Language::En), Selection::default()).await).contains("There is no network"));
}

#[tokio::test(flavor = "current_thread")]
async fn a_filter_that_is_set_is_offered_even_where_nothing_was_imported() {
    let sources = Sources { imported: false, ..Sources::default() };
    let html = words(&page(busy(Language::Es), Selection { sources, ..Selection::default() }).await);
    assert!(html.contains("Visitas importadas") && html.contains("Libro de Excel"), "{html}");
    assert!(!words(&page(busy(Language::Es), Selection::default()).await).contains("Visitas importadas"));
    assert!(!page(fresh(Language::En), Selection::default()).await.contains("visits.csv"));
}
