//! What is expected, one expectation a row.

use super::cells::{Line, Wrong};
use super::plan::{Decided, Entry};
use super::{TableItem, WhyRefused};
use crate::district::expect::newest;
use crate::district::{CannotChangeDistrict, CannotExpect, District, DistrictChange};
use crate::expectation::{Direction, Expectation, ExpectedAmount, ExpectedShare, MOST_MINUTES, Reach, Scope, Target};
use crate::export::grade_word;
use crate::framework::{Ask, Framework, Kind};
use crate::id::{GroupId, LookForId, NetworkId, SchoolId, SubjectId};
use crate::import::grade_of;
use crate::roster::Grade;
use crate::rostering::Fault;

const LOOK_FOR: &str = "look_for";
const WHERE: &str = "where";
const WHICH: &str = "which";
const DIRECTION: &str = "direction";
const AMOUNT: &str = "amount";
const UNIT: &str = "unit";
const FROM: &str = "from";
const UNTIL: &str = "until";
const PRACTICE: &str = "practice_minutes";
const LESSON: &str = "lesson_minutes";
const VISIT: &str = "visit_minutes";
const REASON: &str = "reason";

const PLACES: [&str; 6] = ["district", "network", "school", "grades", "subject", "group"];
const DIRECTIONS: [&str; 2] = ["at_least", "at_most"];

const PERCENT: &str = "percent_of_visits";
/// Of a look-for that has no amounts, or no longer.
const PLAIN: &str = "amount";

impl Entry for Expectation {
    const COLUMNS: &'static [&'static str] =
        &[LOOK_FOR, WHERE, WHICH, DIRECTION, AMOUNT, UNIT, FROM, UNTIL, PRACTICE, LESSON, VISIT, REASON];

    fn cells(&self, frameworks: &[Framework]) -> Vec<String> {
        let (place, which) = match &self.scope {
            Scope::District => (PLACES[0], String::new()),
            Scope::Network(id) => (PLACES[1], id.0.clone()),
            Scope::School(id) => (PLACES[2], id.0.clone()),
            Scope::GradeBand(low, high) if low == high => (PLACES[3], grade_word(*low).into_owned()),
            Scope::GradeBand(low, high) => (PLACES[3], format!("{} to {}", grade_word(*low), grade_word(*high))),
            Scope::Subject(id) => (PLACES[4], id.0.clone()),
            Scope::Group(id) => (PLACES[5], id.0.clone()),
        };
        let direction = match self.direction {
            Direction::AtLeast => DIRECTIONS[0],
            Direction::AtMost => DIRECTIONS[1],
        };
        let (amount, unit) = match self.target {
            Target::Share(share) => (u8::from(share).to_string(), PERCENT),
            Target::Amount(amount) => (amount.value().to_string(), unit(&self.look_for, frameworks).unwrap_or(PLAIN)),
        };
        let minutes = |of: fn(Reach) -> u16| self.reach.map(|reach| of(reach).to_string()).unwrap_or_default();
        vec![
            self.look_for.0.clone(),
            place.to_owned(),
            which,
            direction.to_owned(),
            amount,
            unit.to_owned(),
            self.from.to_string(),
            self.until.map(|day| day.to_string()).unwrap_or_default(),
            minutes(|reach| reach.lasts),
            minutes(|reach| reach.lesson),
            minutes(|reach| reach.visit),
            self.reason.clone().unwrap_or_default(),
        ]
    }

    fn read(line: &Line<'_>, frameworks: &[Framework]) -> Result<Self, Wrong> {
        let look_for = LookForId(line.must(LOOK_FOR)?);
        let scope = scope(line)?;
        let direction = match line.one_of(DIRECTION, &DIRECTIONS)? {
            0 => Direction::AtLeast,
            _ => Direction::AtMost,
        };
        let target = target(line, &look_for, frameworks)?;
        Ok(Self {
            look_for,
            scope,
            direction,
            target,
            from: line.must_date(FROM)?,
            until: line.date(UNTIL)?,
            reach: reach(line)?,
            reason: Some(line.text(REASON)).filter(|reason| !reason.is_empty()),
        })
    }

    fn is_about_the_same(&self, other: &Self) -> bool {
        (&self.look_for, &self.scope, self.from) == (&other.look_for, &other.scope, other.from)
    }

    fn item(&self) -> TableItem {
        TableItem::Expectation(Box::new(self.clone()))
    }
}

impl Decided for Expectation {
    fn all(district: &District) -> &[Self] {
        &district.expectations
    }

    fn change(was: Option<&Self>, now: Option<&Self>) -> DistrictChange {
        let boxed = |one: Option<&Self>| one.cloned().map(Box::new);
        DistrictChange::Expect { was: boxed(was), now: boxed(now) }
    }

