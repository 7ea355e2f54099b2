//! What a look-for comes from: earlier ones that it takes the place of, and whether their visits count for it.

use std::rc::Rc;

use domain::device::Documents;
use domain::framework::{CannotCount, Draft, LookFor, Succession};
use domain::id::LookForId;
use yew::prelude::*;

use super::archived::gone;
use crate::components::Checkbox;
use crate::pages::words::quoted;
use crate::state::{Model, use_app};
use crate::text::Text;

#[derive(Properties, PartialEq)]
pub(super) struct OriginProps {
    /// It as far as it has been typed.
    pub(super) look_for: LookFor,
    pub(super) on_change: Callback<Option<Succession>>,
}

/// Look-fors that the draft no longer has, to choose from; nothing while it has them all.
#[component]
pub(super) fn Origin(props: &OriginProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let Some(draft) = &app.model.drafting.mine else { return Html::default() };
    let documents = &app.model.documents;
    let succession = props.look_for.succeeds.as_ref();
    let gone = gone(documents.frameworks.values(), draft);
    let gone = gone.into_iter().map(|(one, _)| one).filter(|one| one.id != props.look_for.id);
    let mut earlier: Vec<(LookForId, String)> = gone.map(|one| (one.id.clone(), one.text.clone())).collect();
    // What was chosen and came back since, or was never here, can be let go again.
    for id in succession.iter().flat_map(|succession| &succession.of) {
        if earlier.iter().all(|(known, _)| known != id) {
            let there = draft.look_for(id).map_or_else(|| id.to_string(), |(_, one)| one.text.clone());
            earlier.push((id.clone(), there));
        }
    }
    if earlier.is_empty() {
        return Html::default();
    }
    let one = |(id, name): &(LookForId, String)| {
        let chosen = succession.is_some_and(|succession| succession.of.contains(id));
        let (was, documents, chosen_id) = (succession.cloned(), Rc::clone(documents), id.clone());
        let on_toggle = props.on_change.reform(move |on| choose(was.as_ref(), &chosen_id, on, &documents));
        html! { <Checkbox id={format!("look-for-from-{id}")} label={name.clone()} checked={chosen} {on_toggle} /> }
    };
    html! {
        <fieldset class="draft-levels">
            <legend class="strong">{ text.get("draft-origin") }</legend>
            <p class="muted small">{ text.get("draft-origin-hint") }</p>
            <div class="stack">{ for earlier.iter().map(one) }</div>
            <div aria-live="polite">
                { for succession.map(|succession| counts(text, draft, documents, props, succession)) }
            </div>
        </fieldset>
    }
}

/// Whether their visits count, or why they cannot.
fn counts(text: &Text, draft: &Draft, documents: &Documents, props: &OriginProps, succession: &Succession) -> Html {
    if let Err(why) = draft.can_count(&props.look_for, documents.frameworks.values()) {
        return html! { <p>{ cannot(text, draft, documents, &why) }</p> };
    }
    let was = succession.clone();
    let on_toggle = props.on_change.reform(move |counts| Some(Succession { counts, ..was.clone() }));
    html! {
        <Checkbox
            id="look-for-counts"
            label={text.with("draft-origin-counts", [("n", succession.of.len().into())])}
            hint={AttrValue::from(text.with("draft-origin-counts-hint", [("n", succession.of.len().into())]))}
            checked={succession.counts}
            {on_toggle}
        />
    }
}

fn cannot(text: &Text, draft: &Draft, documents: &Documents, why: &CannotCount) -> String {
    let there = |id: &LookForId| draft.look_for(id).map_or_else(String::new, |(_, one)| one.text.clone());
    let earlier = |id: &LookForId| {
        let last = gone(documents.frameworks.values(), draft).into_iter().find(|(one, _)| one.id == *id);
        last.map_or_else(|| there(id), |(one, _)| one.text.clone())
    };
    match why {
        CannotCount::Split { with } => {
            text.with("draft-origin-split", [("other", quoted(text, &[there(with)]).into())])
        }
        CannotCount::OtherRule { before } => {
            text.with("draft-origin-other-rule", [("before", quoted(text, &[earlier(before)]).into())])
        }
        CannotCount::NotAdditive => text.get("draft-origin-not-additive"),
    }
}

/// A look-for that somebody keeps: what cannot be counted does not count.
pub(super) fn counted(model: &Model, mut look_for: LookFor) -> LookFor {
    let known = model.documents.frameworks.values();
    let can = model.drafting.mine.as_ref().is_none_or(|draft| draft.can_count(&look_for, known).is_ok());
    if let Some(succession) = look_for.succeeds.as_mut().filter(|_| !can) {
        succession.counts = false;
    }
    look_for
}

/// With one more, and what that came from, or one fewer; what was chosen first counts unless somebody says otherwise.
fn choose(was: Option<&Succession>, id: &LookForId, on: bool, documents: &Documents) -> Option<Succession> {
    let mut of: Vec<LookForId> = was.map(|was| was.of.clone()).unwrap_or_default();
    let counts = was.is_none_or(|was| was.counts);
    of.retain(|one| one != id);
    if on {
        of.push(id.clone());
        return Some(Succession::from(&of, documents.frameworks.values(), counts));
    }
    (!of.is_empty()).then_some(Succession { of, counts })
}
