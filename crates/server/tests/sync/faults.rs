//! Many seeds of a bad line: every acknowledged edit is on the server once, and every tablet ends up alike.

use domain::device::rebuild_facts;
use domain::fact::Pack;
use domain::id::LookForId;
use domain::permission::Role;
use domain::visit::{Act, Answer};

use super::line::{Fault, Line};
use super::support::Server;
use super::tablet::{Tablet, counted};

const SEEDS: u64 = 24;

#[tokio::test]
async fn a_line_that_drops_repeats_delays_and_cuts_loses_nothing_and_doubles_nothing() {
    let mut faults = Vec::new();
    for seed in 1..=SEEDS {
        let server = Server::start().await;
        let one = Tablet::of(&server, "okafor", Role::Principal, &["cedar"], 2 * seed).await;
        let two = Tablet::of(&server, "lin", Role::Coach, &["cedar", "birch"], 2 * seed + 1).await;
        let lines = [Line::bad(&server, &one.cookie, seed, 3), Line::bad(&server, &two.cookie, seed + 1_000, 3)];
        let mut visits = Vec::new();
        for round in 0..3 {
            visits.push(one.whole_visit(&server, &format!("{round}"), Answer::Seen, round).await);
            two.whole_visit(&server, &format!("b{round}"), Answer::NotSeen, 2).await;
            let _ = one.sync(&lines[0]).await;
            let _ = two.sync(&lines[1]).await;
            one.act(visits[0], Act::Tap(LookForId::from("turns"))).await;
            lines[0].deliver_late().await;
        }
        for (tablet, line) in [(&one, &lines[0]), (&two, &lines[1]), (&one, &lines[0]), (&two, &lines[1])] {
            tablet.sync_until_through(line).await;
        }
        let (ours, theirs) = (one.boot().await, two.boot().await);
        assert_eq!(counted(&ours), counted(&theirs), "seed {seed}");
        assert_eq!(ours.packs.values().map(Pack::len).sum::<usize>(), 6, "seed {seed}");
        for boot in [&ours, &theirs] {
            assert!(boot.waiting.is_empty() && boot.quarantined.is_empty(), "seed {seed}");
            assert_eq!(Some(boot.ledger.acknowledged), boot.ledger.on_server, "seed {seed}");
            assert_eq!(boot.ledger.acknowledged.count, boot.recorded, "seed {seed}");
        }
        let first = ours.hot.iter().map(|(visit, state)| (*visit, state));
        let recount = rebuild_facts(first, &ours.documents.frameworks);
        let own: usize = recount.values().map(Pack::len).sum();
        assert_eq!(own, 3, "seed {seed}");
        faults.extend(lines.iter().flat_map(|line| line.faults.borrow().clone()));
    }
    for fault in [Fault::Lost, Fault::Cut, Fault::Twice, Fault::Late] {
        assert!(faults.contains(&fault), "no seed made the line do this: {fault:?}");
    }
}
