use std::rc::Rc;

use domain::id::AccountId;
use domain::people::{CannotChangePeople, ChangeMember, Invite, LinkFor, People};
use domain::sync::Failure;
use domain::time::Millis;

use super::FileFailure;

/// How far looking after the people of the district has got.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Members {
    /// Everyone; `None` before the server has said.
    pub people: Option<Rc<People>>,
    /// A link that was made, to be handed over.
    pub link: Option<MadeLink>,
    /// Something is being asked of the server.
    pub busy: bool,
    /// Why the last step did not work.
    pub failure: Option<FileFailure<CannotChangePeople>>,
    /// How many steps have worked: a form is empty again after its own.
    pub done: u32,
}

/// A link that somebody gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadeLink {
    /// Whose it is, as people say it.
    pub name: String,
    /// The whole address.
    pub address: String,
    /// Until when it works, by the server's clock.
    pub until: Millis,
}

/// A step in looking after people.
#[derive(Debug, Clone, PartialEq)]
pub enum PeopleStep {
    /// Find out who there is.
    Read,
    /// Add somebody and make their link.
    Invite(Invite),
    /// Make a new link for somebody.
    Link(AccountId),
    /// Change somebody's place.
    Change(ChangeMember),
    /// Put the link where it can be pasted from.
    CopyLink,
}

impl PeopleStep {
    /// The element that shows a link, to which the focus goes when one was made.
    pub const LINK: &'static str = "people-link";
}

/// A link that was opened on this device.
#[derive(Debug, Clone, PartialEq)]
pub struct Joining {
    /// The last part of its address.
    pub token: String,
    /// Whom it is for, or why that is not known; `None` before the server has said.
    pub told: Option<Result<LinkFor, Failure>>,
}
