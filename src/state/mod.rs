//! What the app knows ([`Model`]) and what a person can ask of it ([`Command`]).

mod command;
mod commenting;
mod deciding;
mod drafting;
mod figuring;
mod filter;
mod importing;
mod members;
mod model;
mod preferences;
mod question;
mod rostering;

use std::rc::Rc;

use yew::prelude::*;

pub use command::{Command, NewVisit, Picture, Refused, VisitRef, When};
pub use commenting::{CommentPart, CommentStep, Commenting};
pub use deciding::{Deciding, Decision};
pub use drafting::{Beginning, DraftFailure, DraftStep, Drafting};
pub use figuring::{FiguresFailure, FiguresStep, Figuring};
pub use filter::{Progress, VisitFilter};
pub use importing::{FileFailure, ImportBusy, ImportFailure, ImportStep, Importing};
pub use members::{Joining, MadeLink, Members, PeopleStep};
pub use model::{Model, OpenVisit, Planning, Saving, Stage, StorageFacts, Syncing, Trouble, UndoStep, ground};
pub use preferences::{DockSide, Preferences, TextSize, Theme};
pub use question::{Question, Told};
pub use rostering::{RosterBusy, RosterStep, Rostering};

/// What a page reads and where it sends commands: the one context of the program.
#[derive(Clone)]
pub struct App {
    /// Everything that is known, as of the last change.
    pub model: Rc<Model>,
    /// Takes a command; its effects come back as another model.
    pub send: Callback<Command>,
}

/// Models are compared by identity: each change makes a new one, and looking into every pack to find out that it did
/// would cost more than drawing.
impl PartialEq for App {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.model, &other.model) && self.send == other.send
    }
}

/// The app, for a page.
///
/// # Panics
/// Outside the app: the program's root provides it to every page.
#[hook]
#[expect(
    clippy::expect_used,
    reason = "a page outside the app is a mistake in this program, not something that happens"
)]
pub fn use_app() -> App {
    use_context::<App>().expect("pages are drawn inside the app")
}

impl App {
    /// A callback that sends what `make` makes of an event.
    pub fn on<E: 'static>(&self, make: impl Fn(E) -> Command + 'static) -> Callback<E> {
        let send = self.send.clone();
        Callback::from(move |event| send.emit(make(event)))
    }
}
