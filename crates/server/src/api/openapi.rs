//! The OpenAPI document. Examples are made of the types that cross the network, and schemas are read off the examples,
//! so that neither can drift from what is really sent.

use domain::sync::{Problem, ProblemCode};
use serde::Serialize;
use serde_json::Value;
use utoipa::openapi::path::{HttpMethod, OperationBuilder, ParameterBuilder, ParameterIn};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::{AnyOfBuilder, ArrayBuilder, ObjectBuilder, Schema, SchemaType, Type};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    ComponentsBuilder, Content, ContentBuilder, InfoBuilder, OpenApi, OpenApiBuilder, Paths, RefOr, Required,
    ResponseBuilder,
};

/// Where the document itself is.
pub(super) const PATH: &str = "/api/v1/openapi.json";

/// The media type of bodies that carry a file.
pub(super) const FILE: &str = "application/octet-stream";
/// The media type of CSV files.
pub(super) const CSV: &str = "text/csv; charset=utf-8";
/// The media type of Excel's workbooks.
pub(super) const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// A JSON Schema.
pub(super) const SCHEMA: &str = "application/schema+json";
/// An archive of tables.
pub(super) const ZIP: &str = "application/zip";

/// How a route is described.
#[derive(Clone, Copy)]
pub(super) struct Operation {
    pub(super) method: Method,
    pub(super) path: &'static str,
    /// The operation's id.
    pub(super) name: &'static str,
    pub(super) summary: &'static str,
    pub(super) description: &'static str,
    /// Answered without anybody being signed in.
    pub(super) open: bool,
    /// Name, meaning, whether it must be there.
    pub(super) query: &'static [(&'static str, &'static str, bool)],
    /// The body, if it takes one.
    pub(super) body: Option<Taken>,
    /// An example of the answer; `None` answers 204, or a file where the path names one.
    pub(super) answer: Option<fn() -> Value>,
    /// What can be answered instead, beside what follows from the method, the body and being signed in.
    pub(super) problems: &'static [ProblemCode],
}

/// A body that a route takes.
#[derive(Clone, Copy)]
pub(super) enum Taken {
    /// JSON such as this.
    Json(fn() -> Value),
    /// JSON such as this in one line, a line feed, and the bytes of a file.
    LineAndFile(fn() -> String),
    /// The bytes of a file.
    File,
}

/// The methods that the API answers.
#[derive(Debug, Clone, Copy)]
pub(super) enum Method {
    Get,
    Put,
    Post,
    Delete,
}

/// The document of these routes.
pub(super) fn document<'a>(operations: impl Iterator<Item = &'a Operation>) -> OpenApi {
    let mut paths = Paths::new();
    for operation in operations {
        paths.add_path_operation(operation.path, vec![operation.method.name()], describe(operation));
    }
    let info = InfoBuilder::new()
        .title("Throughline")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some("Classroom walkthroughs, recorded offline and compared with what the district expects."));
    let cookie = ApiKey::Cookie(ApiKeyValue::with_description(
        "throughline",
        "Set by signing in. Over TLS it is called `__Host-throughline`.",
    ));
    let components = ComponentsBuilder::new()
        .security_scheme("session", SecurityScheme::ApiKey(cookie))
        .schema("Problem", schema(&problem()));
    OpenApiBuilder::new().info(info.build()).paths(paths).components(Some(components.build())).build()
}

