//! Starting a visit: two taps from Today, the second one on a classroom. Details can be changed first, a room that is
//! on no roster can be described, and a visit on paper can be entered.

mod details;
mod off_roster;
mod paper;
mod paper_sheet;
mod room;
mod schools;
mod seat;

use domain::compare::Selection;
use domain::coverage::last_visits;
use domain::id::ClassroomId;
use yew::prelude::*;

use crate::components::{Banner, ButtonLink, EmptyState, PageHead, SearchField};
use crate::pages::record::Same;
use crate::route::Route;
use crate::state::{Model, use_app};
use off_roster::OffRoster;
use room::RoomCard;
use schools::SchoolSwitch;

pub use paper::PaperPage;
pub(crate) use room::begin;
pub(crate) use schools::{my_schools, school_name};
pub(crate) use seat::{SeatDraft, SeatFields};

/// What [`StartPage`] needs.
#[derive(Properties, PartialEq)]
pub struct StartPageProps {
    /// The visit is recorded together with others, to calibrate.
    #[prop_or_default]
    pub together: bool,
}

/// Choose a classroom and go.
#[component]
pub fn StartPage(props: &StartPageProps) -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let chosen = use_state(|| None);
    let words = use_state(AttrValue::default);
    let opened = use_state(|| None::<ClassroomId>);
    let draft = use_state(SeatDraft::default);
    let seat = props.together.then(|| draft.seat());
    let set_seat = {
        let draft = draft.clone();
        Callback::from(move |to| draft.set(to))
    };
    let schools = my_schools(model);
    let school = (*chosen).clone().or_else(|| schools.first().cloned());
    // Counted once, not at every letter of a search.
    let held = (Same::of(&model.packs), Same::of(&model.documents), school.clone());
    let rooms = use_memo(held, |(packs, documents, school)| {
        let roster = school.as_ref().and_then(|school| documents.rosters.get(school));
        let rooms = last_visits(packs.values().map(|pack| &**pack), roster);
        rooms.iter().map(|room| (Same::new(room.classroom.clone()), room.last)).collect::<Vec<_>>()
    });
    let Some(school) = school else {
        return html! { <>{ head(model, props.together) }{ nobody_may(model) }</> };
    };
    let found: Vec<_> = rooms.iter().filter(|(room, _)| room::matches(model, &school, room, &words)).collect();
    let search = {
        let words = words.clone();
        Callback::from(move |typed: AttrValue| words.set(typed))
    };
    let switch = {
        let (chosen, opened) = (chosen.clone(), opened.clone());
        Callback::from(move |school| {
            opened.set(None);
            chosen.set(Some(school));
        })
    };
    let open = {
        let opened = opened.clone();
        Callback::from(move |room| opened.set(room))
    };
    html! {
        <>
            { head(model, props.together) }
            { still_open(model) }
            if props.together {
                <SeatFields value={(*draft).clone()} on_change={set_seat} />
            }
            <div class="cluster">
                <SearchField id="room-search" label={text.get("start-search")} value={&*words} on_input={search} />
                <SchoolSwitch id="start-school" schools={schools.clone()} chosen={school.clone()} on_choose={switch} />
            </div>
            <section class="section" aria-labelledby="rooms-title">
                <h2 id="rooms-title">{ text.get("start-rooms") }</h2>
                if found.is_empty() {
                    <EmptyState title={text.get("start-no-room")} text={text.get("start-no-room-text")} />
                }
                <div class="grid">
                    { for found.into_iter().map(|(room, last)| html! {
                        <RoomCard
                            key={room.id.0.clone()}
                            school={school.clone()}
                            room={room.clone()}
                            last={*last}
                            seat={seat.clone()}
                            open={opened.as_ref() == Some(&room.id)}
                            on_open={open.clone()}
                        />
                    }) }
                </div>
            </section>
            <OffRoster key={school.0.clone()} school={school.clone()} {seat} />
        </>
    }
}

fn head(model: &Model, together: bool) -> Html {
    let text = &model.text;
    if together {
        let back = (Route::Calibration(Selection::default()).address().into(), text.get("calibration-title").into());
        let (title, subtitle) = (text.get("calibration-record"), text.get("calibration-record-hint"));
        return html! { <PageHead {title} {subtitle} {back} /> };
    }
    let paper = html! { <ButtonLink href={Route::Paper.address()}>{ text.get("start-from-paper") }</ButtonLink> };
    let back = (AttrValue::from(Route::Today.address()), AttrValue::from(text.get("recorder-to-today")));
    html! { <PageHead title={text.get("start-title")} subtitle={text.get("start-subtitle")} {back} actions={paper} /> }
}

/// A visit that is still open is offered first: starting another while one runs is seldom meant.
fn still_open(model: &Model) -> Html {
    let text = &model.text;
    let Some(open) = model.open_visits().first().copied() else {
        return html! {};
    };
    let names = crate::pages::record::Names::new(model, &open.at.school);
    let room = open.visit.context.as_ref().map(|context| names.place(&context.classroom)).unwrap_or_default();
    let actions = html! {
        <ButtonLink href={Route::Record(open.at.school.clone(), open.at.visit).address()}>{ text.get("start-continue") }</ButtonLink>
    };
    html! { <Banner title={text.with("start-still-open", [("room", room.into())])} {actions}>{ text.get("start-still-open-text") }</Banner> }
}

fn nobody_may(model: &Model) -> Html {
    let text = &model.text;
    let actions = html! { <ButtonLink href={Route::Sync.address()}>{ text.get("start-to-sync") }</ButtonLink> };
    html! { <EmptyState title={text.get("start-no-school")} text={text.get("start-no-school-text")} {actions} /> }
}
