//! The whole database from one place to another, whichever kind each is: what a backup is, and how a district that has
//! outgrown SQLite moves.

use futures_util::TryStreamExt;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row};

use super::StoreError;
use super::columns::{CHUNK, insert};

/// What a column holds.
#[derive(Debug, Clone, Copy)]
enum Holds {
    Text,
    Big,
    Bytes,
}
use Holds::{Big, Bytes, Text};

/// Every table but that of migrations, with all its columns.
const TABLES: &[(&str, &[(&str, Holds)])] = &[
    ("districts", &[("district", Text), ("epoch", Big), ("seq", Big), ("tag", Big), ("created", Big)]),
    ("commits", &[("district", Text), ("seq", Big), ("tag", Big), ("at", Big)]),
    (
        "documents",
        &[("district", Text), ("hash", Bytes), ("stream", Text), ("kind", Text), ("commit_seq", Big), ("text", Text)],
    ),
    (
        "accounts",
        &[
            ("district", Text),
            ("account", Text),
            ("email", Text),
            ("name", Text),
            ("role", Text),
            ("passphrase", Text),
            ("created", Big),
            ("left_at", Big),
        ],
    ),
    ("emails", &[("email", Text), ("district", Text), ("account", Text)]),
    ("assignments", &[("district", Text), ("account", Text), ("school", Text), ("since", Big), ("until", Big)]),
    ("sessions", &[("district", Text), ("token", Bytes), ("account", Text), ("created", Big), ("ends", Big)]),
    ("invitations", &[("district", Text), ("account", Text), ("token", Bytes), ("ends", Big), ("made_by", Text)]),
    ("setups", &[("district", Text), ("token", Bytes), ("ends", Big)]),
    ("tries", &[("who", Text), ("failures", Big), ("last", Big)]),
    (
        "replicas",
        &[
            ("district", Text),
            ("replica", Bytes),
            ("account", Text),
            ("acked_through", Big),
            ("highest", Big),
            ("edits", Big),
            ("sum", Bytes),
        ],
    ),
    (
        "edits",
        &[
            ("district", Text),
            ("replica", Bytes),
            ("edit_seq", Big),
            ("hash", Bytes),
            ("change_id", Bytes),
            ("stream", Text),
            ("visit", Bytes),
            ("author", Text),
            ("commit_seq", Big),
            ("place", Big),
            ("held", Big),
            ("received", Big),
            ("text", Text),
        ],
    ),
    (
        "refusals",
        &[
            ("district", Text),
            ("replica", Bytes),
            ("edit_seq", Big),
            ("hash", Bytes),
            ("account", Text),
            ("reason", Text),
            ("received", Big),
        ],
    ),
    (
        "visits",
        &[
            ("district", Text),
            ("visit", Bytes),
            ("stream", Text),
            ("framework", Bytes),
            ("commit_seq", Big),
            ("state", Bytes),
        ],
    ),
    ("erasures", &[("district", Text), ("visit", Bytes), ("stream", Text), ("commit_seq", Big), ("at", Big)]),
    (
        "packs",
        &[
            ("district", Text),
            ("school", Text),
            ("month", Big),
            ("framework", Bytes),
            ("commit_seq", Big),
            ("facts", Bytes),
        ],
    ),
    ("roster_records", &[("district", Text), ("text", Text), ("at", Big)]),
    ("framework_drafts", &[("district", Text), ("tag", Bytes), ("text", Text), ("account", Text), ("at", Big)]),
    ("goal_figures", &[("district", Text), ("goal", Text), ("text", Text), ("at", Big)]),
    (
        "comment_rounds",
        &[
            ("district", Text),
            ("round", Big),
            ("title", Text),
            ("until", Big),
            ("note", Text),
            ("account", Text),
            ("at", Big),
            ("closed", Big),
            ("became", Big),
        ],
    ),
    ("comment_invitations", &[("district", Text), ("round", Big), ("account", Text)]),
    (
        "comments",
        &[
            ("district", Text),
            ("round", Big),
            ("account", Text),
            ("look_for", Text),
            ("about", Text),
            ("text", Text),
            ("at", Big),
            ("answer", Text),
            ("uptake", Text),
            ("answered_by", Text),
            ("answered_at", Big),
        ],
    ),
    ("import_mappings", &[("district", Text), ("source", Text), ("mapping", Text), ("used", Big)]),
    (
        "imports",
        &[
            ("district", Text),
            ("import", Bytes),
            ("school", Text),
            ("source", Text),
            ("called", Text),
            ("mapping", Text),
            ("account", Text),
            ("at", Big),
            ("undone", Big),
            ("undone_by", Text),
        ],
    ),
];

/// Copies every row. What `to` has of its own must be nothing.
pub(super) async fn copy(from: &mut AnyConnection, to: &mut AnyConnection) -> Result<(), StoreError> {
    for (table, columns) in TABLES {
        let names = columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
        let select = AssertSqlSafe(format!("select {names} from {table}"));
        let head = format!("insert into {table} ({names})");
        let mut rows = sqlx::query(select).fetch(&mut *from);
        let mut chunk = Vec::with_capacity(CHUNK);
        while let Some(row) = rows.try_next().await? {
            chunk.push(row);
            if chunk.len() == CHUNK {
                put(to, &head, columns, &chunk).await?;
                chunk.clear();
            }
        }
        if !chunk.is_empty() {
            put(to, &head, columns, &chunk).await?;
        }
    }
    Ok(())
}

async fn put(to: &mut AnyConnection, head: &str, columns: &[(&str, Holds)], rows: &[AnyRow]) -> Result<(), StoreError> {
    let mut query = sqlx::query(insert(head, columns.len(), rows.len(), ""));
    for row in rows {
        for (at, (_, holds)) in columns.iter().enumerate() {
            query = match holds {
                Text => query.bind(row.try_get::<Option<String>, _>(at)?),
                Big => query.bind(row.try_get::<Option<i64>, _>(at)?),
                Bytes => query.bind(row.try_get::<Option<Vec<u8>>, _>(at)?),
            };
        }
    }
    query.execute(to).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Database;
    use crate::store::Store;

    /// A table or a column that a migration adds and nobody copies would be missing from backups.
    #[tokio::test]
    async fn every_column_of_every_table_is_copied() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(&Database::Folder(folder.path().to_owned())).await.expect("a database");
        let sql = "select m.name, c.name from sqlite_master m join pragma_table_info(m.name) c \
                   where m.type = 'table' and m.name <> 'migrations' order by 1, 2";
        let found: Vec<(String, String)> = sqlx::query_as(sql).fetch_all(&store.readers).await.expect("its tables");
        let mut copied: Vec<(String, String)> = TABLES
            .iter()
            .flat_map(|(table, columns)| columns.iter().map(|(name, _)| ((*table).to_owned(), (*name).to_owned())))
            .collect();
        copied.sort();
        assert_eq!(copied, found);
    }
}
