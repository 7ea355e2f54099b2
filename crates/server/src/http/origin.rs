//! Writes come from this site's own pages: a browser names the page's origin, and it must be the host asked.

use axum::extract::Request;
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::error::ApiError;

/// Refuses a write whose `Origin` is another site. Programs that are no browser send none and carry no cookie that a
/// page could borrow.
pub(crate) async fn check(request: Request, next: Next) -> Result<Response, ApiError> {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reads || same_site(request.headers()) { Ok(next.run(request).await) } else { Err(ApiError::WrongOrigin) }
}

fn same_site(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let Some(origin) = text(header::ORIGIN) else {
        return true;
    };
    let host = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
    host.is_some() && host == text(header::HOST)
}
