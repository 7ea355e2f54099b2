//! How lessons really go in the made-up district: a level for each look-for, moved by school, classroom and season.

use domain::framework::{Kind, LookFor};

use crate::dice::{Dice, squash, unsquash};

/// How one look-for tends to turn out at Cedar Ridge on the first day of school, and how observers answer it.
pub(crate) struct Habit {
    id: &'static str,
    /// In the look-for's own terms: share of visits, per 10 minutes, share of time, share of students.
    level: f64,
    /// How far practice moves in a year, on the scale of [`squash`]; 0.5 is about 20 points around the middle.
    growth: f64,
    /// How often an observer leaves it without an answer.
    pub(crate) blank: f64,
    /// How often it could not have happened.
    pub(crate) not_applicable: f64,
    /// How often an observer cannot tell.
    pub(crate) unsure: f64,
    /// How long it lasts when it happens, for durations; 0 for other kinds.
    pub(crate) run_seconds: f64,
}

const fn habit(id: &'static str, level: f64, growth: f64, blank: f64, not_applicable: f64, unsure: f64) -> Habit {
    Habit { id, level, growth, blank, not_applicable, unsure, run_seconds: 0.0 }
}

const HABITS: [Habit; 24] = [
    habit("grade-level", 0.95, 0.2, 0.06, 0.0, 0.06),
    habit("planned-unit", 0.94, 0.1, 0.08, 0.0, 0.10),
    habit("connections", 0.70, 0.2, 0.08, 0.04, 0.03),
    habit("vocabulary", 3.0, 0.3, 0.12, 0.0, 0.0),
    habit("goal", 0.71, 0.1, 0.03, 0.0, 0.02),
    habit("open-questions", 3.5, 0.5, 0.02, 0.0, 0.0),
    Habit { run_seconds: 40.0, ..habit("talk", 0.53, 0.2, 0.03, 0.0, 0.0) },
    habit("thinking", 0.54, 0.3, 0.04, 0.0, 0.03),
    habit("explain", 0.64, 0.3, 0.06, 0.45, 0.03),
    habit("modelling", 0.76, 0.1, 0.09, 0.15, 0.04),
    habit("check", 0.44, 0.7, 0.05, 0.04, 0.03),
    habit("adjust", 0.63, 0.3, 0.11, 0.25, 0.10),
    habit("feedback", 1.8, 0.2, 0.27, 0.0, 0.0),
    habit("look-back", 0.46, 0.3, 0.06, 0.0, 0.03),
    habit("support", 0.64, 0.1, 0.09, 0.20, 0.08),
    Habit { run_seconds: 260.0, ..habit("small-group", 0.24, 0.1, 0.08, 0.0, 0.0) },
    habit("plan-supports", 0.88, 0.1, 0.06, 0.30, 0.22),
    habit("language", 0.72, 0.3, 0.03, 0.03, 0.05),
    habit("stretch", 0.55, 0.1, 0.0, 0.967, 0.0),
    habit("on-task", 0.91, 0.1, 0.04, 0.0, 0.0),
    habit("routines", 0.82, 0.1, 0.04, 0.02, 0.02),
    habit("respect", 0.97, 0.0, 0.03, 0.0, 0.01),
    habit("among", 0.64, 0.2, 0.05, 0.0, 0.0),
    habit("interruptions", 0.5, 0.0, 0.06, 0.0, 0.0),
];

/// How far somewhere lies above or below the district, on the scale of [`squash`].
pub(crate) struct Leaning {
    general: f64,
    each: Vec<f64>,
}

impl Leaning {
    /// Level with Cedar Ridge, whose levels the table states.
    pub(crate) fn none() -> Self {
        Self { general: 0.0, each: vec![0.0; HABITS.len()] }
    }

    /// A school's: modest on the whole, more in single look-fors.
    pub(crate) fn of_school(seed: u64, school: usize) -> Self {
        Self::drawn(Dice::of(seed, "school leaning", school as u64), 0.18, 0.22)
    }

    /// A classroom's: wide, which is what makes visits to one room alike.
    pub(crate) fn of_room(seed: u64, school: usize, room: usize) -> Self {
        Self::drawn(Dice::of(seed, "room leaning", (school * 1_000 + room) as u64), 0.3, 0.5)
    }

    fn drawn(mut dice: Dice, general: f64, each: f64) -> Self {
        Self { general: dice.spread() * general, each: HABITS.iter().map(|_| dice.spread() * each).collect() }
    }

    fn at(&self, position: usize) -> f64 {
        self.general + self.each[position]
    }
}

/// What is true of one lesson before anyone watches.
pub(crate) struct Lesson<'a> {
    pub(crate) school: &'a Leaning,
    pub(crate) room: &'a Leaning,
    /// How far the school year has come, 0 ..= 1.
    pub(crate) gone: f64,
    /// Somebody else teaches today.
    pub(crate) substitute: bool,
}

impl Lesson<'_> {
    /// The habit of a look-for and its level in this lesson: a share for everything but counts, which are per 10
    /// minutes. `None` for a look-for that is not in the starter framework.
    pub(crate) fn level(&self, look_for: &LookFor) -> Option<(&'static Habit, f64)> {
        let (position, habit) = HABITS.iter().enumerate().find(|(_, habit)| habit.id == look_for.id.as_str())?;
        let moved = self.school.at(position) + self.room.at(position) + habit.growth * self.gone
            - if self.substitute { 0.4 } else { 0.0 };
        let level = match look_for.kind {
            Kind::Count => habit.level * 2.0 * squash(moved),
            Kind::Presence | Kind::Duration | Kind::Interval { .. } | Kind::Rating { .. } => {
                squash(unsquash(habit.level) + moved)
            }
        };
        Some((habit, level))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_look_for_has_its_habit() {
        let framework = crate::framework::starter(domain::time::date(2026, 8, 1));
        let ids: Vec<&str> = HABITS.iter().map(|habit| habit.id).collect();
        assert!(framework.look_fors().map(|look_for| look_for.id.as_str()).eq(ids));
    }
}
