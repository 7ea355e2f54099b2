//! Trends: how often each look-for was seen from week to week, month to month or term to term, over any selection of
//! visits, and what of that is more than chance.
//!
//! Like [`compare`](crate::compare) it reads fact packs and nothing else, so the tablet and the server give the same
//! answer:
//!
//! 1. [`trends`] lays the selection's visits out over [`Span`]s of time and counts them span by span;
//! 2. each look-for gets its [`Trend`]: its points, the [`Line`] that its data can carry, what it signals, which way it
//!    goes, and the same [`ComparisonRow`](crate::compare::ComparisonRow) over the whole time that Compare would show;
//! 3. [`by_chance`] says how many of the charts on a page would signal if nothing had changed.

mod answer;

mod spans;
mod trend;

pub use answer::{Over, Trends, VersionStart, by_chance, trends};
pub use spans::Span;
pub use trend::{ExpectedStep, Line, NoLimits, Trend, TrendPoint};
