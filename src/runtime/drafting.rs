//! Writing the next version of the framework: several people may, and the server has one draft for all of them.

use std::rc::Rc;

use super::Runtime;
use crate::browser::{files, focus, tasks};
use crate::state::{Beginning, DraftFailure, DraftStep, Drafting, FileFailure};
use domain::framework::{CannotDraft, Clash, Draft, FileForm, FromFile, HeldDraft, PublishDraft, SaveDraft};

/// The kinds of files that can be chosen.
const KINDS: &str = ".json,.csv,application/json,text/csv";

/// Whoever writes at the same time changes the draft under one's hands so many times at most before this gives up.
const TRIES: usize = 8;

impl Runtime {
    pub(super) async fn draft(self: Rc<Self>, step: DraftStep) {
        match step {
            DraftStep::Read => self.read_draft().await,
            DraftStep::Begin(from) => self.begin_draft(from).await,
            DraftStep::Change(change, to) => {
                self.write_draft(|draft| draft.with(*change));
                if let Some(id) = to {
                    tasks::Timeout::new(0, move || focus::to(&id)).forget();
                }
                self.store_draft().await;
            }
            DraftStep::TakeFile => {
                let offered = self.model().drafting.offered.clone();
                if let Some(FromFile { draft, .. }) = offered {
                    self.put_draft(draft).await;
                    // Without a draft the request has failed, and the file can be taken again.
                    self.drafting(|now| now.offered = now.offered.take().filter(|_| now.mine.is_none()));
                    another_page();
                }
            }
            DraftStep::LeaveFile => {
                self.drafting(|now| now.offered = None);
                another_page();
            }
            DraftStep::Keep(was, strand, look_for, to) => {
                let mut clashes = Vec::new();
                self.write_draft(|draft| {
                    let was = was.as_ref().map(|(strand, look_for)| (strand, &**look_for));
                    let kept = draft.rewritten(was, &strand, *look_for);
                    clashes = kept.clashes;
                    kept.draft
                });
                self.drafting(|now| now.clashes.extend(clashes));
                tasks::Timeout::new(0, move || focus::to(&to)).forget();
                self.store_draft().await;
            }
            DraftStep::Undo => {
                self.drafting(|now| {
                    let Some((before, after)) = now.undo.pop() else { return };
                    if let Some(mine) = &now.mine {
                        let undone = Draft::merge(&after, &before, mine);
                        now.mine = Some(undone.draft);
                        now.clashes.extend(undone.clashes);
                    }
                });
                self.store_draft().await;
            }
            DraftStep::Store => self.store_draft().await,
            DraftStep::TakeMine => {
                let clash = self.take_clash();
                self.write_draft(|draft| clash.map_or_else(|| draft.clone(), |clash| clash.with_mine(draft)));
                self.store_draft().await;
            }
            DraftStep::TakeTheirs => {
                let Some(clash) = self.take_clash() else { return };
                // What one wrote can still be had, by undoing this.
                self.drafting(|now| {
                    if let Some(here) = &now.mine {
                        now.undo.push((clash.with_mine(here), here.clone()));
                    }
                });
            }
            DraftStep::Save(form) => self.save_draft(form).await,
            DraftStep::Discard => self.discard_draft().await,
            DraftStep::Publish(publish) => self.publish_draft(publish).await,
        }
    }

    async fn read_draft(&self) {
        self.drafting(|now| (now.published, now.failure) = (None, None));
        let said = self.server.framework_draft().await;
        self.drafting(|now| match said {
            Ok(asked) => {
                now.known = true;
                match (asked.held, now.held.take(), now.mine.take()) {
                    (Some(theirs), Some(was), Some(mine)) => {
                        (now.held, now.mine) = (Some(was), Some(mine));
                        meanwhile(now, theirs);
                    }
                    // Somebody has published or discarded it; what is not stored stays here.
                    (None, Some(was), Some(mine)) if was.draft != mine => {
                        now.mine = Some(mine);
                        now.failure = Some(DraftFailure::Cannot(CannotDraft::Changed(None)));
                    }
                    (None, None, Some(mine)) => now.mine = Some(mine),
                    (held, _, _) => {
                        *now = Drafting {
                            known: true,
                            mine: held.as_ref().map(|held| held.draft.clone()),
                            held,
                            ..Drafting::default()
                        };
                    }
                }
            }
            Err(failure) => now.failure = Some(DraftFailure::Network(failure)),
        });
        if self.model().drafting.held.is_some() {
            self.store_draft().await;
        }
    }

    async fn begin_draft(self: &Rc<Self>, from: Beginning) {
        match from {
            Beginning::Newest => {
                let documents = Rc::clone(&self.model().documents);
                self.put_draft(documents.newest().map(Draft::of).unwrap_or_default()).await;
            }
            Beginning::Nothing => self.put_draft(Draft::default()).await,
            Beginning::Starter => {
                let starter = self.server.starter_framework().await;
                match starter {
                    Ok(FromFile { draft, .. }) => self.put_draft(draft).await,
                    Err(failure) => self.drafting(|now| now.failure = Some(DraftFailure::Network(failure))),
                }
            }
            Beginning::File => {
                let runtime = Rc::clone(self);
                files::choose(KINDS, move |file| async move {
                    let read = runtime.server.read_framework(&file).await;
                    runtime.drafting(|now| match read {
                        Ok(file) => (now.offered, now.failure) = (Some(file), None),
                        Err(failure) => now.failure = Some(failure.into()),
                    });
                    tasks::Timeout::new(0, || focus::to("draft-offered-title")).forget();
                });
            }
        }
    }

