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

/// The question that the last visit to a classroom left with its teacher. Nothing where there is none.
#[component]
pub(crate) fn LastQuestion(props: &LastQuestionProps) -> Html {
    let app = use_app();
    let model = &app.model;
    let read = use_state(|| false);
    // Looked up once a classroom, not at every tap: a school can have thousands of visits.
    let newest = use_memo((props.clone(), Same::of(&model.packs)), |(props, packs)| newest_visit(packs, props));
    let send = app.send.clone();
    use_effect_with((*newest).clone(), move |newest| {
        if let Some(newest) = newest {
            send.emit(Command::Load(newest.clone()));
        }
    });
    let Some((date, question)) = last_question(model, props).filter(|_| !*read) else {
        return html! {};
    };
    let close = Callback::from(move |()| read.set(true));
    html! {
        <div class="last-question" data-print="no">
            <p>
                <span class="muted">{ model.text.with("recorder-last-question", [("date", model.text.date(date).into())]) }</span>
                { " " }
                <q>{ question }</q>
            </p>
            <Button kind={ButtonKind::Quiet} on_press={close}>{ model.text.get("recorder-question-read") }</Button>
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
fn last_question(model: &Model, props: &LastQuestionProps) -> Option<(Date, String)> {
    let asked = model.visits.values().map(|open| &open.visit).filter(|visit| {
        let here = visit.context.as_ref().is_some_and(|context| context.classroom == props.classroom);
        let counts = visit.finished.is_some() && !visit.discarded && Some(visit.id) != props.except;
        here && counts && visit.begin.school == props.school && !visit.question.is_empty()
    });
    let newest = asked.max_by_key(|visit| visit.begin.at)?;
    Some((newest.begin.date, newest.question.clone()))
}
