use domain::framework::{Draft, DraftChange};
use yew::prelude::*;

use super::Page;
use crate::components::{Button, ButtonKind, InputKind, Panel, TextField};
use crate::state::{Beginning, Command, DraftStep};

impl Page<'_> {
    /// Nobody writes a draft: what one can begin from.
    pub(super) fn begin(&self) -> Html {
        let text = self.text;
        let disabled = self.now.busy || self.app.model.syncing.offline;
        let from = |beginning| self.on(DraftStep::Begin(beginning));
        let newest = self.newest();
        let words = newest.map(|newest| {
            text.with(
                "draft-begin-newest",
                [("version", newest.version.into()), ("title", newest.title.as_str().into())],
            )
        });
        let starter = if newest.is_some() { ButtonKind::Plain } else { ButtonKind::Primary };
        html! {
            <Panel id="draft-begin" title={text.get("draft-begin")}>
                <p class="reading">{ text.get(if newest.is_some() { "draft-begin-text" } else { "draft-begin-first" }) }</p>
                <div class="cluster">
                    if let Some(words) = words {
                        <Button kind={ButtonKind::Primary} {disabled} on_press={from(Beginning::Newest)}>{ words }</Button>
                    }
                    <Button kind={starter} {disabled} on_press={from(Beginning::Starter)}>{ text.get("draft-begin-starter") }</Button>
                    <Button {disabled} on_press={from(Beginning::File)}>{ text.get("draft-begin-file") }</Button>
                    <Button {disabled} on_press={from(Beginning::Nothing)}>{ text.get("draft-begin-nothing") }</Button>
                </div>
                <p class="muted small">{ text.get("draft-begin-kinds") }</p>
            </Panel>
        }
    }

    /// What the framework is called.
    pub(super) fn title(&self, draft: &Draft) -> Html {
        html! { <TitleField key={draft.title.clone()} title={draft.title.clone()} /> }
    }
}

#[derive(Properties, PartialEq)]
struct TitleProps {
    title: AttrValue,
}

/// The title, stored when the person has typed it.
#[component]
fn TitleField(props: &TitleProps) -> Html {
    let app = crate::state::use_app();
    let text = &app.model.text;
    let typed = use_state(|| props.title.clone());
    let on_input = {
        let typed = typed.clone();
        Callback::from(move |title: AttrValue| typed.set(title))
    };
    let changed = *typed != props.title;
    let title = typed.trim().to_owned();
    let keep = app.on(move |()| {
        let change = DraftChange::Title(title.clone());
        Command::Draft(DraftStep::Change(Box::new(change), Some("draft-name".to_owned())))
    });
    html! {
        <form class="form" onsubmit={keep.reform(|event: SubmitEvent| event.prevent_default())}>
            <TextField
                id="draft-name"
                label={text.get("draft-name")}
                value={(*typed).clone()}
                kind={InputKind::Text}
                autocomplete="off"
                {on_input}
            />
            if changed {
                <div class="cluster"><Button submit={true}>{ text.get("draft-keep") }</Button></div>
            }
        </form>
    }
}
