//! A sync under way: the app's own engine, stopped at each request until the run deals with it.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use domain::id::ReplicaId;
use domain::permission::Me;
use domain::sync::{
    Failure, Network, Outcome, Pace, Progress, PullAnswer, PullQuery, PushAnswer, PushRequest, Stopped, World, sync,
};
use domain::time::Millis;

use crate::dice::Dice;
use crate::disk::{Disk, DiskFailure};

/// A request that waits to be dealt with.
#[derive(Debug, Clone)]
pub(crate) enum Call {
    Push(String),
    Pull(PullQuery),
}

/// What came back.
type Reply = Result<Vec<u8>, Failure>;

/// A tablet's clock: what the truth is, and how far this one is off.
#[derive(Debug, Clone)]
pub(crate) struct TabletClock {
    pub(crate) truth: Rc<Cell<Millis>>,
    pub(crate) ahead: Cell<i64>,
}

impl TabletClock {
    pub(crate) fn now(&self) -> Millis {
        self.truth.get().plus(self.ahead.get())
    }
}

struct Line {
    call: RefCell<Option<Call>>,
    reply: RefCell<Option<Reply>>,
    clock: Rc<TabletClock>,
    dice: RefCell<Dice>,
}

impl Line {
    async fn ask(&self, call: Call) -> Reply {
        self.call.replace(Some(call));
        poll_fn(|_| self.reply.take().map_or(Poll::Pending, Poll::Ready)).await
    }
}

impl Network for Line {
    async fn push(&self, request: &PushRequest) -> Result<PushAnswer, Failure> {
        let body = serde_json::to_string(request).map_err(|_| Failure::Garbled)?;
        let answer = self.ask(Call::Push(body)).await?;
        serde_json::from_slice(&answer).map_err(|_| Failure::Garbled)
    }

    async fn pull(&self, query: &PullQuery) -> Result<PullAnswer, Failure> {
        PullAnswer::from_page(self.ask(Call::Pull(query.clone())).await?).ok_or(Failure::Garbled)
    }
}

impl World for Line {
    fn now(&self) -> Millis {
        self.clock.now()
    }

    fn fresh_replica(&self) -> ReplicaId {
        ReplicaId::from(self.dice.borrow_mut().bytes())
    }

    fn progress(&self, _: Progress) {}

    /// Every request carries another amount, so that what one sync pushes and pulls is cut anywhere.
    fn pace(&self) -> Pace {
        let mut dice = self.dice.borrow_mut();
        Pace { push: dice.any(&AMOUNTS), pull: dice.any(&AMOUNTS) }
    }

    fn set_pace(&self, _: Pace) {}
}

const AMOUNTS: [u16; 6] = [1, 2, 5, 20, 500, 500];

/// How a sync ended.
pub(crate) type Ended = Result<Outcome, Stopped<DiskFailure>>;

/// A sync under way in one tab.
pub(crate) struct Syncing {
    line: Rc<Line>,
    future: Pin<Box<dyn Future<Output = Ended>>>,
}

impl Syncing {
    /// Begins. What it asks first waits in [`Syncing::call`], unless it has ended at once.
    pub(crate) fn begin(disk: Rc<Disk>, me: Me, clock: Rc<TabletClock>, dice: Dice) -> (Self, Option<Ended>) {
        let line =
            Rc::new(Line { call: RefCell::default(), reply: RefCell::default(), clock, dice: RefCell::new(dice) });
        let ours = Rc::clone(&line);
        let future = Box::pin(async move { sync(&*disk, &*ours, &*ours, &me).await });
        let mut syncing = Self { line, future };
        let ended = syncing.go_on();
        (syncing, ended)
    }

    /// The request that it waits for.
    pub(crate) fn call(&self) -> Option<Call> {
        self.line.call.borrow().clone()
    }

    /// Gets its answer and goes on to the next request, or to the end.
    pub(crate) fn answer(&mut self, reply: Reply) -> Option<Ended> {
        self.line.call.replace(None);
        self.line.reply.replace(Some(reply));
        self.go_on()
    }

    /// Nothing but the line can make it wait, so that nobody has to wake it.
    fn go_on(&mut self) -> Option<Ended> {
        match self.future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(ended) => Some(ended),
            Poll::Pending => None,
        }
    }
}

impl fmt::Debug for Syncing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Syncing").field(&self.call()).finish()
    }
}
