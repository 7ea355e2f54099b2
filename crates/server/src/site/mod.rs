//! The built app: its files, how long a browser may keep each, and what its page may do.

mod policy;

use std::path::Path;

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use tower::ServiceExt;
use tower_http::services::ServeDir;

use crate::error::ApiError;

/// A folder with a built app.
#[derive(Debug)]
pub(crate) struct Site {
    files: ServeDir,
    policy: HeaderValue,
}

impl Site {
    /// Reads the entry page, whose own scripts decide which scripts may run.
    ///
    /// # Errors
    /// When there is none.
    pub(crate) fn open(folder: &Path) -> std::io::Result<Self> {
        let page = std::fs::read_to_string(folder.join("index.html"))?;
        let files = ServeDir::new(folder).precompressed_br().precompressed_gzip().redirect_to_trailing_slash(false);
        let policy = HeaderValue::from_str(&policy::of(&page)).map_err(std::io::Error::other)?;
        Ok(Self { files, policy })
    }

    /// A file; for a page of the app that is no file, the entry page; for anything else, that it is not there.
    pub(crate) async fn answer(&self, request: Request) -> Response {
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            return ApiError::WrongMethod.into_response();
        }
        let (method, headers) = (request.method().clone(), request.headers().clone());
        let path = request.uri().path().to_owned();
        let file = self.file(request).await;
        if file.status() != StatusCode::NOT_FOUND {
            return self.keep(file, &path);
        }
        if !opens_page(&path, &headers) {
            return ApiError::NotFound.into_response();
        }
        let mut request = Request::new(Body::empty());
        *request.method_mut() = method;
        *request.headers_mut() = headers;
        *request.uri_mut() = Uri::from_static("/index.html");
        let page = self.file(request).await;
        self.keep(page, "/index.html")
    }

    async fn file(&self, request: Request) -> Response {
        match self.files.clone().oneshot(request).await {
            Ok(response) => response.map(Body::new),
            Err(never) => match never {},
        }
    }

    /// A file whose name holds the hash of its bytes never changes; every other is asked for again each time.
    fn keep(&self, mut response: Response, path: &str) -> Response {
        let caching = if is_hashed(path) { "public, max-age=31536000, immutable" } else { "no-cache" };
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
        let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if kind.starts_with("text/html") {
            headers.insert(header::CONTENT_SECURITY_POLICY, self.policy.clone());
        }
        response
    }
}

/// Whether a browser asks for a page to look at, and not for a part of one.
fn opens_page(path: &str, headers: &HeaderMap) -> bool {
    const PARTS: [&str; 16] = [
        "js",
        "mjs",
        "wasm",
        "css",
        "json",
        "map",
        "webmanifest",
        "png",
        "jpg",
        "svg",
        "ico",
        "webp",
        "woff2",
        "txt",
        "br",
        "gz",
    ];
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    let ending = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending);
    accept.contains("text/html") && !ending.is_some_and(|ending| PARTS.contains(&ending))
}

/// Trunk writes the hash as sixteen hexadecimal digits: `app-0123456789abcdef_bg.wasm`.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.split(['-', '_', '.']).any(|part| part.len() >= 15 && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_with_a_hash_is_kept_for_ever() {
        for path in
            ["/throughline-0123456789abcdef.js", "/a/throughline-0123456789abcdef_bg.wasm", "/x-0123456789abcdef.css"]
        {
            assert!(is_hashed(path), "{path}");
        }
        for path in ["/", "/index.html", "/sw.js", "/manifest.webmanifest", "/icons/icon-512.png", "/decade.js"] {
            assert!(!is_hashed(path), "{path}");
        }
    }
}
