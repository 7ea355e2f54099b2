//! What a series of weeks, months or terms says: whether it moved by more than chance, and which way.
//!
//! [`Chart::of`] picks the chart that the data can carry: a [`RunChart`] looks only at the order of points around their
//! median, which thin data allow too; a [`LaneyChart`] sets limits from a baseline. [`run_signal_by_chance`] and
//! [`signals_by_chance`] say how many charts would signal if nothing had changed. [`change_over`] measures the change from
//! first to last, and [`Course::of`] names it.

mod chart;

mod laney;
mod run_chart;
mod too_thin;

mod change;
mod course;

mod by_chance;
mod runs;
mod signal;

mod period;
mod point;

pub use by_chance::{
    ByChance, MOST_POINTS, run_signal_by_chance, run_signal_by_chance_about_fixed_line, signals_by_chance,
};
pub use change::change_over;
pub use chart::Chart;
pub use course::{Course, Thirds};
pub use laney::{LaneyChart, LimitedPoint, MINIMUM_BASELINE, MINIMUM_COUNT};
pub use period::Period;
pub use point::Point;
pub use run_chart::RunChart;
pub use runs::{MINIMUM_USEFUL, Runs, fewest_crossings, longest_run};
pub use signal::{Side, Signal};
pub use too_thin::TooThin;
