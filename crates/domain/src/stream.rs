//! Streams: what a tablet may hold, and from where each entity reaches it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::id::SchoolId;

/// Every entity names one stream at creation, for ever.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stream {
    /// The district's documents.
    District,
    /// A school: its roster and its visits.
    School(SchoolId),
}

/// The text names no stream.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a stream: {0:?}")]
pub struct NotAStream(pub String);

impl fmt::Display for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::District => f.write_str("district"),
            Self::School(id) => write!(f, "school/{id}"),
        }
    }
}

impl FromStr for Stream {
    type Err = NotAStream;

    fn from_str(text: &str) -> Result<Self, NotAStream> {
        match (text, text.strip_prefix("school/")) {
            ("district", _) => Ok(Self::District),
            (_, Some(school)) if !school.is_empty() && !school.contains('\0') => Ok(Self::School(school.into())),
            (_, _) => Err(NotAStream(text.chars().take(80).collect())),
        }
    }
}

impl Serialize for Stream {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Stream {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}
