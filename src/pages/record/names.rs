//! Words for what a visit names: rooms, people, grades, segments, flags.

use domain::framework::Segment;
use domain::id::{LookForId, SchoolId, SubjectId};
use domain::roster::{Grade, Roster};
use domain::visit::{Adult, Answer, Context, Flag, Place};

use crate::components::Choice;
use crate::pages::words::grade as grade_word;
use crate::state::Model;
use crate::text::Text;

/// The names of one school's rooms and people.
pub(crate) struct Names<'a> {
    text: &'a Text,
    roster: Option<&'a Roster>,
}

impl<'a> Names<'a> {
    pub(crate) fn new(model: &'a Model, school: &SchoolId) -> Self {
        Self { text: &model.text, roster: model.documents.rosters.get(school) }
    }

    /// As it stands on the door, or as the observer described it.
    pub(crate) fn place(&self, place: &Place) -> String {
        match place {
            Place::Described(words) => words.clone(),
            Place::Known(id) => {
                let room = self.roster.and_then(|roster| roster.classroom(id));
                room.map_or_else(|| self.text.get("recorder-room-unknown"), |room| room.name.clone())
            }
        }
    }

    pub(crate) fn adult(&self, adult: &Adult) -> String {
        match adult {
            Adult::Described(name) => name.clone(),
            Adult::Known(id) => {
                let teacher = self.roster.and_then(|roster| roster.teacher(id));
                teacher.map_or_else(|| self.text.get("recorder-teacher-unknown"), |teacher| teacher.name.clone())
            }
        }
    }

    /// "Room 204 · Grade 4 · Mathematics".
    pub(crate) fn lesson(&self, context: &Context) -> String {
        let grade = context.grade.map(|grade| grade_word(self.text, grade));
        let subject = context.subject.as_ref().map(|subject| subject.0.clone());
        join(std::iter::once(self.place(&context.classroom)).chain(grade).chain(subject))
    }

    /// Everyone who teaches, the lead first: "Ruth Okafor, Sam Ito".
    pub(crate) fn adults(&self, context: &Context) -> String {
        let adults: Vec<String> = context.lead.iter().chain(&context.others).map(|adult| self.adult(adult)).collect();
        adults.join(", ")
    }
}

/// Parts of a line, with a dot between them.
pub(crate) fn join(parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// Every grade, and "mixed or unknown" as the empty value.
pub(crate) fn grade_choices(text: &Text) -> Vec<Choice> {
    let none = Choice::new("", text.get("recorder-grade-none"));
    let grades = (-1..=12).map(|grade| Choice::new(grade.to_string(), grade_word(text, Grade(grade))));
    std::iter::once(none).chain(grades).collect()
}

pub(crate) fn grade_value(grade: Option<Grade>) -> String {
    grade.map(|grade| grade.0.to_string()).unwrap_or_default()
}

pub(crate) fn read_grade(value: &str) -> Option<Grade> {
    value.parse().ok().filter(|grade| (-1..=12).contains(grade)).map(Grade)
}

/// The subjects that a district's rosters name, and "none" as the empty value.
pub(crate) fn subject_choices(model: &Model) -> Vec<Choice> {
    let rooms = model.documents.rosters.values().flat_map(|roster| &roster.classrooms);
    let taught = model.packs.values().flat_map(|pack| pack.subjects());
    let subjects: std::collections::BTreeSet<&SubjectId> =
        rooms.filter_map(|room| room.subject.as_ref()).chain(taught).collect();
    let none = Choice::new("", model.text.get("recorder-subject-none"));
    let some = subjects.into_iter().map(|subject| Choice::new(subject.0.clone(), subject.0.clone()));
    std::iter::once(none).chain(some).collect()
}

pub(crate) fn read_subject(value: &str) -> Option<SubjectId> {
    let words = value.trim();
    (!words.is_empty()).then(|| SubjectId::from(words))
}

/// "opening", for a choice of three.
pub(crate) fn segment_name(text: &Text, segment: Segment) -> String {
    text.get(match segment {
        Segment::Opening => "recorder-segment-opening",
        Segment::Middle => "recorder-segment-middle",
        Segment::Closing => "recorder-segment-closing",
    })
}

/// "middle of the lesson", within a line.
pub(crate) fn segment_phrase(text: &Text, segment: Segment) -> String {
    text.get(match segment {
        Segment::Opening => "recorder-in-opening",
        Segment::Middle => "recorder-in-middle",
        Segment::Closing => "recorder-in-closing",
    })
}

pub(crate) fn flag_name(text: &Text, flag: Flag) -> String {
    text.get(match flag {
        Flag::Substitute => "recorder-flag-substitute",
        Flag::CoTaught => "recorder-flag-co-taught",
        Flag::Test => "recorder-flag-test",
        Flag::Transition => "recorder-flag-transition",
        Flag::SpecialRoom => "recorder-flag-special-room",
    })
}

/// "not seen", as the undo button and the summary name it.
pub(crate) fn answer_name(text: &Text, answer: Answer) -> String {
    match answer {
        Answer::Seen => text.get("recorder-answer-seen"),
        Answer::NotSeen => text.get("recorder-answer-not-seen"),
        Answer::NotApplicable => text.get("recorder-answer-not-applicable"),
        Answer::CouldNotJudge => text.get("recorder-answer-could-not-judge"),
        Answer::Level(level) => text.with("recorder-answer-level", [("n", level.into())]),
    }
}

/// A look-for's few words, by its id; the id itself when the framework does not have it.
pub(crate) fn short_name(framework: &domain::framework::Framework, look_for: &LookForId) -> String {
    framework.look_for(look_for).map_or_else(|| look_for.0.clone(), |look_for| look_for.short.clone())
}
