//! The edge of the program: the only place where the server reads the clock or draws random bytes. Everything else
//! takes an [`Outside`], so that a test can say what time it is.

use domain::time::Millis;

/// What the server needs from outside itself.
pub trait Outside: Send + Sync + 'static {
    /// The server's clock.
    fn now(&self) -> Millis;

    /// Bytes that nobody can guess.
    ///
    /// # Errors
    /// When the operating system has none to give.
    fn draw(&self) -> Result<[u8; 32], NoRandomness>;
}

/// The operating system gave no random bytes; nothing that depends on a secret may go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gave no random bytes")]
pub struct NoRandomness;

/// The operating system's clock and randomness.
#[derive(Debug, Clone, Copy, Default)]
pub struct TheWorld;

impl Outside for TheWorld {
    fn now(&self) -> Millis {
        #[expect(clippy::disallowed_methods, reason = "the one place where the server reads the clock")]
        let now = std::time::SystemTime::now();
        let since_1970 = now.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        Millis(i64::try_from(since_1970.as_millis()).unwrap_or(i64::MAX))
    }

    fn draw(&self) -> Result<[u8; 32], NoRandomness> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
        Ok(bytes)
    }
}

/// A commit's tag: 1 ..= 2⁶³ − 1, so that both databases hold it and 0 stays free for "before the first".
///
/// # Errors
/// When there is no randomness.
pub(crate) fn draw_tag(outside: &dyn Outside) -> Result<u64, NoRandomness> {
    let bytes = outside.draw()?;
    let mut tag = [0; 8];
    tag.copy_from_slice(&bytes[..8]);
    Ok((u64::from_le_bytes(tag) >> 1).max(1))
}
