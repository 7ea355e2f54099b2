//! The line between a tablet and the server, which a test can spoil for the sync and mend again.

use std::net::Ipv4Addr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use crate::play::OrFail;

/// Only what goes here is spoiled: pushes of Throughline, and of PouchDB, which is measured beside it.
const PUSHES: [&str; 2] = ["/api/v1/sync/push ", "/_bulk_docs "];

const FAILURE: &str = "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// What happens to a push.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Weather {
    /// It arrives, and so does its answer.
    Good,
    /// It never arrives; something in between answers 500.
    Fails,
    /// It arrives and is carried out, and the line is cut in the middle of the answer.
    CutsTheAnswer,
}

/// What has crossed a line.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Carried {
    /// Bytes to the server.
    pub(crate) up: u64,
    /// Bytes from it.
    pub(crate) down: u64,
    /// Requests.
    pub(crate) requests: u64,
}

/// A way to the server through which every request passes.
pub(crate) struct Line {
    port: u16,
    weather: Arc<Mutex<Weather>>,
    spoiled: Arc<AtomicUsize>,
    carried: Arc<Mutex<Carried>>,
    carrying: JoinHandle<()>,
}

impl Line {
    /// A line to the server on this port, in good weather.
    pub(crate) async fn to(server: u16) -> Line {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.or_fail("opening a line");
        let port = listener.local_addr().or_fail("asking for the line's port").port();
        let weather = Arc::new(Mutex::new(Weather::Good));
        let spoiled = Arc::new(AtomicUsize::new(0));
        let carried = Arc::new(Mutex::new(Carried::default()));
        let carrying = tokio::spawn({
            let (weather, spoiled, carried) = (Arc::clone(&weather), Arc::clone(&spoiled), Arc::clone(&carried));
            async move {
                while let Ok((tablet, _)) = listener.accept().await {
                    let now = Arc::clone(&weather);
                    let (spoiled, carried) = (Arc::clone(&spoiled), Arc::clone(&carried));
                    // A browser that hangs up in the middle is no failure of the line.
                    tokio::spawn(async move { carry(tablet, server, &now, &spoiled, &carried).await.ok() });
                }
            }
        });
        Line { port, weather, spoiled, carried, carrying }
    }

    /// The address of a path by this line.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.port)
    }

    /// From now on.
    pub(crate) fn set(&self, weather: Weather) {
        *self.weather.lock().unwrap_or_else(PoisonError::into_inner) = weather;
    }

    /// What has crossed it so far.
    pub(crate) fn carried(&self) -> Carried {
        *self.carried.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many pushes have been spoiled so far.
    pub(crate) fn spoiled(&self) -> usize {
        self.spoiled.load(Ordering::SeqCst)
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.carrying.abort();
    }
}

/// One request and its answer; the connection ends with it, so that the next one meets the weather of its time.
async fn carry(
    mut tablet: TcpStream,
    server: u16,
    weather: &Mutex<Weather>,
    spoiled: &AtomicUsize,
    carried: &Mutex<Carried>,
) -> std::io::Result<()> {
    let request = whole_request(&mut tablet).await?;
    let count = |up: usize, down: usize, requests: u64| {
        let mut carried = carried.lock().unwrap_or_else(PoisonError::into_inner);
        carried.up += up as u64;
        carried.down += down as u64;
        carried.requests += requests;
    };
    count(request.len(), 0, 1);
    let first = request.split(|byte| *byte == b'\r').next().map(String::from_utf8_lossy).unwrap_or_default();
    let weather = match PUSHES.iter().any(|push| first.starts_with("POST ") && first.contains(push)) {
        true => *weather.lock().unwrap_or_else(PoisonError::into_inner),
        false => Weather::Good,
    };
    if let Weather::Fails = weather {
        spoiled.fetch_add(1, Ordering::SeqCst);
        return tablet.write_all(FAILURE.as_bytes()).await;
    }
    let mut onward = TcpStream::connect((Ipv4Addr::LOCALHOST, server)).await?;
    onward.write_all(&request).await?;
    let mut answer = Vec::new();
    onward.read_to_end(&mut answer).await?;
    let part = match weather {
        Weather::Good | Weather::Fails => answer.len(),
        Weather::CutsTheAnswer => answer.len() - answer.len() / 8,
    };
    count(0, part, 0);
    tablet.write_all(&answer[..part]).await?;
    if let Weather::CutsTheAnswer = weather {
        spoiled.fetch_add(1, Ordering::SeqCst);
    }
    tablet.shutdown().await
}

/// A request with its body, asking for the connection to be closed after it.
async fn whole_request(tablet: &mut TcpStream) -> std::io::Result<Vec<u8>> {
    let mut request = Vec::new();
    let head = loop {
        if let Some(end) = request.windows(4).position(|four| four == b"\r\n\r\n") {
            break end;
        }
        if tablet.read_buf(&mut request).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
    };
    let text = String::from_utf8_lossy(&request[..head]).into_owned();
    let length = header(&text, "content-length").and_then(|value| value.parse::<usize>().ok()).unwrap_or(0);
    while request.len() < head + 4 + length {
        if tablet.read_buf(&mut request).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
    }
    let kept: Vec<&str> = text.lines().filter(|line| !line.to_lowercase().starts_with("connection:")).collect();
    let mut closing = kept.join("\r\n").into_bytes();
    closing.extend_from_slice(b"\r\nConnection: close\r\n\r\n");
    closing.extend_from_slice(&request[head + 4..]);
    Ok(closing)
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let of = |line: &'a str| line.split_once(':').filter(|(key, _)| key.eq_ignore_ascii_case(name));
    head.lines().find_map(of).map(|(_, value)| value.trim())
}
