use std::rc::Rc;

use domain::rostering::{CannotReadRoster, RosterReport, RosterSummary};

use super::FileFailure;

/// How far importing a roster has got. The files themselves stay with the browser.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rostering {
    /// What the rosters hold; `None` before the server has said.
    pub summary: Option<Rc<RosterSummary>>,
    /// The names of the chosen files; empty before some are chosen.
    pub files: Vec<String>,
    /// What they would change, or have changed.
    pub report: Option<Rc<RosterReport>>,
    /// What is under way.
    pub busy: Option<RosterBusy>,
    /// Why the last step did not work.
    pub failure: Option<FileFailure<CannotReadRoster>>,
}

/// What an import of a roster is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RosterBusy {
    /// The files are sent and held against what is there.
    Looking,
    /// The changes are stored.
    Storing,
}

/// A step of an import of a roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RosterStep {
    /// Find out what the rosters hold.
    ReadSummary,
    /// Choose files and say what they would change.
    Choose,
    /// Store exactly that.
    Store,
    /// Begin with other files.
    Over,
}
