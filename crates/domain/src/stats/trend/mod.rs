//! What a series of weeks, months or terms says: whether it moved by more than chance, and which way.
//!
//! [`RunChart`] looks only at the order of points around their median, which thin data allow too.
//! [`run_signal_by_chance`] and [`signals_by_chance`] say how many charts would signal if nothing had changed.

mod run_chart;

mod by_chance;
mod runs;
mod signal;

pub use by_chance::{
    ByChance, MOST_POINTS, run_signal_by_chance, run_signal_by_chance_about_fixed_line, signals_by_chance,
};
pub use run_chart::RunChart;
pub use runs::{MINIMUM_USEFUL, Runs, fewest_crossings, longest_run};
pub use signal::Signal;
