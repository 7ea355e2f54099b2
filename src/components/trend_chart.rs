use yew::prelude::*;

use super::truth;

/// A point of a [`TrendChart`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChartPoint {
    /// Its slot from the left, from 0.
    pub slot: usize,
    /// 0 at the bottom of the scale, 1 at the top.
    pub at: f64,
    /// Both limits, on the same scale.
    pub limits: Option<(f64, f64)>,
    /// It lies outside its limits.
    pub outside: bool,
}

/// A level that holds from one slot to another.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartStep {
    /// First slot.
    pub first: usize,
    /// Last slot.
    pub last: usize,
    /// On the scale.
    pub at: f64,
    /// "80 %".
    pub text: AttrValue,
}

/// Something that began at the left edge of a slot.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartMark {
    /// The slot.
    pub slot: usize,
    /// "plan starts".
    pub text: AttrValue,
}

/// What [`TrendChart`] needs. Every place is a share of the scale; the domain has computed them.
#[derive(Properties, PartialEq)]
pub struct TrendChartProps {
    /// The whole chart in a sentence or two.
    pub label: AttrValue,
    /// How many slots there are: weeks, months or terms.
    pub slots: usize,
    /// In the order of time; a slot without visits has none.
    pub points: Vec<ChartPoint>,
    /// The median, or the share of the baseline.
    #[prop_or_default]
    pub centre: Option<f64>,
    /// What is expected.
    #[prop_or_default]
    pub expected: Vec<ChartStep>,
    /// What began when.
    #[prop_or_default]
    pub marks: Vec<ChartMark>,
    /// Visits by slot; empty where there are none.
    pub counts: Vec<AttrValue>,
    /// Under the left end, the middle and the right end.
    pub ends: [AttrValue; 3],
    /// The words at both ends of the scale: "0 %", "100 %".
    pub scale: (AttrValue, AttrValue),
}

/// One look-for over time: the points, around what they lie, between which limits, and what is expected.
///
/// Every place is an SVG attribute in per cent, so that words keep their size whatever the width.
#[component]
pub fn TrendChart(props: &TrendChartProps) -> Html {
    let across = Across(props.slots.max(1));
    html! {
        <svg class="trend-chart" role="img" aria-label={&props.label}>
            <line class="trend-chart-edge" x1={percent(LEFT)} x2={percent(RIGHT)} y1={up(0.0)} y2={up(0.0)} />
            <line class="trend-chart-edge" x1={percent(LEFT)} x2={percent(RIGHT)} y1={up(1.0)} y2={up(1.0)} />
            <text class="trend-chart-scale" x={percent(END)} y={up(0.0)} dy="0.3em" text-anchor="end">{ &props.scale.0 }</text>
            if props.expected.last().is_none_or(|step| step.at < CLOSE_TO_TOP) {
                <text class="trend-chart-scale" x={percent(END)} y={up(1.0)} dy="0.3em" text-anchor="end">
                    { &props.scale.1 }
                </text>
            }
            { for props.marks.iter().map(|mark| self::mark(across, mark)) }
            { for limits(across, &props.points) }
            { for props.centre.map(|at| html! {
                <line class="trend-chart-centre" x1={percent(LEFT)} x2={percent(RIGHT)} y1={up(at)} y2={up(at)} />
            }) }
            { for props.expected.iter().map(|step| expected(across, step)) }
            { for props.expected.last().map(|step| html! {
                <text class="trend-chart-expected-text" x={percent(END)} y={up(step.at)} dy="0.35em" text-anchor="end">
                    { &step.text }
                </text>
            }) }
            { for between(across, &props.points) }
            { for props.points.iter().map(|point| self::point(across, *point)) }
            { for counts(across, &props.counts) }
            { ends(&props.ends) }
        </svg>
    }
}

/// The left end of the plot, its right end, and that of the words beside it, in per cent of the width.
const LEFT: f64 = 1.0;
const RIGHT: f64 = 85.0;
const END: f64 = 100.0;
/// The bottom and the top of the scale, in per cent of the height from above.
const BOTTOM: f64 = 68.0;
const TOP: f64 = 12.0;
/// An expectation over this would lie on the words of the scale's top.
const CLOSE_TO_TOP: f64 = 0.9;
/// No more than so many numbers of visits stand side by side; of three digits fewer.
const MOST_COUNTS: usize = 14;
const MOST_LONG_COUNTS: usize = 9;

/// Where slots lie.
#[derive(Clone, Copy)]
struct Across(usize);

impl Across {
    /// The left edge of a slot.
    fn edge(self, slot: usize) -> String {
        percent(LEFT + slot as f64 / self.0 as f64 * (RIGHT - LEFT))
    }

