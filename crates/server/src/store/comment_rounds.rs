//! Comment rounds and who is asked in them. One is opened at a time; none is ever taken away.

use domain::framework::{Became, PlanRound, Round};
use domain::id::{AccountId, DistrictId};
use domain::time::{Millis, date_of_day, day_number};
use sqlx::AnyConnection;

use super::StoreError;
use super::columns::{CHUNK, insert};

/// What `became` holds when the draft was discarded; versions count from 1.
const DISCARDED: i64 = 0;

type Columns = (i64, String, i64, String, String, i64, Option<i64>, Option<i64>);

/// Every round, the oldest first.
pub(crate) async fn all(tx: &mut AnyConnection, district: &DistrictId) -> Result<Vec<Round>, StoreError> {
    let sql = "select r.round, r.title, r.until, r.note, coalesce(a.name, r.account), r.at, r.closed, r.became \
               from comment_rounds r left join accounts a on a.district = r.district and a.account = r.account \
               where r.district = $1 order by r.round";
    let rows: Vec<Columns> = sqlx::query_as(sql).bind(district.as_str()).fetch_all(tx).await?;
    rows.into_iter().map(read).collect()
}

/// The numbers of the rounds in which somebody is asked.
pub(crate) async fn asking(
    tx: &mut AnyConnection,
    district: &DistrictId,
    account: &AccountId,
) -> Result<Vec<u32>, StoreError> {
    let sql = "select round from comment_invitations where district = $1 and account = $2 order by round";
    let rows: Vec<(i64,)> = sqlx::query_as(sql).bind(district.as_str()).bind(account.as_str()).fetch_all(tx).await?;
    rows.into_iter().map(|(round,)| number(round)).collect()
}

/// Who is asked in a round.
pub(crate) async fn asked(
    tx: &mut AnyConnection,
    district: &DistrictId,
    round: u32,
) -> Result<Vec<AccountId>, StoreError> {
    let sql = "select account from comment_invitations where district = $1 and round = $2";
    let rows: Vec<(String,)> = sqlx::query_as(sql).bind(district.as_str()).bind(i64::from(round)).fetch_all(tx).await?;
    let mut all: Vec<AccountId> = rows.into_iter().map(|(account,)| AccountId(account)).collect();
    // Texts stand in another order on another database.
    all.sort_unstable();
    Ok(all)
}

/// Opens a round; one that ran out before can no longer be changed. Whether its number was free.
pub(crate) async fn open(
    tx: &mut AnyConnection,
    district: &DistrictId,
    (round, title): (u32, &str),
    plan: &PlanRound,
    (account, at): (&AccountId, Millis),
) -> Result<bool, StoreError> {
    let sql = "update comment_rounds set closed = $2 where district = $1 and closed is null and became is null";
    sqlx::query(sql).bind(district.as_str()).bind(at.0).execute(&mut *tx).await?;
    let sql = "insert into comment_rounds (district, round, title, until, note, account, at) \
               values ($1, $2, $3, $4, $5, $6, $7) on conflict (district, round) do nothing";
    let done = sqlx::query(sql)
        .bind(district.as_str())
        .bind(i64::from(round))
        .bind(title)
        .bind(i64::from(day_number(plan.until)))
        .bind(plan.note.as_str())
        .bind(account.as_str())
        .bind(at.0)
        .execute(&mut *tx)
        .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    ask(tx, district, round, &plan.invited).await?;
    Ok(true)
}

/// Changes a round. Whether it could still be changed.
pub(crate) async fn change(
    tx: &mut AnyConnection,
    district: &DistrictId,
    (round, title): (u32, &str),
    plan: &PlanRound,
) -> Result<bool, StoreError> {
    let sql = "update comment_rounds set title = $3, until = $4, note = $5 \
               where district = $1 and round = $2 and closed is null and became is null";
    let done = sqlx::query(sql)
        .bind(district.as_str())
        .bind(i64::from(round))
        .bind(title)
        .bind(i64::from(day_number(plan.until)))
        .bind(plan.note.as_str())
        .execute(&mut *tx)
        .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    ask(tx, district, round, &plan.invited).await?;
    Ok(true)
}

/// Closes a round. Whether it could still be closed.
pub(crate) async fn close(
    tx: &mut AnyConnection,
    district: &DistrictId,
    round: u32,
    at: Millis,
) -> Result<bool, StoreError> {
    let sql = "update comment_rounds set closed = $3 \
               where district = $1 and round = $2 and closed is null and became is null";
    let done = sqlx::query(sql).bind(district.as_str()).bind(i64::from(round)).bind(at.0).execute(tx).await?;
    Ok(done.rows_affected() == 1)
}

/// Notes what became of the draft that rounds were about. Nobody comments on it any more.
pub(crate) async fn draft_became(
    tx: &mut AnyConnection,
    district: &DistrictId,
    became: Became,
) -> Result<(), StoreError> {
    let became = match became {
        Became::Discarded => DISCARDED,
        Became::Version(version) => i64::from(version),
    };
    let sql = "update comment_rounds set became = $2 where district = $1 and became is null";
    sqlx::query(sql).bind(district.as_str()).bind(became).execute(tx).await?;
    Ok(())
}

/// Puts these in the place of whoever was asked.
async fn ask(
    tx: &mut AnyConnection,
    district: &DistrictId,
    round: u32,
    accounts: &[AccountId],
) -> Result<(), StoreError> {
    let sql = "delete from comment_invitations where district = $1 and round = $2";
    sqlx::query(sql).bind(district.as_str()).bind(i64::from(round)).execute(&mut *tx).await?;
    for chunk in accounts.chunks(CHUNK) {
        let head = "insert into comment_invitations (district, round, account)";
        let mut query = sqlx::query(insert(head, 3, chunk.len(), "on conflict (district, round, account) do nothing"));
        for account in chunk {
            query = query.bind(district.as_str()).bind(i64::from(round)).bind(account.as_str());
        }
        query.execute(&mut *tx).await?;
    }
    Ok(())
}

fn read((round, title, until, note, by, at, closed, became): Columns) -> Result<Round, StoreError> {
    let became = match became {
        None => None,
        Some(DISCARDED) => Some(Became::Discarded),
        Some(version) => Some(Became::Version(number(version)?)),
    };
    let (until, closed) = (date_of_day(until), closed.map(Millis));
    Ok(Round { number: number(round)?, title, until, note, by, at: Millis(at), closed, became })
}

fn number(big: i64) -> Result<u32, StoreError> {
    u32::try_from(big).map_err(|_| StoreError::Damaged("comment_rounds.round"))
}
