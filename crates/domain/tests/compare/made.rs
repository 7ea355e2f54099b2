//! A district made by hand: two schools of six rooms, and a framework with every kind of look-for.

use std::collections::BTreeMap;

use domain::compare::{Comparison, ComparisonRow, Ground, Selection, compare, select};
use domain::district::{Calendar, District, Network, School};
use domain::expectation::{Direction, Expectation, ExpectedAmount, ExpectedShare, Scope, Target};
use domain::fact::{Fact, Pack, PackKey};
use domain::framework::{Ask, Autonomy, Framework, Kind, Level, LookFor, Strand};
use domain::id::{Bits128, DocumentHash, VisitId};
use domain::roster::{Classroom, Grade, Roster};
use domain::time::Date;
use domain::time::date;
use domain::visit::{Adult, Amount, Flag, Outcome, Place, Source};

pub(crate) const FIRST_DAY: Date = date(2026, 9, 1);
pub(crate) const TODAY: Date = date(2026, 11, 20);
pub(crate) const SCHOOLS: [&str; 2] = ["north", "south"];
pub(crate) const ROOMS: u8 = 6;

/// One visit, in as few words as the test needs. The outcomes are those of the look-fors of [`framework`].
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) school: &'static str,
    pub(crate) version: u8,
    /// Days after [`FIRST_DAY`].
    pub(crate) day: i32,
    pub(crate) room: Place,
    pub(crate) grade: Option<Grade>,
    pub(crate) subject: Option<&'static str>,
    pub(crate) groups: Vec<&'static str>,
    pub(crate) flags: Vec<Flag>,
    pub(crate) source: Source,
    pub(crate) nothing: bool,
    /// Of the local day.
    pub(crate) minute: u16,
    pub(crate) lead: Option<&'static str>,
    pub(crate) observer: &'static str,
    pub(crate) outcomes: Vec<Outcome>,
    pub(crate) amounts: Vec<Amount>,
}

impl Default for Seen {
    fn default() -> Self {
        Self {
            school: "north",
            version: 1,
            day: 0,
            room: room(0),
            grade: None,
            subject: None,
            groups: vec![],
            flags: vec![],
            source: Source::Live,
            nothing: false,
            minute: 600,
            lead: None,
            observer: "observer",
            outcomes: vec![Outcome::Shown; 5],
            amounts: vec![Amount::default(); 3],
        }
    }
}

pub(crate) struct World {
    pub(crate) district: District,
    pub(crate) frameworks: BTreeMap<DocumentHash, Framework>,
    pub(crate) rosters: Vec<Roster>,
    pub(crate) packs: BTreeMap<PackKey, Pack>,
    visits: u64,
}

impl World {
    pub(crate) fn new() -> Self {
        Self {
            district: district(),
            frameworks: BTreeMap::from([(version(1), framework())]),
            rosters: SCHOOLS.map(roster).into(),
            packs: BTreeMap::new(),
            visits: 0,
        }
    }

    pub(crate) fn with(visits: impl IntoIterator<Item = Seen>) -> Self {
        let mut world = Self::new();
        for seen in visits {
            world.see(seen);
        }
        world
    }

    pub(crate) fn see(&mut self, seen: Seen) -> VisitId {
        self.visits += 1;
        let id = VisitId(Bits128::hash(&[&self.visits.to_le_bytes()]));
        self.see_as(id, seen);
        id
    }

    pub(crate) fn see_as(&mut self, id: VisitId, seen: Seen) {
        let fact = fact(id, seen);
        self.packs.entry(fact.key.clone()).or_insert_with_key(|key| Pack::new(key.clone())).put(fact);
    }

    pub(crate) fn expect(&mut self, look_for: &str, scope: Scope, points: u8) {
        let share = Target::Share(ExpectedShare::from_points(points).unwrap());
        self.expect_target(look_for, scope, share);
    }

    pub(crate) fn expect_amount(&mut self, look_for: &str, amount: f64) {
        let amount = Target::Amount(ExpectedAmount::new(amount).unwrap());
        self.expect_target(look_for, Scope::District, amount);
    }

    fn expect_target(&mut self, look_for: &str, scope: Scope, target: Target) {
        let expected = Expectation::new(look_for.into(), scope, FIRST_DAY, Direction::AtLeast, target);
        self.district.expectations.push(expected);
    }

    pub(crate) fn ground(&self) -> Ground<'_> {
        Ground {
            packs: self.packs.values().collect(),
            frameworks: self.frameworks.iter().map(|(hash, one)| (*hash, one)).collect(),
            district: &self.district,
            rosters: self.rosters.iter().collect(),
        }
    }

    pub(crate) fn compare(&self, selection: &Selection) -> Comparison {
        compare(&self.ground(), selection, TODAY)
    }

    pub(crate) fn whole(&self) -> Comparison {
        self.compare(&Selection::default())
    }

    pub(crate) fn select(&self, selection: &Selection) -> Vec<VisitId> {
        select(&self.ground(), selection).map(|(_, visit, _)| visit).collect()
    }
}

