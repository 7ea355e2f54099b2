//! A new district's beginning.

use axum::http::{Request, StatusCode, header};
use domain::district::{DocumentKind, Published};
use domain::permission::Role;
use domain::sync::{ProblemCode, PullAnswer, SignedIn};
use domain::time::DAY;
use throughline_server::Reach;

use crate::support::{Reply, Server, post};

async fn set_up(server: &Server, link: &str, passphrase: &str) -> Reply {
    let body = serde_json::json!({
        "token": link,
        "district": " Alder County Schools ",
        "name": "Ada Okafor",
        "email": "Okafor@alder.example",
        "passphrase": passphrase,
    });
    server.send(post("/api/v1/setup", body.to_string())).await
}

#[tokio::test]
async fn the_link_makes_a_district_with_one_administrator_who_is_signed_in() {
    let server = Server::bare(Reach::Loopback, None).await;
    let link = server.app.setup_link().await.unwrap().unwrap();
    let reply = set_up(&server, &link, "ten characters").await;
    let SignedIn { me, .. } = reply.read();
    assert_eq!((me.role, me.email.as_str()), (Role::Administrator, "okafor@alder.example"));
    let cookie = reply.header("set-cookie").split(';').next().unwrap().to_owned();
    let request = Request::get("/api/v1/sync/pull?stream=district").header(header::COOKIE, cookie);
    let page: PullAnswer = server.send(request.body(axum::body::Body::empty()).unwrap()).await.read();
    assert_eq!(page.documents[0].kind, DocumentKind::District);
    let Ok(Published::District(district)) = page.documents[0].read() else { panic!("no district") };
    assert_eq!((district.id, district.name.as_str()), (me.district, "Alder County Schools"));
    assert_eq!(district.observers[0].name, "Ada Okafor");
}

#[tokio::test]
async fn the_link_works_once_and_a_district_with_people_offers_none() {
    let server = Server::bare(Reach::Loopback, None).await;
    let link = server.app.setup_link().await.unwrap().unwrap();
    assert_eq!(set_up(&server, &link, "ten characters").await.status, StatusCode::OK);
    assert_eq!(set_up(&server, &link, "ten characters").await.problem(), (403, ProblemCode::NotAllowed));
    assert_eq!(server.app.setup_link().await.unwrap(), None);
}

#[tokio::test]
async fn a_later_link_replaces_an_earlier_one_and_ends_after_a_week() {
    let server = Server::bare(Reach::Loopback, None).await;
    let first = server.app.setup_link().await.unwrap().unwrap();
    let second = server.app.setup_link().await.unwrap().unwrap();
    assert_eq!(set_up(&server, &first, "ten characters").await.problem(), (403, ProblemCode::NotAllowed));
    server.clock.forward(7 * DAY);
    assert_eq!(set_up(&server, &second, "ten characters").await.problem(), (403, ProblemCode::NotAllowed));
}

#[tokio::test]
async fn a_short_passphrase_is_refused_and_the_link_still_works() {
    let server = Server::bare(Reach::Loopback, None).await;
    let link = server.app.setup_link().await.unwrap().unwrap();
    assert_eq!(set_up(&server, &link, "too short").await.problem(), (400, ProblemCode::Unreadable));
    assert_eq!(set_up(&server, &link, "ten characters").await.status, StatusCode::OK);
}
