//! How often visits can find a practice that is there in every lesson.

use serde::{Deserialize, Serialize};

/// No lesson lasts longer, in minutes.
pub const MOST_MINUTES: u16 = 240;

/// What decides how often visits find a practice at best, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reach {
    /// So long the practice lasts in a lesson, in one piece: 1 ..= `lesson`.
    pub lasts: u16,
    /// So long a lesson lasts, or the part of it in which the practice can be judged: 1 ..= [`MOST_MINUTES`].
    pub lesson: u16,
    /// So long a visit usually lasts: 1 ..= `lesson`.
    pub visit: u16,
}

impl Reach {
    /// Whether all minutes are within their ranges.
    #[must_use]
    pub fn is_sound(self) -> bool {
        let within = |minutes: u16| (1..=self.lesson).contains(&minutes);
        self.lesson <= MOST_MINUTES && within(self.lasts) && within(self.visit)
    }

    /// The highest share of visits that would find the practice, 0 ..= 1, if it were there once in every lesson.
    ///
    /// Practice and visit each begin at any moment at which they still fit into the lesson, independently of each other. Of
    /// the rectangle of all pairs of beginnings, (L − d)(L − v), two triangles of (L − d − v)²/2 each are those in which the
    /// one is over before the other begins: the argument of the meeting problem of geometrical probability (Kendall and
    /// Moran, *Geometrical Probability*, 1963), with unlike waits.
    #[must_use]
    pub fn highest(self) -> f64 {
        let [lesson, lasts, visit] = [self.lesson, self.lasts, self.visit].map(f64::from);
        let apart = lesson - lasts - visit;
        if apart <= 0.0 { 1.0 } else { 1.0 - apart * apart / ((lesson - lasts) * (lesson - visit)) }
    }

    /// The same in whole points of visits, rounded down, 0 ..= 100.
    #[must_use]
    pub fn highest_points(self) -> u8 {
        // What is a whole number but for the last bit stays one.
        (self.highest() * 100.0 + 1e-9).floor().clamp(0.0, 100.0) as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counts the pairs of beginnings, at so many moments of a minute, that meet.
    fn counted(reach: Reach) -> f64 {
        const MOMENTS: u16 = 8;
        let moments = |last: u16| (0..last * MOMENTS).map(|at| (f64::from(at) + 0.5) / f64::from(MOMENTS));
        let (mut met, mut all) = (0_u32, 0_u32);
        for practice in moments(reach.lesson - reach.lasts) {
            for visit in moments(reach.lesson - reach.visit) {
                let meet = practice < visit + f64::from(reach.visit) && visit < practice + f64::from(reach.lasts);
                met += u32::from(meet);
                all += 1;
            }
        }
        f64::from(met) / f64::from(all)
    }

    #[test]
    fn the_formula_is_what_counting_finds() {
        for (lasts, lesson, visit) in [(5, 50, 10), (1, 45, 5), (20, 50, 8), (3, 20, 3), (30, 60, 20), (12, 90, 10)] {
            let reach = Reach { lasts, lesson, visit };
            assert!((reach.highest() - counted(reach)).abs() < 0.01, "{reach:?}: {}", reach.highest());
        }
    }

    #[test]
    fn five_minutes_of_fifty_are_found_by_at_most_every_third_visit_of_ten() {
        let reach = Reach { lasts: 5, lesson: 50, visit: 10 };
        assert!((reach.highest() - (1.0 - 1225.0 / 1800.0)).abs() < 1e-12);
        assert_eq!(reach.highest_points(), 31);
    }

    #[test]
    fn what_cannot_be_missed_is_always_found() {
        assert_eq!(Reach { lasts: 40, lesson: 50, visit: 10 }.highest_points(), 100);
        assert_eq!(Reach { lasts: 50, lesson: 50, visit: 1 }.highest_points(), 100);
        assert_eq!(Reach { lasts: 1, lesson: 50, visit: 50 }.highest_points(), 100);
    }

    #[test]
    fn neither_a_visit_nor_a_practice_is_longer_than_the_lesson() {
        let sound = |lasts, lesson, visit| Reach { lasts, lesson, visit }.is_sound();
        assert!(sound(1, 1, 1) && sound(240, 240, 240) && sound(5, 50, 10));
        assert!(!sound(0, 50, 10) && !sound(51, 50, 10) && !sound(5, 50, 0) && !sound(5, 50, 51) && !sound(5, 241, 10));
    }
}
