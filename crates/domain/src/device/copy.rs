//! A copy of everything unsent, as a file, and back: for a tablet that must be repaired before it finds a network.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use serde::{Deserialize, Serialize};

use super::record::Author;
use super::shelf::{Key, Shelf, Storage, put};
use super::visits::{Cold, Facts};
use crate::edit::{Edit, Pen};
use crate::fact::Pack;
use crate::framework::Framework;
use crate::id::{AccountId, DocumentHash};
use crate::saved::{Loaded, load};

/// What stands in such a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copy {
    /// Says what the file is; [`Copy::FORMAT`].
    pub format: String,
    /// Whose edits these are.
    pub account: AccountId,
    /// The edits, as first written.
    pub edits: Vec<String>,
}

impl Copy {
    /// What such a file calls itself.
    pub const FORMAT: &'static str = "throughline-unsent-1";

    /// Reads a file; `None` when it is not such a copy.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().filter(|copy: &Self| copy.format == Self::FORMAT)
    }
}

/// Everything unsent and refused, and `unsaved` edits that have not even reached the disk.
///
/// # Errors
/// When the storage fails.
pub async fn copy<S: Storage>(storage: &S, account: &AccountId, unsaved: &[Edit]) -> Result<Copy, S::Error> {
    let mut edits = Vec::new();
    for (_, bytes) in storage.scan(Shelf::Outbox, None, usize::MAX).await? {
        if let Loaded::Thing(text) = load::<String>(Some(bytes)) {
            edits.push(text);
        }
    }
    for (_, bytes) in storage.scan(Shelf::Quarantine, None, usize::MAX).await? {
        if let Loaded::Thing(refused) = load::<Vec<super::Quarantined>>(Some(bytes)) {
            edits.extend(refused.into_iter().map(|edit| edit.text));
        }
    }
    edits.extend(unsaved.iter().map(|edit| edit.text().to_owned()));
    Ok(Copy { format: Copy::FORMAT.to_owned(), account: account.clone(), edits })
}

/// What loading a copy did.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Restored {
    /// Edits that came back.
    pub restored: usize,
    /// Edits that were on the tablet already.
    pub known: usize,
    /// Fact packs that changed.
    pub packs: Vec<Pack>,
}

/// Brings the edits of a copy back, to be sent like any others. What is here already stays as it is. Edits are
/// re-issued under this tablet's own numbering, and fold in as the changes that they are.
///
/// # Errors
/// When the storage fails; nothing has changed then.
pub async fn restore<S: Storage>(
    storage: &S,
    frameworks: &BTreeMap<DocumentHash, Framework>,
    author: &Author,
    copy: &Copy,
) -> Result<Restored, S::Error> {
    let mut known = std::collections::BTreeSet::new();
    for (_, bytes) in storage.scan(Shelf::Outbox, None, usize::MAX).await? {
        if let Loaded::Thing(text) = load::<String>(Some(bytes)) {
            known.extend(Edit::read(text).ok().map(|edit| edit.change()));
        }
    }
    for (_, bytes) in storage.scan(Shelf::Sent, None, usize::MAX).await? {
        if let Loaded::Thing((_, text)) = load::<(crate::time::Millis, String)>(Some(bytes)) {
            known.extend(Edit::read(text).ok().map(|edit| edit.change()));
        }
    }
    let edits: Vec<Edit> = copy.edits.iter().filter_map(|text| Edit::read(text.clone()).ok()).collect();
    let ours = |edit: &&Edit| *edit.author() == author.account;
    let (old, new): (Vec<&Edit>, Vec<&Edit>) =
        edits.iter().filter(ours).partition(|edit| known.contains(&edit.change()));
    storage
        .transact(|rows| {
            let places = new.iter().filter_map(|edit| Some((edit.stream(), edit.visit()?)));
            let places = places.flat_map(|(stream, visit)| [Key::hot(visit), Key::cold(stream, visit)]);
            rows.need(places.chain([Key::pen()]))?;
            let mut writes = Vec::new();
            let pen: Option<Pen> = rows.load(&Key::pen(), &mut writes)?;
            let mut pen = pen.unwrap_or_else(|| Pen::new(author.fresh, author.account.clone()));
            let (mut states, mut cold) = (BTreeMap::new(), Cold::default());
            for edit in &new {
                let Some(visit) = edit.visit() else { continue };
                let (_, _, state) = match states.entry(visit) {
                    Entry::Occupied(known) => known.into_mut(),
                    Entry::Vacant(place) => {
                        let state = cold.locate(rows, edit.stream(), visit, &mut writes)?;
                        place.insert((edit.stream(), state.clone(), state))
                    }
                };
                state.apply(edit, None);
                if let Ok(again) = edit.reissue(pen.take_id()) {
                    put(&mut writes, Key::outbox(again.id().seq), &again.text());
                }
            }
            let mut facts = Facts::new(frameworks);
            for (visit, (stream, before, after)) in &states {
                facts.change(rows, facts.of(*visit, before, &[]), facts.of(*visit, after, &[]), &mut writes)?;
                cold.keep_hot(rows, stream, *visit, after, &mut writes)?;
            }
            cold.finish(&mut writes);
            put(&mut writes, Key::pen(), &pen);
            let packs = facts.finish(&mut writes);
            Ok((writes, Restored { restored: new.len(), known: old.len(), packs }))
        })
        .await
}
