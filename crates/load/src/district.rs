//! A district of as many schools and tablets as asked for, with its people signed in.

use domain::device::Intent;
use domain::district::{District, Published, School};
use domain::edit::{Body, Edit};
use domain::framework::Framework;
use domain::id::{DistrictId, DocumentHash, SchoolId};
use domain::permission::{Me, Role};
use domain::roster::Roster;
use domain::time::Millis;
use domain::visit::Change;
use sample::Size;
use throughline_server::{App, Config, Database, Newcomer};
use tokio::task::JoinSet;

use crate::{Failure, Host};

/// Passphrases are hashed two at a time: that is what a machine with two processors does.
const AT_ONCE: usize = 2;
const PASSPHRASE: &str = "walk the halls slowly";

/// How big a district.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// Its schools.
    pub schools: usize,
    /// Who signs in, in each school.
    pub people: usize,
    /// Tablets of each of them.
    pub tablets: usize,
}

/// A district that is in a database.
#[derive(Debug)]
pub struct Ground {
    /// What visits are recorded against.
    pub framework: Framework,
    pub(crate) document: DocumentHash,
    /// School by school.
    pub(crate) people: Vec<Me>,
    /// What is recorded, over and over: visits as somebody might have recorded them.
    pub(crate) lessons: Vec<Vec<Intent>>,
    shape: Shape,
}

impl Ground {
    /// Puts the district into an empty database.
    ///
    /// # Errors
    /// When the database will not.
    pub async fn prepare(database: &Database, shape: Shape) -> Result<Self, Failure> {
        let sample = sample::district(sample::DEMO_SEED, Size::tiny());
        let schools: Vec<SchoolId> = (1..=shape.schools).map(|number| SchoolId(format!("school-{number}"))).collect();
        let people: Vec<Me> = schools.iter().flat_map(|school| people(school, shape.people)).collect();
        let framework = sample.frameworks.last().cloned().ok_or("no framework")?;
        let document = Published::Framework(framework.clone()).write()?;
        let app = App::open(Config::on(database.clone())).await?;
        let named = people.iter().map(|me| domain::district::Person { id: me.account.clone(), name: me.name.clone() });
        let district = District {
            id: district(),
            schools: schools.iter().map(|id| School { id: id.clone(), name: id.to_string(), network: None }).collect(),
            observers: named.collect(),
            expectations: Vec::new(),
            models: Vec::new(),
            goals: domain::district::Goals::default(),
            networks: Vec::new(),
            ..sample.district.clone()
        };
        app.publish(&district.id, &Published::District(district.clone()).write()?).await?;
        app.publish(&district.id, &document).await?;
        for (school, roster) in schools.iter().zip(sample.rosters.iter().cycle()) {
            let roster = Roster { school: school.clone(), ..roster.clone() };
            app.publish(&district.id, &Published::Roster(roster).write()?).await?;
        }
        let mut adding = JoinSet::new();
        for me in people.clone() {
            if adding.len() == AT_ONCE {
                adding.join_next().await.transpose()?.transpose()?;
            }
            let (app, passphrase) = (app.clone(), PASSPHRASE.to_owned());
            adding.spawn(async move { app.add_account(Newcomer { me, passphrase, since: Millis(0) }).await });
        }
        while let Some(added) = adding.join_next().await {
            added??;
        }
        app.close().await;
        let lessons = sample.visits().map(|edits| intents(&edits)).collect();
        Ok(Self { framework, document: document.hash(), people, lessons, shape })
    }

    /// Signs everybody in, once for each of their tablets: who, and the cookie.
    ///
    /// # Errors
    /// When the server will not.
    pub(crate) async fn sign_in(&self, host: &Host) -> Result<Vec<(Me, String)>, Failure> {
        let client = reqwest::Client::new();
        let mut signing: JoinSet<Result<(usize, String), Failure>> = JoinSet::new();
        let mut cookies = vec![String::new(); self.people.len()];
        for (place, me) in self.people.iter().enumerate() {
            if signing.len() == AT_ONCE
                && let Some(signed) = signing.join_next().await
            {
                let (place, cookie) = signed??;
                cookies[place] = cookie;
            }
            let body = serde_json::json!({ "email": me.email, "passphrase": PASSPHRASE }).to_string();
            let request = client.post(host.at("/api/v1/session")).header("content-type", "application/json").body(body);
            signing.spawn(async move {
                let reply = request.send().await?.error_for_status()?;
                let cookie = reply.headers().get("set-cookie").ok_or("no cookie was set")?.to_str()?;
                Ok((place, cookie.split(';').next().unwrap_or_default().to_owned()))
            });
        }
        while let Some(signed) = signing.join_next().await {
            let (place, cookie) = signed??;
            cookies[place] = cookie;
        }
        let tablets = self.people.iter().zip(cookies);
        Ok(tablets.flat_map(|(me, cookie)| vec![(me.clone(), cookie); self.shape.tablets]).collect())
    }
}

pub(crate) fn district() -> DistrictId {
    "load".into()
}

fn people(school: &SchoolId, many: usize) -> impl Iterator<Item = Me> {
    (1..=many).map(move |number| {
        let account = format!("{school}-{number}");
        Me {
            account: account.as_str().into(),
            district: district(),
            name: format!("Observer {number} of {school}"),
            email: format!("{account}@load.example"),
            role: Role::Principal,
            schools: vec![school.clone()],
        }
    })
}

/// What somebody wanted, of whom the edits tell.
fn intents(edits: &[(Edit, Millis)]) -> Vec<Intent> {
    let intent = |change: &Change| match change.clone() {
        Change::Add(id, mark) => Intent::Add(id, mark),
        Change::Void(id) => Intent::Void(id),
        Change::Set { setting, .. } => Intent::Set(setting),
    };
    let of = |edit: &Edit| match edit.body() {
        Body::Visit(_, change) => Some(intent(change)),
        Body::Unknown(_) => None,
    };
    edits.iter().filter_map(|(edit, _)| of(edit)).collect()
}
