use domain::coverage::{Balance, Dimension, Report};
use yew::prelude::*;

use super::Page;
use crate::components::{Column, DataTable};
use crate::pages::sampling;

impl Page<'_> {
    /// Where the visits lean so far that they may mislead, and how.
    pub(super) fn leans(&self, report: &Report) -> Html {
        let text = &self.app.model.text;
        let found: Vec<_> = report.balances.iter().flat_map(Balance::leans).collect();
        html! {
            <section class="section" aria-labelledby="coverage-leans">
                <h2 id="coverage-leans">{ text.get("coverage-leans") }</h2>
                if found.is_empty() {
                    <p>{ text.get("coverage-leans-none") }</p>
                } else {
                    <ul class="stack">{ for found.iter().map(|lean| html! { <li>{ sampling::lean(text, &self.held.documents, lean) }</li> }) }</ul>
                    <p class="muted small">{ text.get("coverage-leans-foot") }</p>
                }
            </section>
        }
    }

    /// Every dimension as a table.
    pub(super) fn balances(&self, report: &Report) -> Html {
        let text = &self.app.model.text;
        html! {
            <section class="section" aria-labelledby="coverage-balance">
                <h2 id="coverage-balance">{ text.get("coverage-balance") }</h2>
                <div class="grid" data-size="wide">{ for report.balances.iter().map(|balance| self.balance(balance)) }</div>
            </section>
        }
    }

    fn balance(&self, balance: &Balance) -> Html {
        let text = &self.app.model.text;
        let name = match balance.dimension {
            Dimension::TimeOfDay => "coverage-by-time",
            Dimension::Weekday => "coverage-by-weekday",
            Dimension::Segment => "coverage-by-segment",
            Dimension::Subject => "coverage-by-subject",
            Dimension::Teacher => "coverage-by-teacher",
        };
        let number = |id: &str| Column { label: text.get(id).into(), numeric: true };
        let columns = vec![
            Column { label: text.get("coverage-column-part").into(), numeric: false },
            number("coverage-column-visits"),
            number("coverage-column-share"),
            number("coverage-column-even"),
        ];
        let rows = balance.parts.iter().map(|part| {
            let share = balance.share(part).map(|share| text.percent(share));
            vec![
                html! { { sampling::part(text, &self.held.documents, &part.key) } },
                html! { { part.visits } },
                html! { { share.unwrap_or_else(|| text.get("compare-no-number")) } },
                html! { { text.percent(part.even) } },
            ]
        });
        html! {
            <div class="stack">
                <DataTable caption={text.get(name)} {columns} rows={rows.collect::<Vec<_>>()} />
                if balance.untimed > 0 {
                    <p class="muted small">{ text.with("coverage-untimed", [("n", balance.untimed.into())]) }</p>
                }
            </div>
        }
    }
}
