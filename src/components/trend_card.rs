use yew::prelude::*;

use super::fold::Fold;

/// What [`TrendCard`] needs.
#[derive(Properties, PartialEq)]
pub struct TrendCardProps {
    /// The look-for.
    pub title: AttrValue,
    /// Its visits.
    #[prop_or_default]
    pub href: Option<AttrValue>,
    /// ↗, →, ↘, ● or ◇: the first word of the headline, drawn.
    pub sign: AttrValue,
    /// The one thing to know.
    pub headline: AttrValue,
    /// What else the chart says, and what it is drawn from.
    pub notes: Vec<Html>,
    /// The [`TrendChart`](super::TrendChart).
    pub chart: Html,
    /// "Numbers": the fold with the table.
    pub summary: AttrValue,
    /// The fold is open.
    pub open: bool,
    /// Whether it should be.
    pub on_toggle: Callback<bool>,
    /// The table and what can be done with the chart; drawn only while the fold is open.
    pub children: Html,
}

/// One look-for over time, in words first. Its title is a level-2 heading: charts stand side by side under the page's.
#[component]
pub fn TrendCard(props: &TrendCardProps) -> Html {
    html! {
        <article class="panel trend-card">
            <h2 class="trend-card-title">
                if let Some(href) = &props.href {
                    <a href={href}>{ &props.title }</a>
                } else {
                    { &props.title }
                }
            </h2>
            <p class="trend-card-headline">
                <span class="trend-card-sign" aria-hidden="true">{ &props.sign }</span>
                { &props.headline }
            </p>
            { props.chart.clone() }
            { for props.notes.iter().map(|note| html! { <p class="trend-card-note">{ note.clone() }</p> }) }
            <Fold summary={&props.summary} quiet=true open={props.open} on_toggle={&props.on_toggle}>
                { props.children.clone() }
            </Fold>
        </article>
    }
}
