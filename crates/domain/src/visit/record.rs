//! What an observer can record: marks, which are added and voided, and settings, which replace each other.

use serde::{Deserialize, Serialize};

use super::session_code::SessionCode;
use crate::framework::Segment;
use crate::id::{
    AccountId, ChangeId, ClassroomId, DocumentHash, GroupId, LookForId, MarkId, NoteId, SchoolId, SnapshotId,
    SubjectId, TeacherId,
};
use crate::roster::Grade;
use crate::time::{Date, Millis, UtcOffset, local};

/// One change to a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// Something happened at a moment.
    Add(MarkId, Mark),
    /// It did not after all. Waits when its mark has not arrived yet.
    Void(MarkId),
    /// A field has a new value.
    Set {
        /// The new value, which also says of which field.
        setting: Setting,
        /// Every value of the field that its author saw.
        replaces: Vec<ChangeId>,
    },
}

/// Something that happened at a moment. Counts and timers are made of these and are never sent as totals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Placed<T> {
    /// When, by the tablet's clock.
    pub at: Millis,
    /// What.
    pub what: T,
}

/// A mark: when, and what.
pub type Mark = Placed<What>;

/// What a mark says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum What {
    /// One occurrence of a count look-for.
    Tap(LookForId),
    /// A duration look-for began.
    TimerStart(LookForId),
    /// The timer that this mark started ended.
    TimerStop(MarkId),
    /// The observer stopped watching.
    Pause,
    /// The pause that this mark began ended.
    Resume(MarkId),
    /// The lesson went into this segment.
    Segment(Segment),
}

/// A field's value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Setting {
    /// The visit began. Nothing else counts before this has arrived.
    Begin(Begin),
    /// Whose lesson it is.
    Context(Context),
    /// How a look-for was answered; `None` clears the answer, which leaves it blank.
    Answer(LookForId, Option<Answer>),
    /// What a prompt of an interval look-for found; `None` takes it back.
    Snapshot(LookForId, SnapshotId, Option<Placed<Snapshot>>),
    /// A note; `None` deletes it.
    Note(NoteId, Option<Placed<Note>>),
    /// A circumstance of the lesson.
    Flag(Flag, bool),
    /// Students present.
    Present(Option<u16>),
    /// There was nothing to observe: counts for coverage only.
    Nothing(bool),
    /// When the visit ended; `None` takes it up again.
    Finished(Option<Millis>),
    /// The visit counts nowhere.
    Discarded(bool),
    /// For the teacher: one strength, in the observer's words; empty for none.
    Strength(String),
    /// For the teacher: one question, in the observer's words; empty for none.
    Question(String),
    /// With whom a calibration visit is to be held together.
    Seat(Seat),
}

/// Which field a setting is of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// See [`Setting::Begin`].
    Begin,
    /// See [`Setting::Context`].
    Context,
    /// See [`Setting::Answer`].
    Answer(LookForId),
    /// See [`Setting::Snapshot`].
    Snapshot(LookForId, SnapshotId),
    /// See [`Setting::Note`].
    Note(NoteId),
    /// See [`Setting::Flag`].
    Flag(Flag),
    /// See [`Setting::Present`].
    Present,
    /// See [`Setting::Nothing`].
    Nothing,
    /// See [`Setting::Finished`].
    Finished,
    /// See [`Setting::Discarded`].
    Discarded,
    /// See [`Setting::Strength`].
    Strength,
    /// See [`Setting::Question`].
    Question,
    /// See [`Setting::Seat`].
    Seat,
}

impl Setting {
    /// The field that this is a value of.
    #[must_use]
    pub fn field(&self) -> Field {
        match self {
            Self::Begin(_) => Field::Begin,
            Self::Context(_) => Field::Context,
            Self::Answer(look_for, _) => Field::Answer(look_for.clone()),
            Self::Snapshot(look_for, id, _) => Field::Snapshot(look_for.clone(), *id),
            Self::Note(id, _) => Field::Note(*id),
            Self::Flag(flag, _) => Field::Flag(*flag),
            Self::Present(_) => Field::Present,
            Self::Nothing(_) => Field::Nothing,
            Self::Finished(_) => Field::Finished,
            Self::Discarded(_) => Field::Discarded,
            Self::Strength(_) => Field::Strength,
            Self::Question(_) => Field::Question,
            Self::Seat(_) => Field::Seat,
        }
    }
}

