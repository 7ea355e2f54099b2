use domain::coverage::{Balance, Dimension, Key, Lean, Report};
use domain::framework::Segment;
use yew::prelude::*;

use super::Page;
use super::rooms::time_of_day;
use crate::components::{Column, DataTable};

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
                    <ul class="stack">{ for found.iter().map(|lean| html! { <li>{ self.lean(lean) }</li> }) }</ul>
                    <p class="muted small">{ text.get("coverage-leans-foot") }</p>
                }
            </section>
        }
    }

    fn lean(&self, lean: &Lean<'_>) -> String {
        let text = &self.app.model.text;
        let words = [
            ("part", self.part(&lean.part.key).into()),
            ("share", text.percent(lean.share).into()),
            ("even", text.percent(lean.part.even).into()),
        ];
        let words_for = match lean.more {
            true => "coverage-lean-more",
            false if lean.part.visits == 0 => "coverage-lean-none",
            false => "coverage-lean-fewer",
        };
        text.with(words_for, words)
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
                html! { { self.part(&part.key) } },
                html! { { part.visits } },
                html! { { share.unwrap_or_else(|| text.get("compare-no-number")) } },
                html! { { text.percent(part.even) } },
            ]
        });
        html! { <DataTable caption={text.get(name)} {columns} rows={rows.collect::<Vec<_>>()} /> }
    }

    fn part(&self, key: &Key) -> String {
        let text = &self.app.model.text;
        match key {
            Key::TimeOfDay(time) => time_of_day(text, *time),
            Key::Weekday(day) => text.get(&format!("coverage-weekday-{day}")),
            Key::Segment(Segment::Opening) => text.get("coverage-opening"),
            Key::Segment(Segment::Middle) => text.get("coverage-middle"),
            Key::Segment(Segment::Closing) => text.get("coverage-closing"),
            Key::Subject(subject) => subject.to_string(),
            Key::Teacher(id) => {
                let rosters = self.held.documents.rosters.values();
                let known = rosters.filter_map(|roster| roster.teacher(id)).next();
                known.map_or_else(|| id.to_string(), |teacher| teacher.name.clone())
            }
        }
    }
}
