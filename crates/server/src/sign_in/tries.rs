//! Slowing down whoever tries passphrases: per email, known or not, and per address.
//!
//! A try counts as failed until it has succeeded, so that many at once are not more than many in a row. Counts are in the
//! database, so that several processes count together.

use std::fmt;
use std::net::IpAddr;

use domain::time::{HOUR, MINUTE, Millis};

use crate::app::App;
use crate::error::ApiError;
use crate::store::StoreError;

/// Failed tries that cost nothing, for one email and from one address: a whole staff room shares an address.
const FREE_FOR_EMAIL: u64 = 5;
const FREE_FROM_ADDRESS: u64 = 40;
/// The longest wait. For an email it is short: a stranger's tries must not keep a principal out.
const LONGEST_FOR_EMAIL: i64 = MINUTE;
const LONGEST_FROM_ADDRESS: i64 = 15 * MINUTE;
/// Failures are forgotten so long after the last one.
const FORGOTTEN_AFTER: i64 = HOUR;
/// An email of any length is one key of bounded length, in characters.
const MOST_EMAIL: usize = 200;

/// Who tries.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Who {
    Email(String),
    Address(IpAddr),
}

/// Failed tries of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Failures {
    pub(crate) count: u64,
    /// When the last one was.
    pub(crate) last: Millis,
}

/// Whether somebody may try now. The try counts.
///
/// # Errors
/// [`ApiError::SlowDown`] when they have to wait.
pub(crate) async fn ask(app: &App, email: &str, from: Option<IpAddr>, now: Millis) -> Result<(), ApiError> {
    let who: Vec<Who> = from.map(Who::Address).into_iter().chain([Who::email(email)]).collect();
    // Whoever has to wait for one of them counts for neither.
    for who in &who {
        who.next(app.store().tries(&who.to_string()).await?, now)?;
    }
    for who in who {
        app.store().count_try(&who.to_string(), now, |known| who.next(known, now)).await??;
    }
    Ok(())
}

/// The last try with this email succeeded: its failures are forgotten. The address keeps its others: a whole district may
/// come through one, and whoever tries many emails must not be helped by one that is their own.
pub(crate) async fn succeeded(app: &App, email: &str, from: Option<IpAddr>, now: Millis) -> Result<(), StoreError> {
    if let Some(address) = from {
        app.store().forget_one_try(&Who::Address(address).to_string()).await?;
    }
    app.store().forget_tries(&Who::email(email).to_string(), now.plus(-FORGOTTEN_AFTER)).await
}

impl Who {
    /// PostgreSQL takes no U+0000 in a text.
    fn email(email: &str) -> Self {
        Self::Email(email.chars().filter(|character| *character != '\0').take(MOST_EMAIL).collect())
    }

    /// What is known after one more try.
    fn next(&self, known: Option<Failures>, now: Millis) -> Result<Failures, ApiError> {
        let known = known.filter(|failures| now.since(failures.last) < FORGOTTEN_AFTER);
        let wait = known.map_or(0, |failures| self.wait(failures, now));
        if wait > 0 {
            return Err(ApiError::SlowDown { seconds: u32::try_from((wait + 999) / 1_000).unwrap_or(u32::MAX) });
        }
        Ok(Failures { count: known.map_or(0, |failures| failures.count) + 1, last: now })
    }

    /// Milliseconds until the next try: 1 s after the first that is not free, then twice as long each time.
    fn wait(&self, Failures { count, last }: Failures, now: Millis) -> i64 {
        let (free, longest) = match self {
            Self::Email(_) => (FREE_FOR_EMAIL, LONGEST_FOR_EMAIL),
            Self::Address(_) => (FREE_FROM_ADDRESS, LONGEST_FROM_ADDRESS),
        };
        if count < free {
            return 0;
        }
        let pause = (1_000_i64 << (count - free).min(20)).min(longest);
        (pause - now.since(last)).max(0)
    }
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Email(email) => write!(f, "email {email}"),
            Self::Address(address) => write!(f, "address {address}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tries one after another, at these seconds; the wait that the last of them hears.
    fn last_wait(who: &Who, seconds: impl IntoIterator<Item = i64>) -> Option<u32> {
        let (mut known, mut heard) = (None, None);
        for second in seconds {
            heard = match who.next(known, Millis(second * 1_000)) {
                Ok(failures) => {
                    known = Some(failures);
                    None
                }
                Err(ApiError::SlowDown { seconds }) => Some(seconds),
                Err(other) => panic!("{other}"),
            };
        }
        heard
    }

    #[test]
    fn five_tries_cost_nothing_and_each_further_one_twice_as_much() {
        let who = Who::email("a@b");
        assert_eq!(last_wait(&who, [0; 5]), None);
        assert_eq!(last_wait(&who, [0; 6]), Some(1));
        assert_eq!(last_wait(&who, [0, 0, 0, 0, 0, 1, 2]), Some(1));
        assert_eq!(last_wait(&who, [0, 0, 0, 0, 0, 1, 3, 3]), Some(4));
        assert_eq!(last_wait(&who, (0..5).chain((1..20).map(|minute| minute * 60)).chain([1_140])), Some(60));
    }

    #[test]
    fn an_address_has_more_tries_and_waits_longer() {
        let who = Who::Address(IpAddr::from([192, 0, 2, 1]));
        assert_eq!(last_wait(&who, [0; 40]), None);
        assert_eq!(last_wait(&who, [0; 41]), Some(1));
    }

    #[test]
    fn an_hour_later_all_is_forgotten() {
        assert_eq!(last_wait(&Who::email("a@b"), [0, 0, 0, 0, 0, 3_600, 3_600, 3_600, 3_600]), None);
    }
}
