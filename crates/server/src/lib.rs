//! Throughline's server: the API under `/api/v1`, the built app, and the commands that look after both.
//!
//! ```
//! use throughline_server::{App, Config};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
//! let folder = tempfile::tempdir()?;
//! let app = App::open(Config::in_folder(folder.path())).await?;
//! let router = app.router(); // an `axum::Router`: drive it with `tower::ServiceExt::oneshot`, or serve it
//! # drop(router); app.close().await; Ok(()) })
//! # }
//! ```
//!
//! Reading order: [`App`] (what a server is), `api` (what it answers), `push` and `pull` (how edits travel), `sign_in`
//! and `people` (who asks), `export`, `import` and `rostering` (files for and from
//! other programs), `upkeep` (backup, restore, check), `erase` (a visit for good), `store` (what it keeps), `site` (the app's files), `cli` (the commands).

mod api;
mod app;
pub mod cli;
mod comments;
mod compare;
mod config;
mod demo;
mod district;
mod drafts;
mod erase;
mod error;
mod export;
mod framework_files;
mod frameworks;
mod goals;
mod http;
mod import;
mod members;
mod outside;
mod people;
mod publish;
mod pull;
mod push;
mod rostering;
mod setup;
mod sign_in;
mod site;
mod store;
mod upkeep;

pub use app::{App, Newcomer, OpenError};
pub use config::{Config, Database, NoDatabase, Reach};
pub use demo::{DemoError, make as make_demo};
pub use erase::{EraseError, Erased};
pub use error::{ApiError, Measure, Unreadable};
pub use export::NotTheTable;
pub use import::{BadSheet, ImportError};
pub use outside::{NoRandomness, Outside, TheWorld};
pub use people::PeopleError;
pub use publish::{Holding, PublishError};
pub use rostering::RosterError;
pub use sign_in::UnfitPassphrase;
pub use store::StoreError;
pub use upkeep::{CannotRestore, Checked, Difference, restore};
