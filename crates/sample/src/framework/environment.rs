//! Whether the room is a place to work in.

use domain::framework::{Ask, Kind, LookFor};

use super::{look_for, non_negotiable};

pub(super) fn look_fors() -> Vec<LookFor> {
    vec![
        look_for(
            "on-task",
            "On task",
            "Students on task",
            "At each prompt, sweep the room once and count those who are off task",
            Kind::Interval { every_minutes: 2, ask: Ask::NotDoing },
        ),
        look_for(
            "routines",
            "Routines",
            "Routines run without prompting",
            "Materials, turns and moves happen on a short cue or none",
            Kind::Presence,
        ),
        non_negotiable(look_for(
            "respect",
            "Respect",
            "Adults and students speak to each other with respect",
            "Tone when something goes wrong counts most",
            Kind::Presence,
        )),
        look_for(
            "among",
            "Among students",
            "The teacher is among the students",
            "At each prompt: within reach of student work at this moment?",
            Kind::Interval { every_minutes: 3, ask: Ask::YesOrNo },
        ),
        look_for(
            "interruptions",
            "Interruptions",
            "Interruptions from outside the lesson",
            "Tap for each call, announcement or visitor; yourself excepted",
            Kind::Count,
        ),
    ]
}
