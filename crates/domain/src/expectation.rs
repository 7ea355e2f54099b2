//! What the district expects, and which expectation holds for a selection of visits.

mod reach;

use serde::{Deserialize, Serialize};

use crate::district::Area;
use crate::id::{GroupId, LookForId, NetworkId, SchoolId, SubjectId};
use crate::roster::Grade;
use crate::time::Date;

pub use crate::stats::Direction;
pub use reach::{MOST_MINUTES, Reach};

/// What is expected of one look-for, somewhere, from a date on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Expectation {
    /// Of which practice.
    pub look_for: LookForId,
    /// Where it holds.
    pub scope: Scope,
    /// The first local date on which it holds.
    pub from: Date,
    /// The last local date on which it holds; `None` until another takes its place.
    #[serde(default)]
    pub until: Option<Date>,
    /// At least or at most.
    pub direction: Direction,
    /// How much.
    pub target: Target,
    /// On what grounds it was held to be within reach of visits.
    #[serde(default)]
    pub reach: Option<Reach>,
    /// Why it is expected although visits could hardly find it so often.
    #[serde(default)]
    pub reason: Option<String>,
}

impl Expectation {
    /// Of a practice in a place from a date on, until another takes its place, on no stated grounds.
    #[must_use]
    pub fn new(look_for: LookForId, scope: Scope, from: Date, direction: Direction, target: Target) -> Self {
        Self { look_for, scope, from, until: None, direction, target, reach: None, reason: None }
    }

    /// Whether it holds on a day, as far as dates go.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|last| day <= last)
    }

    /// Whether visits of the usual length could find as much, as far as anybody has said how long the practice lasts. An
    /// amount, and what should be rare, are always within reach.
    #[must_use]
    pub fn within_reach(&self) -> bool {
        match (self.target, self.direction, self.reach) {
            (Target::Share(share), Direction::AtLeast, Some(reach)) => u8::from(share) <= reach.highest_points(),
            (Target::Share(_) | Target::Amount(_), ..) => true,
        }
    }
}

/// How much is expected.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Target {
    /// The share of visits that should show it.
    Share(ExpectedShare),
    /// The amount in the look-for's own unit: per 10 watched minutes for counts, a share of watched time for
    /// durations, a share of students or prompts for intervals.
    Amount(ExpectedAmount),
}

/// A share of visits, 0.05 ..= 0.95 in whole points; "every visit" is kept as 0.95.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct ExpectedShare(u8);

/// An amount, finite and above 0.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct ExpectedAmount(f64);

/// The number cannot be expected of anyone.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum Unreachable {
    /// Points outside 5 ..= 100.
    #[error("{0} % of visits is outside 5 to 100")]
    Share(u8),
    /// Not finite, or not above 0.
    #[error("{0} is not an amount above nothing")]
    Amount(f64),
}

impl ExpectedShare {
    /// From points, 5 ..= 100; above 95 is kept as 95.
    ///
    /// # Errors
    /// When the points are outside the range.
    pub fn from_points(points: u8) -> Result<Self, Unreachable> {
        if (5..=100).contains(&points) { Ok(Self(points.min(95))) } else { Err(Unreachable::Share(points)) }
    }

    /// As a proportion, 0.05 ..= 0.95.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

impl TryFrom<u8> for ExpectedShare {
    type Error = Unreachable;
    fn try_from(points: u8) -> Result<Self, Unreachable> {
        Self::from_points(points)
    }
}

impl From<ExpectedShare> for u8 {
    fn from(share: ExpectedShare) -> Self {
        share.0
    }
}

impl ExpectedAmount {
    /// From an amount in the look-for's unit.
    ///
    /// # Errors
    /// When it is not finite or not above 0.
    pub fn new(amount: f64) -> Result<Self, Unreachable> {
        if amount.is_finite() && amount > 0.0 { Ok(Self(amount)) } else { Err(Unreachable::Amount(amount)) }
    }

