//! A made-up district of any size, from a seed: for the demo, tests, benchmarks and load tests.
//!
//! ```
//! use sample::{Size, district};
//!
//! let sample = district(1, Size::tiny());
//! assert_eq!(sample.district.schools[0].name, "Cedar Ridge Elementary");
//! assert_eq!(sample.visits().count(), 40);
//! ```
//!
//! Visits are made one at a time, so that 150,000 of them need no memory; the same seed and size give the same
//! bytes on every machine.

mod dice;
mod expectations;
mod framework;
mod goals;
mod names;
mod people;
mod plan;
mod practice;
mod roster;
mod size;
mod together;
mod visit;
mod words;
mod write;
mod year;

use domain::district::{District, Network, Published, School};
use domain::edit::{Edit, Pen};
use domain::expectation::{Expectation, Scope};
use domain::fact::Fact;
use domain::framework::Framework;
use domain::id::{DistrictId, DocumentHash, SchoolId};
use domain::roster::Roster;
use domain::time::Millis;
use domain::visit::Visit;

use dice::Dice;
use names::{Adults, NETWORKS, Span};
use plan::Slot;
use practice::{Leaning, Lesson};
use together::Eye;

pub use framework::starter as starter_framework;
pub use people::{Account, DEMO_ADMINISTRATOR, DEMO_COACH, DEMO_OBSERVER, DEMO_PASSPHRASE, DEMO_PRINCIPAL, DEMO_SEED};
pub use size::Size;

/// A made-up district.
pub struct Sample {
    /// The district's document.
    pub district: District,
    /// Published framework versions; every visit is recorded against the last one.
    pub frameworks: Vec<Framework>,
    /// One a school, in the order of the district's schools.
    pub rosters: Vec<Roster>,
    /// Everyone who signs in, the administrator first.
    pub accounts: Vec<Account>,
    seed: u64,
    document: DocumentHash,
    schools: Vec<Leaning>,
    rooms: Vec<Vec<Leaning>>,
    slots: Vec<Slot>,
}

/// Makes up a district.
#[must_use]
pub fn district(seed: u64, size: Size) -> Sample {
    let calendar = year::calendar(size.until);
    let (schools, spans) = schools(size.schools.clamp(1, 120));
    let ids: Vec<SchoolId> = schools.iter().map(|school| school.id.clone()).collect();
    let mut names = Adults::new(&mut Dice::of(seed, "names", 0));
    let rosters = rosters(seed, &ids, &spans, &mut names);

    let days = year::school_days(&calendar, size.until).len();
    let observers = size.visits.div_ceil((ids.len() * days * VISITS_A_DAY).max(1)).clamp(1, 6);
    let id = DistrictId::from("demo");
    let accounts = people::accounts(&id, &ids, observers, &mut names);
    let slots = plan::rounds(seed, size.visits, &calendar, size.until, &rosters, &accounts);

    let framework = framework::starter(calendar.first_day);
    let goals = goals::all(calendar.first_day);
    let networks = networks(&schools);
    let mut expectations = expectations::all(calendar.first_day);
    expectations.retain(|expectation| exists(expectation, &networks, &ids));
    Sample {
        schools: (0..ids.len()).map(|school| leaning(seed, school)).collect(),
        rooms: rosters.iter().enumerate().map(|(school, roster)| leanings(seed, school, roster)).collect(),
        district: District {
            id,
            name: "Three Rivers School District".to_owned(),
            networks,
            schools,
            observers: people::observers(&accounts),
            calendar,
            margin: expectations::MARGIN,
            focus: framework::focus(),
            focus_sets: Vec::new(),
            minimum_visits: None,
            visits_a_week: Some(VISITS_A_WEEK),
            expectations,
            models: Vec::new(),
            goals,
        },
        document: sound(Published::Framework(framework.clone()).write()).hash(),
        frameworks: vec![framework],
        rosters,
        accounts,
        seed,
        slots,
    }
}

/// Visits to one school on one day that its principal and one observer can manage without hurry.
const VISITS_A_DAY: usize = 4;

/// What the made-up district expects of each school.
const VISITS_A_WEEK: u32 = 15;

impl Sample {
    /// Every visit's edits with the moments at which the server received them, one visit at a time and in the
    /// order in which they were written. One observer's edits are numbered without gaps in this order.
    pub fn visits(&self) -> impl Iterator<Item = Vec<(Edit, Millis)>> {
        let mut pens = self.pens();
        self.slots.iter().map(move |slot| {
            let visit = self.make_up(slot);
            sound(write::down(self.seed, slot, &visit, &mut pens[slot.observer]))
        })
    }

