//! The OpenAPI document: made from the same table as the router, so each route is in it.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use serde_json::Value;

use crate::support::{Server, get};

#[tokio::test]
async fn the_document_is_as_it_was_reviewed() {
    let server = Server::start().await;
    let document: Value = server.send(get("/api/v1/openapi.json")).await.read();
    insta::assert_snapshot!(serde_json::to_string_pretty(&sorted(document)).unwrap());
}

/// Members by name: a map keeps its order or not depending on what else is built beside the server.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let members: BTreeMap<String, Value> =
                members.into_iter().map(|(name, value)| (name, sorted(value))).collect();
            Value::Object(members.into_iter().collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(sorted).collect()),
        other @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => other,
    }
}

#[tokio::test]
async fn every_operation_in_it_is_answered_and_no_example_is_empty() {
    let server = Server::start().await;
    let document: Value = server.send(get("/api/v1/openapi.json")).await.read();
    let paths = document["paths"].as_object().unwrap();
    for (path, operations) in paths {
        for (method, operation) in operations.as_object().unwrap() {
            let method: Method = method.to_uppercase().parse().unwrap();
            let request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
            let status = server.send(request).await.status;
            assert!(!matches!(status, StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED), "{path}");
            let is_file = [".csv", ".xlsx", ".zip", ".json"].iter().any(|ending| path.ends_with(ending));
            if let Some(answer) = operation["responses"]["200"].as_object().filter(|_| !is_file) {
                assert!(answer["content"]["application/json"]["example"].is_object(), "{path}");
            }
        }
    }
    assert_eq!(paths.len(), 43);
}
