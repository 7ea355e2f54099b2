//! A body that is sent while it is being written, by code that only knows how to write.

use std::io::{self, Write};

use axum::body::{Body, Bytes};
use futures_util::stream::{StreamExt, unfold};
use tokio::sync::mpsc::{self, Receiver, Sender};

/// Bytes a piece: large enough that a row costs no hand-over, small enough to count for nothing.
const PIECE: usize = 64 * 1024;
/// Pieces that may wait for a slow line; then whoever writes waits too.
const WAITING: usize = 4;

enum Piece {
    Bytes(Bytes),
    /// It was written to its end. Without this the body breaks off, so that half a file never looks whole.
    End,
}

/// The body that `write` writes, in a thread that may block. A client that hangs up ends it at the next piece.
pub(crate) fn body(write: impl FnOnce(&mut dyn Write) -> io::Result<()> + Send + 'static) -> Body {
    let (sender, receiver) = mpsc::channel(WAITING);
    tokio::task::spawn_blocking(move || {
        let mut pieces = Pieces { sender, filled: Vec::with_capacity(PIECE) };
        match write(&mut pieces).and_then(|()| pieces.flush()) {
            Ok(()) => _ = pieces.sender.blocking_send(Piece::End),
            Err(error) => tracing::info!(%error, "an export ended early"),
        }
    });
    // Compression asks again after the end.
    Body::from_stream(unfold(Some(receiver), next).fuse())
}

async fn next(receiver: Option<Receiver<Piece>>) -> Option<(io::Result<Bytes>, Option<Receiver<Piece>>)> {
    let mut receiver = receiver?;
    match receiver.recv().await {
        Some(Piece::Bytes(bytes)) => Some((Ok(bytes), Some(receiver))),
        Some(Piece::End) => None,
        None => Some((Err(io::ErrorKind::UnexpectedEof.into()), None)),
    }
}

/// Where `write` writes to.
struct Pieces {
    sender: Sender<Piece>,
    filled: Vec<u8>,
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.filled.extend_from_slice(bytes);
        if self.filled.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.filled.is_empty() {
            return Ok(());
        }
        let piece = std::mem::replace(&mut self.filled, Vec::with_capacity(PIECE));
        self.sender.blocking_send(Piece::Bytes(piece.into())).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_is_written_arrives_in_order() {
        let body = body(|out| (0..100_000_u32).try_for_each(|number| writeln!(out, "{number}")));
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        let expected: String = (0..100_000_u32).map(|number| format!("{number}\n")).collect();
        assert!(bytes == expected.as_bytes());
    }

    #[tokio::test]
    async fn a_body_that_ends_early_does_not_look_whole() {
        let body = body(|out| {
            writeln!(out, "half")?;
            out.flush()?;
            Err(io::ErrorKind::Other.into())
        });
        assert!(axum::body::to_bytes(body, usize::MAX).await.is_err());
    }
}
