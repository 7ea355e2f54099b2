//! One sync after another over a good line: what a principal, a coach and two tabs would see.

use std::collections::BTreeMap;

use domain::device::{self, Key, Position, Shelf, Storage};
use domain::edit::Pen;
use domain::fact::Pack;
use domain::id::{LookForId, VisitId};
use domain::merge::VisitState;
use domain::permission::Role;
use domain::saved::{Loaded, load};
use domain::sync::Stopped;
use domain::visit::{Act, Answer, Outcome};

use super::line::Line;
use super::support::{NOW, Server, framework_document};
use super::tablet::{Tablet, counted};

async fn principal(server: &Server, number: u64) -> Tablet {
    Tablet::of(server, "okafor", Role::Principal, &["cedar"], number).await
}

async fn coach(server: &Server, number: u64) -> Tablet {
    Tablet::of(server, "lin", Role::Coach, &["cedar", "birch"], number).await
}

#[tokio::test]
async fn a_visit_recorded_with_no_network_reaches_the_server_and_another_tablet_with_the_same_tallies() {
    let server = Server::start().await;
    let tablet = principal(&server, 1).await;
    tablet.sync_now(&server).await;
    let visit = tablet.whole_visit(&server, "204", Answer::Seen, 3).await;
    let before = tablet.boot().await;
    assert_eq!(before.waiting.len(), 1);
    assert_eq!(before.packs.values().map(Pack::len).sum::<usize>(), 1, "it counts before it is sent");

    let outcome = tablet.sync_now(&server).await;
    assert_eq!(outcome.acknowledged as u64, before.recorded);
    let after = tablet.boot().await;
    assert!(after.waiting.is_empty());
    assert_eq!(Some(after.ledger.acknowledged), after.ledger.on_server);

    let other = coach(&server, 2).await;
    other.sync_now(&server).await;
    let seen = other.boot().await;
    assert_eq!(counted(&seen), counted(&after));
    let outcomes: Vec<_> =
        seen.packs.values().filter_map(|pack| pack.row(visit)).flat_map(|row| row.outcomes().to_vec()).collect();
    assert_eq!(outcomes, [Outcome::Shown, Outcome::Shown]);
}

#[tokio::test]
async fn a_sync_with_nothing_to_do_changes_nothing_and_pushes_nothing() {
    let server = Server::start().await;
    let tablet = principal(&server, 1).await;
    tablet.whole_visit(&server, "204", Answer::Seen, 1).await;
    tablet.sync_now(&server).await;
    tablet.sync_now(&server).await;
    let before = tablet.disk.dump();
    let line = Line::good(&server, &tablet.cookie);
    let outcome = tablet.sync(&line).await.unwrap();
    assert_eq!((outcome.acknowledged, line.pushes.get()), (0, 0));
    let mut after = tablet.disk.dump();
    after.retain(|key, value| before.get(key) != Some(value));
    let changed: Vec<_> = after.into_keys().map(|key| key.name).collect();
    assert!(changed.iter().all(|name| name == "ledger"), "only the time of the last sync: {changed:?}");
}

#[tokio::test]
async fn two_people_edit_one_visit_and_both_tablets_show_the_same_value_with_the_other_beside_it() {
    let server = Server::start().await;
    let (one, two) = (principal(&server, 1).await, principal(&server, 2).await);
    let visit = one.whole_visit(&server, "204", Answer::Seen, 0).await;
    one.sync_now(&server).await;
    two.sync_now(&server).await;
    one.act(visit, Act::Answer(LookForId::from("goal"), Some(Answer::NotSeen))).await;
    two.act(visit, Act::Answer(LookForId::from("goal"), Some(Answer::NotApplicable))).await;
    for tablet in [&one, &two, &one, &two] {
        tablet.sync_now(&server).await;
    }
    let read = async |tablet: &Tablet| tablet.visit(visit).await.state;
    let (ours, theirs) = (read(&one).await, read(&two).await);
    assert_eq!(ours, theirs);
    let field = domain::visit::Field::Answer("goal".into());
    assert_eq!(ours.values(&field).len(), 2, "the loser stays visible");
    assert_eq!(counted(&one.boot().await), counted(&two.boot().await));
}

#[tokio::test]
async fn a_visit_that_cannot_be_read_hides_no_other_and_is_kept_as_it_was() {
    let server = Server::start().await;
    let tablet = principal(&server, 1).await;
    let (broken, whole) = (tablet.begin(&server, "204").await, tablet.begin(&server, "205").await);
    let place = Key::new(Shelf::Hot, broken.to_string());
    tablet.disk.put(place.clone(), vec![9, 1, 2, 3]);
    let wanted = [("cedar".into(), broken), ("cedar".into(), whole)];
    let found = device::find_visits(&tablet.disk, &wanted).await.unwrap();
    assert_eq!(found.into_keys().collect::<Vec<_>>(), [whole]);
    let disk = tablet.disk.dump();
    assert_eq!(disk.get(&Key::new(Shelf::Unreadable, format!("hot/{broken}"))), Some(&vec![9, 1, 2, 3]));
    assert!(!disk.contains_key(&place));
}

