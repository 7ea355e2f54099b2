use domain::import::{DateOrder, ImportReport, Strangers};
use yew::prelude::*;

use super::{Page, words};
use crate::components::{Banner, BannerKind, Button, ButtonKind, ButtonLink, Column, DataTable, Panel};
use crate::route::Route;
use crate::state::{ImportStep, VisitFilter};

impl Page<'_> {
    /// What would happen, or what has.
    pub(super) fn outcome(&self) -> Html {
        let text = self.text;
        if let Some(report) = &self.now.stored {
            return html! {
                <>
                    <Banner kind={BannerKind::Info} title={text.with("import-stored", [("n", report.new.into())])}>
                        { text.get("import-stored-text") }
                    </Banner>
                    <div class="cluster">
                        <ButtonLink href={Route::Visits(VisitFilter::default()).address()}>
                            { text.get("import-to-visits") }
                        </ButtonLink>
                    </div>
                    if report.refused_rows > 0 {
                        <Panel id="import-outcome" title={text.get("import-left-out")}>{ self.refused(report) }</Panel>
                    }
                </>
            };
        }
        let Some(report) = &self.now.tried else { return Html::default() };
        html! {
            <Panel id="import-outcome" title={text.get("import-outcome")}>
                <ul class="stack">{ for self.lines(report).into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
                if !report.unmeant.is_empty() {
                    <p class="strong">{ text.get("import-unmeant") }</p>
                }
                { self.refused(report) }
                <div class="cluster">
                    <Button
                        kind={ButtonKind::Primary}
                        disabled={report.new == 0 || self.now.busy.is_some()}
                        on_press={self.on(|()| ImportStep::Store)}
                    >{ text.with("import-store", [("n", report.new.into())]) }</Button>
                    <span class="muted">{ text.get("import-store-note") }</span>
                </div>
            </Panel>
        }
    }

    fn lines(&self, report: &ImportReport) -> Vec<String> {
        let text = self.text;
        let counted = |id: &str, n: u32| (n > 0).then(|| text.with(id, [("n", n.into())]));
        let mut lines = vec![text.with("import-new", [("n", report.new.into())])];
        let counts = [
            counted("import-already", report.already),
            counted("import-changed", report.changed_rows),
            counted("import-refused", report.refused_rows),
            counted("import-elsewhere", report.elsewhere),
        ];
        lines.extend(counts.into_iter().flatten());
        lines.extend(report.date_order.map(|order| match order {
            DateOrder::MonthFirst => text.get("import-read-month-first"),
            DateOrder::DayFirst => text.get("import-read-day-first"),
        }));
        let Strangers { classrooms, teachers, observers, grades, untimed, unwatched } = &report.strangers;
        let named = [
            ("import-strange-classrooms", classrooms),
            ("import-strange-teachers", teachers),
            ("import-strange-observers", observers),
            ("import-strange-grades", grades),
        ];
        let named = named.into_iter().filter(|(_, names)| !names.is_empty());
        lines.extend(named.map(|(id, names)| {
            let mut listed = names.keys().take(MOST_NAMED).cloned().collect::<Vec<_>>().join(", ");
            if names.len() > MOST_NAMED {
                listed.push_str(" …");
            }
            text.with(id, [("n", names.len().into()), ("names", listed.into())])
        }));
        let silent = [counted("import-untimed", *untimed), counted("import-unwatched", *unwatched)];
        lines.extend(silent.into_iter().flatten());
        lines
    }

    /// The rows that make no visit, and why.
    fn refused(&self, report: &ImportReport) -> Html {
        let text = self.text;
        if report.refused.is_empty() {
            return Html::default();
        }
        let columns = vec![
            Column { label: text.get("import-column-row").into(), numeric: false },
            Column { label: text.get("import-column-column").into(), numeric: false },
            Column { label: text.get("import-column-why").into(), numeric: false },
        ];
        let row = |refused: &domain::import::Refused| {
            vec![
                html! { { refused.row } },
                html! { { refused.column.clone().unwrap_or_else(|| text.get("compare-no-number")) } },
                html! { { words::reason(text, &refused.reason) } },
            ]
        };
        let rows: Vec<_> = report.refused.iter().take(MOST_ROWS).map(row).collect();
        let more = report.refused.len().saturating_sub(MOST_ROWS);
        html! {
            <>
                <DataTable caption={text.get("import-refused-caption")} {columns} {rows} />
                if more > 0 {
                    <p class="muted">{ text.with("import-refused-more", [("n", more.into())]) }</p>
                }
            </>
        }
    }
}

/// More names than this are not listed.
const MOST_NAMED: usize = 12;
/// More refused rows than this are not drawn: with that many, it is the mapping that is wrong.
const MOST_ROWS: usize = 100;
