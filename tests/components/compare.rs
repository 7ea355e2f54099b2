use throughline::components::*;
use yew::prelude::*;

use super::{drawn, line};

fn mark(at: f64, text: &'static str) -> Option<BandMark> {
    Some(BandMark { at, text: text.into() })
}

#[tokio::test(flavor = "current_thread")]
async fn a_row_says_verdict_and_gap_before_the_chart() {
    let html = drawn(|| {
        html! {
            <CompareRow shape={Shape::Below} word="Below" gap="22–47 points short" title="Understanding checked" note="Non-negotiable · 58 visits, 22 rooms" href="/compare/check">
                <Band
                    shape={Shape::Below}
                    label="Observed 45 %, likely 33 to 58 %; expected 80 %"
                    interval={Some((0.33, 0.58))}
                    point={mark(0.45, "45 %")}
                    expectation={mark(0.8, "80 %")}
                    margin={0.1}
                />
            </CompareRow>
        }
    })
    .await;
    let place = |words: &str| html.find(words).expect("is said");
    assert!(
        place("Below") < place("22–47")
            && place("22–47") < place("Understanding")
            && place("Understanding") < place("<svg")
    );
    assert!(html.contains("role=\"img\" aria-label=\"Observed 45 %"));
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn the_margin_lies_under_at_least_and_over_at_most() {
    let band = |direction| async move {
        drawn(move || html! { <Band shape={Shape::Close} label="x" expectation={mark(0.6, "60 %")} margin={0.1} {direction} /> }).await
    };
    assert!(line(&band(Direction::AtLeast).await, "band-margin").contains("x1=\"50.0%\" x2=\"60.0%\""));
    assert!(line(&band(Direction::AtMost).await, "band-margin").contains("x1=\"60.0%\" x2=\"70.0%\""));
}

#[tokio::test(flavor = "current_thread")]
async fn nothing_observed_draws_no_point_and_no_interval() {
    let html =
        drawn(|| html! { <Band shape={Shape::None} label="No visits yet" expectation={mark(0.7, "70 %")} /> }).await;
    assert!(!html.contains("band-point") && !html.contains("band-interval"));
}

#[tokio::test(flavor = "current_thread")]
async fn a_long_label_at_the_end_of_the_track_moves_in() {
    let html =
        drawn(|| html! { <Band shape={Shape::Met} label="x" expectation={mark(1.0, "every single visit")} /> }).await;
    assert!(line(&html, "\"band-expectation\"").contains("x1=\"100.0%\""));
    assert!(!line(&html, "band-expectation-text").contains("x=\"100.0%\""));
}

#[tokio::test(flavor = "current_thread")]
async fn places_outside_the_track_are_drawn_at_its_ends() {
    let html = drawn(|| html! { <Band shape={Shape::Met} label="x" interval={Some((-0.2, 1.4))} /> }).await;
    assert!(html.contains("x=\"0.0%\" width=\"100.0%\""));
}

#[tokio::test(flavor = "current_thread")]
async fn every_standing_has_a_shape_of_its_own_beside_its_word() {
    let shapes = [Shape::Met, Shape::Close, Shape::Below, Shape::Unclear, Shape::None];
    let mut signs: Vec<&str> = shapes.iter().map(|shape| shape.sign()).collect();
    signs.sort_unstable();
    signs.dedup();
    assert_eq!(signs.len(), shapes.len());
    let html = drawn(|| html! { <StandingMark shape={Shape::Close} word="Close" /> }).await;
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn the_table_has_a_caption_row_headings_and_figures_at_the_right() {
    let html = drawn(|| {
        html! {
            <>
                <CompareAxis marks={vec!["0 %".into(), "100 %".into()]} />
                <DataTable
                    caption="The same numbers"
                    columns={vec![Column { label: "Look-for".into(), numeric: false }, Column { label: "Visits".into(), numeric: true }]}
                    rows={vec![vec![html! { "Routines" }, html! { "62" }]]}
                />
            </>
        }
    })
    .await;
    assert!(html.contains("<th scope=\"row\""));
    assert!(html.contains("<td data-number=\"true\">62"));
    insta::assert_snapshot!(html);
}
