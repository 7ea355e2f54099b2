//! A fuse in the server's database: a trigger at every table counts row changes down and fails the last, as if the process
//! had died there. The server knows nothing of it.

use std::path::Path;

use sqlx::{AnyConnection, AssertSqlSafe, Connection};

/// The tables whose rows a push changes; the server can be killed at any of these changes.
const WRITTEN: [&str; 7] = ["districts", "commits", "edits", "refusals", "visits", "packs", "replicas"];

/// Puts it into a database.
pub(crate) async fn install(file: &Path) -> Result<(), sqlx::Error> {
    let mut connection = AnyConnection::connect(&url(file)).await?;
    for statement in statements() {
        sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut connection).await?;
    }
    connection.close().await
}

/// After so many row changes the next one fails; −1 for none.
pub(crate) async fn set(file: &Path, changes: i64) -> Result<(), sqlx::Error> {
    let mut connection = AnyConnection::connect(&url(file)).await?;
    sqlx::query("update fuse set changes = $1").bind(changes).execute(&mut connection).await?;
    connection.close().await
}

fn statements() -> Vec<String> {
    let table = ["create table fuse (changes bigint not null)", "insert into fuse values (-1)"].map(str::to_owned);
    let trigger = |(table, change): (&str, &str)| {
        format!(
            "create trigger fuse_{table}_{change} after {change} on {table} \
             when (select changes from fuse) >= 0 begin \
             select raise(abort, 'killed') from fuse where changes = 0; \
             update fuse set changes = changes - 1; end"
        )
    };
    let changes = WRITTEN.iter().flat_map(|table| ["insert", "update"].map(|change| (*table, change)));
    table.into_iter().chain(changes.map(trigger)).collect()
}

fn url(file: &Path) -> String {
    format!("sqlite://{}?mode=rw", file.display())
}
