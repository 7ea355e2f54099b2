//! Several server processes on one database.

use std::net::IpAddr;

use load::{Fleet, Ground, Host};
use sqlx::{AnyConnection, Connection};

use super::{SHAPE, Shared, holds, visits};

/// Every push takes its place in history early and commits up to 30 ms later, so that those that begin later would be done
/// before, if they could. A tablet that pulls in between must not step over what is not there yet.
const SLOW: &str = "create function slow() returns trigger language plpgsql as \
                    'begin perform pg_sleep(random() * 0.03); return null; end'; \
                    create trigger slow after insert on edits for each statement execute function slow()";

#[tokio::test]
async fn nobody_steps_over_a_commit_that_takes_longer_than_one_that_began_later() {
    let shared = Shared::new();
    let ground = Ground::prepare(&shared.database, SHAPE).await.unwrap();
    let mut connection = AnyConnection::connect(&shared.url).await.unwrap();
    sqlx::raw_sql(SLOW).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    let hosts = vec![shared.host().await, shared.host().await, shared.host().await];
    let fleet = Fleet::sign_in(ground, &hosts.iter().collect::<Vec<_>>()).await.unwrap();
    fleet.each(|tablet, _| async move { tablet.sync_through(1.0).await }).await.unwrap();
    fleet.each(|tablet, ground| visits(tablet, ground, 6)).await.unwrap();
    assert!(holds(&fleet, hosts, &shared.database).await > 1_000);
}

/// Two servers that start on an empty database at once make one district between them.
#[tokio::test]
async fn servers_that_start_together_begin_one_district() {
    let shared = Shared::new();
    let (one, two, three) = tokio::join!(shared.host(), shared.host(), shared.host());
    for host in [one, two, three] {
        assert!(reached(&host).await.is_loopback());
        host.stop().await.unwrap();
    }
    let mut connection = AnyConnection::connect(&shared.url).await.unwrap();
    let districts: Vec<(String,)> =
        sqlx::query_as("select district from districts").fetch_all(&mut connection).await.unwrap();
    let setups: Vec<(String,)> =
        sqlx::query_as("select district from setups").fetch_all(&mut connection).await.unwrap();
    assert_eq!((districts.len(), setups), (1, districts));
}

/// Whom a server answers from.
async fn reached(host: &Host) -> IpAddr {
    let address = host.at("").trim_start_matches("http://").to_owned();
    let socket = tokio::net::TcpStream::connect(address).await.unwrap();
    socket.peer_addr().unwrap().ip()
}
