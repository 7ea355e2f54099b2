use domain::calibration::Leniency;
use domain::stats::Estimate;
use yew::prelude::*;

use crate::state::use_app;
use crate::text::Text;

/// What [`Own`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct OwnProps {
    pub(super) leniency: Leniency,
}

/// How one observer compares with others in the same rooms, in words.
#[component]
pub(super) fn Own(props: &OwnProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let Leniency { rooms, visits, overall, halves } = &props.leniency;
    let counts = || [("rooms", (*rooms).into()), ("visits", (*visits).into())];
    html! {
        <section class="section" aria-labelledby="leniency-title">
            <h2 id="leniency-title">{ text.get("calibration-leniency") }</h2>
            if let Some(overall) = overall {
                <p>{ difference(text, *overall, "calibration-more-often", "calibration-less-often", "calibration-as-often") }</p>
                <p class="muted small">{ text.with("calibration-shared-rooms", counts()) }</p>
            } else {
                <p>{ text.with("calibration-no-shared-rooms", counts()) }</p>
            }
            if let Some(halves) = halves {
                <p>
                    { text.with("calibration-since", [("date", text.date(halves.from).into())]) }
                    { " " }
                    { difference(text, halves.drift, "calibration-drift-up", "calibration-drift-down", "calibration-no-drift") }
                </p>
            }
            <p class="muted small">{ text.get("calibration-leniency-note") }</p>
        </section>
    }
}

/// A difference in points: more, less, or none that can be told from chance.
fn difference(text: &Text, found: Estimate, more: &str, less: &str, neither: &str) -> String {
    let interval = found.interval();
    let words = match (interval.low() > 0.0, interval.high() < 0.0) {
        (true, _) => more,
        (_, true) => less,
        (false, false) => neither,
    };
    let points = |share: f64| (share * 100.0).round();
    // "8 points less often (between 4 and 12)": the words have taken the sign.
    let (low, high) =
        if interval.high() < 0.0 { (-interval.high(), -interval.low()) } else { (interval.low(), interval.high()) };
    text.with(
        words,
        [
            ("n", points(found.point().abs()).into()),
            ("low", signed(text, points(low)).into()),
            ("high", signed(text, points(high)).into()),
        ],
    )
}

/// With a minus sign, not a hyphen.
fn signed(text: &Text, points: f64) -> String {
    text.number(points + 0.0).replace('-', "−")
}
