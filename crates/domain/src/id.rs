//! Names for things: random 128-bit ids minted on a tablet, hashes of content, and the district's own keys.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest, Sha256};

/// 128 bits: sixteen bytes in storage, thirty-two hexadecimal digits in text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Bits128(pub [u8; 16]);

impl Bits128 {
    /// The first 128 bits of the SHA-256 of `parts`, each preceded by its length so that no two lists collide.
    #[must_use]
    pub fn hash(parts: &[&[u8]]) -> Self {
        let mut hasher = Sha256::new();
        for part in parts {
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        let mut bits = [0; 16];
        bits.copy_from_slice(&hasher.finalize()[..16]);
        Self(bits)
    }

    /// The sum modulo 2¹²⁸, the operation behind [`crate::sync::Fingerprint`]: order does not matter.
    #[must_use]
    pub fn wrapping_add(self, other: Self) -> Self {
        Self(u128::from_be_bytes(self.0).wrapping_add(u128::from_be_bytes(other.0)).to_be_bytes())
    }
}

impl fmt::Display for Bits128 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Bits128 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text is not thirty-two lower-case hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a 128-bit id: {0:?}")]
pub struct NotAnId(pub String);

impl FromStr for Bits128 {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let wrong = || NotAnId(text.chars().take(40).collect());
        let lower = |byte: &u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(byte);
        if text.len() != 32 || !text.as_bytes().iter().all(lower) {
            return Err(wrong());
        }
        let number = u128::from_str_radix(text, 16).map_err(|_| wrong())?;
        Ok(Self(number.to_be_bytes()))
    }
}

impl Serialize for Bits128 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() { serializer.collect_str(self) } else { self.0.serialize(serializer) }
    }
}

impl<'de> Deserialize<'de> for Bits128 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            std::borrow::Cow::<'de, str>::deserialize(deserializer)?.parse().map_err(de::Error::custom)
        } else {
            <[u8; 16]>::deserialize(deserializer).map(Self)
        }
    }
}

macro_rules! bits {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Bits128);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }
        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> { text.parse().map(Self) }
        }
        impl From<[u8; 16]> for $name {
            fn from(bytes: [u8; 16]) -> Self { Self(Bits128(bytes)) }
        }
    )*};
}

bits! {
    /// One walkthrough visit, minted on the tablet that started it.
    VisitId,
    /// One thing that happened at a moment: a tap, a timer's start or stop, a pause, a change of segment.
    MarkId,
    /// One note.
    NoteId,
    /// One snapshot of an interval look-for.
    SnapshotId,
    /// One installation × one account.
    ReplicaId,
    /// One change to a field: the hash of author, stamp and body, the same after an edit is re-issued.
    ChangeId,
    /// One import of a file: also the replica that wrote its edits.
    ImportId,
    /// The hash of an edit's bytes as first written.
    EditHash,
    /// The hash of a published document's bytes.
    DocumentHash,
}

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The key as text.
            #[must_use]
            pub fn as_str(&self) -> &str { &self.0 }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&self.0) }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { fmt::Debug::fmt(&self.0, f) }
        }
        impl From<&str> for $name {
            fn from(text: &str) -> Self { Self(text.to_owned()) }
        }
    )*};
}

keys! {
    /// A district: the first part of every key on the server.
    DistrictId,
    /// A network of schools.
    NetworkId,
    /// A school.
    SchoolId,
    /// A classroom: one room or class that can be visited.
    ClassroomId,
    /// A teacher or another adult who teaches.
    TeacherId,
    /// Someone who signs in.
    AccountId,
    /// A strand of the framework.
    StrandId,
    /// A look-for; the same practice keeps its id from version to version.
    LookForId,
    /// A subject, as the roster writes it.
    SubjectId,
    /// A goal.
    GoalId,
    /// Something else that is under way, beside the goals.
    InitiativeId,
    /// A tag on a class group (English learners, inclusion …).
    GroupId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_from_its_own_text() {
        let id = VisitId::from([0xab; 16]);
        assert_eq!(id.to_string().parse(), Ok(id));
    }

    #[test]
    fn text_that_is_not_an_id_is_refused() {
        for text in ["", "abc", "+b000000000000000000000000000000", "AB000000000000000000000000000000"] {
            assert!(text.parse::<VisitId>().is_err(), "{text}");
        }
    }

    #[test]
    fn lists_that_join_to_the_same_bytes_hash_apart() {
        assert_ne!(Bits128::hash(&[b"ab", b"c"]), Bits128::hash(&[b"a", b"bc"]));
    }
}
