//! The real thing, killed for real: server processes and databases that die while tablets push over real sockets, and a disk
//! that is full. Nothing acknowledged is missing afterwards, nothing is there twice.

#![expect(clippy::unwrap_used, reason = "a test that cannot start the program should fail loudly")]

mod disk;
mod killing;
mod together;

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use cluster::Cluster;
use load::{Failure, Fleet, Ground, Host, Shape, Tablet, verdict};
use tempfile::TempDir;
use throughline_server::Database;

/// A district of three schools with four tablets each.
const SHAPE: Shape = Shape { schools: 3, people: 2, tablets: 2 };
/// Waits between tries are so many times shorter than a tablet's.
const HURRY: f64 = 100.0;

/// A folder for a server's.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn data(&self) -> PathBuf {
        self.0.path().join("data")
    }

    /// The program on this folder, or on the database that a URL names.
    async fn host(&self, database: Option<&str>) -> Host {
        Host::start(program(), self.0.path(), database).await.unwrap()
    }
}

/// A PostgreSQL of the test's own with an empty database, and a folder for the servers on it.
struct Shared {
    cluster: Arc<Cluster>,
    folder: Folder,
    url: String,
    database: Database,
}

impl Shared {
    fn new() -> Self {
        let cluster = Cluster::start(&[]).unwrap();
        cluster.create("killed").unwrap();
        let url = cluster.url("killed");
        let database = Database::at(&url).unwrap();
        Self { cluster: Arc::new(cluster), folder: Folder::new(), url, database }
    }

    /// One more server on it.
    async fn host(&self) -> Host {
        self.folder.host(Some(&self.url)).await
    }
}

fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_throughline-server"))
}

/// Records one visit after another and syncs each, however often that fails.
async fn visits(tablet: Rc<Tablet>, ground: Rc<Ground>, many: usize) -> Result<(), Failure> {
    for _ in 0..many {
        tablet.visit(&ground).await?;
        tablet.sync_through(HURRY).await?;
    }
    Ok(())
}

/// Everybody syncs once more, the servers stop, and all is held against what was recorded.
async fn holds(fleet: &Fleet, hosts: Vec<Host>, database: &Database) -> u64 {
    fleet.each(|tablet, _| async move { tablet.sync_through(HURRY).await }).await.unwrap();
    for host in hosts {
        host.stop().await.unwrap();
    }
    verdict(fleet, database).await.unwrap()
}
