//! What the measure of an achievement goal read: baselines, targets and results, for the whole area, by school and by student
//! group.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::change::taken;
use super::{Area, District, Goal, Measure};
use crate::id::{GoalId, GroupId, SchoolId};
use crate::sync::ProblemCode;
use crate::time::Date;

/// A goal has at most so many figures.
pub const MOST_FIGURES: usize = 20_000;
/// The name of a student group is at most this long, in characters.
pub const MOST_GROUP: usize = 60;

/// What a measure read, in hundredths of its unit; between ±1,000,000 units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i32", into = "i32")]
pub struct Reading(i32);

/// It is no number with at most two decimals, or out of range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a number with at most two decimals is needed, from -1000000 to 1000000")]
pub struct NotAReading;

impl Reading {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// A hundred units: every student, where the unit is a share.
    pub const HUNDRED: Self = Self(10_000);
    const MOST: i32 = 100_000_000;

    /// In the measure's unit.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.0) / 100.0
    }

    /// How much more than another it is.
    #[must_use]
    pub fn less(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl TryFrom<i32> for Reading {
    type Error = NotAReading;
    fn try_from(hundredths: i32) -> Result<Self, NotAReading> {
        if (-Self::MOST..=Self::MOST).contains(&hundredths) { Ok(Self(hundredths)) } else { Err(NotAReading) }
    }
}

impl From<Reading> for i32 {
    fn from(reading: Reading) -> Self {
        reading.0
    }
}

/// As a number with a point, and no more decimals than it needs.
impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, part) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        match part {
            0 => write!(f, "{sign}{whole}"),
            part if part % 10 == 0 => write!(f, "{sign}{whole}.{}", part / 10),
            part => write!(f, "{sign}{whole}.{part:02}"),
        }
    }
}

/// A number with a point or a comma before its decimals; a percent sign after it says nothing new.
impl FromStr for Reading {
    type Err = NotAReading;

    fn from_str(text: &str) -> Result<Self, NotAReading> {
        let text = text.trim().trim_end_matches('%').trim_end().replace(',', ".");
        let (sign, digits) = text.strip_prefix('-').map_or((1, text.as_str()), |rest| (-1, rest));
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 7 || part.len() > 2 || !all_digits(whole) || !all_digits(part) {
            return Err(NotAReading);
        }
        let hundredths = format!("{whole}{part:0<2}").parse::<i32>().map_err(|_| NotAReading)?;
        Self::try_from(sign * hundredths)
    }
}

/// One number of a goal's measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// Of which school; `None` for all of the goal's area.
    pub school: Option<SchoolId>,
    /// Of which student group, 1 ..= [`MOST_GROUP`] characters; `None` for all students.
    pub group: Option<GroupId>,
    /// Where it comes in.
    pub what: FigureKind,
    /// When it was read; for a target, by when it is to be.
    pub on: Date,
    /// How much.
    pub value: Reading,
    /// Of how many students, 1 or more; `None` where nobody says.
    pub students: Option<u32>,
}

/// Where a figure comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureKind {
    /// Where it began.
    Baseline,
    /// Where it is to get.
    Target,
    /// Where it got.
    Result,
}

impl FigureKind {
    /// From the first to the last.
    pub const ALL: [Self; 3] = [Self::Baseline, Self::Target, Self::Result];
}

/// One thing that a person changes about a goal's figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureChange {
    /// The figure in whose place it comes; `None` for one more.
    pub was: Option<Figure>,
    /// The figure; `None` where it is taken out.
    pub now: Option<Figure>,
}

/// The figures of a goal, as far as somebody may see them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalFigures {
    /// In order of school, group, kind and day.
    pub figures: Vec<Figure>,
}

/// What a person changes about the figures of a goal: all of it or nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeFigures {
    /// Of which goal.
    pub goal: GoalId,
    /// In any order.
    pub changes: Vec<FigureChange>,
}

/// The answer to a change of figures that is not made: a [`Problem`](crate::sync::Problem) that also says what is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureProblem {
    /// What happened, for programs.
    pub code: ProblemCode,
    /// What happened, for logs and for people who read the API; the app has its own words.
    pub message: String,
    /// The id under which the server logged the request.
    pub request: String,
    /// What is wrong.
    pub why: CannotTake,
}

/// A change of figures cannot be made, so none of those sent with it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[error("change {at}: {why}")]
pub struct CannotTake {
    /// Which of the changes, counted from 0.
    pub at: usize,
    /// Why not.
    pub why: BadFigure,
}

/// Why a figure cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BadFigure {
    /// Somebody else has changed it since this person looked.
    #[error("somebody else has changed it meanwhile")]
    Changed,
    /// There is one of that kind for the same school, group and day already.
    #[error("there is one for the same school, group and day already")]
    Again,
    /// The goal is for instruction, which visits tell.
    #[error("only a goal for achievement has figures")]
    NoMeasure,
    /// The school is not there, or the goal is not for it.
    #[error("the goal is not for that school")]
    School,
    /// The group has no name, or too long a one.
    #[error("a group has a name of 1 to {MOST_GROUP} characters")]
    Group,
    /// The unit has no such number.
    #[error("a share is from 0 to 100")]
    Value,
    /// Figures of no students say nothing.
    #[error("the number of students is 1 or more")]
    Students,
    /// There are as many as a goal can have.
    #[error("a goal has at most {MOST_FIGURES} figures")]
    TooMany,
}

impl Figure {
    /// What tells it from the others of its goal.
    #[must_use]
    pub fn key(&self) -> (Option<&SchoolId>, Option<&GroupId>, FigureKind, Date) {
        (self.school.as_ref(), self.group.as_ref(), self.what, self.on)
    }

