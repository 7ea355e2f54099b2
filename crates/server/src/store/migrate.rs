//! Brings the tables up to date. Migrations are numbered files that never change once released.

use sqlx::AnyPool;

use super::StoreError;

/// In order; the first is number 1.
const MIGRATIONS: [&str; 4] = [
    include_str!("../../migrations/0001_first.sql"),
    include_str!("../../migrations/0002_import_mappings.sql"),
    include_str!("../../migrations/0003_imports.sql"),
    include_str!("../../migrations/0004_visits_opened_by.sql"),
];

/// Runs what has not run yet, each migration in a transaction of its own.
///
/// # Errors
/// When the database has more migrations than this program knows, or refuses one.
pub(super) async fn run(writer: &AnyPool) -> Result<(), StoreError> {
    sqlx::raw_sql("create table if not exists migrations (number bigint not null primary key)").execute(writer).await?;
    let (found,): (i64,) =
        sqlx::query_as("select cast(coalesce(max(number), 0) as bigint) from migrations").fetch_one(writer).await?;
    for (number, sql) in (1_i64..).zip(MIGRATIONS) {
        if number > found {
            let mut tx = writer.begin().await?;
            sqlx::raw_sql(sql).execute(&mut *tx).await?;
            sqlx::query("insert into migrations (number) values ($1)").bind(number).execute(&mut *tx).await?;
            tx.commit().await?;
        }
    }
    let known = i64::try_from(MIGRATIONS.len()).map_err(|_| StoreError::TooLarge)?;
    if found > known { Err(StoreError::Newer { found, known }) } else { Ok(()) }
}
