//! What the district and its rosters become by what other systems say.

use std::collections::{BTreeMap, BTreeSet};

use super::records::{ClassRecord, Records, SchoolRecord, Span, TeachingRecord};
use crate::district::{Calendar, District, Network, School, Term};
use crate::id::{NetworkId, SchoolId};
use crate::roster::{Classroom, Roster, Teacher};
use crate::time::Date;

/// The district and its rosters as they will be.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The district.
    pub district: District,
    /// Every roster that changes.
    pub rosters: Vec<Roster>,
    /// The day for which they hold: today, or the nearest day of the last school year that is known.
    pub on: Date,
    /// Classes all of whose sessions are over.
    pub over: u32,
    /// The school year that is known ended before the district's own began, which stays.
    pub past_year: bool,
}

impl Outcome {
    /// What becomes of a district. `then` is what was known before: only what came from there can be gone, and whatever
    /// somebody else has put into a roster stays.
    #[must_use]
    pub fn new(
        then: &Records,
        now: &Records,
        district: &District,
        rosters: &BTreeMap<SchoolId, Roster>,
        today: Date,
    ) -> Self {
        let on = now.year(today).map_or(today, |year| today.clamp(year.first, year.last));
        let mut next = district.clone();
        for (id, school) in &now.schools {
            put_school(&mut next, (then, now), id, school);
        }
        let calendar = calendar(now, &district.calendar, today);
        let past_year = calendar.as_ref().is_some_and(|calendar| calendar.last_day < district.calendar.first_day);
        next.calendar = calendar.filter(|_| !past_year).unwrap_or(next.calendar);
        let current = Current::new(now, on);
        let was_known = |roster: &Roster| {
            roster.classrooms.iter().any(|room| then.classes.contains_key(room.id.as_str()))
                || roster.teachers.iter().any(|teacher| then.staff.contains_key(teacher.id.as_str()))
        };
        let held = rosters.values().filter(|roster| was_known(roster)).map(|roster| roster.school.as_str());
        let known = then.schools.keys().chain(now.schools.keys()).map(String::as_str);
        let schools: BTreeSet<&str> = known.chain(held).collect();
        let rosters = schools.into_iter().filter_map(|school| {
            let id = SchoolId::from(school);
            let before = rosters.get(&id).cloned().unwrap_or_else(|| Roster { school: id, ..Roster::default() });
            let after = current.roster(then, school, &before);
            (after != before).then_some(after)
        });
        Self { rosters: rosters.collect(), district: next, on, over: current.over, past_year }
    }
}

fn put_school(district: &mut District, (then, now): (&Records, &Records), id: &str, school: &SchoolRecord) {
    let network = school.network.as_ref().and_then(|key| Some((key, now.networks.get(key)?)));
    // A network that is known by another id is the same when it has the same name.
    let network = network.map(|(key, network)| {
        let place = |same: &dyn Fn(&Network) -> bool| district.networks.iter().position(same);
        let known = place(&|one| one.id.as_str() == key).or_else(|| place(&|one| one.name == network.name));
        if let Some(known) = known.and_then(|place| district.networks.get_mut(place)) {
            known.name.clone_from(&network.name);
            return known.id.clone();
        }
        let id = NetworkId(key.clone());
        district.networks.push(Network { id: id.clone(), name: network.name.clone() });
        id
    });
    let known = district.schools.iter_mut().find(|one| one.id.as_str() == id);
    if let Some(known) = known {
        known.name.clone_from(&school.name);
        // Only what a package said can no longer be so.
        let by_hand = known.network.take().filter(|network| !then.networks.contains_key(network.as_str()));
        known.network = network.or(by_hand);
    } else {
        district.schools.push(School { id: SchoolId(id.to_owned()), name: school.name.clone(), network });
    }
}

