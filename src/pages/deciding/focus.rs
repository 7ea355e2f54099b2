use domain::district::{Area, District, DistrictChange, Focus, MOST_FOCUS};
use domain::framework::{Framework, LookFor, Strand};
use domain::id::LookForId;
use domain::permission::Me;
use domain::time::Date;
use yew::prelude::*;

use super::said;
use crate::browser::{focus, tasks};
use crate::components::{Button, ButtonKind, Checkbox, InputKind, Panel, TextField};
use crate::pages::words::quoted;
use crate::state::{Command, Decision, use_app};
use crate::text::Text;

#[derive(Properties, PartialEq)]
pub(super) struct FocusFormProps {
    pub(super) area: Area,
    /// As people say it.
    pub(super) name: AttrValue,
    /// What it has chosen.
    pub(super) was: Focus,
}

/// What an area watches: chosen, in order, until a day.
#[component]
pub(super) fn FocusForm(props: &FocusFormProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let today = app.model.today();
    let me = app.model.me.as_deref();
    let free = me.zip(app.model.documents.district.as_ref());
    let free = free.is_some_and(|(me, district)| me.chooses_focus(district, &props.area, today));
    // Whoever decides about some of it begins with what is watched now, whoever chose that.
    let begun = match &app.model.documents.district {
        Some(district) if !free => {
            let over = props.was.until.filter(|last| *last < today);
            Focus {
                look_fors: district.focus_in(&props.area, today),
                until: props.was.until.filter(|_| over.is_none()),
            }
        }
        Some(_) | None => props.was.clone(),
    };
    let chosen = use_state(|| begun.look_fors.clone());
    let until = use_state(|| begun.until.map(|day| AttrValue::from(day.to_string())).unwrap_or_default());
    let (Some(district), Some((_, framework))) =
        (&app.model.documents.district, app.model.documents.framework_on(today))
    else {
        return html! { <p>{ text.get("focus-no-framework") }</p> };
    };
    let day: Option<Date> = until.parse().ok();
    let wrong: Option<AttrValue> = (!chosen.is_empty() && !until.is_empty() && day.is_none_or(|day| day < today))
        .then(|| text.get("focus-until-wrong").into());
    let now = Focus { look_fors: (*chosen).clone(), until: day.filter(|_| !chosen.is_empty()) };
    let form = Form { text, district, framework, chosen: &chosen, area: &props.area, today, me, free };
    let same = now == begun;
    let keep = {
        let change = DistrictChange::Focus { area: props.area.clone(), was: props.was.clone(), now: now.clone() };
        app.on(move |()| Command::Decide(Box::new(change.clone())))
    };
    let on_input = {
        let until = until.clone();
        Callback::from(move |typed: AttrValue| until.set(typed))
    };
    html! {
        <Panel id="focus-form" title={text.with("focus-of", [("name", props.name.to_string().into())])}>
            if !free {
                <p>{ text.get("focus-some") }</p>
            }
            { form.list() }
            if let Some(ended) = props.was.until.filter(|last| *last < today && !chosen.is_empty()) {
                <p class="strong">{ text.with("focus-ended", [("date", text.full_date(ended).into())]) }</p>
            }
            if free && !chosen.is_empty() {
                <div class="form">
                    <TextField
                        id="focus-until"
                        label={text.get("focus-until")}
                        hint={AttrValue::from(text.get("focus-until-hint"))}
                        kind={InputKind::Date}
                        value={(*until).clone()}
                        error={wrong.clone()}
                        {on_input}
                    />
                </div>
            }
            <div class="grid" data-size="wide">{ for framework.strands.iter().map(|strand| form.strand(strand)) }</div>
            { said(&app, &Decision::Focus(props.area.clone())) }
            <div class="cluster">
                <Button
                    kind={ButtonKind::Primary}
                    id="focus-keep"
                    disabled={same || wrong.is_some() || app.model.deciding.busy || app.model.syncing.offline}
                    on_press={keep}
                >{ text.get("focus-keep") }</Button>
            </div>
        </Panel>
    }
}

struct Form<'a> {
    text: &'a Text,
    district: &'a District,
    framework: &'a Framework,
    chosen: &'a UseStateHandle<Vec<LookForId>>,
    area: &'a Area,
    today: Date,
    me: Option<&'a Me>,
    /// They choose all of it, and in which order.
    free: bool,
}

