//! What the API answers. Each route is named once, here, with its handler and its page of the OpenAPI document, so that
//! neither can exist without the other.

mod calibration;
mod comments;
mod compare;
mod coverage;
mod district;
mod export;
mod framework;
mod goals;
mod health;
mod import;
mod openapi;
mod people;
mod pull;
mod push;
mod roster;
mod session;
mod setup;
mod trends;

use axum::Router;
use axum::extract::{Request, State};
use axum::handler::Handler;
use axum::http::{StatusCode, Uri};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};

use crate::app::App;
use crate::error::ApiError;
use crate::http::{headers, origin, request};
use openapi::{Method, Operation};

/// The whole server.
pub(crate) fn router(app: &App) -> Router {
    let routes = routes();
    let document = openapi::document(routes.iter().map(|route| &route.operation));
    let mut router = Router::new();
    for route in routes {
        router = router.route(route.operation.path, route.handler);
    }
    let described = get(move || std::future::ready(axum::Json(document.clone())));
    router
        .route(openapi::PATH, described)
        .method_not_allowed_fallback(|| std::future::ready(ApiError::WrongMethod))
        .layer(CompressionLayer::new().compress_when(worth_compressing()))
        .fallback(elsewhere)
        .layer(from_fn(origin::check))
        .layer(from_fn(headers::secure))
        .layer(from_fn_with_state(app.clone(), request::identify))
        .with_state(app.clone())
}

/// A route: how it is described, and how it is answered.
struct Route {
    operation: Operation,
    handler: MethodRouter<App>,
}

fn routes() -> [Route; 48] {
    [
        route(health::HEALTH, health::health),
        route(health::READY, health::ready),
        route(session::SIGN_IN, session::sign_in),
        route(session::WHO, session::who),
        route(session::SIGN_OUT, session::sign_out),
        route(setup::OPERATION, setup::set_up),
        route(push::OPERATION, push::push),
        route(pull::OPERATION, pull::pull),
        route(compare::OPERATION, compare::compare),
        route(compare::SCHOOLS, compare::by_school),
        route(calibration::OPERATION, calibration::calibration),
        route(coverage::OPERATION, coverage::coverage),
        route(trends::OPERATION, trends::trends),
        route(export::CSV, export::csv),
        route(export::WORKBOOK, export::workbook),
        route(export::CODEBOOK, export::codebook),
        route(import::LOOK, import::look),
        route(import::VISITS, import::visits),
        route(import::PAST, import::past),
        route(import::UNDO, import::undo),
        route(roster::SUMMARY, roster::summary),
        route(roster::IMPORT, roster::import),
        route(roster::TEMPLATE, roster::template),
        route(framework::DRAFT, framework::draft),
        route(framework::WRITE, framework::write),
        route(framework::DISCARD, framework::discard),
        route(framework::PUBLISH, framework::publish),
        route(framework::STARTER, framework::starter),
        route(framework::READ, framework::read),
        route(framework::SAVE, framework::save),
        route(framework::SCHEMA, framework::schema),
        route(comments::ROUND, comments::round),
        route(comments::ASKED, comments::asked),
        route(comments::PLAN, comments::plan),
        route(comments::CLOSE, comments::close),
        route(comments::WRITE, comments::write),
        route(comments::WITHDRAW, comments::withdraw),
        route(comments::ANSWER, comments::answer),
        route(district::CHANGE, district::change),
        route(goals::FIGURES, goals::figures),
        route(goals::CHANGE, goals::change),
        route(goals::READ, goals::read),
        route(people::EVERYONE, people::everyone),
        route(people::INVITE, people::invite),
        route(people::LINK, people::link),
        route(people::CHANGE, people::change),
        route(people::LOOK, people::look),
        route(people::JOIN, people::join),
    ]
}

fn route<T: 'static>(operation: Operation, handler: impl Handler<T, App>) -> Route {
    let handler = match operation.method {
        Method::Get => axum::routing::get(handler),
        Method::Put => axum::routing::put(handler),
        Method::Post => axum::routing::post(handler),
        Method::Delete => axum::routing::delete(handler),
    };
    Route { operation, handler }
}

/// Workbooks and archives are compressed already.
fn worth_compressing() -> impl Predicate {
    let not = NotForContentType::const_new;
    DefaultPredicate::new().and(not(openapi::WORKBOOK)).and(not(openapi::ZIP))
}

/// The app's files, or nothing.
async fn elsewhere(State(app): State<App>, request: Request) -> Response {
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
