use std::cmp::Reverse;

use domain::framework::{Draft, DraftChange, Framework, LookFor};
use domain::id::StrandId;
use yew::prelude::*;

use crate::components::{Button, ButtonKind, Fold};
use crate::pages::words::quoted;
use crate::state::{Command, DraftStep, use_app};

/// Look-fors of published versions that the draft does not have, each as its newest version has it, with its strand there.
pub(super) fn gone<'a>(known: impl Iterator<Item = &'a Framework>, draft: &Draft) -> Vec<(&'a LookFor, &'a StrandId)> {
    let mut versions: Vec<_> = known.collect();
    versions.sort_by_key(|framework| Reverse(framework.version));
    let mut gone: Vec<(&LookFor, &StrandId)> = Vec::new();
    for strand in versions.into_iter().flat_map(|framework| &framework.strands) {
        for look_for in &strand.look_fors {
            let known = gone.iter().any(|(one, _)| one.id == look_for.id);
            if !known && draft.look_for(&look_for.id).is_none() {
                gone.push((look_for, &strand.id));
            }
        }
    }
    gone
}

#[derive(Properties, PartialEq)]
pub(super) struct ArchivedProps {
    pub(super) draft: Draft,
}

/// What the draft no longer has, what came of it, and taking it back in.
#[component]
pub(super) fn Archived(props: &ArchivedProps) -> Html {
    let app = use_app();
    let (text, draft) = (&app.model.text, &props.draft);
    let open = use_state(|| false);
    let gone = gone(app.model.documents.frameworks.values(), draft);
    if gone.is_empty() {
        return Html::default();
    }
    let on_toggle = {
        let open = open.clone();
        Callback::from(move |now| open.set(now))
    };
    let row = |(look_for, strand): &(&LookFor, &StrandId)| {
        let here = draft.strands.iter().find(|one| one.id == **strand).or(draft.strands.last());
        let back = here.map(|here| {
            let change = DraftChange::LookFor(here.id.clone(), (*look_for).clone());
            let focus = format!("edit-{}", look_for.id);
            let on_press =
                app.on(move |()| Command::Draft(DraftStep::Change(Box::new(change.clone()), Some(focus.clone()))));
            let spoken = text.with("draft-restore-spoken", [("name", look_for.text.as_str().into())]);
            html! { <Button kind={ButtonKind::Quiet} {spoken} {on_press}>{ text.get("draft-restore") }</Button> }
        });
        let heirs = draft.look_fors().filter(|(_, one)| one.comes_from(&look_for.id));
        let heirs: Vec<String> = heirs.map(|(_, one)| one.text.clone()).collect();
        html! {
            <li key={look_for.id.0.clone()} class="draft-look-for">
                <div>
                    <span>{ &look_for.text }</span>
                    if !heirs.is_empty() {
                        <p class="muted small">{ text.with("draft-archived-now", [("after", quoted(text, &heirs).into())]) }</p>
                    }
                </div>
                { for back }
            </li>
        }
    };
    html! {
        <Fold summary={text.get("draft-archived")} note={gone.len().to_string()} open={*open} {on_toggle}>
            <p class="muted">{ text.get("draft-archived-text") }</p>
            <ul class="draft-list">{ for gone.iter().map(row) }</ul>
        </Fold>
    }
}
