//! The made-up district that a first start shows: pushed through the same code as any tablet's edits.

use std::collections::BTreeMap;

use domain::district::Published;
use domain::edit::Edit;
use domain::id::{AccountId, DistrictId, ReplicaId};
use domain::permission::Me;
use domain::sync::Verdict;
use domain::time::{Millis, UtcOffset, local};
use sample::{Sample, Size};

use crate::app::{App, Newcomer};
use crate::error::ApiError;
use crate::people::PeopleError;
use crate::publish::PublishError;

/// Edits a transaction: a few visits.
const BATCH: usize = 500;

/// Why the demo district could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// A document cannot be written.
    #[error("a document of the made-up district cannot be written: {0}")]
    Document(#[from] serde_json::Error),
    /// A document was not taken.
    #[error(transparent)]
    Publish(#[from] PublishError),
    /// An account was not taken.
    #[error(transparent)]
    People(#[from] PeopleError),
    /// A push was not taken.
    #[error(transparent)]
    Push(#[from] ApiError),
    /// An edit was not taken, which is a mistake in the made-up district.
    #[error("edit {seq} of {author} was answered {verdict:?}")]
    NotTaken {
        /// Its author.
        author: AccountId,
        /// Its number.
        seq: u64,
        /// The answer.
        verdict: Verdict,
    },
}

/// The demo district's id.
pub(crate) fn district() -> DistrictId {
    DistrictId::from("demo")
}

/// How big the demo district is, its school year come as far as the server's clock.
pub(crate) fn size(app: &App) -> Size {
    Size::demo().until(local(app.outside().now(), UtcOffset(0)).0)
}

/// Makes a demo district, telling how far it has come after each batch: visits so far, of how many.
///
/// # Errors
/// When anything of it is not taken; what has been taken until then stays.
pub async fn make(app: &App, size: Size, mut tell: impl FnMut(usize, usize)) -> Result<(), DemoError> {
    let sample = sample::district(sample::DEMO_SEED, size);
    publish(app, &sample).await?;
    for account in &sample.accounts {
        let newcomer = Newcomer { me: account.me.clone(), passphrase: account.passphrase.clone(), since: Millis(0) };
        app.add_account(newcomer).await?;
    }
    let people: BTreeMap<&AccountId, &Me> =
        sample.accounts.iter().map(|account| (&account.me.account, &account.me)).collect();
    let mut waiting: BTreeMap<ReplicaId, Vec<(Edit, Millis)>> = BTreeMap::new();
    for (done, visit) in sample.visits().enumerate() {
        let Some((first, _)) = visit.first() else {
            continue;
        };
        let replica = first.id().replica;
        let batch = waiting.entry(replica).or_default();
        batch.extend(visit);
        if batch.len() >= BATCH {
            push(app, &people, std::mem::take(batch)).await?;
            tell(done + 1, sample.visit_count());
        }
    }
    for batch in waiting.into_values() {
        push(app, &people, batch).await?;
    }
    tell(sample.visit_count(), sample.visit_count());
    Ok(())
}

async fn publish(app: &App, sample: &Sample) -> Result<(), DemoError> {
    let district = Published::District(sample.district.clone());
    let frameworks = sample.frameworks.iter().cloned().map(Published::Framework);
    let rosters = sample.rosters.iter().cloned().map(Published::Roster);
    for published in std::iter::once(district).chain(frameworks).chain(rosters) {
        app.publish(&sample.district.id, &published.write()?).await?;
    }
    Ok(())
}

async fn push(app: &App, people: &BTreeMap<&AccountId, &Me>, batch: Vec<(Edit, Millis)>) -> Result<(), DemoError> {
    let Some(author) = batch.first().map(|(edit, _)| edit.author().clone()) else {
        return Ok(());
    };
    let Some(me) = people.get(&author) else {
        return Err(PeopleError::NoAccount.into());
    };
    let Some(answer) = app.take_in(me, batch).await? else {
        return Ok(());
    };
    match answer.results.into_iter().find(|result| result.verdict != Verdict::Applied) {
        None => Ok(()),
        Some(result) => Err(DemoError::NotTaken { author, seq: result.seq, verdict: result.verdict }),
    }
}
