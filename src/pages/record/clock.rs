//! Time that runs on the screen. Each clock ticks inside its own small component; the page around it stays as it is.

use domain::time::Millis;
use domain::visit::Visit;
use yew::prelude::*;

use crate::browser::use_now;
use crate::components::Running;
use crate::state::use_app;

/// The time now, again every second. Only the component that asks is drawn again.
#[hook]
pub(crate) fn use_time() -> Millis {
    let app = use_app();
    use_now(1_000).max(app.model.now)
}

/// A length of time that stands or runs. Two clocks that run alike are equal, whenever they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stopwatch {
    /// So many milliseconds, and no more.
    Still(i64),
    /// As much as has passed since this moment, which takes earlier runs into account.
    Since(Millis),
}

impl Stopwatch {
    /// A clock that reads `millis` at `now`.
    pub(crate) fn of(millis: i64, runs: bool, now: Millis) -> Self {
        if runs { Self::Since(now.plus(-millis)) } else { Self::Still(millis) }
    }

    /// The time that somebody has watched.
    pub(crate) fn watched(visit: &Visit, now: Millis) -> Self {
        Self::of(visit.watched(now), visit.is_live() && visit.paused().is_none(), now)
    }

    /// Milliseconds on it at a moment.
    pub(crate) fn read(self, now: Millis) -> i64 {
        match self {
            Self::Still(millis) => millis,
            Self::Since(begun) => now.since(begun),
        }
    }
}

/// What [`RunningTime`] needs.
#[derive(Properties, PartialEq)]
pub(crate) struct RunningTimeProps {
    /// What runs: "Talk", or the word for running.
    pub label: AttrValue,
    /// Since when.
    pub clock: Stopwatch,
}

/// The red dot, a word, and the time that goes on.
#[component]
pub(crate) fn RunningTime(props: &RunningTimeProps) -> Html {
    let now = use_time();
    let text = use_app().model.text.stopwatch(props.clock.read(now));
    html! { <Running text={format!("{} · {text}", props.label)} /> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_running_clock_reads_later_what_it_read_before_and_what_has_passed() {
        let clock = Stopwatch::of(90_000, true, Millis(500_000));
        assert_eq!(clock.read(Millis(530_000)), 120_000);
        assert_eq!(clock, Stopwatch::of(120_000, true, Millis(530_000)));
    }

    #[test]
    fn a_clock_that_stands_reads_the_same_at_any_time() {
        assert_eq!(Stopwatch::of(90_000, false, Millis(1)).read(Millis(9_000_000)), 90_000);
    }
}
