//! What `compare` says in words.

use domain::stats::{Share, Standing};

use super::Held;
use crate::cli::table::Grid;

/// Under the table.
pub(super) const LEGEND: &str = "\
Points short: expected less share, with its 95 % interval; negative is past what is expected.
Could show: the smallest gap, in points, that so many visits could show.
Visits for 20: visits that show a gap of 20 points with 80 % power.
Every visit counts as independent; several visits to one classroom make the intervals wider than these.";

/// A cell about which nothing can be said.
const NOTHING: &str = "-";

pub(super) fn grid() -> Grid {
    Grid::new(
        0,
        &[
            "look-for",
            "shown",
            "share",
            "95 % interval",
            "expected",
            "standing",
            "points short",
            "could show",
            "visits for 20",
        ],
    )
}

impl Held {
    pub(super) fn cells(&self) -> Vec<String> {
        let found = &self.found;
        let or_nothing = |text: Option<String>| text.unwrap_or_else(|| NOTHING.to_owned());
        vec![
            self.look_for.clone(),
            format!("{} of {}", self.shown, self.looked),
            or_nothing(found.share.map(|share| format!("{} %", points(share.point())))),
            or_nothing(
                found.share.map(|share| {
                    format!("{} to {} %", points(share.interval().low()), points(share.interval().high()))
                }),
            ),
            format!("{} %", points(self.expected.get())),
            standing(found.standing).to_owned(),
            or_nothing(found.gap.map(|gap| {
                let (low, high) = (gap.interval().low(), gap.interval().high());
                format!("{} ({} to {})", points(gap.point()), points(low), points(high))
            })),
            or_nothing(found.smallest_gap.map(points)),
            or_nothing(found.visits_for_20_points.map(|visits| visits.to_string())),
        ]
    }
}

/// In words and with the sign that Compare has beside them.
fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::NoVisits => "no visits yet",
        Standing::TooManyBlanks => "left blank too often",
        Standing::TooFew => "too few visits",
        Standing::Met => "met",
        Standing::Close => "close",
        Standing::Below => "below",
        Standing::CannotTell => "can't tell yet",
    }
}

/// By which rule the standings were found.
pub(super) fn rule(margin: Share, min_visits: u32) -> String {
    let minimum = match min_visits {
        0 => "no minimum of visits".to_owned(),
        1 => "a minimum of 1 visit".to_owned(),
        some => format!("a minimum of {some} visits"),
    };
    let strict = if margin == Share::ZERO && min_visits == 0 { ": the strict rule" } else { "" };
    format!("Standing: a margin of {} points and {minimum}{strict}.", points(margin.get()))
}

/// Of a share, as percentage points; nothing is never "-0.0".
fn points(share: f64) -> String {
    let rounded = (share * 1000.0).round() / 10.0;
    format!("{:.1}", rounded + 0.0)
}