    /// Whether a goal can have it.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self, goal: &Goal, district: &District) -> Result<(), BadFigure> {
        let Some(measure) = goal.measure() else { return Err(BadFigure::NoMeasure) };
        let here = |school: &SchoolId| {
            district.school(school).is_some() && district.covers(&goal.area, &Area::School(school.clone()))
        };
        let named = |group: &GroupId| (1..=MOST_GROUP).contains(&group.as_str().trim().chars().count());
        let faults = [
            (!self.school.as_ref().is_none_or(here), BadFigure::School),
            (!self.group.as_ref().is_none_or(named), BadFigure::Group),
            (!measure.has(self.value), BadFigure::Value),
            (self.students == Some(0), BadFigure::Students),
        ];
        faults.into_iter().find_map(|(wrong, why)| wrong.then_some(why)).map_or(Ok(()), Err)
    }
}

/// The figures of a goal with all of the changes made, in order of school, group, kind and day.
///
/// # Errors
/// The first change that cannot be made; then none is.
pub fn figures_changed(
    figures: &[Figure],
    changes: &[FigureChange],
    goal: &Goal,
    district: &District,
) -> Result<Vec<Figure>, CannotTake> {
    let mut next = figures.to_vec();
    // First out, then in: what is exchanged within one set of changes does not stand in its own way.
    for (at, change) in changes.iter().enumerate() {
        taken(&mut next, change.was.as_ref()).map_err(|_| CannotTake { at, why: BadFigure::Changed })?;
    }
    next.sort_by(|one, other| one.key().cmp(&other.key()));
    for (at, change) in changes.iter().enumerate() {
        let Some(now) = &change.now else { continue };
        now.check(goal, district).map_err(|why| CannotTake { at, why })?;
        if next.len() >= MOST_FIGURES {
            return Err(CannotTake { at, why: BadFigure::TooMany });
        }
        match next.binary_search_by(|known| known.key().cmp(&now.key())) {
            Ok(_) => return Err(CannotTake { at, why: BadFigure::Again }),
            Err(place) => next.insert(place, now.clone()),
        }
    }
    Ok(next)
}

/// Where a school or a group stands on the way to a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Progress {
    /// At the target or beyond.
    Reached,
    /// At least where the straight line from the baseline to the target stands on that day.
    OnPath,
    /// Better than the baseline, and short of the line.
    Behind,
    /// No better than the baseline.
    NoBetter,
    /// Short of the target, with no baseline to go by.
    Short,
}

impl Measure {
    /// Where a result stands between a baseline, if there is one, and a target. The line between them is straight: no more is
    /// claimed of how a measure moves within a year.
    #[must_use]
    pub fn progress(&self, baseline: Option<&Figure>, target: &Figure, result: &Figure) -> Progress {
        if self.reaches(result.value, target.value) {
            return Progress::Reached;
        }
        let Some(baseline) = baseline else { return Progress::Short };
        if self.reaches(baseline.value, result.value) {
            return Progress::NoBetter;
        }
        let whole = f64::from(baseline.on.days_until(target.on).max(1));
        let gone = f64::from(baseline.on.days_until(result.on)).clamp(0.0, whole);
        let due = baseline.value.value() + target.value.less(baseline.value).value() * gone / whole;
        let reading = result.value.value();
        let there = match self.direction {
            crate::stats::Direction::AtLeast => reading >= due,
            crate::stats::Direction::AtMost => reading <= due,
        };
        if there { Progress::OnPath } else { Progress::Behind }
    }
}

/// How one school or group stands: what it began with, where it is to get, and its results, the earliest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// Of which school; `None` for all of the goal's area.
    pub school: Option<SchoolId>,
    /// Of which student group; `None` for all students.
    pub group: Option<GroupId>,
    /// Its baseline; `None` where nobody has said.
    pub baseline: Option<Figure>,
    /// Its own target, else that of its group in the whole area, else that of its school, else the goal's.
    pub target: Figure,
    /// What was read since.
    pub results: Vec<Figure>,
}

/// How each school and group stands that has a figure, the whole area first.
#[must_use]
pub fn courses(measure: &Measure, figures: &[Figure]) -> Vec<Course> {
    let whole: [Figure; 2] = measure.into();
    // What is entered for the whole area stands beside what the goal itself says: the latest holds, and on one day what was entered.
    let latest = |school: Option<&SchoolId>, group: Option<&GroupId>, what: FigureKind| {
        let all = whole.iter().chain(figures);
        let of_it = all.filter(|one| one.what == what && one.school.as_ref() == school && one.group.as_ref() == group);
        of_it.max_by_key(|one| one.on)
    };
    let mut of: Vec<(Option<&SchoolId>, Option<&GroupId>)> =
        figures.iter().chain(&whole).map(|one| (one.school.as_ref(), one.group.as_ref())).collect();
    of.sort();
    of.dedup();
    let course = |(school, group): (Option<&SchoolId>, Option<&GroupId>)| {
        // As among expectations, a group is more specific than a school.
        let targets = [(school, group), (None, group), (school, None)];
        let target = targets.into_iter().find_map(|(school, group)| latest(school, group, FigureKind::Target));
        let target = target.unwrap_or(&whole[1]);
        let results = figures.iter().filter(|one| {
            one.what == FigureKind::Result && one.school.as_ref() == school && one.group.as_ref() == group
        });
        let mut results: Vec<Figure> = results.cloned().collect();
        results.sort_by_key(|one| one.on);
        Course {
            school: school.cloned(),
            group: group.cloned(),
            baseline: latest(school, group, FigureKind::Baseline).cloned(),
            target: target.clone(),
            results,
        }
    };
    of.into_iter().map(course).collect()
}
