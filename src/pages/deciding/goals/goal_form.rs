use domain::district::{Area, CannotSetGoal, DistrictChange, Goal, Unit};
use domain::expectation::Direction;
use domain::framework::Strand;
use domain::id::{GoalId, LookForId};
use yew::prelude::*;

use super::super::{said, use_meanwhile};
use super::areas;
use super::goal_fields::{Fields, Wrong};
use super::words::cannot;
use crate::components::{
    Button, ButtonKind, Checkbox, Choice, ConfirmButton, InputKind, SelectField, TextArea, TextField,
};
use crate::state::{App, Command, Decision, use_app};
use crate::text::Text;

/// What [`GoalForm`] needs.
#[derive(Properties, PartialEq)]
pub struct GoalFormProps {
    /// Its key.
    pub id: GoalId,
    /// As it is; `None` for a new one.
    #[prop_or_default]
    pub was: Option<Goal>,
    /// Left as it was.
    pub on_leave: Callback<()>,
}

/// A goal, to be written.
#[component]
pub fn GoalForm(props: &GoalFormProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let today = app.model.today();
    let areas = areas(&app);
    let fields = use_state(|| match &props.was {
        Some(was) => Fields::of(was, today),
        None => Fields::new(areas.first().map_or(Area::District, |(area, _)| area.clone()), today),
    });
    let wrong = use_state(|| None::<Wrong>);
    let meanwhile = use_meanwhile(&app, &props.was);
    let keep = {
        let (fields, wrong, send) = (fields.clone(), wrong.clone(), app.send.clone());
        let (id, was) = (props.id.clone(), props.was.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match fields.read(&id) {
                Ok(now) => {
                    wrong.set(None);
                    let (was, now) = (was.clone().map(Box::new), Some(Box::new(now)));
                    send.emit(Command::Decide(Box::new(DistrictChange::Goal { was, now })));
                }
                Err(what) => wrong.set(Some(what)),
            }
        })
    };
    let take_out = {
        let was = props.was.clone().map(Box::new);
        app.on(move |()| Command::Decide(Box::new(DistrictChange::Goal { was: was.clone(), now: None })))
    };
    let form = Form { app: &app, text, areas, fields: &fields, wrong: *wrong };
    let shut = app.model.deciding.busy || app.model.syncing.offline;
    html! {
        <form class="draft-form" onsubmit={keep} novalidate={true}>
            { form.name() }
            <div class="form-row">{ form.aim() }{ form.area() }</div>
            if fields.achievement {
                { form.measure() }
            }
            <div class="form-row">{ form.adopted() }{ form.until() }</div>
            { form.look_fors() }
            { form.agreed() }
            { meanwhile }
            { said(&app, &Decision::Goal(props.id.clone())) }
            <div class="cluster">
                <Button kind={ButtonKind::Primary} submit={true} disabled={shut}>{ text.get("goal-keep") }</Button>
                <Button on_press={props.on_leave.clone()}>{ text.get("expect-leave") }</Button>
                if props.was.is_some() {
                    <ConfirmButton
                        id="goal-remove"
                        label={text.get("expect-remove")}
                        title={text.get("goal-remove-title")}
                        text={text.get("goal-remove-text")}
                        keep_label={text.get("expect-remove-keep")}
                        disabled={shut}
                        on_confirm={take_out}
                    />
                }
            </div>
        </form>
    }
}

struct Form<'a> {
    app: &'a App,
    text: &'a Text,
    areas: Vec<(Area, String)>,
    fields: &'a UseStateHandle<Fields>,
    wrong: Option<Wrong>,
}

