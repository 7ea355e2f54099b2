//! Observed against expected: what the visits of a selection say about every look-for.

mod body;
mod details;
mod filters;
mod head;
mod rows;
mod table;
mod unit;
mod words;

#[cfg(test)]
mod made;

use domain::compare::{Comparison, Selection, select};
use yew::prelude::*;

use super::ask::{Reply, use_comparison};
use super::held::Held;
use super::narrow::{Offered, this_term};
use crate::route::CompareView;
use crate::state::{App, Model, use_app};

pub(super) use body::{failed, no_framework, no_visits};
pub(super) use head::{period, place};
pub(super) use rows::{band, chart_row, to_visits};
pub(super) use unit::Unit;
pub(super) use words::{estimate, expected_level, gap, scope, shape, standing, standing_word};

/// What [`ComparePage`] shows, as its address has it.
#[derive(Properties, PartialEq)]
pub struct ComparePageProps {
    /// Which visits and look-fors.
    pub selection: Selection,
    /// How they are drawn.
    pub view: CompareView,
}

/// Observed against expected.
#[component]
pub fn ComparePage(props: &ComparePageProps) -> Html {
    let app = use_app();
    let held = Held::of(&app.model);
    let offered = use_memo((held.clone(), app.model.me.clone()), |(held, me)| Offered::of(held, me.as_deref()));
    let unsent = use_unsent(&app.model, &held, &props.selection);
    let answer = use_comparison(&app, &held, &props.selection, true);
    let page = Page { app: &app, held: &held, offered: &offered, unsent, answer: &answer, props };
    html! {
        <>
            { page.head() }
            { page.filters() }
            { page.body() }
        </>
    }
}

/// The selection that Compare opens on: the current term.
#[must_use]
pub fn opening(model: &Model) -> Selection {
    let calendar = model.documents.district.as_ref().map(|district| &district.calendar);
    let (from, to) = this_term(calendar, model.today());
    Selection { from, to, ..Selection::default() }
}

/// Everything that the parts of the page draw from.
struct Page<'a> {
    app: &'a App,
    held: &'a Held,
    offered: &'a Offered,
    /// Visits of the selection that the server does not have yet.
    unsent: usize,
    answer: &'a Reply<Comparison>,
    props: &'a ComparePageProps,
}

/// How many visits of a selection have something that the server has not acknowledged.
#[hook]
fn use_unsent(model: &Model, held: &Held, selection: &Selection) -> usize {
    let waiting: Vec<_> = model.waiting.keys().copied().collect();
    *use_memo((held.clone(), waiting, selection.clone()), |(held, waiting, selection)| {
        let ground = held.ground().filter(|_| !waiting.is_empty());
        ground.map_or(0, |ground| {
            select(&ground, selection).filter(|(_, visit, _)| waiting.binary_search(visit).is_ok()).count()
        })
    })
}
