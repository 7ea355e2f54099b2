use std::fmt;

use super::fold::fold;
use crate::visit::MostText;

/// What tables come from, as it is compared: "Google Forms" and " google-forms " are one source.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceName(String);

/// A text names no source: nothing in it is a letter or a digit, or it has more than [`MostText::NAME`] characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a source is called by 1 to {} characters with a letter or a digit among them", MostText::NAME)]
pub struct NoSourceName;

impl SourceName {
    /// The name that a person gave, without what makes no difference: case, accents, signs and spaces.
    ///
    /// # Errors
    /// When nothing is left of it, or it is too long.
    pub fn new(text: &str) -> Result<Self, NoSourceName> {
        let name = fold(text);
        let fits = !name.is_empty() && text.chars().count() <= MostText::NAME;
        if fits { Ok(Self(name)) } else { Err(NoSourceName) }
    }

    /// The name that a person gave, as it is shown: without what is not to be seen.
    #[must_use]
    pub fn shown(text: &str) -> String {
        text.trim().chars().filter(|character| !character.is_control()).collect()
    }

    /// The name as it is compared and kept.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SourceName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_source_is_known_however_its_name_is_typed() {
        for text in ["Google Forms 2025", "google forms 2025", "  Google  Forms – 2025 "] {
            assert_eq!(SourceName::new(text).unwrap().as_str(), "google forms 2025");
        }
        for text in ["", "  ", "…", &"x".repeat(201)] {
            assert_eq!(SourceName::new(text), Err(NoSourceName), "{text}");
        }
    }
}
