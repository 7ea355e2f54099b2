use std::collections::BTreeSet;
use std::rc::Rc;

use domain::id::VisitId;
use domain::time::date_of_day;
use yew::prelude::*;

use super::item::{Item, Items, Stage};
use crate::components::{ListFrame, VirtualList, VisitRow, VisitRowState};
use crate::pages::words::grade;
use crate::route::Route;
use crate::state::{App, TextSize};
use crate::text::minute_of_day;

/// One row with the gap under it, in root ems: what [`VisitRow`] says of itself and half of one.
const ROW_REM: f64 = VisitRow::HEIGHT_REM + 0.5;

/// Rows that scroll by before another window of them is drawn.
const STEP: f64 = 4.0;

/// Taller than any screen it is used on, CSS pixels: a few rows more are drawn than can be seen.
const SCREEN: f64 = 1_400.0;

#[derive(Properties)]
pub(super) struct ListProps {
    pub(super) app: App,
    pub(super) items: Rc<Items>,
    /// Positions in the items, in the order of the list.
    pub(super) shown: Rc<Vec<usize>>,
}

impl PartialEq for ListProps {
    fn eq(&self, other: &Self) -> bool {
        let same_rows = Rc::ptr_eq(&self.items, &other.items) && Rc::ptr_eq(&self.shown, &other.shown);
        same_rows && Rc::ptr_eq(&self.app.model, &other.app.model)
    }
}

/// The rows. Where the list is scrolled to stays in here, so that scrolling draws nothing else of the page.
#[component]
pub(super) fn List(props: &ListProps) -> Html {
    let top = use_state_eq(|| 0.0);
    let text = &props.app.model.text;
    let item_height = ROW_REM * root_em(props.app.model.preferences.text_size);
    let on_scroll = {
        let top = top.clone();
        let step = STEP * item_height;
        Callback::from(move |at: f64| top.set((at / step).floor() * step))
    };
    let refused: BTreeSet<VisitId> = props.app.model.quarantined.iter().filter_map(|(visit, _)| *visit).collect();
    let drawn = Rows { app: props.app.clone(), items: Rc::clone(&props.items), refused };
    let shown = Rc::clone(&props.shown);
    let render = Callback::from(move |place: usize| {
        let item = shown.get(place).and_then(|at| drawn.items.rows.get(*at));
        item.map_or_else(Html::default, |item| drawn.row(item))
    });
    html! {
        <ListFrame>
            <VirtualList
                label={text.get("visits-title")}
                count={props.shown.len()}
                {item_height}
                scroll_top={*top}
                viewport={SCREEN}
                {render}
                {on_scroll}
            />
        </ListFrame>
    }
}

/// One root em, CSS pixels, as `styles/tokens.css` has it for each size of text.
fn root_em(size: TextSize) -> f64 {
    match size {
        TextSize::Normal => 17.0,
        TextSize::Large => 20.0,
        TextSize::Larger => 24.0,
    }
}

/// Draws a row when it comes into sight.
struct Rows {
    app: App,
    items: Rc<Items>,
    /// Visits with an edit that the server refused.
    refused: BTreeSet<VisitId>,
}

impl Rows {
    fn row(&self, item: &Item) -> Html {
        let text = &self.app.model.text;
        let (state, state_text) = self.state(item);
        let href = match item.stage {
            Stage::Open if self.is_mine(item) => Route::Record((*item.school).clone(), item.visit).address(),
            Stage::Open | Stage::Finished | Stage::Discarded => {
                Route::Visit((*item.school).clone(), item.visit).address()
            }
        };
        html! {
            <VisitRow
                {href}
                date={self.date(item)}
                time={item.minute.map_or_else(|| text.get("visits-no-time"), minute_of_day)}
                title={self.title(item)}
                sub={self.sub(item)}
                {state}
                {state_text}
            />
        }
    }

    /// With its year where that is not this one.
    fn date(&self, item: &Item) -> String {
        let (text, date) = (&self.app.model.text, date_of_day(i64::from(item.day)));
        if date.year() == self.app.model.today().year() { text.date(date) } else { text.full_date(date) }
    }

    fn state(&self, item: &Item) -> (VisitRowState, String) {
        let text = &self.app.model.text;
        if self.refused.contains(&item.visit) {
            return (VisitRowState::Trouble, text.get("visits-state-refused"));
        }
        let waiting = self.app.model.waiting.contains_key(&item.visit);
        match item.stage {
            Stage::Open => (VisitRowState::Open, text.get("visits-state-open")),
            Stage::Discarded => (VisitRowState::Discarded, text.get("visits-state-discarded")),
            Stage::Finished if waiting => (VisitRowState::Waiting, text.get("visits-state-waiting")),
            Stage::Finished if item.nothing => (VisitRowState::Done, text.get("visits-state-nothing")),
            Stage::Finished => (VisitRowState::Done, String::new()),
        }
    }

    /// "Room 204 · Mathematics".
    fn title(&self, item: &Item) -> String {
        let subject = item.subject.map(|subject| self.items.name(subject));
        [Some(self.items.name(item.room)), subject].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// "R. Okafor · Grade 4 · 7 min · seen by M. Ruiz", and the school where there are several.
    fn sub(&self, item: &Item) -> String {
        let text = &self.app.model.text;
        let mut parts = Vec::new();
        parts.extend(item.lead.map(|lead| self.items.name(lead).to_owned()));
        parts.extend(item.grade.map(|of| grade(text, of)));
        if item.watched >= 60 {
            parts.push(text.with("visits-minutes", [("n", (item.watched / 60).into())]));
        }
        parts.push(text.with("visits-by", [("name", self.items.name(item.observer).into())]));
        parts.extend(self.school(item));
        parts.join(" · ")
    }

    fn school(&self, item: &Item) -> Option<String> {
        let mine = self.app.model.me.as_ref().is_some_and(|me| me.schools.len() == 1);
        let district = self.app.model.documents.district.as_ref().filter(|_| !mine)?;
        district.school(&item.school).map(|school| school.name.clone())
    }

    fn is_mine(&self, item: &Item) -> bool {
        let observer = self.app.model.visit(item.visit).map(|open| &open.visit.begin.observer);
        observer.zip(self.app.model.me.as_ref()).is_some_and(|(observer, me)| *observer == me.account)
    }
}
