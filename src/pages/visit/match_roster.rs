//! A room or teacher that was described in the room is found on the roster afterwards.

use domain::id::{ClassroomId, TeacherId};
use domain::visit::{Act, Adult, Context, Place};
use yew::prelude::*;

use super::ActingProps;
use crate::components::{Choice, Panel, SelectField};
use crate::pages::record::{Names, lead_choices};
use crate::state::{Model, use_app};

/// Offers the roster for what was described; nothing where everything is known.
#[component]
pub(super) fn MatchRoster(props: &ActingProps) -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let open = &props.part.open;
    let Some(context) = &open.visit.context else {
        return html! {};
    };
    let room = matches!(context.classroom, Place::Described(_));
    let lead = matches!(context.lead, Some(Adult::Described(_)));
    if !room && !lead {
        return html! {};
    }
    let names = Names::new(model, &open.at.school);
    let on_room = {
        let rooms = room_contexts(model, props);
        let context = context.clone();
        props.on_act.reform(move |value: AttrValue| {
            let id = ClassroomId::from(value.as_str());
            let found = rooms.iter().find(|(known, _)| *known == id).map(|(_, found)| found.clone());
            Act::Context(found.map_or_else(|| context.clone(), |found| matched(&context, found)))
        })
    };
    let on_lead = {
        let context = context.clone();
        props.on_act.reform(move |value: AttrValue| {
            let known = model_lead(&value);
            Act::Context(Context { lead: known.or_else(|| context.lead.clone()), ..context.clone() })
        })
    };
    html! {
        <Panel id="match" title={text.get("visit-match")}>
            <p>{ text.get("visit-match-text") }</p>
            <div class="form-row">
                if room {
                    <SelectField
                        id="match-room"
                        label={text.with("visit-match-room", [("name", names.place(&context.classroom).into())])}
                        value=""
                        options={room_choices(model, props)}
                        on_change={on_room}
                    />
                }
                if lead {
                    <SelectField
                        id="match-lead"
                        label={text.with("visit-match-teacher", [("name", names.adults(context).into())])}
                        value=""
                        options={lead_choices(model, &open.at.school, None)}
                        on_change={on_lead}
                    />
                }
            </div>
        </Panel>
    }
}

fn model_lead(value: &str) -> Option<Adult> {
    (!value.is_empty()).then(|| Adult::Known(TeacherId::from(value)))
}

/// The described lesson with the roster's classroom in it. What the observer wrote of the lesson stays; only what was
/// left open is filled in.
fn matched(described: &Context, found: Context) -> Context {
    Context {
        classroom: found.classroom,
        lead: described.lead.clone().or(found.lead),
        others: found.others,
        grade: described.grade.or(found.grade),
        subject: described.subject.clone().or(found.subject),
        groups: found.groups,
    }
}

fn room_contexts(model: &Model, props: &ActingProps) -> Vec<(ClassroomId, Context)> {
    let roster = model.documents.rosters.get(&props.part.open.at.school);
    roster.into_iter().flat_map(|roster| &roster.classrooms).map(|room| (room.id.clone(), room.context())).collect()
}

fn room_choices(model: &Model, props: &ActingProps) -> Vec<Choice> {
    let roster = model.documents.rosters.get(&props.part.open.at.school);
    let rooms = roster.into_iter().flat_map(|roster| &roster.classrooms);
    let none = Choice::new("", model.text.get("visit-match-none"));
    std::iter::once(none).chain(rooms.map(|room| Choice::new(room.id.0.clone(), room.name.clone()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matching_a_room_keeps_what_the_observer_wrote_of_the_lesson() {
        let context = |classroom: Place, lead: Option<&str>, grade: Option<i8>| Context {
            classroom,
            lead: lead.map(|name| Adult::Described(name.to_owned())),
            others: vec![],
            grade: grade.map(domain::roster::Grade),
            subject: None,
            groups: vec![],
        };
        let described = context(Place::Described("204".to_owned()), Some("A substitute"), None);
        let roster = context(Place::Known("r".into()), Some("Ruth Okafor"), Some(4));
        let matched = matched(&described, roster);
        assert_eq!(matched, context(Place::Known("r".into()), Some("A substitute"), Some(4)));
    }
}