impl Form<'_> {
    /// A callback that changes the form.
    fn on<E: 'static>(&self, change: impl Fn(&mut Fields, E) + 'static) -> Callback<E> {
        let fields = self.fields.clone();
        Callback::from(move |event: E| {
            let mut next = (*fields).clone();
            change(&mut next, event);
            fields.set(next);
        })
    }

    fn error(&self, of: Wrong, words: &str) -> Option<AttrValue> {
        (self.wrong == Some(of)).then(|| AttrValue::from(self.text.get(words)))
    }

    fn cannot(&self, why: CannotSetGoal) -> Option<AttrValue> {
        self.error(Wrong::Cannot(why), cannot(why))
    }

    fn name(&self) -> Html {
        html! {
            <TextField
                id="goal-name"
                label={self.text.get("goal-name")}
                hint={AttrValue::from(self.text.get("goal-name-hint"))}
                value={self.fields.name.clone()}
                error={self.cannot(CannotSetGoal::Name)}
                on_input={self.on(|fields, typed: AttrValue| fields.name = typed.to_string())}
            />
        }
    }

    fn aim(&self) -> Html {
        let text = self.text;
        let options = vec![
            Choice::new("achievement", text.get("goal-aim-achievement")),
            Choice::new("instruction", text.get("goal-aim-instruction")),
        ];
        html! {
            <SelectField
                id="goal-aim"
                label={text.get("goal-aim")}
                value={if self.fields.achievement { "achievement" } else { "instruction" }}
                {options}
                on_change={self.on(|fields, chosen: AttrValue| fields.achievement = chosen == "achievement")}
            />
        }
    }

    fn area(&self) -> Html {
        let areas = self.areas.clone();
        let options: Vec<Choice> =
            areas.iter().enumerate().map(|(at, (_, name))| Choice::new(at.to_string(), name.clone())).collect();
        let value = areas.iter().position(|(area, _)| *area == self.fields.area).unwrap_or_default();
        let on_change = self.on(move |fields, chosen: AttrValue| {
            if let Some((area, _)) = chosen.parse::<usize>().ok().and_then(|at| areas.get(at)) {
                fields.area = area.clone();
            }
        });
        html! { <SelectField id="goal-area" label={self.text.get("goal-area")} value={value.to_string()} {options} {on_change} /> }
    }

    fn measure(&self) -> Html {
        let (text, fields) = (self.text, self.fields);
        let units = vec![
            Choice::new("percent", text.get("goal-unit-percent")),
            Choice::new("points", text.get("goal-unit-points")),
        ];
        let directions = vec![
            Choice::new("least", text.get("goal-direction-least")),
            Choice::new("most", text.get("goal-direction-most")),
        ];
        let percent = fields.unit == Unit::Percent;
        let number = |of: Wrong| self.error(of, "goal-wrong-number");
        let day = |of: Wrong| self.error(of, "goal-wrong-day");
        html! {
            <fieldset class="draft-levels">
                <legend class="strong">{ text.get("goal-measure") }</legend>
                <TextField
                    id="goal-measure-name"
                    label={text.get("goal-measure-name")}
                    hint={AttrValue::from(text.get("goal-measure-hint"))}
                    value={fields.measure.clone()}
                    error={self.cannot(CannotSetGoal::Measure)}
                    on_input={self.on(|fields, typed: AttrValue| fields.measure = typed.to_string())}
                />
                <div class="form-row">
                    <SelectField
                        id="goal-unit"
                        label={text.get("goal-unit")}
                        value={if percent { "percent" } else { "points" }}
                        options={units}
                        on_change={self.on(|fields, chosen: AttrValue| {
                            fields.unit = if chosen == "percent" { Unit::Percent } else { Unit::Points };
                        })}
                    />
                    <SelectField
                        id="goal-direction"
                        label={text.get("goal-direction")}
                        value={if fields.direction == Direction::AtLeast { "least" } else { "most" }}
                        options={directions}
                        on_change={self.on(|fields, chosen: AttrValue| {
                            fields.direction = if chosen == "least" { Direction::AtLeast } else { Direction::AtMost };
                        })}
                    />
                </div>
                <div class="form-row">
                    <TextField
                        id="goal-baseline"
                        label={text.get("goal-baseline")}
                        kind={InputKind::Decimal}
                        value={fields.baseline.clone()}
                        error={number(Wrong::Baseline)}
                        on_input={self.on(|fields, typed: AttrValue| fields.baseline = typed.to_string())}
                    />
                    <TextField
                        id="goal-measured"
                        label={text.get("goal-measured")}
                        kind={InputKind::Date}
                        value={fields.measured.clone()}
                        error={day(Wrong::Measured)}
                        on_input={self.on(|fields, typed: AttrValue| fields.measured = typed.to_string())}
                    />
                </div>
                <div class="form-row">
                    <TextField
                        id="goal-target"
                        label={text.get("goal-target")}
                        kind={InputKind::Decimal}
                        value={fields.target.clone()}
                        error={number(Wrong::Target).or(self.cannot(CannotSetGoal::Target))}
                        on_input={self.on(|fields, typed: AttrValue| fields.target = typed.to_string())}
                    />
                    <TextField
                        id="goal-by"
                        label={text.get("goal-by")}
                        kind={InputKind::Date}
                        value={fields.by.clone()}
                        error={day(Wrong::By)}
                        on_input={self.on(|fields, typed: AttrValue| fields.by = typed.to_string())}
                    />
                </div>
            </fieldset>
        }
    }

    fn adopted(&self) -> Html {
        html! {
            <TextField
                id="goal-adopted"
                label={self.text.get("goal-adopted-on")}
                hint={AttrValue::from(self.text.get("goal-adopted-hint"))}
                kind={InputKind::Date}
                value={self.fields.adopted.clone()}
                error={self.error(Wrong::Adopted, "goal-wrong-day")}
                on_input={self.on(|fields, typed: AttrValue| fields.adopted = typed.to_string())}
            />
        }
    }

    fn until(&self) -> Html {
        html! {
            <TextField
                id="goal-until"
                label={self.text.get("goal-until")}
                hint={AttrValue::from(self.text.get("goal-until-hint"))}
                kind={InputKind::Date}
                value={self.fields.until.clone()}
                error={self.error(Wrong::Until, "goal-wrong-until").or(self.cannot(CannotSetGoal::Dates))}
                on_input={self.on(|fields, typed: AttrValue| fields.until = typed.to_string())}
            />
        }
    }

    fn look_fors(&self) -> Html {
        let text = self.text;
        let Some((_, framework)) = self.app.model.documents.framework_on(self.app.model.today()) else {
            return html! { <p>{ text.get("focus-no-framework") }</p> };
        };
        html! {
            <fieldset class="draft-levels">
                <legend class="strong">{ text.get("goal-carried") }</legend>
                <p class="muted">{ text.get("goal-carried-hint") }</p>
                <div class="grid" data-size="wide">{ for framework.strands.iter().map(|strand| self.strand(strand)) }</div>
                { for self.fields.look_fors.iter().filter(|id| framework.look_for(id).is_none()).map(|id| self.left(id)) }
                if let Some(error) = self.cannot(CannotSetGoal::LookFors) {
                    <p class="field-error" role="alert">{ error }</p>
                }
            </fieldset>
        }
    }

    /// One that has left the framework, and carries the goal until somebody takes it off.
    fn left(&self, id: &LookForId) -> Html {
        let name = self.app.model.documents.frameworks.values().find_map(|one| one.look_for(id));
        let name = name.map_or_else(|| self.text.get("focus-gone"), |one| one.text.clone());
        let gone = id.clone();
        let on_toggle = self.on(move |fields, _: bool| fields.look_fors.retain(|one| *one != gone));
        let hint = AttrValue::from(self.text.get("focus-gone"));
        html! { <Checkbox key={id.0.clone()} id={format!("goal-by-{id}")} label={name} {hint} checked={true} {on_toggle} /> }
    }

    fn strand(&self, strand: &Strand) -> Html {
        let heading = format!("goal-strand-{}", strand.id);
        let one = |look_for: &domain::framework::LookFor| {
            let id = look_for.id.clone();
            let on_toggle = self.on(move |fields, on: bool| {
                fields.look_fors.retain(|one| *one != id);
                fields.look_fors.extend(on.then(|| id.clone()));
            });
            html! {
                <Checkbox
                    id={format!("goal-by-{}", look_for.id)}
                    label={look_for.text.clone()}
                    checked={self.fields.look_fors.contains(&look_for.id)}
                    {on_toggle}
                />
            }
        };
        html! {
            <div role="group" aria-labelledby={heading.clone()}>
                <p class="muted small" id={heading}>{ &strand.name }</p>
                { for strand.look_fors.iter().map(one) }
            </div>
        }
    }

    fn agreed(&self) -> Html {
        html! {
            <TextArea
                id="goal-agreed"
                label={self.text.get("goal-agreed")}
                hint={AttrValue::from(self.text.get("goal-agreed-hint"))}
                rows=3
                value={self.fields.agreed.clone()}
                error={self.cannot(CannotSetGoal::Agreed)}
                on_input={self.on(|fields, typed: AttrValue| fields.agreed = typed.to_string())}
            />
        }
    }
}
