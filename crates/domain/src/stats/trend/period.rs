use serde::{Deserialize, Serialize};

/// How much time one point of a series covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// A calendar week.
    Week,
    /// A calendar month.
    Month,
    /// A term of the district's school year.
    Term,
}

impl Period {
    /// The period that gathers more visits into a point; `None` after the longest.
    pub fn longer(self) -> Option<Period> {
        match self {
            Period::Week => Some(Period::Month),
            Period::Month => Some(Period::Term),
            Period::Term => None,
        }
    }
}
