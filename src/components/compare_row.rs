use yew::prelude::*;

use super::standing_mark::{Shape, StandingMark};

/// What [`CompareAxis`] needs.
#[derive(Properties, PartialEq)]
pub struct CompareAxisProps {
    /// The marks from left to right: "0 %", "50 %", "100 %".
    pub marks: Vec<AttrValue>,
}

/// The scale over a list of [`CompareRow`]s. Each row's chart says its own numbers, so this is hidden from screen readers.
#[component]
pub fn CompareAxis(props: &CompareAxisProps) -> Html {
    html! {
        <div class="compare-axis" aria-hidden="true">
            <div class="compare-axis-scale">{ for props.marks.iter().map(|mark| html! { <span>{ mark }</span> }) }</div>
        </div>
    }
}

/// What [`CompareRow`] needs.
#[derive(Properties, PartialEq)]
pub struct CompareRowProps {
    /// Shape and colour.
    pub shape: Shape,
    /// The standing's word.
    pub word: AttrValue,
    /// The gap with its interval, or what would be needed to tell.
    pub gap: AttrValue,
    /// The look-for.
    pub title: AttrValue,
    /// "Non-negotiable · 58 visits, 22 rooms · 4 blank".
    pub note: AttrValue,
    /// Its visits.
    #[prop_or_default]
    pub href: Option<AttrValue>,
    /// The [`Band`](super::Band).
    pub children: Html,
}

/// One look-for, observed against expected: verdict and gap first, the chart last. Its title is a level-3 heading:
/// the list it stands in has one of level 2, visible or not.
///
/// A struct component, for lists of many.
pub struct CompareRow;

impl Component for CompareRow {
    type Message = ();
    type Properties = CompareRowProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        html! {
            <article class="compare-row" data-standing={props.shape.name()}>
                <div class="compare-row-verdict">
                    <StandingMark shape={props.shape} word={&props.word} />
                    <span class="compare-row-gap">{ &props.gap }</span>
                </div>
                <div>
                    <h3 class="compare-row-title">
                        if let Some(href) = &props.href {
                            <a href={href}>{ &props.title }</a>
                        } else {
                            { &props.title }
                        }
                    </h3>
                    <p class="compare-row-note">{ &props.note }</p>
                </div>
                <div class="compare-row-band">{ props.children.clone() }</div>
            </article>
        }
    }
}
