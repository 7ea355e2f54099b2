//! Whether the teacher finds out what was learned, and does something with it.

use domain::framework::{Kind, LookFor, Segment};

use super::{look_for, non_negotiable, only_in};

pub(super) fn look_fors() -> Vec<LookFor> {
    vec![
        non_negotiable(look_for(
            "check",
            "Checked",
            "Every student’s understanding checked before moving on",
            "All of them answer: boards, cards, a written line, not the hands that are up",
            Kind::Presence,
        )),
        look_for(
            "adjust",
            "Adjusted",
            "Teaching changes after a check",
            "A second example, a new grouping, a step skipped because it is known",
            Kind::Presence,
        ),
        look_for(
            "feedback",
            "Feedback",
            "Feedback that says what to do next",
            "Tap for each; “good job” alone is not one",
            Kind::Count,
        ),
        only_in(
            [Segment::Closing],
            non_negotiable(look_for(
                "look-back",
                "Look back",
                "The lesson closes by looking back at its goal",
                "Students say or write what they now know",
                Kind::Presence,
            )),
        ),
    ]
}