    /// In the look-for's unit, above 0.
    #[must_use]
    pub fn value(self) -> f64 {
        self.0
    }
}

impl TryFrom<f64> for ExpectedAmount {
    type Error = Unreachable;
    fn try_from(amount: f64) -> Result<Self, Unreachable> {
        Self::new(amount)
    }
}

impl From<ExpectedAmount> for f64 {
    fn from(amount: ExpectedAmount) -> Self {
        amount.0
    }
}

/// Where an expectation holds, from the widest to the most specific: the order decides precedence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Scope {
    /// Everywhere.
    District,
    /// A network of schools.
    Network(NetworkId),
    /// One school.
    School(SchoolId),
    /// Grades from the first to the second, both included.
    GradeBand(Grade, Grade),
    /// One subject.
    Subject(SubjectId),
    /// Classes with this tag.
    Group(GroupId),
}

impl Scope {
    /// The area for which whoever sets its priorities decides: the school or the network itself, and the district for all that
    /// crosses schools.
    #[must_use]
    pub fn area(&self) -> Area {
        match self {
            Self::Network(id) => Area::Network(id.clone()),
            Self::School(id) => Area::School(id.clone()),
            Self::District | Self::GradeBand(..) | Self::Subject(_) | Self::Group(_) => Area::District,
        }
    }

    /// Visits that have no more in common than it asks for.
    #[must_use]
    pub fn common(&self) -> Common {
        let mut common = Common::default();
        match self {
            Self::District => {}
            Self::Network(id) => common.network = Some(id.clone()),
            Self::School(id) => common.school = Some(id.clone()),
            Self::GradeBand(low, high) => common.grades = Some((*low, *high)),
            Self::Subject(id) => common.subject = Some(id.clone()),
            Self::Group(id) => common.group = Some(id.clone()),
        }
        common
    }

    fn level(&self) -> u8 {
        match self {
            Self::District => 0,
            Self::Network(_) => 1,
            Self::School(_) => 2,
            Self::GradeBand(..) => 3,
            Self::Subject(_) => 4,
            Self::Group(_) => 5,
        }
    }
}

/// What a whole selection of visits has in common; a part is `None` where the selection mixes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Common {
    /// All visits are in this network's schools.
    pub network: Option<NetworkId>,
    /// All visits are in this school.
    pub school: Option<SchoolId>,
    /// All visits are in grades from the first to the second.
    pub grades: Option<(Grade, Grade)>,
    /// All visits are in this subject.
    pub subject: Option<SubjectId>,
    /// All visits are in classes with this tag.
    pub group: Option<GroupId>,
}

impl Common {
    fn covered_by(&self, scope: &Scope) -> bool {
        match scope {
            Scope::District => true,
            Scope::Network(id) => self.network.as_ref() == Some(id),
            Scope::School(id) => self.school.as_ref() == Some(id),
            Scope::GradeBand(low, high) => self.grades.is_some_and(|(from, to)| *low <= from && to <= *high),
            Scope::Subject(id) => self.subject.as_ref() == Some(id),
            Scope::Group(id) => self.group.as_ref() == Some(id),
        }
    }
}

/// The expectation that holds for a selection on its last day: the most specific one that covers the whole
/// selection (group, subject, grade band, school, network, district), and at one level the latest start.
/// What has ended holds no more: what stood before it, or around it, holds again.
/// `None` when nothing is expected there yet.
#[must_use]
pub fn holding<'a>(
    all: &'a [Expectation],
    look_for: &LookForId,
    selection: &Common,
    last_day: Date,
) -> Option<&'a Expectation> {
    all.iter()
        .filter(|expectation| expectation.look_for == *look_for && expectation.holds_on(last_day))
        .filter(|expectation| selection.covered_by(&expectation.scope))
        .max_by_key(|expectation| (expectation.scope.level(), expectation.from))
}

