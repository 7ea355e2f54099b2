//! Everything that the app knows, as pages read it. A model never changes; the next one shares what stayed the same.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use domain::compare::Ground;
use domain::device::{Documents, Intent, Ledger, Quarantined};
use domain::fact::{Pack, PackKey};
use domain::id::VisitId;
use domain::merge::VisitState;
use domain::permission::Me;
use domain::plan_week::Planner;
use domain::sync::{Failure, ProblemCode};
use domain::time::{Date, Millis, UtcOffset, local};
use domain::visit::{Act, Visit};

use super::{
    Commenting, Deciding, Drafting, Figuring, Importing, Joining, Members, Preferences, Question, Rostering, Told,
    VisitRef,
};
use crate::route::Route;
use crate::text::Text;

/// Everything that the app knows.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// Where the app is with starting.
    pub stage: Stage,
    /// The page in sight.
    pub route: Route,
    /// The language and its messages.
    pub text: Text,
    /// How the person likes the app.
    pub preferences: Preferences,
    /// The time at the last change; pages that show a running clock ask the browser's.
    pub now: Millis,
    /// The tablet's offset from UTC.
    pub offset: UtcOffset,
    /// Who uses the tablet; `None` while signed out with nobody known.
    pub me: Option<Rc<Me>>,
    /// Published documents.
    pub documents: Rc<Documents>,
    /// Fact packs of every visit on the tablet.
    pub packs: Rc<BTreeMap<PackKey, Rc<Pack>>>,
    /// Visits in memory: those touched on this tablet, and those that a page asked for.
    pub visits: Rc<BTreeMap<VisitId, Rc<OpenVisit>>>,
    /// Visits that a page asked for and that could not be read from the disk.
    pub unread: Rc<BTreeSet<VisitId>>,
    /// Edits that wait to be acknowledged, by visit.
    pub waiting: Rc<BTreeMap<VisitId, usize>>,
    /// Edits that the server refused.
    pub quarantined: Rc<Vec<(Option<VisitId>, Quarantined)>>,
    /// Edits recorded on this tablet by this person.
    pub recorded: u64,
    /// What the tablet knows about its own delivery.
    pub ledger: Ledger,
    /// Whether what was recorded is on disk.
    pub saving: Saving,
    /// How syncing goes.
    pub syncing: Syncing,
    /// What the browser says of its storage, and of installing.
    pub storage: StorageFacts,
    /// Stored values that cannot be read; they are kept, and can be saved to a file.
    pub unreadable: usize,
    /// The observer's own phrases.
    pub phrases: Rc<Vec<String>>,
    /// The observer's own plan of the week.
    pub planning: Planning,
    /// The import of past visits, as far as it has got.
    pub importing: Rc<Importing>,
    /// The import of a roster, as far as it has got.
    pub rostering: Rc<Rostering>,
    /// The next version of the framework, while it is being written.
    pub drafting: Rc<Drafting>,
    /// A comment round on the draft, for whoever is asked and whoever answers.
    pub commenting: Rc<Commenting>,
    /// The people of the district, for whoever looks after them.
    pub members: Rc<Members>,
    /// A change of what the district has decided, as far as it has got.
    pub deciding: Deciding,
    /// Looking after the figures of a goal.
    pub figuring: Figuring,
    /// A link that was opened on this device.
    pub joining: Option<Joining>,
    /// A new version has arrived and waits.
    pub update_ready: bool,
    /// Why the last sign-in, set-up or file did not work; cleared by the next try.
    pub trouble: Option<Trouble>,
    /// What the server said of what reaches beyond this tablet, the latest answer last; a few are kept, because a page may
    /// hold two against each other.
    pub answers: Rc<Vec<(Question, Result<Told, Failure>)>>,
}

/// The observer's own plan of the week, as it is on disk.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Planning {
    /// The plan.
    pub planner: Rc<Planner>,
    /// What it was before each change that can be taken back, the latest last.
    pub undo: Rc<Vec<Planner>>,
    /// The last change could not be stored, and was not made.
    pub failed: bool,
}

/// Where the app is with starting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Reading what is stored.
    Starting,
    /// Nobody has signed in on this tablet.
    SignedOut,
    /// Somebody uses it.
    Ready,
    /// The browser gives no storage; nothing can be recorded safely.
    NoStorage,
}

/// A visit in memory.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenVisit {
    /// Which one.
    pub at: VisitRef,
    /// Its state, with what is being stored at this moment.
    pub state: VisitState,
    /// The state, read.
    pub visit: Visit,
    /// What can be taken back, the latest last.
    pub undo: Vec<UndoStep>,
    /// Edits of it that the server refused.
    pub quarantined: usize,
}

