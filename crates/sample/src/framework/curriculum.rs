//! Whether what is taught is what the district planned for these students.

use domain::framework::{Kind, LookFor, Segment};

use super::{look_for, non_negotiable, only_in};

pub(super) fn look_fors() -> Vec<LookFor> {
    vec![
        non_negotiable(look_for(
            "grade-level",
            "Grade level",
            "Text and task are at the level of the grade",
            "Take the student page, not the plan, and compare it with the unit guide",
            Kind::Presence,
        )),
        non_negotiable(look_for(
            "planned-unit",
            "Planned unit",
            "The lesson belongs to the unit planned for these weeks",
            "Within two weeks of the pacing guide",
            Kind::Presence,
        )),
        only_in(
            [Segment::Opening],
            look_for(
                "connections",
                "Ties back",
                "New work is tied to something students already know",
                "A student, not only the teacher, names the earlier idea",
                Kind::Presence,
            ),
        ),
        look_for(
            "vocabulary",
            "Subject words",
            "Students use the words of the subject",
            "Tap for each subject word in a student’s own sentence",
            Kind::Count,
        ),
    ]
}
