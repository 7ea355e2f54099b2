//! Work that goes on by itself.

use std::future::Future;

pub use gloo_timers::callback::Timeout;
pub use wasm_bindgen_futures::spawn_local as spawn;

/// The answer of `work`, or `None` when it takes longer than so many milliseconds.
pub async fn within<T>(millis: u32, work: impl Future<Output = T>) -> Option<T> {
    use futures_util::future::{Either, select};
    let timer = gloo_timers::future::TimeoutFuture::new(millis);
    match select(std::pin::pin!(work), timer).await {
        Either::Left((answer, _)) => Some(answer),
        Either::Right(((), _)) => None,
    }
}
