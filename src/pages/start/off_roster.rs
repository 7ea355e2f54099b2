//! A room or teacher that is on no roster: described now, matched later.

use domain::framework::Segment;
use domain::id::SchoolId;
use domain::visit::{Adult, Context, MostText, Place, Seat};
use yew::prelude::*;

use super::schools::school_name;
use crate::components::{Button, ButtonKind, Fold, SelectField, TextField};
use crate::pages::record::{grade_choices, read_grade, read_subject, subject_choices};
use crate::state::{Command, NewVisit, When, use_app};

/// What [`OffRoster`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct OffRosterProps {
    /// The school that the room belongs to.
    pub school: SchoolId,
    /// It is a calibration visit, in this seat.
    pub seat: Option<Seat>,
}

/// What was typed of a lesson that the roster does not know.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Described {
    /// The room.
    pub room: AttrValue,
    /// Who teaches; may be empty.
    pub teacher: AttrValue,
    /// As the select gives it.
    pub grade: AttrValue,
    /// As the select gives it.
    pub subject: AttrValue,
}

impl Described {
    /// Whose lesson it is; `None` without a room, or with a name that is too long to keep.
    pub(super) fn context(&self) -> Option<Context> {
        let fits = |words: &str| words.chars().count() <= MostText::NAME;
        let (room, teacher) = (self.room.trim(), self.teacher.trim());
        let complete = !room.is_empty() && fits(room) && fits(teacher);
        complete.then(|| Context {
            classroom: Place::Described(room.to_owned()),
            lead: (!teacher.is_empty()).then(|| Adult::Described(teacher.to_owned())),
            others: Vec::new(),
            grade: read_grade(&self.grade),
            subject: read_subject(&self.subject),
            groups: Vec::new(),
        })
    }
}

/// Somewhere else: folded, since it is seldom needed.
#[component]
pub(super) fn OffRoster(props: &OffRosterProps) -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let open = use_state(|| false);
    let draft = use_state(Described::default);
    let on_toggle = {
        let open = open.clone();
        Callback::from(move |to| open.set(to))
    };
    let on_change = {
        let draft = draft.clone();
        Callback::from(move |to| draft.set(to))
    };
    let context = draft.context();
    let start = {
        let (school, context, seat) = (props.school.clone(), context.clone(), props.seat.clone());
        let send = app.send.clone();
        Callback::from(move |()| {
            if let Some(context) = context.clone() {
                let (school, when) = (school.clone(), When::Now);
                let (segment, seat) = (Segment::Middle, seat.clone());
                let visit = NewVisit { school, context, segment, when, nothing: false, seat };
                send.emit(Command::Begin(visit));
            }
        })
    };
    html! {
        <Fold summary={text.get("start-elsewhere")} note={school_name(model, &props.school)} open={*open} {on_toggle}>
            <div class="start-details">
                <DescribedFields id="elsewhere" value={(*draft).clone()} {on_change} />
                <div class="cluster">
                    <Button kind={ButtonKind::Primary} disabled={context.is_none()} on_press={start}>{ text.get("start-start") }</Button>
                </div>
            </div>
        </Fold>
    }
}

/// What [`DescribedFields`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct DescribedFieldsProps {
    /// What the fields' ids begin with.
    pub id: AttrValue,
    /// As typed.
    pub value: Described,
    /// As typed now.
    pub on_change: Callback<Described>,
}

/// Room, teacher, grade and subject of a lesson that the roster does not know.
#[component]
pub(super) fn DescribedFields(props: &DescribedFieldsProps) -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let set = |change: fn(Described, AttrValue) -> Described| {
        let value = props.value.clone();
        props.on_change.reform(move |typed: AttrValue| change(value.clone(), typed))
    };
    let id = |name: &str| format!("{}-{name}", props.id);
    html! {
        <>
            <p class="muted">{ text.get("start-elsewhere-hint") }</p>
            <div class="form-row">
                <TextField id={id("room")} label={text.get("start-room")} value={&props.value.room} autocomplete="off" required={true} on_input={set(|value, room| Described { room, ..value })} />
                <TextField id={id("teacher")} label={text.get("start-teacher")} value={&props.value.teacher} autocomplete="off" on_input={set(|value, teacher| Described { teacher, ..value })} />
            </div>
            <div class="form-row">
                <SelectField id={id("grade")} label={text.get("recorder-grade-label")} value={&props.value.grade} options={grade_choices(text)} on_change={set(|value, grade| Described { grade, ..value })} />
                <SelectField id={id("subject")} label={text.get("recorder-subject-label")} value={&props.value.subject} options={subject_choices(model)} on_change={set(|value, subject| Described { subject, ..value })} />
            </div>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_described_lesson_needs_a_room_and_nothing_else() {
        assert_eq!(Described::default().context(), None);
        let described = Described { room: " Field house ".into(), ..Described::default() };
        let context = described.context().expect("a room is enough");
        assert_eq!((context.classroom, context.lead), (Place::Described("Field house".to_owned()), None));
    }

    #[test]
    fn a_name_too_long_to_keep_is_not_taken() {
        let described = Described { room: "r".repeat(MostText::NAME + 1).into(), ..Described::default() };
        assert_eq!(described.context(), None);
    }
}
