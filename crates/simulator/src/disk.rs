//! A tablet's disk with everything that can go wrong with one. What a transaction writes is on it whole or not at all.

use std::cell::Cell;

use domain::device::{Decision, MemoryStorage, Rows, Shelf, Storage, Write};

/// Why a transaction did not run through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DiskFailure {
    /// The browser's allowance is used up: nothing was written.
    Full,
    /// The connection is dead: nothing was written.
    Lost,
    /// The tablet died. What was to be written is there or not, as [`Fate`] has it.
    Died,
}

/// What becomes of a later transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Full,
    Lost,
    /// The tablet dies just before it is written.
    DiesBefore,
    /// The tablet dies just after.
    DiesAfter,
}

/// A disk in memory.
#[derive(Debug, Default)]
pub(crate) struct Disk {
    pub(crate) values: MemoryStorage,
    /// After so many transactions that write, this happens to the next.
    awaits: Cell<Option<(u32, Fate)>>,
}

impl Disk {
    /// The same values on another disk: an installation copied from one tablet to another.
    pub(crate) fn copy(&self) -> Self {
        let copy = Self::default();
        for (key, value) in self.values.dump() {
            copy.values.put(key, value);
        }
        copy
    }

    pub(crate) fn will(&self, after: u32, fate: Fate) {
        self.awaits.set(Some((after, fate)));
    }

    pub(crate) fn mend(&self) {
        self.awaits.set(None);
    }

    fn fate(&self) -> Option<Fate> {
        let (left, fate) = self.awaits.get()?;
        match left.checked_sub(1) {
            Some(left) => {
                self.awaits.set(Some((left, fate)));
                None
            }
            None => {
                self.awaits.set(None);
                Some(fate)
            }
        }
    }
}

impl Storage for Disk {
    type Error = DiskFailure;

    async fn transact<T>(&self, decide: impl Fn(&Rows) -> Decision<T>) -> Result<T, DiskFailure> {
        let fate = Cell::new(None);
        let decided = |rows: &Rows| {
            let (writes, answer) = decide(rows)?;
            if writes.is_empty() {
                return Ok((writes, Ok(answer)));
            }
            fate.set(fate.get().or_else(|| self.fate()));
            Ok(match fate.get() {
                None => (writes, Ok(answer)),
                Some(Fate::Full) => (Vec::<Write>::new(), Err(DiskFailure::Full)),
                Some(Fate::Lost) => (Vec::new(), Err(DiskFailure::Lost)),
                Some(Fate::DiesBefore) => (Vec::new(), Err(DiskFailure::Died)),
                Some(Fate::DiesAfter) => (writes, Err(DiskFailure::Died)),
            })
        };
        let Ok(answer) = self.values.transact(decided).await;
        answer
    }

    async fn scan(
        &self,
        shelf: Shelf,
        after: Option<String>,
        limit: usize,
    ) -> Result<Vec<(String, Vec<u8>)>, DiskFailure> {
        let Ok(rows) = self.values.scan(shelf, after, limit).await;
        Ok(rows)
    }
}
