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
    let sought = use_last_question(room.clone().map(|classroom| LastQuestionProps {
        school: visit.begin.school.clone(),
        classroom,
        except: Some(visit.id),
    }));
    let waited = clock::use_after(PATIENCE);
    let opened = use_mut_ref(|| None::<(Option<Place>, Option<Question>)>);
    let found = match sought {
        Sought::Looking if !waited && opened.borrow().is_none() => {
            return html! { <main class="recorder" aria-busy="true"></main> };
        }
        Sought::Looking => None,
        Sought::Settled(found) => found,
    };
    let mut opened = opened.borrow_mut();
    let (first_room, first) = opened.get_or_insert_with(|| (room.clone(), found.clone()));
    let question = if *first_room == room { first.clone() } else { found };
    html! { <Desk open={props.open.clone()} framework={props.framework.clone()} {question} /> }
}
