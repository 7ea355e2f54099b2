use domain::district::{Area, CannotSetGoal, DistrictChange, Initiative};
use domain::id::{GoalId, InitiativeId};
use yew::prelude::*;

use super::super::{said, use_meanwhile};
use super::areas;
use super::words::cannot;
use crate::components::{Button, ButtonKind, Choice, ConfirmButton, InputKind, SelectField, TextField};
use crate::state::{Command, Decision, use_app};

/// What [`InitiativeForm`] needs.
#[derive(Properties, PartialEq)]
pub struct InitiativeFormProps {
    /// Its key.
    pub id: InitiativeId,
    /// As it is; `None` for a new one.
    #[prop_or_default]
    pub was: Option<Initiative>,
    /// Left as it was.
    pub on_leave: Callback<()>,
}

/// What stands in the form.
#[derive(Debug, Clone, PartialEq)]
struct Fields {
    name: String,
    area: Area,
    serves: Option<GoalId>,
    from: String,
    until: String,
}

/// What a field does to the form.
type Change = dyn Fn(&mut Fields, &str);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wrong {
    From,
    Until,
    Cannot(CannotSetGoal),
}

/// Something else that is under way, to be listed with the goal that it serves.
#[component]
pub fn InitiativeForm(props: &InitiativeFormProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let today = app.model.today();
    let areas = areas(&app);
    let fields = use_state(|| match &props.was {
        Some(was) => Fields {
            name: was.name.clone(),
            area: was.area.clone(),
            serves: was.serves.clone(),
            from: was.from.to_string(),
            until: was.until.map(|last| last.to_string()).unwrap_or_default(),
        },
        None => Fields {
            name: String::new(),
            area: areas.first().map_or(Area::District, |(area, _)| area.clone()),
            serves: None,
            from: today.to_string(),
            until: String::new(),
        },
    });
    let wrong = use_state(|| None::<Wrong>);
    let meanwhile = use_meanwhile(&app, &props.was);
    let on = |change: Box<Change>| {
        let fields = fields.clone();
        Callback::from(move |typed: AttrValue| {
            let mut next = (*fields).clone();
            change(&mut next, &typed);
            fields.set(next);
        })
    };
    let keep = {
        let (fields, wrong, send) = (fields.clone(), wrong.clone(), app.send.clone());
        let (id, was) = (props.id.clone(), props.was.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match read(&fields, &id) {
                Ok(now) => {
                    wrong.set(None);
                    let (was, now) = (was.clone().map(Box::new), Some(Box::new(now)));
                    send.emit(Command::Decide(Box::new(DistrictChange::Initiative { was, now })));
                }
                Err(what) => wrong.set(Some(what)),
            }
        })
    };
    let take_out = {
        let was = props.was.clone().map(Box::new);
        app.on(move |()| Command::Decide(Box::new(DistrictChange::Initiative { was: was.clone(), now: None })))
    };
    let error = |of: Wrong, words: &str| (*wrong == Some(of)).then(|| AttrValue::from(text.get(words)));
    let goals = app.model.documents.district.as_ref().map_or(&[][..], |district| &district.goals.all);
    let goals: Vec<_> = goals
        .iter()
        .filter(|goal| goal.until.is_none_or(|last| today <= last) || fields.serves.as_ref() == Some(&goal.id))
        .collect();
    let none = Choice::new("", text.get("initiative-serves-none"));
    let serving = goals.iter().map(|goal| Choice::new(goal.id.to_string(), goal.name.clone()));
    let serves: Vec<Choice> = std::iter::once(none).chain(serving).collect();
    let places: Vec<Choice> =
        areas.iter().enumerate().map(|(at, (_, name))| Choice::new(at.to_string(), name.clone())).collect();
    let place = areas.iter().position(|(area, _)| *area == fields.area).unwrap_or_default();
    let choose_place = Box::new(move |fields: &mut Fields, chosen: &str| {
        let chosen = chosen.parse::<usize>().ok().and_then(|at| areas.get(at));
        fields.area = chosen.map_or_else(|| fields.area.clone(), |(area, _)| area.clone());
    });
    let shut = app.model.deciding.busy || app.model.syncing.offline;
    let (name, dates) = (CannotSetGoal::Name, CannotSetGoal::Dates);
    html! {
        <form class="draft-form" onsubmit={keep} novalidate={true}>
            <TextField
                id="initiative-name"
                label={text.get("initiative-name")}
                value={fields.name.clone()}
                error={error(Wrong::Cannot(name), cannot(name))}
                on_input={on(Box::new(|fields, typed| typed.clone_into(&mut fields.name)))}
            />
            <div class="form-row">
                <SelectField
                    id="initiative-serves"
                    label={text.get("initiative-serves")}
                    value={fields.serves.as_ref().map(ToString::to_string).unwrap_or_default()}
                    options={serves}
                    on_change={on(Box::new(|fields, chosen| {
                        fields.serves = (!chosen.is_empty()).then(|| GoalId::from(chosen));
                    }))}
                />
                <SelectField id="initiative-area" label={text.get("goal-area")} value={place.to_string()} options={places} on_change={on(choose_place)} />
            </div>
            <div class="form-row">
                <TextField
                    id="initiative-from"
                    label={text.get("initiative-from")}
                    kind={InputKind::Date}
                    value={fields.from.clone()}
                    error={error(Wrong::From, "goal-wrong-from")}
                    on_input={on(Box::new(|fields, typed| typed.clone_into(&mut fields.from)))}
                />
                <TextField
                    id="initiative-until"
                    label={text.get("goal-until")}
                    hint={AttrValue::from(text.get("initiative-until-hint"))}
                    kind={InputKind::Date}
                    value={fields.until.clone()}
                    error={error(Wrong::Until, "goal-wrong-until").or(error(Wrong::Cannot(dates), cannot(dates)))}
                    on_input={on(Box::new(|fields, typed| typed.clone_into(&mut fields.until)))}
                />
            </div>
            { meanwhile }
            { said(&app, &Decision::Initiative(props.id.clone())) }
            <div class="cluster">
                <Button kind={ButtonKind::Primary} submit={true} disabled={shut}>{ text.get("initiative-keep") }</Button>
                <Button on_press={props.on_leave.clone()}>{ text.get("expect-leave") }</Button>
                if props.was.is_some() {
                    <ConfirmButton
                        id="initiative-remove"
                        label={text.get("expect-remove")}
                        title={text.get("initiative-remove-title")}
                        text={text.get("initiative-remove-text")}
                        keep_label={text.get("expect-remove-keep")}
                        disabled={shut}
                        on_confirm={take_out}
                    />
                }
            </div>
        </form>
    }
}

fn read(fields: &Fields, id: &InitiativeId) -> Result<Initiative, Wrong> {
    let until = fields.until.trim();
    let until = (!until.is_empty()).then(|| until.parse().map_err(|_| Wrong::Until)).transpose()?;
    let read = Initiative {
        id: id.clone(),
        name: fields.name.trim().to_owned(),
        area: fields.area.clone(),
        serves: fields.serves.clone(),
        from: fields.from.parse().map_err(|_| Wrong::From)?,
        until,
    };
    read.check().map_err(Wrong::Cannot)?;
    Ok(read)
}
