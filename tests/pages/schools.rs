use domain::compare::Selection;
use sample::{DEMO_COACH, Size, district};
use throughline::pages::{SchoolsPage, SchoolsPageProps};
use throughline::route::{SchoolOrder, SchoolsView};
use throughline::state::Model;
use throughline::text::Language;

use crate::busy::{busy_as, words};
use crate::support::{draw, fresh, today};

/// A coach with several schools on the tablet.
fn coach(language: Language) -> Model {
    busy_as(language, &district(1, Size { schools: 4, visits: 900, until: today() }), DEMO_COACH)
}

async fn page(model: Model, view: SchoolsView) -> String {
    draw::<SchoolsPage>(model, SchoolsPageProps { selection: Selection::default(), view }).await
}

#[tokio::test(flavor = "current_thread")]
async fn every_school_has_a_line_and_every_cell_says_itself_and_leads_to_its_chart() {
    let html = page(coach(Language::En), SchoolsView::default()).await;
    assert!(html.contains("heat-map-cell") && html.contains("only=check"));
    let table = &html[html.find("<table").unwrap()..];
    insta::assert_snapshot!("schools_side_by_side", words(table));
    let cells = table.matches("heat-map-cell").count();
    assert_eq!(cells, table.matches(r#"href="/trends?"#).count());
    assert_eq!(cells, table.matches(" visits\"").count() + table.matches(" visit\"").count(), "cells say their visits");
}

#[tokio::test(flavor = "current_thread")]
async fn the_order_asked_for_is_marked_on_its_column() {
    let sort = SchoolOrder::Gap("check".into());
    let html = page(coach(Language::Es), SchoolsView { all: true, sort }).await;
    assert_eq!(html.matches(r#"aria-sort="descending""#).count(), 1);
    assert!(words(&html).contains("Escuelas lado a lado"));
}

#[tokio::test(flavor = "current_thread")]
async fn before_the_first_pull_it_says_what_to_do() {
    assert!(!page(fresh(Language::En), SchoolsView::default()).await.contains("<table"));
}
