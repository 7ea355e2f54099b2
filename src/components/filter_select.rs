use yew::prelude::*;

use super::choice::{Choice, options};
use super::truth;
use crate::browser::events::text;

/// What [`FilterSelect`] needs.
#[derive(Properties, PartialEq)]
pub struct FilterSelectProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// What it narrows: "School".
    pub label: AttrValue,
    /// The value of the chosen option.
    pub value: AttrValue,
    /// What can be chosen; "All" first.
    pub options: Vec<Choice>,
    /// It narrows something now: drawn heavier.
    #[prop_or_default]
    pub set: bool,
    /// The value of the newly chosen option.
    pub on_change: Callback<AttrValue>,
}

/// A filter: bold name, value, ▾. The native select lies unseen over all of it.
#[component]
pub fn FilterSelect(props: &FilterSelectProps) -> Html {
    let shown = props.options.iter().find(|choice| choice.value == props.value).map(|choice| choice.label.clone());
    html! {
        <span class="filter-select" data-set={truth(props.set)}>
            <label class="filter-select-label" for={&props.id}>{ &props.label }</label>
            <span class="filter-select-value" aria-hidden="true">{ shown }</span>
            <select
                class="filter-select-input"
                id={&props.id}
                onchange={props.on_change.reform(|event: Event| text(&event))}
            >
                { options(&props.options, &props.value) }
            </select>
        </span>
    }
}
