//! Who works in the district: `/api/v1/people*` for administrators, `/api/v1/join*` for whoever holds a link.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::people::{
    ChangeMember, Invite, Join, Link, LinkFor, LookAtLink, Member, MemberChange, Membership, NewLink, People,
};
use domain::permission::Role;
use domain::sync::{ProblemCode, SignedIn};
use domain::time::Millis;
use serde_json::Value;

use super::openapi::{Method, Operation, Taken, example};
use super::session::{signed_in, with_cookie};
use crate::app::App;
use crate::error::ApiError;
use crate::http::address::Address;
use crate::http::caller::Caller;
use crate::http::cookie;
use crate::http::read::ReadJson;
use crate::members;

pub(super) const EVERYONE: Operation = Operation {
    method: Method::Get,
    path: "/api/v1/people",
    name: "people",
    summary: "Who works in the district",
    description: "By name, with role, schools and whether they can sign in; those who have left come last.",
    open: false,
    query: &[],
    body: None,
    answer: Some(people_example),
    problems: &[ProblemCode::NotAllowed],
};

pub(super) const INVITE: Operation = Operation {
    method: Method::Post,
    path: "/api/v1/people/invite",
    name: "invite",
    summary: "Adds somebody, and makes the link with which they choose a passphrase",
    description: "The link works once, for seven days; the server keeps only its hash. 422 with a problem whose `why` says what is \
                  wrong: the email is taken, or there is no such school.",
    open: false,
    query: &[],
    body: Some(Taken::Json(invite_example)),
    answer: Some(link_example),
    problems: &[ProblemCode::NotAllowed],
};

pub(super) const LINK: Operation = Operation {
    method: Method::Post,
    path: "/api/v1/people/link",
    name: "newLink",
    summary: "Makes a new link for somebody",
    description: "In place of any earlier one: they were invited and it has ended, or they forgot their passphrase. What they have goes \
                  on working until they choose another.",
    open: false,
    query: &[],
    body: Some(Taken::Json(new_link_example)),
    answer: Some(link_example),
    problems: &[ProblemCode::NotAllowed],
};

pub(super) const CHANGE: Operation = Operation {
    method: Method::Post,
    path: "/api/v1/people/change",
    name: "changeMember",
    summary: "Changes somebody's role and schools, or says that they have left or are back",
    description: "`work` holds from now on; work done before is judged as things were then. The server shows nothing more to whoever leaves; what they \
                  did before is taken for two weeks, and stays. The last administrator stays one.",
    open: false,
    query: &[],
    body: Some(Taken::Json(change_example)),
    answer: None,
    problems: &[ProblemCode::NotAllowed],
};

pub(super) const LOOK: Operation = Operation {
    method: Method::Post,
    path: "/api/v1/join/look",
    name: "lookAtLink",
    summary: "Whom a link is for",
    description: "The link is not used up.",
    open: true,
    query: &[],
    body: Some(Taken::Json(look_example)),
    answer: Some(link_for_example),
    problems: &[ProblemCode::NotAllowed, ProblemCode::SlowDown],
};

pub(super) const JOIN: Operation = Operation {
    method: Method::Post,
    path: "/api/v1/join",
    name: "join",
    summary: "Chooses a passphrase with a link",
    description: "It works once. Every other device of theirs has to sign in again; the answer signs this one in.",
    open: true,
    query: &[],
    body: Some(Taken::Json(join_example)),
    answer: Some(signed_in),
    problems: &[ProblemCode::NotAllowed, ProblemCode::SlowDown],
};

pub(super) async fn everyone(State(app): State<App>, caller: Caller) -> Result<Json<People>, ApiError> {
    may(&caller)?;
    Ok(Json(members::everyone(&app, &caller.me.district).await?))
}

pub(super) async fn invite(
    State(app): State<App>,
    caller: Caller,
    ReadJson(asked): ReadJson<Invite>,
) -> Result<Json<Link>, ApiError> {
    may(&caller)?;
    Ok(Json(members::invite(&app, &caller.me, asked).await?))
}

pub(super) async fn link(
    State(app): State<App>,
    caller: Caller,
    ReadJson(NewLink { account }): ReadJson<NewLink>,
) -> Result<Json<Link>, ApiError> {
    may(&caller)?;
    Ok(Json(members::link(&app, &caller.me, &account).await?))
}

pub(super) async fn change(
    State(app): State<App>,
    caller: Caller,
    ReadJson(asked): ReadJson<ChangeMember>,
) -> Result<StatusCode, ApiError> {
    may(&caller)?;
    members::change(&app, &caller.me.district, asked).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn look(
    State(app): State<App>,
    Address(from): Address,
    ReadJson(LookAtLink { token }): ReadJson<LookAtLink>,
) -> Result<Json<LinkFor>, ApiError> {
    Ok(Json(members::look(&app, &token, from).await?))
}

pub(super) async fn join(
    State(app): State<App>,
    Address(from): Address,
    ReadJson(asked): ReadJson<Join>,
) -> Result<Response, ApiError> {
    let (me, token) = members::join(&app, asked, from).await?;
    let cookie = cookie::keep(&me.district, &token, app.reach());
    Ok(with_cookie(Json(SignedIn { me, now: app.outside().now() }).into_response(), cookie))
}

fn may(caller: &Caller) -> Result<(), ApiError> {
    if caller.me.may_manage_people() { Ok(()) } else { Err(ApiError::NotAllowed) }
}

fn token() -> String {
    format!("alder.{}", "0".repeat(64))
}

fn people_example() -> Value {
    let member = Member {
        account: "a-1f0c5a7e9b21".into(),
        name: "Ada Okafor".into(),
        email: "okafor@alder.example".into(),
        role: Role::Principal,
        schools: vec!["cedar-ridge".into()],
        standing: Membership::Invited { until: Some(Millis(1_795_000_000_000)) },
    };
    example(&People { people: vec![member] })
}

fn invite_example() -> Value {
    example(&Invite {
        name: "Ada Okafor".into(),
        email: "okafor@alder.example".into(),
        role: Role::Principal,
        schools: vec!["cedar-ridge".into()],
    })
}

fn new_link_example() -> Value {
    example(&NewLink { account: "a-1f0c5a7e9b21".into() })
}

fn link_example() -> Value {
    example(&Link { account: "a-1f0c5a7e9b21".into(), token: token(), until: Millis(1_795_000_000_000) })
}

fn change_example() -> Value {
    let change = MemberChange::Work { role: Role::Coach, schools: vec!["cedar-ridge".into()] };
    example(&ChangeMember { account: "a-1f0c5a7e9b21".into(), change })
}

fn look_example() -> Value {
    example(&LookAtLink { token: token() })
}

fn link_for_example() -> Value {
    example(&LinkFor {
        name: "Ada Okafor".into(),
        email: "okafor@alder.example".into(),
        district: "Alder County Schools".into(),
    })
}

fn join_example() -> Value {
    example(&Join { token: token(), passphrase: "four words and a comma".into() })
}
