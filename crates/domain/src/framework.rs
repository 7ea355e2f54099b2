//! The district's common instructional framework: strands, look-fors, and how each is observed.

mod case;
mod changes;
mod comments;
mod draft;
mod file;
mod succession;
mod table;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::id::{LookForId, StrandId};
use crate::time::Date;

pub use changes::{Difference, FrameworkChanges, LookForChange};
pub use comments::{
    AnswerComment, AskedForComments, AskedRound, Became, CannotComment, CloseRound, Comment, CommentAnswer,
    CommentCount, CommentProblem, HeldRound, Invitation, MOST_WORDS, PlanRound, Round, Uptake, WithdrawComment,
    WriteComment, is_past, takes_part, unanswered_first, worded,
};
pub use draft::{
    AskedDraft, CannotDraft, Clash, Draft, DraftChange, DraftProblem, FileForm, FileProblem, HeldDraft,
    MOST_DRAFT_BYTES, Merged, PublishDraft, PublishedDraft, SaveDraft, SavedDraft, Side,
};
pub use file::{FrameworkFile, FromFile, LeftOut, NotAFramework, WhyLeftOut};
pub use succession::{CannotCount, Succession};

/// A published version of the framework. It never changes; a visit keeps the version it was recorded with,
/// named by the hash of the document that held it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Framework {
    /// What the district calls it.
    pub title: String,
    /// Counts up from 1 as the district publishes.
    pub version: u32,
    /// The first local date on which visits are recorded against it.
    pub effective: Date,
    /// In reading order.
    pub strands: Vec<Strand>,
}

/// A group of look-fors: curriculum, instruction, assessment … or whatever the district chooses.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Strand {
    /// The same from version to version.
    pub id: StrandId,
    /// As people read it.
    pub name: String,
    /// In reading order.
    pub look_fors: Vec<LookFor>,
}

/// One observable practice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LookFor {
    /// The same practice keeps its id from version to version.
    pub id: LookForId,
    /// The practice, as an observer reads it at arm's length.
    pub text: String,
    /// At most a few words, for the dock and for chart labels.
    pub short: String,
    /// What counts as seeing it.
    #[serde(default)]
    pub hint: Option<String>,
    /// What it can look like in a lesson: one example each.
    #[serde(default)]
    pub examples: Vec<String>,
    /// How it is observed.
    pub kind: Kind,
    /// Whether schools may adapt it.
    pub autonomy: Autonomy,
    /// The segments of a lesson in which it can be judged; empty means all. Elsewhere it is not applicable by itself.
    #[serde(default)]
    pub segments: Vec<Segment>,
    /// What it comes from, where earlier versions have the practice under other ids.
    #[serde(default)]
    pub succeeds: Option<Succession>,
}

/// Defined autonomy: what the district holds in common and what schools may adapt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Autonomy {
    /// Expected in every school as it stands.
    NonNegotiable,
    /// A school may adapt it or switch it off.
    Adaptable,
}

/// How a look-for is observed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// Seen or not seen.
    Presence,
    /// Each occurrence is tapped; compared as a rate per 10 watched minutes.
    Count,
    /// A timer runs while it lasts; compared as a share of watched time.
    Duration,
    /// Momentary time sampling: at each prompt, a snapshot; compared as a share of students (or of prompts).
    Interval {
        /// Minutes from one prompt to the next, 1 ..= 30.
        every_minutes: u8,
        /// What the observer answers at a prompt.
        ask: Ask,
    },
    /// A level of a rubric.
    Rating {
        /// From the lowest up; 2 ..= 6 of them.
        levels: Vec<Level>,
        /// The lowest level, counted from 1, that counts as shown.
        shown_from: u8,
    },
}

/// What is asked at the prompt of an interval look-for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Ask {
    /// How many of the students present are *not* doing it.
    NotDoing,
    /// Whether it is happening at this moment.
    YesOrNo,
}

/// One level of a rubric.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Level {
    /// One or two words.
    pub name: String,
    /// What an observer sees at this level.
    pub descriptor: String,
}

/// A part of the lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Segment {
    /// Settling, purpose, first instruction.
    Opening,
    /// The body of the lesson.
    Middle,
    /// Summing up and leaving.
    Closing,
}

