//! A run: the steps, one after another, to several tablets and one server.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use domain::edit::Edit;
use domain::id::{ChangeId, SchoolId, VisitId};
use domain::permission::Me;
use domain::sync::{Failure as LineFailure, ProblemCode, PullQuery, SignedIn, Stopped};
use domain::time::{MINUTE, Millis};
use domain::visit::Field;
use throughline_server::EraseError;

use crate::dice::Dice;
use crate::disk::{Disk, DiskFailure, Fate as DiskFate};
use crate::district::{BEGINNING, Failure, Template, VERSIONS, district, framework};
use crate::engine::{Call, Ended};
use crate::ran::Ran;
use crate::server::{Asked, Server};
use crate::step::{DiskFault, Fate, Step};
use crate::tablet::{TABS, Tablet};
use crate::verdict::{Broken, judge};

/// At most so many tablets, copies included.
const MOST_TABLETS: usize = 7;
/// Whose tablets a run begins with: the principal has two.
const OWNERS: [usize; 4] = [0, 0, 1, 2];
pub(crate) const COACH: usize = 1;
/// Syncs of all tablets after everything is mended, until nothing moves any more.
const ROUNDS: usize = 12;

/// Everything that is in a run.
pub(crate) struct Everything {
    pub(crate) server: Server,
    pub(crate) tablets: Vec<Tablet>,
    /// Who they are now, and their cookies.
    pub(crate) people: Vec<(Me, String)>,
    truth: Rc<Cell<Millis>>,
    dice: Dice,
    late: Vec<Asked>,
    /// Every push that reached the server.
    pub(crate) sent: Vec<Asked>,
    /// Every edit that a tablet has stored.
    pub(crate) written: BTreeMap<ChangeId, Edit>,
    /// What somebody saw and replaced.
    pub(crate) replaced: Vec<(VisitId, Field, Vec<ChangeId>)>,
    pub(crate) visits: Vec<(SchoolId, VisitId)>,
    /// What the district has erased.
    pub(crate) erased: BTreeSet<VisitId>,
    published: u32,
    /// The server is rewound at some time in this run.
    pub(crate) will_rewind: bool,
    pub(crate) ran: Ran,
}

/// Runs steps from a seed, mends everything, and holds what is there against what was recorded.
///
/// # Errors
/// When the machine will not: the disk is full, the server does not open.
pub async fn run(template: &Template, seed: u64, steps: &[Step]) -> Result<Result<Ran, Broken>, Failure> {
    let truth = Rc::new(Cell::new(BEGINNING));
    let mut dice = Dice::of(seed ^ 0x7AB1_E700);
    let tablets =
        OWNERS.map(|who| Tablet::new(who, Disk::default(), &truth, Dice::of(u64::from_le_bytes(dice.bytes()))));
    let mut everything = Everything {
        server: Server::start(template, seed).await?,
        tablets: tablets.into(),
        people: template.people.clone(),
        truth,
        dice,
        late: Vec::new(),
        sent: Vec::new(),
        written: BTreeMap::new(),
        replaced: Vec::new(),
        visits: Vec::new(),
        erased: BTreeSet::new(),
        published: 1,
        will_rewind: steps.contains(&Step::PutBack) || steps.contains(&Step::Restore),
        ran: Ran::default(),
    };
    for step in steps {
        everything.take(*step).await?;
        everything.ran.steps += 1;
    }
    let held = match everything.mend().await? {
        Ok(()) => judge(&mut everything).await?,
        Err(broken) => Err(broken),
    };
    everything.server.close().await;
    Ok(held.map(|()| Ran { edits: everything.written.len() as u64, ..everything.ran }))
}

impl Everything {
    async fn take(&mut self, step: Step) -> Result<(), Failure> {
        self.pass(1_000);
        match step {
            Step::Act { tablet, deed, which } => self.act(self.at(tablet), deed, usize::from(which)),
            Step::Sync { tablet, tab } => {
                let at = self.at(tablet);
                self.sync(at, usize::from(tab) % TABS);
            }
            Step::Serve { which, fate, page } => self.serve(usize::from(which), fate, page).await,
            Step::Late { which } => {
                if !self.late.is_empty() {
                    let asked = self.late.swap_remove(usize::from(which) % self.late.len());
                    let _ = self.arrive(&asked).await;
                }
            }
            Step::Disk { tablet, after, fault } => {
                let fate = match fault {
                    DiskFault::Full => DiskFate::Full,
                    DiskFault::Lost => DiskFate::Lost,
                    DiskFault::DiesBefore => DiskFate::DiesBefore,
                    DiskFault::DiesAfter => DiskFate::DiesAfter,
                };
                self.tablets[self.at(tablet)].disk.will(u32::from(after), fate);
            }
            Step::Reboot { tablet } => {
                let at = self.at(tablet);
                self.tablets[at].reboot();
            }
            Step::Clock { tablet, hours } => {
                self.tablets[self.at(tablet)].clock.ahead.set(i64::from(hours) * 60 * MINUTE);
            }
            Step::Clone { tablet } => self.clone_tablet(self.at(tablet)),
            Step::Kill { which, after } => self.kill(usize::from(which), after).await?,
            Step::Backup => self.server.back_up().await?,
            Step::PutBack => {
                if self.server.put_back().await? {
                    self.ran.rewinds += 1;
                    self.ask_who().await;
                }
            }
            Step::Restore => {
                if self.server.restore().await? {
                    self.ran.restores += 1;
                    self.ask_who().await;
                }
            }
            Step::Publish => self.publish().await?,
            Step::Assign => self.assign().await?,
            Step::Erase { which } => self.erase(usize::from(which)).await?,
            Step::Wait { minutes } => self.pass(i64::from(minutes) * MINUTE),
        }
        Ok(())
    }

