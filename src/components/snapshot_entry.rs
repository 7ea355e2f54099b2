use yew::prelude::*;

use super::button::{Button, ButtonKind};
use super::stepper::Stepper;
use super::truth;

/// The words of a [`SnapshotEntry`], all of one look-for.
#[derive(Clone, Debug, PartialEq)]
pub struct SnapshotWords {
    /// Opens the entry: "Count now".
    pub count_now: AttrValue,
    /// What is counted: "Not doing it".
    pub not_doing: AttrValue,
    /// Said for one fewer not doing it.
    pub not_doing_less: AttrValue,
    /// Said for one more not doing it.
    pub not_doing_more: AttrValue,
    /// "Students present".
    pub present: AttrValue,
    /// Said for one fewer present.
    pub present_less: AttrValue,
    /// Said for one more present.
    pub present_more: AttrValue,
    /// Records the count.
    pub save: AttrValue,
    /// Closes without recording.
    pub cancel: AttrValue,
}

/// What [`SnapshotEntry`] needs.
#[derive(Properties, PartialEq)]
pub struct SnapshotEntryProps {
    /// Every word it shows or says.
    pub words: SnapshotWords,
    /// Students not doing it, while the entry is open; `None` when it is closed.
    pub counting: Option<u32>,
    /// Students in the room; a count cannot exceed it.
    pub present: u32,
    /// A prompt is due.
    #[prop_or_default]
    pub due: bool,
    /// Open the entry.
    pub on_open: Callback<()>,
    /// The new number not doing it.
    pub on_count: Callback<u32>,
    /// The new number in the room.
    pub on_present: Callback<u32>,
    /// Record what stands there.
    pub on_save: Callback<()>,
    /// Close without recording.
    pub on_cancel: Callback<()>,
}

/// An interval look-for's entry: how many, at this moment, are *not* doing it. Few usually are not, so few taps do.
///
/// Closed it is one button. Open it takes the row's whole width: set `wide` on the [`LookForRow`](super::LookForRow).
#[component]
pub fn SnapshotEntry(props: &SnapshotEntryProps) -> Html {
    let words = &props.words;
    let Some(count) = props.counting else {
        return html! {
            <button
                type="button"
                class="snapshot-entry-open"
                data-due={truth(props.due)}
                aria-expanded="false"
                onclick={props.on_open.reform(|_: MouseEvent| ())}
            >{ &words.count_now }</button>
        };
    };
    let present = props.present;
    html! {
        <div class="snapshot-entry">
            <div class="snapshot-entry-main">
                <Stepper
                    label={&words.not_doing}
                    value={count.to_string()}
                    minus_label={&words.not_doing_less}
                    plus_label={&words.not_doing_more}
                    can_subtract={count > 0}
                    can_add={count < present}
                    on_add={props.on_count.reform(move |()| count.saturating_add(1).min(present))}
                    on_subtract={props.on_count.reform(move |()| count.saturating_sub(1))}
                />
            </div>
            <Stepper
                label={&words.present}
                value={present.to_string()}
                minus_label={&words.present_less}
                plus_label={&words.present_more}
                can_subtract={present > count}
                on_add={props.on_present.reform(move |()| present.saturating_add(1))}
                on_subtract={props.on_present.reform(move |()| present.saturating_sub(1).max(count))}
            />
            <div class="snapshot-entry-actions">
                <Button on_press={props.on_cancel.clone()}>{ &words.cancel }</Button>
                <Button kind={ButtonKind::Primary} on_press={props.on_save.clone()}>{ &words.save }</Button>
            </div>
        </div>
    }
}
