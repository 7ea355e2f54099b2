//! Rosters of other systems: looked at and stored by the server, which then has them for every tablet.

use std::rc::Rc;

use domain::rostering::{CannotReadRoster, RosterAsk, SentFile};

use super::Runtime;
use crate::browser::files;
use crate::state::{FileFailure, RosterBusy, RosterStep, Rostering};

/// The kinds of files that can be chosen.
const KINDS: &str = ".zip,.csv,application/zip,text/csv";

impl Runtime {
    pub(super) async fn roster(self: Rc<Self>, step: RosterStep) {
        match step {
            RosterStep::ReadSummary => self.read_rosters().await,
            RosterStep::Choose => self.choose_roster(),
            RosterStep::Store => self.send_roster(RosterBusy::Storing).await,
            RosterStep::Over => {
                self.roster_files.take();
                self.rostering(|now| *now = Rostering { summary: now.summary.clone(), ..Rostering::default() });
            }
        }
    }

    async fn read_rosters(&self) {
        let said = self.server.roster().await;
        self.rostering(|now| match said {
            Ok(summary) => now.summary = Some(Rc::new(summary)),
            Err(failure) => now.failure = Some(FileFailure::Network(failure)),
        });
    }

    fn choose_roster(self: &Rc<Self>) {
        let runtime = Rc::clone(self);
        files::choose_several(KINDS, move |chosen| async move {
            let names = chosen.iter().map(files::Chosen::name).collect();
            runtime.rostering(|now| {
                *now = Rostering { summary: now.summary.clone(), files: names, ..Rostering::default() };
            });
            runtime.roster_files.replace(chosen);
            runtime.send_roster(RosterBusy::Looking).await;
        });
    }

    async fn send_roster(&self, busy: RosterBusy) {
        let stamp = self.model().rostering.report.as_ref().map(|report| report.stamp);
        let chosen = self.roster_files.borrow().clone();
        let sent = |file: &files::Chosen| SentFile { name: file.name(), size: file.size() };
        let ask = RosterAsk {
            files: chosen.iter().map(sent).collect(),
            store: stamp.filter(|_| busy == RosterBusy::Storing),
        };
        self.rostering(|now| (now.busy, now.failure) = (Some(busy), None));
        let said = self.server.import_roster(&ask, &chosen).await;
        let stored = said.as_ref().is_ok_and(|report| report.stored);
        self.rostering(|now| {
            now.busy = None;
            match said {
                Ok(report) => now.report = Some(Rc::new(report)),
                Err(FileFailure::Cannot(CannotReadRoster::Otherwise(report))) => {
                    now.report = Some(Rc::new((*report).clone()));
                    now.failure = Some(FileFailure::Cannot(CannotReadRoster::Otherwise(report)));
                }
                Err(failure) => now.failure = Some(failure),
            }
        });
        if stored {
            self.roster_files.take();
            self.read_rosters().await;
        }
    }

    fn rostering(&self, make: impl FnOnce(&mut Rostering)) {
        self.change(|model| make(Rc::make_mut(&mut model.rostering)));
    }
}
