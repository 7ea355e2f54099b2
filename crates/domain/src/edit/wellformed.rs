//! Whether an edit is well formed: decided from its own bytes, so that every program decides alike.

use crate::id::ChangeId;
use crate::stream::Stream;
use crate::time::{Date, Millis};
use crate::visit::{Adult, Change, Context, Mark, MostText, Place, Placed, Setting, Snapshot, What};

/// A field has at most this many values at once; more is not the work of people.
const MOST_REPLACED: usize = 256;
/// The largest class.
const MOST_STUDENTS: u16 = 2_000;

/// Why an edit is malformed. It changes nothing, anywhere.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// It is not the JSON of an edit.
    #[error("not an edit at line {line}, column {column}")]
    NotAnEdit {
        /// Counted from 1; 0 when the place is not known.
        line: usize,
        /// Counted from 1; 0 when the place is not known.
        column: usize,
    },
    /// Its text is longer than [`super::MOST_BYTES`].
    #[error("an edit of {bytes} bytes is too long")]
    TooLong {
        /// Its length.
        bytes: usize,
    },
    /// Edits are numbered from 1.
    #[error("an edit numbered 0")]
    NumberedZero,
    /// A text is longer than it may be, in characters.
    #[error("a text of {characters} characters is longer than {most}")]
    LongText {
        /// Its length.
        characters: usize,
        /// The longest allowed.
        most: usize,
    },
    /// A text holds U+0000, which not every database can keep.
    #[error("a text holds the character U+0000")]
    NullInText,
    /// A time outside the years 1970 to 9999.
    #[error("a time of {0} ms is outside the years 1970 to 9999")]
    Time(i64),
    /// A date outside the years 1970 to 9999.
    #[error("a date in the year {0} is outside 1970 to 9999")]
    Year(i16),
    /// An offset from UTC that no place on Earth has.
    #[error("{0} minutes from UTC")]
    Offset(i16),
    /// More students not doing it than present, or more than any class holds.
    #[error("{not_doing} of {present} students")]
    Students {
        /// Said to be present.
        present: u16,
        /// Said not to be doing it.
        not_doing: u16,
    },
    /// It replaces more values than people write.
    #[error("it replaces {0} values")]
    ReplacesTooMuch(usize),
}

impl Malformed {
    #[expect(clippy::needless_pass_by_value, reason = "it is used as a function in map_err")]
    pub(super) fn not_an_edit(error: serde_json::Error) -> Self {
        Self::NotAnEdit { line: error.line(), column: error.column() }
    }
}

pub(super) fn check(change: &Change) -> Result<(), Malformed> {
    match change {
        Change::Add(_, mark) => check_mark(mark),
        Change::Void(_) => Ok(()),
        Change::Set { setting, replaces } => {
            check_replaces(replaces)?;
            check_setting(setting)
        }
    }
}

pub(super) fn check_stream(stream: &Stream) -> Result<(), Malformed> {
    match stream {
        Stream::District => Ok(()),
        Stream::School(school) => name(school.as_str()),
    }
}

fn check_mark(mark: &Mark) -> Result<(), Malformed> {
    time(mark.at)?;
    match &mark.what {
        What::Tap(look_for) | What::TimerStart(look_for) => name(look_for.as_str()),
        What::TimerStop(_) | What::Pause | What::Resume(_) | What::Segment(_) => Ok(()),
    }
}

fn check_replaces(replaces: &[ChangeId]) -> Result<(), Malformed> {
    if replaces.len() > MOST_REPLACED { Err(Malformed::ReplacesTooMuch(replaces.len())) } else { Ok(()) }
}

fn check_setting(setting: &Setting) -> Result<(), Malformed> {
    match setting {
        Setting::Begin(begin) => {
            time(begin.at)?;
            date(begin.date)?;
            name(begin.school.as_str())?;
            name(begin.observer.as_str())?;
            if begin.offset.0.abs() > 14 * 60 { Err(Malformed::Offset(begin.offset.0)) } else { Ok(()) }
        }
        Setting::Context(context) => check_context(context),
        Setting::Answer(look_for, _) => name(look_for.as_str()),
        Setting::Snapshot(look_for, _, snapshot) => {
            name(look_for.as_str())?;
            snapshot.as_ref().map_or(Ok(()), check_snapshot)
        }
        Setting::Note(_, None) => Ok(()),
        Setting::Note(_, Some(note)) => {
            time(note.at)?;
            note.what.about.as_ref().map_or(Ok(()), |about| name(about.as_str()))?;
            text(&note.what.text, MostText::NOTE)
        }
        Setting::Present(Some(present)) => students(*present, 0),
        Setting::Finished(Some(at)) => time(*at),
        Setting::Strength(words) | Setting::Question(words) => text(words, MostText::NOTE),
        Setting::Seat(seat) => seat.watcher.as_deref().map_or(Ok(()), name),
        Setting::Flag(..)
        | Setting::Present(None)
        | Setting::Nothing(_)
        | Setting::Finished(None)
        | Setting::Discarded(_) => Ok(()),
    }
}

fn check_context(context: &Context) -> Result<(), Malformed> {
    match &context.classroom {
        Place::Known(id) => name(id.as_str())?,
        Place::Described(words) => text(words, MostText::NAME)?,
    }
    for adult in context.lead.iter().chain(&context.others) {
        match adult {
            Adult::Known(id) => name(id.as_str())?,
            Adult::Described(words) => text(words, MostText::NAME)?,
        }
    }
    context.subject.as_ref().map_or(Ok(()), |subject| name(subject.as_str()))?;
    context.groups.iter().try_for_each(|group| name(group.as_str()))
}

fn check_snapshot(snapshot: &Placed<Snapshot>) -> Result<(), Malformed> {
    time(snapshot.at)?;
    match snapshot.what {
        Snapshot::Students { present, not_doing } => students(present, not_doing),
        Snapshot::Happening(_) => Ok(()),
    }
}

fn students(present: u16, not_doing: u16) -> Result<(), Malformed> {
    let fits = not_doing <= present && present <= MOST_STUDENTS;
    if fits { Ok(()) } else { Err(Malformed::Students { present, not_doing }) }
}

fn name(words: &str) -> Result<(), Malformed> {
    text(words, MostText::NAME)
}

fn text(words: &str, most: usize) -> Result<(), Malformed> {
    let characters = words.chars().count();
    if characters > most {
        Err(Malformed::LongText { characters, most })
    } else if words.contains('\0') {
        Err(Malformed::NullInText)
    } else {
        Ok(())
    }
}

fn time(at: Millis) -> Result<(), Malformed> {
    if (0..253_402_300_800_000).contains(&at.0) { Ok(()) } else { Err(Malformed::Time(at.0)) }
}

fn date(date: Date) -> Result<(), Malformed> {
    if (1970..=9999).contains(&date.year()) { Ok(()) } else { Err(Malformed::Year(date.year())) }
}
