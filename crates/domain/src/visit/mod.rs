//! A walkthrough visit: what an observer can record ([`Change`]), and what it adds up to ([`Visit`]).

mod act;
mod afterwards;
mod answer;
mod record;
mod session_code;
mod view;

pub use act::Act;
pub(crate) use answer::unit;
pub use answer::{Amount, Outcome};
pub use record::{
    Adult, Answer, Begin, Change, Context, Field, Flag, Mark, MostText, Note, Place, Placed, Seat, Setting, Snapshot,
    Source, UNTIMED, What,
};
pub use session_code::{NotACode, SessionCode};
pub use view::{Pause, Run, Visit};
