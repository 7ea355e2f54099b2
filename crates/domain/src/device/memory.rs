//! Storage in memory: for native tests, simulations, and nothing that must survive.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::ops::Bound::{Excluded, Unbounded};

use super::shelf::{Decision, Key, Missing, Rows, Shelf, Storage, Write};

/// Shelves in memory. Tabs of one tablet share one of these.
#[derive(Debug, Default)]
pub struct MemoryStorage(RefCell<BTreeMap<Key, Vec<u8>>>);

impl MemoryStorage {
    /// Puts a value without asking, as a file copied into the database would.
    pub fn put(&self, key: Key, value: Vec<u8>) {
        self.0.borrow_mut().insert(key, value);
    }

    /// Everything, in order: what two tablets must agree on byte for byte is compared with this.
    #[must_use]
    pub fn dump(&self) -> BTreeMap<Key, Vec<u8>> {
        self.0.borrow().clone()
    }
}

impl Storage for MemoryStorage {
    type Error = Infallible;

    async fn transact<T>(&self, decide: impl Fn(&Rows) -> Decision<T>) -> Result<T, Infallible> {
        let mut values = self.0.borrow_mut();
        let mut rows = Rows::default();
        loop {
            match decide(&rows) {
                Err(Missing(keys)) => {
                    for key in keys {
                        let value = values.get(&key).cloned();
                        rows.insert(key, value);
                    }
                }
                Ok((writes, answer)) => {
                    for write in writes {
                        match write {
                            Write::Put(key, value) => values.insert(key, value),
                            Write::Delete(key) => values.remove(&key),
                        };
                    }
                    return Ok(answer);
                }
            }
        }
    }

    async fn scan(
        &self,
        shelf: Shelf,
        after: Option<String>,
        limit: usize,
    ) -> Result<Vec<(String, Vec<u8>)>, Infallible> {
        let from = after.map_or_else(|| Key::new(shelf, ""), |name| Key::new(shelf, name));
        let values = self.0.borrow();
        let on_shelf = values.range((Excluded(from), Unbounded)).take_while(|(key, _)| key.shelf == shelf);
        Ok(on_shelf.take(limit).map(|(key, value)| (key.name.clone(), value.clone())).collect())
    }
}
