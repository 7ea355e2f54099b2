//! A pulled page in the saved form, for tablets: a third of the bytes of its JSON, read without parsing text.

use super::wire::PullAnswer;
use crate::saved::{Loaded, Unwritable, load, save};

/// The media type of a page in the saved form. Nothing in it names its parts, so whoever changes what a page is made of,
/// the order of an enum's variants included, raises the number: an older app then asks for a page that this server does not
/// write, and gets JSON, of which it reads what it knows by name. A variant added at an enum's end needs a new schema of edits
/// instead ([`crate::edit::SCHEMA`]): no older app reads it in either form.
pub const PAGE: &str = "application/vnd.throughline.page-1";

impl PullAnswer {
    /// The page in the saved form.
    ///
    /// # Errors
    /// As [`save`].
    pub fn to_page(&self) -> Result<Vec<u8>, Unwritable> {
        save(self)
    }

    /// Reads a page in the saved form; `None` when it is not one, or not a whole one.
    #[must_use]
    pub fn from_page(bytes: Vec<u8>) -> Option<Self> {
        match load(Some(bytes)) {
            Loaded::Thing(page) => Some(page),
            Loaded::Nothing | Loaded::Unreadable(_) => None,
        }
    }
}
