//! A small district, made once and copied for every run: two schools, three people, and framework versions that are
//! published as a run goes on.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, header};
use domain::district::{Calendar, District, Document, Published, School};
use domain::framework::{Autonomy, Framework, Kind, LookFor, Strand};
use domain::id::{DistrictId, DocumentHash, SchoolId};
use domain::permission::{Me, Role};
use domain::roster::Roster;
use domain::time::{DAY, Date, Millis};
use tempfile::TempDir;
use throughline_server::{App, Config, Newcomer};
use tower::ServiceExt;

use crate::fuse;
use crate::server::{FILE, Hands};

/// 10 November 2026, 15:00 UTC: when every run begins.
pub(crate) const BEGINNING: Millis = Millis(1_794_322_800_000);
/// How many framework versions there can be.
pub(crate) const VERSIONS: u32 = 3;
const PASSPHRASE: &str = "walk the halls slowly";

/// Who signs in: a principal on two tablets, a coach of two schools, an observer.
const PEOPLE: [(&str, Role, &[&str]); 3] = [
    ("okafor", Role::Principal, &["cedar"]),
    ("lin", Role::Coach, &["cedar", "birch"]),
    ("reyes", Role::Observer, &["cedar"]),
];

/// A data folder with the district in it, and its people signed in.
#[derive(Debug)]
pub struct Template {
    folder: TempDir,
    pub(crate) people: Vec<(Me, String)>,
}

/// Why the machine will not: its disk is full, the server does not open.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

impl Template {
    /// Makes it.
    ///
    /// # Errors
    /// When the disk or the server will not.
    pub async fn make() -> Result<Self, Failure> {
        let folder = tempfile::tempdir()?;
        let outside = Arc::new(Hands::new(0));
        let config = Config { outside, ..Config::in_folder(folder.path()) };
        let app = App::open(config).await?;
        for document in documents() {
            app.publish(&district(), &document).await?;
        }
        let mut people = Vec::new();
        for (name, role, schools) in PEOPLE {
            let me = person(name, role, schools);
            let since = Millis(BEGINNING.0 - 100 * DAY);
            app.add_account(Newcomer { me: me.clone(), passphrase: PASSPHRASE.to_owned(), since }).await?;
            let body = serde_json::json!({ "email": me.email, "passphrase": PASSPHRASE }).to_string();
            let request = Request::post("/api/v1/session").header(header::CONTENT_TYPE, "application/json");
            let response = app.router().oneshot(request.body(Body::from(body))?).await?;
            let cookie = response.headers().get(header::SET_COOKIE).ok_or("no cookie was set")?.to_str()?;
            people.push((me, cookie.split(';').next().unwrap_or_default().to_owned()));
        }
        app.close().await;
        let template = Self { folder, people };
        fuse::install(&template.file()).await?;
        Ok(template)
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.folder.path().join(FILE)
    }

    /// Puts a copy into a data folder.
    pub(crate) fn copy_to(&self, folder: &Path) -> std::io::Result<()> {
        std::fs::copy(self.file(), folder.join(FILE)).map(|_| ())
    }
}

pub(crate) fn district() -> DistrictId {
    "alder".into()
}

fn person(name: &str, role: Role, schools: &[&str]) -> Me {
    Me {
        account: name.into(),
        district: district(),
        name: name.to_owned(),
        email: format!("{name}@alder.example"),
        role,
        schools: schools.iter().map(|school| SchoolId::from(*school)).collect(),
    }
}

fn documents() -> Vec<Document> {
    let school = |id: &str| School { id: id.into(), name: id.to_owned(), network: None };
    let day = |year, month, day| {
        Date::new(year, month, day).unwrap_or_else(|| domain::time::local(BEGINNING, domain::time::UtcOffset(0)).0)
    };
    let calendar = Calendar {
        first_day: day(2026, 8, 17),
        last_day: day(2027, 6, 4),
        terms: vec![],
        check_dates: vec![],
        days_off: vec![],
    };
    let district = District {
        id: district(),
        name: "Alder County".into(),
        networks: vec![],
        schools: vec![school("cedar"), school("birch")],
        observers: vec![],
        calendar,
        margin: 0.1,
        focus: vec![],
        focus_sets: Vec::new(),
        minimum_visits: None,
        visits_a_week: None,
        expectations: vec![],
        models: vec![],
        goals: domain::district::Goals::default(),
    };
    let roster =
        |school: &str| Roster { school: school.into(), classrooms: vec![], teachers: vec![], ..Roster::default() };
    let published =
        [Published::District(district), Published::Roster(roster("cedar")), Published::Roster(roster("birch"))];
    published.iter().filter_map(|document| document.write().ok()).chain([framework(1)]).collect()
}

/// A version of the framework; each has one look-for more than the one before.
pub(crate) fn framework(version: u32) -> Document {
    let look_for = |id: String, kind| LookFor {
        id: id.as_str().into(),
        text: id.clone(),
        short: id,
        hint: None,
        kind,
        autonomy: Autonomy::NonNegotiable,
        segments: vec![],
        examples: Vec::new(),
        succeeds: None,
    };
    let more = (2..=version).map(|number| look_for(format!("more-{number}"), Kind::Presence));
    let first = [look_for("goal".into(), Kind::Presence), look_for("turns".into(), Kind::Count)];
    let framework = Framework {
        title: "Common framework".into(),
        version,
        effective: domain::time::local(BEGINNING, domain::time::UtcOffset(0)).0,
        strands: vec![Strand {
            id: "instruction".into(),
            name: "Instruction".into(),
            look_fors: first.into_iter().chain(more).collect(),
        }],
    };
    let written = Published::Framework(framework).write();
    written.unwrap_or_else(|_| unreachable!("a framework is written as JSON"))
}

pub(crate) fn hash(version: u32) -> DocumentHash {
    framework(version).hash()
}
