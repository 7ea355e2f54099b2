//! Where a test's rows lie: in a folder of its own or, with `THROUGHLINE_TEST_DATABASE=postgres`, in a database of its own
//! on a PostgreSQL server that the tests start.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

use cluster::Cluster;
use tempfile::TempDir;
use throughline_server::Database;

/// Gone with this process.
static CLUSTER: LazyLock<Cluster> = LazyLock::new(|| Cluster::start(&[]).unwrap());
static NEXT: AtomicU32 = AtomicU32::new(1);

/// A database, with nothing in it yet.
pub(crate) struct TestDatabase {
    folder: TempDir,
    /// The database's name on PostgreSQL.
    name: Option<String>,
}

impl TestDatabase {
    /// Where this run of the tests keeps rows.
    pub(crate) fn new() -> Self {
        match std::env::var("THROUGHLINE_TEST_DATABASE").as_deref() {
            Err(_) | Ok("sqlite") => Self { folder: tempfile::tempdir().unwrap(), name: None },
            Ok("postgres") => Self::postgres(),
            Ok(other) => panic!("THROUGHLINE_TEST_DATABASE is sqlite or postgres, not {other}"),
        }
    }

    pub(crate) fn postgres() -> Self {
        let name = next();
        CLUSTER.create(&name).unwrap();
        Self { folder: tempfile::tempdir().unwrap(), name: Some(name) }
    }

    /// The same rows again, elsewhere. Nobody may be connected.
    pub(crate) fn copy(&self) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let name = self.name.as_ref().map(|name| {
            let copy = next();
            CLUSTER.copy(name, &copy).unwrap();
            copy
        });
        if name.is_none() {
            assert!(!self.path("data/throughline.sqlite-wal").exists(), "a closed database is one file");
            std::fs::create_dir(folder.path().join("data")).unwrap();
            std::fs::copy(self.path("data/throughline.sqlite"), folder.path().join("data/throughline.sqlite")).unwrap();
        }
        Self { folder, name }
    }

    pub(crate) fn database(&self) -> Database {
        match &self.name {
            None => Database::Folder(self.path("data")),
            Some(name) => Database::Postgres(CLUSTER.url(name)),
        }
    }

    /// Where erasures are logged: in the data folder, or beside a database on PostgreSQL.
    pub(crate) fn erasure_log(&self) -> PathBuf {
        self.path(if self.name.is_none() { "data/erasures.jsonl" } else { "erasures.jsonl" })
    }

    /// A folder for files; SQLite has its own in it, `data`.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The program, told where the rows are.
    pub(crate) fn program(&self, arguments: &[&str]) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_throughline-server"));
        program.args(arguments).current_dir(self.folder());
        if let Some(name) = &self.name {
            program.env("THROUGHLINE_DATABASE", CLUSTER.url(name));
            program.env("THROUGHLINE_ERASURE_LOG", self.erasure_log());
        }
        program
    }
}

fn next() -> String {
    format!("test_{}", NEXT.fetch_add(1, Ordering::Relaxed))
}
