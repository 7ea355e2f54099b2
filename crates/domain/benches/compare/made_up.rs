//! A district of any size with outcomes drawn at random.

use std::collections::BTreeMap;

use domain::compare::Ground;
use domain::district::{Calendar, District, School};
use domain::expectation::{Direction, Expectation, ExpectedAmount, ExpectedShare, Scope, Target};
use domain::fact::{Fact, Pack, PackKey};
use domain::framework::{Ask, Autonomy, Framework, Kind, Level, LookFor, Strand};
use domain::id::{DocumentHash, VisitId};
use domain::roster::{Classroom, Grade, Roster};
use domain::time::Date;
use domain::time::date;
use domain::visit::{Adult, Amount, Flag, Outcome, Place, Source};

const FIRST_DAY: Date = date(2026, 9, 1);
pub(crate) const LAST_DAY: Date = date(2027, 6, 11);
const DAYS: u64 = 280;
const ROOMS: u64 = 30;
const LOOK_FORS_A_STRAND: usize = 6;
const VERSION: DocumentHash = DocumentHash(domain::id::Bits128([7; 16]));

pub(crate) struct Size {
    pub(crate) schools: u64,
    pub(crate) visits: u64,
    /// Each of six look-fors.
    pub(crate) strands: usize,
}

pub(crate) struct MadeUp {
    district: District,
    framework: Framework,
    rosters: Vec<Roster>,
    packs: BTreeMap<PackKey, Pack>,
}

impl MadeUp {
    pub(crate) fn new(size: Size) -> Self {
        let framework = framework(size.strands);
        let mut dice = Dice(size.visits);
        let mut packs = BTreeMap::new();
        for number in 0..size.visits {
            let fact = fact(number, size.schools, &framework, &mut dice);
            packs.entry(fact.key.clone()).or_insert_with_key(|key| Pack::new(key.clone())).put(fact);
        }
        Self {
            district: district(size.schools, &framework),
            rosters: (0..size.schools).map(roster).collect(),
            framework,
            packs,
        }
    }

    pub(crate) fn ground(&self) -> Ground<'_> {
        Ground {
            packs: self.packs.values().collect(),
            frameworks: BTreeMap::from([(VERSION, &self.framework)]),
            district: &self.district,
            rosters: self.rosters.iter().collect(),
        }
    }

    pub(crate) fn framework(&self) -> &Framework {
        &self.framework
    }

    pub(crate) fn visits(&self) -> usize {
        self.packs.values().map(Pack::len).sum()
    }
}

/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end
    }

    fn outcome(&mut self) -> Outcome {
        match self.below(20) {
            0..11 => Outcome::Shown,
            11..17 => Outcome::NotShown,
            17 => Outcome::NotApplicable,
            18 => Outcome::CouldNotJudge,
            _ => Outcome::Blank,
        }
    }
}

fn fact(number: u64, schools: u64, framework: &Framework, dice: &mut Dice) -> Fact {
    let date = FIRST_DAY.plus_days(dice.below(DAYS) as i64);
    let room = dice.below(ROOMS);
    let outcomes: Vec<Outcome> = framework.look_fors().map(|_| dice.outcome()).collect();
    let amounts = framework
        .look_fors()
        .zip(&outcomes)
        .filter(|(look_for, _)| look_for.kind.is_amount())
        .map(|(look_for, outcome)| match (&look_for.kind, outcome) {
            (_, outcome) if !outcome.looked() => Amount::default(),
            (Kind::Interval { .. }, _) => Amount { amount: dice.below(25) as u32, of: 25 },
            (_, _) => Amount { amount: dice.below(30) as u32, of: 480 },
        })
        .collect();
    let mut id = [0; 16];
    id[..8].copy_from_slice(&number.to_be_bytes());
    Fact {
        visit: VisitId::from(id),
        key: PackKey {
            school: format!("school-{}", dice.below(schools)).as_str().into(),
            month: date.into(),
            framework: VERSION,
        },
        date,
        minute: 600,
        classroom: Place::Known(format!("room-{room}").as_str().into()),
        lead: Some(Adult::Known(format!("teacher-{room}").as_str().into())),
        observer: format!("observer-{}", dice.below(4)).as_str().into(),
        grade: Some(Grade((room % 6) as i8)),
        subject: Some(format!("subject-{}", dice.below(5)).as_str().into()),
        groups: vec![],
        source: Source::Live,
        flags: if dice.below(10) == 0 { vec![Flag::Substitute] } else { vec![] },
        nothing: dice.below(50) == 0,
        watched: 480,
        outcomes,
        amounts,
    }
}

