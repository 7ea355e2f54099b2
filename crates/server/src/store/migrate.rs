//! Brings the tables up to date. Migrations are numbered files that never change once released.

use sqlx::AnyPool;

use super::{StoreError, turns};
use crate::config::Database;

/// In order; the first is number 1.
const MIGRATIONS: [&str; 11] = [
    include_str!("../../migrations/0001_first.sql"),
    include_str!("../../migrations/0002_import_mappings.sql"),
    include_str!("../../migrations/0003_imports.sql"),
    include_str!("../../migrations/0004_visits_opened_by.sql"),
    include_str!("../../migrations/0005_emails_and_tries.sql"),
    include_str!("../../migrations/0006_erasures.sql"),
    include_str!("../../migrations/0007_roster_records.sql"),
    include_str!("../../migrations/0008_framework_drafts.sql"),
    include_str!("../../migrations/0009_people.sql"),
    include_str!("../../migrations/0010_comments.sql"),
    include_str!("../../migrations/0011_goal_figures.sql"),
];

/// Runs what has not run yet, all of it or nothing. Of processes that start at once, one does it and the others wait.
///
/// # Errors
/// When the database has more migrations than this program knows, or refuses one.
pub(super) async fn run(database: &Database, writer: &AnyPool) -> Result<(), StoreError> {
    let mut tx = writer.begin().await?;
    match database {
        Database::Folder(_) => {}
        Database::Postgres(_) => turns::lock(&mut tx, "migrations").await?,
    }
    sqlx::raw_sql("create table if not exists migrations (number bigint not null primary key)")
        .execute(&mut *tx)
        .await?;
    let (found,): (i64,) =
        sqlx::query_as("select cast(coalesce(max(number), 0) as bigint) from migrations").fetch_one(&mut *tx).await?;
    for (number, sql) in (1_i64..).zip(MIGRATIONS) {
        if number > found {
            sqlx::raw_sql(sql).execute(&mut *tx).await?;
            sqlx::query("insert into migrations (number) values ($1)").bind(number).execute(&mut *tx).await?;
        }
    }
    let known = i64::try_from(MIGRATIONS.len()).map_err(|_| StoreError::TooLarge)?;
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    Ok(tx.commit().await?)
}