#[tokio::test]
async fn two_tabs_over_one_disk_never_give_a_number_twice() {
    let server = Server::start().await;
    let tablet = principal(&server, 1).await;
    let visit = tablet.begin(&server, "204").await;
    for _ in 0..20 {
        tablet.act(visit, Act::Tap(LookForId::from("turns"))).await;
    }
    let line = Line::good(&server, &tablet.cookie);
    // Both tabs read the same outbox; the second settles what the first has already moved.
    let (first, second) = tokio::join!(tablet.sync(&line), tablet.sync(&line));
    let both = first.unwrap().acknowledged + second.unwrap().acknowledged;
    let boot = tablet.boot().await;
    assert_eq!(both as u64, boot.recorded);
    assert_eq!(Some(boot.ledger.acknowledged), boot.ledger.on_server);
}

#[tokio::test]
async fn two_people_on_one_tablet_keep_their_edits_apart() {
    let server = Server::start().await;
    let (first, second) = (principal(&server, 1).await, coach(&server, 2).await);
    first.whole_visit(&server, "204", Answer::Seen, 1).await;
    second.whole_visit(&server, "205", Answer::NotSeen, 0).await;
    // The second signs in and syncs; what the first recorded waits for the first.
    second.sync_now(&server).await;
    assert_eq!(first.boot().await.waiting.len(), 1);
    first.sync_now(&server).await;
    second.sync_now(&server).await;
    assert_eq!(counted(&first.boot().await), counted(&second.boot().await));
}

#[tokio::test]
async fn a_copied_installation_is_found_out_and_neither_tablet_loses_an_edit() {
    let server = Server::start().await;
    let original = principal(&server, 1).await;
    original.whole_visit(&server, "204", Answer::Seen, 1).await;
    original.sync_now(&server).await;
    let copy = principal(&server, 2).await;
    for (key, value) in original.disk.dump() {
        copy.disk.put(key, value);
    }
    original.whole_visit(&server, "205", Answer::Seen, 2).await;
    copy.whole_visit(&server, "206", Answer::NotSeen, 5).await;
    for tablet in [&original, &copy, &original, &copy] {
        tablet.sync_now(&server).await;
    }
    let (ours, theirs) = (original.boot().await, copy.boot().await);
    assert_eq!(counted(&ours), counted(&theirs));
    assert_eq!(counted(&ours).len(), 3);
    assert!(ours.waiting.is_empty() && theirs.waiting.is_empty());
    let pen = async |tablet: &Tablet| {
        let rows = tablet.disk.scan(Shelf::Account, None, 10).await.unwrap();
        let (_, bytes) = rows.into_iter().find(|(name, _)| name == "pen").unwrap();
        match domain::saved::load::<Pen>(Some(bytes)) {
            domain::saved::Loaded::Thing(pen) => pen.replica(),
            other => panic!("{other:?}"),
        }
    };
    assert_ne!(pen(&original).await, pen(&copy).await);
}

#[tokio::test]
async fn a_visit_of_an_unknown_framework_is_held_and_counts_when_the_framework_arrives() {
    let server = Server::without_framework().await;
    let tablet = principal(&server, 1).await;
    tablet.sync_now(&server).await;
    tablet.whole_visit(&server, "204", Answer::Seen, 1).await;
    let outcome = tablet.sync_now(&server).await;
    assert_eq!(outcome.refused, 0);
    assert!(tablet.boot().await.packs.is_empty(), "nothing counts yet");
    server.publish(&framework_document()).await;
    tablet.sync_now(&server).await;
    assert_eq!(tablet.boot().await.packs.values().map(Pack::len).sum::<usize>(), 1);
    let other = coach(&server, 2).await;
    other.sync_now(&server).await;
    assert_eq!(counted(&other.boot().await), counted(&tablet.boot().await));
}

#[tokio::test]
async fn an_edit_that_is_refused_stays_with_its_author_and_blocks_nothing() {
    let server = Server::start().await;
    let tablet = Tablet::of(&server, "berg", Role::Observer, &["birch"], 1).await;
    // Recorded in a school that is not the observer's.
    tablet.whole_visit(&server, "204", Answer::Seen, 1).await;
    let outcome = tablet.sync_now(&server).await;
    assert!(outcome.refused > 0);
    let boot = tablet.boot().await;
    assert!(boot.waiting.is_empty(), "nothing waits behind it");
    assert_eq!(boot.quarantined.len(), outcome.refused);
    assert!(boot.packs.is_empty(), "it is out of every tally");
    assert_eq!(boot.hot.len(), 1, "its author still sees it");
}

