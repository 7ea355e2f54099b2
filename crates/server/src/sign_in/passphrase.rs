//! Passphrases: argon2id with the parameters that OWASP recommends (19 MiB, 2 passes), as PHC strings.

use std::sync::Arc;

use argon2::password_hash::phc::{Output, PasswordHash, Salt};
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Argon2, Params};
use tokio::sync::Semaphore;

use crate::error::ApiError;
use crate::outside::Outside;
use crate::store::StoreError;

/// Hashes at a time: each takes 19 MiB and a core.
const AT_A_TIME: usize = 2;
/// The shortest passphrase that is taken, in characters.
const LEAST: usize = 10;
/// The longest, in bytes: hashing more would be work for nothing.
const MOST: usize = 1_024;

/// Makes and compares passphrase hashes, never more than [`AT_A_TIME`] at once and never on the threads that answer.
#[derive(Debug, Clone)]
pub(crate) struct Passphrases {
    places: Arc<Semaphore>,
    /// Compared with when there is no account, so that an unknown email takes as long as a known one.
    nobody: Arc<str>,
}

/// The passphrase cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a passphrase has {LEAST} characters or more, and not more than {MOST} bytes")]
pub struct UnfitPassphrase;

impl Passphrases {
    /// Draws a hash that no passphrase has, to compare with: as costly as any other, and made without the cost.
    pub(crate) fn new(outside: &dyn Outside) -> Result<Self, StoreError> {
        let (salt, output) = (Salt::new(&outside.draw()?[..16]), Output::new(&outside.draw()?));
        let damaged = |_| StoreError::Damaged("a passphrase");
        let (salt, output) = (salt.map_err(damaged)?, output.map_err(damaged)?);
        let params = Params::default();
        let (memory, passes, lanes) = (params.m_cost(), params.t_cost(), params.p_cost());
        let nobody = format!("$argon2id$v=19$m={memory},t={passes},p={lanes}${salt}${output}").into();
        Ok(Self { places: Arc::new(Semaphore::new(AT_A_TIME)), nobody })
    }

    /// Whether a passphrase is the one that was hashed; with no hash, takes as long and says no.
    pub(crate) async fn fits(&self, passphrase: String, known: Option<String>) -> Result<bool, ApiError> {
        let _place = self.places.acquire().await.map_err(|_| ApiError::CutShort)?;
        let nobody = Arc::clone(&self.nobody);
        let compare = move || {
            let hash = PasswordHash::new(known.as_deref().unwrap_or(&nobody));
            let fits = hash.is_ok_and(|hash| Argon2::default().verify_password(passphrase.as_bytes(), &hash).is_ok());
            fits && known.is_some()
        };
        tokio::task::spawn_blocking(compare).await.map_err(|_| ApiError::CutShort)
    }

    /// Hashes a new passphrase.
    pub(crate) async fn make(&self, passphrase: String, outside: &dyn Outside) -> Result<String, StoreError> {
        let salt = outside.draw()?;
        let damaged = |_| StoreError::Damaged("a passphrase");
        let _place = self.places.acquire().await.map_err(|_| StoreError::Damaged("a passphrase"))?;
        tokio::task::spawn_blocking(move || hash(passphrase.as_bytes(), &salt)).await.map_err(damaged)?
    }

    /// Whether a new passphrase can be taken. Length is what counts; nothing asks for a digit or a sign.
    pub(crate) fn check(passphrase: &str) -> Result<(), UnfitPassphrase> {
        let fits = passphrase.chars().count() >= LEAST && passphrase.len() <= MOST;
        if fits { Ok(()) } else { Err(UnfitPassphrase) }
    }
}

fn hash(passphrase: &[u8], salt: &[u8; 32]) -> Result<String, StoreError> {
    let hash: Result<PasswordHash, _> = Argon2::default().hash_password_with_salt(passphrase, &salt[..16]);
    hash.map(|hash| hash.to_string()).map_err(|_| StoreError::Damaged("a passphrase"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outside::TheWorld;

    /// One that could not be read would be refused at once, and unknown emails would be told from known ones by the time.
    #[test]
    fn what_nobody_has_is_a_hash_of_the_same_cost() {
        let nobody = Passphrases::new(&TheWorld).unwrap().nobody;
        let real = hash(b"walk the halls slowly", &TheWorld.draw().unwrap()).unwrap();
        let cost = |text: &str| text.split('$').take(4).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(cost(&nobody), cost(&real));
        let nobody = PasswordHash::new(&nobody).unwrap();
        assert_eq!(nobody.hash.unwrap().len(), PasswordHash::new(&real).unwrap().hash.unwrap().len());
    }
}
