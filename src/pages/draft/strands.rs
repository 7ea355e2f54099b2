use domain::framework::{Draft, DraftChange, LookFor, Strand};
use domain::id::{Bits128, LookForId, StrandId};
use yew::prelude::*;

use super::archived::Archived;
use super::comments;
use super::look_for::{LookForForm, Written, places};
use super::strand_name::StrandName;
use super::words;
use crate::browser::{events, ids};
use crate::components::{Button, ButtonKind, Icon};
use crate::state::{App, Command, DraftStep, use_app};
use crate::text::Text;

/// What is open in the list.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Open {
    Nothing,
    /// The form of a look-for, in its strand; a new one has an id that nothing has yet.
    LookFor(StrandId, LookForId),
    /// The name of a strand.
    Strand(StrandId),
}

impl Open {
    /// Whether it can be seen: what was open may have been taken out since, by an undo or by somebody else.
    pub(super) fn is_drawn(&self, draft: &Draft) -> bool {
        let has = |id: &StrandId| draft.strands.iter().any(|strand| strand.id == *id);
        match self {
            Self::Nothing => false,
            Self::Strand(id) => has(id),
            Self::LookFor(strand, id) => has(strand) || draft.look_for(id).is_some(),
        }
    }
}

/// What [`Strands`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct StrandsProps {
    pub(super) draft: Draft,
    pub(super) open: UseStateHandle<Open>,
}

/// The draft, strand by strand: look-fors are written, put in order by dragging or by the keyboard, and taken out.
#[component]
pub(super) fn Strands(props: &StrandsProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let dragged = use_state(|| None::<LookForId>);
    let said = use_state(String::new);
    let list = List { app: &app, text, draft: &props.draft, open: &props.open, dragged: &dragged, said: &said };
    html! {
        <section class="section" aria-labelledby="draft-strands">
            <h2 id="draft-strands">{ text.get("draft-strands") }</h2>
            <p class="muted">{ text.get("draft-order-hint") }</p>
            <p class="visually-hidden" role="status">{ (*said).clone() }</p>
            { for props.draft.strands.iter().enumerate().map(|(at, strand)| list.strand(at, strand)) }
            <div class="cluster">
                <Button icon={Icon::Add} id="draft-add-strand" on_press={list.add_strand()}>{ text.get("draft-add-strand") }</Button>
            </div>
            <Archived draft={props.draft.clone()} />
        </section>
    }
}

struct List<'a> {
    app: &'a App,
    text: &'a Text,
    draft: &'a Draft,
    open: &'a UseStateHandle<Open>,
    dragged: &'a UseStateHandle<Option<LookForId>>,
    said: &'a UseStateHandle<String>,
}

