//! A request's id: in the log, in the answer's `x-request-id`, and in every [`domain::sync::Problem`].

use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tracing::Instrument;

use crate::app::App;
use crate::error::ApiError;

tokio::task_local! {
    static ID: String;
}

/// The id of the request that this task answers; empty outside one.
pub(crate) fn id() -> String {
    ID.try_with(Clone::clone).unwrap_or_default()
}

/// Gives the request an id and logs how it was answered. Paths are logged, queries and bodies are not, nor is what a link opens with.
pub(crate) async fn identify(State(app): State<App>, request: Request, next: Next) -> Response {
    let id = match app.outside().draw() {
        Ok(bytes) => bytes[..8].iter().map(|byte| format!("{byte:02x}")).collect::<String>(),
        Err(error) => return ApiError::from(error).into_response(),
    };
    let span = tracing::info_span!("request", id, method = %request.method(), path = logged(request.uri().path()));
    let began = app.outside().now();
    let answer = async {
        let mut response = next.run(request).await;
        if let Ok(value) = HeaderValue::from_str(&id) {
            response.headers_mut().insert("x-request-id", value);
        }
        let took = app.outside().now().since(began);
        tracing::info!(status = response.status().as_u16(), ms = took, "answered");
        response
    };
    ID.scope(id.clone(), answer.instrument(span)).await
}

/// Whoever reads the log shall not be able to use a link in it.
fn logged(path: &str) -> &str {
    ["/join/", "/setup/"].into_iter().find(|link| path.starts_with(link)).unwrap_or(path)
}
