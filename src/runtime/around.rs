//! What happens around the page, and what the app does about it.

use std::rc::Rc;

use yew::Callback;

use super::Runtime;
use crate::browser::wake::{self, Around};
use crate::browser::{focus, install, navigation, preferences, space, tabs, tasks, update};
use crate::route::Route;
use crate::state::Saving;

impl Runtime {
    /// Listens to everything that the app must hear.
    pub(super) fn listen(self: &Rc<Self>) {
        let mut listeners = Vec::new();
        let runtime = Rc::clone(self);
        listeners.extend(navigation::listen(Callback::from(move |route: Route| runtime.arrive(route))));
        let runtime = Rc::clone(self);
        listeners.extend(wake::listen(&Callback::from(move |around| runtime.notice(around))));
        let runtime = Rc::clone(self);
        listeners.extend(install::listen(Callback::from(move |offer: Option<install::Offer>| {
            let can_install = offer.is_some();
            runtime.offer.replace(offer);
            runtime.change(|model| {
                model.storage.can_install = can_install;
                model.storage.installed = install::is_installed();
            });
        })));
        self.listeners.replace(listeners);
        let runtime = Rc::clone(self);
        self.tabs.replace(Some(tabs::Tabs::join(Callback::from(move |account| runtime.heard(account)))));
        let runtime = Rc::clone(self);
        update::register(Callback::from(move |ready| {
            runtime.update.replace(Some(ready));
            runtime.change(|model| model.update_ready = true);
        }));
        focus::follow_dialogs();
        self.change(|model| model.syncing.offline = wake::is_offline());
    }

    fn notice(self: &Rc<Self>, around: Around) {
        match around {
            Around::Shown => {
                // A connection that died while the tablet slept is found out before the next tap, not by it.
                if let Some(data) = self.data() {
                    tasks::spawn(async move {
                        let _ = domain::device::ledger(&*data).await;
                    });
                }
                if !self.queue.borrow().is_empty() {
                    self.write_out();
                }
                self.change(|_| {});
                self.sync_now();
                update::look();
            }
            Around::Hidden => self.write_out(),
            Around::Online => {
                self.change(|model| model.syncing.offline = false);
                self.failures.replace(0);
                self.sync_now();
            }
            Around::Offline => self.change(|model| model.syncing.offline = true),
        }
    }

    /// Another tab has changed somebody's data.
    fn heard(self: &Rc<Self>, account: String) {
        let ours = self.model().me.as_ref().is_some_and(|me| me.account.as_str() == account);
        if ours {
            let runtime = Rc::clone(self);
            tasks::spawn(async move {
                // What cannot be read now is read at the next change.
                let _ = runtime.reload().await;
            });
        }
    }

    /// Begins to use the version that is ready, when everything is on disk.
    pub(super) async fn take_update(self: Rc<Self>) {
        self.write_out();
        let stored = matches!(self.model().saving, Saving::Nothing | Saving::Saved(_));
        match (&*self.update.borrow(), stored) {
            (Some(ready), true) => ready.take(),
            (Some(_), false) => {
                let runtime = Rc::clone(&self);
                tasks::Timeout::new(200, move || {
                    tasks::spawn(async move { runtime.take_update().await });
                })
                .forget();
            }
            (None, _) => {}
        }
    }

    pub(super) async fn measure_space(&self) {
        let space = space::read().await;
        self.change(|model| {
            model.storage.persisted = space.persisted;
            model.storage.used = space.used;
            model.storage.quota = space.quota;
            model.storage.installed = install::is_installed();
            model.storage.hint_dismissed = preferences::hint_dismissed();
        });
    }
}