/// The row of the newest version of a look-for.
pub(crate) fn row<'a>(comparison: &'a Comparison, look_for: &str) -> &'a ComparisonRow {
    let rows = &comparison.rows;
    rows.iter().find(|row| row.look_for.id.as_str() == look_for).unwrap()
}

pub(crate) fn room(number: u8) -> Place {
    Place::Known(format!("room-{number}").as_str().into())
}

/// `visits` to each of `rooms` rooms of the north school; in each room the first `shown` show everything.
pub(crate) fn in_rooms(rooms: u8, visits: u8, shown: u8) -> impl Iterator<Item = Seen> {
    let one = move |number: u8, visit: u8| Seen {
        room: room(number),
        outcomes: vec![if visit < shown { Outcome::Shown } else { Outcome::NotShown }; 5],
        ..Seen::default()
    };
    (0..rooms).flat_map(move |number| (0..visits).map(move |visit| one(number, visit)))
}

pub(crate) fn version(number: u8) -> DocumentHash {
    DocumentHash::from([number; 16])
}

/// `goal` (presence), `talk` (count), `work` (duration) | `task` (interval), `depth` (rating): two strands.
pub(crate) fn framework() -> Framework {
    Framework {
        title: "By hand".to_owned(),
        version: 1,
        effective: FIRST_DAY,
        strands: vec![
            strand(
                "teaching",
                vec![
                    look_for("goal", Kind::Presence, Autonomy::NonNegotiable),
                    look_for("talk", Kind::Count, Autonomy::Adaptable),
                    look_for("work", Kind::Duration, Autonomy::Adaptable),
                ],
            ),
            strand(
                "learning",
                vec![
                    look_for("task", Kind::Interval { every_minutes: 3, ask: Ask::NotDoing }, Autonomy::NonNegotiable),
                    look_for("depth", rating(3, 2), Autonomy::Adaptable),
                ],
            ),
        ],
    }
}

pub(crate) fn strand(id: &str, look_fors: Vec<LookFor>) -> Strand {
    Strand { id: id.into(), name: format!("Strand {id}"), look_fors }
}

pub(crate) fn look_for(id: &str, kind: Kind, autonomy: Autonomy) -> LookFor {
    LookFor {
        id: id.into(),
        text: format!("Students show {id}"),
        short: id.to_owned(),
        hint: None,
        kind,
        autonomy,
        segments: vec![],
        examples: Vec::new(),
        succeeds: None,
    }
}

pub(crate) fn rating(levels: u8, shown_from: u8) -> Kind {
    let level = |number: u8| Level { name: format!("Level {number}"), descriptor: String::new() };
    Kind::Rating { levels: (1..=levels).map(level).collect(), shown_from }
}

fn fact(id: VisitId, seen: Seen) -> Fact {
    let date = FIRST_DAY.plus_days(i64::from(seen.day));
    Fact {
        visit: id,
        key: PackKey { school: seen.school.into(), month: date.into(), framework: version(seen.version) },
        date,
        minute: seen.minute,
        classroom: seen.room,
        lead: seen.lead.map(|id| Adult::Known(id.into())),
        observer: seen.observer.into(),
        grade: seen.grade,
        subject: seen.subject.map(Into::into),
        groups: seen.groups.into_iter().map(Into::into).collect(),
        source: seen.source,
        flags: seen.flags,
        nothing: seen.nothing,
        watched: 480,
        outcomes: seen.outcomes,
        amounts: seen.amounts,
    }
}

fn district() -> District {
    District {
        id: "hand".into(),
        name: "By hand".to_owned(),
        networks: vec![Network { id: "hills".into(), name: "Hills".to_owned() }],
        schools: SCHOOLS
            .map(|school| School { id: school.into(), name: school.to_owned(), network: Some("hills".into()) })
            .into(),
        observers: vec![],
        calendar: Calendar {
            first_day: FIRST_DAY,
            last_day: date(2027, 6, 11),
            terms: vec![],
            check_dates: vec![],
            days_off: vec![],
        },
        margin: 0.1,
        focus: vec![],
        focus_sets: Vec::new(),
        minimum_visits: None,
        visits_a_week: None,
        expectations: vec![],
        models: vec![],
        goals: domain::district::Goals::default(),
    }
}

/// Rooms 0 to 5 in grades 0 to 5; even rooms teach mathematics, odd ones do not say.
fn roster(school: &str) -> Roster {
    let classroom = |number: u8| Classroom {
        id: format!("room-{number}").as_str().into(),
        name: format!("Room {number}"),
        lead: None,
        others: vec![],
        grade: Some(Grade(number as i8)),
        subject: number.is_multiple_of(2).then(|| "maths".into()),
        groups: if number == 0 { vec!["inclusion".into()] } else { vec![] },
        students: None,
        periods: vec![],
    };
    Roster {
        school: school.into(),
        classrooms: (0..ROOMS).map(classroom).collect(),
        teachers: vec![],
        ..Roster::default()
    }
}