    fn middle(self, slot: usize) -> String {
        percent(LEFT + (slot as f64 + 0.5) / self.0 as f64 * (RIGHT - LEFT))
    }
}

fn up(at: f64) -> String {
    percent(BOTTOM - at.clamp(0.0, 1.0) * (BOTTOM - TOP))
}

fn percent(at: f64) -> String {
    format!("{at:.1}%")
}

fn mark(across: Across, mark: &ChartMark) -> Html {
    let x = across.edge(mark.slot);
    let anchor = if mark.slot * 2 > across.0 { "end" } else { "start" };
    html! {
        <>
            <line class="trend-chart-mark" x1={x.clone()} x2={x.clone()} y1="3%" y2={up(0.0)} />
            <text class="trend-chart-mark-text" {x} dx={if anchor == "end" { "-5" } else { "5" }} y="7%" text-anchor={anchor}>
                { &mark.text }
            </text>
        </>
    }
}

/// Both limits as steps, as wide as each point's slot.
fn limits(across: Across, points: &[ChartPoint]) -> Vec<Html> {
    let step = |slot: usize, at: f64| {
        html! {
            <line class="trend-chart-limit" x1={across.edge(slot)} x2={across.edge(slot + 1)} y1={up(at)} y2={up(at)} />
        }
    };
    let riser = |slot: usize, from: f64, to: f64| {
        html! {
            <line class="trend-chart-limit" x1={across.edge(slot)} x2={across.edge(slot)} y1={up(from)} y2={up(to)} />
        }
    };
    let limited: Vec<_> = points.iter().filter_map(|point| Some((point.slot, point.limits?))).collect();
    let levels = limited.iter().flat_map(|(slot, (low, high))| [step(*slot, *low), step(*slot, *high)]);
    let risers = limited.iter().zip(limited.iter().skip(1)).filter(|((one, _), (next, _))| one + 1 == *next);
    let risers = risers.flat_map(|((_, (low, high)), (slot, (next_low, next_high)))| {
        [riser(*slot, *low, *next_low), riser(*slot, *high, *next_high)]
    });
    levels.chain(risers).collect()
}

fn expected(across: Across, step: &ChartStep) -> Html {
    html! {
        <line
            class="trend-chart-expected"
            x1={across.edge(step.first)}
            x2={across.edge(step.last + 1)}
            y1={up(step.at)}
            y2={up(step.at)}
        />
    }
}

/// From point to point; broken where slots between them have no visits.
fn between(across: Across, points: &[ChartPoint]) -> Vec<Html> {
    let pairs = points.iter().zip(points.iter().skip(1));
    let line = |(one, next): (&ChartPoint, &ChartPoint)| {
        html! {
            <line
                class="trend-chart-line"
                data-gap={truth(one.slot + 1 < next.slot)}
                x1={across.middle(one.slot)}
                x2={across.middle(next.slot)}
                y1={up(one.at)}
                y2={up(next.at)}
            />
        }
    };
    pairs.map(line).collect()
}

fn point(across: Across, point: ChartPoint) -> Html {
    let (x, y) = (across.middle(point.slot), up(point.at));
    html! {
        <>
            if point.outside {
                <circle class="trend-chart-outside" cx={x.clone()} cy={y.clone()} r="9" />
            }
            <circle class="trend-chart-point" cx={x} cy={y} r="4" />
        </>
    }
}

fn counts(across: Across, counts: &[AttrValue]) -> Vec<Html> {
    let most = if counts.iter().any(|count| count.len() > 2) { MOST_LONG_COUNTS } else { MOST_COUNTS };
    let every = counts.len().div_ceil(most).max(1);
    let some = counts.iter().enumerate().step_by(every).filter(|(_, count)| !count.is_empty());
    some.map(|(slot, count)| {
        html! { <text class="trend-chart-count" x={across.middle(slot)} y="77%" text-anchor="middle">{ count }</text> }
    })
    .collect()
}

fn ends([left, middle, right]: &[AttrValue; 3]) -> Html {
    let text = |x: f64, y: &'static str, anchor: &'static str, words: &AttrValue| {
        html! { <text class="trend-chart-count" x={percent(x)} {y} text-anchor={anchor}>{ words }</text> }
    };
    html! {
        <>
            { text(LEFT, "87%", "start", left) }
            { text(RIGHT, "87%", "end", right) }
            // A line of its own: on a phone the three would lie on each other.
            { text((LEFT + RIGHT) / 2.0, "97%", "middle", middle) }
        </>
    }
}
