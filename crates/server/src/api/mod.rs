//! What the API answers. Each route is named once, here, with its handler and its page of the OpenAPI document, so that
//! neither can exist without the other.

mod compare;
mod health;
mod openapi;
mod pull;
mod push;
mod session;
mod setup;

use axum::Router;
use axum::http::{StatusCode, Uri};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, delete, get, post};
use tower_http::compression::CompressionLayer;

use crate::app::App;
use crate::error::ApiError;
use crate::http::{headers, origin, request};
use crate::site;
use openapi::{Operation, Page};

/// The whole server.
pub(crate) fn router(app: &App) -> Router {
    let routes = routes();
    let document = openapi::document(&routes);
    let mut router = Router::new();
    for route in routes {
        router = router.route(route.operation.path, route.handler);
    }
    let described = get(move || std::future::ready(axum::Json(document.clone())));
    router
        .route(openapi::PATH, described)
        .method_not_allowed_fallback(|| std::future::ready(ApiError::WrongMethod))
        .layer(CompressionLayer::new())
        .fallback(elsewhere)
        .layer(from_fn(origin::check))
        .layer(from_fn(headers::secure))
        .layer(from_fn_with_state(app.clone(), request::identify))
        .with_state(app.clone())
}

/// A route: how it is answered, and how it is described.
pub(crate) struct Route {
    handler: MethodRouter<App>,
    pub(crate) operation: Operation,
}

fn routes() -> Vec<Route> {
    let route = |handler: MethodRouter<App>, operation: Operation| Route { handler, operation };
    vec![
        route(get(health::health), Page::HEALTH),
        route(get(health::ready), Page::READY),
        route(post(session::sign_in), session::SIGN_IN),
    ]
}

async fn elsewhere(axum::extract::State(app): axum::extract::State<App>, request: axum::extract::Request) -> Response {
    if is_api(request.uri()) {
        return ApiError::NotFound.into_response();
    }
    match app.site() {
        Some(site) => site.answer(request).await,
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn is_api(uri: &Uri) -> bool {
    uri.path() == "/api" || uri.path().starts_with("/api/")
}
