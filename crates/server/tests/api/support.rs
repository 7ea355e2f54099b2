//! A district with two schools and four people, and what tests do with it.

#[path = "database.rs"]
mod database;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use domain::district::{Calendar, District, Document, Published, School};
use domain::edit::{Edit, Pen};
use domain::framework::{Autonomy, Framework, Kind, LookFor, Strand};
use domain::id::{AccountId, DistrictId, DocumentHash, ReplicaId, SchoolId, VisitId};
use domain::import::ImportAsk;
use domain::permission::{Me, Role};
use domain::roster::Roster;
use domain::stream::Stream;
use domain::sync::{Problem, ProblemCode, PullAnswer, PushAnswer, PushRequest, Verdict};
use domain::time::{DAY, Millis, UtcOffset, local};
use domain::visit::{Answer, Begin, Change, Context, Place, Setting, Source};
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use throughline_server::{App, Config, Newcomer, NoRandomness, Outside, Reach, TheWorld};
use tower::ServiceExt;

pub(crate) use database::TestDatabase;

pub(crate) const PASSPHRASE: &str = "walk the halls slowly";
/// 10 November 2026, 15:00 UTC.
pub(crate) const NOW: Millis = Millis(1_794_322_800_000);

/// A clock that a test moves.
#[derive(Debug)]
pub(crate) struct Hands(AtomicI64);

impl Hands {
    pub(crate) fn forward(&self, millis: i64) {
        self.0.fetch_add(millis, Ordering::SeqCst);
    }
}

impl Outside for Hands {
    fn now(&self) -> Millis {
        Millis(self.0.load(Ordering::SeqCst))
    }

    fn draw(&self) -> Result<[u8; 32], NoRandomness> {
        TheWorld.draw()
    }
}

/// A server that a test talks to.
pub(crate) struct Server {
    pub(crate) app: App,
    pub(crate) router: Router,
    pub(crate) clock: Arc<Hands>,
    pub(crate) database: TestDatabase,
    pub(crate) framework: DocumentHash,
}

impl Server {
    /// A server with nothing in it.
    pub(crate) async fn bare(reach: Reach, app_dir: Option<&Path>) -> Self {
        Self::open(TestDatabase::new(), reach, app_dir).await
    }

    /// A server on what is there.
    pub(crate) async fn open(database: TestDatabase, reach: Reach, app_dir: Option<&Path>) -> Self {
        Self::at(Arc::new(Hands(AtomicI64::new(NOW.0))), database, reach, app_dir).await
    }

    /// The same by a clock that runs already.
    pub(crate) async fn at(clock: Arc<Hands>, database: TestDatabase, reach: Reach, app_dir: Option<&Path>) -> Self {
        let config = Config {
            app_dir: app_dir.map(Path::to_owned),
            reach,
            outside: Arc::clone(&clock) as Arc<dyn Outside>,
            erasure_log: Some(database.erasure_log()),
            ..Config::on(database.database())
        };
        let app = App::open(config).await.unwrap();
        Self { router: app.router(), app, clock, database, framework: framework_document().hash() }
    }

    /// A district with people and rosters, whose framework has not been published.
    pub(crate) async fn without_framework() -> Self {
        Self::without_framework_on(TestDatabase::new()).await
    }

    async fn without_framework_on(database: TestDatabase) -> Self {
        let server = Self::open(database, Reach::Loopback, None).await;
        server.publish(&Published::District(district_document()).write().unwrap()).await;
        for school in ["cedar", "birch"] {
            let roster = Roster { school: school.into(), classrooms: vec![], teachers: vec![], ..Roster::default() };
            server.publish(&Published::Roster(roster).write().unwrap()).await;
        }
        for (name, role, schools) in PEOPLE {
            let since = Millis(NOW.0 - 100 * DAY);
            let passphrase = PASSPHRASE.to_owned();
            server.app.add_account(Newcomer { me: person(name, role, schools), passphrase, since }).await.unwrap();
        }
        server
    }

    /// The same with its framework.
    pub(crate) async fn start() -> Self {
        Self::start_on(TestDatabase::new()).await
    }

