//! Accounts: who can sign in.

use domain::id::{AccountId, DistrictId};
use domain::permission::Role;
use domain::time::Millis;
use sqlx::AnyConnection;

use super::columns::{role, role_text};
use super::{Store, StoreError};

/// Someone who can sign in.
#[derive(Debug, Clone)]
pub(crate) struct Account {
    pub(crate) district: DistrictId,
    pub(crate) account: AccountId,
    /// In lower case.
    pub(crate) email: String,
    pub(crate) name: String,
    pub(crate) role: Role,
    /// The argon2id hash, in the PHC string format; empty while they have chosen none.
    pub(crate) passphrase: String,
    /// When they left the district; `None` while they have not.
    pub(crate) left_at: Option<Millis>,
}

type Columns = (String, String, String, String, String, String, Option<i64>);

impl Store {
    /// The account that signs in with this email, in any case.
    pub(crate) async fn account_by_email(&self, email: &str) -> Result<Option<Account>, StoreError> {
        // PostgreSQL takes no U+0000 in a text, so nobody has one in their email.
        if email.contains('\0') {
            return Ok(None);
        }
        let sql = "select accounts.district, accounts.account, accounts.email, name, role, passphrase, left_at from emails \
                   join accounts on accounts.district = emails.district and accounts.account = emails.account \
                   where emails.email = $1";
        let row: Option<Columns> = sqlx::query_as(sql).bind(email.to_lowercase()).fetch_optional(&self.readers).await?;
        row.map(read).transpose()
    }

    /// The account with this id.
    pub(crate) async fn account(&self, district: &DistrictId, id: &AccountId) -> Result<Option<Account>, StoreError> {
        let mut connection = self.readers.acquire().await?;
        get(&mut connection, district, id).await
    }

    /// Everyone in a district, in the order in which they were added.
    pub(crate) async fn accounts(&self, district: &DistrictId) -> Result<Vec<Account>, StoreError> {
        let mut connection = self.readers.acquire().await?;
        all(&mut connection, district).await
    }
}

/// Everyone in a district, in the order in which they were added.
pub(crate) async fn all(tx: &mut AnyConnection, district: &DistrictId) -> Result<Vec<Account>, StoreError> {
    let sql = "select district, account, email, name, role, passphrase, left_at from accounts \
               where district = $1 order by created";
    let rows: Vec<Columns> = sqlx::query_as(sql).bind(district.as_str()).fetch_all(tx).await?;
    rows.into_iter().map(read).collect()
}

/// Notes when somebody left, or that they are back.
pub(crate) async fn leave(
    tx: &mut AnyConnection,
    district: &DistrictId,
    account: &AccountId,
    at: Option<Millis>,
) -> Result<(), StoreError> {
    let sql = "update accounts set left_at = $3 where district = $1 and account = $2";
    sqlx::query(sql).bind(district.as_str()).bind(account.as_str()).bind(at.map(|at| at.0)).execute(tx).await?;
    Ok(())
}

/// The account with this id.
pub(crate) async fn get(
    tx: &mut AnyConnection,
    district: &DistrictId,
    id: &AccountId,
) -> Result<Option<Account>, StoreError> {
    let sql = "select district, account, email, name, role, passphrase, left_at from accounts \
               where district = $1 and account = $2";
    let row: Option<Columns> = sqlx::query_as(sql).bind(district.as_str()).bind(id.as_str()).fetch_optional(tx).await?;
    row.map(read).transpose()
}

/// Adds an account, or replaces what is known of it.
pub(crate) async fn put(tx: &mut AnyConnection, account: &Account, now: Millis) -> Result<(), StoreError> {
    take_email(tx, account).await?;
    let sql = "insert into accounts (district, account, email, name, role, passphrase, created) \
               values ($1, $2, $3, $4, $5, $6, $7) on conflict (district, account) do update set \
               email = excluded.email, name = excluded.name, role = excluded.role, passphrase = excluded.passphrase";
    sqlx::query(sql)
        .bind(account.district.as_str())
        .bind(account.account.as_str())
        .bind(account.email.as_str())
        .bind(account.name.as_str())
        .bind(role_text(account.role))
        .bind(account.passphrase.as_str())
        .bind(now.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// A person signs in with an email alone, so in one database it names one account.
async fn take_email(tx: &mut AnyConnection, account: &Account) -> Result<(), StoreError> {
    let own = (account.district.as_str(), account.account.as_str());
    sqlx::query("insert into emails (email, district, account) values ($1, $2, $3) on conflict (email) do nothing")
        .bind(account.email.as_str())
        .bind(own.0)
        .bind(own.1)
        .execute(&mut *tx)
        .await?;
    let (district, holder): (String, String) = sqlx::query_as("select district, account from emails where email = $1")
        .bind(account.email.as_str())
        .fetch_one(&mut *tx)
        .await?;
    if (district.as_str(), holder.as_str()) != own {
        return Err(StoreError::EmailTaken);
    }
    sqlx::query("delete from emails where district = $1 and account = $2 and email <> $3")
        .bind(own.0)
        .bind(own.1)
        .bind(account.email.as_str())
        .execute(tx)
        .await?;
    Ok(())
}

fn read((district, account, email, name, role_text, passphrase, left_at): Columns) -> Result<Account, StoreError> {
    let role = role(&role_text)?;
    Ok(Account {
        district: DistrictId(district),
        account: AccountId(account),
        email,
        name,
        role,
        passphrase,
        left_at: left_at.map(Millis),
    })
}
