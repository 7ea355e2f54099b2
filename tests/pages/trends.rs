use domain::compare::{Person, Selection};
use domain::stats::trend::Period;
use throughline::pages::{TrendsPage, TrendsPageProps};
use throughline::route::{Shown, TrendsView};
use throughline::state::Model;
use throughline::text::Language;

use crate::busy::{busy, words};
use crate::support::{draw, fresh};

async fn page(model: Model, selection: Selection, view: TrendsView) -> String {
    draw::<TrendsPage>(model, TrendsPageProps { selection, view }).await
}

const FOCUS: TrendsView = TrendsView { period: Period::Week, start: None, show: Shown::Focus };

fn of_strand(strand: &str) -> Selection {
    Selection { strand: Some(strand.into()), ..Selection::default() }
}

#[tokio::test(flavor = "current_thread")]
async fn each_look_for_says_where_it_goes_before_it_is_drawn() {
    let html = page(busy(Language::En), of_strand("assessment"), FOCUS).await;
    assert_eq!(html.matches(r#"role="img""#).count(), html.matches("trend-card-title").count(), "a chart says itself");
    insta::assert_snapshot!("trends_of_a_strand", words(&html));
}

#[tokio::test(flavor = "current_thread")]
async fn the_same_by_month_in_spanish() {
    let view = TrendsView { period: Period::Month, ..FOCUS };
    insta::assert_snapshot!(
        "trends_in_spanish",
        words(&page(busy(Language::Es), of_strand("environment"), view).await)
    );
}

#[tokio::test(flavor = "current_thread")]
async fn the_focus_of_the_month_comes_first_and_every_look_for_on_request() {
    let cards = |html: &str| html.matches("trend-card-title").count();
    let focus = page(busy(Language::En), Selection::default(), FOCUS).await;
    let all = page(busy(Language::En), Selection::default(), TrendsView { show: Shown::All, ..FOCUS }).await;
    let one = TrendsView { show: Shown::One("check".into()), ..FOCUS };
    let one = page(busy(Language::En), Selection::default(), one).await;
    assert_eq!((cards(&focus), cards(&all), cards(&one)), (7, 24, 1));
}

#[tokio::test(flavor = "current_thread")]
async fn one_persons_visits_are_a_pattern_without_limits() {
    let model = busy(Language::En);
    let observer = model.packs.values().find_map(|pack| pack.observers().first().cloned()).unwrap();
    let mine = Selection { person: Some(Person::Observer(observer)), ..of_strand("assessment") };
    let html = page(model, mine, FOCUS).await;
    assert!(html.contains("One person’s pattern") && !html.contains("trend-chart-limit"));
    assert!(html.contains("Observed by "));
}

#[tokio::test(flavor = "current_thread")]
async fn without_visits_the_page_says_what_to_do_next() {
    let model = busy(Language::En);
    let nobody = Selection { person: Some(Person::Observer("nobody".into())), ..Selection::default() };
    assert!(words(&page(model, nobody, FOCUS).await).contains("Clear filters"));
    assert!(!page(fresh(Language::En), Selection::default(), FOCUS).await.contains("trend-card"));
}
