//! How far observers who saw the same lessons agree: beyond what chance would bring, with intervals.
//!
//! [`percent_agreement`] (for amounts [`percent_within`]) is what people understand, [`cohens_kappa`], [`gwets_ac1`] and [`fleiss_kappa`] take chance
//! out of it, [`krippendorffs_alpha`] does so for any scale and with gaps, [`intraclass`] is for amounts. Each rests on
//! another idea of chance, so they differ on the same lessons; [`kappa_remark`] says when the difference misleads.
//!
//! All intervals are for 95 %. A coefficient is at most 1; 0 is what chance would bring, and less is worse than that;
//! what lies under −1 counts as −1. Where nothing disagreed, the usual formulas give an interval without width; then
//! its lower end is n/(n + 1.96²) for n units, Wilson's for n of n: so that agreeing five times is not certainty.
//! Where a formula finds no spread although there was disagreement, the interval is the whole range.

mod percent;
mod remark;

mod chance_corrected;
mod kappa;

mod alpha;
mod intraclass;
mod jackknife;
mod left_out;

mod bounds;
mod pair_table;
mod ratings;

pub use alpha::{Scale, krippendorffs_alpha};
pub use chance_corrected::{fleiss_kappa, gwets_ac1};
pub use intraclass::{Intraclass, Model, intraclass};
pub use jackknife::over_groups;
pub use kappa::{Weights, cohens_kappa};
pub use pair_table::PairTable;
pub use percent::{percent_agreement, percent_within};
pub use ratings::{BadRatings, Codes, Measurements};
pub use remark::{HIGH_AC1, HIGH_PERCENT, KappaRemark, LOW_KAPPA, kappa_remark};
