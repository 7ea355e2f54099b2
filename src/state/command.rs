//! What a person can ask for. Pages send these; the runtime carries them out.

use domain::district::DistrictChange;
use domain::framework::Segment;
use domain::id::{SchoolId, VisitId};
use domain::plan_week::Change;
use domain::time::{Date, UtcOffset};
use domain::visit::{Act, Context, Seat};
use yew::NodeRef;

use super::{CommentStep, DraftStep, FiguresStep, ImportStep, PeopleStep, Preferences, Question, RosterStep};
use crate::route::Route;

/// A visit and the school whose stream carries it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct VisitRef {
    /// Where it was recorded.
    pub school: SchoolId,
    /// Which visit.
    pub visit: VisitId,
}

/// A visit to begin.
#[derive(Debug, Clone, PartialEq)]
pub struct NewVisit {
    /// Where.
    pub school: SchoolId,
    /// Whose lesson.
    pub context: Context,
    /// The segment that the lesson is in.
    pub segment: Segment,
    /// Now, or earlier on paper.
    pub when: When,
    /// One tap: it ends at once, with nothing to observe.
    pub nothing: bool,
    /// It is a calibration visit, in this seat.
    pub seat: Option<Seat>,
}

/// When a visit takes place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum When {
    /// It begins now.
    Now,
    /// It was written on paper: its local date, its first minute of the day, and how many minutes it lasted.
    Paper {
        /// The local date.
        date: Date,
        /// Minute of the local day, 0 ..= 1439.
        minute: u16,
        /// Minutes watched, 1 ..= 240.
        minutes: u16,
        /// The tablet's offset on that day.
        offset: UtcOffset,
    },
}

/// A kind of picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    /// Dots, for a message or a document.
    Png,
    /// Lines, sharp at any size.
    Svg,
}

/// What a person asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Go to a page.
    Go(Route),
    /// Sign in.
    SignIn {
        /// As typed.
        email: String,
        /// As typed.
        passphrase: String,
    },
    /// Sign out. What is unsent stays on the tablet with its author.
    SignOut,
    /// Set up an empty server with the token of its link.
    SetUp {
        /// From the link.
        token: String,
        /// The district's name.
        district: String,
        /// The first administrator's name.
        name: String,
        /// What they will sign in with.
        email: String,
        /// As typed.
        passphrase: String,
    },
    /// Begin a visit and open its recorder.
    Begin(NewVisit),
    /// Do something in a visit.
    Act(VisitRef, Act),
    /// Take the last act in a visit back.
    Undo(VisitRef),
    /// Bring visits into memory, so that a page can show them.
    Load(Vec<VisitRef>),
    /// Sync now.
    Sync,
    /// Ask the server what reaches beyond this tablet.
    Ask(Question),
    /// Keep preferences.
    Prefer(Preferences),
    /// Keep the observer's phrases.
    KeepPhrases(Vec<String>),
    /// Change the plan of the week that begins on this Monday.
    ChangeWeek(Date, Change),
    /// Take the last change to the plan back.
    UndoWeek,
    /// Try again to store what is not stored yet.
    RetrySaving,
    /// Save everything unsent to a file.
    SaveCopy,
    /// Load a file that was saved so.
    LoadCopy,
    /// Save what could not be read to a file.
    SaveUnreadable,
    /// Send an entry again that the server refused.
    SendAgain(Refused),
    /// Take an entry back that the server refused.
    TakeBack(Refused),
    /// Save a text to a file.
    SaveFile {
        /// The file's name.
        name: String,
        /// Its MIME type.
        kind: &'static str,
        /// Its contents.
        contents: String,
    },
    /// Save a chart as a picture.
    SavePicture {
        /// The file's name, without what stands for its kind.
        name: String,
        /// Words over the chart.
        lines: Vec<String>,
        /// What holds the chart.
        chart: NodeRef,
        /// Which kind of picture.
        kind: Picture,
    },
    /// Write a visit's beginning again with the clock's error taken out.
    CorrectClock(VisitRef),
    /// Begin to use the version that is ready.
    TakeUpdate,
    /// Show the browser's own dialog for installing the app.
    Install,
    /// Hide the hint about installing.
    DismissInstallHint,
    /// Ask the browser to keep the app's data.
    AskPersistence,
    /// Import past visits from a file.
    Import(ImportStep),
    /// Import a roster from files.
    Roster(RosterStep),
    /// Write the next version of the framework.
    Draft(DraftStep),
    /// Comment on a draft, or answer.
    Comment(CommentStep),
    /// Look after the people of the district.
    People(PeopleStep),
    /// Look after the figures of a goal.
    Figures(FiguresStep),
    /// Say nothing more of the last change of what the district has decided.
    DecideAnew,
    /// Change what the district has decided.
    Decide(Box<DistrictChange>),
    /// Find out whom a link is for.
    LookAtLink(String),
    /// Choose a passphrase with a link.
    Join {
        /// The last part of the link.
        token: String,
        /// As typed.
        passphrase: String,
    },
    /// Print the page.
    Print,
}

/// An entry that the server refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Its visit, if it names one.
    pub visit: Option<VisitId>,
    /// The edit, as it was first written.
    pub text: String,
}
