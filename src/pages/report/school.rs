use domain::compare::{Comparison, Selection};
use domain::coverage::Report;
use domain::district::Area;
use domain::trends::Trends;
use yew::prelude::*;

use super::{over_time, spread, standings};
use crate::components::Skeleton;
use crate::pages::ask::{Reply, use_comparison, use_coverage, use_trends};
use crate::pages::compare::{failed, period};
use crate::pages::deciding::{goals_of, who_decides};
use crate::pages::held::Held;
use crate::pages::words;
use crate::route::TrendsView;
use crate::state::{App, Question, use_app};
use crate::text::Text;

#[derive(Properties, PartialEq)]
pub(super) struct SchoolReportProps {
    /// The school's name.
    pub(super) name: AttrValue,
    /// What the visits were narrowed to, in words.
    pub(super) narrowed: AttrValue,
    /// Its visits.
    pub(super) selection: Selection,
    /// Its place among the schools.
    pub(super) at: usize,
    /// No other school follows.
    pub(super) last: bool,
    /// Its numbers are there, or it is known that they do not come.
    pub(super) on_done: Callback<usize>,
}

/// What the report of one school is drawn from.
pub(super) struct Found<'a> {
    pub(super) app: &'a App,
    pub(super) held: &'a Held,
    /// The school's name.
    pub(super) name: &'a str,
    /// The school itself.
    pub(super) area: Area,
    pub(super) comparison: &'a Comparison,
    pub(super) trends: &'a Trends,
    pub(super) view: &'a TrendsView,
    pub(super) coverage: &'a Report,
}

/// The report of one school.
#[component]
pub(super) fn SchoolReport(props: &SchoolReportProps) -> Html {
    let app = use_app();
    let held = Held::of(&app.model);
    let (selection, view) = (&props.selection, TrendsView::default());
    let comparison = use_comparison(&app, &held, selection, true);
    let trends = use_trends(&app, &held, selection, view.over());
    let coverage = use_coverage(&app, &held, selection);
    let failure = comparison.failure.or(trends.failure).or(coverage.failure);
    let done = failure.is_some() || (known(&comparison) && known(&trends) && known(&coverage));
    use_effect_with((done, props.at, props.on_done.clone()), |(done, at, on_done)| {
        if *done {
            on_done.emit(*at);
        }
    });
    let id = format!("report-{}", props.at);
    let body = match (&comparison.told, &trends.told, &coverage.told) {
        (Some(comparison), Some(trends), Some(coverage)) if failure.is_none() => {
            let (app, held, view) = (&app, &held, &view);
            Found { app, held, name: &props.name, area: selection.area(), comparison, trends, view, coverage }.draw()
        }
        _ => match failure {
            Some(failure) => failed(&app, Question::Compare(selection.clone()), failure),
            None => html! { <Skeleton label={app.model.text.get("compare-loading")} rows=6 /> },
        },
    };
    html! {
        <article
            class={classes!("report", (!props.last).then_some("print-page"))}
            aria-labelledby={id.clone()}
        >
            <header>
                <h2 class="report-school" {id}>{ &props.name }</h2>
                <p class="report-about">{ about(&app, props, &comparison) }</p>
                if let Some(who) = who_decides(&app, &selection.area()) {
                    <p>{ who }</p>
                }
                if let Some(goals) = goals_of(&app, &selection.area()) {
                    <p>{ goals }</p>
                }
            </header>
            { body }
        </article>
    }
}

fn known<T>(reply: &Reply<T>) -> bool {
    reply.told.is_some() && reply.current
}

/// "1 Sep – 20 Nov · printed 20 Nov 2026 · as of 7:12".
fn about(app: &App, props: &SchoolReportProps, comparison: &Reply<Comparison>) -> String {
    let (model, text) = (&app.model, &app.model.text);
    let seen = comparison.told.as_deref().and_then(|comparison| comparison.dates);
    let mut parts: Vec<String> = period(text, &props.selection, seen, model.today()).into_iter().collect();
    parts.extend(Some(props.narrowed.to_string()).filter(|words| !words.is_empty()));
    parts.push(text.with("report-made", [("date", text.full_date(model.today()).into())]));
    parts.extend(model.ledger.last_sync.filter(|_| !comparison.asked).map(|at| {
        let time = words::moment(text, at, model.now, model.offset);
        text.with("trends-as-of", [("time", time.into())])
    }));
    parts.join(" · ")
}

impl Found<'_> {
    fn draw(&self) -> Html {
        let text = self.text();
        if self.comparison.visits + self.comparison.nothing_to_observe == 0 {
            return html! { <p>{ text.get("report-no-visits") }</p> };
        }
        html! {
            <>
                { standings::figures(self) }
                { standings::in_short(self) }
                { standings::every_look_for(self) }
                { over_time::charts(self) }
                { spread::spread(self) }
                <p class="report-foot">{ text.get("report-how-to-read") }</p>
            </>
        }
    }

    pub(super) fn text(&self) -> &Text {
        &self.app.model.text
    }

    /// A part of the report under its heading. It has no name of its own: several schools would have the same ones.
    pub(super) fn section(&self, title: String, body: Html) -> Html {
        html! {
            <section class="section">
                <h3>{ title }</h3>
                { body }
            </section>
        }
    }
}
