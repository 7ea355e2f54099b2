//! A data folder with a district in it, and the program run beside it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Output;

use domain::compare::{Comparison, Ground, Selection, compare};
use domain::district::{Calendar, District, Published, School};
use domain::fact::Pack;
use domain::framework::{Autonomy, Framework, Kind, Level, LookFor, Strand};
use domain::id::{DistrictId, DocumentHash, SchoolId};
use domain::permission::{Me, Role};
use domain::roster::{Classroom, Roster, Teacher};
use domain::time::{Millis, date};
use throughline_server::{App, Config, Holding, Newcomer};

use super::database::TestDatabase;

pub(crate) struct Folder {
    database: TestDatabase,
    framework: Framework,
    document: DocumentHash,
}

/// What a command said.
pub(crate) struct Said {
    pub(crate) out: String,
    pub(crate) error: String,
    pub(crate) code: i32,
}

impl Folder {
    /// Two schools, an administrator, a coach and a framework of four look-fors.
    pub(crate) async fn new() -> Self {
        let database = TestDatabase::new();
        let framework = framework();
        let document = Published::Framework(framework.clone()).write().unwrap();
        let hash = document.hash();
        let app = App::open(Config::on(database.database())).await.unwrap();
        for document in
            [Published::District(district()).write().unwrap(), document, Published::Roster(roster()).write().unwrap()]
        {
            app.publish(&id(), &document).await.unwrap();
        }
        for (account, name, role, schools) in [
            ("adams", "Jo Adams", Role::Administrator, vec![]),
            ("okafor", "Ada Okafor", Role::Coach, vec!["cedar".into()]),
        ] {
            let email = format!("{account}@alder.example");
            let me = Me { account: account.into(), district: id(), name: name.to_owned(), email, role, schools };
            let passphrase = "walk the halls slowly".to_owned();
            app.add_account(Newcomer { me, passphrase, since: Millis(0) }).await.unwrap();
        }
        app.close().await;
        Self { database, framework, document: hash }
    }

    /// A district that has been set up and has published nothing else.
    pub(crate) async fn without_framework() -> Self {
        let database = TestDatabase::new();
        let framework = framework();
        let document = Published::Framework(framework.clone()).write().unwrap().hash();
        let app = App::open(Config::on(database.database())).await.unwrap();
        app.publish(&id(), &Published::District(district()).write().unwrap()).await.unwrap();
        app.close().await;
        Self { database, framework, document }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.database.path(name)
    }

    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), content).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    pub(crate) fn files(&self) -> Vec<String> {
        let files = std::fs::read_dir(self.database.folder()).unwrap();
        files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect()
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Said {
        said(&self.database, arguments)
    }

    /// Imports a file of the source "forms" into the cedar school.
    pub(crate) fn import(&self, file: &str, more: &[&str]) -> Said {
        let arguments = ["import", "visits", file, "--source", "forms", "--school", "cedar"];
        self.run(&[&arguments, more].concat())
    }

    pub(crate) async fn packs(&self) -> Vec<Pack> {
        let app = App::open(Config::on(self.database.database())).await.unwrap();
        let packs = app.fact_packs(&id()).await.unwrap();
        app.close().await;
        packs.into_iter().map(|pack| (*pack).clone()).collect()
    }

    /// The district and its rosters.
    pub(crate) async fn published(&self) -> (District, BTreeMap<SchoolId, Roster>) {
        let app = App::open(Config::on(self.database.database())).await.unwrap();
        let Holding { district, rosters, .. } = app.published(&id()).await.unwrap().unwrap();
        app.close().await;
        (district, rosters)
    }

    pub(crate) fn frameworks(&self) -> BTreeMap<DocumentHash, &Framework> {
        BTreeMap::from([(self.document, &self.framework)])
    }

    pub(crate) fn compare(&self, packs: &[Pack], selection: &Selection) -> Comparison {
        let (district, roster) = (district(), roster());
        let ground = Ground {
            packs: packs.iter().collect(),
            frameworks: self.frameworks(),
            district: &district,
            rosters: vec![&roster],
        };
        compare(&ground, selection, date(2026, 11, 22))
    }
}

fn said(database: &TestDatabase, arguments: &[&str]) -> Said {
    let Output { status, stdout, stderr } = database.program(arguments).output().unwrap();
    Said {
        out: String::from_utf8(stdout).unwrap(),
        error: String::from_utf8(stderr).unwrap(),
        code: status.code().unwrap(),
    }
}

fn id() -> DistrictId {
    "alder".into()
}

fn district() -> District {
    let school = |id: &str, name: &str| School { id: id.into(), name: name.to_owned(), network: None };
    District {
        id: id(),
        name: "Alder County".to_owned(),
        networks: vec![],
        schools: vec![school("cedar", "Cedar Ridge"), school("birch", "Birch Hill")],
        observers: vec![],
        calendar: Calendar {
            first_day: date(2026, 8, 17),
            last_day: date(2027, 6, 4),
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
        goals: crate::results::goals(),
    }
}

fn roster() -> Roster {
    let classroom = |id: &str, name: &str| Classroom {
        id: id.into(),
        name: name.to_owned(),
        lead: None,
        others: vec![],
        grade: None,
        subject: None,
        groups: vec![],
        students: None,
        periods: vec![],
    };
    let teacher = |id: &str, name: &str| Teacher { id: id.into(), name: name.to_owned() };
    Roster {
        school: "cedar".into(),
        classrooms: vec![classroom("r204", "Room 204"), classroom("r7", "Room 7")],
        teachers: vec![teacher("t1", "María Núñez"), teacher("t2", "Sam Reyes")],
        ..Roster::default()
    }
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
    let levels = ["Beginning", "Developing", "Proficient"].map(level).to_vec();
    Framework {
        title: "Common".to_owned(),
        version: 1,
        effective: date(2025, 8, 1),
        strands: vec![Strand {
            id: "all".into(),
            name: "All".to_owned(),
            look_fors: vec![
                look_for("goal", "The learning goal is posted", Kind::Presence),
                look_for("pairs", "Students talk in pairs", Kind::Presence),
                look_for("depth", "Depth of student thinking", Kind::Rating { levels, shown_from: 3 }),
                look_for("questions", "Open questions asked", Kind::Count),
            ],
        }],
    }
}