#[tokio::test]
async fn a_lost_fact_pack_is_made_again_from_the_visits() {
    let server = Server::start().await;
    let tablet = principal(&server, 1).await;
    tablet.sync_now(&server).await;
    tablet.whole_visit(&server, "204", Answer::Seen, 1).await;
    let whole = tablet.boot().await;
    let name = tablet.disk.scan(Shelf::Facts, None, 1).await.unwrap().remove(0).0;
    tablet.disk.put(device::Key::new(Shelf::Facts, name), vec![255, 0, 1]);
    let damaged = tablet.boot().await;
    assert!(damaged.recount && damaged.packs.is_empty());
    assert_eq!(damaged.unreadable.len(), 1, "kept, to be offered as a file");
    let again = device::recount(&tablet.disk, &damaged.documents.frameworks).await.unwrap();
    assert_eq!(again, whole.packs);
    let later = tablet.boot().await;
    assert!(!later.recount);
    assert_eq!(later.unreadable, damaged.unreadable, "still kept once there is a new pack in its place");
}

#[tokio::test]
async fn a_copy_of_everything_unsent_comes_back_on_another_tablet_once() {
    let server = Server::start().await;
    let broken = principal(&server, 1).await;
    broken.sync_now(&server).await;
    broken.whole_visit(&server, "204", Answer::Seen, 2).await;
    let copy = device::copy(&broken.disk, &broken.me.account, &[]).await.unwrap();
    let text = serde_json::to_string(&copy).unwrap();
    let fresh = principal(&server, 2).await;
    fresh.sync_now(&server).await;
    let author = device::Author { account: fresh.me.account.clone(), fresh: [9; 16].into() };
    let frameworks = fresh.boot().await.documents.frameworks;
    let copy = device::Copy::read(&text).unwrap();
    let first = device::restore(&fresh.disk, &frameworks, &author, &copy).await.unwrap();
    let second = device::restore(&fresh.disk, &frameworks, &author, &copy).await.unwrap();
    assert_eq!((first.restored, second.restored, second.known), (copy.edits.len(), 0, copy.edits.len()));
    fresh.sync_now(&server).await;
    // The broken tablet comes back after all: its edits are the same changes, and nothing is counted twice.
    broken.sync_now(&server).await;
    fresh.sync_now(&server).await;
    broken.sync_now(&server).await;
    assert_eq!(counted(&fresh.boot().await), counted(&broken.boot().await));
}

#[tokio::test]
async fn a_copy_loaded_where_its_visits_were_pulled_leaves_nothing_of_them_in_their_pack() {
    let server = Server::start().await;
    let broken = principal(&server, 1).await;
    broken.sync_now(&server).await;
    // Of one first byte, and so of one pack.
    let visits = [1, 2, 3].map(|last| VisitId::from(u128::from_be_bytes([5; 16]).wrapping_add(last).to_be_bytes()));
    for visit in visits {
        broken.begin_as(visit, &server, "204").await;
        broken.act(visit, Act::Finish(NOW)).await;
    }
    broken.sync_now(&server).await;
    let fresh = principal(&server, 2).await;
    fresh.sync_now(&server).await;
    for visit in &visits[..2] {
        broken.act(*visit, Act::Answer("goal".into(), Some(Answer::Seen))).await;
    }
    let copy = device::copy(&broken.disk, &broken.me.account, &[]).await.unwrap();
    let author = device::Author { account: fresh.me.account.clone(), fresh: [9; 16].into() };
    let frameworks = fresh.boot().await.documents.frameworks;
    device::restore(&fresh.disk, &frameworks, &author, &copy).await.unwrap();

    let rows = fresh.disk.scan(Shelf::Cold, None, usize::MAX).await.unwrap();
    let left = rows.into_iter().flat_map(|(_, bytes)| match load::<BTreeMap<VisitId, VisitState>>(Some(bytes)) {
        Loaded::Thing(pack) => pack.into_keys(),
        other => panic!("a pack that cannot be read: {other:?}"),
    });
    assert_eq!(left.collect::<Vec<_>>(), visits[2..]);
    let before = counted(&fresh.boot().await);
    device::recount(&fresh.disk, &frameworks).await.unwrap();
    assert_eq!((counted(&fresh.boot().await), before.len()), (before, 3));
}

#[tokio::test]
async fn a_first_pull_that_is_cut_goes_on_where_it_stood() {
    let server = Server::start().await;
    let author = principal(&server, 1).await;
    for room in 0..30 {
        author.whole_visit(&server, &room.to_string(), Answer::Seen, 1).await;
    }
    author.sync_now(&server).await;
    let other = coach(&server, 2).await;
    let line = Line::bad(&server, &other.cookie, 3, 2);
    while let Err(Stopped::Network(_)) = other.sync(&line).await {}
    let boot = other.boot().await;
    assert_eq!(counted(&boot), counted(&author.boot().await));
    assert!(boot.positions.values().all(|position| matches!(position, Position::Through(_))));
}
