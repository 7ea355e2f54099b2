//! A comment round: people are asked what they think of a draft, say it look-for by look-for, and the district answers.

mod wire;

use serde::{Deserialize, Serialize};

use crate::id::{AccountId, Bits128, LookForId};
use crate::permission::Me;
use crate::time::{Date, Millis, UtcOffset, local};

pub use wire::{
    AnswerComment, AskedForComments, AskedRound, CannotComment, CloseRound, CommentProblem, HeldRound, Invitation,
    PlanRound, WithdrawComment, WriteComment,
};

/// The longest comment, answer or note, in characters.
pub const MOST_WORDS: usize = 1_000;

/// Where a day ends last: whoever is asked has the whole of the last day, wherever they are.
const LAST_TO_END: UtcOffset = UtcOffset(-12 * 60);

/// A time in which people who were asked say what they think of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Counts up from 1 in a district.
    pub number: u32,
    /// What the draft was called when the round was last changed.
    pub title: String,
    /// The last day on which comments are taken.
    pub until: Date,
    /// What the district tells those it asks; may be empty.
    pub note: String,
    /// Who opened it, as people say it.
    pub by: String,
    /// When, by the server's clock.
    pub at: Millis,
    /// When it was closed before its last day had passed; `None` where nobody closed it.
    pub closed: Option<Millis>,
    /// What became of the draft; `None` while it is still being written.
    pub became: Option<Became>,
}

/// What became of a draft that was commented on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Became {
    /// It was taken away.
    Discarded,
    /// It was published as the version with this number.
    Version(u32),
}

impl Round {
    /// Names exactly this plan, with who is asked in any order: whoever changes it sends it along, so that nobody takes back what
    /// they have not seen.
    #[must_use]
    pub fn tag(&self, invited: &[AccountId]) -> Bits128 {
        let until = self.until.to_string();
        let mut asked: Vec<&[u8]> = invited.iter().map(|account| account.as_str().as_bytes()).collect();
        asked.sort_unstable();
        let mut parts = vec![until.as_bytes(), self.note.as_bytes()];
        parts.extend(asked);
        Bits128::hash(&parts)
    }

    /// Whether comments are taken: until its last day has ended everywhere, unless it was closed or its draft is gone.
    #[must_use]
    pub fn is_open(&self, now: Millis) -> bool {
        self.can_change() && !is_past(self.until, now)
    }

    /// Whether its day, its people and its note can still be changed; one whose last day has passed goes on with a later one.
    #[must_use]
    pub fn can_change(&self) -> bool {
        self.closed.is_none() && self.became.is_none()
    }
}

/// Whether a day has ended everywhere.
#[must_use]
pub fn is_past(day: Date, now: Millis) -> bool {
    local(now, LAST_TO_END).0 > day
}

/// Whether somebody reads a round and, while it is open, comments: whoever writes the framework, and whoever was asked.
#[must_use]
pub fn takes_part(me: &Me, asked: bool) -> bool {
    me.may_write_framework() || asked
}

/// What somebody thinks of a look-for, or of the draft as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// Of which look-for; `None` for the draft as a whole.
    pub look_for: Option<LookForId>,
    /// The look-for's words when it was written, for when it has left the draft; empty for the draft as a whole.
    pub about: String,
    /// Whose it is: told to themselves and to whoever writes the framework.
    pub account: Option<AccountId>,
    /// Their name: told to the same people.
    pub by: Option<String>,
    /// What they say, 1 to [`MOST_WORDS`] characters.
    pub text: String,
    /// When it was last written, by the server's clock.
    pub at: Millis,
    /// What the district says to it; `None` so far.
    pub answer: Option<CommentAnswer>,
}

/// What the district says to a comment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentAnswer {
    /// Its words, 1 to [`MOST_WORDS`] characters.
    pub text: String,
    /// Whether the comment was taken up; `None` where that is not said.
    pub uptake: Option<Uptake>,
    /// Who answered last, as people say it.
    pub by: String,
    /// When, by the server's clock.
    pub at: Millis,
}

/// Whether the district follows a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Uptake {
    /// The draft was changed as it says, or will be.
    TakenUp,
    /// The draft stays as it is.
    NotTakenUp,
}

impl Comment {
    /// Names exactly these words and this answer: whoever answers sends it along, so that nobody answers what is no longer said.
    #[must_use]
    pub fn tag(&self) -> Bits128 {
        let (answer, uptake) = self.answer.as_ref().map_or(("", None), |answer| (answer.text.as_str(), answer.uptake));
        let uptake: &[u8] = match uptake {
            None => b"",
            Some(Uptake::TakenUp) => b"taken up",
            Some(Uptake::NotTakenUp) => b"not taken up",
        };
        Bits128::hash(&[self.text.as_bytes(), answer.as_bytes(), uptake])
    }

    /// Whether it is this person's.
    #[must_use]
    pub fn is_of(&self, account: &AccountId) -> bool {
        self.account.as_ref() == Some(account)
    }
}

/// How many comments there are of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CommentCount {
    /// All of them.
    pub all: usize,
    /// Those without an answer.
    pub unanswered: usize,
}

impl CommentCount {
    /// Of these.
    #[must_use]
    pub fn of<'a>(comments: impl IntoIterator<Item = &'a Comment>) -> Self {
        comments.into_iter().fold(Self::default(), |Self { all, unanswered }, comment| Self {
            all: all + 1,
            unanswered: unanswered + usize::from(comment.answer.is_none()),
        })
    }
}

/// Comments in the order in which the district goes through them: unanswered first, the oldest of each first.
#[must_use]
pub fn unanswered_first(comments: &[Comment]) -> Vec<&Comment> {
    let mut all: Vec<&Comment> = comments.iter().collect();
    all.sort_by_key(|comment| (comment.answer.is_some(), comment.at));
    all
}

/// Words as they are kept: without space around them.
///
/// # Errors
/// [`CannotComment::Words`] when there are none, or too many.
pub fn worded(text: &str) -> Result<String, CannotComment> {
    let text = text.trim();
    let fits = (1..=MOST_WORDS).contains(&text.chars().count());
    if fits && !text.contains('\0') { Ok(text.to_owned()) } else { Err(CannotComment::Words) }
}

#[cfg(test)]
mod tests;