/// The school year of the day, with its terms. Check dates and days off that lie within it stay, and the terms where the
/// package has none.
fn calendar(now: &Records, before: &Calendar, today: Date) -> Option<Calendar> {
    let year = now.year(today)?;
    let within = |first: Date, last: Date| first >= year.first && last <= year.last;
    let terms = now.sessions.values().filter(|one| one.span == Span::Term && within(one.first, one.last));
    let mut terms: Vec<Term> =
        terms.map(|one| Term { name: one.name.clone(), first_day: one.first, last_day: one.last }).collect();
    terms.sort_by_key(|term| (term.first_day, term.last_day));
    terms.dedup_by_key(|term| (term.first_day, term.last_day));
    // Terms that overlap are of several kinds, semesters and quarters: the longer ones are the district's.
    let mut kept: Vec<Term> = Vec::new();
    for term in terms {
        match kept.last() {
            Some(last) if term.first_day <= last.last_day => {
                if last.first_day == term.first_day && last.last_day < term.last_day {
                    kept.pop();
                    kept.push(term);
                }
            }
            _ => kept.push(term),
        }
    }
    if kept.is_empty() {
        kept = before.terms.iter().filter(|term| within(term.first_day, term.last_day)).cloned().collect();
    }
    let mut calendar = before.clone();
    calendar.check_dates.retain(|day| within(*day, *day));
    calendar.days_off.retain(|off| within(off.first_day, off.last_day));
    Some(Calendar { first_day: year.first, last_day: year.last, terms: kept, ..calendar })
}

/// What holds on a day, by school.
struct Current<'a> {
    now: &'a Records,
    classes: BTreeMap<&'a str, Vec<(&'a String, &'a ClassRecord)>>,
    teaching: BTreeMap<&'a str, Vec<(&'a String, &'a TeachingRecord)>>,
    staff: BTreeMap<&'a str, BTreeSet<&'a str>>,
    over: u32,
}

impl<'a> Current<'a> {
    fn new(now: &'a Records, on: Date) -> Self {
        let (mut classes, mut teaching, mut staff, mut over) =
            (BTreeMap::<_, Vec<_>>::new(), BTreeMap::<_, Vec<_>>::new(), BTreeMap::<_, BTreeSet<_>>::new(), 0);
        let here = |school: &String| now.schools.contains_key(school);
        for (id, class) in now.classes.iter().filter(|(_, class)| here(&class.school)) {
            let mut sessions = class.sessions.iter().filter_map(|session| now.sessions.get(session)).peekable();
            if sessions.peek().is_some() && sessions.all(|session| session.last < on) {
                over += 1;
            } else {
                classes.entry(class.school.as_str()).or_default().push((id, class));
            }
        }
        let begun = |one: &TeachingRecord| one.first.is_none_or(|first| first <= on);
        let begun_in: BTreeSet<&String> =
            now.teaching.values().filter(|one| begun(one)).map(|one| &one.class).collect();
        for (id, one) in &now.teaching {
            // Where somebody has begun, whoever comes later does not teach yet.
            if begun_in.contains(&one.class) && !begun(one) {
                continue;
            }
            // Somebody who has left does not teach, even where nobody has ended what they taught.
            if one.last.is_none_or(|last| last >= on) && now.staff.contains_key(&one.person) {
                teaching.entry(one.class.as_str()).or_default().push((id, one));
            }
        }
        let (mut by_role, mut add) = (BTreeMap::<&str, Vec<&str>>::new(), |school: &'a str, person: &'a str| {
            staff.entry(school).or_default().insert(person);
        });
        for role in now.roles.values().filter(|role| here(&role.school)) {
            by_role.entry(role.person.as_str()).or_default().push(role.school.as_str());
        }
        for (id, person) in &now.staff {
            let roles = by_role.get(id.as_str());
            roles.into_iter().flatten().for_each(|school| add(school, id));
            if person.teaches || roles.is_some() {
                person.schools.iter().for_each(|school| add(school, id));
            }
        }
        Self { now, classes, teaching, staff, over }
    }

