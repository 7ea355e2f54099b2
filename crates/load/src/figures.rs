//! How long requests took and how many there were.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

/// What was asked and how it went.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    /// How long each answered request took, by what it was.
    pub times: BTreeMap<&'static str, Vec<Duration>>,
    /// Requests that heard no, or nothing, by what they heard.
    pub failures: BTreeMap<String, u64>,
    /// Edits that the server has acknowledged.
    pub acknowledged: u64,
    /// Bytes of requests' bodies.
    pub sent: u64,
    /// Bytes of answers' bodies, unpacked.
    pub received: u64,
}

/// Where a list of times lies: half of them are no longer than the first, 95 and 99 in a hundred than the others.
#[derive(Debug, Clone, Copy)]
pub struct Spread {
    /// How many there are.
    pub many: usize,
    /// Half.
    pub p50: Duration,
    /// 95 in a hundred.
    pub p95: Duration,
    /// 99 in a hundred.
    pub p99: Duration,
}

impl Figures {
    /// Requests whose connection broke, or who found nobody.
    #[must_use]
    pub fn cut(&self) -> u64 {
        self.failures.iter().filter(|(what, _)| what.contains("Unreachable")).map(|(_, many)| many).sum()
    }

    /// How long the requests of one kind took; `None` when there were none.
    #[must_use]
    pub fn spread(&self, kind: &str) -> Option<Spread> {
        let mut times = self.times.get(kind)?.clone();
        times.sort_unstable();
        let at = |share: usize| times.get((times.len() * share / 100).min(times.len() - 1)).copied();
        Some(Spread { many: times.len(), p50: at(50)?, p95: at(95)?, p99: at(99)? })
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let millis = |time: Duration| time.as_secs_f64() * 1e3;
        let Self { many, p50, p95, p99 } = self;
        write!(f, "{many:>7}   {:>8.0} {:>8.0} {:>8.0} ms", millis(*p50), millis(*p95), millis(*p99))
    }
}
