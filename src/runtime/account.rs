//! Who uses the tablet: opening their data, signing in and out.

use std::rc::Rc;

use domain::device;
use domain::permission::Me;
use domain::sync::{Failure, ProblemCode, SignIn, SignedIn};
use domain::time::HOUR;

use super::Runtime;
use crate::browser::database::{Database, StorageFailure};
use crate::browser::network::SetUp;
use crate::browser::{clock, tasks};
use crate::route::Route;
use crate::state::{Saving, Stage, Syncing, Trouble};

impl Runtime {
    /// Opens the data of whoever used the tablet last.
    pub(super) async fn open(self: Rc<Self>) {
        match device::who(&self.accounts).await {
            Ok(Some(me)) => self.enter(me).await,
            Ok(None) => self.change(|model| model.stage = Stage::SignedOut),
            Err(StorageFailure::Unavailable | StorageFailure::Full | StorageFailure::Lost) => {
                self.change(|model| model.stage = Stage::NoStorage);
            }
        }
        self.measure_space().await;
    }

    /// Opens somebody's data and syncs.
    async fn enter(self: &Rc<Self>, me: Me) {
        let data = Rc::new(Database::new(format!("throughline-{}", me.account)));
        self.data.replace(Some(data));
        let me = Rc::new(me);
        self.change(|model| model.me = Some(Rc::clone(&me)));
        match self.reload().await {
            Ok(()) => {
                self.change(|model| model.stage = Stage::Ready);
                self.sync_now();
            }
            Err(_) => self.change(|model| model.stage = Stage::NoStorage),
        }
    }

    pub(super) async fn sign_in(self: Rc<Self>, email: String, passphrase: String) {
        self.change(|model| model.trouble = None);
        let answer = self.server.sign_in(&SignIn { email, passphrase }).await;
        self.welcome(answer).await;
    }

    pub(super) async fn set_up(self: Rc<Self>, with: SetUp) {
        self.change(|model| model.trouble = None);
        let answer = self.server.set_up(&with).await;
        self.welcome(answer).await;
    }

    pub(super) async fn welcome(self: &Rc<Self>, answer: Result<SignedIn, Failure>) {
        match answer {
            Ok(SignedIn { me, now }) => {
                if device::remember(&self.accounts, &me).await.is_err() {
                    self.change(|model| model.stage = Stage::NoStorage);
                    return;
                }
                self.change(|model| {
                    model.syncing = Syncing { offline: model.syncing.offline, ..Syncing::default() };
                    model.answers = Rc::default();
                });
                self.enter(me).await;
                if let Some(data) = self.data() {
                    // A wrong clock is worth knowing before the first visit; not knowing it stops nothing.
                    let _ = device::note_clock(&*data, clock::now().since(now)).await;
                }
                let here = self.model().route.clone();
                if matches!(here, Route::SignIn | Route::Setup(_) | Route::Join(_)) {
                    self.go(Route::Today);
                }
                let runtime = Rc::clone(self);
                tasks::spawn(async move {
                    crate::browser::space::persist().await;
                    runtime.measure_space().await;
                });
            }
            Err(failure) => self.change(|model| model.trouble = Some(Trouble::Network(failure))),
        }
    }

    /// Who is signed in as the server knows them now: their role or schools may have changed. Asked once an hour, and after
    /// something was not allowed; without an answer they are who they were. `None` when somebody else has signed in beside them, in
    /// another tab: what is theirs is not sent in that person's name.
    pub(super) async fn known_anew(&self, me: Rc<Me>) -> Option<Rc<Me>> {
        let now = clock::now();
        let refused = self.model().syncing.failure;
        let refused = matches!(refused, Some(Failure::Problem(ProblemCode::NotAllowed, _)));
        if !refused && self.who_asked.get().is_some_and(|asked| now.since(asked) < HOUR) {
            return Some(me);
        }
        let Ok(SignedIn { me: known, .. }) = self.server.session().await else { return Some(me) };
        self.who_asked.set(Some(now));
        if known.account != me.account {
            self.who_asked.set(None);
            return None;
        }
        if known == *me || device::remember(&self.accounts, &known).await.is_err() {
            return Some(me);
        }
        let known = Rc::new(known);
        self.change(|model| model.me = Some(Rc::clone(&known)));
        Some(known)
    }

    /// Signs out. What was recorded stays on the tablet with its author, and goes out when they sign in again.
    pub(super) async fn sign_out(self: Rc<Self>) {
        // Without a network the session ends here only; the server's own ends by itself.
        let _ = self.server.sign_out().await;
        if device::forget(&self.accounts).await.is_err() {
            return;
        }
        self.next_sync.replace(None);
        self.data.replace(None);
        self.change(|model| {
            let kept = model.clone();
            *model = crate::state::Model::starting();
            model.stage = Stage::SignedOut;
            model.storage = kept.storage;
            model.update_ready = kept.update_ready;
            model.saving = Saving::Nothing;
            model.syncing.offline = kept.syncing.offline;
        });
        self.go(Route::Today);
    }
}
