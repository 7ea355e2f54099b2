//! Files for and from other programs, as the program's commands write and read them.

#![expect(clippy::unwrap_used, reason = "a test that cannot start the program should fail loudly")]

#[path = "../api/database.rs"]
#[expect(dead_code, reason = "shared with the API's tests, which use all of it")]
mod database;
mod decided;
mod district;
mod export;
mod frameworks;
mod import;
mod results;
mod rosters;
mod undo;
mod workbook;
