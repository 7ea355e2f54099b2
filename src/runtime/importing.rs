//! Past visits from a file: looked at, tried and stored by the server; nothing of it is kept on the tablet.

use std::rc::Rc;

use domain::import::{ImportAsk, ImportReport, UndoImport};

use super::Runtime;
use crate::browser::files;
use crate::state::{ImportBusy, ImportFailure, ImportStep, Importing};

/// The kinds of files that can be chosen.
const KINDS: &str = ".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

impl Runtime {
    pub(super) async fn import(self: Rc<Self>, step: ImportStep) {
        match step {
            ImportStep::ReadPast => self.read_past().await,
            ImportStep::Name(source) => self.importing(|now| now.source = source),
            ImportStep::School(school) => self.importing(|now| now.school = Some(school)),
            ImportStep::Choose => self.choose(),
            ImportStep::Sheet(sheet) => self.look(Some(sheet)).await,
            ImportStep::Read(mapping) => self.importing(|now| {
                now.mapping = Some(*mapping);
                now.tried = None;
            }),
            ImportStep::Try => self.run(ImportBusy::Trying).await,
            ImportStep::Store => self.run(ImportBusy::Storing).await,
            ImportStep::Undo(import) => {
                self.importing(|now| now.busy = Some(ImportBusy::Undoing));
                let said = self.server.undo_import(&UndoImport { import }).await;
                self.importing(|now| now.heard(said, |now, undone| now.undone = Some(undone)));
                self.read_past().await;
            }
            ImportStep::Over => {
                self.import_file.take();
                self.importing(|now| {
                    *now = Importing { past: now.past.clone(), school: now.school.clone(), ..Importing::default() };
                });
            }
        }
    }

    async fn read_past(&self) {
        let said = self.server.imports().await;
        self.importing(|now| match said {
            Ok(past) => now.past = Some(Rc::new(past.imports)),
            Err(failure) => now.failure = Some(ImportFailure::Network(failure)),
        });
    }

    fn choose(self: &Rc<Self>) {
        let runtime = Rc::clone(self);
        files::choose(KINDS, move |file| async move {
            runtime.importing(|now| {
                let (source, school, past) = (now.source.clone(), now.school.clone(), now.past.clone());
                *now = Importing { file: Some(file.name()), source, school, past, ..Importing::default() };
            });
            runtime.import_file.replace(Some(file));
            runtime.look(None).await;
        });
    }

    async fn look(&self, sheet: Option<String>) {
        let (Some(file), Some(ask)) = (self.import_file.borrow().clone(), self.asked(false)) else { return };
        self.importing(|now| now.busy = Some(ImportBusy::Looking));
        let said = self.server.look_at(&ImportAsk { sheet, mapping: None, ..ask }, &file).await;
        self.importing(|now| {
            now.heard(said, |now, look| {
                now.mapping = Some(look.remembered.clone().unwrap_or_else(|| look.guess.clone()));
                now.tried = None;
                now.look = Some(Rc::new(look));
            });
        });
    }

    async fn run(&self, busy: ImportBusy) {
        let store = busy == ImportBusy::Storing;
        let (Some(file), Some(ask)) = (self.import_file.borrow().clone(), self.asked(store)) else { return };
        self.importing(|now| now.busy = Some(busy));
        let said = self.server.import(&ask, &file).await.map(Rc::<ImportReport>::new);
        let stored = store && said.is_ok();
        self.importing(|now| {
            now.heard(said, |now, report| {
                if store {
                    now.stored = Some(report);
                } else {
                    now.tried = Some(report);
                }
            });
        });
        if stored {
            self.import_file.take();
            self.read_past().await;
        }
    }

    /// How to read the file, as far as it was said.
    fn asked(&self, store: bool) -> Option<ImportAsk> {
        let now = Rc::clone(&self.model().importing);
        let (source, mapping) = (now.source.trim().to_owned(), now.mapping.clone());
        let sheet = now.look.as_ref().and_then(|look| look.sheet.clone());
        Some(ImportAsk { source, school: now.school.clone()?, sheet, mapping, store })
    }

    fn importing(&self, make: impl FnOnce(&mut Importing)) {
        self.change(|model| make(Rc::make_mut(&mut model.importing)));
    }
}

impl Importing {
    /// A step is over: what it said, or why it did not work.
    fn heard<T>(&mut self, said: Result<T, ImportFailure>, then: impl FnOnce(&mut Self, T)) {
        (self.busy, self.failure) = (None, None);
        match said {
            Ok(said) => then(self, said),
            Err(failure) => self.failure = Some(failure),
        }
    }
}
