//! One lesson that several observers recorded: how far they agree, and what to talk about.

use domain::calibration::{LEAST_TOGETHER, Seen, Session, not_in_all, sessions};
use domain::compare::Selection;
use domain::framework::{Framework, Kind};
use domain::visit::{Setting, Source};
use yew::prelude::*;

use super::agreement::Agreement;
use super::points::{Points, ended};
use super::words::watcher;
use super::{ByAddress, about_me, found, unread, versions};
use crate::components::{
    Banner, BannerKind, Button, ButtonKind, Column, DataTable, EmptyState, Fold, Icon, KeyValue, KeyValues, PageHead,
    Skeleton,
};
use crate::pages::ask::use_calibration;
use crate::pages::compare::failed;
use crate::pages::held::Held;
use crate::pages::record::{Names, join};
use crate::pages::start::{SeatDraft, SeatFields};
use crate::route::Route;
use crate::state::{Command, Model, Question, VisitRef, use_app};
use crate::text::Text;

/// What [`SessionPage`] needs.
#[derive(Properties, PartialEq)]
pub struct SessionPageProps {
    /// A record of the lesson.
    pub at: VisitRef,
}

/// One lesson that several observers recorded.
#[component]
pub fn SessionPage(props: &SessionPageProps) -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let held = Held::of(model);
    let school = Selection { schools: vec![props.at.school.clone()], ..Selection::default() };
    let asked = about_me(model, &school);
    let reply = use_calibration(&app, &held, &asked);
    // Every coefficient of every look-for: worked out once, not at every change of the model.
    let told = reply.told.clone().filter(|_| reply.current).map(ByAddress);
    let known = use_memo((told, held.clone(), props.at.visit), |(told, held, visit)| {
        let ByAddress(calibrated) = told.as_ref()?;
        let session = sessions(calibrated.sittings.clone()).into_iter().find(|session| session.holds(*visit));
        Some(session.map(|session| (found(std::slice::from_ref(&session), held), session)))
    });
    let back =
        (AttrValue::from(Route::Calibration(Selection::default()).address()), text.get("calibration-title").into());
    if let Some(failure) = reply.failure {
        let head = html! { <PageHead title={text.get("calibration-session")} {back} /> };
        return html! { <>{ head }{ failed(&app, Question::Calibration(asked), failure) }</> };
    }
    let Some(session) = known.as_ref() else {
        return html! {
            <><PageHead title={text.get("calibration-session")} {back} /><Skeleton label={text.get("compare-loading")} rows=6 /></>
        };
    };
    let Some((agreement, session)) = session else {
        return html! {
            <>
                <PageHead title={text.get("calibration-session")} {back} />
                { unread(text, reply.unread) }
                <EmptyState title={text.get("calibration-gone")} text={text.get("calibration-gone-text")} />
            </>
        };
    };
    let print = html! { <Button icon={Icon::Print} on_press={app.on(|()| Command::Print)}>{ text.get("compare-print") }</Button> };
    let framework = session.sittings.first().and_then(|first| held.documents.frameworks.get(&first.framework));
    html! {
        <>
            <PageHead title={title(model, session)} subtitle={subtitle(model, session)} {back} actions={print} />
            if !session.aside.is_empty() {
                <Banner kind={BannerKind::Warning} title={text.get("calibration-aside")}>{ text.get("calibration-aside-text") }</Banner>
            }
            { people(model, session) }
            if session.is_shared() {
                <p class="muted">{ compared(model, session) }</p>
            }
            if let Some(found) = agreement {
                <Agreement id="agreement" found={found.clone()} />
            } else {
                <EmptyState title={text.get("calibration-waits")} text={waits(text, session)} />
            }
            if let (true, Some(framework)) = (session.is_shared(), framework) {
                <Points session={session.clone()} framework={framework.clone()} />
                <SideBySide session={session.clone()} framework={framework.clone()} />
            }
            <OwnSeat key={props.at.visit.to_string()} at={props.at.clone()} id="own" />
            { for session.aside.iter().filter(|aside| aside.visit != props.at.visit).enumerate().map(|(number, aside)| html! {
                <OwnSeat
                    key={aside.visit.to_string()}
                    at={VisitRef { school: aside.school.clone(), visit: aside.visit }}
                    id={format!("aside-{number}")}
                />
            }) }
        </>
    }
}

/// "Room 204".
fn title(model: &Model, session: &Session) -> String {
    let first = session.sittings.first();
    let room = first.and_then(|first| Some(Names::new(model, &first.school).place(first.place.as_ref()?)));
    room.unwrap_or_else(|| model.text.get("calibration-session"))
}

/// "20 Nov 2026 · code K7Q4".
fn subtitle(model: &Model, session: &Session) -> String {
    let text = &model.text;
    let date = session.sittings.first().map(|first| text.full_date(first.date));
    let code = session.sittings.iter().find_map(|sitting| sitting.session.as_ref());
    let code = code.map(|code| text.with("calibration-recording", [("code", code.to_string().into())]));
    join(date.into_iter().chain(code))
}

fn waits(text: &Text, session: &Session) -> String {
    let code = session.sittings.iter().find_map(|sitting| sitting.session.as_ref());
    match code {
        Some(code) => text.with("calibration-waits-code", [("code", code.to_string().into())]),
        None => text.get("calibration-waits-room"),
    }
}