    /// The same on a database that is empty yet.
    pub(crate) async fn start_on(database: TestDatabase) -> Self {
        let server = Self::without_framework_on(database).await;
        server.publish(&framework_document()).await;
        server
    }

    pub(crate) async fn publish(&self, document: &Document) {
        self.app.publish(&district(), document).await.unwrap();
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Reply {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        Reply { status: parts.status, headers: parts.headers, body: body.to_vec() }
    }

    /// Someone's tablet, signed in.
    pub(crate) async fn tablet(&self, who: &str) -> Tablet<'_> {
        let body = serde_json::json!({ "email": format!("{who}@alder.example"), "passphrase": PASSPHRASE });
        let reply = self.send(post("/api/v1/session", body.to_string())).await;
        assert_eq!(reply.status, StatusCode::OK, "{reply:?}");
        let set = reply.headers[header::SET_COOKIE].to_str().unwrap();
        let cookie = set.split(';').next().unwrap().to_owned();
        let replica: [u8; 16] = TheWorld.draw().unwrap()[..16].try_into().unwrap();
        Tablet { server: self, cookie, pen: Pen::new(ReplicaId::from(replica), who.into()) }
    }
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn read<T: DeserializeOwned>(&self) -> T {
        assert_eq!(self.status, StatusCode::OK, "{}", String::from_utf8_lossy(&self.body));
        serde_json::from_slice(&self.body).unwrap()
    }

