//! What the server is told when it starts.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use crate::outside::{Outside, TheWorld};

/// Where the server keeps its data, what it serves, and who can reach it.
#[derive(Clone)]
pub struct Config {
    /// The folder of the database; made if need be.
    pub data_dir: PathBuf,
    /// The folder of the built app; `None` serves the API alone.
    pub app_dir: Option<PathBuf>,
    /// Who can reach it.
    pub reach: Reach,
    /// The clock and the randomness.
    pub outside: Arc<dyn Outside>,
}

/// Who can reach the server, which decides how it protects the session cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Plain HTTP, from this machine alone.
    Loopback,
    /// Through a proxy that ends TLS and sets `X-Forwarded-For`.
    BehindTls,
}

impl Config {
    /// A server for this machine alone, without the app, by the machine's own clock.
    pub fn in_folder(data_dir: impl Into<PathBuf>) -> Self {
        Self { data_dir: data_dir.into(), app_dir: None, reach: Reach::Loopback, outside: Arc::new(TheWorld) }
    }
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { data_dir, app_dir, reach, outside: _ } = self;
        f.debug_struct("Config").field("data_dir", data_dir).field("app_dir", app_dir).field("reach", reach).finish()
    }
}
