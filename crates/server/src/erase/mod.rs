//! Erasing a visit for good: from the database, from every tablet at its next sync, and again from whatever backup is put
//! back.

mod log;

use std::collections::BTreeSet;
use std::io;

use domain::id::{DistrictId, SchoolId, VisitId};
use domain::stream::Stream;

use crate::app::App;
use crate::outside::draw_tag;
use crate::store::{StoreError, StoredVisit, commits, erasures, packs, visits};
use log::Entry;

/// Why a visit was not erased.
#[derive(Debug, thiserror::Error)]
pub enum EraseError {
    /// On PostgreSQL nobody has said where the log of erasures is.
    #[error(
        "name the log of erasures with --erasure-log: a file that no backup of the database covers, so that a visit that \
         comes back with a backup is erased again. Nothing was erased"
    )]
    NoLog,
    /// The log cannot be written or read.
    #[error("the log of erasures: {0}")]
    Log(#[from] io::Error),
    /// There is no such visit.
    #[error("there is no visit {0}")]
    NoVisit(VisitId),
    /// The store failed before anything was done.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The store failed when the log had been written.
    #[error(
        "{0}. The log names the visit already: it is erased, or will be when a server or a command next opens this database"
    )]
    Later(StoreError),
}

/// A visit that was erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erased {
    /// Whose it was.
    pub school: SchoolId,
    /// How many entries it had.
    pub entries: u64,
}

/// Erases a visit. Work on it that a tablet still has to send is taken and not kept.
pub(crate) async fn erase(app: &App, district: &DistrictId, visit: VisitId) -> Result<Erased, EraseError> {
    let log = app.erasure_log().ok_or(EraseError::NoLog)?;
    let stored = find(app, district, visit).await?.ok_or(EraseError::NoVisit(visit))?;
    let Stream::School(school) = &stored.stream else { return Err(EraseError::NoVisit(visit)) };
    let entry = Entry { district: district.clone(), stream: stored.stream.clone(), visit, at: app.outside().now() };
    // First the log: what stands there is erased whenever a server opens, however this one ends.
    log::append(log, &entry)?;
    let entries = carry_out(app, &entry).await.map_err(EraseError::Later)?;
    app.store().empty_log().await.map_err(EraseError::Later)?;
    Ok(Erased { school: school.clone(), entries })
}

/// Erases what the log names and the database has again: it was put back from a backup that is older. How many visits.
pub(crate) async fn erase_again(app: &App) -> Result<usize, EraseError> {
    let Some(log) = app.erasure_log() else { return Ok(0) };
    let entries = log::read(log)?;
    let districts = app.store().districts().await?;
    let mut again = 0;
    for entry in entries.iter().filter(|entry| districts.contains(&entry.district)) {
        let mut tx = app.store().read().await?;
        let known = erasures::among(&mut tx, &entry.district, &[entry.visit]).await?;
        tx.rollback().await.map_err(StoreError::from)?;
        if known.is_empty() {
            let entries = carry_out(app, entry).await?;
            again += 1;
            tracing::warn!(district = %entry.district, visit = %entry.visit, entries, "erased again after a backup");
        }
    }
    if again > 0 {
        app.store().empty_log().await?;
    }
    Ok(again)
}

/// Adds to the log what the database knows to be erased and the log does not name: it was lost, or left behind when the
/// database moved.
pub(crate) async fn complete_log(app: &App) -> Result<(), EraseError> {
    let Some(log) = app.erasure_log() else { return Ok(()) };
    let named: BTreeSet<_> = log::read(log)?.into_iter().map(|entry| (entry.district, entry.visit)).collect();
    for district in app.store().districts().await? {
        let mut tx = app.store().read().await?;
        let erased = erasures::all(&mut tx, &district).await?;
        tx.rollback().await.map_err(StoreError::from)?;
        for (visit, stream, at) in erased {
            if !named.contains(&(district.clone(), visit)) {
                log::append(log, &Entry { district: district.clone(), stream, visit, at })?;
                tracing::warn!(%district, %visit, log = %log.display(), "the log of erasures lacked a visit");
            }
        }
    }
    Ok(())
}

/// A visit as it is kept.
pub(crate) async fn find(app: &App, district: &DistrictId, visit: VisitId) -> Result<Option<StoredVisit>, StoreError> {
    let mut tx = app.store().read().await?;
    let stored = visits::get(&mut tx, district, &[visit]).await?.remove(&visit);
    tx.rollback().await?;
    Ok(stored)
}

async fn carry_out(app: &App, Entry { district, stream, visit, at }: &Entry) -> Result<u64, StoreError> {
    let tag = draw_tag(app.outside())?;
    let mut tx = app.store().begin().await?;
    let here = commits::next(&mut tx, district, tag, app.outside().now()).await?;
    // It may have counted in another month before its date was put right, and left its room's and teacher's names there.
    for (key, _) in packs::index(&mut tx, district).await? {
        if *stream == Stream::School(key.school.clone()) {
            let before = packs::get(&mut tx, district, &key).await?;
            let mut pack = before.clone();
            pack.forget(*visit);
            if pack != before {
                packs::put(&mut tx, district, here.seq, &pack).await?;
            }
        }
    }
    let entries = erasures::put(&mut tx, district, (*visit, stream), here.seq, *at).await?;
    tx.commit().await?;
    Ok(entries)
}
