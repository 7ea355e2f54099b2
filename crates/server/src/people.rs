//! Who works in the district: accounts, and where they may do what.

use domain::district::{District, DocumentKind, Person, Published};
use domain::id::{AccountId, DistrictId, SchoolId};
use domain::permission::{Me, Role};
use domain::stream::Stream;
use domain::time::{DAY, Millis};
use sqlx::AnyConnection;

use crate::app::{App, Newcomer};
use crate::outside::draw_tag;
use crate::sign_in::{Passphrases, UnfitPassphrase};
use crate::store::{Account, Assignment, Store, StoreError, accounts, assignments, commits, documents, invitations};

/// Work done this long before an assignment began or after it ended is still taken: people start early, and a tablet
/// that was offline drains late.
pub(crate) const GRACE: i64 = 14 * DAY;

/// Why someone cannot be added or assigned.
#[derive(Debug, thiserror::Error)]
pub enum PeopleError {
    /// The passphrase cannot be taken.
    #[error(transparent)]
    Passphrase(#[from] UnfitPassphrase),
    /// The district's id would not fit into a cookie.
    #[error("a district's id holds letters, digits, - and _ only")]
    DistrictId,
    /// There is no such account.
    #[error("there is no such account")]
    NoAccount,
    /// The store failed, or the email is taken.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Someone as they are now; `None` when there is no such account.
pub(crate) async fn me(store: &Store, district: &DistrictId, id: &AccountId) -> Result<Option<Me>, StoreError> {
    let Some(account) = store.account(district, id).await? else {
        return Ok(None);
    };
    let assignments = store.assignments(district, id).await?;
    let now = assignments.into_iter().filter(|assignment| assignment.until.is_none());
    Ok(Some(as_me(account, now.map(|assignment| assignment.school).collect())))
}

/// When someone left; `None` while they have not.
pub(crate) async fn left_at(
    store: &Store,
    district: &DistrictId,
    id: &AccountId,
) -> Result<Option<Millis>, StoreError> {
    Ok(store.account(district, id).await?.and_then(|account| account.left_at))
}

/// Someone as they were when they did their work.
pub(crate) fn me_at(me: &Me, assignments: &[Assignment], at: Millis) -> Me {
    let held = assignments.iter().filter(|assignment| {
        let ended = assignment.until.is_some_and(|until| at > until.plus(GRACE));
        at >= assignment.since.plus(-GRACE) && !ended
    });
    Me { schools: held.map(|assignment| assignment.school.clone()).collect(), ..me.clone() }
}

/// Adds someone, and names them in the district's document so that their visits can name their observer.
pub(crate) async fn add(app: &App, newcomer: Newcomer) -> Result<(), PeopleError> {
    Passphrases::check(&newcomer.passphrase)?;
    let Newcomer { me, passphrase, since } = newcomer;
    let passphrase = app.passphrases().make(passphrase, app.outside()).await?;
    found(app, &me.district).await?;
    let now = app.outside().now();
    let tag = draw_tag(app.outside()).map_err(StoreError::from)?;
    let mut tx = app.store().begin().await?;
    let here = commits::next(&mut tx, &me.district, tag, now).await?;
    write(&mut tx, &me, passphrase, since, (here.seq, now)).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(())
}

/// Writes an account and whatever follows from it, under a commit that has begun.
pub(crate) async fn write(
    tx: &mut AnyConnection,
    me: &Me,
    passphrase: String,
    since: Millis,
    (commit, now): (u64, Millis),
) -> Result<(), StoreError> {
    let account = Account {
        district: me.district.clone(),
        account: me.account.clone(),
        email: me.email.trim().to_lowercase(),
        name: me.name.clone(),
        role: me.role,
        passphrase,
        left_at: None,
    };
    accounts::put(tx, &account, now).await?;
    assignments::assign(tx, &me.district, &me.account, &me.schools, since).await?;
    name_observer(tx, me, commit).await
}

/// Makes the district unless it is there.
pub(crate) async fn found(app: &App, district: &DistrictId) -> Result<(), PeopleError> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if district.as_str().is_empty() || !district.as_str().bytes().all(plain) {
        return Err(PeopleError::DistrictId);
    }
    Ok(app.store().found_district(district, app.outside().now()).await?)
}

/// From now on someone works elsewhere, or in another role.
pub(crate) async fn assign(
    app: &App,
    district: &DistrictId,
    id: &AccountId,
    role: Role,
    schools: &[SchoolId],
) -> Result<(), PeopleError> {
    let now = app.outside().now();
    let tag = draw_tag(app.outside()).map_err(StoreError::from)?;
    let mut tx = app.store().begin().await?;
    commits::next(&mut tx, district, tag, now).await?;
    let account = accounts::get(&mut tx, district, id).await?.ok_or(PeopleError::NoAccount)?;
    accounts::put(&mut tx, &Account { role, ..account }, now).await?;
    assignments::assign(&mut tx, district, id, schools, now).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(())
}

/// A new passphrase; every device has to sign in again.
pub(crate) async fn reset(
    app: &App,
    district: &DistrictId,
    id: &AccountId,
    passphrase: String,
) -> Result<(), PeopleError> {
    Passphrases::check(&passphrase)?;
    let passphrase = app.passphrases().make(passphrase, app.outside()).await?;
    let now = app.outside().now();
    let tag = draw_tag(app.outside()).map_err(StoreError::from)?;
    let mut tx = app.store().begin().await?;
    commits::next(&mut tx, district, tag, now).await?;
    let account = accounts::get(&mut tx, district, id).await?.ok_or(PeopleError::NoAccount)?;
    accounts::put(&mut tx, &Account { passphrase, ..account }, now).await?;
    invitations::withdraw(&mut tx, district, id).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(app.store().close_sessions_of(district, id).await?)
}

fn as_me(account: Account, schools: Vec<SchoolId>) -> Me {
    let Account { district, account, email, name, role, passphrase: _, left_at } = account;
    // Who has left has no rights but to send what they did before.
    let role = if left_at.is_some() { Role::Observer } else { role };
    Me { account, district, name, email, role, schools }
}

async fn name_observer(tx: &mut AnyConnection, me: &Me, commit: u64) -> Result<(), StoreError> {
    let Some(mut district) = latest_district(tx, &me.district, commit).await? else {
        return Ok(());
    };
    if district.observer(&me.account) == Some(me.name.as_str()) {
        return Ok(());
    }
    district.observers.retain(|person| person.id != me.account);
    district.observers.push(Person { id: me.account.clone(), name: me.name.clone() });
    let document = Published::District(district).write().map_err(|_| StoreError::Damaged("documents.text"))?;
    documents::put(tx, &me.district, &Stream::District, &document, commit).await
}

/// The district's document that holds; `None` before the first.
pub(crate) async fn latest_district(
    tx: &mut AnyConnection,
    district: &DistrictId,
    through: u64,
) -> Result<Option<District>, StoreError> {
    let holding = documents::between(tx, district, &Stream::District, 0, through).await?;
    let Some(document) = holding.iter().find(|document| document.kind == DocumentKind::District) else {
        return Ok(None);
    };
    match document.read() {
        Ok(Published::District(district)) => Ok(Some(district)),
        Ok(Published::Framework(_) | Published::Roster(_)) | Err(_) => Err(StoreError::Damaged("documents.text")),
    }
}
