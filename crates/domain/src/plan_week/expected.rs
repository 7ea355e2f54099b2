use crate::compare::Ground;
use crate::coverage::{visits_between, week_of};
use crate::id::SchoolId;
use crate::time::Date;

/// What a district expects of some schools in one week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expected {
    /// So many visits, by whomever.
    pub visits: usize,
    /// So many have been made.
    pub made: usize,
}

/// The visits that the district expects of these schools in the week that begins on `monday`; `None` where it expects
/// none.
#[must_use]
pub fn expected(ground: &Ground<'_>, schools: &[SchoolId], monday: Date) -> Option<Expected> {
    let visits = usize::try_from(ground.district.visits_a_week?).unwrap_or(usize::MAX).saturating_mul(schools.len());
    let there = ground.packs.iter().copied().filter(|pack| schools.contains(&pack.key.school));
    Some(Expected { visits, made: visits_between(there, None, week_of(monday)) })
}