impl Form<'_> {
    /// What is chosen, in order; where nothing is, what holds instead.
    fn list(&self) -> Html {
        let text = self.text;
        if self.chosen.is_empty() {
            return html! { <p>{ self.instead() }</p> };
        }
        let last = self.chosen.len() - 1;
        let row = |(at, id): (usize, &LookForId)| {
            let name = self.name(id);
            let spoken = |message: &str| AttrValue::from(text.with(message, [("name", name.as_str().into())]));
            html! {
                <li key={id.0.clone()} class="focus-row">
                    <span class="strong">{ &name }</span>
                    <div class="cluster">
                        <Button kind={ButtonKind::Quiet} disabled={at == 0 || !self.free} spoken={spoken("draft-up-spoken")} on_press={self.swap(at, at.saturating_sub(1))}>
                            { text.get("draft-up") }
                        </Button>
                        <Button kind={ButtonKind::Quiet} disabled={at == last || !self.free} spoken={spoken("draft-down-spoken")} on_press={self.swap(at, at + 1)}>
                            { text.get("draft-down") }
                        </Button>
                        <Button kind={ButtonKind::Quiet} disabled={!self.mine(id)} spoken={spoken("draft-remove-spoken")} on_press={self.take_out(id)}>
                            { text.get("draft-remove") }
                        </Button>
                    </div>
                </li>
            }
        };
        let count = [("n", self.chosen.len().into()), ("most", MOST_FOCUS.into())];
        html! {
            <>
                <p role="status">{ text.with("focus-count", count) }</p>
                <ul class="draft-list">{ for self.chosen.iter().enumerate().map(row) }</ul>
            </>
        }
    }

    /// What holds for an area that chooses nothing.
    fn instead(&self) -> String {
        let text = self.text;
        let mut without = self.district.clone();
        without.focus_sets.retain(|set| set.area != *self.area);
        let around = if *self.area == Area::District { None } else { without.focus_on(self.area, self.today) };
        match around {
            None => text.get("focus-none"),
            Some((_, look_fors)) => {
                let names: Vec<String> = look_fors.iter().map(|id| self.name(id)).collect();
                text.with("focus-around", [("names", quoted(text, &names).into())])
            }
        }
    }

    /// Whether they decide if it is watched.
    fn mine(&self, id: &LookForId) -> bool {
        self.me.is_some_and(|me| me.may_watch(self.district, self.area, id, self.today))
    }

    fn name(&self, id: &LookForId) -> String {
        self.framework.look_for(id).map_or_else(|| self.text.get("focus-gone"), |one| one.text.clone())
    }

    fn swap(&self, one: usize, other: usize) -> Callback<()> {
        let chosen = self.chosen.clone();
        Callback::from(move |()| {
            let mut next = (*chosen).clone();
            if other < next.len() {
                next.swap(one, other);
            }
            chosen.set(next);
        })
    }

    fn take_out(&self, id: &LookForId) -> Callback<()> {
        let (chosen, id) = (self.chosen.clone(), id.clone());
        Callback::from(move |()| {
            chosen.set(chosen.iter().filter(|one| **one != id).cloned().collect());
            tasks::Timeout::new(0, || focus::to("focus-form-title")).forget();
        })
    }

    fn strand(&self, strand: &Strand) -> Html {
        let full = self.chosen.len() >= MOST_FOCUS;
        let one = |look_for: &LookFor| {
            let checked = self.chosen.contains(&look_for.id);
            let (chosen, id) = (self.chosen.clone(), look_for.id.clone());
            let on_toggle = Callback::from(move |on: bool| {
                let mut next: Vec<LookForId> = chosen.iter().filter(|one| **one != id).cloned().collect();
                next.extend(on.then(|| id.clone()));
                chosen.set(next);
            });
            html! {
                <Checkbox
                    id={format!("focus-{}", look_for.id)}
                    label={look_for.text.clone()}
                    {checked}
                    disabled={(full && !checked) || !self.mine(&look_for.id)}
                    {on_toggle}
                />
            }
        };
        html! {
            <fieldset class="draft-levels">
                <legend class="strong">{ &strand.name }</legend>
                <div>{ for strand.look_fors.iter().map(one) }</div>
            </fieldset>
        }
    }
}
