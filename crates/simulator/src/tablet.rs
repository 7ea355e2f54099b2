//! A tablet: one person's installation, with two tabs.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use domain::device::{self, Author, Boot, Intent, Kept, Key, Shelf, Storage, Write};
use domain::edit::{Edit, Pen};
use domain::id::{ReplicaId, SchoolId, VisitId};
use domain::merge::VisitState;
use domain::permission::Me;
use domain::saved::{Loaded, load, save};
use domain::stream::Stream;
use domain::time::Millis;
use domain::visit::Change;

use crate::dice::Dice;
use crate::disk::{Disk, DiskFailure};
use crate::engine::{Ended, Syncing, TabletClock};

pub(crate) const TABS: usize = 2;

/// One person's installation on one tablet.
#[derive(Debug)]
pub(crate) struct Tablet {
    /// Who, as a position among the people.
    pub(crate) who: usize,
    pub(crate) disk: Rc<Disk>,
    pub(crate) clock: Rc<TabletClock>,
    pub(crate) tabs: [Option<Syncing>; TABS],
    dice: RefCell<Dice>,
}

impl Tablet {
    pub(crate) fn new(who: usize, disk: Disk, truth: &Rc<Cell<Millis>>, dice: Dice) -> Self {
        let clock = Rc::new(TabletClock { truth: Rc::clone(truth), ahead: Cell::new(0) });
        Self { who, disk: Rc::new(disk), clock, tabs: [None, None], dice: RefCell::new(dice) }
    }

    pub(crate) fn fresh(&self) -> [u8; 16] {
        self.dice.borrow_mut().bytes()
    }

    pub(crate) fn boot(&self) -> Boot {
        at_once(device::boot(&*self.disk)).unwrap_or_default()
    }

    /// A visit as it is on the tablet.
    pub(crate) fn visit(&self, school: &SchoolId, visit: VisitId) -> Option<Kept> {
        at_once(device::find_visits(&*self.disk, &[(school.clone(), visit)])).ok()?.remove(&visit)
    }

    /// Every own edit that is on the disk and not acknowledged.
    pub(crate) fn outbox(&self) -> Vec<Edit> {
        let rows = at_once(self.disk.scan(Shelf::Outbox, None, usize::MAX)).unwrap_or_default();
        let text = |(_, bytes)| match load::<String>(Some(bytes)) {
            Loaded::Thing(text) => Edit::read(text).ok(),
            Loaded::Nothing | Loaded::Unreadable(_) => None,
        };
        rows.into_iter().filter_map(text).collect()
    }

    /// Whether anything that is kept besides the visits themselves is an edit of one.
    pub(crate) fn holds(&self, visit: VisitId) -> bool {
        let of_it = |text: String| Edit::read(text).is_ok_and(|edit| edit.visit() == Some(visit));
        let sent = at_once(self.disk.scan(Shelf::Sent, None, usize::MAX)).unwrap_or_default();
        let sent = sent.into_iter().any(|(_, bytes)| match load::<(Millis, String)>(Some(bytes)) {
            Loaded::Thing((_, text)) => of_it(text),
            Loaded::Nothing | Loaded::Unreadable(_) => false,
        });
        sent || self.outbox().iter().any(|edit| edit.visit() == Some(visit))
            || self.boot().quarantined.into_iter().any(|(_, refused)| of_it(refused.text))
    }

    /// Records as the app does.
    pub(crate) fn record(
        &self,
        me: &Me,
        school: &SchoolId,
        visit: VisitId,
        intents: &[Intent],
    ) -> Result<(), DiskFailure> {
        let frameworks = at_once(device::Documents::read(&*self.disk))?.frameworks;
        let author = Author { account: me.account.clone(), fresh: ReplicaId::from(self.fresh()) };
        let stream = Stream::School(school.clone());
        let now = self.clock.now();
        let recorded = device::record(&*self.disk, &frameworks, &author, &stream, visit, now, intents);
        at_once(recorded).map(|_| ())
    }

    /// Records what only a newer program knows, in a visit that was touched here: as that program would, in one transaction.
    pub(crate) fn sketch(&self, school: &SchoolId, visit: VisitId) -> Result<(), DiskFailure> {
        let (place, name) = (Key::new(Shelf::Account, "pen"), visit.to_string());
        let row = |key: &Key| self.disk.values.dump().remove(key);
        let hot = Key::new(Shelf::Hot, name);
        let (Loaded::Thing(mut pen), Loaded::Thing(mut state)) =
            (load::<Pen>(row(&place)), load::<VisitState>(row(&hot)))
        else {
            return Ok(());
        };
        let stream = Stream::School(school.clone());
        let known = pen.write(self.clock.now(), &stream, visit, Change::Void(self.fresh().into()));
        let newer =
            known.map(|edit| edit.text().replace("\"schema\":2", "\"schema\":99").replace("\"Void\"", "\"Sketch\""));
        let Ok(Ok(edit)) = newer.map(Edit::read) else { return Ok(()) };
        state.apply(&edit, None);
        let outbox = Key::new(Shelf::Outbox, format!("{:020}", edit.id().seq));
        let rows = [(outbox, save(&edit.text())), (hot, save(&state)), (place, save(&pen))];
        let writes: Vec<Write> = rows.into_iter().filter_map(|(key, row)| Some(Write::Put(key, row.ok()?))).collect();
        at_once(self.disk.transact(|_| Ok((writes.clone(), ()))))
    }

    /// Begins to sync in a tab, unless it does already.
    pub(crate) fn sync(&mut self, tab: usize, me: &Me) -> Option<Ended> {
        if self.tabs[tab % TABS].is_some() {
            return None;
        }
        let dice = Dice::of(u64::from_le_bytes(self.dice.borrow_mut().bytes()));
        let (syncing, ended) = Syncing::begin(Rc::clone(&self.disk), me.clone(), Rc::clone(&self.clock), dice);
        if ended.is_none() {
            self.tabs[tab % TABS] = Some(syncing);
        }
        ended
    }

    /// Dies, and is there again: what was under way is gone.
    pub(crate) fn reboot(&mut self) {
        self.tabs = [None, None];
    }
}

/// A disk in memory answers at once.
pub(crate) fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = std::pin::pin!(work);
    match work.as_mut().poll(&mut std::task::Context::from_waker(std::task::Waker::noop())) {
        std::task::Poll::Ready(answer) => answer,
        std::task::Poll::Pending => unreachable!("a disk in memory answers at once"),
    }
}
