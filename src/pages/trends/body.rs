use domain::compare::Selection;
use domain::trends::{Trend, Trends};
use yew::prelude::*;

use super::Page;
use super::card::Card;
use crate::components::{Button, ButtonKind, EmptyState, Skeleton};
use crate::pages::compare::{failed, no_framework, no_visits};
use crate::route::{Route, Shown, TrendsView};
use crate::state::{Command, Question};

impl Page<'_> {
    /// The charts, or what stands in for them and what to do about it.
    pub(super) fn body(&self) -> Html {
        let text = &self.app.model.text;
        if self.held.documents.frameworks.is_empty() || self.held.documents.district.is_none() {
            return no_framework(text);
        }
        let question = || Question::Trends(self.props.selection.clone(), self.props.view.over());
        let failure = self.reply.failure.map(|failure| failed(self.app, question(), failure));
        match self.reply.told.as_deref() {
            None if failure.is_some() => html! { { for failure } },
            None => html! { <Skeleton label={text.get("trends-loading")} rows=4 /> },
            Some(trends) => html! {
                <>
                    { for failure }
                    if !self.reply.current {
                        <p class="muted" role="status">
                            { text.get(if self.reply.failure.is_some() { "compare-earlier" } else { "compare-asking" }) }
                        </p>
                    }
                    { self.charts(trends) }
                </>
            },
        }
    }

    /// The look-fors to draw, with their places among the rows.
    pub(super) fn shown<'t>(&self, trends: &'t Trends) -> Vec<(usize, &'t Trend)> {
        let focus = self.held.documents.focus(&self.props.selection.area(), self.app.model.today());
        let strand = self.props.selection.strand.is_some();
        let meant = |trend: &Trend| match &self.props.view.show {
            Shown::Focus => strand || focus.contains(&trend.row.look_for.id),
            Shown::All => true,
            Shown::One(look_for) => trend.row.look_for.id == *look_for,
        };
        trends.rows.iter().enumerate().filter(|(_, trend)| meant(trend)).collect()
    }

    fn charts(&self, trends: &Trends) -> Html {
        let text = &self.app.model.text;
        if trends.visits == 0 {
            return self.nothing();
        }
        let shown = self.shown(trends);
        if shown.is_empty() {
            let all = self.to(TrendsView { show: Shown::All, ..self.props.view.clone() });
            let actions = html! {
                <Button kind={ButtonKind::Primary} on_press={all}>{ text.get("trends-show-all") }</Button>
            };
            return html! {
                <EmptyState title={text.get("trends-no-focus-title")} text={text.get("trends-no-focus-text")} {actions} />
            };
        }
        let Some(told) = &self.reply.told else { return Html::default() };
        let visits = (!self.reply.asked).then(|| self.props.selection.clone());
        let cards = shown.into_iter().map(|(at, trend)| {
            html! {
                <Card
                    key={format!("{}-{}", trend.row.look_for.id, trend.row.version)}
                    text={text.clone()}
                    trends={std::rc::Rc::clone(told)}
                    {at}
                    view={self.props.view.clone()}
                    selection={self.props.selection.clone()}
                    visits={visits.is_some()}
                    today={self.app.model.today()}
                    send={self.app.send.clone()}
                />
            }
        });
        html! { <div class="trend-list">{ for cards }</div> }
    }

    /// No visits at all, or none that the filters leave.
    fn nothing(&self) -> Html {
        let (app, view) = (self.app, self.props.view.clone());
        let text = &app.model.text;
        if !self.reply.asked && self.held.visits() == 0 {
            return no_visits(text);
        }
        let clear = app.on(move |()| Command::Go(Route::Trends(Selection::default(), view.clone())));
        let actions = html! {
            <Button kind={ButtonKind::Primary} on_press={clear}>{ text.get("narrow-clear") }</Button>
        };
        html! { <EmptyState title={text.get("compare-none-title")} text={text.get("compare-none-text")} {actions} /> }
    }

    fn to(&self, view: TrendsView) -> Callback<()> {
        let selection = self.props.selection.clone();
        self.app.on(move |()| Command::Go(Route::Trends(selection.clone(), view.clone())))
    }
}
