//! Calibration: lessons that several observers recorded, how far they agree, and how one observer compares with others
//! in the same rooms.

mod agreement;
mod leniency;
mod points;
mod session;
mod words;

use std::collections::BTreeMap;
use std::rc::Rc;

use domain::calibration::{Calibrated, Session, agreed, agreed_together, sessions};
use domain::compare::{Person, Selection};
use domain::device::Documents;
use domain::framework::Framework;
use domain::id::DocumentHash;
use domain::permission::Role;
use yew::prelude::*;

use super::ask::{Reply, use_calibration};
use super::compare::{failed, no_framework, period, place};
use super::held::Held;
use super::narrow::{Narrow, Offered};
use super::record::{Names, join};
use crate::components::{
    Banner, BannerKind, Button, ButtonKind, ButtonLink, EmptyState, Icon, PageHead, Skeleton, VisitRow, VisitRowState,
};
use crate::route::Route;
use crate::state::{App, Command, Model, Question, use_app};
use crate::text::{Text, minute_of_day};
use agreement::{Agreement, Found};
use leniency::Own;
use words::watchers;

pub use session::{SessionPage, SessionPageProps};

/// What [`CalibrationPage`] shows, as its address has it.
#[derive(Properties, PartialEq)]
pub struct CalibrationPageProps {
    /// Which schools and dates, and whose leniency.
    pub selection: Selection,
}

/// Every session, agreement over all of them, and one's own leniency.
#[component]
pub fn CalibrationPage(props: &CalibrationPageProps) -> Html {
    let app = use_app();
    let held = Held::of(&app.model);
    let offered = use_memo((held.clone(), app.model.me.clone()), |(held, me)| Offered::of(held, me.as_deref()));
    let asked = about_me(&app.model, &props.selection);
    let reply = use_calibration(&app, &held, &asked);
    let found = use_memo((reply.told.clone().map(ByAddress), held.clone()), |(told, held)| {
        told.as_ref().map(|ByAddress(calibrated)| All::of(calibrated, held))
    });
    let page = Page { app: &app, held: &held, offered: &offered, reply: &reply, selection: &asked };
    html! {
        <>
            { page.head() }
            { page.filters() }
            { page.body(found.as_ref().as_ref()) }
        </>
    }
}

/// Everyone but an administrator sees their own leniency; an administrator chooses whose.
fn about_me(model: &Model, selection: &Selection) -> Selection {
    match &model.me {
        Some(me) if me.role != Role::Administrator => {
            Selection { person: Some(Person::Observer(me.account.clone())), ..selection.clone() }
        }
        Some(_) | None => selection.clone(),
    }
}

/// Answers are compared by identity: they are shared, and a long list is not looked through at every drawing.
#[derive(Clone)]
struct ByAddress(Rc<Calibrated>);

impl PartialEq for ByAddress {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The sessions of an answer, and what they say together.
struct All {
    sessions: Vec<Session>,
    found: Option<Found>,
}

impl All {
    fn of(calibrated: &Calibrated, held: &Held) -> Self {
        let sessions = sessions(calibrated.sittings.clone());
        let found = found(&sessions, held);
        Self { sessions, found }
    }
}

/// Agreement over sessions that two or more observers recorded; `None` without any.
fn found(sessions: &[Session], held: &Held) -> Option<Found> {
    let shared: Vec<&Session> = sessions.iter().filter(|session| session.is_shared()).collect();
    let frameworks = versions(&held.documents);
    let latest = shared.first()?.sittings.first()?.framework;
    let framework = *frameworks.get(&latest)?;
    Some(Found {
        lessons: shared.len(),
        framework: framework.clone(),
        together: agreed_together(&shared, &frameworks),
        each: agreed(&shared, &frameworks, framework),
    })
}

/// Records that are on the tablet and cannot be read are named: an empty list would say that there are none.
fn unread(text: &Text, records: usize) -> Html {
    html! {
        if records > 0 {
            <Banner kind={BannerKind::Warning} title={text.with("calibration-unread", [("n", records.into())])}>
                { text.get("calibration-unread-text") }
            </Banner>
        }
    }
}

/// Every framework version on the tablet.
fn versions(documents: &Documents) -> BTreeMap<DocumentHash, &Framework> {
    documents.frameworks.iter().map(|(hash, framework)| (*hash, framework)).collect()
}

struct Page<'a> {
    app: &'a App,
    held: &'a Held,
    offered: &'a Offered,
    reply: &'a Reply<Calibrated>,
    selection: &'a Selection,
}

