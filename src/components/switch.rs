use yew::prelude::*;

use super::truth;

/// What [`Switch`] needs.
#[derive(Properties, PartialEq)]
pub struct SwitchProps {
    /// What is on or off.
    pub label: AttrValue,
    /// A second line.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// It is on.
    pub on: bool,
    /// Whether it should be on now.
    pub on_toggle: Callback<bool>,
}

/// A setting that takes effect at once.
#[component]
pub fn Switch(props: &SwitchProps) -> Html {
    let next = !props.on;
    html! {
        <button
            type="button"
            class="switch"
            role="switch"
            aria-checked={truth(props.on)}
            onclick={props.on_toggle.reform(move |_: MouseEvent| next)}
        >
            <span>
                { &props.label }
                if let Some(hint) = &props.hint {
                    <span class="switch-hint">{ hint }</span>
                }
            </span>
            <span class="switch-track" aria-hidden="true"><span class="switch-thumb"></span></span>
        </button>
    }
}
