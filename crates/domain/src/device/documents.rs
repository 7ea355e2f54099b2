//! The published documents that a tablet holds.

use std::collections::BTreeMap;

use super::shelf::{Key, Shelf, Storage, Write};
use crate::district::{Area, District, Document, Published};
use crate::framework::Framework;
use crate::id::{DocumentHash, LookForId, SchoolId};
use crate::roster::Roster;
use crate::time::Date;

/// What the district has published, as far as it has arrived.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Documents {
    /// The district; `None` before the first pull.
    pub district: Option<District>,
    /// Every framework version, by its document.
    pub frameworks: BTreeMap<DocumentHash, Framework>,
    /// The rosters of the tablet's schools.
    pub rosters: BTreeMap<SchoolId, Roster>,
    /// Documents that this program cannot read, by their key.
    pub unreadable: Vec<(String, Vec<u8>)>,
}

impl Documents {
    /// Reads every document on the tablet.
    ///
    /// # Errors
    /// When the storage fails.
    pub async fn read<S: Storage>(storage: &S) -> Result<Self, S::Error> {
        let mut documents = Self::default();
        for (name, bytes) in storage.scan(Shelf::Documents, None, usize::MAX).await? {
            let document: Option<Document> = serde_json::from_slice(&bytes).ok();
            match document.and_then(|document| Some((document.hash(), document.read().ok()?))) {
                Some((hash, published)) => documents.put(hash, published),
                None => documents.unreadable.push((name, bytes)),
            }
        }
        Ok(documents)
    }

    /// Puts a document in place of an earlier one; every framework version stays.
    pub fn put(&mut self, hash: DocumentHash, published: Published) {
        match published {
            Published::District(district) => self.district = Some(district),
            Published::Framework(framework) => {
                self.frameworks.insert(hash, framework);
            }
            Published::Roster(roster) => {
                self.rosters.insert(roster.school.clone(), roster);
            }
        }
    }

    /// What is watched in an area on a day, in order.
    #[must_use]
    pub fn focus(&self, area: &Area, day: Date) -> Vec<LookForId> {
        self.district.as_ref().map(|district| district.focus_in(area, day)).unwrap_or_default()
    }

    /// The version that was published last.
    #[must_use]
    pub fn newest(&self) -> Option<&Framework> {
        self.frameworks.values().max_by_key(|framework| framework.version)
    }

    /// The framework version to record against on a local date: the latest that has come into effect, or the
    /// earliest there is.
    #[must_use]
    pub fn framework_on(&self, date: Date) -> Option<(DocumentHash, &Framework)> {
        let all = || self.frameworks.iter().map(|(hash, framework)| (*hash, framework));
        let order = |(hash, framework): &(DocumentHash, &Framework)| (framework.effective, framework.version, *hash);
        all().filter(|(_, framework)| framework.effective <= date).max_by_key(order).or_else(|| all().min_by_key(order))
    }
}

/// The write that keeps a document. One that cannot be read keeps its place under its hash until it can be.
pub(super) fn keep(document: &Document) -> Option<Write> {
    let name = match document.read() {
        Ok(Published::District(_)) => String::from("district"),
        Ok(Published::Framework(_)) => format!("framework/{}", document.hash()),
        Ok(Published::Roster(roster)) => format!("roster/{}", roster.school),
        Err(_) => format!("unreadable/{}", document.hash()),
    };
    let bytes = serde_json::to_vec(document).ok()?;
    Some(Write::Put(Key::new(Shelf::Documents, name), bytes))
}
