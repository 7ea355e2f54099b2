use domain::district::{Area, CannotChoose, ChosenModel, Decider, DecisionModel, DistrictChange};
use domain::id::{GoalId, SchoolId};
use yew::prelude::*;

use super::super::{said, use_meanwhile};
use super::cannot;
use crate::components::{Button, ButtonKind, Choice, ConfirmButton, InputKind, SelectField, TextArea, TextField};
use crate::state::{App, Command, Decision, use_app};

/// Which form is open.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Open {
    pub(super) school: SchoolId,
    /// The choice that is changed; `None` for one more.
    pub(super) was: Option<ChosenModel>,
}

#[derive(Properties, PartialEq)]
pub(super) struct ModelFormProps {
    pub(super) school: SchoolId,
    /// The choice that is changed; `None` for one more.
    pub(super) was: Option<ChosenModel>,
    /// Left as it was.
    pub(super) on_leave: Callback<()>,
}

/// What stands in the form.
#[derive(Debug, Clone, PartialEq)]
struct Fields {
    /// For which goal; empty for everything.
    goal: String,
    /// Its place in [`DecisionModel::ALL`].
    model: usize,
    from: String,
    reason: String,
    autonomy: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wrong {
    From,
    Cannot(CannotChoose),
}

/// Who decides for a school from a day on, to be chosen.
#[component]
pub(super) fn ModelForm(props: &ModelFormProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let fields = use_state(|| match &props.was {
        Some(was) => Fields {
            goal: was.goal.as_ref().map(ToString::to_string).unwrap_or_default(),
            model: DecisionModel::ALL.iter().position(|model| *model == was.model).unwrap_or_default(),
            from: was.from.to_string(),
            reason: was.reason.clone(),
            autonomy: was.autonomy.clone(),
        },
        None => {
            let (goal, reason, autonomy) = (String::new(), String::new(), String::new());
            Fields { goal, model: 0, from: app.model.today().to_string(), reason, autonomy }
        }
    });
    let wrong = use_state(|| None::<Wrong>);
    let meanwhile = use_meanwhile(&app, &props.was);
    let on = |change: fn(&mut Fields, &str)| {
        let fields = fields.clone();
        Callback::from(move |typed: AttrValue| {
            let mut next = (*fields).clone();
            change(&mut next, &typed);
            fields.set(next);
        })
    };
    let keep = {
        let (fields, wrong, send) = (fields.clone(), wrong.clone(), app.send.clone());
        let (school, was) = (props.school.clone(), props.was.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match read(&fields, &school) {
                Ok(now) => {
                    wrong.set(None);
                    let (was, now) = (was.clone().map(Box::new), Some(Box::new(now)));
                    send.emit(Command::Decide(Box::new(DistrictChange::Model { was, now })));
                }
                Err(what) => wrong.set(Some(what)),
            }
        })
    };
    let take_out = {
        let was = props.was.clone().map(Box::new);
        app.on(move |()| Command::Decide(Box::new(DistrictChange::Model { was: was.clone(), now: None })))
    };
    let error = |of: Wrong, words: &str| (*wrong == Some(of)).then(|| AttrValue::from(text.get(words)));
    let name = |model: &DecisionModel| match (model.priorities, model.actions) {
        (Decider::District, Decider::District) => text.get("who-model-district-district"),
        (Decider::District, Decider::School) => text.get("who-model-district-school"),
        (Decider::School, Decider::School) => text.get("who-model-school-school"),
        (Decider::School, Decider::District) => text.get("who-model-school-district"),
    };
    let options: Vec<Choice> =
        DecisionModel::ALL.iter().enumerate().map(|(at, model)| Choice::new(at.to_string(), name(model))).collect();
    let goals = goals(&app, &props.school, &fields.goal);
    let shut = app.model.deciding.busy || app.model.syncing.offline;
    let (reason, autonomy) = (CannotChoose::Reason, CannotChoose::Autonomy);
    html! {
        <form class="draft-form" onsubmit={keep} novalidate={true}>
            if props.was.is_some() {
                <p>{ text.get("who-changing") }</p>
            }
            if goals.len() > 1 {
                <SelectField
                    id="who-goal"
                    label={text.get("who-goal")}
                    hint={AttrValue::from(text.get("who-goal-hint"))}
                    value={fields.goal.clone()}
                    options={goals}
                    on_change={on(|fields, chosen| chosen.clone_into(&mut fields.goal))}
                />
            }
            <div class="form-row">
                <SelectField
                    id="who-model"
                    label={text.get("who-model")}
                    value={fields.model.to_string()}
                    {options}
                    on_change={on(|fields, chosen| fields.model = chosen.parse().unwrap_or_default())}
                />
                <TextField
                    id="who-from"
                    label={text.get("who-from")}
                    kind={InputKind::Date}
                    value={fields.from.clone()}
                    error={error(Wrong::From, "who-wrong-from")}
                    on_input={on(|fields, typed| fields.from = typed.to_owned())}
                />
            </div>
            <TextArea
                id="who-reason"
                label={text.get("who-reason")}
                hint={AttrValue::from(text.get("who-reason-hint"))}
                rows=2
                value={fields.reason.clone()}
                error={error(Wrong::Cannot(reason), cannot(reason))}
                on_input={on(|fields, typed| fields.reason = typed.to_owned())}
            />
            <TextArea
                id="who-bounds"
                label={text.get("who-bounds")}
                hint={AttrValue::from(text.get("who-bounds-hint"))}
                rows=2
                value={fields.autonomy.clone()}
                error={error(Wrong::Cannot(autonomy), cannot(autonomy))}
                on_input={on(|fields, typed| fields.autonomy = typed.to_owned())}
            />
            { meanwhile }
            { said(&app, &Decision::Model(props.school.clone())) }
            <div class="cluster">
                <Button kind={ButtonKind::Primary} submit={true} disabled={shut}>{ text.get("who-keep") }</Button>
                <Button on_press={props.on_leave.clone()}>{ text.get("expect-leave") }</Button>
                if props.was.is_some() {
                    <ConfirmButton
                        id="who-remove"
                        label={text.get("expect-remove")}
                        title={text.get("who-remove-title")}
                        text={text.get("who-remove-text")}
                        keep_label={text.get("expect-remove-keep")}
                        disabled={shut}
                        on_confirm={take_out}
                    />
                }
            </div>
        </form>
    }
}