fn framework(strands: usize) -> Framework {
    let strand = |number: usize| Strand {
        id: format!("strand-{number}").as_str().into(),
        name: format!("Strand {number}"),
        look_fors: (0..LOOK_FORS_A_STRAND)
            .map(|within| look_for(number * LOOK_FORS_A_STRAND + within))
            .take(64_usize.saturating_sub(number * LOOK_FORS_A_STRAND))
            .collect(),
    };
    Framework {
        title: "Made up".to_owned(),
        version: 1,
        effective: FIRST_DAY,
        strands: (0..strands).map(strand).collect(),
    }
}

fn look_for(number: usize) -> LookFor {
    let level = |name: &str| Level { name: name.to_owned(), descriptor: String::new() };
    LookFor {
        id: format!("look-for-{number}").as_str().into(),
        text: format!("Practice {number}, as it reads at arm's length"),
        short: format!("Practice {number}"),
        hint: None,
        kind: match number % 6 {
            0 => Kind::Count,
            1 => Kind::Duration,
            2 => Kind::Interval { every_minutes: 3, ask: Ask::NotDoing },
            3 => Kind::Rating { levels: vec![level("Not yet"), level("Partly"), level("Fully")], shown_from: 2 },
            _ => Kind::Presence,
        },
        autonomy: Autonomy::NonNegotiable,
        segments: vec![],
        examples: Vec::new(),
        succeeds: None,
    }
}

fn district(schools: u64, framework: &Framework) -> District {
    let amount = ExpectedAmount::new(0.4).map(Target::Amount);
    let share = ExpectedShare::from_points(70).map(Target::Share);
    District {
        id: "made-up".into(),
        name: "Made up".to_owned(),
        networks: vec![],
        schools: (0..schools)
            .map(|number| School {
                id: format!("school-{number}").as_str().into(),
                name: format!("School {number}"),
                network: None,
            })
            .collect(),
        observers: vec![],
        calendar: Calendar {
            first_day: FIRST_DAY,
            last_day: LAST_DAY,
            terms: vec![],
            check_dates: vec![],
            days_off: vec![],
        },
        margin: 0.1,
        focus: vec![],
        focus_sets: Vec::new(),
        minimum_visits: None,
        visits_a_week: None,
        expectations: framework
            .look_fors()
            .filter_map(|look_for| {
                let target = if look_for.kind.is_amount() { amount } else { share }.ok()?;
                Some(Expectation::new(look_for.id.clone(), Scope::District, FIRST_DAY, Direction::AtLeast, target))
            })
            .collect(),
        models: vec![],
        goals: domain::district::Goals::default(),
    }
}

fn roster(school: u64) -> Roster {
    let classroom = |number: u64| Classroom {
        id: format!("room-{number}").as_str().into(),
        name: format!("Room {number}"),
        lead: None,
        others: vec![],
        grade: Some(Grade((number % 6) as i8)),
        subject: None,
        groups: vec![],
        students: None,
        periods: vec![],
    };
    Roster {
        school: format!("school-{school}").as_str().into(),
        classrooms: (0..ROOMS).map(classroom).collect(),
        teachers: vec![],
        ..Roster::default()
    }
}