/// Something that can be taken back.
#[derive(Debug, Clone, PartialEq)]
pub struct UndoStep {
    /// What was done: the undo button names it.
    pub act: Act,
    /// What takes it back.
    pub back: Vec<Intent>,
}

/// Whether what was recorded is on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Saving {
    /// Nothing was recorded since the app started.
    #[default]
    Nothing,
    /// Everything is, since then.
    Saved(Millis),
    /// The last tap is on its way; for a few milliseconds.
    Writing,
    /// So many acts are only in memory.
    Failed {
        /// How many.
        unsaved: usize,
        /// The browser says that its storage is full.
        full: bool,
    },
}

/// How syncing goes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Syncing {
    /// One is under way: on this tab or another.
    pub running: bool,
    /// Own entries that the server has acknowledged in this sync, and how many there are to send.
    pub sending: Option<(u64, u64)>,
    /// Visits of a first pull that have arrived, and how many there are.
    pub first_pull: Option<(u64, u64)>,
    /// Why the last one stopped.
    pub failure: Option<Failure>,
    /// When the next one is tried.
    pub next: Option<Millis>,
    /// The browser says that there is no network.
    pub offline: bool,
    /// The server no longer knows this person; recording goes on.
    pub signed_out: bool,
}

/// What the browser says of its storage, and of installing.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct StorageFacts {
    /// Whether the data are safe from being cleared; `None` where the browser cannot say.
    pub persisted: Option<bool>,
    /// Bytes used; `None` where the browser cannot say.
    pub used: Option<f64>,
    /// Bytes that may be used; `None` where the browser cannot say.
    pub quota: Option<f64>,
    /// The app runs installed, in a window of its own.
    pub installed: bool,
    /// The browser offers its own dialog for installing.
    pub can_install: bool,
    /// The person has hidden the hint about installing.
    pub hint_dismissed: bool,
}

/// Why something that a person asked for did not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// A request to the server.
    Network(Failure),
    /// A copy that was loaded is not one, or not of this account.
    NotACopy,
    /// A copy was loaded: so many edits came back, and so many were here already.
    CopyLoaded {
        /// Came back.
        restored: usize,
        /// Were here.
        known: usize,
    },
}

impl Trouble {
    /// Whether the server refused with this code.
    #[must_use]
    pub fn is(&self, code: ProblemCode) -> bool {
        matches!(self, Self::Network(Failure::Problem(found, _)) if *found == code)
    }
}

impl Model {
    /// The local date at the last change.
    #[must_use]
    pub fn today(&self) -> Date {
        local(self.now, self.offset).0
    }

    /// The visits and documents on this tablet, as the domain reads them; `None` before the district's documents have
    /// arrived.
    #[must_use]
    pub fn ground(&self) -> Option<Ground<'_>> {
        ground(&self.packs, &self.documents)
    }

    /// A visit in memory.
    #[must_use]
    pub fn visit(&self, visit: VisitId) -> Option<&Rc<OpenVisit>> {
        self.visits.get(&visit)
    }

    /// A visit is not in memory, and nothing has said yet that it cannot be.
    #[must_use]
    pub fn is_to_read(&self, visit: VisitId) -> bool {
        !self.visits.contains_key(&visit) && !self.unread.contains(&visit)
    }

    /// Visits of this person that have begun and not ended, the latest first.
    #[must_use]
    pub fn open_visits(&self) -> Vec<&Rc<OpenVisit>> {
        let mine = |visit: &Visit| self.me.as_ref().is_some_and(|me| visit.begin.observer == me.account);
        let open = |visit: &Visit| visit.finished.is_none() && !visit.discarded;
        let mut visits: Vec<_> =
            self.visits.values().filter(|open_visit| mine(&open_visit.visit) && open(&open_visit.visit)).collect();
        visits.sort_by_key(|open_visit| std::cmp::Reverse(open_visit.visit.begin.at));
        visits
    }

    /// How many visits have something that the server has not acknowledged.
    #[must_use]
    pub fn visits_waiting(&self) -> usize {
        self.waiting.len()
    }
}

/// What a comparison reads, from what a tablet holds; `None` before the district's documents have arrived.
#[must_use]
pub fn ground<'a>(packs: &'a BTreeMap<PackKey, Rc<Pack>>, documents: &'a Documents) -> Option<Ground<'a>> {
    Some(Ground {
        packs: packs.values().map(|pack| &**pack).collect(),
        frameworks: documents.frameworks.iter().map(|(hash, framework)| (*hash, framework)).collect(),
        district: documents.district.as_ref()?,
        rosters: documents.rosters.values().collect(),
    })
}
