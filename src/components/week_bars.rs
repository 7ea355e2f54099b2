use yew::prelude::*;

use super::truth;

/// One bar of [`WeekBars`].
#[derive(Clone, Debug, PartialEq)]
pub struct WeekBar {
    /// Its height, `0..=1` of the scale.
    pub at: f64,
    /// The number over it.
    pub count: AttrValue,
    /// It is among those that are to stand out.
    pub marked: bool,
    /// The week is not over: drawn as an outline.
    pub running: bool,
}

/// What [`WeekBars`] needs.
#[derive(Properties, PartialEq)]
pub struct WeekBarsProps {
    /// The whole chart in a sentence.
    pub label: AttrValue,
    /// From left to right.
    pub bars: Vec<WeekBar>,
    /// What is expected of a week, `0..=1` of the scale, and its words.
    #[prop_or_default]
    pub expected: Option<(f64, AttrValue)>,
    /// Under the left end and the right end.
    pub ends: [AttrValue; 2],
}

/// Visits week by week, against what is expected of a week.
#[component]
pub fn WeekBars(props: &WeekBarsProps) -> Html {
    let slots = props.bars.len().max(1) as f64;
    let every = props.bars.len().div_ceil(MOST_COUNTS).max(1);
    html! {
        <svg class="week-bars" role="img" aria-label={&props.label}>
            <line class="week-bars-edge" x1="0" x2={percent(RIGHT)} y1={up(0.0)} y2={up(0.0)} />
            { for props.bars.iter().enumerate().map(|(slot, one)| bar(slot, one, slots)) }
            if let Some((at, words)) = &props.expected {
                <line class="week-bars-expected" x1="0" x2={percent(RIGHT)} y1={up(*at)} y2={up(*at)} />
                <text class="week-bars-expected-text" x="100%" y={up(*at)} dy="0.35em" text-anchor="end">{ words }</text>
            }
            { for props.bars.iter().enumerate().step_by(every).map(|(slot, one)| count(slot, one, slots)) }
            <text class="week-bars-text" x="0" y="97%">{ &props.ends[0] }</text>
            <text class="week-bars-text" x={percent(RIGHT)} y="97%" text-anchor="end">{ &props.ends[1] }</text>
        </svg>
    }
}

/// The right end of the plot, in per cent of the width.
const RIGHT: f64 = 90.0;
/// The bottom and the top of the scale, in per cent of the height from above.
const BOTTOM: f64 = 82.0;
const TOP: f64 = 14.0;
/// No more than so many numbers stand side by side.
const MOST_COUNTS: usize = 14;

fn bar(slot: usize, bar: &WeekBar, slots: f64) -> Html {
    let width = RIGHT / slots;
    html! {
        <rect
            class="week-bars-bar"
            data-marked={truth(bar.marked)}
            data-running={truth(bar.running)}
            x={percent((slot as f64 + 0.12) * width)}
            width={percent(width * 0.76)}
            y={up(bar.at)}
            height={percent(bar.at.clamp(0.0, 1.0) * (BOTTOM - TOP))}
        />
    }
}

/// Over the bar, and over the line of what is expected where that runs through it.
fn count(slot: usize, bar: &WeekBar, slots: f64) -> Html {
    let middle = percent((slot as f64 + 0.5) * RIGHT / slots);
    html! {
        <text class="week-bars-text" x={middle} y={up(bar.at)} dy="-0.35em" text-anchor="middle">{ &bar.count }</text>
    }
}

fn up(at: f64) -> String {
    percent(BOTTOM - at.clamp(0.0, 1.0) * (BOTTOM - TOP))
}

fn percent(at: f64) -> String {
    format!("{at:.1}%")
}
