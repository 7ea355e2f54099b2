use domain::framework::Segment;
use domain::id::{ClassroomId, SchoolId};
use domain::time::Date;
use domain::visit::Context;
use yew::AttrValue;

use super::off_roster::Described;
use crate::state::{Model, NewVisit, When};

/// The longest visit that can be entered, in minutes.
const MOST_MINUTES: u16 = 240;
/// The value of the choice "not on the roster"; no classroom's id is so.
pub(super) const ELSEWHERE: &str = "\u{1}elsewhere";

/// What was typed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sheet {
    /// Where it was.
    pub school: SchoolId,
    /// The classroom's id, [`ELSEWHERE`], or nothing yet.
    pub room: AttrValue,
    /// The lesson, once a classroom was chosen.
    pub context: Option<Context>,
    /// The lesson, when the roster does not know the room.
    pub described: Described,
    /// As the date field gives it.
    pub date: AttrValue,
    /// As the time field gives it.
    pub time: AttrValue,
    /// As typed.
    pub minutes: AttrValue,
    /// Chosen; `None` for the likely one.
    pub segment: Option<Segment>,
}

impl Sheet {
    /// The visit, once everything needed is there and right.
    pub(super) fn visit(&self, model: &Model) -> Option<NewVisit> {
        let context = if self.room == ELSEWHERE { self.described.context() } else { self.context.clone() };
        Some(NewVisit {
            school: self.school.clone(),
            context: context?,
            segment: self.likely_segment(model),
            when: When::Paper {
                date: self.read_date().filter(|date| *date <= model.today())?,
                minute: self.read_time()?,
                minutes: self.read_minutes()?,
                offset: model.offset,
            },
            nothing: false,
            seat: None,
        })
    }

    /// The chosen segment, or the one that the roster's periods make likely at that time.
    pub(super) fn likely_segment(&self, model: &Model) -> Segment {
        let roster = model.documents.rosters.get(&self.school);
        let room = roster.and_then(|roster| roster.current_classroom(&ClassroomId::from(self.room.as_str())));
        let likely = || Some(room?.segment_at(self.read_time()?));
        self.segment.or_else(likely).unwrap_or(Segment::Middle)
    }

    fn read_date(&self) -> Option<Date> {
        self.date.parse().ok()
    }

    /// Minute of the local day.
    fn read_time(&self) -> Option<u16> {
        let (hour, minute) = self.time.split_once(':')?;
        let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.get(..2)?.parse().ok()?);
        (hour < 24 && minute < 60).then_some(hour * 60 + minute)
    }

    fn read_minutes(&self) -> Option<u16> {
        self.minutes.trim().parse().ok().filter(|minutes| (1..=MOST_MINUTES).contains(minutes))
    }

    /// What is wrong with the date, once there is one.
    pub(super) fn date_error(&self, model: &Model) -> Option<AttrValue> {
        let future = self.read_date().is_some_and(|date| date > model.today());
        future.then(|| model.text.get("paper-date-future").into())
    }

    /// What is wrong with the minutes, once there are some.
    pub(super) fn minutes_error(&self, model: &Model) -> Option<AttrValue> {
        let wrong = !self.minutes.is_empty() && self.read_minutes().is_none();
        wrong.then(|| model.text.with("paper-minutes-wrong", [("most", MOST_MINUTES.into())]).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(date: &str, time: &str, minutes: &str) -> Sheet {
        Sheet {
            school: "cedar".into(),
            room: AttrValue::default(),
            context: None,
            described: Described::default(),
            date: AttrValue::from(date.to_owned()),
            time: AttrValue::from(time.to_owned()),
            minutes: AttrValue::from(minutes.to_owned()),
            segment: None,
        }
    }

    #[test]
    fn a_sheet_is_read_as_date_minute_of_the_day_and_minutes() {
        let sheet = sheet("2026-11-18", "10:35", " 7 ");
        assert_eq!(sheet.read_date(), Some(domain::time::date_of_day(20_775)));
        assert_eq!((sheet.read_time(), sheet.read_minutes()), (Some(635), Some(7)));
    }

    #[test]
    fn what_is_not_a_time_is_not_taken() {
        let sheet = sheet("soon", "25:00", "0");
        assert_eq!((sheet.read_date(), sheet.read_time(), sheet.read_minutes()), (None, None, None));
    }
}