    fn at(&self, tablet: u8) -> usize {
        usize::from(tablet) % self.tablets.len()
    }

    fn pass(&mut self, millis: i64) {
        self.truth.set(self.truth.get().plus(millis));
        self.server.outside.forward(millis);
    }

    pub(crate) fn me(&self, tablet: usize) -> Me {
        self.people[self.tablets[tablet].who].0.clone()
    }

    fn sync(&mut self, tablet: usize, tab: usize) -> Option<Ended> {
        let me = self.me(tablet);
        let ended = self.tablets[tablet].sync(tab, &me);
        self.after(tablet, ended.as_ref());
        ended
    }

    fn after(&mut self, tablet: usize, ended: Option<&Ended>) {
        if let Some(Err(Stopped::Storage(DiskFailure::Died))) = ended {
            self.tablets[tablet].reboot();
        }
    }

    /// The tabs that wait for an answer.
    fn waiting(&self) -> Vec<(usize, usize)> {
        let tabs = |(at, tablet): (usize, &Tablet)| {
            let waits: Vec<usize> = (0..TABS).filter(|tab| tablet.tabs[*tab].is_some()).collect();
            waits.into_iter().map(move |tab| (at, tab))
        };
        self.tablets.iter().enumerate().flat_map(tabs).collect()
    }

    fn one_of(&self, which: usize) -> Option<(usize, usize)> {
        let waiting = self.waiting();
        waiting.get(which.checked_rem(waiting.len())?).copied()
    }

    fn asked(&self, (tablet, tab): (usize, usize), page: u8) -> Option<Asked> {
        let call = self.tablets[tablet].tabs[tab].as_ref()?.call()?;
        let cookie = self.people[self.tablets[tablet].who].1.clone();
        Some(match call {
            Call::Push(body) => Asked { method: "POST", path: "/api/v1/sync/push".to_owned(), cookie, body },
            Call::Pull(query) => Asked { method: "GET", path: path(&query, page), cookie, body: String::new() },
        })
    }

    async fn serve(&mut self, which: usize, fate: Fate, page: u8) {
        let Some(at) = self.one_of(which) else { return };
        let Some(asked) = self.asked(at, page) else { return };
        let reply = match fate {
            Fate::Fine => self.arrive(&asked).await,
            Fate::Lost => Err(LineFailure::Unreachable),
            Fate::HalfSent => {
                let half = asked.body.len() / 2;
                let _ = self.server.send(&Asked { body: asked.body[..half].to_owned(), ..asked }).await;
                Err(LineFailure::Unreachable)
            }
            Fate::Cut => {
                let _ = self.arrive(&asked).await;
                Err(LineFailure::Unreachable)
            }
            Fate::HalfAnswered => self.arrive(&asked).await.map(|body| body[..body.len() / 2].to_vec()),
            Fate::Twice => {
                let _ = self.arrive(&asked).await;
                self.arrive(&asked).await
            }
            Fate::Delayed => {
                self.late.extend((asked.method == "POST").then_some(asked));
                Err(LineFailure::Unreachable)
            }
            Fate::Busy => Err(LineFailure::Problem(ProblemCode::Busy, None)),
        };
        self.answer(at, reply);
    }

    fn answer(&mut self, (tablet, tab): (usize, usize), reply: Result<Vec<u8>, LineFailure>) -> Option<Ended> {
        let ended = self.tablets[tablet].tabs[tab].as_mut().and_then(|syncing| syncing.answer(reply));
        if ended.is_some() {
            self.tablets[tablet].tabs[tab] = None;
        }
        self.after(tablet, ended.as_ref());
        ended
    }

    async fn arrive(&mut self, asked: &Asked) -> Result<Vec<u8>, LineFailure> {
        self.ran.requests += 1;
        if asked.method == "POST" {
            self.sent.push(asked.clone());
        }
        self.server.send(asked).await
    }

