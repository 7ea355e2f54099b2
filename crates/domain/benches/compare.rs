//! How long Compare and Trends take, on one core: `cargo bench -p throughline-domain`.
//!
//! The budgets (design.md, "Budgets"): 10,000 visits on a tablet slowed down four times in under 50 ms, and 150,000
//! visits on the server in under 50 ms at the 95th percentile. The district is made up here, from a seed, without a
//! pattern to find: what is measured is the counting.

#[path = "compare/made_up.rs"]
mod made_up;

use std::hint::black_box;
use std::time::{Duration, Instant};

use domain::compare::{Drill, Selection, compare, select};
use domain::coverage::balances;
use domain::stats::trend::Period;
use domain::time::Date;
use domain::trends::{Over, trends};
use domain::visit::Outcome;
use made_up::{MadeUp, Size};

const RUNS: usize = 60;

fn main() {
    let tablet = MadeUp::new(Size { schools: 8, visits: 10_000, strands: 4 });
    measure("tablet", &tablet);
    let server = MadeUp::new(Size { schools: 100, visits: 150_000, strands: 11 });
    measure("server", &server);
}

fn measure(name: &str, district: &MadeUp) {
    let ground = district.ground();
    let today: Date = made_up::LAST_DAY;
    let everything = Selection::default();
    let narrowed = Selection {
        subject: Some("subject-1".into()),
        from: Some(domain::time::date(2026, 10, 12)),
        ..Selection::default()
    };
    let drilled = Selection {
        drill: Some(Drill { look_for: "look-for-3".into(), version: None, outcome: Some(Outcome::NotShown) }),
        ..Selection::default()
    };
    println!(
        "{name}: {} visits x {} look-fors in {} packs",
        district.visits(),
        district.framework().look_fors().count(),
        ground.packs.len()
    );
    time("compare, everything", || compare(&ground, &everything, today));
    time("compare, a subject from a day on", || compare(&ground, &narrowed, today));
    let weekly = Over { period: Period::Week, start: None };
    time("trends, everything, by week", || trends(&ground, &everything, weekly, today));
    time("trends, a subject, by week", || trends(&ground, &narrowed, weekly, today));
    time("balances, everything", || balances(&ground, &everything));
    time("select, drill-down", || select(&ground, &drilled).count());
}

fn time<T>(what: &str, mut work: impl FnMut() -> T) {
    black_box(work());
    let before = on_cpu();
    let mut took: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed()
        })
        .collect();
    let on_cpu = on_cpu().saturating_sub(before).as_secs_f64() * 1e3 / RUNS as f64;
    took.sort();
    let at = |percent: usize| took[(RUNS - 1) * percent / 100].as_secs_f64() * 1e3;
    println!(
        "  {what:<34} best {:7.2} ms   p50 {:7.2} ms   p95 {:7.2} ms   mean on the processor {on_cpu:7.2} ms",
        at(0),
        at(50),
        at(95),
    );
}

/// Time that this thread has spent on a processor: what a run costs when the machine is busy with something else.
/// Nothing where the system does not say.
fn on_cpu() -> Duration {
    let nanoseconds = std::fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|line| line.split(' ').next()?.parse().ok());
    nanoseconds.map_or(Duration::ZERO, Duration::from_nanos)
}