impl Segment {
    /// In the order of a lesson.
    pub const ALL: [Self; 3] = [Self::Opening, Self::Middle, Self::Closing];
}

impl Kind {
    /// Whether it is compared as an amount over an exposure rather than as shown of looked.
    #[must_use]
    pub fn is_amount(&self) -> bool {
        match self {
            Self::Presence | Self::Rating { .. } => false,
            Self::Count | Self::Duration | Self::Interval { .. } => true,
        }
    }
}

/// What makes a framework unfit to publish.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unfit {
    /// Two look-fors share an id.
    #[error("look-for {0:?} appears twice")]
    Twice(LookForId),
    /// A rating has fewer than two or more than six levels, or its threshold is not one of them.
    #[error("look-for {0:?} has a rating that cannot be chosen from")]
    Levels(LookForId),
    /// An interval is not within 1 ..= 30 minutes.
    #[error("look-for {0:?} prompts outside 1 to 30 minutes")]
    Interval(LookForId),
    /// A look-for says nothing.
    #[error("look-for {0:?} has no text")]
    NoText(LookForId),
    /// Two strands share an id.
    #[error("strand {0:?} appears twice")]
    StrandTwice(StrandId),
    /// Nobody would know what to call it.
    #[error("the framework has no title")]
    NoTitle,
    /// It comes from a look-for that is still there.
    #[error("look-for {0:?} comes from one that is still in the framework")]
    StillThere(LookForId),
    /// An earlier look-for was split, and its visits would count for one of the parts.
    #[error("the earlier look-for {0:?} was split, and its visits would count for a part of it")]
    CountedAsPart(LookForId),
    /// There is nothing to look for.
    #[error("the framework has no look-fors")]
    Empty,
}

impl Framework {
    /// Every look-for, in reading order. A visit's fact holds its outcomes in this order.
    pub fn look_fors(&self) -> impl Iterator<Item = &LookFor> {
        self.strands.iter().flat_map(|strand| &strand.look_fors)
    }

    /// The look-for with this id.
    #[must_use]
    pub fn look_for(&self, id: &LookForId) -> Option<&LookFor> {
        self.look_fors().find(|look_for| look_for.id == *id)
    }

    /// Whether it can be published: ids once, a title, each look-for with a text, ratings and intervals within their ranges, not empty.
    ///
    /// # Errors
    /// The first reason found, in reading order.
    pub fn check(&self) -> Result<(), Unfit> {
        ids_once(&self.strands)?;
        if self.title.trim().is_empty() {
            return Err(Unfit::NoTitle);
        }
        for look_for in self.look_fors() {
            if look_for.text.trim().is_empty() {
                return Err(Unfit::NoText(look_for.id.clone()));
            }
            match &look_for.kind {
                Kind::Rating { levels, shown_from } => {
                    let threshold = usize::from(*shown_from);
                    if !(2..=6).contains(&levels.len()) || threshold == 0 || threshold > levels.len() {
                        return Err(Unfit::Levels(look_for.id.clone()));
                    }
                }
                Kind::Interval { every_minutes, .. } => {
                    if !(1..=30).contains(every_minutes) {
                        return Err(Unfit::Interval(look_for.id.clone()));
                    }
                }
                Kind::Presence | Kind::Count | Kind::Duration => {}
            }
        }
        self.check_successions()?;
        if self.look_fors().next().is_none() { Err(Unfit::Empty) } else { Ok(()) }
    }
}

/// Whether every strand and every look-for is there once.
fn ids_once(strands: &[Strand]) -> Result<(), Unfit> {
    let (mut seen, mut seen_strands) = (BTreeSet::new(), BTreeSet::new());
    if let Some(twice) = strands.iter().find(|strand| !seen_strands.insert(&strand.id)) {
        return Err(Unfit::StrandTwice(twice.id.clone()));
    }
    let mut look_fors = strands.iter().flat_map(|strand| &strand.look_fors);
    match look_fors.find(|look_for| !seen.insert(&look_for.id)) {
        Some(twice) => Err(Unfit::Twice(twice.id.clone())),
        None => Ok(()),
    }
}
