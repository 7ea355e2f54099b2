//! What to do next, decided without doing it: how a push is cut, and how long to wait after a failure.

use std::collections::VecDeque;
use std::ops::Range;

use super::wire::{MOST_EDITS, MOST_PUSH_BYTES, ProblemCode};
use crate::edit::Edit;
use crate::time::{MINUTE, Millis};

/// Room for the members of a push around its edits.
const ENVELOPE_BYTES: usize = 1_024;

/// Why a request brought no answer that could be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// Nothing answered: no network, no server, a line cut before or during the answer, or a time-out. What was
    /// sent may have arrived.
    Unreachable,
    /// The server answered with a problem.
    Problem(ProblemCode, Option<RetryAfter>),
    /// Something answered, and not in words of this program: a portal of the school's network, a newer server.
    Garbled,
}

/// How long the server asks to be left alone, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RetryAfter(pub i64);

/// A push cut into batches that fit, in order; a batch that the server cannot read is halved until the one edit
/// that spoils it stands alone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Batches(VecDeque<Range<usize>>);

/// What to do about a batch that the server could not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spoilt {
    /// Its halves are next.
    Halved,
    /// It was this one edit: set it aside.
    Alone(usize),
}

impl Batches {
    /// Cuts edits into batches of at most [`MOST_EDITS`] and [`MOST_PUSH_BYTES`].
    #[must_use]
    pub fn cut(edits: &[Edit]) -> Self {
        let mut batches = VecDeque::new();
        let (mut start, mut bytes) = (0, ENVELOPE_BYTES);
        for (at, edit) in edits.iter().enumerate() {
            let length = edit.text().len() + 1;
            if at > start && (at - start == MOST_EDITS || bytes + length > MOST_PUSH_BYTES) {
                batches.push_back(start..at);
                (start, bytes) = (at, ENVELOPE_BYTES);
            }
            bytes += length;
        }
        if start < edits.len() {
            batches.push_back(start..edits.len());
        }
        Self(batches)
    }

    /// The next batch of at most so many edits, as a range of the edits that were cut.
    pub fn next(&mut self, most: u16) -> Option<Range<usize>> {
        let batch = self.0.front_mut()?;
        let end = batch.end.min(batch.start + usize::from(most).max(1));
        if end < batch.end {
            let first = batch.start..end;
            batch.start = end;
            self.0.push_front(first);
        }
        self.0.front().cloned()
    }

    /// The next batch has been answered.
    pub fn done(&mut self) {
        self.0.pop_front();
    }

    /// The server could not read the next batch.
    pub fn spoilt(&mut self) -> Option<Spoilt> {
        let batch = self.0.pop_front()?;
        if batch.len() <= 1 {
            return Some(Spoilt::Alone(batch.start));
        }
        let middle = batch.start + batch.len() / 2;
        self.0.push_front(middle..batch.end);
        self.0.push_front(batch.start..middle);
        Some(Spoilt::Halved)
    }
}

/// Whether a failure is the batch's own fault, so that sending it again as it is cannot help.
#[must_use]
pub fn is_envelope_fault(failure: Failure) -> bool {
    matches!(failure, Failure::Problem(ProblemCode::Unreadable | ProblemCode::TooLarge, _))
}

/// When to sync again after so many failures in a row: doubling from 5 seconds to 5 minutes, spread over half to the
/// whole of that by `jitter` (0 ..= 1) because every tablet wakes at 08:00, and never sooner than the server asks.
#[must_use]
pub fn back_off(failures: u32, jitter: f64, asked: Option<RetryAfter>) -> Millis {
    let doubled = 5_000_i64.saturating_mul(1 << failures.saturating_sub(1).min(10));
    let longest = doubled.min(5 * MINUTE);
    let jitter = if jitter.is_finite() { jitter.clamp(0.0, 1.0) } else { 1.0 };
    // Between 2,500 and 300,000: the cast is exact enough and cannot overflow.
    let spread = (longest as f64 * (0.5 + jitter / 2.0)) as i64;
    Millis(spread.max(asked.map_or(0, |RetryAfter(millis)| millis)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Pen;
    use crate::id::{MarkId, NoteId, ReplicaId, VisitId};
    use crate::stream::Stream;
    use crate::visit::{Change, Note, Placed, Setting};

    fn edits(count: usize, length: usize) -> Vec<Edit> {
        let mut pen = Pen::new(ReplicaId::from([1; 16]), "a".into());
        let note = Placed { at: Millis(0), what: Note { about: None, text: "x".repeat(length) } };
        let setting = Setting::Note(NoteId::from([2; 16]), Some(note));
        let change = Change::Set { setting, replaces: vec![] };
        (0..count)
            .map(|_| pen.write(Millis(0), &Stream::District, VisitId::default(), change.clone()).unwrap())
            .collect()
    }

    #[test]
    fn a_batch_holds_at_most_500_edits_and_a_megabyte() {
        let many = edits(1_201, 1);
        let Batches(batches) = Batches::cut(&many);
        assert_eq!(batches, [0..500, 500..1_000, 1_000..1_201]);
        let long = edits(600, 4_000);
        for batch in Batches::cut(&long).0 {
            assert!(long[batch].iter().map(|edit| edit.text().len()).sum::<usize>() < MOST_PUSH_BYTES);
        }
        assert_eq!(Batches::cut(&[]).next(500), None);
    }

    #[test]
    fn a_batch_is_as_small_as_the_line_wants_and_grows_again() {
        let all = edits(700, 1);
        let mut batches = Batches::cut(&all);
        let sent = [100, 10, 500, 500].map(|most| {
            let batch = batches.next(most);
            batches.done();
            batch
        });
        assert_eq!(sent, [Some(0..100), Some(100..110), Some(110..500), Some(500..700)]);
        assert_eq!(batches.next(500), None);
    }

    #[test]
    fn halving_isolates_the_one_bad_edit_and_sends_every_other_once() {
        let all = edits(500, 1);
        let bad = 317;
        let mut batches = Batches::cut(&all);
        let (mut sent, mut alone) = (Vec::new(), Vec::new());
        while let Some(batch) = batches.next(500) {
            if batch.contains(&bad) {
                if let Some(Spoilt::Alone(at)) = batches.spoilt() {
                    alone.push(at);
                }
            } else {
                sent.extend(batch);
                batches.done();
            }
        }
        assert_eq!(alone, [bad]);
        assert_eq!(sent, (0..500).filter(|at| *at != bad).collect::<Vec<_>>());
    }

    #[test]
    fn waiting_doubles_is_spread_and_obeys_the_server() {
        assert_eq!(back_off(1, 1.0, None), Millis(5_000));
        assert_eq!(back_off(1, 0.0, None), Millis(2_500));
        assert_eq!(back_off(3, 1.0, None), Millis(20_000));
        assert_eq!(back_off(u32::MAX, 1.0, None), Millis(300_000));
        assert_eq!(back_off(1, 0.0, Some(RetryAfter(60_000))), Millis(60_000));
        assert_eq!(back_off(0, f64::NAN, None), Millis(5_000));
    }

    #[test]
    fn a_mark_is_a_small_edit() {
        let mut pen = Pen::new(ReplicaId::from([1; 16]), "a".into());
        let edit =
            pen.write(Millis(0), &Stream::District, VisitId::default(), Change::Void(MarkId::default())).unwrap();
        assert!(edit.text().len() < 400, "{}", edit.text().len());
    }
}
