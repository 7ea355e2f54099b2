use domain::compare::{Comparison, Selection};
use domain::time::Date;
use yew::prelude::*;

use super::Page;
use crate::components::{Button, Icon, PageHead};
use crate::pages::narrow::{Offered, dates, said, schools};
use crate::route::{CompareView, Route, SchoolsView};
use crate::state::{Command, Model};
use crate::text::Text;

impl Page<'_> {
    pub(super) fn head(&self) -> Html {
        let (app, props) = (self.app, self.props);
        let text = &app.model.text;
        let table = Route::Compare(props.selection.clone(), CompareView { table: !props.view.table, ..props.view });
        let actions = html! {
            <>
                <Button
                    icon={Icon::Table}
                    pressed={props.view.table}
                    on_press={app.on(move |()| Command::Go(table.clone()))}
                >{ text.get("compare-table") }</Button>
                <Button icon={Icon::Print} on_press={app.on(|()| Command::Print)}>{ text.get("compare-print") }</Button>
            </>
        };
        html! {
            <PageHead title={text.get("compare-title")} subtitle={self.subtitle()} links={self.links()} {actions} />
        }
    }

    /// The same visits from other sides.
    fn links(&self) -> Vec<(AttrValue, AttrValue)> {
        let (text, selection) = (&self.app.model.text, &self.props.selection);
        let link = |route: Route, words| (route.address().into(), text.get(words).into());
        let schools = self.offered.schools.len() > 1;
        let schools = schools.then(|| Route::Schools(selection.clone(), SchoolsView::default()));
        [link(Route::Discrepancies(timeless(selection), None), "discrepancies-link")]
            .into_iter()
            .chain([link(self.against_the_time_before(), "contrast-link")])
            .chain(schools.map(|route| link(route, "schools-link")))
            .chain([link(Route::Report(selection.clone()), "report-link")])
            .chain([link(Route::Weekly(selection.clone()), "compare-weekly")])
            .collect()
    }

    /// These visits against those of the same length just before them, or, without days, against themselves until
    /// somebody chooses others.
    fn against_the_time_before(&self) -> Route {
        let after = &self.props.selection;
        let days = after.from.zip(after.to).map(|(from, to)| {
            let length = i64::from(from.days_until(to));
            (from.plus_days(-length - 1), from.plus_days(-1))
        });
        let (from, to) = days.map_or((None, None), |(from, to)| (Some(from), Some(to)));
        Route::Contrast(Selection { from, to, ..after.clone() }, after.clone())
    }

    /// "Cedar Ridge · 1 Sep – 20 Nov · 64 visits to 23 of 26 classrooms · includes 3 not yet sent", and what else it
    /// was narrowed to.
    fn subtitle(&self) -> String {
        let (model, selection) = (&self.app.model, &self.props.selection);
        let (text, comparison) = (&model.text, self.answer.told.as_deref().filter(|_| self.answer.current));
        let mut parts = vec![place(model, self.offered, selection)];
        let seen = comparison.and_then(|comparison| comparison.dates);
        parts.extend(period(text, selection, seen, model.today()));
        parts.extend(comparison.map(|comparison| reach(text, comparison)));
        parts.extend(comparison.and_then(|comparison| nothing(text, comparison)));
        if self.unsent > 0 {
            let unsent = [("n", self.unsent.into())];
            parts.push(if self.answer.asked {
                text.with("compare-without-unsent", unsent)
            } else {
                text.with("compare-with-unsent", unsent)
            });
        }
        parts.extend(said(text, self.offered, selection));
        parts.join(" · ")
    }
}

/// A selection without its days: a check has its own.
fn timeless(selection: &Selection) -> Selection {
    Selection { from: None, to: None, ..selection.clone() }
}

/// Where a selection is: its schools, the person's only school, or all of them.
pub(crate) fn place(model: &Model, offered: &Offered, selection: &Selection) -> String {
    match (selection.schools.as_slice(), offered.schools.as_slice()) {
        ([], [(_, only)]) => only.clone(),
        ([], _) => model.text.get("compare-all-schools"),
        (chosen, _) => schools(offered, chosen),
    }
}

/// The days asked for, and where no limit was asked for the first and last visit.
pub(crate) fn period(text: &Text, selection: &Selection, seen: Option<(Date, Date)>, today: Date) -> Option<String> {
    let from = selection.from.or(seen.map(|(first, _)| first))?;
    let to = selection.to.map_or_else(|| seen.map(|(_, last)| last), |to| Some(to.min(today)))?;
    (from <= to).then(|| dates(text, (from, to), today))
}

fn reach(text: &Text, comparison: &Comparison) -> String {
    let visits = comparison.visits + comparison.nothing_to_observe;
    let coverage = comparison.coverage;
    match coverage.in_scope {
        Some(all) if coverage.visited == coverage.visited_in_scope => text.with(
            "compare-reach-of",
            [("visits", visits.into()), ("rooms", coverage.visited.into()), ("all", all.into())],
        ),
        Some(all) => text.with(
            "compare-reach-and-others",
            [
                ("visits", visits.into()),
                ("rooms", coverage.visited_in_scope.into()),
                ("all", all.into()),
                ("others", (coverage.visited - coverage.visited_in_scope).into()),
            ],
        ),
        None => text.with("compare-reach", [("visits", visits.into()), ("rooms", coverage.visited.into())]),
    }
}

fn nothing(text: &Text, comparison: &Comparison) -> Option<String> {
    let nothing = comparison.nothing_to_observe;
    (nothing > 0).then(|| text.with("compare-nothing", [("n", nothing.into())]))
}
