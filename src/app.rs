//! The root of the program: starts the runtime, gives pages the model, and picks the page.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::navigation;
use crate::pages;
use crate::route::Route;
use crate::runtime::Runtime;
use crate::state::{App, Model, Stage, VisitRef};

/// Draws the app into the page that index.html holds.
pub fn start() {
    let place = navigation::place_for_app();
    match place {
        Some(place) => yew::Renderer::<Root>::with_root(place).render(),
        None => yew::Renderer::<Root>::new().render(),
    };
}

#[component]
fn Root() -> Html {
    let model = use_state(|| Rc::new(Model::starting()));
    let runtime = use_memo((), |()| {
        let publish = model.setter();
        Runtime::start(Callback::from(move |model| publish.set(model)))
    });
    let send = use_memo((), |()| runtime.sender());
    let app = App { model: Rc::clone(&model), send: (*send).clone() };
    html! {
        <ContextProvider<App> context={app}>
            <Page stage={model.stage} route={model.route.clone()} />
        </ContextProvider<App>>
    }
}

#[derive(Properties, PartialEq)]
struct PageProps {
    stage: Stage,
    route: Route,
}

/// The page of a route, in the frame that it wants.
#[component]
fn Page(props: &PageProps) -> Html {
    let at =
        |school: &domain::id::SchoolId, visit: &domain::id::VisitId| VisitRef { school: school.clone(), visit: *visit };
    match (&props.stage, &props.route) {
        (Stage::Starting, _) => html! { <pages::Starting /> },
        (Stage::NoStorage, _) => html! { <pages::NoStorage /> },
        (_, Route::Setup(token)) => html! { <pages::SetupPage token={token.clone()} /> },
        (_, Route::Join(token)) => html! { <pages::JoinPage token={token.clone()} /> },
        (Stage::SignedOut, _) => html! { <pages::SignInPage /> },
        (Stage::Ready, route) => match route {
            Route::Record(school, visit) => html! { <pages::RecordPage at={at(school, visit)} /> },
            Route::ForTeacher(school, visit) => framed(html! { <pages::TeacherPage at={at(school, visit)} /> }),
            Route::Visit(school, visit) => framed(html! { <pages::VisitPage at={at(school, visit)} /> }),
            Route::Today => framed(html! { <pages::TodayPage /> }),
            Route::PlanWeek => framed(html! { <pages::PlanWeekPage /> }),
            Route::Start => framed(html! { <pages::StartPage /> }),
            Route::Together => framed(html! { <pages::StartPage together={true} /> }),
            Route::Paper => framed(html! { <pages::PaperPage /> }),
            Route::Visits(filter) => framed(html! { <pages::VisitsPage filter={filter.clone()} /> }),
            Route::Export(selection) => framed(html! { <pages::ExportPage selection={selection.clone()} /> }),
            Route::Import => framed(html! { <pages::ImportPage /> }),
            Route::Compare(selection, view) => {
                framed(html! { <pages::ComparePage selection={selection.clone()} view={*view} /> })
            }
            Route::Discrepancies(selection, on) => {
                framed(html! { <pages::DiscrepanciesPage selection={selection.clone()} on={*on} /> })
            }
            Route::Contrast(before, after) => {
                framed(html! { <pages::ContrastPage before={before.clone()} after={after.clone()} /> })
            }
            Route::Schools(selection, view) => {
                framed(html! { <pages::SchoolsPage selection={selection.clone()} view={view.clone()} /> })
            }
            Route::Report(selection) => framed(html! { <pages::ReportPage selection={selection.clone()} /> }),
            Route::Weekly(selection) => framed(html! { <pages::WeeklyPage selection={selection.clone()} /> }),
            Route::Calibration(selection) => framed(html! { <pages::CalibrationPage selection={selection.clone()} /> }),
            Route::Session(school, visit) => framed(html! { <pages::SessionPage at={at(school, visit)} /> }),
            Route::Coverage(selection) => framed(html! { <pages::CoveragePage selection={selection.clone()} /> }),
            Route::Trends(selection, view) => {
                framed(html! { <pages::TrendsPage selection={selection.clone()} view={view.clone()} /> })
            }
            Route::Framework => framed(html! { <pages::FrameworkPage /> }),
            Route::Deciding => framed(html! { <pages::DecidingPage /> }),
            Route::Expectations => framed(html! { <pages::ExpectationsPage /> }),
            Route::Calendar => framed(html! { <pages::CalendarPage /> }),
            Route::WhoDecides => framed(html! { <pages::WhoDecidesPage /> }),
            Route::Goals => framed(html! { <pages::GoalsPage /> }),
            Route::Goal(id) => framed(html! { <pages::GoalPage key={id.0.clone()} id={id.clone()} /> }),
            Route::FrameworkDraft => framed(html! { <pages::DraftPage /> }),
            Route::Comments => framed(html! { <pages::CommentsPage /> }),
            Route::People => framed(html! { <pages::PeoplePage /> }),
            Route::Roster => framed(html! { <pages::RosterPage /> }),
            Route::Sync => framed(html! { <pages::SyncPage /> }),
            Route::Settings => framed(html! { <pages::SettingsPage /> }),
            Route::SignIn => html! { <pages::SignInPage /> },
            Route::Setup(token) => html! { <pages::SetupPage token={token.clone()} /> },
            Route::Join(token) => html! { <pages::JoinPage token={token.clone()} /> },
            Route::NotFound => framed(html! { <pages::NotFoundPage /> }),
        },
    }
}

fn framed(page: Html) -> Html {
    html! { <pages::Frame>{ page }</pages::Frame> }
}
