//! The saved form: a version byte, then the value in postcard. Loading has three outcomes: nothing, the thing, or
//! unreadable with the raw bytes kept.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The version that this program writes.
pub const VERSION: u8 = 1;

/// What loading found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loaded<T> {
    /// There was nothing.
    Nothing,
    /// There it is.
    Thing(T),
    /// There is something that this program cannot read. It must be kept as it is and offered as a file.
    Unreadable(Vec<u8>),
}

/// The value cannot be written; with the types of this crate it never happens.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this value cannot be saved")]
pub struct Unwritable;

/// Writes the saved form.
///
/// # Errors
/// When the value cannot be written.
pub fn save<T: Serialize>(value: &T) -> Result<Vec<u8>, Unwritable> {
    postcard::to_extend(value, vec![VERSION]).map_err(|_| Unwritable)
}

/// Reads the saved form; every version that was ever written stays readable here.
#[must_use]
pub fn load<T: DeserializeOwned>(bytes: Option<Vec<u8>>) -> Loaded<T> {
    let Some(bytes) = bytes else {
        return Loaded::Nothing;
    };
    let read = match bytes.split_first() {
        Some((&VERSION, rest)) => postcard::take_from_bytes(rest).ok(),
        Some(_) | None => None,
    };
    match read {
        Some((value, [])) => Loaded::Thing(value),
        Some(_) | None => Loaded::Unreadable(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_saved_loads() {
        let value = (String::from("Room 204"), 3_u32);
        assert_eq!(load(Some(save(&value).unwrap())), Loaded::Thing(value));
    }

    #[test]
    fn unreadable_bytes_are_kept_and_never_become_nothing() {
        assert_eq!(load::<u32>(None), Loaded::Nothing);
        for bytes in [vec![], vec![9, 1], vec![VERSION], vec![VERSION, 1, 1]] {
            assert_eq!(load::<u32>(Some(bytes.clone())), Loaded::Unreadable(bytes));
        }
    }
}