impl Page<'_> {
    fn head(&self) -> Html {
        let (app, model) = (self.app, &self.app.model);
        let mut subtitle = vec![place(model, self.offered, self.selection)];
        subtitle.extend(period(&model.text, self.selection, None, model.today()));
        let actions = html! {
            <>
                <ButtonLink kind={ButtonKind::Primary} icon={Icon::Add} href={Route::Together.address()}>
                    { model.text.get("calibration-record") }
                </ButtonLink>
                <Button icon={Icon::Print} on_press={app.on(|()| Command::Print)}>
                    { model.text.get("compare-print") }
                </Button>
            </>
        };
        html! { <PageHead title={model.text.get("calibration-title")} subtitle={subtitle.join(" · ")} {actions} /> }
    }

    fn filters(&self) -> Html {
        let (app, text) = (self.app, &self.app.model.text);
        let narrow = Narrow {
            prefix: "",
            text,
            offered: self.offered,
            selection: self.selection,
            today: app.model.today(),
            on_change: app.on(|selection| Command::Go(Route::Calibration(selection))),
        };
        let administers = app.model.me.as_ref().is_some_and(|me| me.role == Role::Administrator);
        html! {
            <div class="filters" role="group" aria-label={text.get("narrow-label")}>
                { narrow.school() }
                { narrow.when() }
                if administers {
                    { narrow.observer() }
                }
            </div>
        }
    }

    fn body(&self, all: Option<&All>) -> Html {
        let text = &self.app.model.text;
        if self.held.documents.district.is_none() {
            return no_framework(text);
        }
        if let Some(failure) = self.reply.failure {
            return failed(self.app, Question::Calibration(self.selection.clone()), failure);
        }
        let (Some(all), true) = (all, self.reply.current) else {
            return html! { <Skeleton label={text.get("compare-loading")} rows=6 /> };
        };
        let leniency = self.reply.told.as_ref().and_then(|told| told.leniency.clone());
        html! {
            <>
                { unread(text, self.reply.unread) }
                if let Some(found) = &all.found {
                    <Agreement id="agreement" found={found.clone()} />
                }
                { self.sessions(&all.sessions) }
                if let Some(leniency) = leniency {
                    <Own {leniency} />
                }
            </>
        }
    }

    fn sessions(&self, sessions: &[Session]) -> Html {
        let text = &self.app.model.text;
        if sessions.is_empty() && self.reply.unread > 0 {
            return html! {};
        }
        if sessions.is_empty() {
            let actions = html! {
                <ButtonLink kind={ButtonKind::Primary} href={Route::Together.address()}>
                    { text.get("calibration-record") }
                </ButtonLink>
            };
            return html! {
                <EmptyState title={text.get("calibration-none")} text={text.get("calibration-none-text")} {actions} />
            };
        }
        html! {
            <section class="section" aria-labelledby="sessions-title">
                <h2 id="sessions-title">{ text.get("calibration-sessions") }</h2>
                <ul role="list" class="stack">
                    { for sessions.iter().map(|session| html! { <li>{ self.session(session) }</li> }) }
                </ul>
            </section>
        }
    }

    fn session(&self, session: &Session) -> Html {
        let (model, text) = (&self.app.model, &self.app.model.text);
        let Some(first) = session.sittings.first() else { return html! {} };
        let names = Names::new(model, &first.school);
        let room = first.place.as_ref().map(|place| names.place(place)).unwrap_or_default();
        let code = session.sittings.iter().find_map(|sitting| sitting.session.as_ref()).map(ToString::to_string);
        let (state, state_text) = match session.is_shared() {
            true => (VisitRowState::Done, text.with("calibration-observers", [("n", session.sittings.len().into())])),
            false => (VisitRowState::Waiting, text.get("calibration-waits")),
        };
        let minute = domain::time::local(first.from, model.offset).1;
        html! {
            <VisitRow
                href={Route::Session(first.school.clone(), first.visit).address()}
                date={text.date(first.date)}
                time={minute_of_day(minute)}
                title={join([room].into_iter().chain(code))}
                sub={watchers(model, session)}
                {state}
                {state_text}
            />
        }
    }
}
