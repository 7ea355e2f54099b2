use domain::district::{CannotExpect, District, DistrictChange};
use domain::expectation::{Direction, Expectation, Scope};
use domain::framework::LookFor;
use domain::id::LookForId;
use domain::permission::Me;
use domain::roster::Grade;
use domain::stats::Measure;
use domain::time::Date;
use yew::prelude::*;

use super::super::{said, use_meanwhile};
use super::fields::{Fields, Place, Wrong, in_points};
use crate::components::{
    Banner, BannerKind, Button, ButtonKind, Choice, ConfirmButton, InputKind, SelectField, TextArea, TextField,
};
use crate::pages::compare::{Unit, scope};
use crate::pages::words::grade;
use crate::state::{Command, Decision, use_app};
use crate::text::Text;

#[derive(Properties, PartialEq)]
pub(super) struct ExpectationFormProps {
    pub(super) look_for: LookFor,
    /// The expectation that is changed; `None` for one more.
    pub(super) was: Option<Expectation>,
    /// Left as it was.
    pub(super) on_leave: Callback<()>,
}

/// What is expected of a look-for, to be written.
#[component]
pub(super) fn ExpectationForm(props: &ExpectationFormProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let today = app.model.today();
    let district = app.model.documents.district.as_ref();
    let places = match (district, app.model.me.as_deref()) {
        (Some(district), Some(me)) => places(district, me, &props.look_for.id, today),
        (None, _) | (_, None) => Vec::new(),
    };
    let fields = use_state(|| match (district, &props.was, places.first()) {
        (Some(district), Some(was), _) => Some(Fields::of(district, &props.look_for, was)),
        (Some(district), None, Some(place)) => Some(Fields::new(district, &props.look_for, place.clone(), today)),
        (None, ..) | (_, None, None) => None,
    });
    let wrong = use_state(|| None::<Wrong>);
    let meanwhile = use_meanwhile(&app, &props.was);
    let begun = props.was.as_ref().is_some_and(|was| was.from <= today);
    let (Some(district), Some(now)) = (district, (*fields).clone()) else {
        return Html::default();
    };
    let form = Form {
        text,
        district,
        places,
        look_for: &props.look_for,
        fields: &fields,
        now: &now,
        wrong: *wrong,
        new: props.was.is_none(),
    };
    let keep = {
        let (now, wrong, send) = (now.clone(), wrong.clone(), app.send.clone());
        let (look_for, was) = (props.look_for.clone(), props.was.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match now.read(&look_for, was.as_ref()) {
                Ok(expected) => {
                    wrong.set(None);
                    let (was, now) = (was.clone().map(Box::new), Some(Box::new(expected)));
                    send.emit(Command::Decide(Box::new(DistrictChange::Expect { was, now })));
                }
                Err(what) => wrong.set(Some(what)),
            }
        })
    };
    let take_out = {
        let was = props.was.clone().map(Box::new);
        app.on(move |()| Command::Decide(Box::new(DistrictChange::Expect { was: was.clone(), now: None })))
    };
    let shut = app.model.deciding.busy || app.model.syncing.offline;
    html! {
        <form class="draft-form" id="expect-form" onsubmit={keep} novalidate={true}>
            if begun {
                <p>{ text.get("expect-begun") }</p>
            }
            <div class="form-row">{ form.direction() }{ form.measure() }{ form.level() }</div>
            <div class="form-row">{ form.place() }{ form.named_place() }</div>
            <div class="form-row">{ form.from() }{ form.until() }</div>
            { form.minutes() }
            { form.found() }
            { meanwhile }
            { said(&app, &Decision::Expectation(props.look_for.id.clone())) }
            <div class="cluster">
                <Button kind={ButtonKind::Primary} submit={true} disabled={shut}>{ text.get("expect-keep") }</Button>
                <Button on_press={props.on_leave.clone()}>{ text.get("expect-leave") }</Button>
                if props.was.is_some() {
                    <ConfirmButton
                        id="expect-remove"
                        label={text.get("expect-remove")}
                        title={text.get("expect-remove-title")}
                        text={text.get("expect-remove-text")}
                        keep_label={text.get("expect-remove-keep")}
                        disabled={shut}
                        on_confirm={take_out}
                    />
                }
            </div>
        </form>
    }
}

/// The district, its networks and its schools, as far as somebody sets what is expected of a look-for there.
fn places(district: &District, me: &Me, look_for: &LookForId, today: Date) -> Vec<Scope> {
    let networks = district.networks.iter().map(|network| Scope::Network(network.id.clone()));
    let schools = district.schools.iter().map(|school| Scope::School(school.id.clone()));
    let all = std::iter::once(Scope::District).chain(networks).chain(schools);
    all.filter(|place| me.sets_expectations(district, place, look_for, today)).collect()
}

struct Form<'a> {
    text: &'a Text,
    district: &'a District,
    places: Vec<Scope>,
    look_for: &'a LookFor,
    fields: &'a UseStateHandle<Option<Fields>>,
    now: &'a Fields,
    wrong: Option<Wrong>,
    new: bool,
}

