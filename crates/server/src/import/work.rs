//! An import from a table to stored visits.

use domain::id::{ImportId, SchoolId};
use domain::import::{Against, CannotRead, ImportReport, Mapping, Plan, Sheet, SourceName, read};
use domain::permission::Me;

use super::push::{import_id, push};
use super::{Ground, ImportError};
use crate::app::App;
use crate::store::{StoreError, imports, mappings};

/// Who imports what.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) me: Me,
    pub(crate) school: SchoolId,
    pub(crate) source: SourceName,
    /// The source as it was typed.
    pub(crate) called: String,
}

/// A table that has been read by a mapping and held against what is there.
#[derive(Debug)]
pub(crate) struct Ready {
    pub(crate) mapping: Mapping,
    pub(crate) plan: Plan,
    pub(crate) against: Against,
}

impl Ready {
    /// Reads a table: the dry run. Stores nothing.
    ///
    /// # Errors
    /// What keeps it from being read.
    pub(crate) fn new(asked: &Asked, ground: &Ground, table: &Sheet, mapping: Mapping) -> Result<Self, CannotRead> {
        let plan = read(table, &mapping, &ground.setup(&asked.me, &asked.school, &asked.source))?;
        let against = plan.against(&ground.before);
        Ok(Self { mapping, plan, against })
    }

    /// What it says in the app.
    pub(crate) fn report(&self, import: Option<ImportId>) -> ImportReport {
        ImportReport::new(&self.plan, &self.against, &self.mapping, import)
    }
}

/// Stores the visits that are new, telling after each batch how many are stored, and remembers the mapping. `None` when
/// there are none. That the import began is kept before its first visit is, so that one that was cut short can be undone.
///
/// # Errors
/// When the account may not do that, or an edit is not taken; batches before it are stored.
pub(crate) async fn store(
    app: &App,
    asked: &Asked,
    ready: &Ready,
    tell: impl FnMut(usize),
) -> Result<Option<ImportId>, ImportError> {
    let Ready { mapping, plan, against } = ready;
    let visits = &against.new;
    let mapping = mapping.to_json();
    let now = app.outside().now();
    let import = (!visits.is_empty()).then(|| import_id(&asked.me, visits));
    super::allowed(&asked.me, &asked.school, visits)?;
    if !plan.visits.is_empty() {
        let mut tx = app.store().begin().await?;
        mappings::put(&mut tx, &asked.me.district, &asked.source, &mapping, now).await?;
        if let Some(import) = import {
            let new = imports::NewImport {
                import,
                school: &asked.school,
                source: &asked.source,
                called: &asked.called,
                mapping: &mapping,
                by: &asked.me.account,
                at: now,
            };
            imports::put(&mut tx, &asked.me.district, &new).await?;
        }
        tx.commit().await.map_err(StoreError::from)?;
    }
    if let Some(import) = import {
        push(app, &asked.me, (import, &asked.school), visits, tell).await?;
    }
    Ok(import)
}