    fn column(why: &CannotChangeDistrict) -> Option<&'static str> {
        match why {
            CannotChangeDistrict::NoSuchLookFor(_) => Some(LOOK_FOR),
            CannotChangeDistrict::NoSuchArea => Some(WHICH),
            CannotChangeDistrict::Expectation(why) => Some(match why {
                CannotExpect::Again => FROM,
                CannotExpect::Place => WHICH,
                CannotExpect::Amount => AMOUNT,
                CannotExpect::Dates => UNTIL,
                CannotExpect::Minutes => PRACTICE,
                CannotExpect::Reason => REASON,
            }),
            CannotChangeDistrict::Changed
            | CannotChangeDistrict::Twice(_)
            | CannotChangeDistrict::TooMany
            | CannotChangeDistrict::Margin
            | CannotChangeDistrict::Visits
            | CannotChangeDistrict::Goals
            | CannotChangeDistrict::Goal(_)
            | CannotChangeDistrict::Model(_)
            | CannotChangeDistrict::Calendar(_) => None,
        }
    }
}

fn scope(line: &Line<'_>) -> Result<Scope, Wrong> {
    let which = || line.must(WHICH);
    Ok(match line.one_of(WHERE, &PLACES)? {
        0 => {
            line.empty(WHICH)?;
            Scope::District
        }
        1 => Scope::Network(NetworkId(which()?)),
        2 => Scope::School(SchoolId(which()?)),
        3 => {
            let typed = which()?;
            let (low, high) = grades(&typed).ok_or((WHICH, WhyRefused::NotGrades(typed)))?;
            Scope::GradeBand(low, high)
        }
        4 => Scope::Subject(SubjectId(which()?)),
        _ => Scope::Group(GroupId(which()?)),
    })
}

/// Written with a word between them: a spreadsheet takes 3-5 for a day in May.
fn grades(text: &str) -> Option<(Grade, Grade)> {
    if let Some(one) = grade_of(text) {
        return Some((one, one));
    }
    let (low, high) = [" to ", "–", "-"].into_iter().find_map(|between| text.rsplit_once(between))?;
    grade_of(low).zip(grade_of(high))
}

/// In what the amounts of a look-for are counted; `None` where it is expected as a share of visits only.
fn unit(look_for: &LookForId, frameworks: &[Framework]) -> Option<&'static str> {
    match newest(frameworks, look_for)?.kind {
        Kind::Count => Some("per_10_minutes"),
        Kind::Duration => Some("share_of_time"),
        Kind::Interval { ask: Ask::NotDoing, .. } => Some("share_of_students"),
        Kind::Interval { ask: Ask::YesOrNo, .. } => Some("share_of_prompts"),
        Kind::Presence | Kind::Rating { .. } => None,
    }
}

fn target(line: &Line<'_>, look_for: &LookForId, frameworks: &[Framework]) -> Result<Target, Wrong> {
    let can: Vec<&str> = [PERCENT].into_iter().chain(unit(look_for, frameworks)).chain([PLAIN]).collect();
    let typed = line.must(AMOUNT)?;
    let unit = line.one_of(UNIT, &can).map_err(|(column, why)| (column, without_plain(why)))?;
    if unit == 0 {
        let points = typed.trim_end_matches('%').trim_end().parse().ok();
        let share = points.and_then(|points| ExpectedShare::from_points(points).ok());
        return share.map(Target::Share).ok_or((AMOUNT, WhyRefused::NotANumber { value: typed, least: 5, most: 100 }));
    }
    let amount = typed.replace(',', ".").parse().ok().and_then(|amount| ExpectedAmount::new(amount).ok());
    amount.map(Target::Amount).ok_or((AMOUNT, WhyRefused::NotAnAmount(typed)))
}

/// The plain unit is read back where it was written, and is offered to nobody.
fn without_plain(why: WhyRefused) -> WhyRefused {
    match why {
        WhyRefused::Cell(Fault::NotOneOf { value, mut can }) => {
            can.retain(|unit| unit != PLAIN);
            Fault::NotOneOf { value, can }.into()
        }
        other => other,
    }
}

fn reach(line: &Line<'_>) -> Result<Option<Reach>, Wrong> {
    if [PRACTICE, LESSON, VISIT].iter().all(|column| line.text(column).is_empty()) {
        return Ok(None);
    }
    let lesson = line.number(LESSON, 1, MOST_MINUTES)?;
    let within = |column| line.number(column, 1, lesson);
    Ok(Some(Reach { lasts: within(PRACTICE)?, lesson, visit: within(VISIT)? }))
}
