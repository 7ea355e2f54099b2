//! Whose lesson it is: grade, subject and lead, as fields that change a visit's context.

use domain::id::{SchoolId, TeacherId};
use domain::visit::{Adult, Context};
use yew::prelude::*;

use super::names::{grade_choices, grade_value, read_grade, read_subject, subject_choices};
use crate::components::{Choice, SelectField};
use crate::state::{Model, use_app};

/// What [`LessonFields`] needs.
#[derive(Properties, PartialEq)]
pub(crate) struct LessonFieldsProps {
    /// Unique on the page: what the fields' ids begin with.
    pub id: AttrValue,
    /// Whose roster names the teachers.
    pub school: SchoolId,
    /// As it stands.
    pub context: Context,
    /// As it should be.
    pub on_change: Callback<Context>,
}

/// Grade, subject and lead teacher.
#[component]
pub(crate) fn LessonFields(props: &LessonFieldsProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let context = &props.context;
    let change = |apply: fn(Context, &str) -> Context| {
        let context = context.clone();
        props.on_change.reform(move |value: AttrValue| apply(context.clone(), &value))
    };
    let subject = context.subject.as_ref().map(|subject| subject.0.clone()).unwrap_or_default();
    html! {
        <div class="form-row">
            <SelectField
                id={format!("{}-grade", props.id)}
                label={text.get("recorder-grade-label")}
                value={grade_value(context.grade)}
                options={grade_choices(text)}
                on_change={change(|context, value| Context { grade: read_grade(value), ..context })}
            />
            <SelectField
                id={format!("{}-subject", props.id)}
                label={text.get("recorder-subject-label")}
                value={subject}
                options={subject_choices(&app.model)}
                on_change={change(|context, value| Context { subject: read_subject(value), ..context })}
            />
            <SelectField
                id={format!("{}-lead", props.id)}
                label={text.get("recorder-lead-label")}
                value={lead_value(context.lead.as_ref())}
                options={lead_choices(&app.model, &props.school, context.lead.as_ref())}
                on_change={change(with_lead)}
            />
        </div>
    }
}

/// The value of an adult who is not on the roster: no teacher's id is empty or begins so.
const DESCRIBED: &str = "\u{1}described";

fn lead_value(lead: Option<&Adult>) -> String {
    match lead {
        None => String::new(),
        Some(Adult::Known(id)) => id.0.clone(),
        Some(Adult::Described(_)) => DESCRIBED.to_owned(),
    }
}

fn with_lead(context: Context, value: &str) -> Context {
    let lead = match value {
        DESCRIBED => context.lead.clone(),
        "" => None,
        id => Some(Adult::Known(TeacherId::from(id))),
    };
    Context { lead, ..context }
}

/// Nobody, whoever was described, everyone on the roster, and whoever has left it but led this lesson.
pub(crate) fn lead_choices(model: &Model, school: &SchoolId, lead: Option<&Adult>) -> Vec<Choice> {
    let none = Choice::new("", model.text.get("recorder-lead-none"));
    let roster = model.documents.rosters.get(school);
    let described = match lead {
        Some(Adult::Described(name)) => Some(Choice::new(DESCRIBED, name.clone())),
        Some(Adult::Known(id)) => {
            let former = roster.and_then(|roster| roster.former_teachers.iter().find(|teacher| teacher.id == *id));
            former.map(|teacher| Choice::new(teacher.id.0.clone(), teacher.name.clone()))
        }
        None => None,
    };
    let teachers = roster.into_iter().flat_map(|roster| &roster.teachers);
    let known = teachers.map(|teacher| Choice::new(teacher.id.0.clone(), teacher.name.clone()));
    std::iter::once(none).chain(described).chain(known).collect()
}
