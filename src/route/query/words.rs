//! The words that stand in an address for a value of a short list.

use domain::compare::{Flagged, Order};
use domain::framework::Autonomy;
use domain::stats::trend::Period;
use domain::visit::{Flag, Outcome};

use crate::state::Progress;

/// A value that an address names by a word. A default that may be left out has none.
pub(super) trait Word: Copy + PartialEq + 'static {
    const WORDS: &'static [(&'static str, Self)];
}

impl Word for Autonomy {
    const WORDS: &'static [(&'static str, Self)] =
        &[("non-negotiable", Self::NonNegotiable), ("adaptable", Self::Adaptable)];
}

impl Word for Flagged {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("leave-out", Self::LeaveOut),
        ("substitute", Self::Only(Flag::Substitute)),
        ("co-taught", Self::Only(Flag::CoTaught)),
        ("test", Self::Only(Flag::Test)),
        ("transition", Self::Only(Flag::Transition)),
        ("special-room", Self::Only(Flag::SpecialRoom)),
    ];
}

impl Word for Outcome {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("shown", Self::Shown),
        ("not-shown", Self::NotShown),
        ("not-applicable", Self::NotApplicable),
        ("could-not-judge", Self::CouldNotJudge),
        ("blank", Self::Blank),
    ];
}

impl Word for Order {
    const WORDS: &'static [(&'static str, Self)] = &[("largest-gap", Self::LargestGap)];
}

impl Word for Period {
    const WORDS: &'static [(&'static str, Self)] = &[("month", Self::Month), ("term", Self::Term)];
}

impl Word for Progress {
    const WORDS: &'static [(&'static str, Self)] =
        &[("finished", Self::Finished), ("open", Self::Open), ("waiting", Self::Waiting)];
}