    async fn kill(&mut self, which: usize, after: u8) -> Result<(), Failure> {
        let Some(at) = self.one_of(which) else { return Ok(()) };
        let Some(asked) = self.asked(at, 0) else { return Ok(()) };
        if asked.method == "POST" {
            self.sent.push(asked.clone());
        }
        self.ran.deaths += 1;
        self.server.die_in(&asked, after).await?;
        self.answer(at, Err(LineFailure::Unreachable));
        Ok(())
    }

    fn clone_tablet(&mut self, tablet: usize) {
        if self.tablets.len() < MOST_TABLETS {
            let (who, disk) = (self.tablets[tablet].who, self.tablets[tablet].disk.copy());
            let dice = Dice::of(u64::from_le_bytes(self.dice.bytes()));
            self.tablets.push(Tablet::new(who, disk, &self.truth, dice));
        }
    }

    async fn publish(&mut self) -> Result<(), Failure> {
        self.published = (self.published + 1).min(VERSIONS);
        self.server.app().publish(&district(), &framework(self.published)).await?;
        Ok(())
    }

    /// Erases a visit that has reached the server.
    async fn erase(&mut self, which: usize) -> Result<(), Failure> {
        let Some(at) = which.checked_rem(self.visits.len()) else { return Ok(()) };
        let (_, visit) = self.visits[at];
        match self.server.app().erase(&district(), visit).await {
            Ok(_) => {
                self.ran.erasures += 1;
                self.erased.insert(visit);
                Ok(())
            }
            Err(EraseError::NoVisit(_)) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    async fn assign(&mut self) -> Result<(), Failure> {
        let me = &self.people[COACH].0;
        let schools: Vec<SchoolId> = match me.schools.len() {
            1 => vec!["cedar".into(), "birch".into()],
            _ => vec!["cedar".into()],
        };
        self.server.app().assign(&me.district, &me.account, me.role, &schools).await?;
        self.people[COACH].0.schools = schools;
        Ok(())
    }

    /// Asks the server who everybody is: after it was rewound, that too may be as it was.
    async fn ask_who(&mut self) {
        for at in 0..self.people.len() {
            let cookie = self.people[at].1.clone();
            let asked = Asked { method: "GET", path: "/api/v1/session".to_owned(), cookie, body: String::new() };
            let answer = self.server.send(&asked).await.ok();
            if let Some(signed_in) = answer.and_then(|body| serde_json::from_slice::<SignedIn>(&body).ok()) {
                self.people[at].0 = signed_in.me;
            }
        }
    }

    /// Mends the line, the disks, the clocks and the documents, lets everything late arrive, and syncs every tablet until
    /// nothing moves any more.
    async fn mend(&mut self) -> Result<Result<(), Broken>, Failure> {
        for asked in std::mem::take(&mut self.late) {
            let _ = self.arrive(&asked).await;
        }
        for tablet in &mut self.tablets {
            tablet.reboot();
            tablet.disk.mend();
            tablet.clock.ahead.set(0);
        }
        for version in 1..=VERSIONS {
            self.server.app().publish(&district(), &framework(version)).await?;
        }
        if self.people[COACH].0.schools.len() == 1 {
            self.assign().await?;
        }
        for _ in 0..ROUNDS {
            let mut moved = false;
            for tablet in 0..self.tablets.len() {
                self.pass(1_000);
                match self.sync_through(tablet).await {
                    Ok(outcome) => moved |= outcome.acknowledged + outcome.refused > 0 || outcome.rewound,
                    Err(Stopped::Endless) => moved = true,
                    Err(stopped) => return Ok(Err(Broken::Stopped(format!("tablet {tablet}: {stopped:?}")))),
                }
            }
            if !moved {
                return Ok(Ok(()));
            }
        }
        Ok(Err(Broken::Stopped(format!("{ROUNDS} rounds of syncs did not settle"))))
    }

    /// Syncs one tablet over a good line.
    pub(crate) async fn sync_through(&mut self, tablet: usize) -> Ended {
        let mut ended = self.sync(tablet, 0);
        loop {
            if let Some(ended) = ended {
                return ended;
            }
            let reply = match self.asked((tablet, 0), 0) {
                Some(asked) => self.arrive(&asked).await,
                None => Err(LineFailure::Unreachable),
            };
            ended = self.answer((tablet, 0), reply);
        }
    }

    /// A tablet that has never synced, of somebody.
    pub(crate) fn new_tablet(&mut self, who: usize) -> usize {
        let dice = Dice::of(u64::from_le_bytes(self.dice.bytes()));
        self.tablets.push(Tablet::new(who, Disk::default(), &self.truth, dice));
        self.tablets.len() - 1
    }
}

pub(crate) fn path(query: &PullQuery, page: u8) -> String {
    let limit = if page == 0 { query.limit } else { Some(u16::from(page)) };
    let pairs = PullQuery { limit, ..query.clone() }.pairs();
    let pairs: Vec<String> = pairs.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
    format!("/api/v1/sync/pull?{}", pairs.join("&"))
}
