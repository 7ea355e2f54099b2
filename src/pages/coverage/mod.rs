//! Which classrooms have been visited, how evenly, and whether the visits keep pace.

mod balance;
mod pace;
mod rooms;

use domain::compare::Selection;
use domain::coverage::Report;
use yew::prelude::*;

use super::ask::{Reply, use_coverage};
use super::compare::{failed, no_framework, period, place};
use super::held::Held;
use super::narrow::{Narrow, Offered};
use crate::components::{Button, Icon, PageHead, Skeleton};
use crate::route::Route;
use crate::state::{App, Command, Question, use_app};

pub(super) use pace::{pace_bars, pace_words};
pub(super) use rooms::time_of_day;

/// What [`CoveragePage`] shows, as its address has it.
#[derive(Properties, PartialEq)]
pub struct CoveragePageProps {
    /// Which visits.
    pub selection: Selection,
}

/// Which classrooms have been visited, how evenly, and whether the visits keep pace.
#[component]
pub fn CoveragePage(props: &CoveragePageProps) -> Html {
    let app = use_app();
    let held = Held::of(&app.model);
    let offered = use_memo((held.clone(), app.model.me.clone()), |(held, me)| Offered::of(held, me.as_deref()));
    let reply = use_coverage(&app, &held, &props.selection);
    let page = Page { app: &app, held: &held, offered: &offered, reply: &reply, selection: &props.selection };
    html! {
        <>
            { page.head() }
            { page.filters() }
            { page.body() }
        </>
    }
}

/// Everything that the parts of the page draw from.
struct Page<'a> {
    app: &'a App,
    held: &'a Held,
    offered: &'a Offered,
    reply: &'a Reply<Report>,
    selection: &'a Selection,
}

impl Page<'_> {
    fn head(&self) -> Html {
        let (app, model) = (self.app, &self.app.model);
        let mut subtitle = vec![place(model, self.offered, self.selection)];
        subtitle.extend(period(&model.text, self.selection, None, model.today()));
        html! {
            <PageHead
                title={model.text.get("coverage-title")}
                subtitle={subtitle.join(" · ")}
                actions={html! {
                    <Button icon={Icon::Print} on_press={app.on(|()| Command::Print)}>
                        { model.text.get("compare-print") }
                    </Button>
                }}
            />
        }
    }

    fn filters(&self) -> Html {
        let (app, text) = (self.app, &self.app.model.text);
        let narrow = Narrow {
            prefix: "",
            text,
            offered: self.offered,
            selection: self.selection,
            today: app.model.today(),
            on_change: app.on(|selection| Command::Go(Route::Coverage(selection))),
        };
        html! {
            <div class="filters" role="group" aria-label={text.get("narrow-label")}>
                { narrow.school() }
                { narrow.when() }
                { narrow.person() }
            </div>
        }
    }

    fn body(&self) -> Html {
        let text = &self.app.model.text;
        if self.held.documents.district.is_none() {
            return no_framework(text);
        }
        if let Some(failure) = self.reply.failure {
            return failed(self.app, Question::Coverage(self.selection.clone()), failure);
        }
        match self.reply.told.as_deref() {
            Some(report) if self.reply.current => html! {
                <>
                    { self.figures(report) }
                    { self.leans(report) }
                    { self.pace(&report.pace) }
                    { self.rooms(report) }
                    { self.balances(report) }
                </>
            },
            Some(_) | None => html! { <Skeleton label={text.get("compare-loading")} rows=6 /> },
        }
    }
}
