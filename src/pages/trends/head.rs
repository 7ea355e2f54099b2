use domain::stats::trend::ByChance;
use domain::trends::by_chance;
use yew::prelude::*;

use super::Page;
use crate::components::{Button, Icon, PageHead};
use crate::pages::compare::{period, place};
use crate::pages::narrow::said;
use crate::pages::words;
use crate::state::Command;
use crate::text::Text;

impl Page<'_> {
    pub(super) fn head(&self) -> Html {
        let (app, text) = (self.app, &self.app.model.text);
        let actions = html! {
            <Button icon={Icon::Print} on_press={app.on(|()| Command::Print)}>{ text.get("compare-print") }</Button>
        };
        html! { <PageHead title={text.get("trends-title")} subtitle={self.subtitle()} {actions} /> }
    }

    /// "West network · 25 Aug – 20 Nov · 561 visits · of 7 charts, 1 would signal by chance".
    fn subtitle(&self) -> String {
        let (model, selection) = (&self.app.model, &self.props.selection);
        let (text, trends) = (&model.text, self.reply.told.as_deref().filter(|_| self.reply.current));
        let mut parts = vec![place(model, self.offered, selection)];
        parts.extend(period(text, selection, trends.and_then(|trends| trends.dates), model.today()));
        if let Some(trends) = trends {
            parts.push(text.with("trends-visits", [("n", trends.visits.into())]));
            let shown = self.shown(trends);
            let drawn = shown.iter().filter(|(_, trend)| trend.line.is_some()).count();
            if drawn > 0 {
                parts.push(chance(text, drawn, by_chance(shown.iter().map(|(_, trend)| *trend))));
            }
            if trends.outside > 0 {
                parts.push(text.with("trends-outside-terms", [("n", trends.outside.into())]));
            }
        }
        parts.extend(said(text, self.offered, selection));
        let synced = model.ledger.last_sync.filter(|_| !self.reply.asked);
        parts.extend(synced.map(|at| {
            let time = words::moment(text, at, model.now, model.offset);
            text.with("trends-as-of", [("time", time.into())])
        }));
        parts.join(" · ")
    }
}

/// How many of the charts would signal if nothing had changed.
fn chance(text: &Text, charts: usize, chance: ByChance) -> String {
    let n = charts.into();
    if chance.expected < 0.1 {
        text.with("trends-chance-none", [("n", n)])
    } else {
        text.with("trends-chance", [("n", n), ("expected", text.number(chance.expected).into())])
    }
}
