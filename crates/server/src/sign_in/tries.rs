//! Slowing down whoever tries passphrases: per email, known or not, and per address.
//!
//! A try counts as failed until it has succeeded, so that many at once are not more than many in a row. Counts are kept
//! in memory: a restart forgives, and several processes each count their own.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use domain::time::{HOUR, MINUTE, Millis};

/// Failed tries that cost nothing, for one email and from one address: a whole staff room shares an address.
const FREE_FOR_EMAIL: u32 = 5;
const FREE_FROM_ADDRESS: u32 = 40;
/// The longest wait. For an email it is short: a stranger's tries must not keep a principal out.
const LONGEST_FOR_EMAIL: i64 = MINUTE;
const LONGEST_FROM_ADDRESS: i64 = 15 * MINUTE;
/// Failures are forgotten so long after the last one.
const FORGOTTEN_AFTER: i64 = HOUR;
/// Beyond so many emails and addresses, forgotten ones are swept out.
const SWEEP_AT: usize = 10_000;

/// Who tries.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Email(String),
    Address(IpAddr),
}

#[derive(Debug, Clone, Copy)]
struct Failures {
    count: u32,
    last: Millis,
}

/// Too many tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wait {
    /// Until the next try, at least 1.
    pub(crate) seconds: u32,
}

/// Failed tries of the last hour.
#[derive(Debug, Default)]
pub(crate) struct Tries(Mutex<BTreeMap<Key, Failures>>);

impl Tries {
    /// Whether somebody may try now. The try counts.
    pub(crate) fn ask(&self, email: &str, from: Option<IpAddr>, now: Millis) -> Result<(), Wait> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= SWEEP_AT {
            known.retain(|_, failures| now.since(failures.last) < FORGOTTEN_AFTER);
        }
        // An email of any length is one key of bounded length.
        let email = Key::Email(email.chars().take(200).collect());
        let keys = [Some(email), from.map(Key::Address)].into_iter().flatten().collect::<Vec<_>>();
        let wait = keys.iter().map(|key| wait(key, known.get(key), now)).max().unwrap_or(0);
        if wait > 0 {
            return Err(Wait { seconds: u32::try_from((wait + 999) / 1_000).unwrap_or(u32::MAX) });
        }
        for key in keys {
            let failures = known.entry(key).or_insert(Failures { count: 0, last: now });
            let forgotten = now.since(failures.last) >= FORGOTTEN_AFTER;
            *failures = Failures { count: if forgotten { 1 } else { failures.count + 1 }, last: now };
        }
        Ok(())
    }

    /// The last try with this email succeeded: its failures are forgotten. Those of the address stay.
    pub(crate) fn succeeded(&self, email: &str) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.remove(&Key::Email(email.chars().take(200).collect()));
    }
}

/// Milliseconds until the next try: 1 s after the first that is not free, then twice as long each time.
fn wait(key: &Key, failures: Option<&Failures>, now: Millis) -> i64 {
    let Some(Failures { count, last }) = failures else {
        return 0;
    };
    let (free, longest) = match key {
        Key::Email(_) => (FREE_FOR_EMAIL, LONGEST_FOR_EMAIL),
        Key::Address(_) => (FREE_FROM_ADDRESS, LONGEST_FROM_ADDRESS),
    };
    if *count < free || now.since(*last) >= FORGOTTEN_AFTER {
        return 0;
    }
    let pause = (1_000_i64 << (count - free).min(20)).min(longest);
    (pause - now.since(*last)).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fail(tries: &Tries, times: u32, now: Millis) {
        for _ in 0..times {
            assert_eq!(tries.ask("a@b", None, now), Ok(()));
        }
    }

    #[test]
    fn five_tries_cost_nothing_and_each_further_one_twice_as_much() {
        let tries = Tries::default();
        fail(&tries, 5, Millis(0));
        assert_eq!(tries.ask("a@b", None, Millis(1)), Err(Wait { seconds: 1 }));
        fail(&tries, 1, Millis(1_000));
        assert_eq!(tries.ask("a@b", None, Millis(2_000)), Err(Wait { seconds: 1 }));
        fail(&tries, 1, Millis(3_000));
        assert_eq!(tries.ask("a@b", None, Millis(3_000)), Err(Wait { seconds: 4 }));
    }

    #[test]
    fn an_hour_later_all_is_forgotten() {
        let tries = Tries::default();
        fail(&tries, 5, Millis(0));
        fail(&tries, 5, Millis(HOUR));
        assert_eq!(tries.ask("a@b", None, Millis(HOUR)), Err(Wait { seconds: 1 }));
    }

    #[test]
    fn success_forgets_the_emails_failures_and_not_the_address() {
        let tries = Tries::default();
        let here = Some(IpAddr::from([192, 0, 2, 1]));
        for number in 0..FREE_FROM_ADDRESS {
            let email = format!("{number}@b");
            assert_eq!(tries.ask(&email, here, Millis(0)), Ok(()));
            tries.succeeded(&email);
        }
        assert_eq!(tries.ask("other@b", here, Millis(0)), Err(Wait { seconds: 1 }));
        assert_eq!(tries.ask("other@b", None, Millis(0)), Ok(()));
    }
}
