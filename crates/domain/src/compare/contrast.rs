use super::{Comparison, ComparisonRow, Selection};
use crate::stats::trend::Course;
use crate::stats::{Estimate, Share};

/// One look-for in two selections of visits: two periods, or two groups.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Contrast<'a> {
    /// In the first; `None` where it is not observed there in the same way.
    pub before: Option<&'a ComparisonRow>,
    /// In the second.
    pub after: &'a ComparisonRow,
    /// How much higher it is in the second, with a 95 % interval: see [`ComparisonRow::change_to`].
    pub change: Option<Estimate>,
    /// Which way it differs; `None` without an interval.
    pub course: Option<Course>,
}

/// Holds two comparisons against each other, in the reading order of the second.
///
/// Right only for selections that share no visit: see [`Selection::is_apart_from`].
#[must_use]
pub fn contrast<'a>(before: &'a Comparison, after: &'a Comparison) -> Vec<Contrast<'a>> {
    let margin = Share::new(after.margin).unwrap_or(Share::ZERO);
    let one = |after: &'a ComparisonRow| {
        let before = after.in_comparison(before);
        let change = before.and_then(|before| before.change_to(after));
        let course = change.map(|change| Course::of(change, after.closeness(margin)));
        Contrast { before, after, change, course }
    };
    after.rows.iter().map(one).collect()
}

impl Selection {
    /// Whether no visit can be in both, as far as the two selections say: their days, schools, grades, subjects or
    /// people exclude each other. Groups overlap, and never do.
    #[must_use]
    pub fn is_apart_from(&self, other: &Self) -> bool {
        let over = |one: &Self, next: &Self| one.to.zip(next.from).is_some_and(|(to, from)| to < from);
        let schools = !self.schools.is_empty()
            && !other.schools.is_empty()
            && self.schools.iter().all(|school| !other.schools.contains(school));
        let grades = self.grades.zip(other.grades).is_some_and(|((low, high), (from, to))| high < from || to < low);
        let subjects = self.subject.as_ref().zip(other.subject.as_ref()).is_some_and(|(one, next)| one != next);
        let people = self
            .person
            .as_ref()
            .zip(other.person.as_ref())
            .is_some_and(|(one, next)| std::mem::discriminant(one) == std::mem::discriminant(next) && one != next);
        over(self, other) || over(other, self) || schools || grades || subjects || people
    }
}
