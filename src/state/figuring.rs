use std::rc::Rc;

use domain::district::{CannotTake, Figure, FigureChange, FiguresRead, NotFigures};
use domain::id::GoalId;
use domain::sync::Failure;

use super::FileFailure;

/// How far looking after the figures of a goal has got.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Figuring {
    /// Of which goal; `None` before a page was opened.
    pub goal: Option<GoalId>,
    /// Its figures, as far as one may see them; `None` before the server has said.
    pub held: Option<Rc<Vec<Figure>>>,
    /// Why they could not be read when they were asked for last.
    pub unread: Option<Failure>,
    /// What a file would change, and nobody has said yet whether it is to.
    pub offered: Option<FiguresRead>,
    /// Something is being asked of the server.
    pub busy: bool,
    /// Why the last step did not work.
    pub failure: Option<FiguresFailure>,
    /// How many steps have worked: a form is empty again after its own.
    pub done: u32,
}

/// Why something could not be done with figures.
#[derive(Debug, Clone, PartialEq)]
pub enum FiguresFailure {
    /// A change; the figures are as they were.
    Cannot(CannotTake),
    /// A file; nothing of it was taken.
    File(NotFigures),
    /// The request.
    Network(Failure),
}

impl From<FileFailure<CannotTake>> for FiguresFailure {
    fn from(failure: FileFailure<CannotTake>) -> Self {
        match failure {
            FileFailure::Cannot(why) => Self::Cannot(why),
            FileFailure::Network(failure) => Self::Network(failure),
        }
    }
}

impl From<FileFailure<NotFigures>> for FiguresFailure {
    fn from(failure: FileFailure<NotFigures>) -> Self {
        match failure {
            FileFailure::Cannot(why) => Self::File(why),
            FileFailure::Network(failure) => Self::Network(failure),
        }
    }
}

/// A step in looking after the figures of a goal.
#[derive(Debug, Clone, PartialEq)]
pub enum FiguresStep {
    /// Find out what they are.
    Read(GoalId),
    /// Enter one, correct it, or take it out.
    Change(Box<FigureChange>),
    /// Ask for a file, and read it.
    Choose,
    /// Take what was read from a file.
    Take,
    /// Leave it.
    Leave,
}

impl FiguresStep {
    /// The element that says what became of a step, to which the focus goes.
    pub const SAID: &'static str = "figures-said";
}
