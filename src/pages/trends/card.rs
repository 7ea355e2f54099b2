use std::rc::Rc;

use domain::compare::Selection;
use domain::time::Date;
use domain::trends::{Trend, Trends};
use yew::prelude::*;

use super::{chart, picture, table, words};
use crate::components::TrendCard;
use crate::pages::compare::to_visits;
use crate::route::{Route, TrendsView};
use crate::state::Command;
use crate::text::Text;

#[derive(Properties)]
pub(super) struct CardProps {
    pub(super) text: Text,
    pub(super) trends: Rc<Trends>,
    /// Its place among the rows.
    pub(super) at: usize,
    pub(super) view: TrendsView,
    pub(super) selection: Selection,
    /// The visits are on this tablet.
    pub(super) visits: bool,
    pub(super) today: Date,
    pub(super) send: Callback<Command>,
}

/// Trends are compared by identity: each answer is a new one.
impl PartialEq for CardProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.trends, &other.trends)
            && (self.at, self.visits, self.today) == (other.at, other.visits, other.today)
            && self.view == other.view
            && self.text == other.text
            && self.selection == other.selection
            && self.send == other.send
    }
}

/// One look-for over time.
#[component]
pub(super) fn Card(props: &CardProps) -> Html {
    let open = use_state(|| false);
    let chart = use_node_ref();
    let on_toggle = {
        let open = open.clone();
        Callback::from(move |next| open.set(next))
    };
    let Some(trend) = props.trends.rows.get(props.at) else { return Html::default() };
    let said = props.said(trend);
    let headline = said.headline();
    let href = props.visits.then(|| AttrValue::from(to_visits(&props.selection, trend.row.drill(None))));
    let mut notes: Vec<Html> = said.others().into_iter().map(|note| html! { { note } }).collect();
    notes.extend(said.basis().map(|basis| html! { <>{ basis }{ props.offer(trend) }</> }));
    let drawn = (!trend.points.is_empty()).then(|| html! { <div ref={chart.clone()}>{ chart::chart(&said) }</div> });
    html! {
        <TrendCard
            title={trend.row.look_for.text.clone()}
            {href}
            sign={headline.sign}
            headline={headline.words}
            {notes}
            chart={drawn.unwrap_or_default()}
            summary={props.text.get("trends-numbers")}
            open={*open}
            {on_toggle}
        >
            if *open {
                { table::table(&said) }
                { picture::buttons(&said, &props.send, &chart) }
            }
        </TrendCard>
    }
}

impl CardProps {
    fn said<'a>(&'a self, trend: &'a Trend) -> words::Said<'a> {
        words::Said { text: &self.text, trends: &self.trends, trend, view: &self.view, today: self.today }
    }

    /// The way to the next longer period, where it may carry limits.
    fn offer(&self, trend: &Trend) -> Option<Html> {
        let (period, words) = words::offer(&self.text, trend)?;
        let href = Route::Trends(self.selection.clone(), TrendsView { period, ..self.view.clone() }).address();
        Some(html! { <>{ " " }<a {href}>{ words }</a></> })
    }
}
