//! A little web site of our own, whose files and presence a test can change at will.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use xtask::worker::Listing;

use crate::play::OrFail;
use crate::process::free_port;

const WORKER: &str = include_str!("../../src/browser/worker.js");

/// As strict about what may be evaluated as the real server, so that a test which only works
/// without a policy fails here first.
const POLICY: &str = "default-src 'self' 'unsafe-inline'";

/// Files by path, as served just now.
type Files = Arc<Mutex<BTreeMap<String, Vec<u8>>>>;

/// A server on a port of its own that keeps the port while it is away.
pub(crate) struct Site {
    port: u16,
    files: Files,
    serving: Option<JoinHandle<()>>,
}

impl Site {
    /// Opens a site that has these files and the service worker that belongs to them.
    pub(crate) async fn open(files: &[(&str, &str)]) -> Site {
        let mut site = Site { port: free_port(), files: Files::default(), serving: None };
        site.publish(files);
        site.come_back().await;
        site
    }

    /// The address of a path.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.port)
    }

    /// Replaces everything by a new build with its own service worker.
    pub(crate) fn publish(&self, files: &[(&str, &str)]) {
        let mut listing = Listing::default();
        for (path, text) in files {
            listing.add(path, text.as_bytes());
        }
        let worker = listing.worker(WORKER).or_fail("filling in the worker's template");
        let mut served = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        served.clear();
        served.extend(files.iter().map(|(path, text)| (path.to_string(), text.as_bytes().to_vec())));
        served.insert("/sw.js".to_owned(), worker.into_bytes());
    }

    /// Changes one file's bytes behind the worker's back.
    pub(crate) fn corrupt(&self, path: &str, text: &str) {
        let mut served = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        served.insert(path.to_owned(), text.as_bytes().to_vec());
    }

    /// From now on nobody answers, as in a building without a signal.
    pub(crate) async fn go_away(&mut self) {
        if let Some(serving) = self.serving.take() {
            serving.abort();
            // Cancelled is what it is meant to be.
            let _ = serving.await;
        }
    }

    /// Answers again, at the same address.
    pub(crate) async fn come_back(&mut self) {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, self.port)).await.or_fail("opening a little web site");
        let files = Arc::clone(&self.files);
        self.serving = Some(tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(stream, Arc::clone(&files)));
            }
        }));
    }
}

async fn answer(mut stream: TcpStream, files: Files) {
    let mut request = vec![0; 16 * 1024];
    let length = stream.read(&mut request).await.unwrap_or(0);
    let request = String::from_utf8_lossy(&request[..length]).into_owned();
    let path = request.split(' ').nth(1).unwrap_or("/");
    let path = path.split('?').next().unwrap_or(path);
    let path = if path == "/" { "/index.html" } else { path };
    let body = files.lock().unwrap_or_else(PoisonError::into_inner).get(path).cloned();
    let status = if body.is_some() { "200 OK" } else { "404 Not Found" };
    let body = body.unwrap_or_default();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {}\r\nContent-Length: {}\r\n\
         Content-Security-Policy: {POLICY}\r\nCache-Control: no-cache\r\n\
         Connection: close\r\n\r\n",
        media_type(path),
        body.len()
    );
    // A browser that hangs up has what it wanted.
    let _ = stream.write_all(head.as_bytes()).await;
    let _ = stream.write_all(&body).await;
    let _ = stream.shutdown().await;
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        _ => "text/html; charset=utf-8",
    }
}
