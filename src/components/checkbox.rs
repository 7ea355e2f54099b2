use yew::prelude::*;

/// What [`Checkbox`] needs.
#[derive(Properties, PartialEq)]
pub struct CheckboxProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// What is ticked.
    pub label: AttrValue,
    /// A second line.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// It is ticked.
    pub checked: bool,
    /// Cannot be changed now.
    #[prop_or_default]
    pub disabled: bool,
    /// Whether it should be ticked now.
    pub on_toggle: Callback<bool>,
}

/// A tick, one of several that do not exclude each other.
#[component]
pub fn Checkbox(props: &CheckboxProps) -> Html {
    let next = !props.checked;
    html! {
        <label class="checkbox" for={&props.id}>
            <input
                class="checkbox-input"
                id={&props.id}
                type="checkbox"
                checked={props.checked}
                disabled={props.disabled}
                onchange={props.on_toggle.reform(move |_: Event| next)}
            />
            <span>
                { &props.label }
                if let Some(hint) = &props.hint {
                    <span class="checkbox-hint">{ hint }</span>
                }
            </span>
        </label>
    }
}
