//! A running server: its store, its caches and limits, and what the outside may do with it.

use std::path::Path;
use std::sync::Arc;

use axum::Router;
use domain::district::Document;
use domain::edit::Edit;
use domain::fact::Pack;
use domain::id::{AccountId, DistrictId, VisitId};
use domain::permission::{Me, Role};
use domain::sync::{Cursor, PushAnswer};
use domain::time::Millis;
use tokio::sync::{Mutex, MutexGuard};
use tokio_util::task::TaskTracker;

use crate::compare::PackCache;
use crate::config::{Config, Database, Reach};
use crate::erase::{self, EraseError, Erased};
use crate::error::ApiError;
use crate::frameworks::Frameworks;
use crate::outside::Outside;
use crate::people::{self, PeopleError};
use crate::publish::{self, Holding, PublishError};
use crate::push::{self, Arrived, Lanes};
use crate::sign_in::Passphrases;
use crate::store::{Store, StoreError, Turn};
use crate::upkeep::{self, Checked};
use crate::{api, setup, site};

/// A server on its data. Cheap to clone; all clones are the same server.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    config: Config,
    store: Store,
    frameworks: Frameworks,
    packs: PackCache,
    lanes: Lanes,
    passphrases: Passphrases,
    site: Option<site::Site>,
    pushes: TaskTracker,
    imports: Mutex<()>,
}

/// Why a server cannot open.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The data folder cannot be made or read.
    #[error("the data folder {folder}: {error}")]
    Folder {
        /// Which folder.
        folder: String,
        /// What the system says.
        error: std::io::Error,
    },
    /// The app's folder holds no `index.html`.
    #[error("there is no built app in {folder}: {error}")]
    NoApp {
        /// Which folder.
        folder: String,
        /// What the system says.
        error: std::io::Error,
    },
    /// The database cannot be opened.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What was erased and is here again cannot be erased again.
    #[error(transparent)]
    Erase(#[from] EraseError),
}

/// Someone who is to sign in.
#[derive(Debug, Clone)]
pub struct Newcomer {
    /// Who they are and where; `me.district` begins with its first account or document.
    pub me: Me,
    /// What they sign in with.
    pub passphrase: String,
    /// Since when they work in these schools: edits made more than 14 days before are refused.
    pub since: Millis,
}

impl App {
    /// Opens a server on its database, brings the database up to date, erases what was erased before and is here again, and
    /// reads the app's entry page.
    ///
    /// # Errors
    /// When the folder, the database or the app cannot be used.
    pub async fn open(config: Config) -> Result<Self, OpenError> {
        let named = |folder: &Path| folder.display().to_string();
        if let Database::Folder(folder) = &config.database {
            std::fs::create_dir_all(folder).map_err(|error| OpenError::Folder { folder: named(folder), error })?;
        }
        let site = match &config.app_dir {
            Some(folder) => {
                Some(site::Site::open(folder).map_err(|error| OpenError::NoApp { folder: named(folder), error })?)
            }
            None => None,
        };
        let store = Store::open(&config.database).await?;
        let passphrases = Passphrases::new(&*config.outside)?;
        let app = Self(Arc::new(Inner {
            store,
            passphrases,
            site,
            config,
            frameworks: Frameworks::default(),
            packs: PackCache::default(),
            lanes: Lanes::default(),
            pushes: TaskTracker::new(),
            imports: Mutex::new(()),
        }));
        erase::erase_again(&app).await?;
        erase::complete_log(&app).await?;
        Ok(app)
    }

    /// The whole server as a router: the API and the app.
    pub fn router(&self) -> Router {
        api::router(self)
    }

    /// Publishes a document to its district, or makes it the latest again. Visits that waited for a framework are
    /// counted from here on.
    ///
    /// # Errors
    /// When the document cannot be read, is not fit to publish, or the store fails.
    pub async fn publish(&self, district: &DistrictId, document: &Document) -> Result<Cursor, PublishError> {
        publish::publish(self, district, document).await
    }

    /// Adds someone who signs in, or replaces what is known of them.
    ///
    /// # Errors
    /// When the passphrase cannot be taken, the email is someone else's, or the store fails.
    pub async fn add_account(&self, newcomer: Newcomer) -> Result<(), PeopleError> {
        people::add(self, newcomer).await
    }

