//! `kill -9` during pushes, again and again.

use std::sync::Arc;

use load::{Failure, Fleet, Ground, Host};
use throughline_server::Database;
use tokio::task::spawn_blocking;

use super::{Folder, SHAPE, Shared, holds, visits};

/// How often something is killed.
const KILLS: usize = 12;
/// Visits of each tablet meanwhile.
const VISITS: usize = 6;

/// While tablets push, kills a server as soon as so many more requests were answered, and starts it again.
async fn kill_in_turn(fleet: &Fleet, mut hosts: Vec<Host>) -> Result<Vec<Host>, Failure> {
    let killing = async {
        for kill in 0..KILLS {
            fleet.answered(kill % 5 + 1).await;
            let at = kill % hosts.len();
            hosts[at].kill().await?;
            hosts[at].start_again().await?;
        }
        Ok::<_, Failure>(())
    };
    let pushing = fleet.each(|tablet, ground| visits(tablet, ground, VISITS));
    let (killed, pushed) = tokio::join!(killing, pushing);
    killed?;
    pushed?;
    Ok(hosts)
}

#[tokio::test]
async fn a_server_that_is_killed_while_tablets_push_loses_nothing() {
    let folder = Folder::new();
    let database = Database::Folder(folder.data());
    let ground = Ground::prepare(&database, SHAPE).await.unwrap();
    let host = folder.host(None).await;
    let fleet = Fleet::sign_in(ground, &[&host]).await.unwrap();
    fleet.each(|tablet, _| async move { tablet.sync_through(1.0).await }).await.unwrap();
    let hosts = kill_in_turn(&fleet, vec![host]).await.unwrap();
    assert!(fleet.take_figures().cut() > 0, "no request was under way when the server was killed");
    assert!(holds(&fleet, hosts, &database).await > 1_000);
}

#[tokio::test]
async fn two_servers_on_one_database_that_are_killed_in_turn_lose_nothing() {
    let shared = Shared::new();
    let ground = Ground::prepare(&shared.database, SHAPE).await.unwrap();
    let hosts = vec![shared.host().await, shared.host().await];
    let fleet = Fleet::sign_in(ground, &hosts.iter().collect::<Vec<_>>()).await.unwrap();
    fleet.each(|tablet, _| async move { tablet.sync_through(1.0).await }).await.unwrap();
    let hosts = kill_in_turn(&fleet, hosts).await.unwrap();
    assert!(fleet.take_figures().cut() > 0, "no request was under way when a server was killed");
    assert!(holds(&fleet, hosts, &shared.database).await > 1_000);
}

#[tokio::test]
async fn a_database_that_crashes_while_tablets_push_loses_nothing_and_the_servers_go_on() {
    let shared = Shared::new();
    let ground = Ground::prepare(&shared.database, SHAPE).await.unwrap();
    let hosts = vec![shared.host().await, shared.host().await];
    let fleet = Fleet::sign_in(ground, &hosts.iter().collect::<Vec<_>>()).await.unwrap();
    fleet.each(|tablet, _| async move { tablet.sync_through(1.0).await }).await.unwrap();
    let crashing = async {
        for crash in 0..4 {
            fleet.answered(crash + 3).await;
            // The tablets go on meanwhile, and hear that they must wait.
            let crashing = Arc::clone(&shared.cluster);
            spawn_blocking(move || crashing.crash()).await.unwrap().unwrap();
            fleet.refused().await;
            let restarting = Arc::clone(&shared.cluster);
            spawn_blocking(move || restarting.restart()).await.unwrap().unwrap();
        }
    };
    let pushing = fleet.each(|tablet, ground| visits(tablet, ground, VISITS));
    let ((), pushed) = tokio::join!(crashing, pushing);
    pushed.unwrap();
    let failures = fleet.take_figures().failures;
    assert!(failures.keys().any(|what| what.contains("Busy")), "{failures:?}");
    assert!(!failures.keys().any(|what| what.contains("Fault")), "a database that restarts is no fault: {failures:?}");
    assert!(holds(&fleet, hosts, &shared.database).await > 1_000);
}
