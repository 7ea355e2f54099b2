//! What the app asks of the server about a comment round, and hears from it.

use serde::{Deserialize, Serialize};

use super::{Comment, MOST_WORDS, Round, Uptake, is_past};
use crate::framework::Draft;
use crate::id::{AccountId, Bits128, LookForId};
use crate::sync::ProblemCode;
use crate::time::{Date, Millis};

/// `GET /api/v1/framework/comments`, and the answer to every change of a round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AskedRound {
    /// The round; `None` before the first one.
    pub held: Option<HeldRound>,
    /// Whether whoever asks may open a round now: they write the framework, there is a draft, and no round is open.
    pub can_open: bool,
}

/// A round as the server has it, as far as whoever asks may know.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HeldRound {
    /// The round.
    pub round: Round,
    /// Who is asked: told to whoever writes the framework.
    pub invited: Option<Vec<AccountId>>,
    /// Every comment, the oldest first.
    pub comments: Vec<Comment>,
    /// The draft as it is now; `None` when the round has ended, but for whoever writes it.
    pub draft: Option<Draft>,
    /// The numbers of the rounds that whoever asks may read, the oldest first.
    pub rounds: Vec<u32>,
}

/// `PUT /api/v1/framework/comments/round`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanRound {
    /// The round that is changed; `None` opens one.
    pub round: Option<u32>,
    /// What that was when the person looked, as [`Round::tag`] names it; `None` where one is opened.
    pub seen: Option<Bits128>,
    /// The last day on which comments are taken.
    pub until: Date,
    /// What those who are asked are told; may be empty.
    pub note: String,
    /// Who is asked.
    pub invited: Vec<AccountId>,
}

impl PlanRound {
    /// Whether it can be so.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&self, now: Millis) -> Result<(), CannotComment> {
        if is_past(self.until, now) {
            return Err(CannotComment::Until);
        }
        if self.note.chars().count() > MOST_WORDS || self.note.contains('\0') {
            return Err(CannotComment::Note);
        }
        if self.invited.is_empty() { Err(CannotComment::Nobody) } else { Ok(()) }
    }
}

/// `POST /api/v1/framework/comments/close`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CloseRound {
    /// Which one.
    pub round: u32,
}

/// `POST /api/v1/framework/comments/write`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WriteComment {
    /// In which round.
    pub round: u32,
    /// Of which look-for; `None` for the draft as a whole.
    pub look_for: Option<LookForId>,
    /// 1 to [`MOST_WORDS`] characters.
    pub text: String,
}

/// `POST /api/v1/framework/comments/withdraw`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithdrawComment {
    /// In which round.
    pub round: u32,
    /// Of which look-for; `None` for the draft as a whole.
    pub look_for: Option<LookForId>,
}

/// `POST /api/v1/framework/comments/answer`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerComment {
    /// In which round.
    pub round: u32,
    /// Whose comment.
    pub account: AccountId,
    /// Of which look-for; `None` for the draft as a whole.
    pub look_for: Option<LookForId>,
    /// [`Comment::tag`] of what was seen.
    pub seen: Bits128,
    /// 1 to [`MOST_WORDS`] characters.
    pub text: String,
    /// Whether it was taken up; `None` where that is not said.
    pub uptake: Option<Uptake>,
}

/// `GET /api/v1/framework/comments/asked`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedForComments {
    /// The open round in which whoever asks was invited to comment; `None` when there is none.
    pub asked: Option<Invitation>,
}

/// Somebody is asked what they think of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// In which round.
    pub round: u32,
    /// What the draft is called.
    pub title: String,
    /// The last day on which comments are taken.
    pub until: Date,
}

/// Why a round or a comment is not changed. It is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CannotComment {
    /// There are no words, or more than [`MOST_WORDS`] characters.
    #[error("a comment and an answer have 1 to 1000 characters")]
    Words,
    /// The note is too long.
    #[error("a note has at most 1000 characters")]
    Note,
    /// Its last day has passed already.
    #[error("the last day has passed")]
    Until,
    /// Nobody would be asked.
    #[error("nobody is asked")]
    Nobody,
    /// One of those to be asked does not work in the district.
    #[error("one of those who are asked does not work in the district")]
    Account,
    /// Nobody writes a draft.
    #[error("there is no draft to comment on")]
    NoDraft,
    /// One is open already.
    #[error("a round is open already")]
    AlreadyOpen,
    /// The round has ended.
    #[error("the round has ended")]
    Over,
    /// The look-for is not in the draft.
    #[error("the draft has no such look-for")]
    LookFor,
    /// It has been answered: its words stay as the answer found them.
    #[error("the comment has been answered")]
    Answered,
    /// It is not there, or no longer what was seen.
    #[error("the comment is no longer what was seen")]
    Changed,
}

/// The answer to what cannot be done in a round: a [`Problem`](crate::sync::Problem) that says more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentProblem {
    /// What happened, for programs.
    pub code: ProblemCode,
    /// What happened, for logs and for people who read the API; the app has its own words.
    pub message: String,
    /// The id under which the server logged the request.
    pub request: String,
    /// What is wrong.
    pub why: CannotComment,
}
