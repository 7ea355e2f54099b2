//! When to stop: on SIGTERM and on SIGINT (Ctrl-C).

use std::time::Duration;

/// How long requests under way may take to finish once asked to stop.
pub(super) const PATIENCE: Duration = Duration::from_secs(20);

/// Comes back when the process is asked to stop.
pub(super) async fn asked() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminated) => tokio::select! {
            _ = interrupted => (),
            _ = terminated.recv() => (),
        },
        Err(_) => _ = interrupted.await,
    }
    #[cfg(not(unix))]
    {
        _ = interrupted.await;
    }
    tracing::info!("stopping: finishing what is under way");
}