    /// A school's roster: what holds now, and behind it what has gone.
    fn roster(&self, then: &Records, school: &str, before: &Roster) -> Roster {
        let mut people = self.staff.get(school).cloned().unwrap_or_default();
        let classes = self.classes.get(school).map_or(&[][..], Vec::as_slice);
        let mut classrooms = Vec::with_capacity(classes.len());
        for (id, class) in classes {
            let teaching = self.teaching.get(id.as_str()).map_or(&[][..], Vec::as_slice);
            people.extend(teaching.iter().map(|(_, one)| one.person.as_str()));
            classrooms.push(self.classroom(id, class, teaching));
        }
        let teacher = |id: &str| {
            let person = self.now.staff.get(id)?;
            Some(Teacher { id: id.into(), name: person.name.clone() })
        };
        let mut teachers: Vec<Teacher> = people.into_iter().filter_map(teacher).collect();
        let (mut former_classrooms, mut former_teachers) =
            (before.former_classrooms.clone(), before.former_teachers.clone());
        left(
            &mut classrooms,
            &mut former_classrooms,
            &before.classrooms,
            |room| room.id.0.clone(),
            |id| then.classes.contains_key(id),
        );
        left(
            &mut teachers,
            &mut former_teachers,
            &before.teachers,
            |teacher| teacher.id.0.clone(),
            |id| then.staff.contains_key(id),
        );
        classrooms.sort_by(|one, other| (&one.name, &one.id).cmp(&(&other.name, &other.id)));
        teachers.sort_by(|one, other| (&one.name, &one.id).cmp(&(&other.name, &other.id)));
        Roster { school: before.school.clone(), classrooms, teachers, former_classrooms, former_teachers }
    }

    fn classroom(&self, id: &str, class: &ClassRecord, teaching: &[(&String, &TeachingRecord)]) -> Classroom {
        let course = class.course.as_ref().and_then(|course| self.now.courses.get(course));
        let count = self.now.students.get(id);
        let grades = if class.grades.is_empty() { course.map_or(&[][..], |one| &one.grades) } else { &class.grades };
        // Whoever leads and began last; an only teacher leads whether or not that is said.
        let leads =
            teaching.iter().filter(|(_, one)| one.leads).max_by_key(|(id, one)| (one.first, std::cmp::Reverse(*id)));
        let people: BTreeSet<&str> = teaching.iter().map(|(_, one)| one.person.as_str()).collect();
        let only = (people.len() == 1).then(|| people.first().copied()).flatten();
        let lead = leads.map(|(_, one)| one.person.as_str()).or(only);
        let tags = count.into_iter().flat_map(|count| &count.groups);
        let groups: BTreeSet<&String> = class.groups.iter().chain(tags).collect();
        Classroom {
            id: id.into(),
            name: class.name.clone(),
            lead: lead.map(Into::into),
            others: people.into_iter().filter(|person| Some(*person) != lead).map(Into::into).collect(),
            grade: if let [grade] = grades { Some(*grade) } else { None },
            subject: class
                .subject
                .as_ref()
                .or(course.and_then(|one| one.subject.as_ref()))
                .map(|one| one.as_str().into()),
            groups: groups.into_iter().map(|group| group.as_str().into()).collect(),
            students: count.map(|count| count.students),
            periods: class.lessons.clone(),
        }
    }
}

/// Keeps what somebody else put there, and puts what has gone behind what is there; what is back leaves that.
fn left<T: Clone>(
    now: &mut Vec<T>,
    former: &mut Vec<T>,
    before: &[T],
    id: impl Fn(&T) -> String,
    was_known: impl Fn(&str) -> bool,
) {
    let here: BTreeSet<String> = now.iter().map(&id).collect();
    former.retain(|one| !here.contains(&id(one)));
    for one in before.iter().filter(|one| !here.contains(&id(one))) {
        if was_known(&id(one)) {
            former.push(one.clone());
        } else {
            now.push(one.clone());
        }
    }
}