/// Whether one of the expectations is the one that holds on a day for just what it is scoped to.
#[must_use]
pub fn in_force(all: &[Expectation], one: &Expectation, day: Date) -> bool {
    holding(all, &one.look_for, &one.scope.common(), day) == Some(one)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::date;

    fn expect(scope: Scope, month: i8, points: u8) -> Expectation {
        let target = Target::Share(ExpectedShare::from_points(points).unwrap());
        Expectation::new("goal".into(), scope, date(2026, month, 1), Direction::AtLeast, target)
    }

    fn points(all: &[Expectation], selection: &Common, last: Date) -> Option<u8> {
        holding(all, &"goal".into(), selection, last).map(|expectation| match expectation.target {
            Target::Share(share) => share.into(),
            Target::Amount(_) => 0,
        })
    }

    #[test]
    fn the_most_specific_expectation_that_covers_the_whole_selection_holds() {
        let all = [
            expect(Scope::District, 1, 60),
            expect(Scope::School("north".into()), 1, 70),
            expect(Scope::Subject("maths".into()), 1, 80),
            expect(Scope::GradeBand(Grade(3), Grade(5)), 1, 75),
        ];
        let last = date(2026, 6, 1);
        let north = Common { school: Some("north".into()), ..Common::default() };
        assert_eq!(points(&all, &Common::default(), last), Some(60));
        assert_eq!(points(&all, &north, last), Some(70));
        let grade = Common { grades: Some((Grade(4), Grade(5))), ..north.clone() };
        assert_eq!(points(&all, &grade, last), Some(75));
        let wider = Common { grades: Some((Grade(2), Grade(5))), ..north.clone() };
        assert_eq!(points(&all, &wider, last), Some(70));
        let maths = Common { subject: Some("maths".into()), ..grade };
        assert_eq!(points(&all, &maths, last), Some(80));
    }

    #[test]
    fn at_one_level_the_latest_start_that_has_come_holds() {
        let all = [expect(Scope::District, 3, 70), expect(Scope::District, 1, 60), expect(Scope::District, 9, 90)];
        let any = Common::default();
        assert_eq!(points(&all, &any, date(2026, 2, 28)), Some(60));
        assert_eq!(points(&all, &any, date(2026, 3, 1)), Some(70));
        assert_eq!(points(&all, &any, date(2025, 12, 31)), None);
    }

    #[test]
    fn what_has_ended_gives_way_to_what_stood_before_it() {
        let mut all = [expect(Scope::District, 1, 60), expect(Scope::School("north".into()), 3, 70)];
        all[1].until = Some(date(2026, 4, 30));
        let north = Common { school: Some("north".into()), ..Common::default() };
        assert_eq!(points(&all, &north, date(2026, 4, 30)), Some(70));
        assert_eq!(points(&all, &north, date(2026, 5, 1)), Some(60));
    }

    #[test]
    fn an_expectation_from_before_there_were_grounds_reads_on() {
        let expected = expect(Scope::District, 1, 60);
        let mut before = serde_json::to_value(&expected).unwrap();
        before.as_object_mut().unwrap().retain(|part, _| !["until", "reach", "reason"].contains(&part.as_str()));
        assert_eq!(serde_json::from_value::<Expectation>(before).unwrap(), expected);
    }

    #[test]
    fn a_share_beyond_what_visits_could_find_is_out_of_reach() {
        let reach = Some(Reach { lasts: 5, lesson: 50, visit: 10 });
        let at =
            |points, direction| Expectation { reach, direction, ..expect(Scope::District, 1, points) }.within_reach();
        assert!(at(31, Direction::AtLeast) && !at(32, Direction::AtLeast) && at(90, Direction::AtMost));
        assert!(expect(Scope::District, 1, 95).within_reach(), "nobody has said how long it lasts");
    }

    #[test]
    fn every_visit_is_kept_as_95() {
        assert_eq!(ExpectedShare::from_points(100).map(u8::from), Ok(95));
        assert_eq!(ExpectedShare::from_points(4), Err(Unreachable::Share(4)));
    }
}
