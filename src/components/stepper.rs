use yew::prelude::*;

/// What [`Stepper`] needs.
#[derive(Properties, PartialEq)]
pub struct StepperProps {
    /// What is set.
    pub label: AttrValue,
    /// The label stands in sight, not only for screen readers.
    #[prop_or(true)]
    pub show_label: bool,
    /// The number now, as written in the person's language.
    pub value: AttrValue,
    /// Said for the minus.
    pub minus_label: AttrValue,
    /// Said for the plus.
    pub plus_label: AttrValue,
    /// The number can go down.
    #[prop_or(true)]
    pub can_subtract: bool,
    /// The number can go up.
    #[prop_or(true)]
    pub can_add: bool,
    /// One more.
    pub on_add: Callback<()>,
    /// One less.
    pub on_subtract: Callback<()>,
}

/// A small number, set by steps: no keyboard opens over the screen.
#[component]
pub fn Stepper(props: &StepperProps) -> Html {
    html! {
        <div class="stepper" role="group" aria-label={&props.label}>
            if props.show_label {
                <span class="stepper-label" aria-hidden="true">{ &props.label }</span>
            }
            <button
                type="button"
                class="stepper-button"
                aria-label={&props.minus_label}
                disabled={!props.can_subtract}
                onclick={props.on_subtract.reform(|_: MouseEvent| ())}
            >{ "−" }</button>
            <output class="stepper-value">{ &props.value }</output>
            <button
                type="button"
                class="stepper-button"
                aria-label={&props.plus_label}
                disabled={!props.can_add}
                onclick={props.on_add.reform(|_: MouseEvent| ())}
            >{ "+" }</button>
        </div>
    }
}
