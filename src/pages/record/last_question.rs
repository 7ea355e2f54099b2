//! What the last visit to a classroom left with its teacher.

use std::collections::BTreeMap;
use std::rc::Rc;

use domain::fact::{Pack, PackKey};
use domain::id::{SchoolId, VisitId};
use domain::time::Date;
use domain::visit::Place;
use yew::prelude::*;

use super::same::Same;
use crate::components::{Button, ButtonKind};
use crate::state::{Command, Model, VisitRef, use_app};

/// What [`LastQuestion`] needs.
#[derive(Properties, PartialEq, Clone)]
pub(crate) struct LastQuestionProps {
    /// Where the classroom is.
    pub school: SchoolId,
    /// The classroom.
    pub classroom: Place,
    /// A visit that does not count as an earlier one: the one being recorded.
    #[prop_or_default]
    pub except: Option<VisitId>,
}

/// A question that a visit left with its teacher.
#[derive(Clone, PartialEq)]
pub(crate) struct Question {
    date: Date,
    words: String,
}

/// How far looking for it has come.
pub(crate) enum Sought {
    /// The visit that may have left one is being read from the disk.
    Looking,
    /// It is known, or known that there is none.
    Settled(Option<Question>),
}

/// The question that the last visit to a classroom left with its teacher.
#[hook]
pub(crate) fn use_last_question(wanted: Option<LastQuestionProps>) -> Sought {
    let app = use_app();
    let model = &app.model;
    // Looked up once a classroom, not at every tap: a school can have thousands of visits.
    let newest = use_memo((wanted.clone(), Same::of(&model.packs)), |(wanted, packs)| {
        wanted.as_ref().and_then(|wanted| newest_visit(packs, wanted))
    });
    let send = app.send.clone();
    let to_read = (*newest).clone().filter(|newest| model.is_to_read(newest.visit));
    let looking = to_read.is_some();
    use_effect_with(to_read, move |to_read| {
        if let Some(newest) = to_read {
            send.emit(Command::Load(vec![newest.clone()]));
        }
    });
    match looking {
        true => Sought::Looking,
        false => Sought::Settled(wanted.and_then(|wanted| last_question(model, &wanted))),
    }
}

/// The last question for a classroom, as soon as it is found. Nothing where there is none.
#[component]
pub(crate) fn LastQuestion(props: &LastQuestionProps) -> Html {
    match use_last_question(Some(props.clone())) {
        Sought::Settled(Some(question)) => html! { <QuestionNote {question} /> },
        Sought::Settled(None) | Sought::Looking => html! {},
    }
}

/// What [`QuestionNote`] needs.
#[derive(Properties, PartialEq)]
pub(crate) struct QuestionNoteProps {
    /// The question.
    pub question: Question,
}

/// A question, until it has been read.
#[component]
pub(crate) fn QuestionNote(props: &QuestionNoteProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let read = use_state(|| false);
    if *read {
        return html! {};
    }
    let Question { date, words } = &props.question;
    let close = Callback::from(move |()| read.set(true));
    html! {
        <div class="last-question" data-print="no">
            <p>
                <span class="muted">{ text.with("recorder-last-question", [("date", text.date(*date).into())]) }</span>
                { " " }
                <q>{ words }</q>
            </p>
            <Button kind={ButtonKind::Quiet} on_press={close}>{ text.get("recorder-question-read") }</Button>
        </div>
    }
}

/// The newest finished visit to the classroom. Bringing it into memory twice does nothing.
fn newest_visit(packs: &BTreeMap<PackKey, Rc<Pack>>, props: &LastQuestionProps) -> Option<VisitRef> {
    let packs = packs.values().filter(|pack| pack.key.school == props.school);
    let visits = packs.flat_map(|pack| {
        let here = pack.rows().filter(|(_, row)| pack.classroom(*row) == Some(&props.classroom));
        here.map(|(visit, row)| ((row.day(), row.minute()), visit))
    });
    let (_, visit) = visits.filter(|(_, visit)| Some(*visit) != props.except).max()?;
    Some(VisitRef { school: props.school.clone(), visit })
}

/// Of the visits in memory, the newest finished one to the classroom that has a question.
fn last_question(model: &Model, props: &LastQuestionProps) -> Option<Question> {
    let asked = model.visits.values().map(|open| &open.visit).filter(|visit| {
        let here = visit.context.as_ref().is_some_and(|context| context.classroom == props.classroom);
        let counts = visit.finished.is_some() && !visit.discarded && Some(visit.id) != props.except;
        here && counts && visit.begin.school == props.school && !visit.question.is_empty()
    });
    let newest = asked.max_by_key(|visit| visit.begin.at)?;
    Some(Question { date: newest.begin.date, words: newest.question.clone() })
}
