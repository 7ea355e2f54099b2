use domain::compare::{Comparison, ComparisonRow, Drill, Order, Selection};
use domain::expectation::Direction;
use domain::stats::Share;
use yew::prelude::*;

use super::details::Details;
use super::{Page, Unit, table, words};
use crate::components::{Band, BandMark, CompareAxis, CompareRow, Direction as Side};
use crate::pages::held::Held;
use crate::route::Route;
use crate::state::VisitFilter;
use crate::text::Text;

impl Page<'_> {
    /// The rows, as charts or as a table.
    pub(super) fn numbers(&self, comparison: &Comparison) -> Html {
        let text = &self.app.model.text;
        let rows = comparison.sorted(self.props.view.order);
        if self.props.view.table {
            return table::table(text, &rows);
        }
        let axis = [0.0, 0.5, 1.0].map(|at| AttrValue::from(text.percent(at)));
        html! {
            <>
                <CompareAxis marks={axis.to_vec()} />
                { match self.props.view.order {
                    Order::Strand => self.by_strand(comparison, &rows),
                    Order::LargestGap => html! {
                        <>
                            <h2 class="visually-hidden">{ text.get("compare-order-gap") }</h2>
                            { self.list(comparison, &rows) }
                        </>
                    },
                } }
            </>
        }
    }

    fn by_strand(&self, comparison: &Comparison, rows: &[&ComparisonRow]) -> Html {
        rows.chunk_by(|one, next| one.strand == next.strand)
            .filter_map(|rows| Some((rows.first()?, rows)))
            .map(|(first, rows)| {
                let heading = format!("strand-{}", first.strand);
                html! {
                    <section key={heading.clone()} class="section" aria-labelledby={heading.clone()}>
                        <h2 id={heading}>{ &first.strand_name }</h2>
                        { self.list(comparison, rows) }
                    </section>
                }
            })
            .collect()
    }

    fn list(&self, comparison: &Comparison, rows: &[&ComparisonRow]) -> Html {
        html! { <div class="compare-list">{ for rows.iter().map(|row| self.row(comparison, row)) }</div> }
    }

    fn row(&self, comparison: &Comparison, row: &ComparisonRow) -> Html {
        // The server's visits are not on this tablet: a link to them would open on an empty list.
        let visits = (!self.answer.asked).then(|| self.props.selection.clone());
        chart_row(&self.app.model.text, comparison, row, self.held, visits)
    }
}

/// One look-for, observed against expected: verdict, chart, and where the numbers come from. `visits` is the selection
/// whose visits are on this tablet.
pub(crate) fn chart_row(
    text: &Text,
    comparison: &Comparison,
    row: &ComparisonRow,
    held: &Held,
    visits: Option<Selection>,
) -> Html {
    let href = visits.as_ref().map(|selection| AttrValue::from(to_visits(selection, row.drill(None))));
    html! {
        <CompareRow
            key={format!("{}-{}", row.look_for.id, row.version)}
            shape={words::shape(row.standing)}
            word={words::standing(text, row)}
            gap={words::gap(text, row)}
            title={row.look_for.text.clone()}
            note={words::note(text, row)}
            {href}
        >
            { band(text, comparison, row) }
            <Details text={text.clone()} row={row.clone()} held={held.clone()} {visits} />
        </CompareRow>
    }
}

/// The list of visits behind a row.
pub(crate) fn to_visits(selection: &Selection, drill: Drill) -> String {
    let selection = Selection { drill: Some(drill), ..selection.clone() };
    Route::Visits(VisitFilter { selection, ..VisitFilter::default() }).address()
}

/// Observed against expected on a scale of its own unit, which is said under it when it is not a share.
pub(crate) fn band(text: &Text, comparison: &Comparison, row: &ComparisonRow) -> Html {
    let unit = Unit::of(row);
    let expected = row.expected();
    let interval = row.estimate.map(|estimate| (estimate.interval().low(), estimate.interval().high()));
    let margin =
        expected.zip(Share::new(comparison.margin).ok()).map_or(0.0, |(expected, margin)| expected.closeness(margin));
    let level = expected.map(|expected| expected.level());
    let ends = [row.observed, interval.map(|(_, high)| high), level.map(|level| level + margin)];
    let top = unit.top(ends.into_iter().flatten());
    let mark = |value: f64, words: String| BandMark { at: value / top, text: words.into() };
    let side = match words::direction(row) {
        Direction::AtLeast => Side::AtLeast,
        Direction::AtMost => Side::AtMost,
    };
    html! {
        <>
            <Band
                shape={words::shape(row.standing)}
                label={spoken(text, row)}
                interval={interval.map(|(low, high)| (low / top, high / top))}
                point={row.observed.map(|value| mark(value, unit.level(text, value)))}
                expectation={level.map(|level| mark(level, over_the_line(text, unit, side, level)))}
                margin={margin / top}
                direction={side}
            />
            if unit == Unit::PerTenMinutes {
                <p class="small muted number" aria-hidden="true">
                    { text.with("compare-scale", [("top", unit.value(text, top).into())]) }
                </p>
            }
        </>
    }
}

fn over_the_line(text: &Text, unit: Unit, side: Side, level: f64) -> String {
    let level = unit.level(text, level);
    match side {
        Side::AtLeast => level,
        Side::AtMost => text.with("compare-at-most", [("level", level.into())]),
    }
}

/// The whole chart in one sentence.
pub(super) fn spoken(text: &Text, row: &ComparisonRow) -> String {
    let observed = words::estimate(text, row).unwrap_or_else(|| text.get("compare-nobody-looked"));
    match &row.expectation {
        Some(expectation) => {
            let level = words::expected_level(text, &row.look_for.kind, expectation);
            text.with("compare-spoken", [("observed", observed.into()), ("level", level.into())])
        }
        None => observed,
    }
}
