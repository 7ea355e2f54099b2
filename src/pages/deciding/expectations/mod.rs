//! What is expected of each look-for: where, from when, and on what grounds.

mod fields;
mod form;

use domain::district::{CannotExpect, District};
use domain::expectation::{Expectation, Reach, in_force};
use domain::framework::{LookFor, Strand};
use domain::id::LookForId;
use domain::permission::Me;
use fluent_bundle::FluentValue;
use yew::prelude::*;

use super::{leaves, offline, opens, said, stored};
use crate::components::{Button, ButtonKind, Fold, PageHead};
use crate::pages::compare::{expected_level, no_framework, scope};
use crate::route::Route;
use crate::state::{App, Command, Decision, use_app};
use crate::text::Text;
use form::ExpectationForm;

/// What is expected of each look-for of the framework that holds today.
#[component]
pub fn ExpectationsPage() -> Html {
    let app = use_app();
    let text = &app.model.text;
    let open = use_state(|| None::<Open>);
    let send = app.send.clone();
    use_effect_with((), move |()| send.emit(Command::DecideAnew));
    let back = (AttrValue::from(Route::Framework.address()), AttrValue::from(text.get("framework-title")));
    let head = html! { <PageHead title={text.get("expect-title")} subtitle={text.get("expect-subtitle")} {back} /> };
    let today = app.model.today();
    let (Some(district), Some(me)) = (&app.model.documents.district, app.model.me.as_deref()) else {
        return html! { <>{ head }{ no_framework(text) }</> };
    };
    let Some((_, framework)) = app.model.documents.framework_on(today) else {
        return html! { <>{ head }{ no_framework(text) }</> };
    };
    // What has been stored closes its form.
    let shown = (*open).clone().filter(|open| !stored(&app, &Decision::Expectation(open.look_for.clone())));
    let list = List { app: &app, me, district, open: &open, shown: shown.as_ref() };
    html! {
        <>
            { head }
            if framework.look_fors().any(|one| me.sets_somewhere(district, &one.id, today)) {
                { offline(&app) }
            } else {
                <p>{ text.get("expect-not-allowed") }{ " " }<a href={Route::WhoDecides.address()}>{ text.get("who-link") }</a></p>
            }
            { for framework.strands.iter().map(|strand| list.strand(strand)) }
        </>
    }
}

/// Which form is open.
#[derive(Debug, Clone, PartialEq)]
struct Open {
    look_for: LookForId,
    /// The expectation that is changed; `None` for one more.
    was: Option<Expectation>,
}

struct List<'a> {
    app: &'a App,
    me: &'a Me,
    district: &'a District,
    open: &'a UseStateHandle<Option<Open>>,
    shown: Option<&'a Open>,
}

