//! A small school, a framework with every kind of look-for, and tables in as few words as a test needs.

use std::collections::BTreeMap;

use domain::district::{Person, School};
use domain::edit::Pen;
use domain::fact::Fact;
use domain::framework::{Ask, Autonomy, Framework, Kind, Level, LookFor, Strand};
use domain::id::{AccountId, DocumentHash, SchoolId};
use domain::import::{
    CannotRead, Empty, Incoming, LookForColumn, MAPPING_VERSION, Mapping, Meaning, Plan, Setup, Sheet, SourceName, read,
};
use domain::merge::VisitState;
use domain::roster::{Classroom, Roster, Teacher};
use domain::stream::Stream;
use domain::time::{Millis, UtcOffset, date};
use domain::visit::{Change, Visit};

pub(crate) struct School1 {
    pub(crate) framework: Framework,
    pub(crate) school: SchoolId,
    pub(crate) described: School,
    pub(crate) roster: Roster,
    pub(crate) people: Vec<Person>,
    pub(crate) importer: AccountId,
    pub(crate) source: SourceName,
}

pub(crate) const DOCUMENT: DocumentHash = DocumentHash(domain::id::Bits128([7; 16]));

impl School1 {
    pub(crate) fn new() -> Self {
        let classroom = |id: &str, name: &str| Classroom {
            id: id.into(),
            name: name.to_owned(),
            lead: None,
            others: vec![],
            grade: None,
            subject: Some("Mathematics".into()),
            groups: vec![],
            students: None,
            periods: vec![],
        };
        let teacher = |id: &str, name: &str| Teacher { id: id.into(), name: name.to_owned() };
        Self {
            framework: framework(),
            school: "cedar".into(),
            described: School { id: "cedar".into(), name: "Cedar Ridge".to_owned(), network: None },
            roster: Roster {
                school: "cedar".into(),
                classrooms: vec![classroom("r204", "Room 204"), classroom("r7", "Library")],
                teachers: vec![teacher("t1", "María Núñez"), teacher("t2", "Sam Reyes"), teacher("t3", "SAM REYES")],
                ..Roster::default()
            },
            people: vec![Person { id: "okafor".into(), name: "Ada Okafor".to_owned() }],
            importer: "adams".into(),
            source: SourceName::new("forms").unwrap(),
        }
    }

    pub(crate) fn setup(&self) -> Setup<'_> {
        Setup {
            source: &self.source,
            school: &self.school,
            described: Some(&self.described),
            framework: &self.framework,
            document: DOCUMENT,
            roster: Some(&self.roster),
            people: &self.people,
            importer: &self.importer,
            today: date(2026, 11, 22),
            offset: UtcOffset(-360),
            earlier: &[],
        }
    }

    pub(crate) fn read(&self, sheet: &Sheet, mapping: &Mapping) -> Result<Plan, CannotRead> {
        read(sheet, mapping, &self.setup())
    }

    /// The plan of a table whose mapping is the usual one.
    #[track_caller]
    pub(crate) fn plan(&self, rows: &[&[&str]]) -> Plan {
        self.read(&sheet(rows), &mapping()).unwrap()
    }

    /// What a visit amounts to once its edits are folded in.
    pub(crate) fn fact(&self, incoming: &Incoming) -> Fact {
        Fact::of(&folded(incoming), &self.framework).unwrap()
    }
}

/// The visit that its intents make, written as edits by whoever imports.
pub(crate) fn folded(incoming: &Incoming) -> Visit {
    let mut pen = Pen::new([1; 16].into(), "adams".into());
    let mut state = VisitState::default();
    let stream = Stream::School("cedar".into());
    for intent in incoming.intents() {
        let change = match intent {
            domain::device::Intent::Add(id, mark) => Change::Add(id, mark),
            domain::device::Intent::Void(id) => Change::Void(id),
            domain::device::Intent::Set(setting) => state.setting(setting),
        };
        state.apply(&pen.write(Millis(1_795_000_000_000), &stream, incoming.id, change).unwrap(), None);
    }
    Visit::read(incoming.id, &state).unwrap()
}

pub(crate) fn sheet(rows: &[&[&str]]) -> Sheet {
    let cells = |row: &&[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
    Sheet::new((1..).zip(rows.iter().map(cells))).unwrap()
}

/// The header that [`mapping`] goes with.
pub(crate) const HEADER: &[&str] =
    &["Date", "Time", "Minutes", "Room", "Teacher", "Observer", "Goal", "Depth", "Questions", "Pair talk", "Notes"];

pub(crate) fn mapping() -> Mapping {
    let named = |name: &str| Some(name.to_owned());
    let yes_no = [("Yes", Meaning::Seen), ("No", Meaning::NotSeen), ("N/A", Meaning::NotApplicable)];
    let levels = [("1", 1), ("2", 2), ("3 - Proficient", 3)].map(|(value, level)| (value, Meaning::Level(level)));
    Mapping {
        version: MAPPING_VERSION,
        date: "Date".to_owned(),
        date_order: None,
        start: named("Time"),
        minutes: named("Minutes"),
        classroom: named("Room"),
        teacher: named("Teacher"),
        observer: named("Observer"),
        school: None,
        grade: None,
        subject: None,
        notes: vec!["Notes".to_owned()],
        look_fors: vec![
            column("Goal", "goal", &yes_no),
            column("Depth", "depth", &levels),
            column("Questions", "questions", &[]),
            column("Pair talk", "talk", &[]),
        ],
    }
}

pub(crate) fn column(name: &str, look_for: &str, values: &[(&str, Meaning)]) -> LookForColumn {
    let values: BTreeMap<String, Meaning> =
        values.iter().map(|(value, meaning)| ((*value).to_owned(), *meaning)).collect();
    LookForColumn { column: name.to_owned(), look_for: look_for.into(), values, empty: Empty::Blank }
}

fn framework() -> Framework {
    let look_for = |id: &str, text: &str, kind| LookFor {
        id: id.into(),
        text: text.to_owned(),
        short: id.to_owned(),
        hint: None,
        kind,
        autonomy: Autonomy::Adaptable,
        segments: vec![],
        examples: Vec::new(),
        succeeds: None,
    };
    let level = |name: &str| Level { name: name.to_owned(), descriptor: String::new() };
    let levels = ["Beginning", "Developing", "Proficient", "Distinguished"].map(level).to_vec();
    Framework {
        title: "Common".to_owned(),
        version: 1,
        effective: date(2020, 8, 1),
        strands: vec![Strand {
            id: "all".into(),
            name: "All".to_owned(),
            look_fors: vec![
                look_for("goal", "The learning goal is posted and referred to", Kind::Presence),
                look_for("depth", "Depth of student thinking", Kind::Rating { levels, shown_from: 3 }),
                look_for("questions", "Teacher asks open questions", Kind::Count),
                look_for("talk", "Students talk in pairs", Kind::Duration),
                look_for("task", "Students on task", Kind::Interval { every_minutes: 2, ask: Ask::NotDoing }),
            ],
        }],
    }
}