    /// From now on someone works in these schools and no others, in this role.
    ///
    /// # Errors
    /// When there is no such account or the store fails.
    pub async fn assign(
        &self,
        district: &DistrictId,
        account: &AccountId,
        role: Role,
        schools: &[domain::id::SchoolId],
    ) -> Result<(), PeopleError> {
        people::assign(self, district, account, role, schools).await
    }

    /// Takes edits as a push does, each with the moment at which it is said to have arrived. All are of one replica,
    /// in order of seq.
    ///
    /// # Errors
    /// As a push.
    pub async fn take_in(&self, me: &Me, edits: Vec<(Edit, Millis)>) -> Result<Option<PushAnswer>, ApiError> {
        let Some(replica) = edits.first().map(|(edit, _)| edit.id().replica) else {
            return Ok(None);
        };
        let edits = edits.into_iter().map(|(edit, received)| Arrived::well_formed(edit, received)).collect();
        push::accept(self, me, push::Push { cursor: None, replica, edits }).await.map(Some)
    }

    /// A link's last part for a district that has nobody in it yet, in place of any earlier one; a district is made if
    /// there is none. `None` when somebody can sign in already.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn setup_link(&self) -> Result<Option<String>, PeopleError> {
        setup::offer(self).await
    }

    /// Every fact pack of a district, as Compare reads them.
    ///
    /// # Errors
    /// When there is no such district or the store fails.
    pub async fn fact_packs(&self, district: &DistrictId) -> Result<Vec<Arc<Pack>>, StoreError> {
        self.0.packs.all(self, district).await
    }

    /// What a district has published, as far as it holds now; `None` before it has been set up.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn published(&self, district: &DistrictId) -> Result<Option<Holding>, StoreError> {
        let mut tx = self.store().read().await?;
        let holding = publish::holding(&mut tx, district).await?;
        tx.rollback().await?;
        Ok(holding)
    }

    /// Erases a visit for good, here and on every tablet that syncs, and notes it in the log of erasures, by which it is
    /// erased again when a backup brings it back.
    ///
    /// # Errors
    /// When there is no log, no such visit, or either fails.
    pub async fn erase(&self, district: &DistrictId, visit: VisitId) -> Result<Erased, EraseError> {
        erase::erase(self, district, visit).await
    }

    /// Works every visit, tally and fingerprint of a district out again from its edits.
    ///
    /// # Errors
    /// When there is no such district or the store fails.
    pub async fn check(&self, district: &DistrictId) -> Result<Checked, StoreError> {
        upkeep::check(self, district).await
    }

    /// Pushes that have been read and not yet answered.
    #[must_use]
    pub fn pushes_under_way(&self) -> usize {
        self.0.pushes.len()
    }

    /// Waits for pushes under way, then closes the database.
    pub async fn close(&self) {
        self.0.pushes.close();
        self.0.pushes.wait().await;
        self.0.store.close().await;
    }

    pub(crate) fn store(&self) -> &Store {
        &self.0.store
    }

    pub(crate) fn outside(&self) -> &dyn Outside {
        &*self.0.config.outside
    }

    pub(crate) fn erasure_log(&self) -> Option<&Path> {
        self.0.config.erasure_log.as_deref()
    }

    pub(crate) fn reach(&self) -> Reach {
        self.0.config.reach
    }

    pub(crate) fn frameworks(&self) -> &Frameworks {
        &self.0.frameworks
    }

    pub(crate) fn packs(&self) -> &PackCache {
        &self.0.packs
    }

    pub(crate) fn lanes(&self) -> &Lanes {
        &self.0.lanes
    }

    pub(crate) fn passphrases(&self) -> &Passphrases {
        &self.0.passphrases
    }

    pub(crate) fn site(&self) -> Option<&site::Site> {
        self.0.site.as_ref()
    }

    /// Held by whoever imports into a district or undoes an import: of two at once, the second sees what the first has stored. Of one
    /// process, one at a time stands in line for it.
    pub(crate) async fn import_turn(&self, district: &DistrictId) -> Result<(MutexGuard<'_, ()>, Turn), StoreError> {
        let here = self.0.imports.lock().await;
        Ok((here, self.store().turn(&format!("imports {district}")).await?))
    }

    /// Pushes and imports run as tasks of their own, which a client that hangs up does not end.
    pub(crate) fn pushes(&self) -> &TaskTracker {
        &self.0.pushes
    }
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("App").field(&self.0.config).finish()
    }
}
