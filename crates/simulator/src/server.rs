//! The real server, in this process, on a real database file: to be killed, copied and put back.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::sync::{Failure as LineFailure, PAGE, Problem, RetryAfter};
use domain::time::Millis;
use tempfile::TempDir;
use throughline_server::{App, Config, Database, NoRandomness, Outside};
use tower::ServiceExt;

use crate::dice::Dice;
use crate::district::{BEGINNING, Failure, Template};
use crate::fuse;

pub(crate) const FILE: &str = "throughline.sqlite";
const COPY: &str = "copy.sqlite";

/// The server's clock, and randomness that is the same in every run of a seed.
#[derive(Debug)]
pub(crate) struct Hands {
    now: AtomicI64,
    dice: Mutex<Dice>,
}

impl Hands {
    pub(crate) fn new(seed: u64) -> Self {
        Self { now: AtomicI64::new(BEGINNING.0), dice: Mutex::new(Dice::of(seed ^ 0x5E27_AE11)) }
    }

    pub(crate) fn forward(&self, millis: i64) {
        self.now.fetch_add(millis, Ordering::SeqCst);
    }
}

impl Outside for Hands {
    fn now(&self) -> Millis {
        Millis(self.now.load(Ordering::SeqCst))
    }

    fn draw(&self) -> Result<[u8; 32], NoRandomness> {
        Ok(self.dice.lock().map_err(|_| NoRandomness)?.bytes())
    }
}

/// What goes out to the server.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) method: &'static str,
    pub(crate) path: String,
    pub(crate) cookie: String,
    pub(crate) body: String,
}

/// The server.
pub(crate) struct Server {
    folder: TempDir,
    app: App,
    router: Router,
    pub(crate) outside: Arc<Hands>,
    backed_up: bool,
}

impl Server {
    pub(crate) async fn start(template: &Template, seed: u64) -> Result<Self, Failure> {
        let folder = tempfile::tempdir()?;
        template.copy_to(folder.path())?;
        let outside = Arc::new(Hands::new(seed));
        let app = open(folder.path(), &outside).await?;
        Ok(Self { router: app.router(), app, folder, outside, backed_up: false })
    }

    pub(crate) fn app(&self) -> &App {
        &self.app
    }

    /// The answer's body, or what a tablet makes of there being none.
    pub(crate) async fn send(&self, asked: &Asked) -> Result<Vec<u8>, LineFailure> {
        let request = Request::builder()
            .method(asked.method)
            .uri(&asked.path)
            .header(header::COOKIE, &asked.cookie)
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::ACCEPT, PAGE)
            .body(Body::from(asked.body.clone()))
            .map_err(|_| LineFailure::Unreachable)?;
        let Ok(response) = self.router.clone().oneshot(request).await;
        let status = response.status();
        let body =
            axum::body::to_bytes(response.into_body(), usize::MAX).await.map_err(|_| LineFailure::Unreachable)?;
        if status == StatusCode::OK {
            return Ok(body.to_vec());
        }
        let problem: Result<Problem, _> = serde_json::from_slice(&body);
        problem.map_or(Err(LineFailure::Garbled), |problem| Err(LineFailure::Problem(problem.code, None::<RetryAfter>)))
    }

    /// Dies after so many row changes of a request, or between its commit and its answer when it makes fewer.
    pub(crate) async fn die_in(&mut self, asked: &Asked, after: u8) -> Result<(), Failure> {
        fuse::set(&self.file(), i64::from(after)).await?;
        let _ = self.send(asked).await;
        fuse::set(&self.file(), -1).await?;
        self.restart().await
    }

    async fn restart(&mut self) -> Result<(), Failure> {
        self.app.close().await;
        self.app = open(self.folder.path(), &self.outside).await?;
        self.router = self.app.router();
        Ok(())
    }

    /// Copies the file as it stands.
    pub(crate) async fn back_up(&mut self) -> Result<(), Failure> {
        self.app.close().await;
        std::fs::copy(self.file(), self.copy())?;
        self.backed_up = true;
        self.app = open(self.folder.path(), &self.outside).await?;
        self.router = self.app.router();
        Ok(())
    }

    /// Puts the copy back in place of the file. Whether there was one.
    pub(crate) async fn put_back(&mut self) -> Result<bool, Failure> {
        if !self.backed_up {
            return Ok(false);
        }
        self.close_and_remove().await?;
        std::fs::copy(self.copy(), self.file())?;
        self.app = open(self.folder.path(), &self.outside).await?;
        self.router = self.app.router();
        Ok(true)
    }

    /// Removes the file and restores the copy, as the command does. Whether there was one.
    pub(crate) async fn restore(&mut self) -> Result<bool, Failure> {
        if !self.backed_up {
            return Ok(false);
        }
        self.close_and_remove().await?;
        throughline_server::restore(&self.copy(), &Database::Folder(self.folder.path().to_owned()), None).await?;
        self.app = open(self.folder.path(), &self.outside).await?;
        self.router = self.app.router();
        Ok(true)
    }

    async fn close_and_remove(&self) -> Result<(), Failure> {
        self.app.close().await;
        for journal in ["-wal", "-shm"] {
            let _ = std::fs::remove_file(self.folder.path().join(format!("{FILE}{journal}")));
        }
        Ok(std::fs::remove_file(self.file())?)
    }

    fn copy(&self) -> PathBuf {
        self.folder.path().join(COPY)
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join(FILE)
    }

    pub(crate) async fn close(self) {
        self.app.close().await;
    }
}

async fn open(folder: &Path, outside: &Arc<Hands>) -> Result<App, Failure> {
    let outside = Arc::clone(outside) as Arc<dyn Outside>;
    let config = Config { outside, ..Config::in_folder(folder) };
    Ok(App::open(config).await?)
}
