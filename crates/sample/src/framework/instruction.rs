//! What the teaching asks of students, and who does the thinking and talking.

use domain::framework::{Kind, LookFor, Segment};

use super::{look_for, non_negotiable, only_in, rating};

pub(super) fn look_fors() -> Vec<LookFor> {
    vec![
        non_negotiable(look_for(
            "goal",
            "Learning goal",
            "Learning goal stated in words students can repeat",
            "Ask one student: what are you learning, and how will you know?",
            Kind::Presence,
        )),
        look_for("open-questions", "Open questions", "Open questions asked", "More than one right answer", Kind::Count),
        look_for(
            "talk",
            "Talking",
            "Students doing the talking",
            "Run the timer while a student speaks about the work, to the class or to a partner",
            Kind::Duration,
        ),
        non_negotiable(look_for(
            "thinking",
            "Thinking",
            "Level of thinking asked for",
            "Judge the task most students are on, not the best moment",
            rating(
                3,
                [
                    ("Recall", "a fact or a step is repeated"),
                    ("Explain", "an idea is put in the student’s own words"),
                    ("Apply", "the idea is used in a new problem"),
                    ("Judge", "choices are weighed and defended with reasons"),
                ],
            ),
        )),
        only_in(
            [Segment::Middle],
            look_for(
                "explain",
                "Explaining",
                "Students explain their thinking to each other",
                "Reasons are given, not only answers compared",
                Kind::Presence,
            ),
        ),
        only_in(
            [Segment::Opening, Segment::Middle],
            look_for(
                "modelling",
                "Thinks aloud",
                "The teacher shows the thinking behind a step",
                "Says why this step and not another",
                Kind::Presence,
            ),
        ),
    ]
}
