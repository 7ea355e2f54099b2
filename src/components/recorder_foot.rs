use yew::prelude::*;

use super::button::{Button, ButtonKind};
use super::icon::Icon;

/// What [`RecorderFoot`] needs.
#[derive(Properties, PartialEq)]
pub struct RecorderFootProps {
    /// "Undo “not seen”": names what it undoes.
    pub undo_label: AttrValue,
    /// There is something to undo.
    pub can_undo: bool,
    /// "Note at 06:42".
    pub note_label: AttrValue,
    /// "Finish visit".
    pub finish_label: AttrValue,
    /// Undo.
    pub on_undo: Callback<()>,
    /// Write a note.
    pub on_note: Callback<()>,
    /// Open the finish sheet.
    pub on_finish: Callback<()>,
}

/// Undo, note, finish.
#[component]
pub fn RecorderFoot(props: &RecorderFootProps) -> Html {
    html! {
        <footer class="recorder-foot">
            <div class="recorder-foot-inner">
                <Button icon={Icon::Undo} disabled={!props.can_undo} on_press={props.on_undo.clone()}>{ &props.undo_label }</Button>
                <Button icon={Icon::Note} on_press={props.on_note.clone()}>{ &props.note_label }</Button>
                <Button kind={ButtonKind::Primary} on_press={props.on_finish.clone()}>{ &props.finish_label }</Button>
            </div>
        </footer>
    }
}
