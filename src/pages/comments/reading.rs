use std::rc::Rc;

use domain::framework::{Comment, CommentCount, Draft, HeldRound, LookFor, Strand};
use domain::id::LookForId;
use yew::prelude::*;

use super::counted;
use super::own::Own;
use crate::components::{KeyValue, KeyValues};
use crate::pages::draft::particulars;
use crate::state::{App, use_app};

/// What [`Reading`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct ReadingProps {
    pub(super) held: Rc<HeldRound>,
    pub(super) draft: Draft,
}

/// The draft to read, with one's own comment beside each look-for.
#[component]
pub(super) fn Reading(props: &ReadingProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let read = Read { app: &app, held: &props.held };
    html! {
        <section class="section" aria-labelledby="comments-draft">
            <h2 id="comments-draft">{ &props.draft.title }</h2>
            <article class="panel" aria-labelledby="comments-whole">
                <h3 id="comments-whole">{ text.get("comments-whole") }</h3>
                { read.own(None, text.get("comments-whole")) }
            </article>
            { for props.draft.strands.iter().map(|strand| read.strand(strand)) }
            { for read.left_behind(&props.draft) }
        </section>
    }
}

struct Read<'a> {
    app: &'a App,
    held: &'a HeldRound,
}

impl Read<'_> {
    fn strand(&self, strand: &Strand) -> Html {
        let id = format!("comments-strand-{}", strand.id);
        html! {
            <section key={strand.id.0.clone()} class="section" aria-labelledby={id.clone()}>
                <h3 {id}>{ &strand.name }</h3>
                { for strand.look_fors.iter().map(|one| self.look_for(one)) }
            </section>
        }
    }

    fn look_for(&self, look_for: &LookFor) -> Html {
        let text = &self.app.model.text;
        let id = format!("comments-look-for-{}", look_for.id);
        let said = |(label, value): (String, String)| KeyValue { label: label.into(), value: value.into() };
        let all = particulars(text, look_for).into_iter().filter(|(_, value)| !value.is_empty());
        let rows: Vec<KeyValue> = all.map(said).collect();
        let count = CommentCount::of(self.of(Some(&look_for.id)));
        html! {
            <article key={look_for.id.0.clone()} class="panel" aria-labelledby={id.clone()}>
                <h4 {id}>{ &look_for.text }</h4>
                <KeyValues {rows} />
                if count.all > 0 {
                    <p class="muted small">{ counted(text, count) }</p>
                }
                { self.own(Some(&look_for.id), look_for.text.clone()) }
            </article>
        }
    }

    /// One's own comments of look-fors that have left the draft since.
    fn left_behind(&self, draft: &Draft) -> Vec<Html> {
        let text = &self.app.model.text;
        let gone = |comment: &&Comment| {
            let is_gone = |id: &LookForId| draft.look_for(id).is_none();
            self.is_mine(comment) && comment.look_for.as_ref().is_some_and(is_gone)
        };
        let one = |comment: &Comment| {
            let id = format!("comments-gone-{}", comment.look_for.as_ref().map_or("", LookForId::as_str));
            html! {
                <article key={id.clone()} class="panel" aria-labelledby={id.clone()}>
                    <h3 {id}>{ &comment.about }</h3>
                    <p class="small strong">{ text.get("comments-gone") }</p>
                    { self.own(comment.look_for.as_ref(), comment.about.clone()) }
                </article>
            }
        };
        self.held.comments.iter().filter(gone).map(one).collect()
    }

    fn own(&self, look_for: Option<&LookForId>, name: String) -> Html {
        let model = &self.app.model;
        let comment = self.of(look_for).find(|one| self.is_mine(one)).cloned();
        html! {
            <Own
                round={self.held.round.number}
                open={self.held.round.is_open(model.now)}
                look_for={look_for.cloned()}
                {name}
                {comment}
            />
        }
    }

    fn is_mine(&self, comment: &Comment) -> bool {
        self.app.model.me.as_deref().is_some_and(|me| comment.is_of(&me.account))
    }

    fn of(&self, look_for: Option<&LookForId>) -> impl Iterator<Item = &Comment> {
        self.held.comments.iter().filter(move |one| one.look_for.as_ref() == look_for)
    }
}