/// How a visit began.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Begin {
    /// The school whose stream carries the visit.
    pub school: SchoolId,
    /// Who watched.
    pub observer: AccountId,
    /// The framework version it is recorded against, for good.
    pub framework: DocumentHash,
    /// When watching began, by the tablet's clock.
    pub at: Millis,
    /// The local date, as the tablet wrote it: weeks, months and terms come from this.
    pub date: Date,
    /// The tablet's offset from UTC.
    pub offset: UtcOffset,
    /// Where the record comes from.
    pub source: Source,
}

/// The minute of the day at which an imported visit stands when its row said no time: midnight, when nobody teaches, and
/// what spreadsheets write for a day alone.
pub const UNTIMED: u16 = 0;

impl Begin {
    /// The minute of the local day at which watching began, 0 ..= 1439; `None` when nobody knows, as of some imported
    /// visits.
    #[must_use]
    pub fn minute(&self) -> Option<u16> {
        self.source.known(local(self.at, self.offset).1)
    }
}

/// Where a visit's record comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Source {
    /// Recorded in the room.
    Live,
    /// Entered afterwards from paper.
    Paper,
    /// Read from another system's file.
    Imported,
    /// Recorded beside others to find out how far observers agree; counts nowhere else.
    Calibration,
}

impl Source {
    /// A minute of the day of a visit with this source, if it says when the visit began.
    #[must_use]
    pub fn known(self, minute: u16) -> Option<u16> {
        match self {
            Self::Imported => Some(minute).filter(|minute| *minute != UNTIMED),
            Self::Live | Self::Paper | Self::Calibration => Some(minute),
        }
    }
}

/// An observer's seat in a calibration session.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Seat {
    /// What the observers agreed on; without one, visits to one room at one time belong together.
    pub session: Option<SessionCode>,
    /// Who watched, as written, when it was not the one who had signed in: on one tablet two may take turns. At most
    /// [`MostText::NAME`] characters.
    pub watcher: Option<String>,
    /// They watch a video: moments count from its beginning, whatever the clock says.
    #[serde(default)]
    pub video: bool,
}

/// Whose lesson it is; copied from the roster when the visit begins, so that later moves do not rewrite the past.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Context {
    /// The classroom.
    pub classroom: Place,
    /// The adult who leads.
    pub lead: Option<Adult>,
    /// Other adults who teach.
    pub others: Vec<Adult>,
    /// The grade taught.
    pub grade: Option<Grade>,
    /// The subject taught.
    pub subject: Option<SubjectId>,
    /// Tags on the class group.
    pub groups: Vec<GroupId>,
}

/// A classroom, on the roster or not yet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Place {
    /// On the roster.
    Known(ClassroomId),
    /// Not on the roster: as the observer described it, to be matched later.
    Described(String),
}

/// An adult, on the roster or not yet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Adult {
    /// On the roster.
    Known(TeacherId),
    /// Not on the roster: as the observer wrote the name, to be matched later.
    Described(String),
}

/// An answer to a look-for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Answer {
    /// Seen.
    Seen,
    /// Looked for and not seen; for amounts, "none while I watched".
    NotSeen,
    /// It could not have happened in this lesson.
    NotApplicable,
    /// It may have happened; the observer could not tell.
    CouldNotJudge,
    /// A rubric level, counted from 1.
    Level(u8),
}

/// What a prompt found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Snapshot {
    /// Students present, and how many of them were not doing it (at most `present`).
    Students {
        /// In the room.
        present: u16,
        /// Of those, not doing it.
        not_doing: u16,
    },
    /// Whether it was happening.
    Happening(bool),
}

/// A note.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Note {
    /// The look-for it is about, if any.
    pub about: Option<LookForId>,
    /// At most [`MostText::NOTE`] characters.
    pub text: String,
}

/// How long texts may be, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MostText;

impl MostText {
    /// A note, a strength, a question.
    pub const NOTE: usize = 4_000;
    /// A described classroom or adult.
    pub const NAME: usize = 200;
}

/// A circumstance that explains a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Flag {
    /// A substitute taught.
    Substitute,
    /// Two or more adults taught together.
    CoTaught,
    /// Students sat a test.
    Test,
    /// The class was between activities or rooms.
    Transition,
    /// The class was not in its usual room.
    SpecialRoom,
}

impl Flag {
    /// In the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Substitute, Self::CoTaught, Self::Test, Self::Transition, Self::SpecialRoom];
}
