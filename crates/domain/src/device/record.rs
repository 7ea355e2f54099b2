//! A tap, from the recorder to disk: the edit, the visit, the pen and the fact in one transaction.

use std::collections::BTreeMap;

use super::shelf::{Key, Storage, put};
use super::visits::{Cold, Facts};
use crate::edit::{Edit, Malformed, Pen};
use crate::fact::Pack;
use crate::framework::Framework;
use crate::id::{AccountId, DocumentHash, MarkId, ReplicaId, VisitId};
use crate::merge::VisitState;
use crate::stream::Stream;
use crate::time::Millis;
use crate::visit::{Change, Field, Mark, Seat, Setting};

/// What a person wants to change. What it replaces is known only inside the transaction, where another tab may
/// have been first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Intent {
    /// Something happened.
    Add(MarkId, Mark),
    /// It did not.
    Void(MarkId),
    /// A field has a value.
    Set(Setting),
}

impl Intent {
    fn change(self, state: &VisitState) -> Change {
        match self {
            Self::Add(id, mark) => Change::Add(id, mark),
            Self::Void(id) => Change::Void(id),
            Self::Set(setting) => state.setting(setting),
        }
    }

    /// What takes this back, given the state before it. `fresh` names the mark that stands in for a voided one.
    /// `None` for what cannot be taken back: the beginning of a visit and a void of nothing.
    #[must_use]
    pub fn undo(&self, before: &VisitState, fresh: MarkId) -> Option<Self> {
        match self {
            Self::Add(id, _) => Some(Self::Void(*id)),
            Self::Void(id) => {
                let (_, mark) = before.marks().find(|(mark, _)| mark == id)?;
                Some(Self::Add(fresh, mark.clone()))
            }
            Self::Set(setting) => {
                let field = setting.field();
                before.shown(&field).cloned().or_else(|| cleared(field)).map(Self::Set)
            }
        }
    }
}

/// The value of a field that says nothing.
fn cleared(field: Field) -> Option<Setting> {
    match field {
        Field::Begin | Field::Context => None,
        Field::Answer(look_for) => Some(Setting::Answer(look_for, None)),
        Field::Snapshot(look_for, id) => Some(Setting::Snapshot(look_for, id, None)),
        Field::Note(id) => Some(Setting::Note(id, None)),
        Field::Flag(flag) => Some(Setting::Flag(flag, false)),
        Field::Present => Some(Setting::Present(None)),
        Field::Nothing => Some(Setting::Nothing(false)),
        Field::Finished => Some(Setting::Finished(None)),
        Field::Discarded => Some(Setting::Discarded(false)),
        Field::Strength => Some(Setting::Strength(String::new())),
        Field::Question => Some(Setting::Question(String::new())),
        Field::Seat => Some(Setting::Seat(Seat::default())),
    }
}

/// What was stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    /// The visit as it is on disk.
    pub state: VisitState,
    /// The edits written.
    pub edits: Vec<Edit>,
    /// Fact packs that changed.
    pub packs: Vec<Pack>,
}

/// Who records, and what the account's first pen on this tablet would be called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// The account.
    pub account: AccountId,
    /// The replica to mint if the tablet has none for this account yet.
    pub fresh: ReplicaId,
}

/// Records what a person wants, in one transaction: every intent or none.
///
/// # Errors
/// The outer error when the storage fails, the inner when an intent is malformed; nothing is stored then.
pub async fn record<S: Storage>(
    storage: &S,
    frameworks: &BTreeMap<DocumentHash, Framework>,
    author: &Author,
    stream: &Stream,
    visit: VisitId,
    now: Millis,
    intents: &[Intent],
) -> Result<Result<Recorded, Malformed>, S::Error> {
    let decide = |rows: &super::Rows| {
        rows.need([Key::pen(), Key::hot(visit), Key::quarantine(Some(visit))])?;
        let mut writes = Vec::new();
        let pen = rows.load(&Key::pen(), &mut writes)?;
        let mut pen = pen.unwrap_or_else(|| Pen::new(author.fresh, author.account.clone()));
        let refused: Vec<_> = rows.load(&Key::quarantine(Some(visit)), &mut writes)?.unwrap_or_default();
        let mut cold = Cold::default();
        let mut state = cold.locate(rows, stream, visit, &mut writes)?;
        let mut facts = Facts::new(frameworks);
        let before = facts.of(visit, &state, &refused);
        let mut edits = Vec::with_capacity(intents.len());
        for intent in intents {
            let change = intent.clone().change(&state);
            match pen.write(now, stream, visit, change) {
                Ok(edit) => {
                    state.apply(&edit, None);
                    edits.push(edit);
                }
                Err(malformed) => return Ok((Vec::new(), Err(malformed))),
            }
        }
        facts.change(rows, before, facts.of(visit, &state, &refused), &mut writes)?;
        for edit in &edits {
            put(&mut writes, Key::outbox(edit.id().seq), &edit.text());
        }
        cold.keep_hot(rows, stream, visit, &state, &mut writes)?;
        cold.finish(&mut writes);
        put(&mut writes, Key::pen(), &pen);
        let packs = facts.finish(&mut writes);
        Ok((writes, Ok(Recorded { state, edits, packs })))
    };
    storage.transact(decide).await
}

/// What a visit would be with these intents, and the edits that would say so: for showing a tap in the next frame,
/// before the disk has it, and for saving a copy of what the disk would not take. A malformed intent is left out.
#[must_use]
pub fn preview(
    state: &VisitState,
    author: &Author,
    stream: &Stream,
    visit: VisitId,
    now: Millis,
    intents: &[Intent],
) -> (VisitState, Vec<Edit>) {
    let mut pen = Pen::new(author.fresh, author.account.clone());
    let (mut state, mut edits) = (state.clone(), Vec::new());
    for intent in intents {
        if let Ok(edit) = pen.write(now, stream, visit, intent.clone().change(&state)) {
            state.apply(&edit, None);
            edits.push(edit);
        }
    }
    (state, edits)
}
