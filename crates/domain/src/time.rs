//! Time as an argument: milliseconds, local dates, and the hybrid logical clock that orders edits.

use serde::{Deserialize, Serialize};

use crate::id::ReplicaId;

pub use date::{Date, date};

mod date;

/// Milliseconds since the Unix epoch, UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Millis(pub i64);

impl Millis {
    /// Later by so many milliseconds; stays at the end of time rather than wrap.
    #[must_use]
    pub fn plus(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// Milliseconds from `earlier` to this moment; negative when `earlier` is later.
    #[must_use]
    pub fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

/// One minute in milliseconds.
pub const MINUTE: i64 = 60_000;
/// One hour in milliseconds.
pub const HOUR: i64 = 60 * MINUTE;
/// One day of 24 hours in milliseconds.
pub const DAY: i64 = 24 * HOUR;

/// Minutes that the tablet's wall clock is ahead of UTC, −840 ..= 840.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UtcOffset(pub i16);

/// The local date and the minute of the local day (0 ..= 1439) at a moment.
#[must_use]
pub fn local(at: Millis, offset: UtcOffset) -> (Date, u16) {
    let shifted = at.0.saturating_add(i64::from(offset.0) * MINUTE);
    let minute = shifted.rem_euclid(DAY) / MINUTE;
    (date_of_day(shifted.div_euclid(DAY)), u16::try_from(minute).unwrap_or(0))
}

/// The moment of a local date and minute of day.
#[must_use]
pub fn moment(date: Date, minute: u16, offset: UtcOffset) -> Millis {
    let day = i64::from(day_number(date));
    Millis(day * DAY + (i64::from(minute) - i64::from(offset.0)) * MINUTE)
}

/// Days since 1 January 1970.
#[must_use]
pub fn day_number(date: Date) -> i32 {
    EPOCH.days_until(date)
}

/// The date so many days after 1 January 1970, held to the years 0 ..= 9999.
#[must_use]
pub fn date_of_day(day: i64) -> Date {
    EPOCH.plus_days(day)
}

const EPOCH: Date = date(1970, 1, 1);

/// A calendar month, the unit in which facts are packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Month {
    /// Calendar year.
    pub year: i16,
    /// 1 ..= 12.
    pub month: i8,
}

impl From<Date> for Month {
    fn from(date: Date) -> Self {
        Self { year: date.year(), month: date.month() }
    }
}

/// When and where a change was made: a hybrid logical clock's reading. Ordered by wall, counter, replica.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Stamp {
    /// The writer's wall clock, or the latest wall it had heard of if that was later.
    pub wall: Millis,
    /// Tells apart changes of one wall reading.
    pub counter: u32,
    /// The replica that made the change; kept when the edit is re-issued under another.
    pub replica: ReplicaId,
}

/// A wall reading further ahead than this does not advance anyone's clock.
pub const BELIEVABLE_AHEAD: i64 = DAY;

/// A hybrid logical clock (Kulkarni et al., OPODIS 2014): never behind what it has written or believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Clock {
    wall: Millis,
    counter: u32,
}

impl Clock {
    /// The stamp of the next change, later than every stamp given or heard before.
    pub fn tick(&mut self, now: Millis, replica: ReplicaId) -> Stamp {
        if now > self.wall {
            *self = Self { wall: now, counter: 0 };
        } else if let Some(counter) = self.counter.checked_add(1) {
            self.counter = counter;
        } else {
            *self = Self { wall: self.wall.plus(1), counter: 0 };
        }
        Stamp { wall: self.wall, counter: self.counter, replica }
    }

    /// Hears another replica's stamp, so that the next change here sorts after it. A wall more than
    /// [`BELIEVABLE_AHEAD`] beyond `now` is left alone: one wrong clock must not drag every other along.
    pub fn hear(&mut self, stamp: Stamp, now: Millis) {
        let believable = stamp.wall.since(now) <= BELIEVABLE_AHEAD;
        if believable && (stamp.wall, stamp.counter) > (self.wall, self.counter) {
            *self = Self { wall: stamp.wall, counter: stamp.counter };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: ReplicaId = ReplicaId(crate::id::Bits128([1; 16]));

    #[test]
    fn a_clock_set_back_still_gives_later_stamps() {
        let mut clock = Clock::default();
        let first = clock.tick(Millis(5_000), HERE);
        assert!(clock.tick(Millis(1_000), HERE) > first);
    }

    #[test]
    fn a_wall_two_days_ahead_drags_nobody_along() {
        let mut clock = Clock::default();
        clock.hear(Stamp { wall: Millis(2 * DAY), counter: 0, replica: HERE }, Millis(0));
        assert_eq!(clock.tick(Millis(1), HERE).wall, Millis(1));
    }

    #[test]
    fn a_believable_stamp_is_followed() {
        let mut clock = Clock::default();
        let heard = Stamp { wall: Millis(HOUR), counter: 7, replica: HERE };
        clock.hear(heard, Millis(0));
        assert!(clock.tick(Millis(1), HERE) > heard);
    }

    #[test]
    fn a_local_date_belongs_to_the_tablet_and_not_to_utc() {
        let evening = moment(date(2026, 11, 20), 23 * 60, UtcOffset(-360));
        assert_eq!(local(evening, UtcOffset(-360)), (date(2026, 11, 20), 1380));
        assert_eq!(local(evening, UtcOffset(0)).0, date(2026, 11, 21));
    }

    #[test]
    fn day_numbers_count_from_the_epoch_both_ways() {
        assert_eq!(day_number(date(1970, 1, 2)), 1);
        assert_eq!(day_number(date(1969, 12, 31)), -1);
        assert_eq!(date_of_day(i64::from(day_number(date(2026, 11, 22)))), date(2026, 11, 22));
    }
}
