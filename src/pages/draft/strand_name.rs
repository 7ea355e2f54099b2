use domain::id::StrandId;
use yew::prelude::*;

use crate::components::{Button, ButtonKind, TextField};
use crate::state::use_app;

#[derive(Properties, PartialEq)]
pub(super) struct StrandNameProps {
    pub(super) id: StrandId,
    pub(super) name: AttrValue,
    pub(super) on_keep: Callback<String>,
    pub(super) on_leave: Callback<()>,
}

/// The name of a strand, to be written.
#[component]
pub(super) fn StrandName(props: &StrandNameProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let typed = use_state(|| props.name.clone());
    let on_input = {
        let typed = typed.clone();
        Callback::from(move |name: AttrValue| typed.set(name))
    };
    let keep = {
        let (typed, on_keep) = (typed.clone(), props.on_keep.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let name = typed.trim();
            if !name.is_empty() {
                on_keep.emit(name.to_owned());
            }
        })
    };
    let error = typed.trim().is_empty().then(|| AttrValue::from(text.get("draft-strand-unnamed")));
    html! {
        <form class="form" onsubmit={keep}>
            <TextField
                id={format!("strand-name-{}", props.id)}
                label={text.get("draft-strand-name")}
                value={(*typed).clone()}
                autocomplete="off"
                {error}
                {on_input}
            />
            <div class="cluster">
                <Button kind={ButtonKind::Primary} submit={true}>{ text.get("draft-keep") }</Button>
                <Button on_press={props.on_leave.clone()}>{ text.get("draft-leave") }</Button>
            </div>
        </form>
    }
}
