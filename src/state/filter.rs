//! Which visits the list shows.

use domain::compare::Selection;
use domain::id::AccountId;

/// Which visits the list shows, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VisitFilter {
    /// Where, when and what; a look-for's drill-down arrives in here.
    pub selection: Selection,
    /// Words of the classroom's, teacher's or observer's name.
    pub words: String,
    /// Recorded by this person.
    pub observer: Option<AccountId>,
    /// How far they are.
    pub progress: Progress,
}

/// How far visits are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Progress {
    /// Any.
    #[default]
    Any,
    /// Finished ones.
    Finished,
    /// Open ones.
    Open,
    /// Ones with something that the server has not acknowledged.
    Waiting,
}
