//! The visit put right afterwards, with the recorder's own controls. Every change is an edit; nothing is overwritten.

use domain::framework::Segment;
use domain::visit::{Act, Flag, Place};
use yew::prelude::*;

use super::ActingProps;
use crate::components::{Chip, LookForGroup, Panel};
use crate::pages::record::{Form, LessonFields, RowProps, Same, Standing, flag_name, row, segment_name};
use crate::state::{Model, use_app};

/// Every look-for with its control, strand by strand; and circumstances.
#[component]
pub(super) fn EditRows(props: &ActingProps) -> Html {
    let app = use_app();
    let model = &app.model;
    let part = &props.part;
    let form = use_memo(part.framework.clone(), |framework| Form::of(framework, &[]));
    let enrolled = enrolled(model, props);
    let now = part.open.visit.end(model.now);
    let control = |look_for: &Same<domain::framework::LookFor>| {
        row(RowProps {
            look_for: look_for.clone(),
            standing: Standing::of(&part.open.visit, look_for, enrolled, now),
            text: model.text.clone(),
            on_act: props.on_act.clone(),
        })
    };
    html! {
        <>
            { lesson(model, props) }
            { for form.rest.iter().enumerate().map(|(index, (name, look_fors))| html! {
                <LookForGroup key={name.clone()} id={format!("edit-{index}")} title={name.clone()}>
                    { for look_fors.iter().map(control) }
                </LookForGroup>
            }) }
        </>
    }
}

fn lesson(model: &Model, props: &ActingProps) -> Html {
    let (text, open) = (&model.text, &props.part.open);
    let visited = open.visit.segments_visited();
    let segments = Segment::ALL.into_iter().map(|segment| {
        let on = visited.contains(&segment);
        let act = if on { Act::NotSegment(segment) } else { Act::Segment(segment) };
        html! { <Chip label={segment_name(text, segment)} chosen={on} on_press={props.on_act.reform(move |()| act.clone())} /> }
    });
    let flags = Flag::ALL.into_iter().map(|flag| {
        let on = open.visit.flags.contains(&flag);
        html! { <Chip label={flag_name(text, flag)} chosen={on} on_press={props.on_act.reform(move |()| Act::Flag(flag, !on))} /> }
    });
    html! {
        <Panel id="edit-lesson" title={text.get("visit-edit-lesson")}>
            <div class="stack" data-gap="wide">
                if let Some(context) = &open.visit.context {
                    <LessonFields id="edit" school={open.at.school.clone()} context={context.clone()} on_change={props.on_act.reform(Act::Context)} />
                }
                <div class="cluster" role="group" aria-label={text.get("visit-segments")}>{ for segments }</div>
                <div class="cluster" role="group" aria-label={text.get("recorder-flags-label")}>{ for flags }</div>
            </div>
        </Panel>
    }
}

fn enrolled(model: &Model, props: &ActingProps) -> Option<u16> {
    let open = &props.part.open;
    let Place::Known(room) = &open.visit.context.as_ref()?.classroom else {
        return None;
    };
    model.documents.rosters.get(&open.at.school)?.classroom(room)?.students
}
