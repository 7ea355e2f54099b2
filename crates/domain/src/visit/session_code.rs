use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What the observers of one lesson type to say that they calibrate together: said aloud in a corridor, typed on a
/// tablet, so a few capital letters and digits that nobody mistakes for another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SessionCode(String);

/// A code has four to eight letters or digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a code has four to eight letters or digits")]
pub struct NotACode;

/// Without 0, 1, I, L, O and the vowels, so that no code is misread and none spells a word.
const LETTERS: &[u8; 28] = b"23456789BCDFGHJKMNPQRSTVWXYZ";

impl SessionCode {
    /// A code of four characters from random bytes: one of 614,656, for the few sessions that a school has in a day.
    #[must_use]
    pub fn fresh(random: [u8; 16]) -> Self {
        let number = u128::from_be_bytes(random);
        let letter = |place: u32| {
            let at = number / 28_u128.pow(place) % 28;
            usize::try_from(at).ok().and_then(|at| LETTERS.get(at)).map_or('2', |letter| char::from(*letter))
        };
        Self((0..4).map(letter).collect())
    }

    /// As it is said.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for SessionCode {
    type Err = NotACode;

    /// Case, spaces and dashes do not matter.
    fn from_str(typed: &str) -> Result<Self, NotACode> {
        let plain = typed.chars().filter(|letter| !letter.is_whitespace() && *letter != '-');
        let code: String = plain.map(|letter| letter.to_ascii_uppercase()).collect();
        let fits = (4..=8).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if fits { Ok(Self(code)) } else { Err(NotACode) }
    }
}

impl TryFrom<String> for SessionCode {
    type Error = NotACode;

    fn try_from(text: String) -> Result<Self, NotACode> {
        text.parse()
    }
}

impl From<SessionCode> for String {
    fn from(code: SessionCode) -> Self {
        code.0
    }
}

impl fmt::Display for SessionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_the_same_however_it_is_typed() {
        let code: SessionCode = " k7-q4 ".parse().unwrap();
        assert_eq!(code.as_str(), "K7Q4");
        for wrong in ["", "K7Q", "K7Q4K7Q4X", "K7Ñ4", "K7.4"] {
            assert_eq!(wrong.parse::<SessionCode>(), Err(NotACode), "{wrong}");
        }
    }

    #[test]
    fn a_fresh_code_reads_back_and_others_come_from_other_bytes() {
        let code = SessionCode::fresh([7; 16]);
        assert_eq!(code.as_str().parse(), Ok(code.clone()));
        assert_ne!(code, SessionCode::fresh([8; 16]));
    }
}