    /// The status and the problem's code; the request id is the one in the header.
    pub(crate) fn problem(&self) -> (u16, ProblemCode) {
        let problem: Problem = serde_json::from_slice(&self.body).unwrap();
        assert_eq!(problem.request, self.headers["x-request-id"].to_str().unwrap());
        (self.status.as_u16(), problem.code)
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

/// Someone's tablet.
pub(crate) struct Tablet<'a> {
    pub(crate) server: &'a Server,
    pub(crate) cookie: String,
    pub(crate) pen: Pen,
}

impl Tablet<'_> {
    pub(crate) async fn get(&self, path: &str) -> Reply {
        let request = Request::get(path).header(header::COOKIE, &self.cookie);
        self.server.send(request.body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn send_push(&self, body: impl Into<Body>) -> Reply {
        self.server.send(self.push_request(body)).await
    }

    pub(crate) fn push_request(&self, body: impl Into<Body>) -> Request<Body> {
        Request::post("/api/v1/sync/push")
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/json")
            .body(body.into())
            .unwrap()
    }

    /// Sends a file with what to do with it.
    pub(crate) async fn send_file(&self, path: &str, ask: &ImportAsk, file: impl AsRef<[u8]>) -> Reply {
        self.send_bytes(path, [ask.first_line().as_bytes(), file.as_ref()].concat()).await
    }

    pub(crate) async fn post(&self, path: &str, body: impl Into<Body>) -> Reply {
        let mut request = post(path, body);
        request.headers_mut().insert(header::COOKIE, self.cookie.parse().unwrap());
        self.server.send(request).await
    }

    pub(crate) async fn send_bytes(&self, path: &str, body: impl Into<Body>) -> Reply {
        let request = Request::post(path)
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/octet-stream");
        self.server.send(request.body(body.into()).unwrap()).await
    }

    /// The body of a push.
    pub(crate) fn body(&self, edits: &[Edit]) -> String {
        push_body(self.pen.replica(), edits.iter().map(|edit| edit.text().to_owned()))
    }

    pub(crate) async fn push(&self, edits: &[Edit]) -> PushAnswer {
        self.send_push(self.body(edits)).await.read()
    }

    pub(crate) async fn verdicts(&self, edits: &[Edit]) -> Vec<Verdict> {
        self.push(edits).await.results.into_iter().map(|result| result.verdict).collect()
    }

    pub(crate) async fn pull(&self, query: &str) -> PullAnswer {
        self.get(&format!("/api/v1/sync/pull?{query}")).await.read()
    }

    /// Writes a change in the cedar school's stream.
    pub(crate) fn write(&mut self, visit: VisitId, change: Change) -> Edit {
        self.write_in("cedar", visit, change)
    }

    pub(crate) fn write_in(&mut self, school: &str, visit: VisitId, change: Change) -> Edit {
        self.pen.write(NOW, &Stream::School(school.into()), visit, change).unwrap()
    }

    /// A whole finished visit of one's own: begin, where, two answers, finish.
    pub(crate) fn visit(&mut self, visit: VisitId) -> Vec<Edit> {
        let begin = begin(self.pen.author().clone(), "cedar", self.server.framework);
        let where_ = Context {
            classroom: Place::Known("204".into()),
            lead: None,
            others: vec![],
            grade: None,
            subject: None,
            groups: vec![],
        };
        [
            Setting::Begin(begin),
            Setting::Context(where_),
            Setting::Answer("goal".into(), Some(Answer::Seen)),
            Setting::Answer("turns".into(), Some(Answer::NotSeen)),
            Setting::Finished(Some(NOW.plus(300_000))),
        ]
        .into_iter()
        .map(|setting| self.write(visit, set(setting)))
        .collect()
    }
}

pub(crate) fn push_body(replica: ReplicaId, edits: impl Iterator<Item = String>) -> String {
    let edits = edits.map(|edit| RawValue::from_string(edit).unwrap()).collect();
    serde_json::to_string(&PushRequest { cursor: None, replica, edits }).unwrap()
}

pub(crate) fn post(path: &str, body: impl Into<Body>) -> Request<Body> {
    Request::post(path).header(header::CONTENT_TYPE, "application/json").body(body.into()).unwrap()
}

pub(crate) fn get(path: &str) -> Request<Body> {
    Request::get(path).body(Body::empty()).unwrap()
}

pub(crate) fn set(setting: Setting) -> Change {
    Change::Set { setting, replaces: vec![] }
}

pub(crate) fn visit(number: u8) -> VisitId {
    VisitId::from([number; 16])
}

pub(crate) fn begin(observer: AccountId, school: &str, framework: DocumentHash) -> Begin {
    let offset = UtcOffset(-360);
    Begin {
        school: school.into(),
        observer,
        framework,
        at: NOW,
        date: local(NOW, offset).0,
        offset,
        source: Source::Live,
    }
}

pub(crate) fn district() -> DistrictId {
    "alder".into()
}

const PEOPLE: [(&str, Role, &[&str]); 5] = [
    ("adams", Role::Administrator, &[]),
    ("okafor", Role::Principal, &["cedar"]),
    ("lin", Role::Coach, &["cedar", "birch"]),
    ("reyes", Role::Observer, &["cedar"]),
    ("berg", Role::Observer, &["birch"]),
];

pub(crate) fn person(name: &str, role: Role, schools: &[&str]) -> Me {
    Me {
        account: name.into(),
        district: district(),
        name: name.to_owned(),
        email: format!("{name}@alder.example"),
        role,
        schools: schools.iter().map(|school| SchoolId::from(*school)).collect(),
    }
}

pub(crate) fn district_document() -> District {
    let date = |year, month, day| domain::time::Date::new(year, month, day).unwrap();
    let school = |id: &str| School { id: id.into(), name: id.to_owned(), network: None };
    District {
        id: district(),
        name: "Alder County".into(),
        networks: vec![],
        schools: vec![school("cedar"), school("birch")],
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
        goals: domain::district::Goals::default(),
    }
}

pub(crate) fn framework() -> Framework {
    let look_for = |id: &str, kind| LookFor {
        id: id.into(),
        text: id.to_owned(),
        short: id.to_owned(),
        hint: None,
        kind,
        autonomy: Autonomy::NonNegotiable,
        segments: vec![],
        examples: Vec::new(),
        succeeds: None,
    };
    Framework {
        title: "Common framework".into(),
        version: 1,
        effective: domain::time::Date::new(2026, 8, 1).unwrap(),
        strands: vec![Strand {
            id: "instruction".into(),
            name: "Instruction".into(),
            look_fors: vec![look_for("goal", Kind::Presence), look_for("turns", Kind::Count)],
        }],
    }
}

pub(crate) fn framework_document() -> Document {
    Published::Framework(framework()).write().unwrap()
}
