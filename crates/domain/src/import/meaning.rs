use serde::{Deserialize, Serialize};

use super::fold::fold;
use crate::framework::{Kind, Level};
use crate::visit::Answer;

/// What a value of a column means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// Seen.
    Seen,
    /// Looked for and not seen.
    NotSeen,
    /// It could not have happened in this lesson.
    NotApplicable,
    /// The observer could not tell.
    CouldNotJudge,
    /// Nothing was answered.
    Blank,
    /// A level of the rubric, counted from 1.
    Level(u8),
}

impl Meaning {
    /// The answer that it stands for; `None` leaves the look-for blank.
    #[must_use]
    pub fn answer(self) -> Option<Answer> {
        match self {
            Self::Seen => Some(Answer::Seen),
            Self::NotSeen => Some(Answer::NotSeen),
            Self::NotApplicable => Some(Answer::NotApplicable),
            Self::CouldNotJudge => Some(Answer::CouldNotJudge),
            Self::Blank => None,
            Self::Level(level) => Some(Answer::Level(level)),
        }
    }

    /// Whether a look-for of this kind can be answered so. That an amount was seen says nothing of how much, and would
    /// count as none at all.
    #[must_use]
    pub fn fits(self, kind: &Kind) -> bool {
        match (self, kind) {
            (Self::NotApplicable | Self::CouldNotJudge | Self::Blank, _) => true,
            (Self::Level(level), Kind::Rating { levels, .. }) => (1..=levels.len()).contains(&usize::from(level)),
            (Self::Level(_), Kind::Presence | Kind::Count | Kind::Duration | Kind::Interval { .. }) => false,
            (Self::Seen, kind) => !kind.is_amount(),
            (Self::NotSeen, Kind::Interval { .. }) => false,
            (Self::NotSeen, Kind::Presence | Kind::Count | Kind::Duration | Kind::Rating { .. }) => true,
        }
    }
}

/// The values that say the same thing nearly everywhere, folded.
const COMMON: [(Meaning, &[&str]); 4] = [
    (
        Meaning::Seen,
        &[
            "yes", "y", "x", "si", "s", "true", "1", "observed", "seen", "evident", "present", "check", "checked", "✓",
            "✔",
        ],
    ),
    (
        Meaning::NotSeen,
        &["no", "n", "false", "0", "not observed", "not seen", "not evident", "absent", "none", "not present"],
    ),
    (Meaning::NotApplicable, &["na", "n a", "not applicable", "no aplica", "does not apply"]),
    (
        Meaning::CouldNotJudge,
        &["unsure", "not sure", "could not judge", "unable to judge", "unable to tell", "unknown"],
    ),
];

/// What a value most likely means for a look-for of this kind; `None` when a person has to say.
pub(super) fn guess(value: &str, kind: &Kind) -> Option<Meaning> {
    let folded = fold(value);
    let rated = match kind {
        Kind::Rating { levels, .. } => level(&folded, levels),
        Kind::Presence | Kind::Count | Kind::Duration | Kind::Interval { .. } => None,
    };
    let ticked = |words: &&[&str]| words.contains(&folded.as_str()) || words.contains(&value.trim());
    let common = || COMMON.iter().find(|(_, words)| ticked(words)).map(|(meaning, _)| *meaning);
    rated.or_else(common).filter(|meaning| meaning.fits(kind))
}

/// "3", "3 - Proficient", "Proficient (3)" and "Proficient" are one level; one that names two is none.
fn level(folded: &str, levels: &[Level]) -> Option<Meaning> {
    let numbered = folded.split(' ').find_map(|word| word.parse::<u8>().ok());
    let named = (1..).zip(levels).find(|(_, level)| {
        let name = fold(&level.name);
        !name.is_empty()
            && (folded == name || folded.ends_with(&format!(" {name}")) || folded.starts_with(&format!("{name} ")))
    });
    let named = named.map(|(number, _)| number);
    match (numbered, named) {
        (Some(number), Some(other)) if number != other => None,
        (Some(number), _) | (None, Some(number)) => Some(Meaning::Level(number)),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_values_are_understood_and_others_are_asked_for() {
        let presence = |value| guess(value, &Kind::Presence);
        assert_eq!(["Yes", " x ", "SÍ", "✓"].map(presence), [Some(Meaning::Seen); 4]);
        assert_eq!(["No", "not observed"].map(presence), [Some(Meaning::NotSeen); 2]);
        assert_eq!(["N/A", "NA", "n.a."].map(presence), [Some(Meaning::NotApplicable); 3]);
        assert_eq!(["somewhat", "3", ""].map(presence), [None; 3]);
        assert_eq!(guess("Yes", &Kind::Count), None);
    }

    #[test]
    fn a_level_is_known_by_its_number_and_its_name() {
        let level = |name: &str| Level { name: name.to_owned(), descriptor: String::new() };
        let levels = ["Beginning", "Developing", "Proficient", "Distinguished"].map(level).to_vec();
        let kind = Kind::Rating { levels, shown_from: 3 };
        for value in ["3", "3 - Proficient", "proficient", "Proficient (3)", "3=Proficient"] {
            assert_eq!(guess(value, &kind), Some(Meaning::Level(3)), "{value}");
        }
        for value in ["5", "3 - Developing", "good"] {
            assert_eq!(guess(value, &kind), None, "{value}");
        }
    }
}
