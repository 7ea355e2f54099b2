use std::collections::BTreeMap;

use crate::fact::Pack;
use crate::id::{AccountId, ClassroomId, SchoolId};
use crate::roster::{Classroom, Roster};
use crate::time::Date;
use crate::visit::Place;

/// A classroom on the roster, and when it was last visited.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LastVisit<'a> {
    /// The school it belongs to.
    pub school: &'a SchoolId,
    /// The classroom.
    pub classroom: &'a Classroom,
    /// The local date of its latest finished visit; `None` when the packs hold none.
    pub last: Option<Date>,
}

/// Every classroom on the rosters, the one that has waited longest first: those never visited before all others, then
/// by date; within a date as the rosters have them. Rooms that are on no roster are not listed.
#[must_use]
pub fn last_visits<'a>(
    packs: impl IntoIterator<Item = &'a Pack>,
    rosters: impl IntoIterator<Item = &'a Roster>,
) -> Vec<LastVisit<'a>> {
    let dates = dates(packs);
    let rooms = rosters.into_iter().flat_map(|roster| roster.classrooms.iter().map(move |room| (&roster.school, room)));
    let mut visits: Vec<LastVisit<'a>> = rooms
        .map(|(school, classroom)| LastVisit { school, classroom, last: dates.get(&(school, &classroom.id)).copied() })
        .collect();
    // `None` sorts before every date, and the sort is stable.
    visits.sort_by_key(|visit| visit.last);
    visits
}

/// Finished visits between two local dates, both included; of one observer, or of everyone.
#[must_use]
pub fn visits_between<'a>(
    packs: impl IntoIterator<Item = &'a Pack>,
    observer: Option<&AccountId>,
    (from, to): (Date, Date),
) -> usize {
    let count = |pack: &'a Pack| {
        let asked = |observed: Option<&AccountId>| observer.is_none() || observed == observer;
        pack.rows().filter(|(_, row)| (from..=to).contains(&row.date()) && asked(pack.observer(*row))).count()
    };
    packs.into_iter().map(count).sum()
}

/// The week of a date, Monday to Sunday.
#[must_use]
pub fn week_of(date: Date) -> (Date, Date) {
    (date.monday(), date.monday().plus_days(6))
}

fn dates<'a>(packs: impl IntoIterator<Item = &'a Pack>) -> BTreeMap<(&'a SchoolId, &'a ClassroomId), Date> {
    let mut dates = BTreeMap::new();
    for pack in packs {
        for (_, row) in pack.rows() {
            if let Some(Place::Known(classroom)) = pack.classroom(row) {
                let latest = dates.entry((&pack.key.school, classroom)).or_insert_with(|| row.date());
                *latest = row.date().max(*latest);
            }
        }
    }
    dates
}

#[cfg(test)]
mod tests {
    use crate::time::date;

    use super::*;
    use crate::fact::{Fact, PackKey};
    use crate::id::{DocumentHash, VisitId};
    use crate::visit::Source;

    fn roster(school: &str, rooms: &[&str]) -> Roster {
        let room = |name: &&str| Classroom {
            id: (*name).into(),
            name: (*name).to_owned(),
            lead: None,
            others: Vec::new(),
            grade: None,
            subject: None,
            groups: Vec::new(),
            students: None,
            periods: Vec::new(),
        };
        Roster { school: school.into(), classrooms: rooms.iter().map(room).collect(), ..Roster::default() }
    }

    /// One visit a room and date, by observer `o`; a room without a name is one that is on no roster.
    fn pack(school: &str, visits: &[(&str, Date)]) -> Pack {
        let key = |day: Date| PackKey { school: school.into(), month: day.into(), framework: DocumentHash::default() };
        let mut pack = Pack::new(key(date(2026, 11, 1)));
        for (number, (room, day)) in visits.iter().enumerate() {
            let place =
                if room.is_empty() { Place::Described("Field".to_owned()) } else { Place::Known((*room).into()) };
            pack.put(Fact {
                visit: VisitId::from([u8::try_from(number).unwrap(); 16]),
                key: key(*day),
                date: *day,
                minute: 600,
                classroom: place,
                lead: None,
                observer: "o".into(),
                grade: None,
                subject: None,
                groups: Vec::new(),
                source: Source::Live,
                flags: Vec::new(),
                nothing: number == 0,
                watched: 300,
                outcomes: Vec::new(),
                amounts: Vec::new(),
            });
        }
        pack
    }

    #[test]
    fn rooms_never_visited_come_first_and_then_those_that_waited_longest() {
        let (early, late) = (date(2026, 11, 3), date(2026, 11, 19));
        let packs = [pack("cedar", &[("a", early), ("a", late), ("c", early), ("", late)])];
        let rosters = [roster("cedar", &["a", "b", "c"])];
        let rooms: Vec<_> =
            last_visits(&packs, &rosters).iter().map(|visit| (visit.classroom.name.clone(), visit.last)).collect();
        assert_eq!(rooms, [("b".to_owned(), None), ("c".to_owned(), Some(early)), ("a".to_owned(), Some(late))]);
    }

    #[test]
    fn rooms_of_one_name_in_two_schools_are_two_rooms() {
        let day = date(2026, 11, 3);
        let packs = [pack("cedar", &[("a", day)])];
        let rosters = [roster("cedar", &["a"]), roster("birch", &["a"])];
        let rooms = last_visits(&packs, &rosters);
        assert_eq!((rooms[0].school.as_str(), rooms[0].last), ("birch", None));
        assert_eq!((rooms[1].school.as_str(), rooms[1].last), ("cedar", Some(day)));
    }

    #[test]
    fn a_visit_counts_on_the_first_and_the_last_day_and_for_its_observer_only() {
        let days = [date(2026, 11, 16), date(2026, 11, 22), date(2026, 11, 23)];
        let packs = [pack("cedar", &days.map(|day| ("a", day)))];
        let week = week_of(date(2026, 11, 18));
        assert_eq!(week, (days[0], days[1]));
        assert_eq!(visits_between(&packs, None, week), 2);
        assert_eq!(visits_between(&packs, Some(&"o".into()), week), 2);
        assert_eq!(visits_between(&packs, Some(&"somebody else".into()), week), 0);
    }
}
