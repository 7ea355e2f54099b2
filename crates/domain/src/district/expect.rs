//! What the district expects, as somebody sets it: each expectation by itself.

use serde::{Deserialize, Serialize};

use super::change::taken;
use super::{CannotChangeDistrict, District};
use crate::expectation::{Direction, Expectation, Scope, Target};
use crate::framework::{Framework, Kind, LookFor};
use crate::id::LookForId;

/// A reason is at most this long, in characters.
pub const MOST_REASON: usize = 500;

/// Why something cannot be expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CannotExpect {
    /// The same is expected there from the same day on already.
    #[error("something is expected of it there from that day on already")]
    Again,
    /// The grades are in the wrong order, or the subject or group has no name.
    #[error("grades go from the lower to the higher, subjects and groups have names")]
    Place,
    /// A look-for of this kind is not observed as such an amount, or it is a share above 1.
    #[error("a look-for of this kind has no such amount")]
    Amount,
    /// It ends before it begins.
    #[error("the last day comes before the first")]
    Dates,
    /// Nobody has said how long the practice lasts in a lesson, or the minutes contradict each other.
    #[error("how long the practice, a lesson and a visit last is needed, each within the lesson")]
    Minutes,
    /// It is more than visits of the usual length could find, and nobody says why it is expected all the same.
    #[error("it is more than visits could find, and needs a reason of at most {MOST_REASON} characters")]
    Reason,
}

impl District {
    /// Puts one expectation in the place of another, or adds it, or takes one out.
    pub(super) fn expect(
        &mut self,
        was: Option<&Expectation>,
        now: Option<Expectation>,
        frameworks: &[Framework],
    ) -> Result<(), CannotChangeDistrict> {
        // In its place: the order is that in which they were set.
        let at = taken(&mut self.expectations, was)?;
        if let Some(now) = now {
            self.check(was, &now, frameworks)?;
            self.expectations.insert(at, now);
        }
        Ok(())
    }

    fn check(
        &self,
        was: Option<&Expectation>,
        now: &Expectation,
        frameworks: &[Framework],
    ) -> Result<(), CannotChangeDistrict> {
        let Some(look_for) = newest(frameworks, &now.look_for) else {
            return Err(CannotChangeDistrict::NoSuchLookFor(now.look_for.clone()));
        };
        if !self.has(&now.scope.area()) {
            return Err(CannotChangeDistrict::NoSuchArea);
        }
        let same =
            |known: &Expectation| known.look_for == now.look_for && known.scope == now.scope && known.from == now.from;
        if self.expectations.iter().any(same) {
            return Err(CannotChangeDistrict::Expectation(CannotExpect::Again));
        }
        now.check(look_for, was).map_err(CannotChangeDistrict::Expectation)
    }
}

/// A look-for as the last version has it that has it at all.
pub(super) fn newest<'a>(frameworks: &'a [Framework], id: &LookForId) -> Option<&'a LookFor> {
    let versions = frameworks.iter().filter_map(|one| Some((one.version, one.look_for(id)?)));
    versions.max_by_key(|(version, _)| *version).map(|(_, look_for)| look_for)
}

impl Expectation {
    /// Whether it can be expected of a look-for, by itself. Whoever does no more than end what `was` expected need not know on
    /// what grounds it was.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self, look_for: &LookFor, was: Option<&Self>) -> Result<(), CannotExpect> {
        let placed = match &self.scope {
            Scope::GradeBand(low, high) => low <= high,
            Scope::Subject(id) => !id.as_str().trim().is_empty(),
            Scope::Group(id) => !id.as_str().trim().is_empty(),
            Scope::District | Scope::Network(_) | Scope::School(_) => true,
        };
        let measured = match (self.target, &look_for.kind) {
            (Target::Share(_), _) | (Target::Amount(_), Kind::Count) => true,
            (Target::Amount(amount), Kind::Duration | Kind::Interval { .. }) => amount.value() <= 1.0,
            (Target::Amount(_), Kind::Presence | Kind::Rating { .. }) => false,
        };
        let only_ended = was.is_some_and(|was| *was == Self { until: was.until, ..self.clone() });
        let asked = !only_ended && matches!((self.target, self.direction), (Target::Share(_), Direction::AtLeast));
        let reason = self.reason.as_deref().unwrap_or_default().trim();
        let faults = [
            (!placed, CannotExpect::Place),
            (!measured, CannotExpect::Amount),
            (self.until.is_some_and(|last| last < self.from), CannotExpect::Dates),
            (self.reach.map_or(asked, |reach| !reach.is_sound()), CannotExpect::Minutes),
            (reason.is_empty() && !self.within_reach(), CannotExpect::Reason),
            (reason.chars().count() > MOST_REASON, CannotExpect::Reason),
        ];
        faults.into_iter().find_map(|(wrong, why)| wrong.then_some(why)).map_or(Ok(()), Err)
    }
}
