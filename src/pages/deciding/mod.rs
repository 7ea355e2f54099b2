//! What the district, its networks and its schools have decided: what they watch just now, what is expected, what everyone
//! is held against, the school year, and who decides what.

mod calendar;
mod expectations;
mod focus;
mod goals;
mod models;
mod rules;

use domain::district::{Area, CannotChangeDistrict, District};
use domain::permission::Me;
use domain::time::Date;
use yew::prelude::*;

use crate::browser::{focus as focused, tasks};
use crate::components::{Banner, BannerKind, ButtonLink, Choice, EmptyState, PageHead, SelectField};
use crate::pages::words::failure as network;
use crate::route::Route;
use crate::state::{App, Command, Decision, FileFailure, use_app};
use crate::text::Text;
pub use calendar::CalendarPage;
pub use expectations::ExpectationsPage;
use focus::FocusForm;
pub(super) use goals::goals_of;
pub use goals::{GoalForm, GoalFormProps, GoalPage, GoalPageProps, GoalsPage, InitiativeForm, InitiativeFormProps};
pub use models::WhoDecidesPage;
pub(super) use models::who_decides;
use rules::RulesForm;

/// What is watched just now, and what everyone is held against.
#[component]
pub fn DecidingPage() -> Html {
    let app = use_app();
    let text = &app.model.text;
    let at = use_state(|| 0_usize);
    let send = app.send.clone();
    use_effect_with((), move |()| send.emit(Command::DecideAnew));
    let back = (AttrValue::from(Route::Framework.address()), AttrValue::from(text.get("framework-title")));
    let actions = html! {
        <>
            if app.model.me.as_deref().is_some_and(Me::may_set_district) {
                <ButtonLink href={Route::Calendar.address()}>{ text.get("calendar-link") }</ButtonLink>
            }
            <ButtonLink href={Route::WhoDecides.address()}>{ text.get("who-link") }</ButtonLink>
        </>
    };
    let head =
        html! { <PageHead title={text.get("focus-title")} subtitle={text.get("focus-subtitle")} {back} {actions} /> };
    let (Some(me), Some(district)) = (app.model.me.as_deref(), &app.model.documents.district) else {
        return html! { <>{ head }{ not_allowed(text) }</> };
    };
    let areas = areas(me, district, app.model.today(), text);
    let Some((area, name)) = areas.get(*at).or(areas.first()) else {
        return html! { <>{ head }{ not_allowed(text) }</> };
    };
    let options: Vec<Choice> =
        areas.iter().enumerate().map(|(at, (_, name))| Choice::new(at.to_string(), name.clone())).collect();
    let on_change = {
        let at = at.clone();
        Callback::from(move |chosen: AttrValue| at.set(chosen.parse().unwrap_or_default()))
    };
    let chosen = district.chosen_focus(area);
    let rules = district.rules();
    // What somebody else has changed is begun anew.
    let (focus_key, rules_key) = (format!("{area:?} {chosen:?}"), format!("{rules:?}"));
    html! {
        <>
            { head }
            { offline(&app) }
            if areas.len() > 1 {
                <div class="form">
                    <SelectField id="focus-area" label={text.get("focus-area")} value={at.to_string()} {options} {on_change} />
                </div>
            }
            <FocusForm key={focus_key} area={area.clone()} name={name.clone()} was={chosen} />
            if me.may_set_district() {
                <RulesForm key={rules_key} was={rules} />
            }
        </>
    }
}

/// Without a connection nothing is stored.
fn offline(app: &App) -> Html {
    let text = &app.model.text;
    if !app.model.syncing.offline {
        return Html::default();
    }
    html! { <Banner kind={BannerKind::Info} title={text.get("export-offline")}>{ text.get("focus-offline") }</Banner> }
}

fn not_allowed(text: &Text) -> Html {
    let actions = html! { <ButtonLink href={Route::WhoDecides.address()}>{ text.get("who-link") }</ButtonLink> };
    html! { <EmptyState title={text.get("focus-not-allowed")} text={text.get("focus-not-allowed-text")} {actions} /> }
}

/// The areas for which somebody chooses, with their names.
fn areas(me: &Me, district: &District, today: Date, text: &Text) -> Vec<(Area, String)> {
    named_areas(district, text).filter(|(area, _)| me.chooses_some_of(district, area, today)).collect()
}

