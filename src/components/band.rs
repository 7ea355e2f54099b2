use yew::prelude::*;

use super::standing_mark::Shape;

/// Which side of the expectation is good.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// More is better; the closeness margin lies under the expectation.
    #[default]
    AtLeast,
    /// Less is better; the margin lies over it.
    AtMost,
}

/// A place on the track and its words.
#[derive(Clone, Debug, PartialEq)]
pub struct BandMark {
    /// 0 at the left end, 1 at the right; anything outside is drawn at the end.
    pub at: f64,
    /// "45 %", as written in the person's language.
    pub text: AttrValue,
}

/// What [`Band`] needs. Every place is a share of the track, 0 to 1; the domain has computed them.
#[derive(Properties, PartialEq)]
pub struct BandProps {
    /// Colours the interval and the point.
    pub shape: Shape,
    /// The whole chart in one sentence: what was observed, its interval, what is expected.
    pub label: AttrValue,
    /// Both ends of the interval; `None` when nothing was looked at.
    #[prop_or_default]
    pub interval: Option<(f64, f64)>,
    /// What was observed; its words stand under the track.
    #[prop_or_default]
    pub point: Option<BandMark>,
    /// What is expected; its words stand over the track. `None` where nothing is expected.
    #[prop_or_default]
    pub expectation: Option<BandMark>,
    /// How near counts as close.
    #[prop_or_default]
    pub margin: f64,
    /// Which side of the expectation is good.
    #[prop_or_default]
    pub direction: Direction,
}

/// Observed against expected on one line: the interval as a box, the share as a dot, the expectation as an upright
/// stroke with its margin hatched.
///
/// Every place is an SVG attribute in per cent, not an inline style, so the strictest content policy can stay.
#[component]
pub fn Band(props: &BandProps) -> Html {
    html! {
        <svg class="band" role="img" aria-label={&props.label} data-standing={props.shape.name()}>
            <line class="band-track" x1="0" x2="100%" y1="50%" y2="50%" />
            { for props.expectation.as_ref().map(|mark| margin(mark.at, props.margin, props.direction)) }
            { for props.interval.map(interval) }
            { for props.point.as_ref().map(point) }
            { for props.expectation.as_ref().map(expectation) }
        </svg>
    }
}

fn margin(at: f64, margin: f64, direction: Direction) -> Html {
    let (from, to) = match direction {
        Direction::AtLeast => (at - margin, at),
        Direction::AtMost => (at, at + margin),
    };
    html! { <line class="band-margin" x1={percent(from)} x2={percent(to)} y1="50%" y2="50%" /> }
}

fn interval((low, high): (f64, f64)) -> Html {
    let (low, high) = (low.clamp(0.0, 1.0), high.clamp(0.0, 1.0));
    html! {
        <rect class="band-interval" x={percent(low)} width={percent(high - low)} y="34%" height="32%" rx="4" />
    }
}

fn point(mark: &BandMark) -> Html {
    html! {
        <>
            <circle class="band-point" cx={percent(mark.at)} cy="50%" r="6.5" />
            <text class="band-point-text" x={label_at(mark)} y="97%" text-anchor="middle">{ &mark.text }</text>
        </>
    }
}

fn expectation(mark: &BandMark) -> Html {
    html! {
        <>
            <line class="band-expectation" x1={percent(mark.at)} x2={percent(mark.at)} y1="23%" y2="77%" />
            <text class="band-expectation-text" x={label_at(mark)} y="16%" text-anchor="middle">{ &mark.text }</text>
        </>
    }
}

/// Over its mark, but moved in from either end as far as its words need, or a long one would leave the card.
fn label_at(mark: &BandMark) -> String {
    let letters = u16::try_from(mark.text.chars().count()).unwrap_or(u16::MAX);
    let half = (f64::from(letters) * HALF_LETTER - SLACK).clamp(0.0, 0.5);
    percent(mark.at.clamp(half, 1.0 - half))
}

/// Half a letter's width as a share of the narrowest track, a phone's.
const HALF_LETTER: f64 = 0.0125;

/// How far a label may stand over the end of the track: the card's padding.
const SLACK: f64 = 0.03;

/// One decimal is a third of a pixel on a tablet.
fn percent(at: f64) -> String {
    format!("{:.1}%", at.clamp(0.0, 1.0) * 100.0)
}
