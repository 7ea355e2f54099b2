//! What people say of a draft in a round, and what the district answers. Each has one comment of a look-for.

use domain::framework::{Comment, CommentAnswer, Uptake};
use domain::id::{AccountId, DistrictId, LookForId};
use domain::time::Millis;
use sqlx::AnyConnection;

use super::StoreError;

/// Which comment.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) district: &'a DistrictId,
    pub(crate) round: u32,
    /// Whose.
    pub(crate) account: &'a AccountId,
    /// Of which look-for; `None` for the draft as a whole.
    pub(crate) look_for: Option<&'a LookForId>,
}

impl Place<'_> {
    fn look_for(&self) -> &str {
        self.look_for.map_or("", LookForId::as_str)
    }
}

type Columns =
    (String, String, String, String, String, i64, Option<String>, Option<String>, Option<String>, Option<i64>);

/// Every comment of a round with its author, the oldest first.
pub(crate) async fn of(tx: &mut AnyConnection, district: &DistrictId, round: u32) -> Result<Vec<Comment>, StoreError> {
    let sql = "select c.account, coalesce(a.name, c.account), c.look_for, c.about, c.text, c.at, c.answer, c.uptake, \
               coalesce(b.name, c.answered_by), c.answered_at from comments c \
               left join accounts a on a.district = c.district and a.account = c.account \
               left join accounts b on b.district = c.district and b.account = c.answered_by \
               where c.district = $1 and c.round = $2";
    let rows: Vec<Columns> = sqlx::query_as(sql).bind(district.as_str()).bind(i64::from(round)).fetch_all(tx).await?;
    let mut all = rows.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
    // Texts stand in another order on another database.
    all.sort_by(|one, other| (one.at, &one.look_for, &one.account).cmp(&(other.at, &other.look_for, &other.account)));
    Ok(all)
}

/// Writes somebody's comment, or writes it anew. Whether it had no answer yet.
pub(crate) async fn write(
    tx: &mut AnyConnection,
    place: Place<'_>,
    (about, text): (&str, &str),
    at: Millis,
) -> Result<bool, StoreError> {
    let sql = "insert into comments (district, round, account, look_for, about, text, at) \
               values ($1, $2, $3, $4, $5, $6, $7) on conflict (district, round, account, look_for) \
               do update set text = excluded.text, at = excluded.at where comments.answer is null";
    let done = sqlx::query(sql)
        .bind(place.district.as_str())
        .bind(i64::from(place.round))
        .bind(place.account.as_str())
        .bind(place.look_for())
        .bind(about)
        .bind(text)
        .bind(at.0)
        .execute(tx)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes somebody's comment away. Whether it was there without an answer.
pub(crate) async fn withdraw(tx: &mut AnyConnection, place: Place<'_>) -> Result<bool, StoreError> {
    let sql = "delete from comments where district = $1 and round = $2 and account = $3 and look_for = $4 \
               and answer is null";
    let done = sqlx::query(sql)
        .bind(place.district.as_str())
        .bind(i64::from(place.round))
        .bind(place.account.as_str())
        .bind(place.look_for())
        .execute(tx)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Answers a comment, or answers it anew. Whether it still was what was seen.
pub(crate) async fn answer(
    tx: &mut AnyConnection,
    place: Place<'_>,
    seen: &Comment,
    (text, uptake): (&str, Option<Uptake>),
    (by, at): (&AccountId, Millis),
) -> Result<bool, StoreError> {
    let sql = "update comments set answer = $5, uptake = $6, answered_by = $7, answered_at = $8 \
               where district = $1 and round = $2 and account = $3 and look_for = $4 \
               and text = $9 and coalesce(answer, '') = $10 and coalesce(uptake, '') = $11";
    let before = seen.answer.as_ref();
    let done = sqlx::query(sql)
        .bind(place.district.as_str())
        .bind(i64::from(place.round))
        .bind(place.account.as_str())
        .bind(place.look_for())
        .bind(text)
        .bind(uptake.map(uptake_text))
        .bind(by.as_str())
        .bind(at.0)
        .bind(seen.text.as_str())
        .bind(before.map_or("", |answer| answer.text.as_str()))
        .bind(before.and_then(|answer| answer.uptake).map_or("", uptake_text))
        .execute(tx)
        .await?;
    Ok(done.rows_affected() == 1)
}

fn read(
    (account, by, look_for, about, text, at, answer, uptake, answered_by, answered_at): Columns,
) -> Result<Comment, StoreError> {
    let answer = match (answer, answered_by, answered_at) {
        (Some(text), Some(by), Some(at)) => {
            Some(CommentAnswer { text, uptake: uptake.as_deref().map(read_uptake).transpose()?, by, at: Millis(at) })
        }
        (None, None, None) => None,
        _ => return Err(StoreError::Damaged("comments.answer")),
    };
    let look_for = (!look_for.is_empty()).then_some(LookForId(look_for));
    Ok(Comment { look_for, about, account: Some(AccountId(account)), by: Some(by), text, at: Millis(at), answer })
}

fn uptake_text(uptake: Uptake) -> &'static str {
    match uptake {
        Uptake::TakenUp => "taken up",
        Uptake::NotTakenUp => "not taken up",
    }
}

fn read_uptake(text: &str) -> Result<Uptake, StoreError> {
    [Uptake::TakenUp, Uptake::NotTakenUp]
        .into_iter()
        .find(|uptake| uptake_text(*uptake) == text)
        .ok_or(StoreError::Damaged("comments.uptake"))
}
