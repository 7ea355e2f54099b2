use std::rc::Rc;

use domain::framework::{
    AnswerComment, CannotComment, CloseRound, HeldRound, Invitation, PlanRound, WithdrawComment, WriteComment,
};
use domain::id::{AccountId, LookForId};

use super::FileFailure;

/// How far commenting on a draft, and answering, has got.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Commenting {
    /// The server has said whether there is a round.
    pub known: bool,
    /// The round that is shown, as the server has it.
    pub held: Option<Rc<HeldRound>>,
    /// A round can be opened.
    pub can_open: bool,
    /// Whoever is signed in is asked for comments.
    pub invitation: Option<Invitation>,
    /// Something is being asked of the server.
    pub busy: bool,
    /// Which step did not work, and why.
    pub failure: Option<(CommentPart, FileFailure<CannotComment>)>,
    /// How many steps have worked: a form is closed after its own.
    pub done: u32,
    /// The last one that did.
    pub last: Option<CommentPart>,
}

/// A part of the page in which something is written, changed or said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CommentPart {
    /// All of it: reading what there is.
    Page,
    /// When the round ends, and who is asked.
    Round,
    /// One's own comment of a look-for, or of the draft as a whole.
    Own(Option<LookForId>),
    /// The answer to somebody's.
    Answer(AccountId, Option<LookForId>),
}

impl CommentPart {
    /// The element that shows it, to which the focus goes when something in it was pressed and is gone.
    #[must_use]
    pub fn id(&self) -> String {
        let of = |look_for: &Option<LookForId>| look_for.as_ref().map_or_else(String::new, |id| format!("-{id}"));
        match self {
            Self::Page => String::from("page-title"),
            Self::Round => String::from("comments-round"),
            Self::Own(look_for) => format!("comment{}", of(look_for)),
            Self::Answer(account, look_for) => format!("answer-{account}{}", of(look_for)),
        }
    }

    /// The element in which its words are typed.
    #[must_use]
    pub fn field(&self) -> String {
        format!("{}-text", self.id())
    }
}

/// A step in commenting.
#[derive(Debug, Clone, PartialEq)]
pub enum CommentStep {
    /// Find out whether one is asked for comments.
    Asked,
    /// Find out what a round holds: the one with this number, or else the newest.
    Read(Option<u32>),
    /// Open a round, or change it.
    Plan(PlanRound),
    /// Close a round early.
    Close(CloseRound),
    /// Write a comment.
    Write(WriteComment),
    /// Take it away.
    Withdraw(WithdrawComment),
    /// Answer one.
    Answer(AnswerComment),
}
