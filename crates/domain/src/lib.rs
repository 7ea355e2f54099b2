//! Every rule of Throughline, and nothing else.
//!
//! This crate knows no web, no database and no clock: time, ids and randomness are arguments, and the same
//! code decides on the tablet and on the server. Reading order: what a district expects ([`framework`],
//! [`roster`], [`expectation`]), what an observer records ([`visit`], [`edit`], [`merge`]), what it amounts to
//! ([`fact`], [`stats`], [`compare`], [`trends`], [`calibration`]), where to go next ([`coverage`], [`plan_week`]), how it
//! travels ([`sync`]), and how it comes in from and goes out to other programs' tables ([`import`], [`export`]).

pub mod calibration;
pub mod compare;
pub mod coverage;
pub mod device;
pub mod district;
pub mod edit;
pub mod expectation;
pub mod export;
pub mod fact;
pub mod framework;
pub mod id;
pub mod import;
pub mod merge;
pub mod people;
pub mod permission;
pub mod plan_week;
pub mod roster;
pub mod rostering;
pub mod saved;
pub mod stats;
pub mod stream;
pub mod sync;
pub mod time;
pub mod trends;
pub mod visit;
