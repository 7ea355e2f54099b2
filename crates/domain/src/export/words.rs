//! The words of the table's cells, each with the way back.

use std::borrow::Cow;

use crate::framework::{Ask, Autonomy, Kind};
use crate::id::GroupId;
use crate::roster::Grade;
use crate::visit::{Flag, Outcome, Source};

/// In the order in which they are declared.
pub(super) const OUTCOMES: [Outcome; 5] =
    [Outcome::Shown, Outcome::NotShown, Outcome::NotApplicable, Outcome::CouldNotJudge, Outcome::Blank];
/// Those of visits that count; a calibration visit is never exported.
pub(super) const SOURCES: [Source; 3] = [Source::Live, Source::Paper, Source::Imported];

/// Between several values in one cell.
const BETWEEN: char = ';';
/// In front of a [`BETWEEN`] or of itself that belongs to a value.
const ESCAPE: char = '\\';

pub(super) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Shown => "shown",
        Outcome::NotShown => "not shown",
        Outcome::NotApplicable => "not applicable",
        Outcome::CouldNotJudge => "could not judge",
        Outcome::Blank => "left blank",
    }
}

pub(super) fn source(source: Source) -> &'static str {
    match source {
        Source::Live => "live",
        Source::Paper => "paper",
        Source::Imported => "imported",
        Source::Calibration => "calibration",
    }
}

pub(super) fn flag(flag: Flag) -> &'static str {
    match flag {
        Flag::Substitute => "substitute",
        Flag::CoTaught => "co-taught",
        Flag::Test => "test",
        Flag::Transition => "transition",
        Flag::SpecialRoom => "special room",
    }
}

pub(super) fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Presence => "presence",
        Kind::Count => "count",
        Kind::Duration => "duration",
        Kind::Interval { .. } => "interval",
        Kind::Rating { .. } => "rating",
    }
}

pub(super) fn autonomy(autonomy: Autonomy) -> &'static str {
    match autonomy {
        Autonomy::NonNegotiable => "non-negotiable",
        Autonomy::Adaptable => "adaptable",
    }
}

/// Of `amount` and `over`; nothing for look-fors without an amount.
pub(super) fn unit(kind: &Kind) -> &'static str {
    match kind {
        Kind::Presence | Kind::Rating { .. } => "",
        Kind::Count => "occurrences over seconds watched",
        Kind::Duration => "seconds over seconds watched",
        Kind::Interval { ask: Ask::NotDoing, .. } => "students doing it over students present, summed over snapshots",
        Kind::Interval { ask: Ask::YesOrNo, .. } => "snapshots that found it over snapshots",
    }
}

pub(super) fn yes_or_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

/// `PK`, `K`, `1` …; as a word, so that pre-kindergarten is no negative number.
#[must_use]
pub fn grade(grade: Grade) -> Cow<'static, str> {
    match grade {
        Grade(-1) => "PK".into(),
        Grade(0) => "K".into(),
        Grade(number) => number.to_string().into(),
    }
}

/// [`grade`], read back.
pub(crate) fn read_grade(cell: &str) -> Option<Grade> {
    match cell {
        "PK" => Some(Grade(-1)),
        "K" => Some(Grade(0)),
        number => number.parse().ok().map(Grade),
    }
}

pub(super) fn time(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

pub(super) fn read_time(cell: &str) -> Option<u16> {
    let (hours, minutes) = cell.split_once(':')?;
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

pub(super) fn groups(groups: &[GroupId]) -> String {
    let mut cell = String::new();
    for (position, group) in groups.iter().enumerate() {
        if position > 0 {
            cell.push(BETWEEN);
        }
        for sign in group.as_str().chars() {
            if sign == BETWEEN || sign == ESCAPE {
                cell.push(ESCAPE);
            }
            cell.push(sign);
        }
    }
    cell
}

pub(super) fn read_groups(cell: &str) -> Vec<GroupId> {
    let mut groups = vec![String::new()];
    let mut signs = cell.chars();
    while let Some(sign) = signs.next() {
        match (sign, groups.last_mut()) {
            (BETWEEN, _) => groups.push(String::new()),
            (ESCAPE, Some(last)) => last.extend(signs.next()),
            (_, Some(last)) => last.push(sign),
            (_, None) => {}
        }
    }
    groups.retain(|group| !group.is_empty());
    groups.into_iter().map(GroupId).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_times_and_groups_read_back() {
        for number in -1..=12 {
            assert_eq!(read_grade(&grade(Grade(number))), Some(Grade(number)));
        }
        for minute in [0, 59, 605, 1439] {
            assert_eq!(read_time(&time(minute)), Some(minute));
        }
        for ids in [vec![], vec!["el"], vec!["el", "a;b", "c\\"]] {
            let ids: Vec<GroupId> = ids.into_iter().map(GroupId::from).collect();
            assert_eq!(read_groups(&groups(&ids)), ids);
        }
        assert_eq!((read_time("24:00"), read_time("7"), read_grade("x")), (None, None, None));
    }
}
