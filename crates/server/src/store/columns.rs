//! How values of the domain lie in columns: text, bigint and bytes, nothing else.

use domain::id::Bits128;
use domain::permission::Role;
use sqlx::AssertSqlSafe;

use super::StoreError;

/// Rows an insert: measured on SQLite, fewer and more are both slower.
pub(super) const CHUNK: usize = 50;

/// `insert … values` for so many rows: `head` names the table and its columns, `tail` says what a conflict does. Made
/// of our own constants only.
pub(super) fn insert(head: &str, columns: usize, rows: usize, tail: &str) -> AssertSqlSafe<String> {
    let mut sql = String::from(head);
    sql.push_str(" values ");
    for row in 0..rows {
        sql.push_str(if row == 0 { "(" } else { ", (" });
        for column in 1..=columns {
            sql.push_str(if column == 1 { "$" } else { ", $" });
            sql.push_str(&(row * columns + column).to_string());
        }
        sql.push(')');
    }
    sql.push(' ');
    sql.push_str(tail);
    AssertSqlSafe(sql)
}

/// `$from, $from+1, …`, so many of them.
pub(super) fn placeholders(from: usize, count: usize) -> String {
    (from..from + count).map(|number| format!("${number}")).collect::<Vec<_>>().join(", ")
}

pub(super) fn bytes(bits: Bits128) -> Vec<u8> {
    bits.0.to_vec()
}

pub(super) fn bits(bytes: &[u8], place: &'static str) -> Result<Bits128, StoreError> {
    bytes.try_into().map(Bits128).map_err(|_| StoreError::Damaged(place))
}

pub(super) fn big(number: u64) -> Result<i64, StoreError> {
    i64::try_from(number).map_err(|_| StoreError::TooLarge)
}

pub(super) fn count(number: i64, place: &'static str) -> Result<u64, StoreError> {
    u64::try_from(number).map_err(|_| StoreError::Damaged(place))
}

pub(super) fn role_text(role: Role) -> &'static str {
    match role {
        Role::Administrator => "administrator",
        Role::Principal => "principal",
        Role::Coach => "coach",
        Role::Observer => "observer",
    }
}

pub(super) fn role(text: &str) -> Result<Role, StoreError> {
    Role::ALL.into_iter().find(|role| role_text(*role) == text).ok_or(StoreError::Damaged("accounts.role"))
}
