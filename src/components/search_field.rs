use yew::prelude::*;

use super::icon::{Icon, IconMark};
use crate::browser::events::text;

/// What [`SearchField`] needs.
#[derive(Properties, PartialEq)]
pub struct SearchFieldProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// What is searched; stands in the field while it is empty.
    pub label: AttrValue,
    /// What stands in it.
    pub value: AttrValue,
    /// At every change, the whole text.
    pub on_input: Callback<AttrValue>,
}

/// A search field; the device's own ✕ clears it.
#[component]
pub fn SearchField(props: &SearchFieldProps) -> Html {
    html! {
        <span class="search-field">
            <IconMark icon={Icon::Search} />
            <input
                class="search-field-input"
                id={&props.id}
                type="search"
                aria-label={&props.label}
                placeholder={&props.label}
                autocomplete="off"
                value={&props.value}
                oninput={props.on_input.reform(|event: InputEvent| text(&event))}
            />
        </span>
    }
}
