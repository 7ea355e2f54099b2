use domain::time::{MINUTE, Millis};
use yew::prelude::*;

use super::clock::use_time;
use crate::components::{Button, ButtonKind, Dialog};
use crate::text::Text;

/// So long without a tap, and the observer is asked.
const QUIET: i64 = 10 * MINUTE;

/// What [`StillThere`] needs.
#[derive(Properties, PartialEq)]
pub struct StillThereProps {
    /// The language.
    pub text: Text,
    /// The last thing that was recorded.
    pub last: Millis,
    /// Whether it asks now: the page behind it cannot be reached meanwhile.
    pub on_ask: Callback<bool>,
    /// Takes the observer's word that they are still in the room.
    pub on_stay: Callback<Millis>,
    /// The visit ended at its last mark.
    pub on_finish: Callback<()>,
    /// Nobody has watched since the last mark.
    pub on_pause: Callback<()>,
}

/// Asks after ten quiet minutes whether somebody is still watching. Nothing before that.
#[component]
pub fn StillThere(props: &StillThereProps) -> Html {
    let now = use_time();
    let text = &props.text;
    let asks = now.since(props.last) >= QUIET;
    let on_ask = props.on_ask.clone();
    use_effect_with(asks, move |asks| {
        on_ask.emit(*asks);
        move || on_ask.emit(false)
    });
    if !asks {
        return html! {};
    }
    let stay = props.on_stay.reform(move |()| now);
    let minutes = now.since(props.last) / MINUTE;
    let actions = html! {
        <>
            <Button autofocus={true} on_press={stay.clone()}>{ text.get("recorder-still-here") }</Button>
            <Button on_press={props.on_pause.clone()}>{ text.get("recorder-paused-since") }</Button>
            <Button kind={ButtonKind::Primary} on_press={props.on_finish.clone()}>{ text.get("recorder-finish-then") }</Button>
        </>
    };
    html! {
        <Dialog
            id="still-there"
            title={text.get("recorder-still-there")}
            close_label={text.get("recorder-still-here")}
            on_close={stay}
            {actions}
        >
            <p>{ text.with("recorder-still-there-text", [("n", minutes.into())]) }</p>
        </Dialog>
    }
}
