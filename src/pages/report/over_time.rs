use domain::framework::Autonomy;
use domain::trends::Trend;
use yew::prelude::*;

use super::school::Found;
use crate::pages::trends::{Said, chart};

/// The look-fors of this month's focus over time; without a focus, the non-negotiable ones.
pub(super) fn charts(found: &Found<'_>) -> Html {
    let text = found.text();
    let focus = found.held.documents.focus(&found.area, found.app.model.today());
    let meant = |trend: &&Trend| match &focus[..] {
        [] => trend.row.look_for.autonomy == Autonomy::NonNegotiable,
        focus => focus.contains(&trend.row.look_for.id),
    };
    let drawn: Vec<_> = found.trends.rows.iter().filter(meant).filter(|trend| !trend.points.is_empty()).collect();
    if drawn.is_empty() {
        return Html::default();
    }
    let title = text.get(if focus.is_empty() { "report-over-time" } else { "report-over-time-focus" });
    let figures = drawn.into_iter().map(|trend| one(found, trend));
    found.section(title, html! { <div class="trend-list">{ for figures }</div> })
}

fn one(found: &Found<'_>, trend: &Trend) -> Html {
    let today = found.app.model.today();
    let said = Said { text: found.text(), trends: found.trends, trend, view: found.view, today };
    let headline = said.headline();
    html! {
        <div class="panel trend-card">
            <h4 class="trend-card-title">{ &trend.row.look_for.text }</h4>
            <p class="trend-card-headline">
                <span class="trend-card-sign" aria-hidden="true">{ headline.sign }</span>
                { headline.words }
            </p>
            { chart(&said) }
            { for said.basis().map(|basis| html! { <p class="trend-card-note">{ basis }</p> }) }
        </div>
    }
}
