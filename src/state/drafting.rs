use domain::framework::{
    CannotDraft, Clash, Draft, DraftChange, FileForm, FromFile, HeldDraft, LookFor, NotAFramework, PublishDraft,
    PublishedDraft,
};
use domain::id::StrandId;
use domain::sync::Failure;

use super::FileFailure;

/// How far writing the next version of the framework has got.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drafting {
    /// The server has said whether there is a draft.
    pub known: bool,
    /// The draft as the server has it; `None` while nobody writes one.
    pub held: Option<HeldDraft>,
    /// The draft as it stands here, with what is not stored yet.
    pub mine: Option<Draft>,
    /// What the draft was before and after one's own changes, the latest last.
    pub undo: Vec<(Draft, Draft)>,
    /// Where others did something else to what one changed, and nobody has chosen yet.
    pub clashes: Vec<Clash>,
    /// A file that has been read, and nobody has said yet whether it is to be the draft.
    pub offered: Option<FromFile>,
    /// Something is being asked of the server.
    pub busy: bool,
    /// Why the last step did not work.
    pub failure: Option<DraftFailure>,
    /// What was published last.
    pub published: Option<PublishedDraft>,
}

impl Drafting {
    /// Whether all that stands here is with the server.
    #[must_use]
    pub fn is_stored(&self) -> bool {
        self.held.as_ref().map(|held| &held.draft) == self.mine.as_ref()
    }
}

/// Why something could not be done with a draft.
#[derive(Debug, Clone, PartialEq)]
pub enum DraftFailure {
    /// The draft as it is.
    Cannot(CannotDraft),
    /// A file holds no framework.
    File(NotAFramework),
    /// The request.
    Network(Failure),
}

impl From<FileFailure<NotAFramework>> for DraftFailure {
    fn from(failure: FileFailure<NotAFramework>) -> Self {
        match failure {
            FileFailure::Cannot(why) => Self::File(why),
            FileFailure::Network(failure) => Self::Network(failure),
        }
    }
}

impl From<FileFailure<CannotDraft>> for DraftFailure {
    fn from(failure: FileFailure<CannotDraft>) -> Self {
        match failure {
            FileFailure::Cannot(why) => Self::Cannot(why),
            FileFailure::Network(failure) => Self::Network(failure),
        }
    }
}

/// What a draft begins from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beginning {
    /// The version that was published last.
    Newest,
    /// The starter framework.
    Starter,
    /// A file: this program's own, a table, or a CASE package.
    File,
    /// Nothing but a title.
    Nothing,
}

/// A step in writing the framework.
#[derive(Debug, Clone, PartialEq)]
pub enum DraftStep {
    /// Find out what others have written.
    Read,
    /// Begin a draft, or write another beginning over it.
    Begin(Beginning),
    /// Make the file that was read the draft.
    TakeFile,
    /// Leave that file.
    LeaveFile,
    /// Write a look-for, in a strand, that was so when somebody began to write; then the focus goes to the element with this id.
    Keep(Option<(StrandId, Box<LookFor>)>, StrandId, Box<LookFor>, String),
    /// Change something; then the focus goes to the element with this id.
    Change(Box<DraftChange>, Option<String>),
    /// Take one's own last change back.
    Undo,
    /// Store what is not stored yet.
    Store,
    /// Of a clash, the first one in the list, have what one wrote oneself.
    TakeMine,
    /// Of the same, have what they wrote.
    TakeTheirs,
    /// Save it as a file.
    Save(FileForm),
    /// Take the draft away.
    Discard,
    /// Make it the next version, from a day on.
    Publish(PublishDraft),
}
