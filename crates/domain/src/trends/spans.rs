use serde::{Deserialize, Serialize};

use crate::compare::Seat;
use crate::district::Calendar;
use crate::stats::trend::{Period, Thirds};
use crate::time::{Date, date_of_day, day_number};

/// A week, a month or a term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// First local date.
    pub from: Date,
    /// Last local date.
    pub to: Date,
    /// What people call it: terms have names.
    pub name: Option<String>,
    /// Visits of the selection in which there was something to observe.
    pub visits: u32,
}

/// The spans from the first visit of a selection to the last, those without visits included.
pub(super) struct Spans {
    pub(super) all: Vec<Span>,
    /// Visits before the first term, which lie in no span.
    pub(super) outside: u32,
    first_day: i32,
    /// By days after the first, the position of the span.
    of_day: Vec<Option<usize>>,
    /// By span: in the first third, the last, or neither.
    parts: Vec<Option<usize>>,
}

/// The first third of the spans with visits, and the last.
pub(super) const PARTS: usize = 2;
const FIRST: usize = 0;
const LAST: usize = 1;

impl Spans {
    /// `days` has the day number of every visit. Holidays belong to the term before them.
    pub(super) fn of(days: &[i32], period: Period, calendar: &Calendar) -> Self {
        let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) else {
            return Self { all: Vec::new(), outside: 0, first_day: 0, of_day: Vec::new(), parts: Vec::new() };
        };
        let ends = (date_of_day((*first).into()), date_of_day((*last).into()));
        let all = match period {
            Period::Week => regular(ends, |day| (day.monday(), day.monday().plus_days(6))),
            Period::Month => regular(ends, Date::whole_month),
            Period::Term => terms(ends, calendar),
        };
        let of_day = spread(&all, *first, *last);
        let mut spans = Self { all, outside: 0, first_day: *first, of_day, parts: Vec::new() };
        spans.count(days);
        spans
    }

    fn count(&mut self, days: &[i32]) {
        for day in days {
            let found = self.at(*day).and_then(|at| self.all.get_mut(at));
            match found {
                Some(span) => span.visits += 1,
                None => self.outside += 1,
            }
        }
        self.parts = parts(&self.all);
    }

    /// The span that a day lies in, and the third.
    pub(super) fn seat(&self, day: i32) -> Seat {
        let span = self.at(day);
        Seat { part: span.and_then(|span| self.parts.get(span).copied().flatten()), span }
    }

    fn at(&self, day: i32) -> Option<usize> {
        let after = usize::try_from(day.checked_sub(self.first_day)?).ok()?;
        self.of_day.get(after).copied().flatten()
    }

    /// Whether there are thirds to hold against each other.
    pub(super) fn has_thirds(&self) -> bool {
        self.parts.contains(&Some(LAST))
    }
}

/// Spans that follow each other without a gap; `whole` gives the one that a day lies in.
fn regular((first, last): (Date, Date), whole: impl Fn(Date) -> (Date, Date)) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut day = first;
    loop {
        let (from, to) = whole(day);
        spans.push(Span { from, to, name: None, visits: 0 });
        let next = to.plus_days(1);
        if to >= last || next <= to {
            return spans;
        }
        day = next;
    }
}

/// The terms from the one that the first visit lies in to the last visit's.
fn terms((first, last): (Date, Date), calendar: &Calendar) -> Vec<Span> {
    let nexts = calendar.terms.iter().skip(1).map(|term| Some(term.first_day)).chain([None]);
    let among = |(term, next): &(&crate::district::Term, Option<Date>)| {
        term.first_day <= last && next.is_none_or(|next| next > first)
    };
    let span = |(term, _): (&crate::district::Term, _)| Span {
        from: term.first_day,
        to: term.last_day,
        name: Some(term.name.clone()),
        visits: 0,
    };
    calendar.terms.iter().zip(nexts).filter(among).map(span).collect()
}

/// By days after `first`: the last span that has begun.
fn spread(spans: &[Span], first: i32, last: i32) -> Vec<Option<usize>> {
    let starts: Vec<i32> = spans.iter().map(|span| day_number(span.from)).collect();
    let begun = |day: i32| starts.iter().rposition(|start| *start <= day);
    (first..=last).map(begun).collect()
}

fn parts(spans: &[Span]) -> Vec<Option<usize>> {
    let visited = spans.iter().filter(|span| span.visits > 0).count();
    let Some(thirds) = Thirds::of(visited) else {
        return vec![None; spans.len()];
    };
    let mut number = 0;
    let part = |span: &Span| {
        let part = match number {
            at if span.visits > 0 && thirds.first.contains(&at) => Some(FIRST),
            at if span.visits > 0 && thirds.last.contains(&at) => Some(LAST),
            _ => None,
        };
        number += usize::from(span.visits > 0);
        part
    };
    spans.iter().map(part).collect()
}
