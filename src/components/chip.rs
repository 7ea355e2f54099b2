use yew::prelude::*;

use super::truth;

/// What [`Chip`] needs.
#[derive(Properties, PartialEq)]
pub struct ChipProps {
    /// Its words.
    pub label: AttrValue,
    /// It stays down, and is down or not; `None` for a chip that only does something.
    #[prop_or_default]
    pub chosen: Option<bool>,
    /// Pressed.
    pub on_press: Callback<()>,
}

/// A small answer among many: a flag of the visit, a phrase of the observer's own.
#[component]
pub fn Chip(props: &ChipProps) -> Html {
    html! {
        <button
            type="button"
            class="chip"
            aria-pressed={props.chosen.map(truth)}
            onclick={props.on_press.reform(|_: MouseEvent| ())}
        >{ &props.label }</button>
    }
}
