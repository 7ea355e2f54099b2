//! The shell around a page: the way around, the status of the work, and what the person must know on every page.

mod banners;
mod status;

use domain::compare::Selection;
use yew::prelude::*;

use crate::components::{Icon, NavItem, Rail, Shell};
use crate::pages::opening_selection;
use crate::route::{CompareView, Route, TrendsView};
use crate::state::{Model, VisitFilter, use_app};
use banners::Banners;

/// What [`Frame`] needs.
#[derive(Properties, PartialEq)]
pub struct FrameProps {
    /// The page.
    pub children: Html,
}

/// Rail, status, banners and the page in it.
#[component]
pub fn Frame(props: &FrameProps) -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let status = status::of(model);
    let rail = html! {
        <Rail
            label={text.get("frame-navigation")}
            brand="T"
            brand_label={text.get("frame-home")}
            items={items(model)}
            status={status.lines}
            status_href={Route::Sync.address()}
            status_trouble={status.trouble}
        />
    };
    html! {
        <Shell skip_label={text.get("frame-skip")} {rail}>
            <Banners />
            { props.children.clone() }
        </Shell>
    }
}

fn items(model: &Model) -> Vec<NavItem> {
    let (text, current) = (&model.text, place(&model.route));
    let item = |icon, label: String, route: Route| NavItem {
        icon,
        label: label.into(),
        current: place(&route) == current,
        href: route.address().into(),
    };
    vec![
        item(Icon::Today, text.get("frame-today"), Route::Today),
        item(Icon::Visits, text.get("frame-visits"), Route::Visits(VisitFilter::default())),
        item(
            Icon::Compare,
            text.get("frame-compare"),
            Route::Compare(opening_selection(model), CompareView::default()),
        ),
        item(Icon::Trends, text.get("frame-trends"), Route::Trends(Selection::default(), TrendsView::default())),
        item(Icon::Framework, text.get("frame-framework"), Route::Framework),
        item(Icon::Sync, text.get("frame-sync"), Route::Sync),
        item(Icon::Settings, text.get("frame-settings"), Route::Settings),
    ]
}

/// The entry of the rail that a page belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Today,
    Visits,
    Compare,
    Trends,
    Framework,
    Sync,
    Settings,
    Elsewhere,
}

fn place(route: &Route) -> Place {
    match route {
        Route::Today
        | Route::PlanWeek
        | Route::Coverage(_)
        | Route::Start
        | Route::Paper
        | Route::Together
        | Route::Record(..) => Place::Today,
        Route::Visits(_)
        | Route::Visit(..)
        | Route::ForTeacher(..)
        | Route::Export(_)
        | Route::Import
        | Route::Calibration(_)
        | Route::Session(..) => Place::Visits,
        Route::Compare(..)
        | Route::Contrast(..)
        | Route::Discrepancies(..)
        | Route::Schools(..)
        | Route::Report(_)
        | Route::Weekly(_) => Place::Compare,
        Route::Trends(..) => Place::Trends,
        Route::Framework
        | Route::FrameworkDraft
        | Route::Comments
        | Route::Deciding
        | Route::Expectations
        | Route::Calendar
        | Route::WhoDecides
        | Route::Goals
        | Route::Goal(_) => Place::Framework,
        Route::Sync => Place::Sync,
        Route::Settings | Route::Roster | Route::People => Place::Settings,
        Route::SignIn | Route::Setup(_) | Route::Join(_) | Route::NotFound => Place::Elsewhere,
    }
}
