//! The statistics behind Compare: what was observed, how sure it is, and where it stands against
//! what is expected.
//!
//! From counts to a verdict:
//!
//! 1. [`ClusteredShare::of`] pools the visits of a selection, classroom by classroom, into a share
//!    with its interval; [`pooled_ratio`] does the same for amounts (counts, durations, snapshots).
//! 2. [`standing`] sets that estimate against an [`Expected`] level and names one of seven
//!    standings.
//! 3. [`Gap::between`] says how far short it is, [`smallest_gap`] and [`visits_for_gap`] what would
//!    be needed to tell; [`visits_for_reliability`] how many visits each classroom needs.
//!
//! From one period or group to another: [`difference`] says by how much a share changed, with its interval;
//! [`stratified_difference`] holds two observers against each other in the same rooms.
//!
//! Over many look-fors at once: [`p_of_shortfall`] and [`p_of_amount_shortfall`] say how easily chance alone falls so
//! short, and [`benjamini_hochberg`] which of the shortfalls call for action.
//!
//! Over time: [`trend`]. Between observers: [`agreement`].
//!
//! Nothing here returns NaN or infinity: what cannot be computed is `None`, what cannot be meant is
//! [`OutOfRange`]. Every function names its source; `tests/statistics` checks it against
//! published numbers and `tests/statistics_properties` against the properties it must have for
//! any input.

mod standing;

mod clustered_share;
mod ratio;

mod gap;
mod power;
mod reliability;

mod difference;
mod stratified;

mod discoveries;
mod p_value;
mod shortfall;

pub mod trend;

pub mod agreement;

mod clusters;
mod distribution;
mod one_way;
mod wilson;

mod expected;
mod interval;
mod out_of_range;
mod share;

pub use clustered_share::ClusteredShare;
pub use clusters::{
    ASSUMED_CORRELATION, ClusterCount, DesignEffect, MINIMUM_REVISITED_CLASSROOMS, design_effect, effective_n,
    intraclass_correlation, visits_per_classroom,
};
pub use difference::{WeighedShare, difference, difference_of_estimates};
pub use discoveries::{Discovery, benjamini_hochberg};
use distribution::at_most_in_tosses;
pub use distribution::at_most_of;
pub use distribution::{f_quantile, normal_cdf, t_95, t_cdf};
pub use expected::{Direction, Expected, Measure};
pub use gap::Gap;
pub use interval::{Estimate, Interval};
pub use out_of_range::OutOfRange;
pub use p_value::PValue;
pub use power::{smallest_gap, visits_for_gap};
pub use ratio::{Ceiling, ClusterAmount, pooled_ratio};
pub use reliability::{VarianceComponents, WANTED_RELIABILITY, reliability, visits_for_reliability};
pub use share::Share;
pub use shortfall::{p_of_amount_shortfall, p_of_shortfall};
pub use standing::{BLANK_LIMIT_PERCENT, Evidence, Rule, Standing, standing};
pub use stratified::{Stratum, stratified_difference};
pub use wilson::wilson;

/// The standard normal deviate that leaves 2.5 % in each tail: Φ⁻¹(0.975).
pub const Z_95: f64 = 1.959_963_984_540_054;