impl Form<'_> {
    /// A callback that changes the form.
    fn on(&self, change: impl Fn(&mut Fields, &str) + 'static) -> Callback<AttrValue> {
        let fields = self.fields.clone();
        Callback::from(move |event: AttrValue| {
            let mut next = (*fields).clone();
            if let Some(next) = &mut next {
                change(next, &event);
            }
            fields.set(next);
        })
    }

    fn error(&self, of: Wrong, words: &str) -> Option<AttrValue> {
        (self.wrong == Some(of)).then(|| self.text.get(words).into())
    }

    fn direction(&self) -> Html {
        let text = self.text;
        let options =
            vec![Choice::new("least", text.get("expect-at-least")), Choice::new("most", text.get("expect-at-most"))];
        let value = match self.now.direction {
            Direction::AtLeast => "least",
            Direction::AtMost => "most",
        };
        let on_change = self.on(|fields, chosen| {
            fields.direction = if chosen == "most" { Direction::AtMost } else { Direction::AtLeast };
        });
        html! { <SelectField id="expect-direction" label={text.get("expect-direction")} {value} {options} {on_change} /> }
    }

    /// Presence and ratings are shares of visits, whatever anybody says.
    fn measure(&self) -> Html {
        let text = self.text;
        if !self.look_for.kind.is_amount() {
            return Html::default();
        }
        let options = vec![
            Choice::new("amount", text.get("expect-measure-amount")),
            Choice::new("share", text.get("expect-measure-share")),
        ];
        let value = match self.now.measure {
            Measure::Amount => "amount",
            Measure::ShareOfVisits => "share",
        };
        let on_change = self.on(|fields, chosen| {
            fields.measure = if chosen == "share" { Measure::ShareOfVisits } else { Measure::Amount };
        });
        html! { <SelectField id="expect-measure" label={text.get("expect-measure")} {value} {options} {on_change} /> }
    }

    fn level(&self) -> Html {
        let text = self.text;
        let label = match self.now.measure {
            Measure::ShareOfVisits => text.get("expect-level-visits"),
            Measure::Amount => match Unit::of_amount(&self.look_for.kind) {
                Unit::Visits => text.get("expect-level-visits"),
                Unit::Time => text.get("expect-level-time"),
                Unit::Students => text.get("expect-level-students"),
                Unit::Moments => text.get("expect-level-moments"),
                Unit::PerTenMinutes => text.get("expect-level-ten"),
            },
        };
        let amount = if in_points(self.look_for) { "expect-wrong-part" } else { "expect-wrong-amount" };
        let amounts = [Wrong::Amount, Wrong::Cannot(CannotExpect::Amount)];
        let error = self.error(Wrong::Share, "expect-wrong-share");
        let error = error.or_else(|| amounts.into_iter().find_map(|wrong| self.error(wrong, amount)));
        html! {
            <TextField
                id="expect-level"
                {label}
                kind={InputKind::Decimal}
                autocomplete="off"
                value={self.now.level.clone()}
                {error}
                on_input={self.on(|fields, typed| fields.level = typed.to_owned())}
            />
        }
    }

    /// The district, its networks and its schools by name; grades, a subject and a group as they are named beside it.
    fn place(&self) -> Html {
        let (text, district) = (self.text, self.district);
        let known = self.places.clone();
        let name = |(at, place): (usize, &Scope)| Choice::new(at.to_string(), scope(text, Some(district), place));
        let mut options: Vec<Choice> = known.iter().enumerate().map(name).collect();
        if known.contains(&Scope::District) {
            options.extend([
                Choice::new("grades", text.get("expect-place-grades")),
                Choice::new("subject", text.get("expect-place-subject")),
                Choice::new("group", text.get("expect-place-group")),
            ]);
        }
        let value = match &self.now.place {
            Place::Known(place) => {
                known.iter().position(|one| one == place).map_or_else(String::new, |at| at.to_string())
            }
            Place::Grades(..) => "grades".to_owned(),
            Place::Subject(_) => "subject".to_owned(),
            Place::Group(_) => "group".to_owned(),
        };
        let on_change = self.on(move |fields, chosen| {
            fields.place = match chosen {
                "grades" => Place::Grades(Grade(3), Grade(5)),
                "subject" => Place::Subject(String::new()),
                "group" => Place::Group(String::new()),
                at => {
                    let place = at.parse().ok().and_then(|at: usize| known.get(at));
                    Place::Known(place.cloned().unwrap_or(Scope::District))
                }
            };
        });
        html! { <SelectField id="expect-place" label={text.get("expect-place")} {value} {options} {on_change} /> }
    }

    fn named_place(&self) -> Html {
        let text = self.text;
        match &self.now.place {
            Place::Known(_) => Html::default(),
            Place::Grades(low, high) => {
                let options: Vec<Choice> =
                    (-1..=12).map(|level: i8| Choice::new(level.to_string(), grade(text, Grade(level)))).collect();
                let (low, high) = (*low, *high);
                let lowest = self.on(move |fields, chosen| {
                    fields.place = Place::Grades(chosen.parse().map_or(low, Grade), high);
                });
                let highest = self.on(move |fields, chosen| {
                    fields.place = Place::Grades(low, chosen.parse().map_or(high, Grade));
                });
                html! {
                    <>
                        <SelectField id="expect-low" label={text.get("expect-grades-from")} value={low.0.to_string()} options={options.clone()} on_change={lowest} />
                        <SelectField
                            id="expect-high"
                            label={text.get("expect-grades-to")}
                            value={high.0.to_string()}
                            {options}
                            error={self.error(Wrong::Cannot(CannotExpect::Place), "expect-wrong-grades")}
                            on_change={highest}
                        />
                    </>
                }
            }
            Place::Subject(typed) => self.typed_place("expect-subject", typed, Place::Subject),
            Place::Group(typed) => self.typed_place("expect-group", typed, Place::Group),
        }
    }

    fn typed_place(&self, name: &'static str, typed: &str, place: fn(String) -> Place) -> Html {
        html! {
            <TextField
                id={name}
                label={self.text.get(name)}
                hint={AttrValue::from(self.text.get("expect-as-in-rosters"))}
                autocomplete="off"
                value={typed.to_owned()}
                error={self.error(Wrong::Cannot(CannotExpect::Place), "expect-wrong-name")}
                on_input={self.on(move |fields, typed| fields.place = place(typed.to_owned()))}
            />
        }
    }

    fn from(&self) -> Html {
        html! {
            <TextField
                id="expect-from"
                label={self.text.get("expect-from")}
                hint={self.new.then(|| AttrValue::from(self.text.get("expect-from-hint")))}
                kind={InputKind::Date}
                value={self.now.from.clone()}
                error={self.error(Wrong::From, "expect-wrong-from")}
                on_input={self.on(|fields, typed| fields.from = typed.to_owned())}
            />
        }
    }

    fn until(&self) -> Html {
        let wrong = [Wrong::Until, Wrong::Cannot(CannotExpect::Dates)];
        let error = wrong.into_iter().find_map(|wrong| self.error(wrong, "expect-wrong-until"));
        html! {
            <TextField
                id="expect-until"
                label={self.text.get("expect-until")}
                hint={AttrValue::from(self.text.get("expect-until-hint"))}
                kind={InputKind::Date}
                value={self.now.until.clone()}
                {error}
                on_input={self.on(|fields, typed| fields.until = typed.to_owned())}
            />
        }
    }

    /// How long the practice, a lesson and a visit last, where that decides what can be found.
    fn minutes(&self) -> Html {
        let (text, now) = (self.text, self.now);
        if !now.asks_minutes() {
            return Html::default();
        }
        let field = |id: &'static str, value: &str, on_input: Callback<AttrValue>| {
            html! {
                <TextField {id} label={text.get(id)} kind={InputKind::Number} autocomplete="off" value={value.to_owned()} {on_input} />
            }
        };
        html! {
            <fieldset class="draft-levels" aria-describedby="expect-minutes-hint">
                <legend class="strong">{ text.get("expect-minutes") }</legend>
                <p class="muted small" id="expect-minutes-hint">{ text.get("expect-minutes-hint") }</p>
                <div class="form-row">
                    { field("expect-lasts", &now.lasts, self.on(|fields, typed| fields.lasts = typed.to_owned())) }
                    { field("expect-lesson", &now.lesson, self.on(|fields, typed| fields.lesson = typed.to_owned())) }
                    { field("expect-visit", &now.visit, self.on(|fields, typed| fields.visit = typed.to_owned())) }
                </div>
                if let Some(error) = self.error(Wrong::Cannot(CannotExpect::Minutes), "expect-wrong-minutes") {
                    <p class="field-error" role="alert">{ error }</p>
                }
            </fieldset>
        }
    }

    /// How often visits could find it at best; where more is expected, why.
    fn found(&self) -> Html {
        let (text, now) = (self.text, self.now);
        let Some(reach) = now.reach() else {
            return Html::default();
        };
        let highest = text.with("expect-reach", super::minutes(reach));
        if !now.asks_reason() {
            return html! { <p role="status">{ highest }</p> };
        }
        html! {
            <>
                <Banner kind={BannerKind::Warning} title={text.get("expect-beyond")}>{ highest }</Banner>
                <TextArea
                    id="expect-reason"
                    label={text.get("expect-reason")}
                    hint={AttrValue::from(text.get("expect-reason-hint"))}
                    rows=2
                    value={now.reason.clone()}
                    error={self.error(Wrong::Cannot(CannotExpect::Reason), "expect-wrong-reason")}
                    on_input={self.on(|fields, typed| fields.reason = typed.to_owned())}
                />
            </>
        }
    }
}
