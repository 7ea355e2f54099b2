use domain::visit::Act;
use yew::prelude::*;

use super::ActingProps;
use crate::components::{Button, ButtonKind, Dialog};
use crate::state::use_app;

/// Taking the visit up again, discarding it, or restoring it.
#[component]
pub(super) fn DiscardPanel(props: &ActingProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let asking = use_state(|| false);
    let visit = &props.part.open.visit;
    let act = |act: Act| props.on_act.reform(move |()| act.clone());
    let set = |to: bool| {
        let asking = asking.clone();
        Callback::from(move |()| asking.set(to))
    };
    let discard = {
        let (on_act, asking) = (props.on_act.clone(), asking.clone());
        Callback::from(move |()| {
            asking.set(false);
            on_act.emit(Act::Discard(true));
        })
    };
    let can_reopen = visit.finished.is_some() && !visit.is_from_paper() && !visit.discarded;
    let actions = html! {
        <>
            <Button autofocus={true} on_press={set(false)}>{ text.get("recorder-discard-keep") }</Button>
            <Button kind={ButtonKind::Danger} on_press={discard}>{ text.get("recorder-discard-yes") }</Button>
        </>
    };
    html! {
        <>
            <div class="cluster" data-print="no">
                if can_reopen && !visit.nothing {
                    <Button on_press={act(Act::Reopen)}>{ text.get("visit-reopen") }</Button>
                }
                if visit.discarded {
                    <Button on_press={act(Act::Discard(false))}>{ text.get("visit-restore") }</Button>
                } else {
                    <Button kind={ButtonKind::Danger} on_press={set(true)}>{ text.get("recorder-discard") }</Button>
                }
            </div>
            if *asking {
                <Dialog id="discard" title={text.get("visit-discard-title")} close_label={text.get("recorder-close")} on_close={set(false)} {actions}>
                    <p>{ text.get("recorder-discard-sure") }</p>
                </Dialog>
            }
        </>
    }
}
