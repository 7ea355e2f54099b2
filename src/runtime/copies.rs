//! Copies for a person to keep: what is unsent, and what cannot be read.

use std::rc::Rc;

use domain::device::{self, Copy};
use domain::stream::Stream;
use yew::Callback;

use super::Runtime;
use crate::browser::{files, tasks};
use crate::state::{Refused, Trouble};

impl Runtime {
    /// Saves everything unsent to a file, what has not reached the disk included.
    pub(super) async fn save_copy(self: Rc<Self>) {
        let (Some(author), Some(me)) = (self.author(), self.model().me.clone()) else { return };
        let mut unsaved = Vec::new();
        for pending in &*self.queue.borrow() {
            let stream = Stream::School(pending.at.school.clone());
            let before = self.model().visit(pending.at.visit).map(|open| open.state.clone()).unwrap_or_default();
            let (_, edits) =
                device::preview(&before, &author, &stream, pending.at.visit, pending.when, &pending.intents);
            unsaved.extend(edits);
        }
        let stored = match self.data() {
            Some(data) => device::copy(&*data, &me.account, &unsaved).await.ok(),
            None => None,
        };
        let copy = stored.unwrap_or_else(|| Copy {
            format: Copy::FORMAT.to_owned(),
            account: me.account.clone(),
            edits: unsaved.iter().map(|edit| edit.text().to_owned()).collect(),
        });
        if let Ok(text) = serde_json::to_string(&copy) {
            let name = format!("throughline-unsent-{}.json", self.model().today());
            files::save(&name, "application/json", &text);
        }
    }

    /// Asks for such a file and brings its edits back.
    pub(super) fn load_copy(self: &Rc<Self>) {
        let runtime = Rc::clone(self);
        let on_text = Callback::from(move |text: String| {
            let runtime = Rc::clone(&runtime);
            tasks::spawn(async move { runtime.restore(&text).await });
        });
        files::open("application/json,.json", on_text);
    }

    async fn restore(self: Rc<Self>, text: &str) {
        let (Some(author), Some(data)) = (self.author(), self.data()) else { return };
        let Some(copy) = Copy::read(text).filter(|copy| copy.account == author.account) else {
            self.change(|model| model.trouble = Some(Trouble::NotACopy));
            return;
        };
        let documents = Rc::clone(&self.model().documents);
        if let Ok(restored) = device::restore(&*data, &documents.frameworks, &author, &copy).await {
            // The model is read again; should that fail, the next start reads it.
            let _ = self.reload().await;
            let (restored, known) = (restored.restored, restored.known);
            self.change(|model| model.trouble = Some(Trouble::CopyLoaded { restored, known }));
            self.tell_tabs();
            self.sync_now();
        }
    }

    pub(super) async fn send_again(self: Rc<Self>, Refused { visit, text }: Refused) {
        let Some(data) = self.data() else { return };
        let documents = Rc::clone(&self.model().documents);
        if device::retry(&*data, &documents.frameworks, visit, &text).await.is_ok() {
            self.after_refused().await;
        }
    }

    pub(super) async fn take_back(self: Rc<Self>, Refused { visit, text }: Refused) {
        let Some(data) = self.data() else { return };
        let documents = Rc::clone(&self.model().documents);
        if device::take_back(&*data, &documents.frameworks, visit, &text).await.is_ok() {
            self.after_refused().await;
        }
    }

    async fn after_refused(self: &Rc<Self>) {
        // The model is read again; should that fail, the next start reads it.
        let _ = self.reload().await;
        self.tell_tabs();
        self.sync_now();
    }

    /// Saves what cannot be read, as it is, in hexadecimal by its place.
    pub(super) async fn save_unreadable(self: Rc<Self>) {
        let Some(data) = self.data() else { return };
        let Ok(boot) = device::boot(&*data).await else { return };
        let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let values: std::collections::BTreeMap<String, String> =
            boot.unreadable.iter().map(|(place, bytes)| (place.clone(), hex(bytes))).collect();
        if let Ok(text) = serde_json::to_string_pretty(&values) {
            files::save("throughline-unreadable.json", "application/json", &text);
        }
    }
}
