use domain::framework::Segment;
use domain::id::SchoolId;
use domain::roster::Classroom;
use domain::visit::Seat;
use yew::prelude::*;

use super::room::begin;
use crate::components::{Button, ButtonKind, ButtonLink, Segmented};
use crate::pages::record::{LastQuestion, LessonFields, Same, segment_name};
use crate::route::Route;
use crate::state::{Command, NewVisit, use_app};

/// What [`Details`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct DetailsProps {
    /// Where the classroom is.
    pub school: SchoolId,
    /// The classroom.
    pub room: Same<Classroom>,
    /// It is a calibration visit, in this seat.
    pub seat: Option<Seat>,
}

/// What the roster and the clock say of the lesson, to be changed before the visit begins.
#[component]
pub(super) fn Details(props: &DetailsProps) -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let draft = use_state(|| begin(model, &props.school, &props.room));
    let set_segment = {
        let draft = draft.clone();
        Callback::from(move |chosen: Option<usize>| {
            // Pressing the chosen segment again keeps it: a lesson is always in one of them.
            if let Some(segment) = chosen.and_then(|index| Segment::ALL.get(index).copied()) {
                draft.set(NewVisit { segment, ..(*draft).clone() });
            }
        })
    };
    let set_context = {
        let draft = draft.clone();
        Callback::from(move |context| draft.set(NewVisit { context, ..(*draft).clone() }))
    };
    let send = |nothing: bool| {
        let visit = NewVisit { nothing, seat: props.seat.clone(), ..(*draft).clone() };
        app.on(move |()| Command::Begin(visit.clone()))
    };
    html! {
        <div class="start-details">
            <LastQuestion school={props.school.clone()} classroom={draft.context.classroom.clone()} />
            <Segmented
                label={text.get("recorder-segment-label")}
                options={Segment::ALL.map(|segment| AttrValue::from(segment_name(text, segment))).to_vec()}
                chosen={Segment::ALL.iter().position(|segment| *segment == draft.segment)}
                on_choose={set_segment}
            />
            <LessonFields
                id={format!("details-{}", props.room.id)}
                school={props.school.clone()}
                context={draft.context.clone()}
                on_change={set_context}
            />
            <div class="cluster">
                <Button kind={ButtonKind::Primary} big={true} on_press={send(false)}>{ text.get("start-start") }</Button>
                <Button on_press={send(true)}>{ text.get("start-nothing") }</Button>
                <ButtonLink href={Route::Paper.address()}>{ text.get("start-from-paper") }</ButtonLink>
            </div>
            <p class="muted small">{ text.get("start-nothing-hint") }</p>
        </div>
    }
}
