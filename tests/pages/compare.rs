use std::rc::Rc;

use domain::compare::{Comparison, Ground, Order, Selection, compare, select};
use domain::permission::{Me, Role};
use domain::sync::Failure;
use throughline::pages::{ComparePage, ComparePageProps};
use throughline::route::CompareView;
use throughline::state::{Model, Question, Told};
use throughline::text::Language;

use crate::busy::{busy, words};
use crate::support::{draw, fresh, today};

async fn page(model: Model, selection: Selection, view: CompareView) -> String {
    draw::<ComparePage>(model, ComparePageProps { selection, view }).await
}

const CHART: CompareView = CompareView { table: false, order: Order::Strand };
const TABLE: CompareView = CompareView { table: true, order: Order::LargestGap };

fn of_strand(strand: &str) -> Selection {
    Selection { strand: Some(strand.into()), ..Selection::default() }
}

#[tokio::test(flavor = "current_thread")]
async fn a_strand_is_drawn_with_verdicts_gaps_and_bands() {
    let html = page(busy(Language::En), of_strand("assessment"), CHART).await;
    assert!(html.contains(r#"<h1 id="page-title""#));
    assert!(html.contains(r#"role="img" aria-label="Observed "#), "a band says its numbers");
    insta::assert_snapshot!("compare_by_strand", words(&html[html.find("<section").unwrap()..]));
}

#[tokio::test(flavor = "current_thread")]
async fn the_same_in_spanish() {
    let html =
        page(busy(Language::Es), of_strand("environment"), CompareView { order: Order::LargestGap, ..CHART }).await;
    insta::assert_snapshot!("compare_in_spanish", words(&html));
}

#[tokio::test(flavor = "current_thread")]
async fn the_table_has_the_same_rows_as_the_chart() {
    let html = page(busy(Language::En), of_strand("assessment"), TABLE).await;
    assert!(!html.contains("class=\"band\""));
    insta::assert_snapshot!("compare_as_a_table", words(&html[html.find("<table").unwrap()..]));
}

#[tokio::test(flavor = "current_thread")]
async fn a_row_leads_to_its_visits_and_every_filter_stays_in_the_address() {
    let html = page(busy(Language::En), of_strand("assessment"), CHART).await;
    assert!(html.contains(r#"href="/visits?strand=assessment&amp;look-for=check&amp;version="#));
}

#[tokio::test(flavor = "current_thread")]
async fn visits_that_were_not_sent_are_counted_and_said() {
    let mut model = busy(Language::En);
    let visit = model.packs.values().next().unwrap().rows().next().unwrap().0;
    model.waiting = Rc::new([(visit, 3)].into_iter().collect());
    let html = page(model, Selection::default(), CHART).await;
    assert!(words(&html).contains("includes 1 not yet sent"));
}

#[tokio::test(flavor = "current_thread")]
async fn nothing_at_all_says_what_to_do_next() {
    let html = page(fresh(Language::En), Selection::default(), CHART).await;
    assert!(words(&html).contains("No framework yet"));
    let mut model = busy(Language::En);
    model.packs = Rc::default();
    let html = page(model, Selection::default(), CHART).await;
    assert!(words(&html).contains("No visits yet"));
    assert!(html.contains(r#"href="/start""#));
}

#[tokio::test(flavor = "current_thread")]
async fn a_selection_without_visits_offers_to_clear_the_filters() {
    let selection = Selection { from: Some(today()), to: Some(today()), ..Selection::default() };
    let html = words(&page(busy(Language::En), selection, CHART).await);
    assert!(html.contains("No visits in this selection"));
    assert_eq!(html.matches("Clear filters").count(), 2);
}

fn administrator(model: &Model) -> Rc<Me> {
    let me = model.me.as_deref().unwrap().clone();
    Rc::new(Me { role: Role::Administrator, schools: Vec::new(), ..me })
}

/// What the server would say of everything.
fn answer(model: &Model) -> Comparison {
    let documents = &model.documents;
    let ground = Ground {
        packs: model.packs.values().map(|pack| &**pack).collect(),
        frameworks: documents.frameworks.iter().map(|(hash, framework)| (*hash, framework)).collect(),
        district: documents.district.as_ref().unwrap(),
        rosters: documents.rosters.values().collect(),
    };
    assert!(select(&ground, &Selection::default()).count() > 100);
    compare(&ground, &Selection::default(), today())
}

#[tokio::test(flavor = "current_thread")]
async fn beyond_the_tablet_the_server_is_asked_and_its_numbers_are_drawn() {
    let mut model = busy(Language::En);
    model.me = Some(administrator(&model));
    let waits = page(model.clone(), Selection::default(), CHART).await;
    assert!(waits.contains(r#"aria-busy="true""#));

    model.answers =
        Rc::new(vec![(Question::Compare(Selection::default()), Ok(Told::Comparison(Rc::new(answer(&model)))))]);
    let html = page(model, Selection::default(), CHART).await;
    assert!(html.contains("class=\"band\""));
    assert!(!html.contains("href=\"/visits?"), "the visits themselves are not on this tablet");
}

#[tokio::test(flavor = "current_thread")]
async fn a_server_that_cannot_be_reached_says_what_is_safe() {
    let mut model = busy(Language::En);
    model.me = Some(administrator(&model));
    model.answers = Rc::new(vec![(Question::Compare(Selection::default()), Err(Failure::Unreachable))]);
    let html = words(&page(model, Selection::default(), CHART).await);
    assert!(html.contains("Every visit recorded on this tablet is safe."));
    assert!(html.contains("Try again"));
}
