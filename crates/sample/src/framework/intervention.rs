//! What happens for students who are stuck, ahead, or learning the language of the lesson.

use domain::framework::{Kind, LookFor, Segment};

use super::{look_for, non_negotiable, only_in, rating};

pub(super) fn look_fors() -> Vec<LookFor> {
    vec![
        look_for(
            "support",
            "Help given",
            "Help for students who are stuck",
            "Follow one student with a hand up or an empty page",
            rating(
                3,
                [
                    ("Waiting", "the student waits for most of the visit"),
                    ("Told", "the answer is given"),
                    ("Led", "a prompt leads to the next step"),
                    ("Equipped", "the student leaves with a way to get unstuck alone"),
                ],
            ),
        ),
        only_in(
            [Segment::Middle],
            look_for(
                "small-group",
                "Small group",
                "A small group taught while the others work",
                "Run the timer while an adult sits with the group",
                Kind::Duration,
            ),
        ),
        non_negotiable(look_for(
            "plan-supports",
            "Plan supports",
            "Supports named in students’ plans are in use",
            "Could not judge is an honest answer when you do not know the plans",
            Kind::Presence,
        )),
        look_for(
            "language",
            "Language help",
            "English learners have what they need to take part",
            "Pictures, sentence frames, a partner, the first language",
            Kind::Presence,
        ),
        look_for(
            "stretch",
            "Next challenge",
            "Students who finish have a next challenge waiting",
            "Not applicable when nobody finished while you watched",
            Kind::Presence,
        ),
    ]
}
