//! A tablet: a disk, a person, and what they record.

use std::cell::Cell;

use domain::device::{self, Author, Boot, Intent, Kept, MemoryStorage};
use domain::framework::Segment;
use domain::id::{AccountId, LookForId, ReplicaId, VisitId};
use domain::merge::VisitState;
use domain::permission::{Me, Role};
use domain::stream::Stream;
use domain::sync::{self, Pace, Progress, Stopped, World, sync};
use domain::time::Millis;
use domain::visit::{Act, Amount, Answer, Context, Outcome, Place, Visit};

use super::line::Line;
use super::support::{NOW, Server, begin, person};

/// One person's disk on one tablet.
pub(crate) struct Tablet {
    pub(crate) disk: MemoryStorage,
    pub(crate) me: Me,
    pub(crate) cookie: String,
    ids: Cell<u64>,
    now: Cell<Millis>,
    pace: Cell<Pace>,
}

impl World for Tablet {
    fn now(&self) -> Millis {
        self.now.get()
    }

    fn fresh_replica(&self) -> ReplicaId {
        ReplicaId::from(self.fresh())
    }

    fn progress(&self, _: Progress) {}

    fn pace(&self) -> Pace {
        self.pace.get()
    }

    fn set_pace(&self, pace: Pace) {
        self.pace.set(pace);
    }
}

impl Tablet {
    /// `number` keeps the ids of several tablets apart.
    pub(crate) async fn of(server: &Server, who: &str, role: Role, schools: &[&str], number: u64) -> Self {
        let cookie = server.tablet(who).await.cookie;
        Self {
            disk: MemoryStorage::default(),
            me: person(who, role, schools),
            cookie,
            ids: Cell::new(number << 32),
            now: Cell::new(NOW),
            pace: Cell::default(),
        }
    }

    pub(crate) fn fresh(&self) -> [u8; 16] {
        self.ids.set(self.ids.get() + 1);
        let [low, high] = [self.ids.get(), self.ids.get().wrapping_mul(0x9E37_79B9_7F4A_7C15)].map(u64::to_be_bytes);
        let mut id = [0; 16];
        id[..8].copy_from_slice(&high);
        id[8..].copy_from_slice(&low);
        id
    }

    fn author(&self) -> Author {
        Author { account: self.me.account.clone(), fresh: self.fresh_replica() }
    }

    pub(crate) async fn boot(&self) -> Boot {
        device::boot(&self.disk).await.unwrap()
    }

    pub(crate) async fn record(&self, visit: VisitId, intents: &[Intent]) -> VisitState {
        self.now.set(self.now.get().plus(1_000));
        let frameworks = self.boot().await.documents.frameworks;
        let stream = Stream::School("cedar".into());
        let now = self.now.get();
        device::record(&self.disk, &frameworks, &self.author(), &stream, visit, now, intents)
            .await
            .unwrap()
            .unwrap()
            .state
    }

    /// Begins a visit to a room of the cedar school.
    pub(crate) async fn begin(&self, server: &Server, room: &str) -> VisitId {
        self.begin_as(VisitId::from(self.fresh()), server, room).await
    }

    /// Begins a visit that has a certain id.
    pub(crate) async fn begin_as(&self, visit: VisitId, server: &Server, room: &str) -> VisitId {
        let context = Context {
            classroom: Place::Known(room.into()),
            lead: None,
            others: vec![],
            grade: None,
            subject: None,
            groups: vec![],
        };
        let begin = begin(self.me.account.clone(), "cedar", server.framework);
        self.record(visit, &Act::begin(begin, context, Segment::Middle, || self.fresh())).await;
        visit
    }

    /// A visit of Cedar as it is on this tablet.
    pub(crate) async fn visit(&self, visit: VisitId) -> Kept {
        let mut found = device::find_visits(&self.disk, &[("cedar".into(), visit)]).await.unwrap();
        found.remove(&visit).unwrap()
    }

    pub(crate) async fn act(&self, visit: VisitId, act: Act) {
        let kept = self.visit(visit).await;
        let view = Visit::read(visit, &kept.state).unwrap();
        let intents = act.intents(&view, self.now.get(), || self.fresh());
        self.record(visit, &intents).await;
    }

    /// A finished visit: one answer, some taps.
    pub(crate) async fn whole_visit(&self, server: &Server, room: &str, answer: Answer, taps: usize) -> VisitId {
        let visit = self.begin(server, room).await;
        self.act(visit, Act::Answer(LookForId::from("goal"), Some(answer))).await;
        for _ in 0..taps {
            self.act(visit, Act::Tap(LookForId::from("turns"))).await;
        }
        self.act(visit, Act::Finish(self.now.get())).await;
        visit
    }

    pub(crate) async fn sync(&self, line: &Line<'_>) -> Result<sync::Outcome, Stopped<std::convert::Infallible>> {
        sync(&self.disk, line, self, &self.me).await
    }

    /// Syncs over a bad line until it runs through.
    pub(crate) async fn sync_until_through(&self, line: &Line<'_>) {
        for _ in 0..200 {
            if self.sync(line).await.is_ok() {
                return;
            }
            line.deliver_late().await;
        }
        panic!("200 syncs did not run through: {:?}", line.faults.borrow());
    }

    pub(crate) async fn sync_now(&self, server: &Server) -> sync::Outcome {
        self.sync(&Line::good(server, &self.cookie)).await.unwrap()
    }
}

/// One visit's fact, read through its pack: packs that say the same may list classrooms in another order.
pub(crate) type Counted = (VisitId, Option<Place>, Option<AccountId>, Vec<Outcome>, Vec<Amount>, u32);

/// What a tablet counts, in the order of visits.
pub(crate) fn counted(boot: &Boot) -> Vec<Counted> {
    let facts = boot.packs.values().flat_map(|pack| {
        pack.rows().map(|(visit, row)| {
            let (classroom, observer) = (pack.classroom(row).cloned(), pack.observer(row).cloned());
            (visit, classroom, observer, row.outcomes().to_vec(), row.amounts().to_vec(), row.watched())
        })
    });
    let mut facts: Vec<_> = facts.collect();
    facts.sort_by_key(|(visit, ..)| *visit);
    facts
}
