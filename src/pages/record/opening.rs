//! The recorder opens with everything in its place: nothing may move under a thumb that is on its way.

use domain::framework::Framework;
use domain::visit::Place;
use yew::prelude::*;

use super::desk::Desk;
use super::last_question::{LastQuestionProps, Question, Sought, use_last_question};
use super::same::Same;
use crate::browser::clock;
use crate::state::{OpenVisit, use_app};

/// Milliseconds: longer than reading one visit takes, shorter than a person takes for a tap that did not work.
const PATIENCE: u32 = 300;

/// What [`Opening`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct OpeningProps {
    /// The visit.
    pub open: Same<OpenVisit>,
    /// The version it is recorded against.
    pub framework: Same<Framework>,
}

/// The recorder, once the room's last question is known. One that takes too long is not shown: it would move the rows.
#[component]
pub(super) fn Opening(props: &OpeningProps) -> Html {
    let app = use_app();
    let visit = &props.open.visit;
    let room = visit.context.as_ref().map(|context| context.classroom.clone());
    let room = room.filter(|_| !app.model.preferences.quiet);
    let opened = use_mut_ref(|| None::<(Option<Place>, Option<Question>)>);
    let known = opened.borrow().as_ref().filter(|(of, _)| *of == room).map(|(_, question)| question.clone());
    // Looked for until it is known, and not again at every tap.
    let wanted = room.clone().filter(|_| known.is_none()).map(|classroom| LastQuestionProps {
        school: visit.begin.school.clone(),
        classroom,
        except: Some(visit.id),
    });
    let sought = use_last_question(wanted);
    let waited = clock::use_after(PATIENCE);
    let opening = opened.borrow().is_none();
    let question = match (known, sought) {
        (Some(question), _) => question,
        (None, Sought::Looking) if opening && !waited => {
            return html! { <main class="recorder" aria-busy="true"></main> };
        }
        // Another room was chosen: its question may still come.
        (None, Sought::Looking) if !opening => None,
        (None, Sought::Looking) => opened.borrow_mut().insert((room, None)).1.clone(),
        (None, Sought::Settled(found)) => opened.borrow_mut().insert((room, found)).1.clone(),
    };
    html! { <Desk open={props.open.clone()} framework={props.framework.clone()} {question} /> }
}
