//! Probabilities of the distributions that intervals and tests are read from.

mod binomial;
mod fisher;
mod normal;
mod student;

mod beta;

pub(super) use binomial::at_most_in_tosses;
pub use binomial::at_most_of;
pub use fisher::f_quantile;
pub use normal::normal_cdf;
pub use student::{t_95, t_cdf};
