//! Thousands of tablets over real sockets against real server processes, on one machine: how fast that is, and that
//! nothing is lost or counted twice, whoever is killed meanwhile.
//!
//! The tablets run the app's own engine on a disk in memory ([`Tablet`]); the server is the program itself ([`Host`]); what
//! must hold in the end is worked out from what the tablets recorded and from nothing else ([`verdict`]). The simulator
//! (`crates/simulator`) shows the same for every order of events, without sockets and without time.

mod district;
mod figures;
mod fleet;
mod host;
mod line;
mod tablet;
mod verdict;

pub use district::{Ground, Shape};
pub use figures::{Figures, Spread};
pub use fleet::{Day, Fleet};
pub use host::Host;
pub use tablet::Tablet;
pub use verdict::verdict;

/// Why a run could not be made, or what did not hold.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;