    /// How many visits there are, of every fate.
    #[must_use]
    pub fn visit_count(&self) -> usize {
        self.slots.len()
    }

    /// Every edit of every visit; a convenience for small sizes.
    #[must_use]
    pub fn edits(&self) -> Vec<(Edit, Millis)> {
        self.visits().flatten().collect()
    }

    /// Every visit as its edits fold to, without writing edits: many times faster than [`Self::visits`].
    pub fn made_up(&self) -> impl Iterator<Item = Visit> {
        self.slots.iter().map(|slot| self.make_up(slot))
    }

    /// The fact of every finished, undiscarded visit.
    pub fn facts(&self) -> impl Iterator<Item = Fact> {
        let framework = self.frameworks.last();
        self.made_up().filter_map(move |visit| Fact::of(&visit, framework?))
    }

    fn pens(&self) -> Vec<Pen> {
        let mut dice = Dice::of(self.seed, "replicas", 0);
        self.accounts.iter().map(|account| Pen::new(dice.id(), account.me.account.clone())).collect()
    }

    fn make_up(&self, slot: &Slot) -> Visit {
        let scene = visit::Scene {
            seed: self.seed,
            slot,
            look_fors: self.frameworks.iter().flat_map(Framework::look_fors).collect(),
            document: self.document,
            school: &self.district.schools[slot.school].id,
            room: &self.rosters[slot.school].classrooms[slot.room],
            observer: &self.accounts[slot.observer].me.account,
        };
        let (school, room) = (&self.schools[slot.school], &self.rooms[slot.school][slot.room]);
        let gone = year::gone(&self.district.calendar, slot.date);
        let lesson = |substitute| Lesson { school, room, gone, substitute };
        let Some(together) = &slot.together else { return visit::make_up(&scene, lesson) };
        let seen = Slot { number: together.lesson, minute: together.minute, ..*slot };
        let visit = visit::make_up(&visit::Scene { slot: &seen, ..scene.clone() }, lesson);
        let eye = Eye { seed: self.seed, observer: slot.observer, look_fors: &scene.look_fors };
        together::through(visit, together, slot, &eye)
    }
}

fn schools(count: usize) -> (Vec<School>, Vec<Span>) {
    let school = |position| {
        let (id, name, span, network) = names::school(position);
        (School { id: SchoolId(id), name, network: Some(network.into()) }, span)
    };
    (0..count).map(school).unzip()
}

/// The networks that have a school.
fn networks(schools: &[School]) -> Vec<Network> {
    let all = NETWORKS.map(|(id, name)| Network { id: id.into(), name: name.to_owned() });
    let in_use = |network: &Network| schools.iter().any(|school| school.network.as_ref() == Some(&network.id));
    all.into_iter().filter(in_use).collect()
}

fn rosters(seed: u64, schools: &[SchoolId], spans: &[Span], names: &mut Adults) -> Vec<Roster> {
    let mut rosters = Vec::with_capacity(schools.len());
    for (position, (school, span)) in schools.iter().zip(spans).enumerate() {
        rosters.push(roster::roster(school, *span, names, &mut Dice::of(seed, "roster", position as u64)));
    }
    rosters
}

fn leaning(seed: u64, school: usize) -> Leaning {
    if school == 0 { Leaning::none() } else { Leaning::of_school(seed, school) }
}

fn leanings(seed: u64, school: usize, roster: &Roster) -> Vec<Leaning> {
    (0..roster.classrooms.len()).map(|room| Leaning::of_room(seed, school, room)).collect()
}

/// Whether what an expectation is scoped to is part of a district of this size.
fn exists(expectation: &Expectation, networks: &[Network], schools: &[SchoolId]) -> bool {
    match &expectation.scope {
        Scope::Network(id) => networks.iter().any(|network| network.id == *id),
        Scope::School(id) => schools.contains(id),
        Scope::District | Scope::GradeBand(..) | Scope::Subject(_) | Scope::Group(_) => true,
    }
}

/// The value of something that only a mistake in this crate's own tables could make fail.
#[expect(
    clippy::expect_used,
    reason = "a made-up district that cannot be written is a bug here, and every test meets it"
)]
fn sound<T, E: std::error::Error>(made_up: Result<T, E>) -> T {
    made_up.expect("the sample's own tables hold only what can be written")
}
