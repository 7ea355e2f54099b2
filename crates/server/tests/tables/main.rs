//! Files for and from other programs, as the program's commands write and read them.

#![expect(clippy::unwrap_used, reason = "a test that cannot start the program should fail loudly")]

mod district;
mod export;
mod import;
mod undo;
mod workbook;
