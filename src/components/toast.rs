use yew::prelude::*;

/// What [`Toast`] needs.
#[derive(Properties, PartialEq)]
pub struct ToastProps {
    /// What was done; `None` shows nothing. Stays drawn either way, or screen readers miss the first one.
    #[prop_or_default]
    pub text: Option<AttrValue>,
    /// "Undo “not seen”": names what it undoes.
    #[prop_or_default]
    pub action: Option<AttrValue>,
    /// The action was pressed.
    #[prop_or_default]
    pub on_action: Callback<()>,
}

/// Says that something was done, and offers to take it back. It does not vanish by itself: whoever shows it decides.
#[component]
pub fn Toast(props: &ToastProps) -> Html {
    html! {
        <div class="toast-layer" role="status" aria-live="polite">
            if let Some(text) = &props.text {
                <div class="toast">
                    <span class="toast-text">{ text }</span>
                    if let Some(action) = &props.action {
                        <button
                            type="button"
                            class="toast-action"
                            onclick={props.on_action.reform(|_: MouseEvent| ())}
                        >{ action }</button>
                    }
                </div>
            }
        </div>
    }
}