impl List<'_> {
    /// Changes the draft, and moves the focus.
    fn change(&self, change: DraftChange, focus: String) -> Callback<()> {
        self.app.on(move |()| Command::Draft(DraftStep::Change(Box::new(change.clone()), Some(focus.clone()))))
    }

    /// The same, and closes what is open.
    fn close_with<E: 'static>(
        &self,
        focus: String,
        change: impl Fn(E) -> Option<DraftChange> + 'static,
    ) -> Callback<E> {
        let (send, open) = (self.app.send.clone(), self.open.clone());
        Callback::from(move |event| {
            open.set(Open::Nothing);
            // Even where nothing changes, the focus goes back to where the form was opened.
            let change = change(event).unwrap_or_else(|| DraftChange::Remove(LookForId::default()));
            send.emit(Command::Draft(DraftStep::Change(Box::new(change), Some(focus.clone()))));
        })
    }

    fn opens(&self, what: Open) -> Callback<()> {
        let open = self.open.clone();
        Callback::from(move |()| open.set(what.clone()))
    }

    fn add_strand(&self) -> Callback<()> {
        let (send, open) = (self.app.send.clone(), self.open.clone());
        let name = self.text.get("draft-new-strand");
        Callback::from(move |()| {
            let id = StrandId(Bits128(ids::random()).to_string());
            open.set(Open::Strand(id.clone()));
            let focus = format!("strand-name-{id}");
            let change = Box::new(DraftChange::Strand(id, name.clone()));
            send.emit(Command::Draft(DraftStep::Change(change, Some(focus))));
        })
    }

    fn strand(&self, at: usize, strand: &Strand) -> Html {
        let text = self.text;
        let heading = format!("draft-strand-{}", strand.id);
        let look_fors = &strand.look_fors;
        let add = {
            let (open, id) = (self.open.clone(), strand.id.clone());
            Callback::from(move |()| {
                open.set(Open::LookFor(id.clone(), LookForId(Bits128(ids::random()).to_string())));
            })
        };
        let new = match &**self.open {
            Open::LookFor(here, id) if *here == strand.id && self.draft.look_for(id).is_none() => {
                Some(self.form(&strand.id, id, None))
            }
            Open::LookFor(..) | Open::Strand(_) | Open::Nothing => None,
        };
        html! {
            <section key={strand.id.0.clone()} class="draft-strand" aria-labelledby={heading.clone()}>
                { self.strand_head(at, strand, heading) }
                <ul class="draft-list">
                    { for look_fors.iter().enumerate().map(|(place, one)| self.look_for(strand, place, one)) }
                </ul>
                <div class="draft-drop" ondragover={self.over()} ondrop={self.drop_on(&strand.id, None)}>
                    if let Some(new) = new {
                        { new }
                    } else {
                        <Button icon={Icon::Add} id={format!("add-{}", strand.id)} on_press={add}>{ text.get("draft-add") }</Button>
                    }
                </div>
            </section>
        }
    }

    fn strand_head(&self, at: usize, strand: &Strand, heading: String) -> Html {
        let text = self.text;
        let rename = format!("rename-{}", strand.id);
        if **self.open == Open::Strand(strand.id.clone()) {
            let id = strand.id.clone();
            let on_keep =
                self.close_with(rename.clone(), move |name: String| Some(DraftChange::Strand(id.clone(), name)));
            let on_leave = self.close_with(rename, |()| None);
            return html! { <StrandName id={strand.id.clone()} name={strand.name.clone()} {on_keep} {on_leave} /> };
        }
        let name = strand.name.as_str();
        let last = at + 1 == self.draft.strands.len();
        let before = |at: usize| self.draft.strands.get(at).map(|strand| strand.id.clone());
        let up = DraftChange::PlaceStrand(strand.id.clone(), at.checked_sub(1).and_then(before));
        let down = DraftChange::PlaceStrand(strand.id.clone(), before(at + 2));
        let (up_id, down_id) = (format!("up-{}", strand.id), format!("down-{}", strand.id));
        let spoken = |id: &str| AttrValue::from(text.with(id, [("name", name.into())]));
        // A button that can no longer be pressed cannot keep the focus.
        let (to_up, to_down) = (
            if at == 1 { &down_id } else { &up_id },
            if at + 2 == self.draft.strands.len() { &up_id } else { &down_id },
        );
        html! {
            <div class="draft-strand-head">
                <h3 id={heading}>{ name }</h3>
                <div class="cluster">
                    <Button kind={ButtonKind::Quiet} id={rename} spoken={spoken("draft-rename-spoken")} on_press={self.opens(Open::Strand(strand.id.clone()))}>
                        { text.get("draft-rename") }
                    </Button>
                    <Button kind={ButtonKind::Quiet} disabled={at == 0} spoken={spoken("draft-up-spoken")} on_press={self.change(up, to_up.clone())} id={up_id.clone()}>
                        { text.get("draft-up") }
                    </Button>
                    <Button kind={ButtonKind::Quiet} disabled={last} spoken={spoken("draft-down-spoken")} on_press={self.change(down, to_down.clone())} id={down_id.clone()}>
                        { text.get("draft-down") }
                    </Button>
                    if strand.look_fors.is_empty() {
                        <Button kind={ButtonKind::Quiet} spoken={spoken("draft-remove-spoken")} on_press={self.change(DraftChange::RemoveStrand(strand.id.clone()), "draft-add-strand".into())}>
                            { text.get("draft-remove") }
                        </Button>
                    }
                </div>
            </div>
        }
    }

    fn look_for(&self, strand: &Strand, place: usize, look_for: &LookFor) -> Html {
        let text = self.text;
        let id = &look_for.id;
        if let Open::LookFor(_, open) = &**self.open
            && open == id
        {
            return html! { <li key={id.0.clone()}>{ self.form(&strand.id, id, Some(look_for)) }</li> };
        }
        let count = strand.look_fors.len();
        let name = [("name", look_for.text.as_str().into())];
        let spoken = |message: &str| AttrValue::from(text.with(message, name.clone()));
        let (up, down) = (format!("up-{id}"), format!("down-{id}"));
        // A button that can no longer be pressed cannot keep the focus.
        let (to_up, to_down) = (if place == 1 { &down } else { &up }, if place + 2 == count { &up } else { &down });
        html! {
            <li
                key={id.0.clone()}
                class="draft-look-for"
                draggable="true"
                ondragstart={self.drag(id)}
                ondragend={self.drop_nowhere()}
                ondragover={self.over()}
                ondrop={self.drop_on(&strand.id, Some(id))}
            >
                <div class="draft-look-for-text">
                    <span class="draft-grip" aria-hidden="true">{ "⠿" }</span>
                    <div>
                        <p class="strong">{ &look_for.text }</p>
                        <p class="muted small">{ words::summary(text, look_for) }</p>
                        { comments::of(self.app, id) }
                    </div>
                </div>
                <div class="cluster">
                    <Button kind={ButtonKind::Quiet} id={format!("edit-{id}")} spoken={spoken("draft-edit-spoken")} on_press={self.opens(Open::LookFor(strand.id.clone(), id.clone()))}>
                        { text.get("draft-edit") }
                    </Button>
                    <Button kind={ButtonKind::Quiet} disabled={place == 0} spoken={spoken("draft-up-spoken")} on_press={self.step(strand, place, false, to_up)} id={up.clone()}>
                        { text.get("draft-up") }
                    </Button>
                    <Button kind={ButtonKind::Quiet} disabled={place + 1 == count} spoken={spoken("draft-down-spoken")} on_press={self.step(strand, place, true, to_down)} id={down.clone()}>
                        { text.get("draft-down") }
                    </Button>
                </div>
            </li>
        }
    }

    /// One place up or down, said to who cannot see it.
    fn step(&self, strand: &Strand, place: usize, down: bool, focus: &str) -> Callback<()> {
        let Some(look_for) = strand.look_fors.get(place) else { return Callback::noop() };
        let before = if down { Some(place + 2) } else { place.checked_sub(1) };
        let before = before.and_then(|at| strand.look_fors.get(at)).map(|one| one.id.clone());
        let change = self.change(DraftChange::Place(look_for.id.clone(), strand.id.clone(), before), focus.to_owned());
        let now = if down { place + 2 } else { place };
        let words = [
            ("name", look_for.text.as_str().into()),
            ("place", now.to_string().into()),
            ("of", strand.look_fors.len().to_string().into()),
        ];
        let (said, words) = (self.said.clone(), self.text.with("draft-moved", words));
        Callback::from(move |()| {
            said.set(words.clone());
            change.emit(());
        })
    }

    fn form(&self, strand: &StrandId, id: &LookForId, look_for: Option<&LookFor>) -> Html {
        let back = if look_for.is_some() { format!("edit-{id}") } else { format!("add-{strand}") };
        let on_keep = {
            let (send, open, to) = (self.app.send.clone(), self.open.clone(), back.clone());
            Callback::from(move |Written { was, strand, look_for }| {
                open.set(Open::Nothing);
                send.emit(Command::Draft(DraftStep::Keep(was, strand, Box::new(look_for), to.clone())));
            })
        };
        let gone = id.clone();
        let on_remove = self.close_with(format!("add-{strand}"), move |()| Some(DraftChange::Remove(gone.clone())));
        let on_leave = self.close_with(back, |()| None);
        html! {
            <LookForForm
                key={id.0.clone()}
                id={id.clone()}
                look_for={look_for.cloned()}
                strand={strand.clone()}
                strands={places(&self.draft.strands)}
                {on_keep}
                {on_leave}
                {on_remove}
            />
        }
    }

    fn drag(&self, id: &LookForId) -> Callback<DragEvent> {
        let (dragged, id) = (self.dragged.clone(), id.clone());
        Callback::from(move |event: DragEvent| {
            events::carry(&event, id.as_str());
            dragged.set(Some(id.clone()));
        })
    }

    fn over(&self) -> Callback<DragEvent> {
        let carried = self.dragged.is_some();
        Callback::from(move |event: DragEvent| {
            if carried {
                event.prevent_default();
            }
        })
    }

    fn drop_nowhere(&self) -> Callback<DragEvent> {
        let dragged = self.dragged.clone();
        Callback::from(move |_| dragged.set(None))
    }

    fn drop_on(&self, strand: &StrandId, before: Option<&LookForId>) -> Callback<DragEvent> {
        let (send, dragged) = (self.app.send.clone(), self.dragged.clone());
        let (strand, before) = (strand.clone(), before.cloned());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            if let Some(id) = dragged.as_ref() {
                let change = DraftChange::Place(id.clone(), strand.clone(), before.clone());
                send.emit(Command::Draft(DraftStep::Change(Box::new(change), None)));
            }
            dragged.set(None);
        })
    }
}