/// An example as it is sent.
pub(super) fn example(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

/// An example of JSON in one line, its members as the type declares them.
pub(super) fn line(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn describe(operation: &Operation) -> OperationBuilder {
    let mut described = OperationBuilder::new()
        .operation_id(Some(operation.name))
        .summary(Some(operation.summary))
        .description(Some(operation.description));
    for (name, meaning, required) in operation.query {
        let parameter = ParameterBuilder::new()
            .name(*name)
            .parameter_in(ParameterIn::Query)
            .description(Some(*meaning))
            .required(if *required { Required::True } else { Required::False })
            .schema(Some(text()));
        described = described.parameter(parameter);
    }
    if let Some(body) = operation.body {
        let (kind, content) = match body {
            Taken::Json(example) => ("application/json", json(example())),
            Taken::File => (FILE, ContentBuilder::new().schema(Some(text())).build()),
            Taken::LineAndFile(example) => (FILE, line_and_file(&example())),
        };
        let body = RequestBodyBuilder::new().content(kind, content).required(Some(Required::True));
        described = described.request_body(Some(body.build()));
    }
    described = match (operation.answer, media_type(operation.path)) {
        (_, Some(file)) => described.response(
            "200",
            ResponseBuilder::new().description("A file.").content(file, ContentBuilder::new().build()),
        ),
        (Some(answer), None) => described.response(
            "200",
            ResponseBuilder::new().description("As asked.").content("application/json", json(answer())),
        ),
        (None, None) => described.response("204", ResponseBuilder::new().description("Done.")),
    };
    if !operation.open {
        described = described.security(SecurityRequirement::new("session", Vec::<String>::new()));
    }
    let problems = ResponseBuilder::new().description(problems(operation)).content("application/json", json(problem()));
    described.response("default", problems)
}

/// What kind of file a path names; nothing where it answers JSON.
fn media_type(path: &str) -> Option<&'static str> {
    match path.rsplit_once('.') {
        Some((_, "csv")) => Some(CSV),
        Some((_, "xlsx")) => Some(WORKBOOK),
        Some((_, "zip")) => Some(ZIP),
        Some((_, "json")) => Some(SCHEMA),
        Some(_) | None => None,
    }
}

fn problems(operation: &Operation) -> String {
    let mut codes = std::collections::BTreeSet::from([ProblemCode::Fault]);
    codes.extend(operation.problems);
    if !operation.open {
        codes.insert(ProblemCode::SignedOut);
    }
    if operation.body.is_some() {
        codes.extend([ProblemCode::Unreadable, ProblemCode::TooLarge]);
    }
    match operation.method {
        Method::Get => {}
        Method::Put | Method::Post | Method::Delete => _ = codes.insert(ProblemCode::WrongOrigin),
    }
    let names: Vec<String> =
        codes.iter().filter_map(|code| example(code).as_str().map(|name| format!("`{name}`"))).collect();
    format!("One of {}.", names.join(", "))
}

fn problem() -> Value {
    example(&Problem {
        code: ProblemCode::NotAllowed,
        message: "this account is not allowed to do that".into(),
        request: "9f86d081884c7d65".into(),
    })
}

fn json(example: Value) -> Content {
    ContentBuilder::new().schema(Some(schema(&example))).example(Some(example)).build()
}

fn line_and_file(line: &str) -> Content {
    let example = Value::String(format!("{line}\n(the bytes of the file)"));
    ContentBuilder::new().schema(Some(text())).example(Some(example)).build()
}

fn text() -> Schema {
    Schema::Object(ObjectBuilder::new().schema_type(Type::String).build())
}

/// What can be read off an example. Where it holds nothing (`null`, an empty list), anything may stand.
fn schema(example: &Value) -> Schema {
    let plain = |of: Type| Schema::Object(ObjectBuilder::new().schema_type(of).build());
    match example {
        Value::Null => Schema::Object(ObjectBuilder::new().schema_type(SchemaType::AnyValue).build()),
        Value::Bool(_) => plain(Type::Boolean),
        Value::Number(number) if number.is_f64() => plain(Type::Number),
        Value::Number(_) => plain(Type::Integer),
        Value::String(_) => plain(Type::String),
        Value::Array(items) => Schema::Array(ArrayBuilder::new().items(RefOr::T(any_of(items))).build()),
        Value::Object(members) => {
            let mut object = ObjectBuilder::new().schema_type(Type::Object);
            for (name, value) in members {
                object = object.property(name, schema(value));
            }
            Schema::Object(object.build())
        }
    }
}

/// One schema for all items of a list: their own where they are alike, else any of theirs.
fn any_of(items: &[Value]) -> Schema {
    let mut kinds: Vec<Schema> = Vec::new();
    for kind in items.iter().map(schema) {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    match kinds.pop() {
        None => schema(&Value::Null),
        Some(only) if kinds.is_empty() => only,
        Some(last) => {
            let any = kinds.into_iter().fold(AnyOfBuilder::new(), AnyOfBuilder::item);
            Schema::AnyOf(any.item(last).build())
        }
    }
}

impl Method {
    fn name(self) -> HttpMethod {
        match self {
            Self::Get => HttpMethod::Get,
            Self::Put => HttpMethod::Put,
            Self::Post => HttpMethod::Post,
            Self::Delete => HttpMethod::Delete,
        }
    }
}