impl List<'_> {
    fn strand(&self, strand: &Strand) -> Html {
        let id = format!("expect-strand-{}", strand.id);
        html! {
            <section key={id.clone()} class="section" aria-labelledby={id.clone()}>
                <h2 {id}>{ &strand.name }</h2>
                { for strand.look_fors.iter().map(|one| self.look_for(one)) }
            </section>
        }
    }

    fn look_for(&self, look_for: &LookFor) -> Html {
        let text = self.text();
        let today = self.app.model.today();
        let id = format!("expect-{}", look_for.id);
        let of_it = self.district.expectations.iter().filter(|known| known.look_for == look_for.id);
        let (now, past): (Vec<&Expectation>, Vec<&Expectation>) =
            of_it.partition(|known| known.from > today || in_force(&self.district.expectations, known, today));
        let open = self.shown.filter(|open| open.look_for == look_for.id);
        let sets = self.me.sets_somewhere(self.district, &look_for.id, today);
        html! {
            <article key={id.clone()} class="expect" aria-labelledby={id.clone()}>
                <div class="expect-head">
                    <h3 {id}>{ &look_for.text }</h3>
                    if sets {
                        <Button
                            kind={ButtonKind::Quiet}
                            spoken={AttrValue::from(text.with("expect-new-spoken", [("name", look_for.text.as_str().into())]))}
                            on_press={self.open(look_for, None)}
                        >{ text.get("expect-new") }</Button>
                    }
                </div>
                if now.is_empty() {
                    <p class="muted">{ text.get("framework-expected-none") }</p>
                } else {
                    <ul class="expect-list">{ for now.iter().map(|one| self.one(look_for, one)) }</ul>
                }
                if !past.is_empty() {
                    <Past key={past.len()} summary={text.with("expect-past", [("n", past.len().into())])}>
                        <ul class="expect-list">{ for past.iter().map(|one| self.one(look_for, one)) }</ul>
                    </Past>
                }
                if let Some(open) = open {
                    <ExpectationForm
                        key={format!("{open:?}")}
                        look_for={look_for.clone()}
                        was={open.was.as_ref().map(|was| self.as_it_is(was))}
                        on_leave={self.leave()}
                    />
                } else {
                    { said(self.app, &Decision::Expectation(look_for.id.clone())) }
                }
            </article>
        }
    }

    /// What stands by now where somebody began to change it: another may have been quicker.
    fn as_it_is(&self, was: &Expectation) -> Expectation {
        let mut all = self.district.expectations.iter();
        let same =
            |known: &&Expectation| known.look_for == was.look_for && known.scope == was.scope && known.from == was.from;
        all.find(same).unwrap_or(was).clone()
    }

    /// One expectation, with what it rests on.
    fn one(&self, look_for: &LookFor, expectation: &Expectation) -> Html {
        let text = self.text();
        let mut grounds: Vec<String> = Vec::new();
        grounds.extend(expectation.reach.map(|reach| text.with("expect-reach", minutes(reach))));
        let reason = expectation.reason.as_deref();
        grounds.extend(reason.map(|reason| text.with("expect-because", [("reason", reason.into())])));
        let said = sentence(text, self.district, look_for, expectation);
        html! {
            <li>
                <div>
                    <p>{ &said }</p>
                    if !grounds.is_empty() {
                        <p class="muted small">{ grounds.join(" ") }</p>
                    }
                </div>
                if self.me.sets_expectations(self.district, &expectation.scope, &look_for.id, self.app.model.today()) {
                    <Button
                        kind={ButtonKind::Quiet}
                        spoken={AttrValue::from(text.with("expect-change-spoken", [("name", look_for.text.as_str().into()), ("level", said.into())]))}
                        on_press={self.open(look_for, Some(expectation))}
                    >{ text.get("expect-change") }</Button>
                }
            </li>
        }
    }

    fn open(&self, look_for: &LookFor, was: Option<&Expectation>) -> Callback<()> {
        let next = Open { look_for: look_for.id.clone(), was: was.cloned() };
        opens(self.app, self.open, move || next.clone(), "expect-level")
    }

    fn leave(&self) -> Callback<()> {
        leaves(self.open, self.shown.map(|shown| format!("expect-{}", shown.look_for)).unwrap_or_default())
    }

    fn text(&self) -> &Text {
        &self.app.model.text
    }
}

#[derive(Properties, PartialEq)]
struct PastProps {
    summary: AttrValue,
    children: Html,
}

/// What is expected no longer, folded away.
#[component]
fn Past(props: &PastProps) -> Html {
    let open = use_state(|| false);
    let on_toggle = {
        let open = open.clone();
        Callback::from(move |next| open.set(next))
    };
    html! { <Fold summary={props.summary.clone()} open={*open} {on_toggle} quiet={true}>{ props.children.clone() }</Fold> }
}

/// "At least 80 % of visits, in the whole district, from 1 September 2026 to …".
fn sentence(text: &Text, district: &District, look_for: &LookFor, expectation: &Expectation) -> String {
    let level = expected_level(text, &look_for.kind, expectation);
    let place = scope(text, Some(district), &expectation.scope);
    let from = text.full_date(expectation.from);
    let facts = [("level", level.into()), ("place", place.into()), ("from", from.into())];
    match expectation.until {
        None => text.with("expect-one", facts),
        Some(last) => {
            let [level, place, from] = facts;
            text.with("expect-one-until", [level, place, from, ("until", text.full_date(last).into())])
        }
    }
}

/// What [`Reach`] is said with.
fn minutes(reach: Reach) -> [(&'static str, FluentValue<'static>); 4] {
    [
        ("lasts", reach.lasts.into()),
        ("lesson", reach.lesson.into()),
        ("visit", reach.visit.into()),
        ("points", reach.highest_points().into()),
    ]
}

/// The message that says why something cannot be expected.
pub(super) fn cannot(why: CannotExpect) -> &'static str {
    match why {
        CannotExpect::Again => "expect-wrong-again",
        CannotExpect::Place => "expect-wrong-name",
        CannotExpect::Amount => "expect-wrong-part",
        CannotExpect::Dates => "expect-wrong-until",
        CannotExpect::Minutes => "expect-wrong-minutes",
        CannotExpect::Reason => "expect-wrong-reason",
    }
}
