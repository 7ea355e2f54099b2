//! One tablet: the app's engine on a disk in memory.

use std::cell::{Cell, RefCell};
use std::convert::Infallible;
use std::rc::Rc;
use std::time::Duration;

use domain::device::{self, Author, Boot, Intent, MemoryStorage};
use domain::edit::Edit;
use domain::id::{ReplicaId, VisitId};
use domain::permission::Me;
use domain::stream::Stream;
use domain::sync::{Failure as LineFailure, Outcome, Pace, Progress, Stopped, World, back_off, sync};
use domain::time::Millis;
use domain::visit::{Begin, Context, Setting};
use rand::RngExt;
use rand::rand_core::SeedableRng;
use rand_chacha::ChaCha8Rng;
use throughline_server::{Outside, TheWorld};

use crate::line::{Exchange, Line};
use crate::{Failure, Ground};

/// Somebody's tablet.
pub struct Tablet {
    pub(crate) me: Me,
    disk: MemoryStorage,
    cookie: String,
    base: String,
    line: RefCell<Option<Rc<Line>>>,
    exchange: Exchange,
    dice: RefCell<ChaCha8Rng>,
    next_lesson: Cell<usize>,
    pace: Cell<Pace>,
    /// Everything that it recorded, in order.
    pub(crate) written: RefCell<Vec<Edit>>,
}

impl World for Tablet {
    fn now(&self) -> Millis {
        TheWorld.now()
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
    pub(crate) fn new(me: Me, cookie: String, base: String, number: usize, exchange: Exchange) -> Self {
        Self {
            me,
            disk: MemoryStorage::default(),
            cookie,
            base,
            line: RefCell::default(),
            exchange,
            dice: RefCell::new(ChaCha8Rng::seed_from_u64(number as u64)),
            next_lesson: Cell::new(number),
            pace: Cell::default(),
            written: RefCell::default(),
        }
    }

    /// Between 0 and 1.
    pub(crate) fn chance(&self) -> f64 {
        self.dice.borrow_mut().random()
    }

    fn fresh(&self) -> [u8; 16] {
        self.dice.borrow_mut().random()
    }

    pub(crate) async fn boot(&self) -> Boot {
        let Ok(boot) = device::boot(&self.disk).await;
        boot
    }

    /// Records one visit: all of its taps, each an edit.
    ///
    /// # Errors
    /// When what is recorded is malformed.
    pub async fn visit(&self, ground: &Ground) -> Result<(), Failure> {
        let frameworks = self.boot().await.documents.frameworks;
        let school = self.me.schools.first().ok_or("a tablet of no school")?.clone();
        let lesson = self.next_lesson.replace(self.next_lesson.get() + 1) % ground.lessons.len();
        let own = |intent: &Intent| match intent.clone() {
            Intent::Set(Setting::Begin(begin)) => Intent::Set(Setting::Begin(Begin {
                school: school.clone(),
                observer: self.me.account.clone(),
                framework: ground.document,
                ..begin
            })),
            Intent::Set(Setting::Context(context)) => Intent::Set(Setting::Context(Context { lead: None, ..context })),
            other => other,
        };
        let intents: Vec<Intent> = ground.lessons[lesson].iter().map(own).collect();
        let author = Author { account: self.me.account.clone(), fresh: self.fresh_replica() };
        let (stream, visit) = (Stream::School(school), VisitId::from(self.fresh()));
        let Ok(recorded) = device::record(&self.disk, &frameworks, &author, &stream, visit, self.now(), &intents).await;
        self.written.borrow_mut().extend(recorded?.edits);
        Ok(())
    }

    /// Syncs once.
    ///
    /// # Errors
    /// Why it did not run through.
    pub async fn sync(&self) -> Result<Outcome, Stopped<Infallible>> {
        let line = self.line().map_err(|_| Stopped::Network(LineFailure::Unreachable))?;
        sync(&self.disk, &*line, self, &self.me).await
    }

    fn line(&self) -> Result<Rc<Line>, reqwest::Error> {
        let mut line = self.line.borrow_mut();
        match &*line {
            Some(line) => Ok(Rc::clone(line)),
            None => {
                let new = Line::new(self.base.clone(), self.cookie.clone(), self.exchange.clone())?;
                Ok(Rc::clone(line.insert(Rc::new(new))))
            }
        }
    }

    /// Syncs until one runs through, waiting in between as the app does; `hurry` shortens the waits.
    ///
    /// # Errors
    /// When it gives up, or has tried a hundred times.
    pub async fn sync_through(&self, hurry: f64) -> Result<(), Failure> {
        let mut failures = 0;
        loop {
            match self.sync().await {
                Ok(_) => return Ok(()),
                Err(Stopped::Network(failure)) if failures < 100 => {
                    failures += 1;
                    let asked = match failure {
                        LineFailure::Problem(_, asked) => asked,
                        LineFailure::Unreachable | LineFailure::Garbled => None,
                    };
                    let wait = back_off(failures, self.chance(), asked).0.max(0) as f64 / hurry;
                    tokio::time::sleep(Duration::from_millis(wait as u64)).await;
                }
                Err(stopped) => return Err(format!("a sync stopped: {stopped:?}").into()),
            }
        }
    }

    /// The connections close, as when a tablet goes to sleep.
    pub(crate) fn hang_up(&self) {
        self.line.replace(None);
    }
}
