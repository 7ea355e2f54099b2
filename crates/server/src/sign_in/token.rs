//! Secrets that a person's device holds: session cookies and set-up links. The server keeps only their hashes.

use domain::id::DistrictId;
use sha2::{Digest, Sha256};

use crate::outside::{NoRandomness, Outside};

/// 256 random bits.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Token([u8; 32]);

impl Token {
    pub(crate) fn draw(outside: &dyn Outside) -> Result<Self, NoRandomness> {
        outside.draw().map(Self)
    }

    /// Under which it is kept. A single hash is enough: nobody guesses 256 bits.
    pub(crate) fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }

    /// With its district, by which the row is found: `district.hexadecimal`.
    pub(crate) fn to_text(&self, district: &DistrictId) -> String {
        let hex: String = self.0.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("{district}.{hex}")
    }

    /// Reads what [`Token::to_text`] wrote; `None` for anything else.
    pub(crate) fn from_text(text: &str) -> Option<(DistrictId, Self)> {
        let (district, hex) = text.rsplit_once('.')?;
        if hex.len() != 64 || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let mut bytes = [0; 32];
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(hex.get(2 * at..2 * at + 2)?, 16).ok()?;
        }
        Some((district.into(), Self(bytes)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_reads_back_with_its_district() {
        let token = Token([0xa5; 32]);
        let text = token.to_text(&"alder.county".into());
        assert!(
            Token::from_text(&text)
                .is_some_and(|(district, read)| district.as_str() == "alder.county" && read == token)
        );
    }

    #[test]
    fn text_that_is_no_token_is_refused() {
        for text in ["", "d", "d.12", &format!("d.{}", "g".repeat(64)), &format!("d.{}", "+1".repeat(32))] {
            assert!(Token::from_text(text).is_none(), "{text}");
        }
    }
}
