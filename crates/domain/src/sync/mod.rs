//! How edits travel: what crosses the network, what to do next, and one sync from start to finish.

mod engine;
mod fingerprint;
mod pace;
mod page;
mod plan;
mod wire;

pub use engine::{Network, Outcome, Progress, Stopped, World, sync};
pub use fingerprint::Fingerprint;
pub use pace::Pace;
pub use page::PAGE;
pub use plan::{Batches, Failure, RetryAfter, Spoilt, back_off, is_envelope_fault};
pub use wire::{
    Cursor, Delivered, MOST_EDITS, MOST_PUSH_BYTES, Problem, ProblemCode, PullAnswer, PullQuery, PushAnswer,
    PushRequest, PushResult, Refusal, SignIn, SignedIn, Verdict, VisitSnapshot,
};
