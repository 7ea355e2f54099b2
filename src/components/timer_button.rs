use yew::prelude::*;

use super::truth;

/// What [`TimerButton`] needs.
#[derive(Properties, PartialEq)]
pub struct TimerButtonProps {
    /// The timer runs.
    pub running: bool,
    /// What a press does: "Start" or "Stop".
    pub label: AttrValue,
    /// Said instead: "Stop timing: students doing the talking, 2 minutes 10".
    pub spoken: AttrValue,
    /// Shown in the button, where no [`Running`] line stands beside it.
    #[prop_or_default]
    pub elapsed: Option<AttrValue>,
    /// 48 px, for the dock.
    #[prop_or_default]
    pub compact: bool,
    /// Pressed.
    pub on_toggle: Callback<()>,
}

/// Starts and stops a duration.
#[component]
pub fn TimerButton(props: &TimerButtonProps) -> Html {
    html! {
        <button
            type="button"
            class="timer-button"
            data-running={truth(props.running)}
            data-compact={truth(props.compact)}
            aria-label={&props.spoken}
            onclick={props.on_toggle.reform(|_: MouseEvent| ())}
        >
            <span class="timer-button-sign" aria-hidden="true">{ if props.running { "■" } else { "▶" } }</span>
            <span>{ &props.label }</span>
            if let Some(elapsed) = &props.elapsed {
                <span class="number">{ elapsed }</span>
            }
        </button>
    }
}

/// What [`Running`] needs.
#[derive(Properties, PartialEq)]
pub struct RunningProps {
    /// "Running · 2:10". The word is part of it: never the red dot alone.
    pub text: AttrValue,
}

/// The red dot and the word, for a hint line or the dock.
#[component]
pub fn Running(props: &RunningProps) -> Html {
    html! { <span class="running"><span class="running-dot" aria-hidden="true"></span><span>{ &props.text }</span></span> }
}
