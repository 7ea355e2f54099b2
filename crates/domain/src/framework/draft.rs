//! The next version of the framework while it is being written, and what a person can change about it.

mod merge;
mod wire;

use serde::{Deserialize, Serialize};

use super::{Framework, LookFor, Strand, Unfit, ids_once};
use crate::id::{Bits128, LookForId, StrandId};
use crate::time::Date;

pub use merge::{Clash, Merged, Side};
pub use wire::{
    AskedDraft, CannotDraft, DraftProblem, FileForm, FileProblem, HeldDraft, MOST_DRAFT_BYTES, PublishDraft,
    PublishedDraft, SaveDraft, SavedDraft,
};

/// The next version of the framework while it is being written: without the number and the date that publishing gives it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Draft {
    /// What the district calls it.
    pub title: String,
    /// In reading order.
    pub strands: Vec<Strand>,
}

/// One thing that a person does to a draft. What it names and the draft does not have, it does nothing to.
#[derive(Debug, Clone, PartialEq)]
pub enum DraftChange {
    /// Calls the framework something.
    Title(String),
    /// Names a strand; one that is new stands last.
    Strand(StrandId, String),
    /// Puts a strand before another, or last.
    PlaceStrand(StrandId, Option<StrandId>),
    /// Takes a strand out, with its look-fors.
    RemoveStrand(StrandId),
    /// Writes a look-for, in a strand: in its place there, or last.
    LookFor(StrandId, LookFor),
    /// Puts a look-for into a strand, before another one there, or last.
    Place(LookForId, StrandId, Option<LookForId>),
    /// Takes a look-for out. The visits that it was recorded in keep it.
    Remove(LookForId),
}

impl Draft {
    /// What is published, to be changed.
    #[must_use]
    pub fn of(framework: &Framework) -> Self {
        Self { title: framework.title.clone(), strands: framework.strands.clone() }
    }

    /// It as a version.
    ///
    /// # Errors
    /// When observers could not use it.
    pub fn version(self, version: u32, effective: Date) -> Result<Framework, Unfit> {
        let framework = Framework { title: self.title, version, effective, strands: self.strands };
        framework.check()?;
        Ok(framework)
    }

    /// It as what files are held against, as of a day, though it has no number yet.
    #[must_use]
    pub fn as_known(self, on: Date) -> Framework {
        Framework { title: self.title, version: 0, effective: on, strands: self.strands }
    }

    /// Whether it can be written on: every strand and every look-for is there once.
    ///
    /// # Errors
    /// The first one that is there twice.
    pub fn check(&self) -> Result<(), Unfit> {
        ids_once(&self.strands)
    }

    /// Names exactly this draft: the hash of its text.
    #[must_use]
    pub fn tag_of(text: &str) -> Bits128 {
        Bits128::hash(&[text.as_bytes()])
    }

    /// Every look-for with its strand, in reading order.
    pub fn look_fors(&self) -> impl Iterator<Item = (&StrandId, &LookFor)> {
        self.strands.iter().flat_map(|strand| strand.look_fors.iter().map(|one| (&strand.id, one)))
    }

    /// The look-for with this id, and its strand.
    #[must_use]
    pub fn look_for(&self, id: &LookForId) -> Option<(&StrandId, &LookFor)> {
        self.look_fors().find(|(_, one)| one.id == *id)
    }

    /// The draft with something changed.
    #[must_use]
    pub fn with(&self, change: DraftChange) -> Self {
        let mut next = self.clone();
        match change {
            DraftChange::Title(title) => next.title = title,
            DraftChange::Strand(id, name) => match next.strand(&id) {
                Some(strand) => strand.name = name,
                None => next.strands.push(Strand { id, name, look_fors: Vec::new() }),
            },
            DraftChange::PlaceStrand(id, before) => {
                if let Some(strand) = take(&mut next.strands, |strand| strand.id == id) {
                    let at = place(&next.strands, |strand| before.as_ref() == Some(&strand.id));
                    next.strands.insert(at, strand);
                }
            }
            DraftChange::RemoveStrand(id) => next.strands.retain(|strand| strand.id != id),
            DraftChange::LookFor(strand, look_for) => {
                let id = look_for.id.clone();
                next.write(&strand, look_for);
                next.count_no_parts(&id);
            }
            DraftChange::Place(id, strand, before) => next.place(&id, &strand, before.as_ref()),
            DraftChange::Remove(id) => _ = next.take(&id),
        }
        next
    }

    fn strand(&mut self, id: &StrandId) -> Option<&mut Strand> {
        self.strands.iter_mut().find(|strand| strand.id == *id)
    }

    pub(super) fn write(&mut self, strand: &StrandId, look_for: LookFor) {
        let Some(here) = self.strand(strand) else { return };
        if let Some(there) = here.look_fors.iter_mut().find(|one| one.id == look_for.id) {
            *there = look_for;
            return;
        }
        self.take(&look_for.id);
        if let Some(here) = self.strand(strand) {
            here.look_fors.push(look_for);
        }
    }

    fn place(&mut self, id: &LookForId, strand: &StrandId, before: Option<&LookForId>) {
        if before == Some(id) || self.strand(strand).is_none() {
            return;
        }
        let Some(look_for) = self.take(id) else { return };
        if let Some(here) = self.strand(strand) {
            let at = place(&here.look_fors, |one| before == Some(&one.id));
            here.look_fors.insert(at, look_for);
        }
    }

    fn take(&mut self, id: &LookForId) -> Option<LookFor> {
        self.strands.iter_mut().find_map(|strand| take(&mut strand.look_fors, |one| one.id == *id))
    }
}

fn take<T>(of: &mut Vec<T>, is: impl Fn(&T) -> bool) -> Option<T> {
    of.iter().position(is).map(|at| of.remove(at))
}

/// Where the one stands before which something is put; else the end.
fn place<T>(of: &[T], is: impl Fn(&T) -> bool) -> usize {
    of.iter().position(is).unwrap_or(of.len())
}