/// The district, its networks and its schools, with their names.
fn named_areas(district: &District, text: &Text) -> impl Iterator<Item = (Area, String)> {
    let networks = district.networks.iter().map(|network| (Area::Network(network.id.clone()), network.name.clone()));
    let schools = district.schools.iter().map(|school| (Area::School(school.id.clone()), school.name.clone()));
    std::iter::once((Area::District, text.get("focus-district"))).chain(networks).chain(schools)
}

/// Whether the last change was about this, and was made.
fn stored(app: &App, about: &Decision) -> bool {
    app.model.deciding.done && app.model.deciding.about.as_ref() == Some(about)
}

/// Opens a form in a list, and goes to its first field.
fn opens<T: 'static>(
    app: &App,
    open: &UseStateHandle<Option<T>>,
    next: impl Fn() -> T + 'static,
    first: &'static str,
) -> Callback<()> {
    let (open, send) = (open.clone(), app.send.clone());
    Callback::from(move |()| {
        send.emit(Command::DecideAnew);
        open.set(Some(next()));
        tasks::Timeout::new(0, move || focused::to(first)).forget();
    })
}

/// Closes the form of a list, and goes back to where it was opened.
fn leaves<T: 'static>(open: &UseStateHandle<Option<T>>, back: String) -> Callback<()> {
    let open = open.clone();
    Callback::from(move |()| {
        open.set(None);
        let back = back.clone();
        tasks::Timeout::new(0, move || focused::to(&back)).forget();
    })
}

/// Says, in a form, that what it began from is otherwise by now: what it stores takes the place of that.
#[hook]
fn use_meanwhile<T: Clone + PartialEq + 'static>(app: &App, was: &T) -> Html {
    let begun = use_state(|| was.clone());
    if *begun == *was {
        return Html::default();
    }
    let text = &app.model.text;
    html! {
        <Banner kind={BannerKind::Warning} title={text.get("decided-meanwhile")}>{ text.get("decided-meanwhile-text") }</Banner>
    }
}

/// What became of the last change, where it is about this.
fn said(app: &App, about: &Decision) -> Html {
    if app.model.deciding.about.as_ref() != Some(about) {
        return Html::default();
    }
    html! { <div id={about.said()} tabindex="-1" aria-live="polite">{ banner(app) }</div> }
}

fn banner(app: &App) -> Html {
    let (text, now) = (&app.model.text, &app.model.deciding);
    if let Some(failure) = &now.failure {
        return html! { <Banner kind={BannerKind::Warning} title={text.get("focus-failed")}>{ why(text, failure) }</Banner> };
    }
    if now.done {
        return html! { <Banner title={text.get("focus-done")}>{ text.get("focus-done-text") }</Banner> };
    }
    Html::default()
}

fn why(text: &Text, failure: &FileFailure<CannotChangeDistrict>) -> String {
    match failure {
        FileFailure::Network(failure) => network(text, *failure),
        FileFailure::Cannot(CannotChangeDistrict::Changed) => text.get("focus-changed"),
        FileFailure::Cannot(CannotChangeDistrict::NoSuchArea) => text.get("focus-no-area"),
        FileFailure::Cannot(CannotChangeDistrict::NoSuchLookFor(_)) => text.get("focus-no-look-for"),
        FileFailure::Cannot(CannotChangeDistrict::Twice(_) | CannotChangeDistrict::TooMany) => {
            text.get("focus-too-many")
        }
        FileFailure::Cannot(
            CannotChangeDistrict::Margin | CannotChangeDistrict::Visits | CannotChangeDistrict::Goals,
        ) => text.get("focus-range"),
        FileFailure::Cannot(CannotChangeDistrict::Goal(why)) => text.get(goals::words::cannot(*why)),
        FileFailure::Cannot(CannotChangeDistrict::Expectation(why)) => text.get(expectations::cannot(*why)),
        FileFailure::Cannot(CannotChangeDistrict::Model(why)) => text.get(models::cannot(*why)),
        FileFailure::Cannot(CannotChangeDistrict::Calendar(why)) => calendar::fault(text, *why),
    }
}
