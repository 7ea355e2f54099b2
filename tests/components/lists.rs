use throughline::components::*;
use yew::prelude::*;

use super::drawn;

#[tokio::test(flavor = "current_thread")]
async fn a_visit_row_says_its_state_in_words() {
    let html = drawn(|| {
        html! {
            <VisitRow href="/visits/1" date="20 Nov" time="10:35" title="Room 204 · Mathematics" sub="R. Okafor" state={VisitRowState::Waiting} state_text="not sent yet" />
        }
    })
    .await;
    assert!(html.contains("data-state=\"waiting\"") && html.contains("not sent yet"));
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn classrooms_and_key_figures_are_drawn() {
    let html = drawn(|| {
        html! {
            <>
                <ClassroomCard title="Room 7" sub="S. Ito · Science" last="Last visited 34 days ago" actions={html! { <Button>{ "Start here" }</Button> }} />
                <KeyFigures figures={vec![KeyFigure { value: "23".into(), label: "of 26 classrooms".into(), note: Some("this term".into()) }]} />
            </>
        }
    })
    .await;
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn ten_thousand_visits_draw_a_few_dozen_rows_and_keep_their_numbers() {
    let html = drawn(|| {
        html! {
            <VirtualList
                label="Visits"
                count={10_000}
                item_height={80.0}
                scroll_top={400_000.0}
                viewport={800.0}
                render={Callback::from(|index: usize| html! { <p>{ format!("visit {index}") }</p> })}
                on_scroll={Callback::noop()}
            />
        }
    })
    .await;
    assert!(html.matches("<li").count() < 40);
    assert!(html.contains("visit 5000") && !html.contains("visit 42<"));
    assert!(html.contains("aria-setsize=\"10000\" aria-posinset=\"5001\""));
}

#[test]
fn drawn_items_and_stand_ins_together_are_as_high_as_the_whole_list() {
    for (count, top) in [(0, 0.0), (3, 0.0), (10_000, 0.0), (10_000, 333_333.0), (10_000, 9e9), (12, -50.0)] {
        let window = Window::of(count, 80.0, top, 800.0);
        let drawn = window.drawn.len() as f64 * 80.0;
        assert!((window.above + drawn + window.below - count as f64 * 80.0).abs() < 0.5, "{count} at {top}");
    }
}

#[test]
fn everything_in_sight_is_drawn_at_any_place() {
    for top in (0..799_200).step_by(997) {
        let top = f64::from(top);
        let window = Window::of(10_000, 80.0, top, 800.0);
        assert!(window.above <= top, "white above at {top}");
        assert!(window.above + window.drawn.len() as f64 * 80.0 >= top + 800.0, "white below at {top}");
    }
}

#[test]
fn a_list_that_is_not_laid_out_yet_draws_nothing() {
    assert_eq!(Window::of(10_000, 80.0, 0.0, 0.0).drawn, 0..0);
    assert_eq!(Window::of(10_000, f64::NAN, 0.0, 800.0).drawn, 0..0);
}
