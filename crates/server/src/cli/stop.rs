//! When to stop: on SIGTERM and on SIGINT (Ctrl-C).

use std::future::Future;
use std::time::Duration;

/// How long requests under way may take to finish once asked to stop.
pub(super) const PATIENCE: Duration = Duration::from_secs(20);

/// Listens from now on, and comes back when the process is asked to stop.
pub(super) fn asked() -> impl Future<Output = ()> + Send + 'static {
    let signals = signals();
    async move {
        signals.await;
        tracing::info!("stopping: finishing what is under way");
    }
}

#[cfg(unix)]
fn signals() -> impl Future<Output = ()> + Send + 'static {
    use tokio::signal::unix::{Signal, SignalKind, signal};

    /// One that cannot be listened for ends the process as it always did.
    async fn heard(signal: std::io::Result<Signal>) {
        match signal {
            Ok(mut signal) => _ = signal.recv().await,
            Err(_) => std::future::pending().await,
        }
    }
    let [interrupt, terminate] = [SignalKind::interrupt(), SignalKind::terminate()].map(signal);
    async move {
        tokio::select! {
            () = heard(interrupt) => (),
            () = heard(terminate) => (),
        }
    }
}

#[cfg(not(unix))]
async fn signals() {
    _ = tokio::signal::ctrl_c().await;
}
