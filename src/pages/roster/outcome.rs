use domain::rostering::{Change, Counts, Part, RefusedRow, RosterReport, TAGGED_PERCENT};
use yew::prelude::*;

use super::{Page, words};
use crate::components::{Banner, BannerKind, Button, ButtonKind, Column, DataTable};
use crate::state::RosterStep;

/// More changes, and more refused rows, than this are not drawn.
const MOST_ROWS: usize = 100;

impl Page<'_> {
    /// What the files would change, or have changed.
    pub(super) fn outcome(&self) -> Html {
        let text = self.text;
        let Some(report) = &self.now.report else { return Html::default() };
        let title = text.get(if report.stored { "roster-stored-changes" } else { "roster-outcome" });
        html! {
            <>
                if report.stored {
                    <Banner kind={BannerKind::Info} title={text.get("roster-stored")}>{ text.get("roster-stored-text") }</Banner>
                }
                <section class="section" aria-labelledby="roster-outcome">
                    <h2 id="roster-outcome">{ title }</h2>
                    { for report.notes.iter().map(|note| {
                        let (kind, title, words) = words::note(*note);
                        html! { <Banner {kind} title={text.get(title)}>{ text.get(words) }</Banner> }
                    }) }
                    { self.counts(report) }
                    <ul class="stack">{ for self.lines(report).into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
                    if !report.stored {
                        { self.store(report) }
                    }
                    { self.refused(report) }
                    { self.changes(report) }
                </section>
            </>
        }
    }

    fn store(&self, report: &RosterReport) -> Html {
        let text = self.text;
        if !report.changes_anything() {
            return html! { <p class="strong">{ text.get("roster-same") }</p> };
        }
        let only_later = (!report.shows()).then(|| html! { <p>{ text.get("roster-later") }</p> });
        html! {
            <>
                { for only_later }
                <div class="cluster">
                    <Button
                        kind={ButtonKind::Primary}
                        disabled={self.now.busy.is_some()}
                        on_press={self.on(RosterStep::Store)}
                    >{ text.get("roster-store") }</Button>
                    <span class="muted">{ text.get("roster-store-note") }</span>
                </div>
            </>
        }
    }

    fn counts(&self, report: &RosterReport) -> Html {
        let text = self.text;
        let column = |id: &str, numeric| Column { label: text.get(id).into(), numeric };
        let columns = vec![
            column("roster-column-what", false),
            column("roster-schools", true),
            column("roster-teachers", true),
            column("roster-classes", true),
        ];
        let row = |id: &str, of: fn(Counts) -> u32| {
            let numbers = [report.schools, report.teachers, report.classes].map(of);
            let numbers = numbers.map(|n| html! { { text.number(f64::from(n)) } });
            std::iter::once(html! { { text.get(id) } }).chain(numbers).collect::<Vec<_>>()
        };
        let rows = vec![
            row("roster-column-added", |counts| counts.added),
            row("roster-column-changed", |counts| counts.changed),
            row("roster-column-gone", |counts| counts.gone),
            row("roster-column-same", |counts| counts.same),
        ];
        html! { <DataTable caption={text.with("roster-counts-caption", [("date", text.full_date(report.on).into())])} {columns} {rows} /> }
    }

    fn lines(&self, report: &RosterReport) -> Vec<String> {
        let text = self.text;
        let year = report.year.as_ref().map(|year| {
            let words = [
                ("first", text.full_date(year.first_day).into()),
                ("last", text.full_date(year.last_day).into()),
                ("n", year.terms.len().into()),
                ("terms", year.terms.join(", ").into()),
            ];
            text.with("roster-year", words)
        });
        let dropped = report.year.as_ref().map_or(0, |year| year.dropped);
        let dropped = (dropped > 0).then(|| text.with("roster-dropped", [("n", dropped.into())]));
        let students = (report.students > 0)
            .then(|| text.with("roster-counted", [("n", report.students.into()), ("percent", TAGGED_PERCENT.into())]));
        let over = (report.over > 0).then(|| text.with("roster-over-classes", [("n", report.over.into())]));
        [year, dropped, students, over].into_iter().flatten().collect()
    }

    /// The rows that are not taken, and why.
    fn refused(&self, report: &RosterReport) -> Html {
        let text = self.text;
        if report.refused.is_empty() {
            return Html::default();
        }
        let column = |id: &str| Column { label: text.get(id).into(), numeric: false };
        let columns = vec![
            column("roster-column-file"),
            column("import-column-row"),
            column("import-column-column"),
            column("import-column-why"),
        ];
        let row = |refused: &RefusedRow| {
            vec![
                html! { { &refused.file } },
                html! { { refused.row } },
                html! { { refused.column.clone().unwrap_or_else(|| text.get("compare-no-number")) } },
                html! { { words::fault(text, &refused.fault) } },
            ]
        };
        let rows: Vec<_> = report.refused.iter().take(MOST_ROWS).map(row).collect();
        let caption = text.with("roster-refused", [("n", report.refused_rows.into())]);
        html! {
            <>
                <DataTable {caption} {columns} {rows} />
                { self.more(usize::try_from(report.refused_rows).unwrap_or(usize::MAX)) }
            </>
        }
    }

    fn changes(&self, report: &RosterReport) -> Html {
        let text = self.text;
        if report.changes.is_empty() {
            return Html::default();
        }
        let column = |id: &str| Column { label: text.get(id).into(), numeric: false };
        let columns = vec![
            column("roster-column-name"),
            column("roster-column-kind"),
            column("narrow-school"),
            column("roster-column-what"),
        ];
        let row = |change: &Change| {
            vec![
                html! { { &change.name } },
                html! { { text.get(words::part(change.kind)) } },
                html! { { if change.kind == Part::School { text.get("compare-no-number") } else { change.school.clone() } } },
                html! { { words::what(text, change) } },
            ]
        };
        let rows: Vec<_> = report.changes.iter().take(MOST_ROWS).map(row).collect();
        let sum = |counts: Counts| counts.added + counts.changed + counts.gone;
        let all = sum(report.schools) + sum(report.teachers) + sum(report.classes);
        html! {
            <>
                <DataTable caption={text.get("roster-changes")} {columns} {rows} />
                { self.more(usize::try_from(all).unwrap_or(usize::MAX)) }
            </>
        }
    }

    fn more(&self, all: usize) -> Html {
        let more = all.saturating_sub(MOST_ROWS);
        if more == 0 {
            return Html::default();
        }
        html! { <p class="muted">{ self.text.with("roster-more", [("n", more.into())]) }</p> }
    }
}
