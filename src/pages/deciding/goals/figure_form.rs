use domain::district::{Area, BadFigure, Figure, FigureChange, FigureKind, Goal, Reading};
use domain::id::{GroupId, SchoolId};
use yew::prelude::*;

use super::words::{bad_figure, kind};
use crate::browser::focus;
use crate::components::{Button, ButtonKind, Choice, ConfirmButton, InputKind, SelectField, TextField};
use crate::state::{Command, FiguresStep, use_app};

#[derive(Properties, PartialEq)]
pub(super) struct FigureFormProps {
    pub(super) goal: Goal,
    /// The figure that is corrected; `None` for one more.
    pub(super) was: Option<Figure>,
    /// Left as it was.
    pub(super) on_leave: Callback<()>,
}

/// What stands in the form.
#[derive(Debug, Clone, PartialEq)]
struct Fields {
    school: String,
    group: String,
    what: FigureKind,
    on: String,
    value: String,
    students: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wrong {
    On,
    Number,
    Students,
    Figure(BadFigure),
}

/// One figure, to be entered or corrected.
#[component]
pub(super) fn FigureForm(props: &FigureFormProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let fields = use_state(|| match &props.was {
        Some(was) => Fields {
            school: was.school.as_ref().map(ToString::to_string).unwrap_or_default(),
            group: was.group.as_ref().map(ToString::to_string).unwrap_or_default(),
            what: was.what,
            on: was.on.to_string(),
            value: was.value.to_string(),
            students: was.students.map(|students| students.to_string()).unwrap_or_default(),
        },
        None => Fields {
            school: String::new(),
            group: String::new(),
            what: FigureKind::Result,
            on: app.model.today().to_string(),
            value: String::new(),
            students: String::new(),
        },
    });
    let wrong = use_state(|| None::<Wrong>);
    let first = if props.was.is_some() { "figure-value" } else { "figure-school" };
    use_effect_with((), move |()| focus::to(first));
    let on = |change: fn(&mut Fields, &str)| {
        let fields = fields.clone();
        Callback::from(move |typed: AttrValue| {
            let mut next = (*fields).clone();
            change(&mut next, &typed);
            fields.set(next);
        })
    };
    let district = app.model.documents.district.clone();
    let keep = {
        let (fields, wrong, send) = (fields.clone(), wrong.clone(), app.send.clone());
        let (goal, was) = (props.goal.clone(), props.was.clone());
        let district = district.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let read = read(&fields).and_then(|figure| match &district {
                Some(district) => figure.check(&goal, district).map(|()| figure).map_err(Wrong::Figure),
                None => Ok(figure),
            });
            match read {
                Ok(figure) => {
                    wrong.set(None);
                    let change = FigureChange { was: was.clone(), now: Some(figure) };
                    send.emit(Command::Figures(FiguresStep::Change(Box::new(change))));
                }
                Err(what) => wrong.set(Some(what)),
            }
        })
    };
    let take_out = {
        let (was, send) = (props.was.clone(), app.send.clone());
        Callback::from(move |()| {
            let change = FigureChange { was: was.clone(), now: None };
            send.emit(Command::Figures(FiguresStep::Change(Box::new(change))));
        })
    };
    let error = |of: Wrong, words: &str| (*wrong == Some(of)).then(|| AttrValue::from(text.get(words)));
    let figure = |why: BadFigure| error(Wrong::Figure(why), bad_figure(why));
    let whole = Choice::new("", text.get("goal-whole"));
    let schools = district.iter().flat_map(|district| {
        let here =
            |school: &&domain::district::School| district.covers(&props.goal.area, &Area::School(school.id.clone()));
        district.schools.iter().filter(here).map(|school| Choice::new(school.id.to_string(), school.name.clone()))
    });
    let schools: Vec<Choice> = std::iter::once(whole).chain(schools).collect();
    let place = |what: FigureKind| FigureKind::ALL.iter().position(|one| *one == what).unwrap_or_default();
    let kinds: Vec<Choice> =
        FigureKind::ALL.iter().map(|one| Choice::new(place(*one).to_string(), kind(text, *one))).collect();
    let shut = app.model.figuring.busy || app.model.syncing.offline;
    html! {
        <form class="draft-form" onsubmit={keep} novalidate={true}>
            <div class="form-row">
                <SelectField
                    id="figure-school"
                    label={text.get("goal-school")}
                    value={fields.school.clone()}
                    options={schools}
                    error={figure(BadFigure::School)}
                    on_change={on(|fields, chosen| chosen.clone_into(&mut fields.school))}
                />
                <TextField
                    id="figure-group"
                    label={text.get("goal-group")}
                    hint={AttrValue::from(text.get("goal-group-hint"))}
                    value={fields.group.clone()}
                    error={figure(BadFigure::Group)}
                    on_input={on(|fields, typed| typed.clone_into(&mut fields.group))}
                />
            </div>
            <div class="form-row">
                <SelectField
                    id="figure-kind"
                    label={text.get("goal-kind")}
                    value={place(fields.what).to_string()}
                    options={kinds}
                    on_change={on(|fields, chosen| {
                        let kind = chosen.parse::<usize>().ok().and_then(|at| FigureKind::ALL.get(at));
                        fields.what = kind.copied().unwrap_or(fields.what);
                    })}
                />
                <TextField
                    id="figure-on"
                    label={text.get("goal-on")}
                    kind={InputKind::Date}
                    value={fields.on.clone()}
                    error={error(Wrong::On, "goal-wrong-day").or(figure(BadFigure::Again))}
                    on_input={on(|fields, typed| typed.clone_into(&mut fields.on))}
                />
            </div>
            <div class="form-row">
                <TextField
                    id="figure-value"
                    label={text.get("goal-value")}
                    kind={InputKind::Decimal}
                    value={fields.value.clone()}
                    error={error(Wrong::Number, "goal-wrong-number").or(figure(BadFigure::Value))}
                    on_input={on(|fields, typed| typed.clone_into(&mut fields.value))}
                />
                <TextField
                    id="figure-students"
                    label={text.get("goal-students")}
                    hint={AttrValue::from(text.get("goal-students-hint"))}
                    kind={InputKind::Number}
                    value={fields.students.clone()}
                    error={error(Wrong::Students, "goal-figure-students")}
                    on_input={on(|fields, typed| typed.clone_into(&mut fields.students))}
                />
            </div>
            <div class="cluster">
                <Button kind={ButtonKind::Primary} submit={true} disabled={shut}>{ text.get("goal-figure-keep") }</Button>
                <Button on_press={props.on_leave.clone()}>{ text.get("draft-leave") }</Button>
                if props.was.is_some() {
                    <ConfirmButton
                        id="figure-remove"
                        label={text.get("expect-remove")}
                        title={text.get("goal-figure-remove-title")}
                        text={text.get("goal-figure-remove-text")}
                        keep_label={text.get("expect-remove-keep")}
                        disabled={shut}
                        on_confirm={take_out}
                    />
                }
            </div>
        </form>
    }
}

fn read(fields: &Fields) -> Result<Figure, Wrong> {
    let some = |typed: &str| Some(typed.trim().to_owned()).filter(|typed| !typed.is_empty());
    let students = some(&fields.students);
    let students = students.map(|typed| typed.parse::<u32>().map_err(|_| Wrong::Students)).transpose()?;
    if students == Some(0) {
        return Err(Wrong::Students);
    }
    Ok(Figure {
        school: some(&fields.school).map(SchoolId),
        group: some(&fields.group).map(GroupId),
        what: fields.what,
        on: fields.on.parse().map_err(|_| Wrong::On)?,
        value: fields.value.parse::<Reading>().map_err(|_| Wrong::Number)?,
        students,
    })
}