    async fn save_draft(&self, form: FileForm) {
        let Some(draft) = self.model().drafting.mine.clone() else { return };
        match self.server.save_framework(&SaveDraft { form, draft }).await {
            Ok(saved) => {
                let kind = if form == FileForm::Csv { "text/csv" } else { "application/json" };
                files::save(&saved.name, kind, &saved.text);
            }
            Err(failure) => self.drafting(|now| now.failure = Some(DraftFailure::Network(failure))),
        }
    }

    /// Begins a draft with this, or writes it over the one that is there, which can be undone.
    async fn put_draft(&self, draft: Draft) {
        if self.model().drafting.held.is_some() {
            self.write_draft(|_| draft);
            return self.store_draft().await;
        }
        self.drafting(|now| (now.busy, now.failure, now.published) = (true, None, None));
        let said = self.server.write_draft(None, &draft).await;
        self.drafting(|now| {
            now.busy = false;
            match said {
                Ok(held) => (now.mine, now.held) = (Some(held.draft.clone()), Some(held)),
                // Somebody else has begun in between: theirs it is.
                Err(FileFailure::Cannot(CannotDraft::Changed(Some(held)))) => {
                    (now.mine, now.held) = (Some(held.draft.clone()), Some(*held));
                }
                Err(failure) => now.failure = Some(failure.into()),
            }
        });
        another_page();
    }

    /// Changes what stands here.
    fn write_draft(&self, change: impl FnOnce(&Draft) -> Draft) {
        self.drafting(|now| {
            let Some(mine) = now.mine.take() else { return };
            let next = change(&mine);
            if next != mine {
                now.undo.push((mine, next.clone()));
            }
            now.mine = Some(next);
        });
    }

    fn take_clash(&self) -> Option<Clash> {
        let mut clash = None;
        self.drafting(|now| clash = (!now.clashes.is_empty()).then(|| now.clashes.remove(0)));
        clash
    }

    /// Stores what stands here. What others have written in between is kept beside it.
    async fn store_draft(&self) {
        if self.model().drafting.busy {
            // Whoever is at it stores this too.
            return;
        }
        for _ in 0..TRIES {
            let now = Rc::clone(&self.model().drafting);
            let Some(mine) = now.mine.clone() else { break };
            let was = now.held.clone();
            if was.as_ref().is_some_and(|was| was.draft == mine) {
                break;
            }
            self.drafting(|now| (now.busy, now.failure) = (true, None));
            let said = self.server.write_draft(was.as_ref().map(|was| was.tag), &mine).await;
            let mut failed = false;
            self.drafting(|now| match said {
                Ok(held) => now.held = Some(held),
                Err(FileFailure::Cannot(CannotDraft::Changed(Some(theirs)))) => {
                    now.held = was;
                    meanwhile(now, *theirs);
                }
                Err(failure) => {
                    failed = true;
                    refused(now, failure);
                }
            });
            if failed {
                break;
            }
        }
        self.drafting(|now| now.busy = false);
    }

    async fn discard_draft(&self) {
        let Some(held) = self.model().drafting.held.clone() else { return };
        self.drafting(|now| (now.busy, now.failure) = (true, None));
        let said = self.server.discard_draft(held.tag).await;
        self.drafting(|now| match said {
            Ok(()) => *now = Drafting { known: true, ..Drafting::default() },
            Err(failure) => refused(now, failure),
        });
        another_page();
        self.read_comments(None, false).await;
    }

    async fn publish_draft(self: &Rc<Self>, publish: PublishDraft) {
        let Some(held) = self.model().drafting.held.clone() else { return };
        self.drafting(|now| (now.busy, now.failure) = (true, None));
        let said = self.server.publish_draft(held.tag, publish).await;
        let done = said.is_ok();
        let overtaken = matches!(said, Err(FileFailure::Cannot(CannotDraft::Overtaken { .. })));
        self.drafting(|now| match said {
            Ok(published) => *now = Drafting { known: true, published: Some(published), ..Drafting::default() },
            Err(failure) => refused(now, failure),
        });
        if overtaken {
            self.sync_now();
        }
        if done {
            another_page();
            self.sync_now();
            self.read_comments(None, false).await;
        }
    }

    fn drafting(&self, make: impl FnOnce(&mut Drafting)) {
        self.change(|model| make(Rc::make_mut(&mut model.drafting)));
    }
}

/// What had the focus is no longer there: it begins anew at the heading, as on another page.
fn another_page() {
    tasks::Timeout::new(0, focus::to_heading).forget();
}

/// Others have written: what they did is put beside what stands here.
fn meanwhile(now: &mut Drafting, theirs: HeldDraft) {
    if let (Some(was), Some(mine)) = (&now.held, &now.mine) {
        let merged = Draft::merge(&was.draft, mine, &theirs.draft);
        now.mine = Some(merged.draft);
        now.clashes.extend(merged.clashes);
    } else if now.mine.as_ref() != Some(&theirs.draft) {
        // Begun by two at once: theirs it is, and what stood here is an undo away.
        let here = now.mine.replace(theirs.draft.clone());
        now.undo.extend(here.map(|here| (here, theirs.draft.clone())));
    }
    now.held = Some(theirs);
}

/// Why the draft was neither stored, published nor discarded. Where others have written meanwhile, that stands here now.
fn refused(now: &mut Drafting, failure: FileFailure<CannotDraft>) {
    now.busy = false;
    match &failure {
        FileFailure::Cannot(CannotDraft::Changed(Some(theirs))) => meanwhile(now, (**theirs).clone()),
        // What stands here can be begun anew.
        FileFailure::Cannot(CannotDraft::Changed(None)) => now.held = None,
        FileFailure::Cannot(_) | FileFailure::Network(_) => {}
    }
    now.failure = Some(failure.into());
}