/// Who watched, from when to when.
fn people(model: &Model, session: &Session) -> Html {
    let text = &model.text;
    let rows = session.sittings.iter().map(|sitting| KeyValue {
        label: watcher(model, &sitting.watcher).into(),
        value: format!("{}–{}", text.clock(sitting.from, model.offset), text.clock(sitting.to, model.offset)).into(),
    });
    html! { <KeyValues rows={rows.collect::<Vec<_>>()} /> }
}

/// Over which part of the lesson amounts are compared, and which look-fors are not.
fn compared(model: &Model, session: &Session) -> String {
    let text = &model.text;
    let seconds: u32 = session.watched_by_all().iter().map(|(from, to)| to - from).sum();
    let over = match seconds {
        ..LEAST_TOGETHER => text.get("calibration-compared-nothing"),
        _ => text.with("calibration-compared", [("n", (seconds / 60).into())]),
    };
    let video = session.is_video().then(|| text.get("calibration-compared-video"));
    let frameworks = versions(&model.documents);
    let apart: Vec<&str> = not_in_all(session, &frameworks).iter().map(|look_for| look_for.short.as_str()).collect();
    let apart =
        (!apart.is_empty()).then(|| text.with("calibration-versions", [("look-fors", apart.join(", ").into())]));
    std::iter::once(over).chain(video).chain(apart).collect::<Vec<_>>().join(" ")
}

/// What [`SideBySide`] needs.
#[derive(Properties, PartialEq)]
struct SideBySideProps {
    session: Session,
    framework: Framework,
}

/// Every look-for with what each observer put down.
#[component]
fn SideBySide(props: &SideBySideProps) -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let open = use_state(|| false);
    let on_toggle = {
        let open = open.clone();
        Callback::from(move |to| open.set(to))
    };
    let sittings = &props.session.sittings;
    let names = sittings.iter().map(|sitting| watcher(model, &sitting.watcher));
    let names = std::iter::once(text.get("calibration-look-for")).chain(names);
    let columns: Vec<Column> = names.map(|label| Column { label: label.into(), numeric: false }).collect();
    let frameworks = versions(&model.documents);
    let rows = props.framework.look_fors().map(|look_for| {
        let said = sittings.iter().map(|sitting| {
            let words = sitting.seen_for(look_for, &frameworks).map(|seen| put_down(text, seen, &look_for.kind));
            html! { { words.unwrap_or_default() } }
        });
        std::iter::once(html! { { &look_for.short } }).chain(said).collect()
    });
    html! {
        <Fold summary={text.get("calibration-side-by-side")} open={*open} {on_toggle}>
            <DataTable caption={text.get("calibration-side-by-side")} {columns} rows={rows.collect::<Vec<Vec<Html>>>()} />
        </Fold>
    }
}

fn put_down(text: &Text, seen: &Seen, kind: &Kind) -> String {
    match (kind, seen.level, seen.amount) {
        (Kind::Rating { .. }, Some(level), _) => text.with("recorder-answer-level", [("n", level.into())]),
        (Kind::Count, _, Some(n)) => text.with("calibration-taps", [("n", n.into())]),
        (Kind::Duration, _, Some(n)) => text.with("calibration-seconds", [("n", n.into())]),
        (Kind::Interval { .. }, ..) if !seen.snapshots.is_empty() => {
            text.with("calibration-snapshots", [("n", seen.snapshots.len().into())])
        }
        (Kind::Presence | Kind::Count | Kind::Duration | Kind::Interval { .. } | Kind::Rating { .. }, ..) => {
            ended(text, seen.outcome)
        }
    }
}

/// What [`OwnSeat`] needs.
#[derive(Properties, PartialEq)]
struct OwnSeatProps {
    at: VisitRef,
    id: AttrValue,
}

/// The seat of one's own record can be put right: a letter typed wrong, or a name forgotten, must not part two observers
/// for good.
#[component]
fn OwnSeat(props: &OwnSeatProps) -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let typed = use_state(|| None::<SeatDraft>);
    let open = model.visit(props.at.visit).filter(|open| open.visit.begin.source == Source::Calibration);
    let mine = open.zip(model.me.as_ref()).filter(|(open, me)| open.visit.begin.observer == me.account);
    let Some((open, _)) = mine else { return html! {} };
    let known = SeatDraft::from(&open.visit.seat);
    let value = (*typed).clone().unwrap_or_else(|| known.clone());
    let keep = {
        let (at, typed, seat) = (props.at.clone(), typed.clone(), value.seat());
        let send = app.send.clone();
        Callback::from(move |()| {
            typed.set(None);
            send.emit(Command::Act(at.clone(), domain::visit::Act::Choose(Setting::Seat(seat.clone()))));
        })
    };
    let disabled = value.is_wrong() || value == known;
    let began = text.clock(open.visit.begin.at, model.offset);
    html! {
        <section class="section" data-print="no" aria-labelledby={format!("{}-title", props.id)}>
            <h2 id={format!("{}-title", props.id)}>{ text.with("calibration-own", [("time", began.into())]) }</h2>
            <SeatFields id={&props.id} {value} on_change={Callback::from(move |to| typed.set(Some(to)))} />
            <div class="cluster">
                <Button kind={ButtonKind::Plain} {disabled} on_press={keep}>{ text.get("calibration-own-keep") }</Button>
            </div>
        </section>
    }
}