/// What a model can be for: everything, and each goal that the school works towards or will.
fn goals(app: &App, school: &SchoolId, chosen: &str) -> Vec<Choice> {
    let today = app.model.today();
    let everything = Choice::new("", app.model.text.get("who-goal-none"));
    let of_school = app.model.documents.district.iter().flat_map(|district| {
        let here = Area::School(school.clone());
        let all = district.goals.all.iter().filter(move |goal| district.covers(&goal.area, &here));
        all.filter(|goal| goal.until.is_none_or(|last| today <= last) || goal.id.as_str() == chosen)
    });
    std::iter::once(everything)
        .chain(of_school.map(|goal| Choice::new(goal.id.to_string(), goal.name.clone())))
        .collect()
}

fn read(fields: &Fields, school: &SchoolId) -> Result<ChosenModel, Wrong> {
    let model = DecisionModel::ALL.get(fields.model).copied().unwrap_or(DecisionModel::ALL[0]);
    let from = fields.from.parse().map_err(|_| Wrong::From)?;
    let (reason, autonomy) = (fields.reason.trim().to_owned(), fields.autonomy.trim().to_owned());
    let goal = (!fields.goal.is_empty()).then(|| GoalId::from(fields.goal.as_str()));
    let chosen = ChosenModel { school: school.clone(), goal, model, from, reason, autonomy };
    chosen.check().map_err(Wrong::Cannot)?;
    Ok(chosen)
}
