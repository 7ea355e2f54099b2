//! Proves the promise of the product: a tap is never lost and never counted twice.
//!
//! Several tablets run the sync engine of the app against the real server on a real database, in one thread, under faults
//! that a seed chooses: the line, the tablets' disks and clocks, the server's process and its files. Afterwards everything
//! is mended, every tablet syncs, and what they all know is held against what was recorded
//! ([`Broken`]).
//!
//! A run is a list of [`Step`]s, each of which makes sense after any others. So a run that fails is cut down by leaving
//! steps out ([`shrink`]), and what remains is kept as a fixture.
//!
//! Reading order: [`Step`] (what can happen), `world` and `deeds` (how it happens), `tablet`, `engine`, `disk` and `server`
//! (to whom), `verdict` (what must hold).

mod deeds;
mod dice;
mod disk;
mod district;
mod engine;
mod fuse;
mod many;
mod ran;
mod server;
mod shrink;
mod step;
mod tablet;
mod verdict;
mod world;

pub use district::{Failure, Template};
pub use many::{Many, many, runtime};
pub use ran::Ran;
pub use shrink::shrink;
pub use step::{Deed, DiskFault, Fate, Step, steps};
pub use verdict::Broken;
pub use world::run;
