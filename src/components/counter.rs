use yew::prelude::*;

/// What [`Counter`] needs.
#[derive(Properties, PartialEq)]
pub struct CounterProps {
    /// What is counted, for screen readers.
    pub label: AttrValue,
    /// How many so far, as written in the person's language.
    pub value: AttrValue,
    /// Said for the minus: "One open question less".
    pub minus_label: AttrValue,
    /// Said for the plus.
    pub plus_label: AttrValue,
    /// There is something to take back.
    pub can_subtract: bool,
    /// One more.
    pub on_add: Callback<()>,
    /// The last one back.
    pub on_subtract: Callback<()>,
}

/// Taps, counted. The plus is 64 px: it is pressed while looking at the class.
#[component]
pub fn Counter(props: &CounterProps) -> Html {
    html! {
        <div class="counter" role="group" aria-label={&props.label}>
            <button
                type="button"
                class="counter-minus"
                aria-label={&props.minus_label}
                disabled={!props.can_subtract}
                onclick={props.on_subtract.reform(|_: MouseEvent| ())}
            >{ "−" }</button>
            <output class="counter-value">{ &props.value }</output>
            <button
                type="button"
                class="counter-plus"
                aria-label={&props.plus_label}
                onclick={props.on_add.reform(|_: MouseEvent| ())}
            >{ "+" }</button>
        </div>
    }
}
