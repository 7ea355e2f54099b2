//! Observed practice over time: a small chart for every look-for, in words first.

mod body;
mod card;
mod chart;
mod filters;
mod head;
mod picture;
mod table;
mod words;

use domain::compare::Selection;
use domain::trends::Trends;
use yew::prelude::*;

use super::ask::{Reply, use_trends};
use super::held::Held;
use super::narrow::Offered;
use crate::route::TrendsView;
use crate::state::{App, use_app};

pub(super) use chart::chart;
pub(super) use words::Said;

/// What [`TrendsPage`] shows, as its address has it.
#[derive(Properties, PartialEq)]
pub struct TrendsPageProps {
    /// Which visits and look-fors.
    pub selection: Selection,
    /// How they are laid out over time, and which charts are drawn.
    pub view: TrendsView,
}

/// Observed practice over time.
#[component]
pub fn TrendsPage(props: &TrendsPageProps) -> Html {
    let app = use_app();
    let held = Held::of(&app.model);
    let offered = use_memo((held.clone(), app.model.me.clone()), |(held, me)| Offered::of(held, me.as_deref()));
    let reply = use_trends(&app, &held, &props.selection, props.view.over());
    let more = use_state(|| props.narrows_further());
    let on_more = {
        let more = more.clone();
        Callback::from(move |()| more.set(!*more))
    };
    let page = Page { more: *more, on_more, app: &app, held: &held, offered: &offered, reply: &reply, props };
    html! {
        <>
            { page.head() }
            { page.filters() }
            { page.body() }
        </>
    }
}

impl TrendsPageProps {
    /// Whether a filter is set that is usually folded away.
    fn narrows_further(&self) -> bool {
        let Selection { schools, from, to, .. } = self.selection.clone();
        self.selection != Selection { schools, from, to, ..Selection::default() } || self.view.start.is_some()
    }
}

/// Everything that the parts of the page draw from.
struct Page<'a> {
    /// All filters show.
    more: bool,
    on_more: Callback<()>,
    app: &'a App,
    held: &'a Held,
    offered: &'a Offered,
    reply: &'a Reply<Trends>,
    props: &'a TrendsPageProps,
}
