//! Fact packs are kept up to date in the push; they must be what a recount from the edits gives.

use std::collections::BTreeMap;

use domain::edit::Edit;
use domain::fact::Fact;
use domain::id::VisitId;
use domain::merge::VisitState;
use domain::permission::Me;
use domain::sync::Verdict;
use domain::time::Millis;
use domain::visit::{Setting, Visit};
use sample::{Sample, Size};
use throughline_server::{App, Config, Newcomer};

use crate::support::{Server, TestDatabase, visit};

/// The facts that folding all edits gives, with what the server says it received when.
fn recount(sample: &Sample, edits: &[(Edit, Millis)]) -> BTreeMap<VisitId, Fact> {
    let mut states: BTreeMap<VisitId, VisitState> = BTreeMap::new();
    for (edit, received) in edits {
        states.entry(edit.visit().unwrap()).or_default().apply(edit, Some(*received));
    }
    let framework = sample.frameworks.last().unwrap();
    let read = |(id, state): (VisitId, VisitState)| Some((id, Fact::of(&Visit::read(id, &state)?, framework)?));
    states.into_iter().filter_map(read).collect()
}

async fn open(sample: &Sample, database: &TestDatabase) -> App {
    let app = App::open(Config::on(database.database())).await.unwrap();
    use domain::district::Published;
    let mut documents = vec![Published::District(sample.district.clone())];
    documents.extend(sample.frameworks.iter().cloned().map(Published::Framework));
    for document in documents {
        app.publish(&sample.district.id, &document.write().unwrap()).await.unwrap();
    }
    for account in &sample.accounts {
        let passphrase = account.passphrase.clone();
        app.add_account(Newcomer { me: account.me.clone(), passphrase, since: Millis(0) }).await.unwrap();
    }
    app
}

async fn push(app: &App, sample: &Sample, edits: &[(Edit, Millis)], batch: usize) {
    let mut by_author: BTreeMap<_, Vec<(Edit, Millis)>> = BTreeMap::new();
    for (edit, received) in edits {
        by_author.entry(edit.author().clone()).or_default().push((edit.clone(), *received));
    }
    for (author, edits) in by_author {
        let me: &Me = &sample.accounts.iter().find(|account| account.me.account == author).unwrap().me;
        for batch in edits.chunks(batch) {
            let answer = app.take_in(me, batch.to_vec()).await.unwrap().unwrap();
            assert!(answer.results.iter().all(|result| matches!(result.verdict, Verdict::Applied | Verdict::Held)));
        }
    }
}

#[tokio::test]
async fn packs_equal_a_recount_from_the_edits_however_they_were_batched() {
    let sample = sample::district(3, Size::tiny());
    let edits = sample.edits();
    let expected = recount(&sample, &edits);
    assert!(expected.len() > 30);
    for batch in [7, 500] {
        let database = TestDatabase::new();
        let app = open(&sample, &database).await;
        push(&app, &sample, &edits, batch).await;
        let packs = app.fact_packs(&sample.district.id).await.unwrap();
        let mut found = 0;
        for pack in &packs {
            for (id, row) in pack.rows() {
                let fact = &expected[&id];
                assert_eq!(pack.key, fact.key);
                assert_eq!((row.date(), row.minute(), row.watched()), (fact.date, fact.minute, fact.watched));
                assert_eq!(pack.classroom(row), Some(&fact.classroom));
                assert_eq!(pack.observer(row), Some(&fact.observer));
                assert_eq!((row.grade(), row.nothing(), row.source()), (fact.grade, fact.nothing, fact.source));
                assert_eq!(row.outcomes().to_vec(), fact.outcomes);
                assert_eq!(row.amounts().to_vec(), fact.amounts);
                found += 1;
            }
        }
        assert_eq!(found, expected.len(), "{batch} a push");
    }
}

#[tokio::test]
async fn a_visit_leaves_its_pack_when_it_is_discarded_and_comes_back_when_it_is_not() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let edits = tablet.visit(visit(1));
    tablet.push(&edits).await;
    let mut replaces = Vec::new();
    for (discarded, counted) in [(true, 0), (false, 1)] {
        let change = domain::visit::Change::Set { setting: Setting::Discarded(discarded), replaces: replaces.clone() };
        let edit = tablet.write(visit(1), change);
        replaces = vec![edit.change()];
        tablet.push(&[edit]).await;
        assert_eq!(counted_visits(&server).await, counted);
    }
}

#[tokio::test]
async fn a_visit_whose_date_is_corrected_moves_to_another_months_pack() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let edits = tablet.visit(visit(1));
    tablet.push(&edits).await;
    let mut start = crate::support::begin("okafor".into(), "cedar", server.framework);
    start.date = domain::time::Date::new(2026, 9, 30).unwrap();
    let change = domain::visit::Change::Set { setting: Setting::Begin(start), replaces: vec![edits[0].change()] };
    let edit = tablet.write(visit(1), change);
    tablet.push(&[edit]).await;
    let packs = server.app.fact_packs(&crate::support::district()).await.unwrap();
    let months: Vec<_> = packs.iter().map(|pack| (pack.key.month.month, pack.len())).collect();
    assert_eq!(months, [(9, 1), (11, 0)]);
}

async fn counted_visits(server: &Server) -> usize {
    let packs = server.app.fact_packs(&crate::support::district()).await.unwrap();
    packs.iter().map(|pack| pack.len()).sum()
}
