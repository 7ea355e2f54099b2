use serde::{Deserialize, Serialize};

use super::spans::{PARTS, Spans};
use super::trend::Series;
use super::{Span, Trend};
use crate::compare::{Asked, Ground, Layout, Selection};
use crate::id::DocumentHash;
use crate::stats::Share;
use crate::stats::trend::{ByChance, Period, signals_by_chance};
use crate::time::{Date, date_of_day};

/// How a selection is laid out over time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Over {
    /// What a point covers.
    pub period: Period,
    /// Something starts on this day, such as a plan: limits rest on what was before. `None` where nothing did.
    #[serde(default)]
    pub start: Option<Date>,
}

/// What a selection of visits says about every look-for over time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Trends {
    /// Visits in which there was something to observe.
    pub visits: u32,
    /// Of those, the ones that lie in no term: before the first one that the calendar has.
    pub outside: u32,
    /// The local dates of the first and the last visit; `None` without visits.
    pub dates: Option<(Date, Date)>,
    /// From the first visit to the last, in the order of time.
    pub spans: Vec<Span>,
    /// Framework versions that took effect in between.
    pub versions: Vec<VersionStart>,
    /// How far off still counts as close.
    pub margin: f64,
    /// One a look-for, in reading order.
    pub rows: Vec<Trend>,
}

/// A framework version that took effect while visits were made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionStart {
    /// Which one.
    pub version: DocumentHash,
    /// As the district counts them.
    pub number: u32,
    /// Its first local date.
    pub from: Date,
}

/// Lays the visits of a selection out over time and says what each look-for's series tells.
#[must_use]
pub fn trends(ground: &Ground<'_>, selection: &Selection, over: Over, today: Date) -> Trends {
    let asked = Asked::of(ground, selection, today);
    let days = asked.days();
    let spans = Spans::of(&days, over.period, &ground.district.calendar);
    let layout = Layout { parts: PARTS, spans: spans.all.len() };
    let counted = asked.count(layout, |row| spans.seat(row.day()));
    let bar = asked.bar(&counted);
    let comparison = asked.comparison(&counted, &bar);
    let series = Series {
        spans: &spans,
        bar: &bar,
        period: over.period,
        baseline: spans.all.iter().filter(|span| over.start.is_none_or(|start| span.to < start)).count(),
        person: selection.is_of_one_person(),
    };
    let rows = asked.rows.iter().zip(comparison.rows).zip(&counted.rows);
    let (first, last) = (days.iter().min(), days.iter().max());
    Trends {
        visits: comparison.visits,
        outside: spans.outside,
        dates: first.zip(last).map(|(first, last)| (date_of_day((*first).into()), date_of_day((*last).into()))),
        versions: starts(&asked, &spans.all),
        margin: comparison.margin,
        rows: rows.map(|((planned, row), seen)| series.trend(planned, row, seen)).collect(),
        spans: spans.all,
    }
}

/// How many of these charts signal, on average, if nothing has changed in any of them.
#[must_use]
pub fn by_chance<'a>(trends: impl IntoIterator<Item = &'a Trend>) -> ByChance {
    let chances: Vec<Share> = trends.into_iter().map(|trend| trend.by_chance).collect();
    signals_by_chance(&chances)
}

/// The versions in use that took effect after the first day shown, in the order of time.
fn starts(asked: &Asked<'_>, spans: &[Span]) -> Vec<VersionStart> {
    let (Some(first), Some(last)) = (spans.first(), spans.last()) else { return Vec::new() };
    let start = |(version, framework): (&DocumentHash, &&crate::framework::Framework)| VersionStart {
        version: *version,
        number: framework.version,
        from: framework.effective,
    };
    let mut starts: Vec<_> = asked.versions.iter().map(start).collect();
    starts.retain(|start| first.to < start.from && start.from <= last.to);
    starts.sort_by_key(|start| (start.from, start.number));
    starts
}
